"""The lead of an article: its day, who acts in it, and which paragraphs go with it."""

from __future__ import annotations

from itertools import islice

from summitry.graph.dates import Bound, Dated
from summitry.graph.extract.days import days_between, is_day
from summitry.graph.extract.endings import closes
from summitry.graph.extract.times import of_coming
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

RECENT = 8  # days before the article's own in which its story lies
_FRONT = 8  # characters of a sentence within which a time stands that it begins with
_OPENING = 2  # paragraphs that tell of one day, where they name no other


def lead_day(reading: Reading, today: str | None) -> str | None:
    """The day of which the first sentences tell."""
    bodies = _bodies(reading, _OPENING)
    for passage in bodies:
        first = next(passage.doc.sents, None)
        if first is None:
            continue
        times = reading.timeline.within(passage.starts[first.start], passage.ends[first.end - 1])
        for dated in times:
            fronted = dated.expression.start - passage.starts[first.start] < _FRONT
            if passage is not bodies[0] and fronted:
                return None  # "On Monday, he had met X": of another day than the lead
            if of_story(dated, today) and not of_coming(reading, dated):
                return dated.value.start
    return None


def lead_actors(reading: Reading) -> frozenset[str]:
    """Those of whom the first sentence tells what they did; of who left on that day, it was done before."""
    body = next(iter(_bodies(reading, 1)), None)
    first = next(body.doc.sents, None) if body is not None else None
    found: set[str] = set()
    if body is not None and first is not None:
        for i in range(first.start, first.end):
            token, mention = body.doc[i], body.mention_at.get(i)
            acts = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"
            if mention is not None and acts and not closes(token.head):
                found |= {e.key for e in reading.entities(mention)}
    return frozenset(found)


def opens(reading: Reading, passage: Passage) -> bool:
    """Whether a passage is one of the first paragraphs."""
    return any(passage.block == p.block for p in _bodies(reading, _OPENING))


def _bodies(reading: Reading, number: int) -> list[Passage]:
    """The first paragraphs below the headlines."""
    return list(islice((p for p in reading.passages if not p.headline), number))


def of_story(dated: Dated, today: str | None) -> bool:
    """Whether a time is a day shortly before the article's own, or that day."""
    day = dated.value.start
    if not is_day(day) or dated.expression.bound is not Bound.AT or dated.value.end is not None:
        return False
    ago = days_between(day, today)
    return ago is not None and 0 <= ago <= RECENT
