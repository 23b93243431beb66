"""Reports of the same kind of event with the same people -> which of them tell of the same event.

Every step looks only at what the steps before it found, never at the order of the reports:

1. reports of known days join where their days overlap and their places agree;
2. reports of a day without a year join the one event that fits;
3. events that differ as one event does whose date was mistaken or moved are one (see `trips`);
4. reports of a month, then of a year, join the one event that fits, else each other;
5. reports without a date join the one event that fits the time of their article, else each other;
6. what users have decided to be one event is one, and what they parted is two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from summitry.graph.fusion.decisions import Verdict
from summitry.graph.fusion.moment import fitting, nearest
from summitry.graph.fusion.reports import Report, connected, voices
from summitry.graph.fusion.trips import SLIPPED, one_event
from summitry.graph.fusion.when import Span, apart, meet

LEVELS = (5, 4, 3, 2, 1)
"""The precisions of dates, the most precise first (`When.precision`)."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report of an event: when, where, and a test of what else must fit (participants, edition)."""

    report: Report
    span: Span | None
    place: str | None  # key
    state: str | None  # key of the state the place is in
    mark: object = None

    @property
    def precision(self) -> int:
        """How precise its date is; 0 for none."""
        return self.span.start.precision if self.span else 0


Alike = Callable[[Sighting, Sighting], bool]


def anything(_: Sighting, __: Sighting) -> bool:
    """Nothing but time and place has to fit."""
    return True


@dataclass(slots=True, eq=False)
class Event:
    """The sightings of one event."""

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def reports(self) -> list[Report]:
        """The reports of its sightings."""
        return [sighting.report for sighting in self.sightings]

    @property
    def spans(self) -> list[Span]:
        """The dates that its sources give, the most precise ones only."""
        best = max((sighting.precision for sighting in self.sightings), default=0)
        return [s.span for s in self.sightings if s.span is not None and s.precision == best]

    @property
    def sign(self) -> tuple[str, ...]:
        """What orders events whatever the order of reading."""
        return min(
            (str(s.span.start) if s.span else "~", s.report.article, s.report.claim.key)
            for s in self.sightings
        )


def cluster(sightings: Iterable[Sighting], alike: Alike = anything, *, moving: bool = True) -> list[Event]:
    """The events that the sightings tell of; `moving` False keeps those of different days apart (strikes)."""
    waiting = sorted(sightings, key=lambda s: (s.report.article, s.report.claim.key))
    events = _known_days([s for s in waiting if s.precision == 5], alike)
    for precision in LEVELS[1:]:
        if precision == 3 and moving:
            events = _moved(events, alike)
        events = _join([s for s in waiting if s.precision == precision], events, alike)
    events = _join([s for s in waiting if s.span is None], events, alike)
    return sorted(_as_decided(events), key=lambda event: event.sign)


def _known_days(sightings: Sequence[Sighting], alike: Alike) -> list[Event]:
    placed = [s for s in sightings if _exact_place(s)]
    events = _link(placed, lambda a, b: a.place == b.place and _overlap(a, b) and alike(a, b))
    return _join([s for s in sightings if not _exact_place(s)], events, alike)


def _exact_place(sighting: Sighting) -> bool:
    return sighting.place is not None and sighting.place != sighting.state


def _overlap(a: Sighting, b: Sighting) -> bool:
    return a.span is None or b.span is None or meet(a.span, b.span)


def _join(newcomers: Sequence[Sighting], events: list[Event], alike: Alike) -> list[Event]:
    """Each newcomer to the event it fits; those that fit none, or too many, to each other."""
    chosen = [(sighting, _choose(sighting, events, alike)) for sighting in newcomers]
    for sighting, event in chosen:
        if event is not None:
            event.sightings.append(sighting)
    rest = [sighting for sighting, event in chosen if event is None]
    exact = [s for s in rest if _exact_place(s)]
    found = _link(exact, lambda a, b: a.place == b.place and _overlap(a, b) and alike(a, b))
    return [*events, *found, *_loose([s for s in rest if not _exact_place(s)], found, alike)]


def _loose(sightings: Sequence[Sighting], found: list[Event], alike: Alike) -> list[Event]:
    """Reports that name no place, or only a state: with the one event found beside them, else together."""
    alone = []
    options = [(sighting, _fits(sighting, found, alike)) for sighting in sightings]
    for sighting, fits in options:
        if len(fits) == 1:
            fits[0].sightings.append(sighting)
        else:
            alone.append(sighting)
    return _link(alone, lambda a, b: _overlap(a, b) and _same_place(a, b) and alike(a, b))


def _choose(sighting: Sighting, events: list[Event], alike: Alike) -> Event | None:
    fits = _fits(sighting, events, alike)
    if sighting.span is None:
        fits = [event for event in fits if fitting(sighting.report, event.spans)]
    if len(fits) > 1 and sighting.precision == 5:  # in two towns on one day: the better known of the two
        return max(fits, key=lambda event: (len(voices(event.reports)), *event.sign[::-1]))
    if len(fits) > 1:
        return nearest(sighting.report, [(event, event.spans) for event in fits])
    return fits[0] if fits else None


def _fits(sighting: Sighting, events: Sequence[Event], alike: Alike) -> list[Event]:
    return [
        event
        for event in events
        if any(alike(sighting, other) for other in event.sightings)
        and all(_same_place(sighting, other) for other in event.sightings)
        and (
            sighting.span is None or not event.spans or any(meet(sighting.span, span) for span in event.spans)
        )
    ]


def _same_place(a: Sighting, b: Sighting) -> bool:
    """True if the places can be one: the same, one unknown, or a town and its state."""
    if a.place is None or b.place is None or a.place == b.place:
        return True
    return a.state == b.state and not (_exact_place(a) and _exact_place(b))


def _link(sightings: Sequence[Sighting], linked: Alike) -> list[Event]:
    """The groups that links between pairs make; tried in the order of days, so that few pairs are."""
    spans = [(s.span.days() if s.span else None, s) for s in sightings]
    ordered = sorted(spans, key=lambda pair: pair[0] or (date.min, date.min))
    links = _Links(len(ordered))
    for low, (days, a) in enumerate(ordered):
        for high in range(low + 1, len(ordered)):
            other, b = ordered[high]
            if days and other and other[0] > days[1]:
                break
            if linked(a, b):
                links.add(low, high)
    return [Event([ordered[place][1] for place in group]) for group in links.groups()]


class _Links:
    """Pairs of places, and the groups they make."""

    def __init__(self, count: int) -> None:
        self._of: list[list[tuple[int, int]]] = [[] for _ in range(count)]

    def add(self, low: int, high: int) -> None:
        """Joins two places."""
        self._of[low].append((low, high))
        self._of[high].append((low, high))

    def groups(self) -> list[list[int]]:
        """The groups, in order."""
        return connected(range(len(self._of)), lambda place: self._of[place])


def _as_decided(events: Sequence[Event]) -> list[Event]:
    """The events as users have joined and parted them; what was parted stays apart."""
    sides = [_sides(event, Verdict.SAME) for event in events]
    groups = connected(range(len(events)), lambda place: {decision for decision, _ in sides[place]})
    found = [Event([s for place in group for s in events[place].sightings]) for group in groups]
    cuts = sorted({decision for event in found for decision, _ in _sides(event, Verdict.DIFFERENT)})
    for cut in cuts:
        found = [part for event in found for part in _parted(event, cut)]
    return found


def _sides(event: Event, verdict: Verdict) -> set[tuple[str, int]]:
    marks = (mark for sighting in event.sightings for mark in sighting.report.marks)
    return {(mark.decision, mark.side) for mark in marks if mark.verdict is verdict}


def _parted(event: Event, decision: str) -> list[Event]:
    """The event cut in two where both sides of a decision are in it; other reports go where their day is."""
    sides: tuple[list[Sighting], list[Sighting]] = ([], [])
    others: list[Sighting] = []
    for sighting in event.sightings:
        own = [mark.side for mark in sighting.report.marks if mark.decision == decision]
        (sides[own[0]] if own else others).append(sighting)
    if not sides[0] or not sides[1]:
        return [event]
    parts = (Event(sides[0]), Event(sides[1]))
    spans, signs = [part.spans for part in parts], [part.sign for part in parts]
    counts = [len(voices(part.reports)) for part in parts]
    for sighting in others:
        near = [min((_distance(sighting, span) for span in own), default=0) for own in spans]
        there = [sighting.place not in (None, *(s.place for s in side)) for side in sides]
        place = min((0, 1), key=lambda side: (near[side], there[side], -counts[side], signs[side]))
        parts[place].sightings.append(sighting)
    return list(parts)


def _distance(sighting: Sighting, span: Span) -> int:
    return apart(sighting.span, span) if sighting.span is not None else 0


def _moved(events: list[Event], alike: Alike) -> list[Event]:
    """Events joined whose dates differ as those of one event may: in rounds, in each one the pairs that agree."""
    while True:
        events = sorted(events, key=lambda event: event.sign)
        choice = {place: _partner(place, events, alike) for place in range(len(events))}
        links = _Links(len(events))
        for place, partner in choice.items():
            if partner is not None and choice[partner] in (None, place):
                links.add(*sorted((place, partner)))
        groups = links.groups()
        if len(groups) == len(events):
            return events
        events = [Event([s for place in group for s in events[place].sightings]) for group in groups]


def _partner(place: int, events: Sequence[Event], alike: Alike) -> int | None:
    """The event that this one is better explained as: the nearest, then the best supported."""
    own = events[place]
    options = [
        (gap, -len(voices(other.reports)), number)
        for number, other in enumerate(events)
        if number != place
        and 0 < (gap := min((apart(x, y) for x in own.spans for y in other.spans), default=0)) <= SLIPPED
        and any(alike(x, y) for x in own.sightings for y in other.sightings)
        and all(_same_place(x, y) for x in own.sightings for y in other.sightings)
        and one_event(own.reports, own.spans, other.reports, other.spans)
    ]
    return min(options, default=(0, 0, None))[2]
