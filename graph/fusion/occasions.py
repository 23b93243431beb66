"""What visits, meetings and summits share: when and where an event was, and whether it came about."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Entity, EntityKind, Meeting, Summit, Visit
from summitry.graph.facts import SlotValue
from summitry.graph.fusion.events import Event, Sighting
from summitry.graph.fusion.known import Known, state_of
from summitry.graph.fusion.moment import fitting
from summitry.graph.fusion.naming import tail
from summitry.graph.fusion.reports import Report
from summitry.graph.fusion.shaping import Thing, ask, best, resource
from summitry.graph.fusion.truth import Answer, Question, Settled, settle, when_question
from summitry.graph.fusion.when import Span, day_span, level, read, span

STATUSES = ("planned", "cancelled", "ongoing", "occurred")
CALLED_OFF = frozenset(["cancelled"])
CAME_ABOUT = frozenset(["ongoing", "occurred"])


def _history(a: SlotValue, b: SlotValue) -> bool:
    """True unless one says that it was called off, the other that it came about: all else is one history."""
    return not (({a} <= CALLED_OFF and {b} <= CAME_ABOUT) or ({b} <= CALLED_OFF and {a} <= CAME_ABOUT))


STATUS = Question("eventStatus", agree=_history, precision=lambda value: STATUSES.index(str(value)))


def sighting_of(
    report: Report, place: Entity | None, state: Entity | None, known: Known, mark: object = None
) -> Sighting:
    """A report as a sighting; without a place, its state is where it was."""
    payload = report.payload
    assert isinstance(payload, Visit | Meeting | Summit)
    spot = place or state
    key = spot.key if spot is not None else None
    home = state.key if state is not None else state_of(key, known) if key else None
    end = payload.end if isinstance(payload, Visit) else None
    return Sighting(report, span(payload.date, end), key, home, mark)


def times_of(event: Event) -> tuple[Settled, Settled]:
    """The start and the end; an end counts if it comes with a start that agrees with the accepted one."""
    told = [(report, getattr(report.payload, "date", None)) for report in event.reports]
    start = settle(when_question("startDate"), [*_stated(told), *_with_year(event, told)])
    chosen = str(start.accepted) if start.accepted is not None else None
    ends: list[Answer] = [
        (_in_year(payload.end, chosen), report)
        for report in event.reports
        if isinstance(payload := report.payload, Visit)
        and payload.end
        and (chosen is None or payload.date is None or read(payload.date).agrees(read(chosen)))
    ]
    return start, settle(when_question("endDate"), ends)


def _in_year(end: str, start: str | None) -> str:
    """The end with the year of the start, if it has none of its own."""
    if start is None or start.startswith("--") or not end.startswith("--"):
        return end
    return str(level(Span(read(start)), Span(read(end)))[1].start)


def _stated(told: Sequence[tuple[Report, str | None]]) -> list[Answer]:
    return [(text, report) for report, text in told if text is not None]


def _with_year(event: Event, told: Sequence[tuple[Report, str | None]]) -> list[Answer]:
    """The event's day with the year of the dated articles that tell of it, if the day has none of its own."""
    days = {str(span.start) for span in event.spans}
    if len(days) != 1 or not days.pop().startswith("--"):
        return []
    day = event.spans[0]
    if day.start.precision != 4:
        return []
    found: list[Answer] = []
    for report, text in told:
        if report.context.published is not None and (text is None or text.startswith("--")):
            filled, _ = level(day, day_span(report.context.published))
            if fitting(report, [filled]):
                found.append((str(filled.start), report))
    return found if len({value for value, _ in found}) == 1 else []


def places_of(event: Event, known: Known) -> tuple[Settled, Thing | None]:
    """The town or region, settled, and the state it is in."""

    def town(report: Report) -> Entity | None:
        spot = _spot(report)
        return best([spot], known) if spot is not None and spot.kind is not EntityKind.STATE else None

    place = ask(Question("place", event=True), event.reports, town)
    states = [spot for report in event.reports if (spot := _state(report)) is not None]
    if states:
        return place, best(states, known)
    key = state_of(place.accepted.key, known) if isinstance(place.accepted, Entity) else None
    return place, resource(key, known) if key else None


def _spot(report: Report) -> Entity | None:
    payload = report.payload
    return payload.city if isinstance(payload, Visit) else getattr(payload, "place", None)


def _state(report: Report) -> Entity | None:
    if isinstance(report.payload, Visit):
        return report.payload.state
    spot = _spot(report)
    return spot if spot is not None and spot.kind is EntityKind.STATE else None


def status_of(event: Event) -> Settled:
    """Whether it came about."""
    return ask(STATUS, event.reports, lambda report: str(report.status) if report.status else None)


def time_and_place(
    start: Settled, end: Settled, place: Settled, status: Settled
) -> list[tuple[str, SlotValue | None]]:
    """The slots that all occasions have."""
    return [
        ("place", place.accepted),
        ("startDate", start.accepted),
        ("endDate", end.accepted),
        ("eventStatus", status.accepted),
    ]


def town_key(place: Settled) -> str:
    """The word that tells two facts of one day apart; "" for no town."""
    return tail(place.accepted.key) if isinstance(place.accepted, Entity) else ""
