"""One report as a sighting of an event, and the sightings that are taken for one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from summitry.graph.fusion.reports import Report, connected
from summitry.graph.fusion.when import Span, meet


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report of an event: when, where, and a mark of what else must fit (participants, edition)."""

    report: Report
    span: Span | None
    place: str | None  # key
    state: str | None  # key of the state the place is in
    mark: object = None

    @property
    def precision(self) -> int:
        """How precise its date is; 0 for none."""
        return self.span.start.precision if self.span else 0

    @property
    def town(self) -> str | None:
        """The town or region, if it names one."""
        return self.place if self.place != self.state else None


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
    def articles(self) -> set[str]:
        """The articles that tell of it."""
        return {sighting.report.article for sighting in self.sightings}

    @property
    def spans(self) -> list[Span]:
        """The dates that its sources give, the most precise ones only."""
        best = max((sighting.precision for sighting in self.sightings), default=0)
        return list(
            dict.fromkeys(s.span for s in self.sightings if s.span is not None and s.precision == best)
        )

    @property
    def towns(self) -> set[str]:
        """The towns that its sources name."""
        return {sighting.town for sighting in self.sightings if sighting.town is not None}

    @property
    def states(self) -> set[str]:
        """The states that its sources name."""
        return {sighting.state for sighting in self.sightings if sighting.state is not None}

    @property
    def sign(self) -> tuple[str, ...]:
        """What orders events whatever the order of reading."""
        return min(
            (str(s.span.start) if s.span else "~", s.report.article, s.report.claim.key)
            for s in self.sightings
        )


def together(events: Sequence[Event]) -> Event:
    """One event of several."""
    return Event([sighting for event in events for sighting in event.sightings])


def overlap(a: Sighting, b: Sighting) -> bool:
    """True if the dates can be one."""
    return a.span is None or b.span is None or meet(a.span, b.span)


def same_place(a: Sighting, b: Sighting) -> bool:
    """True if the places can be one: the same, one unknown, or a town and its state."""
    if a.place is None or b.place is None or a.place == b.place:
        return True
    return a.state == b.state and not (a.town and b.town)


def placed(sighting: Sighting, event: Event) -> bool:
    """True if the sighting can be where the event was, according to one of its sources."""
    if sighting.town is not None and event.towns:
        return sighting.town in event.towns
    return any(same_place(sighting, other) for other in event.sightings)


def common_ground(a: Event, b: Event) -> bool:
    """True if the two can have been in one place: a town in common, or no two towns or states to tell apart."""
    if a.towns and b.towns:
        return bool(a.towns & b.towns)
    return not a.states or not b.states or bool(a.states & b.states)


def link(sightings: Iterable[Sighting], linked: Alike) -> list[Event]:
    """The groups that links between pairs make; tried in the order of days, so that few pairs are."""
    spans = [(s.span.days() if s.span else None, s) for s in sightings]
    ordered = sorted(spans, key=lambda pair: pair[0] or (date.min, date.min))
    links = Links(len(ordered))
    for low, (days, a) in enumerate(ordered):
        for high in range(low + 1, len(ordered)):
            other, b = ordered[high]
            if days and other and other[0] > days[1]:
                break
            if linked(a, b):
                links.add(low, high)
    return [Event([ordered[place][1] for place in group]) for group in links.groups()]


class Links:
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
