"""Places that meetings take over: where those who met were on that day, as the article tells elsewhere.

Done after days are settled. Who spoke by telephone, or may have, met nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summitry.graph.claims import Entity, Finding, Meeting, Status, Visit
from summitry.graph.extract.days import is_day
from summitry.graph.extract.inheriting import trigger
from summitry.graph.extract.localities import Place, whole
from summitry.graph.extract.occasions import CALL
from summitry.graph.extract.places import place_at
from summitry.graph.mentions.reading import Reading

_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_AFAR = re.compile(r"(?i)\b(?:tele|video|phone|call|virtual|online|remote|zoom|link)\w*")
_PERHAPS = (CALL, "meeting.talk")  # "spoke with X": nobody knows where from
_FEW = 24  # stays of somebody that are looked at


@dataclass(frozen=True, slots=True)
class _Stay:
    """Somebody in a place from one day to another; `told` where the text says so."""

    first: str
    last: str
    done: bool
    place: Place
    told: int


def placed(reading: Reading, findings: Sequence[Finding], beside: bool = False) -> list[Finding]:
    """The findings, meetings without a place with the city where somebody of them was on that day.

    `beside`: only where the same paragraph says so, and names no other place in between: where days are themselves taken over.
    """
    stays: dict[str, list[_Stay]] = {}
    for found in findings:
        for person, stay in _stays(reading, found):
            stays.setdefault(person, []).append(stay)
    return [_placed(reading, found, stays, beside) for found in findings]


def _stays(reading: Reading, found: Finding) -> Iterator[tuple[str, _Stay]]:
    event = found.payload
    if not isinstance(event, Visit | Meeting) or event.date is None or not is_day(event.date):
        return
    done, told = event.status in _DONE, found.evidence[0].start
    if isinstance(event, Visit):
        last = event.end if event.end is not None and is_day(event.end) else event.date
        yield event.visitor.key, _Stay(event.date, last, done, Place(event.city, event.state, 0), told)
    elif event.place is not None and event.status is not Status.CANCELLED:
        for person in event.participants:
            yield person.key, _Stay(event.date, event.date, done, whole(reading, event.place), told)


def _placed(reading: Reading, found: Finding, stays: Mapping[str, Sequence[_Stay]], beside: bool) -> Finding:
    event = found.payload
    if not isinstance(event, Meeting) or event.place is not None or not is_day(event.date):
        return found
    if event.status is Status.CANCELLED or found.rule in _PERHAPS or _from_afar(reading, found):
        return found
    if found.assumed and _owned(reading, found):
        return found  # "briefed him on his talks with X": some other day
    day, done = event.date or "", event.status in _DONE
    own = [
        stay
        for person in event.participants
        for stay in stays.get(person.key, ())[:_FEW]
        if stay.first <= day <= stay.last and stay.done == done
    ]
    place = _one([stay.place for stay in own])
    if place is None or (beside and not any(_beside(reading, found, stay) for stay in own)):
        return found
    return replace(found, payload=replace(event, place=_as_written(reading, place)))


def _one(places: Sequence[Place]) -> Entity | None:
    """The one city that some places agree on."""
    states = {p.state.key for p in places if p.state is not None}
    cities = {p.city.key: p.city for p in places if p.city is not None}
    return next(iter(cities.values())) if len(states) == len(cities) == 1 else None


def _as_written(reading: Reading, city: Entity) -> Entity:
    """A city as the text writes it, where only "the capital" led to it."""
    if city.written in reading.article.text:
        return city
    named = (m.entity for p in reading.passages for m in p.mention_at.values() if m.entity is not None)
    return next((e for e in named if e.key == city.key), city)


def _owned(reading: Reading, found: Finding) -> bool:
    """ "his talks with X"."""
    token, _ = trigger(reading, found)
    return token is not None and any(c.dep_ == "poss" for c in token.children)


def _beside(reading: Reading, found: Finding, stay: _Stay) -> bool:
    """Whether a stay is told in the meeting's paragraph, with no other place between the two."""
    token, passage = trigger(reading, found)
    first, last = sorted((found.evidence[0].start, stay.told))
    if token is None or passage is None or not passage.covers(stay.told):
        return False
    between = (passage.doc[i] for i, start in enumerate(passage.starts) if first < start < last)
    state = stay.place.state
    places = (place_at(reading, passage, t) for t in between)
    return all(p is None or p.state is None or state is None or p.state.key == state.key for p in places)


def _from_afar(reading: Reading, found: Finding) -> bool:
    """Whether any sentence that tells of a meeting has a telephone or a screen in it."""
    for evidence in found.evidence:
        token, passage = trigger(reading, replace(found, evidence=(evidence,)))
        if token is not None and passage is not None:
            first, last = token.sent.start, token.sent.end - 1
            if _AFAR.search(reading.article.text, passage.starts[first], passage.ends[last]):
                return True
    return False
