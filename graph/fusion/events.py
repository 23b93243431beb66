"""Reports of the same kind of event with the same people -> which of them tell of the same event.

Every step looks only at what the steps before it found, never at the order of the reports:

1. reports of known days join where their days overlap and their places agree;
2. events of one day that differ as one event told by several does are one: in part of the people, or in a town that
   one source mistook (see `joining`);
3. reports of a day without a year join the one event that fits;
4. events that differ as one event does whose date was mistaken or moved are one (see `trips`);
5. reports of a month, then of a year, join the one event that fits, else each other;
6. reports without a date join the one event that fits the time of their article, else each other;
7. steps 2 and 4 again, now that it is known how many stand behind each event;
8. what users have decided to be one event is one, and what they parted is two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from summitry.graph.fusion.joining import as_decided, joined, misplaced, moved, partial
from summitry.graph.fusion.moment import fitting, fresh, nearest
from summitry.graph.fusion.reports import voices
from summitry.graph.fusion.sightings import (
    Alike,
    Event,
    Sighting,
    anything,
    link,
    overlap,
    placed,
    same_place,
)
from summitry.graph.fusion.when import meet

LEVELS = (5, 4, 3, 2, 1)
"""The precisions of dates, the most precise first (`When.precision`)."""


def cluster(
    sightings: Iterable[Sighting],
    alike: Alike = anything,
    *,
    moving: bool = True,
    firm: bool = False,
    kin: Callable[[object, object], bool] | None = None,
) -> list[Event]:
    """The events that the sightings tell of.

    `moving` False keeps those of different days apart (strikes). `firm` events are held once a day. `kin` tells
    which marks may be of one event though they are not alike.
    """
    waiting = sorted(sightings, key=lambda s: (s.report.article, s.report.claim.key))
    events = _known_days([s for s in waiting if s.precision == 5], alike)
    if kin is not None:
        events = joined(events, partial(kin))
    events = joined(events, misplaced(alike, firm=firm))
    for precision in LEVELS[1:]:
        if precision == 3 and moving:
            events = joined(events, moved(alike))
        events = _join([s for s in waiting if s.precision == precision], events, alike)
    events = _join([s for s in waiting if s.span is None], events, alike)
    events = joined(events, misplaced(alike, firm=firm))
    if moving:
        events = joined(events, moved(alike))
    return sorted(as_decided(events), key=lambda event: event.sign)


def _known_days(sightings: Sequence[Sighting], alike: Alike) -> list[Event]:
    exact = [s for s in sightings if s.town is not None]
    events = link(exact, lambda a, b: a.place == b.place and overlap(a, b) and alike(a, b))
    return _join([s for s in sightings if s.town is None], events, alike)


def _join(newcomers: Sequence[Sighting], events: list[Event], alike: Alike) -> list[Event]:
    """Each newcomer to the event it fits; those that fit none, or too many, to each other."""
    chosen = [(sighting, _choose(sighting, events, alike)) for sighting in newcomers]
    for sighting, event in chosen:
        if event is not None:
            event.sightings.append(sighting)
    rest = [sighting for sighting, event in chosen if event is None]
    exact = [s for s in rest if s.town is not None]
    found = link(exact, lambda a, b: a.place == b.place and overlap(a, b) and alike(a, b))
    return [*events, *found, *_loose([s for s in rest if s.town is None], found, alike)]


def _loose(sightings: Sequence[Sighting], found: list[Event], alike: Alike) -> list[Event]:
    """Reports that name no place, or only a state: with the one event found beside them, else together."""
    alone = []
    options = [(sighting, _fits(sighting, found, alike)) for sighting in sightings]
    for sighting, fits in options:
        if len(fits) == 1:
            fits[0].sightings.append(sighting)
        else:
            alone.append(sighting)
    return link(alone, lambda a, b: overlap(a, b) and same_place(a, b) and alike(a, b))


def _choose(sighting: Sighting, events: list[Event], alike: Alike) -> Event | None:
    fits = _fits(sighting, events, alike)
    if sighting.span is None:
        fits = [event for event in fits if fitting(sighting.report, event.spans)]
    if not fits and sighting.town is not None and sighting.precision < 5:  # it may have mistaken the town
        near = _fits(replace(sighting, place=sighting.state), events, alike)
        fits = [event for event in near if fresh(sighting.report, event.spans)]
        fits = [event for event in fits if sighting.report.article not in event.articles]
    if len(fits) > 1 and (
        sighting.precision == 5 or _one_day(fits)
    ):  # two towns: the better known of the two
        return max(fits, key=lambda event: (len(voices(event.reports)), *event.sign[::-1]))
    if len(fits) > 1:
        return nearest(sighting.report, [(event, event.spans) for event in fits])
    return fits[0] if fits else None


def _one_day(events: Sequence[Event]) -> bool:
    """True if all were on the same days."""
    spans = [event.spans for event in events]
    return all(one and any(meet(a, b) for a in one for b in spans[0]) for one in spans)


def _fits(sighting: Sighting, events: Sequence[Event], alike: Alike) -> list[Event]:
    return [
        event
        for event in events
        if any(alike(sighting, other) for other in event.sightings)
        and placed(sighting, event)
        and (
            sighting.span is None or not event.spans or any(meet(sighting.span, span) for span in event.spans)
        )
    ]
