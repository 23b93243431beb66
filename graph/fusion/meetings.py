"""Reports of the same people together -> meetings, with what they talked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from summitry.graph.claims import Entity, Meeting, Topic
from summitry.graph.facts import Fact, SlotValue
from summitry.graph.fusion.events import cluster
from summitry.graph.fusion.known import Known
from summitry.graph.fusion.moment import told_since
from summitry.graph.fusion.naming import dated, fact_key, listed, tail
from summitry.graph.fusion.occasions import (
    CAME_ABOUT,
    places_of,
    sighting_of,
    status_of,
    time_and_place,
    times_of,
    town_key,
)
from summitry.graph.fusion.reports import Report
from summitry.graph.fusion.shaping import apart, best, fact, name_of
from summitry.graph.fusion.sightings import Event, Sighting


def fuse_meetings(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """Meetings of people who share a block: two parties, or circles of more that overlap."""
    found, topics = [], []
    for report in reports:
        if isinstance(payload := report.payload, Meeting):
            circle = frozenset(person.key for person in payload.participants)
            found.append(sighting_of(report, payload.place, None, known, circle))
        elif isinstance(payload, Topic):
            topics.append(report)
    events = cluster(found, _same_circle, firm=True, kin=_kin)
    yield from apart(_meeting(event, _themes(event, events, topics), known) for event in events)


def _same_circle(a: Sighting, b: Sighting) -> bool:
    """True if the people are the same, or one of two wider circles holds most of the other."""
    return a.mark == b.mark or (_wide(a.mark) and _wide(b.mark) and _kin(a.mark, b.mark))


def _wide(circle: object) -> bool:
    return isinstance(circle, frozenset) and len(circle) > 2


def _kin(one: object, other: object) -> bool:
    """True if one circle holds the other, or most of the people are the same."""
    assert isinstance(one, frozenset) and isinstance(other, frozenset)
    shared = len(one & other)
    return shared >= 2 and (one <= other or other <= one or 2 * shared >= len(one | other))


def _themes(event: Event, events: Sequence[Event], topics: Sequence[Report]) -> list[Report]:
    """The topics of this meeting: those of the articles that tell of it, or of the only meeting there is."""
    own = {report.article for report in event.reports}
    people = {key for sighting in event.sightings for key in sighting.mark}  # type: ignore[attr-defined]
    chosen = []
    for topic in topics:
        assert isinstance(topic.payload, Topic)
        if not {person.key for person in topic.payload.participants} <= people:
            continue
        tellers = [other for other in events if topic.article in {report.article for report in other.reports}]
        if (topic.article in own and tellers[0] is event) or (not tellers and len(events) == 1):
            chosen.append(topic)
    return chosen


def _meeting(event: Event, topics: Sequence[Report], known: Known) -> tuple[Fact, str]:
    people = _parties(
        (report.payload.participants for report in event.reports if isinstance(report.payload, Meeting)),
        known,
    )
    start, end = times_of(event)
    place, host = places_of(event, known)
    status = status_of(event)
    where = place.accepted if isinstance(place.accepted, Entity) else host
    names = listed(sorted(person.name for person in people))
    shortcuts = []
    if status.accepted in CAME_ABOUT:
        shortcuts = [(a.key, "met", b.key) for a, b in combinations(people, 2)]
    slots: list[tuple[str, SlotValue | None]] = [("participant", person) for person in people]
    slots += [("host", host), *time_and_place(start, end, place, status)]
    slots += [("discussed", text) for text in _subjects(topics)]
    first = [tail(person.key) for person in people[:3]]
    more = f"and-{len(people) - 3}" if len(people) > 3 else ""
    result = fact(
        fact_key("meeting", *first, more, start.accepted, told_since(event.reports, start.accepted)),
        "meeting",
        dated(f"Meeting of {names}{f' in {name_of(where)}' if where else ''}", start.accepted),
        [*event.reports, *topics],
        slots,
        (start, place, status),
        shortcuts,
    )
    return result, town_key(place)


def _parties(groups: Iterable[Iterable[Entity]], known: Known) -> list[Entity]:
    by_key: dict[str, list[Entity]] = {}
    for group in groups:
        for person in group:
            by_key.setdefault(person.key, []).append(person)
    return [best(by_key[key], known) for key in sorted(by_key)]


def _subjects(topics: Sequence[Report]) -> list[str]:
    """The topics, each once whatever its capitals."""
    found: dict[str, str] = {}
    for report in topics:
        assert isinstance(report.payload, Topic)
        text = report.payload.topic
        found[text.casefold()] = min(text, found.get(text.casefold(), text))
    return [found[key] for key in sorted(found)]
