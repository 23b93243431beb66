"""Visits that meetings imply: whoever meets somebody abroad is abroad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.claims import EntityKind, Finding, Meeting, Status, Summit, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.days import days_between
from summitry.graph.extract.places import Place, whole
from summitry.graph.mentions.reading import Reading

_CERTAINTY = 0.8
_STAY = 4  # days within which two sightings in one state are one visit


def abroad(reading: Reading, findings: list[Finding]) -> list[Finding]:
    """The findings, with the visits that their meetings imply and no finding tells."""
    visits = [f.payload for f in findings if isinstance(f.payload, Visit)]
    summits = [
        whole(reading, f.payload.place) for f in findings if isinstance(f.payload, Summit) and f.payload.place
    ]
    added: list[Finding] = []
    for found in findings:
        if (
            isinstance(found.payload, Meeting)
            and found.payload.place is not None
            and found.payload.status is not Status.CANCELLED
        ):
            place = whole(reading, found.payload.place)
            if any(_same_place(place, s) for s in summits):
                continue
            for visit in _implied(reading, found.payload, place):
                if not any(_told(visit, v) for v in visits):
                    visits.append(visit)
                    added.append(replace(found, payload=visit, certainty=_CERTAINTY, rule="visit.meeting"))
    return findings + added


def _same_place(a: Place, b: Place) -> bool:
    if a.city and b.city:
        return a.city.key == b.city.key
    return a.state is not None and b.state is not None and a.state.key == b.state.key


def _implied(reading: Reading, meeting: Meeting, place: Place) -> Iterator[Visit]:
    homes = [state_of(reading, p) for p in meeting.participants if p.kind is EntityKind.PERSON]
    if place.state is None or len(meeting.participants) != 2 or place.state.key not in homes:
        return  # who met whom abroad, where nobody is at home, is too often a meeting misread
    for person in meeting.participants:
        home = state_of(reading, person) if person.kind is EntityKind.PERSON else None
        if home is not None and home.startswith("state/") and home != place.state.key:
            yield Visit(person, place.state, place.city, meeting.date, None, meeting.status)


def _told(implied: Visit, told: Visit) -> bool:
    if (
        implied.visitor.key != told.visitor.key
        or told.state is None
        or implied.state is None
        or told.state.key != implied.state.key
    ):
        return False
    if implied.date is None or told.date is None:
        return True
    a = days_between(told.date, implied.date)
    return a is None or -1 <= a <= _STAY
