"""What visits, meetings and summits share: when and where an event was, and whether it came about."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Entity, EntityKind, Meeting, Summit, Visit
from summitry.graph.facts import SlotValue
from summitry.graph.fusion.known import Known, state_of
from summitry.graph.fusion.moment import fitting
from summitry.graph.fusion.naming import tail
from summitry.graph.fusion.reports import Report
from summitry.graph.fusion.shaping import Thing, ask, best, resource
from summitry.graph.fusion.sightings import Event, Sighting
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
    return Sighting(report, dated_by(report, span(payload.date, end)), key, home, mark)


def dated_by(report: Report, told: Span | None) -> Span | None:
    """A day without a year, in the year that lies nearest to the article's own date."""
    published = report.context.published
    if told is None or published is None or not told.yearless:
        return told
    return level(told, day_span(published))[0]


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
    """The years that dated articles add to a day that they, or others, give without one."""
    found: list[Answer] = []
    bare = {text for _, text in told if text is not None and text.startswith("--")}
    alone = bare if all(text is None or text.startswith("--") for _, text in told) else set()
    for report, text in told:
        published = report.context.published
        if published is None:
            continue
        if text is not None and text.startswith("--"):
            found.append((str(level(Span(read(text)), day_span(published))[0].start), report))
        elif text is None and len(alone) == 1 and (day := Span(read(min(alone)))).start.precision == 4:
            filled, _ = level(day, day_span(published))
            if fitting(report, [filled]):
                found.append((str(filled.start), report))
    return found if len({value for value, _ in found}) == 1 or not alone else []


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
