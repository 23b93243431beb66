"""When a journey begins and ends, as the words around its noun say: "the visit, which began on Tuesday, ends on Friday"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.dates import Bound, Dated, TimeKind
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.event_dates import UNSAID, Dates
from summitry.graph.extract.times import STARTS, Times
from summitry.graph.mentions.document import Passage

_BEGINS = frozenset("begin start open commence kick".split())
_BREAKS = frozenset("end conclude finish wrap close".split())
_SETS = frozenset("plan schedule set slate run last take pencil fix arrange expect book".split())
_OPEN = ("xcomp", "acomp", "conj")
_BEHIND = 2  # tokens behind a noun within which its own time begins: "his trip from Sunday"
Turned = Callable[[Dated, Token, Status], Dates]


def course(turned: Turned, times: Times, passage: Passage, noun: Token, status: Status) -> Dates:
    """The days that the noun's own words and the verbs of beginning and ending around it give, each None where unsaid."""
    turns = list(_turns(noun))
    found = UNSAID
    for dated in times.near(passage, noun):
        if dated.expression.kind is TimeKind.DURATION or dated.value.start is None:
            continue
        words = passage.span(dated.expression.start, dated.expression.end)
        if 0 < words[0].i - noun.i <= _BEHIND:
            found = _known(found, turned(dated, noun, status), dated.expression.bound, False)
            continue
        verb = next((t for t in words.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if verb is not None and verb in turns and words[0].i > verb.i:
            told = Status.OCCURRED if verb.tag_ == "VBD" else Status.PLANNED
            days = turned(dated, verb, status if verb.tag_ == "VBN" else told)
            found = _known(found, days, dated.expression.bound, verb.lemma_ in _BREAKS)
    return found


def _known(found: Dates, days: Dates, bound: Bound, last: bool) -> Dates:
    """What is known of a course with some days more."""
    if last or bound is Bound.UNTIL:
        return replace(found, end=found.end or days.start, today=days.today)
    if bound not in STARTS or found.start is not None:
        return found
    return replace(days, end=days.end or found.end)


def _turns(noun: Token) -> Iterator[Token]:
    """The verbs that tell when a journey begins, takes place or ends."""
    nouns = [noun, *(n for _, n in prepositions(noun, "to", "in"))]  # "his visit to Rome, which began"
    heads = [c for n in nouns for c in n.children if c.dep_ in ("relcl", "acl")]
    if noun.dep_ in ("nsubj", "nsubjpass"):
        heads.append(noun.head)
    for verb in heads:
        own = [c for c in verb.children if c.dep_ in _OPEN]
        own += [x for c in own if c.dep_ == "acomp" for x in c.children if x.dep_ == "xcomp"]
        for turn in (verb, *own):
            apart = turn.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in turn.children)
            if turn.lemma_ in _BEGINS | _BREAKS | _SETS and not apart:
                yield turn


def breaks_off(noun: Token) -> bool:
    """Whether the words around a journey's noun tell when it ends."""
    return any(turn.lemma_ in _BREAKS for turn in _turns(noun))
