"""Reports of one visitor in one state -> visits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.graph.claims import Entity, Visit
from summitry.graph.facts import Fact
from summitry.graph.fusion.events import cluster
from summitry.graph.fusion.known import Known
from summitry.graph.fusion.moment import told_since
from summitry.graph.fusion.naming import dated, fact_key, tail
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
from summitry.graph.fusion.sightings import Event


def fuse_visits(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """Visits of one visitor to one state."""
    found = []
    for report in reports:
        if isinstance(payload := report.payload, Visit):
            found.append(sighting_of(report, payload.city, payload.state, known))
    yield from apart(_visit(event, known) for event in cluster(found))


def _visit(event: Event, known: Known) -> tuple[Fact, str]:
    visitor = best(
        (report.payload.visitor for report in event.reports if isinstance(report.payload, Visit)), known
    )
    start, end = times_of(event)
    place, host = places_of(event, known)
    status = status_of(event)
    where = host if host is not None else place.accepted if isinstance(place.accepted, Entity) else None
    shortcuts = []
    if status.accepted in CAME_ABOUT and host is not None:
        shortcuts.append((visitor.key, "visited", host.key))
    result = fact(
        fact_key(
            "visit",
            tail(visitor.key),
            tail(where.key) if where else "",
            start.accepted,
            told_since(event.reports, start.accepted),
        ),
        "visit",
        dated(f"{visitor.name} in {name_of(where) if where else 'an unnamed state'}", start.accepted),
        event.reports,
        [("visitor", visitor), ("host", host), *time_and_place(start, end, place, status)],
        (start, end, place, status),
        shortcuts,
    )
    return result, town_key(place)
