"""Meetings taken up again without those who met: "The talks took place in Rome on Monday", "The meeting has been put off"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Finding, Meeting, Status
from summitry.graph.extract.agreement import dates_agree, places_agree
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.company import Telling, meeting
from summitry.graph.extract.status import status_of
from summitry.graph.mentions.document import Passage

_NOUNS = frozenset(
    "meeting talk conversation discussion negotiation encounter call dinner lunch audience".split()
)
_TOLD = frozenset(
    "take hold last occur happen begin start open end conclude finish run be plan schedule set expect arrange postpone cancel call put "
    "delay scrap focus come follow precede".split()
)
_TIMED = frozenset("set schedule slate plan expect due".split())
_AT = frozenset("at during after following in".split())
_OWN = frozenset("bilateral private informal official working closed-door one-on-one face-to-face".split())
_BESIDE = frozenset("follow precede".split())
_OTHERS = ("with", "between", "of", "among", "for")
_RANKS = frozenset("previous last next".split())
_DETERMINERS = frozenset("the this these".split())


def echoes(
    told: Telling, passage: Passage, sentence: Span, known: Sequence[Finding], here: Sequence[Finding]
) -> Iterator[Finding]:
    """What a sentence adds of the meeting that was told last: its place, its day, that it was called off.

    Where it tells of others itself (`here`), only what it says of the one before them: "The meeting in Rome followed talks with Y".
    """
    first = known[0].payload if known else None
    if not isinstance(first, Meeting) or any(_people(f) != _people(known[0]) for f in known):
        return
    for noun in sentence:
        if noun.lemma_.lower() not in _NOUNS or noun.pos_ != "NOUN" or not _takes_up(passage, noun):
            continue
        if here and verb_of(noun).lemma_ not in _BESIDE:
            continue
        status = status_of(noun, passage.headline) or (first.status if _set_for(noun) else None)
        if status is None:
            continue
        people = list(first.participants)
        for found in meeting(told, passage, noun, people, status, known[0].rule, noun):
            again = found.payload
            assert isinstance(again, Meeting)
            if _ranked(noun):  # "The previous meeting was held in Oslo in May": another one of theirs
                if again.date and (again.status != first.status or not dates_agree(first.date, again.date)):
                    yield replace(found, alone=True)
                continue
            if not dates_agree(first.date, again.date) or not places_agree(first.place, again.place):
                continue
            if status is Status.CANCELLED or (
                (again.date or again.place) and first.status is not Status.CANCELLED
            ):
                kept = status if status is Status.CANCELLED else first.status
                yield replace(found, payload=replace(again, status=kept))


def _people(found: Finding) -> frozenset[str]:
    assert isinstance(found.payload, Meeting)
    return frozenset(p.key for p in found.payload.participants)


def _takes_up(passage: Passage, noun: Token) -> bool:
    """Whether a noun with nothing but an article tells when and where something was that its text knows."""
    if any(True for _ in prepositions(noun, *_OTHERS)):
        return False
    before = [c for c in noun.children if c.i < noun.i and not c.is_punct]
    if not any(c.lower_ in _DETERMINERS for c in before) or any(not _plain(c) for c in before):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in _AT or _set_for(noun)
    return noun.dep_ in ("nsubj", "nsubjpass") and verb_of(noun).lemma_ in _TOLD


def _set_for(noun: Token) -> bool:
    """ "details of the meeting, which is set to take place on Thursday"."""
    clauses = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    return any(
        c.lemma_ in _TIMED or (c.lemma_ == "take" and any(o.lower_ == "place" for o in c.children))
        for c in clauses
    )


def _ranked(noun: Token) -> bool:
    return any(c.lower_ in _RANKS for c in noun.children)


def _plain(word: Token) -> bool:
    """An article, a length, a manner, a rank: nothing that makes it a meeting of others."""
    return word.lower_ in _DETERMINERS | _OWN | _RANKS or "hour" in word.lower_ or "minute" in word.lower_
