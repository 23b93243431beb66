"""Reports of one organisation's or series' summits -> summits, with who came and who stayed away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summitry.graph.claims import Entity, Summit
from summitry.graph.facts import Fact, SlotValue
from summitry.graph.fusion.events import cluster
from summitry.graph.fusion.known import Known
from summitry.graph.fusion.moment import told_since
from summitry.graph.fusion.naming import dated, fact_key, ordinal, tail
from summitry.graph.fusion.occasions import (
    CAME_ABOUT,
    places_of,
    sighting_of,
    status_of,
    time_and_place,
    times_of,
    town_key,
)
from summitry.graph.fusion.reports import Report, voices
from summitry.graph.fusion.shaping import Thing, apart, ask, best, fact, name_of, resource
from summitry.graph.fusion.sightings import Event, Sighting
from summitry.graph.fusion.words import edition_of, series_name, series_of


def fuse_summits(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """Summits of one organisation or series."""
    found = []
    for report in reports:
        if isinstance(payload := report.payload, Summit):
            found.append(sighting_of(report, payload.place, None, known, edition_of(payload.name_or_org)))
    yield from apart(_summit(event, known) for event in cluster(found, _same_edition, firm=True))


def _same_edition(a: Sighting, b: Sighting) -> bool:
    return a.mark is None or b.mark is None or a.mark == b.mark


def _summit(event: Event, known: Known) -> tuple[Fact, str]:
    start, end = times_of(event)
    place, host = places_of(event, known)
    status = status_of(event)
    name = ask("seriesName", event.reports, lambda report: series_name(report.payload.name_or_org))  # type: ignore[union-attr]
    series = series_of(str(name.accepted))
    organisation = _organisation(event.reports, series, known)
    edition = ask("edition", event.reports, lambda report: edition_of(report.payload.name_or_org))  # type: ignore[union-attr]
    number = str(edition.accepted) if edition.accepted else None
    attendees, absentees = _roll(event.reports, known)
    shortcuts = []
    key = fact_key(
        "summit",
        tail(organisation.key) if organisation else series,
        start.accepted or number,
        None if number else told_since(event.reports, start.accepted),
    )
    if status.accepted in CAME_ABOUT:
        shortcuts = [(guest.key, "attended", key) for guest in attendees]
    slots: list[tuple[str, SlotValue | None]] = [("summitOf", organisation), ("seriesName", name.accepted)]
    slots += [("edition", edition.accepted), ("host", host), *time_and_place(start, end, place, status)]
    slots += [("attendee", guest) for guest in attendees] + [("absentee", guest) for guest in absentees]
    ordinals = f"{ordinal(edition.accepted)} " if isinstance(edition.accepted, int) else ""
    where = place.accepted if isinstance(place.accepted, Entity) else host
    label = dated(f"{ordinals}{name.accepted}{f' in {name_of(where)}' if where else ''}", start.accepted)
    return fact(
        key, "summit", label, event.reports, slots, (name, start, place, edition, status), shortcuts
    ), town_key(place)


def _organisation(reports: Sequence[Report], series: str, known: Known) -> Thing | None:
    """The organisation that most reports name, else the one that the series is called after."""
    named = ask("summitOf", reports, lambda report: getattr(report.payload, "organisation", None)).accepted
    if isinstance(named, Entity):
        return best([named], known)
    return resource(f"organisation/{series}", known)


def _roll(reports: Sequence[Report], known: Known) -> tuple[list[Entity], list[Entity]]:
    """Who was there and who stayed away; where sources differ, the greater number, then absence, counts."""
    there: dict[str, list[Report]] = defaultdict(list)
    away: dict[str, list[Report]] = defaultdict(list)
    people: dict[str, list[Entity]] = defaultdict(list)
    for report in reports:
        summit = report.told(Summit)
        for table, side in ((there, summit.attendees), (away, summit.absentees)):
            for person in side:
                table[person.key].append(report)
                people[person.key].append(person)
    absent = {key for key in away if len(voices(away[key])) >= len(voices(there.get(key, [])))}
    chosen = [best(people[key], known) for key in sorted(people)]
    return [p for p in chosen if p.key not in absent], [p for p in chosen if p.key in absent]
