"""How well fusion finds out what a made-up press was telling of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.synthetic import Corpus

from summitry.graph.claims import Claim, Office
from summitry.graph.facts import Fact
from summitry.graph.fusion import fuse_claims, holders, resolve, who_is
from summitry.graph.fusion.truth import dates_agree, text

Item = TypeVar("Item", bound=Hashable)
EVENTS = ("visit", "meeting", "summit")


@dataclass(frozen=True, slots=True)
class Scores:
    """Pairwise F1 of events and people, and the shares of wrong values that are not accepted."""

    events: float
    people: float
    rejected: float  # by fusion
    voted: float  # by the most frequent value of each true thing, as if it were known who tells of what
    wrong: int  # how many wrong answers the press gave


def pairwise(found: Mapping[Item, object], truth: Mapping[Item, object]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of items that are put together."""
    both = Counter((found[item], truth[item]) for item in truth)
    right = sum(_pairs(count) for count in both.values())
    made = sum(_pairs(count) for count in Counter(found[item] for item in truth).values())
    there = sum(_pairs(count) for count in Counter(truth.values()).values())
    precision, recall = right / made if made else 1.0, right / there if there else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def score(corpus: Corpus) -> Scores:
    """The scores of a corpus, fused."""
    facts = fuse_claims(corpus.claims, corpus.contexts, corpus.known)
    told = {claim: fact for fact in facts for claim in fact.claims}
    events = {claim: told[claim].key for claim in corpus.events}
    wrong = {key: pair for key, pair in corpus.answers.items() if pair[0] != pair[1]}
    ours = {key: _accepted(told[key[0]], key[1]) for key in wrong}
    voted = _majority(corpus, told)
    theirs = {(claim, name): voted[_thing(corpus, claim, told), name] for claim, name in wrong}
    return Scores(
        events=pairwise(events, corpus.events)[2],
        people=pairwise(people(corpus), corpus.persons)[2],
        rejected=_rejected(wrong, ours),
        voted=_rejected(wrong, theirs),
        wrong=len(wrong),
    )


def people(corpus: Corpus) -> dict[tuple[str, str], str]:
    """Who fusion takes those for whom the articles mention."""
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims:
        own[claim.article].append(claim)
    found = {article: [holder for _, holder in holders(some, corpus.known)] for article, some in own.items()}
    who = resolve((holder for some in found.values() for holder in some), corpus.known)
    serves = {(article, holder.key): holder.serves for article, some in found.items() for holder in some}
    keys = {
        (claim.article, claim.payload.person.key)
        for claim in corpus.claims
        if isinstance(claim.payload, Office)
    }
    return {place: who_is(who, place[1], serves.get(place, "")) or place[1] for place in keys}


def _rejected(
    wrong: Mapping[tuple[str, str], tuple[str, str]], accepted: Mapping[tuple[str, str], str | None]
) -> float:
    """The share of wrong answers that are not accepted, nor anything that agrees with them but not with the truth."""
    taken = 0
    for key, (true, said) in wrong.items():
        value = accepted[key]
        if value is None:
            continue
        dated = key[1] == "startDate"
        taken += dates_agree(value, said) and not dates_agree(value, true) if dated else value == said
    return 1 - taken / len(wrong)


def _accepted(fact: Fact, name: str) -> str | None:
    values = [value for value in fact.values if value.property == name and value.accepted]
    return text(values[0].value) if values else None


def _thing(corpus: Corpus, claim: str, told: Mapping[str, Fact]) -> object:
    return corpus.events.get(claim, told[claim].key)


def _majority(corpus: Corpus, told: Mapping[str, Fact]) -> dict[tuple[object, str], str]:
    """The most frequent value of every true thing, as if it were known who tells of what; of equals the greatest."""
    votes: dict[tuple[object, str], Counter[str]] = defaultdict(Counter)
    for (claim, name), (_, said) in corpus.answers.items():
        votes[_thing(corpus, claim, told), name][said] += 1
    return {key: max(counts.items(), key=lambda pair: (pair[1], pair[0]))[0] for key, counts in votes.items()}
