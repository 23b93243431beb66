"""Events that are better explained as one: misdated, misplaced, told of in part, or by the word of a user."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summitry.graph.fusion.decisions import Verdict
from summitry.graph.fusion.reports import connected, voices
from summitry.graph.fusion.sightings import Alike, Event, Links, Sighting, common_ground, together
from summitry.graph.fusion.trips import SLIPPED, one_event
from summitry.graph.fusion.when import Span, apart

Fit = Callable[[Event, Event], "int | None"]
"""How far the first is from being the second: 0 or more; None where it is another event."""


def moved(alike: Alike) -> Fit:
    """The same people in the same place on another day, as one event has that was moved or misdated."""

    def fit(own: Event, other: Event) -> int | None:
        gap = min((apart(x, y) for x in own.spans for y in other.spans), default=0)
        if not 0 < gap <= SLIPPED or not _alike(own, other, alike) or not common_ground(own, other):
            return None
        town = bool(own.towns & other.towns)
        return gap if one_event(own.reports, own.spans, other.reports, other.spans, town=town) else None

    return fit


def misplaced(alike: Alike, *, firm: bool) -> Fit:
    """The same people on the same day in another town of the state.

    `firm` events (meetings, summits) are held once a day; a visitor may see two towns, so there a town is mistaken
    only where others outnumber it. Never one event if an article tells of both.
    """

    def fit(own: Event, other: Event) -> int | None:
        if not own.towns or not other.towns or own.towns & other.towns or not own.states & other.states:
            return None
        if own.articles & other.articles or _gap(own, other) != 0 or not _alike(own, other, alike):
            return None
        return 0 if firm or _outnumbered(own, other) else None

    return fit


def partial(kin: Callable[[object, object], bool]) -> Fit:
    """The same day and place with some of the people: a report that leaves out those who matter less to its readers.

    `kin` tells whether two circles may be one. Of two people within a wider circle that can only be known where the
    town is the same; and never where an article tells of both.
    """

    def fit(own: Event, other: Event) -> int | None:
        one, two = own.sightings[0].mark, other.sightings[0].mark
        assert isinstance(one, frozenset) and isinstance(two, frozenset)
        if one == two or not kin(one, two) or own.articles & other.articles or _gap(own, other) != 0:
            return None
        pair = min(len(one), len(two)) == 2
        return 0 if (own.towns & other.towns if pair else common_ground(own, other)) else None

    return fit


def _alike(own: Event, other: Event, alike: Alike) -> bool:
    return any(alike(x, y) for x in own.sightings for y in other.sightings)


def _gap(own: Event, other: Event) -> int | None:
    return min((apart(x, y) for x in own.spans for y in other.spans), default=None)


def _outnumbered(own: Event, other: Event) -> bool:
    return len(voices(other.reports)) >= 2 * len(voices(own.reports))


def joined(events: list[Event], fit: Fit) -> list[Event]:
    """The events with those joined that fit: in rounds, in each one the pairs that agree."""
    while True:
        events = sorted(events, key=lambda event: event.sign)
        choice = {place: _partner(place, events, fit) for place in range(len(events))}
        links = Links(len(events))
        for place, partner in choice.items():
            if partner is not None and choice[partner] in (None, place):
                links.add(*sorted((place, partner)))
        groups = links.groups()
        if len(groups) == len(events):
            return events
        events = [together([events[place] for place in group]) for group in groups]


def _partner(place: int, events: Sequence[Event], fit: Fit) -> int | None:
    """The event that this one is better explained as: the nearest, then the best supported."""
    own = events[place]
    options = [
        (gap, -len(voices(other.reports)), number)
        for number, other in enumerate(events)
        if number != place and (gap := fit(own, other)) is not None
    ]
    return min(options, default=(0, 0, None))[2]


def as_decided(events: Sequence[Event]) -> list[Event]:
    """The events as users have joined and parted them; what was parted stays apart."""
    sides = [_sides(event, Verdict.SAME) for event in events]
    groups = connected(range(len(events)), lambda place: {decision for decision, _ in sides[place]})
    found = [together([events[place] for place in group]) for group in groups]
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
    towns = [part.towns for part in parts]
    for sighting in others:
        near = [min((_distance(sighting, span) for span in own), default=0) for own in spans]
        away = [sighting.town is not None and sighting.town not in own for own in towns]
        place = min((0, 1), key=lambda side: (near[side], away[side], -counts[side], signs[side]))
        parts[place].sightings.append(sighting)
    return list(parts)


def _distance(sighting: Sighting, span: Span) -> int:
    return apart(sighting.span, span) if sighting.span is not None else 0
