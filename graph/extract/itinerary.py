"""The stops of a journey that one sentence lists: "to Rome on Monday, Athens on Tuesday and then to Ghana"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_PLACES = frozenset({MentionKind.CITY, MentionKind.STATE, MentionKind.REGION})
_LINKS = frozenset("and then later before finally also".split()) | {",", ";"}
_WORDS = frozenset(
    "to in on at the on from neighbouring neighboring where next capital city day after following".split()
)
_REACH = 60  # tokens behind a trigger in which its stops are listed


def onward(reading: Reading, passage: Passage, start: Token, found: list[Place]) -> Iterator[Place]:
    """The stops behind those found, in order."""
    yield from _then_to(reading, passage, start)
    behind = [p.token for p in found if start.i < p.token < start.sent.end]
    if behind:
        yield from _listed(reading, passage, start, max(behind))


def _then_to(reading: Reading, passage: Passage, start: Token) -> Iterator[Place]:
    """ "… and then to Ghana": stops that the parser hangs elsewhere."""
    doc, end = passage.doc, min(start.sent.end, start.i + _REACH)
    for i in range(start.i + 1, end - 1):
        if doc[i].lower_ != "to" or doc[i].dep_ not in ("prep", "conj"):
            continue
        if doc[i - 1].lower_ not in ("then", "and", "on", "onward", "later"):
            continue
        linked = doc[i].head.i == start.i or doc[i].head.dep_ == "prep" or doc[i].dep_ == "conj"
        if doc[i - 1].lower_ != "then" and not linked:
            continue
        stop = next((k for k in (i + 1, i + 2) if k < end and k in passage.mention_at), None)
        place = place_at(reading, passage, doc[stop]) if stop is not None else None
        if place is not None:
            yield place


def _listed(reading: Reading, passage: Passage, start: Token, last: int) -> Iterator[Place]:
    """Places behind the last one with nothing but times, commas and small words between them."""
    doc, end = passage.doc, min(start.sent.end, start.i + _REACH)
    linked, skipped = False, last
    for i in range(last + 1, end):
        if i < skipped:
            continue
        token = doc[i]
        mention = passage.mention_at.get(i)
        if mention is not None and mention.kind in _PLACES:
            place = place_at(reading, passage, token) if linked and _stands_free(token) else None
            if place is None:
                return
            yield place
            linked = False
        elif linked and token.lower_ == "where":
            after = _behind_clause(passage, i, end)
            if after is None:
                return
            skipped = after
        elif token.lower_ in _LINKS:
            linked = True
        elif token.lower_ not in _WORDS and not _timed(reading, passage, i):
            return


def _behind_clause(passage: Passage, where: int, end: int) -> int | None:
    """The comma behind ", where he met X,", where no other place stands between."""
    for i in range(where + 1, end):
        mention = passage.mention_at.get(i)
        if mention is not None and mention.kind in _PLACES:
            return None
        if passage.doc[i].text == ",":
            return i
    return None


def _stands_free(token: Token) -> bool:
    """No subject of a clause of its own, no owner of something: "visited Rome, and Italy said …"."""
    return token.dep_ not in ("nsubj", "nsubjpass", "poss", "compound", "nmod", "amod") and not any(
        c.dep_ == "case" for c in token.children
    )


def _timed(reading: Reading, passage: Passage, i: int) -> bool:
    """Whether a token is part of a time."""
    start, end = passage.starts[i], passage.ends[i]
    return any(
        t.expression.start <= start and end <= t.expression.end
        for t in reading.timeline.within(start - 40, end + 40)
    )
