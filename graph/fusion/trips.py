"""Two events of the same people in one place on different days: one that was moved or misdated, or two?"""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Status
from summitry.graph.fusion.reports import Report, voices
from summitry.graph.fusion.when import Span, apart, level, read

MOVED = 7  # days by which a planned event may shift before it counts as another
SLIPPED = 45  # days that a slip of the pen may put between two dates of one event
NEAR = 7  # days between events that one article tells of one trip


def one_event(
    a: Sequence[Report], a_spans: Sequence[Span], b: Sequence[Report], b_spans: Sequence[Span]
) -> bool:
    """True if the reports `a` are better explained as telling of the event `b`.

    Never if an article tells of both. Else where `a` was only planned and `b`, a few days off, took place;
    or where `a` is a lone voice that is off by a day, or by the month alone while others, or the article's
    other dates, place it at `b`.
    """
    if {report.article for report in a} & {report.article for report in b}:
        return False
    gaps = [apart(x, y) for x in a_spans for y in b_spans]
    if not gaps or not 0 < min(gaps) <= SLIPPED:
        return False
    if min(gaps) <= MOVED and _announced(a, b_spans) and any(report.happened for report in b):
        return True
    if len(voices(a)) > 1:
        return False
    crowd = len(voices(b)) > 1
    if max(gaps) <= (2 if crowd else 1):
        return True
    return _month_alone(a_spans, b_spans) and (crowd or _elsewhere(a, a_spans, b_spans))


def _announced(reports: Sequence[Report], spans: Sequence[Span]) -> bool:
    """True if all tell of a plan, and none was written after the days in question: that would be another plan."""
    last = max(level(span, spans[0])[0].days()[1] for span in spans)
    days = (report.context.published for report in reports)
    return all(report.status is Status.PLANNED for report in reports) and all(
        day is None or spans[0].yearless or day <= last for day in days
    )


def _month_alone(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """True if some two dates differ in the month only: 29 June, 29 July."""
    for x in a:
        for y in b:
            one, other = (span.start for span in level(x, y))
            if one.year == other.year and one.day == other.day and one.month != other.month:
                return True
    return False


def _elsewhere(reports: Sequence[Report], own: Sequence[Span], other: Sequence[Span]) -> bool:
    """True if the articles date something else near the other event: the day before the trip went on."""
    mine = {str(span.start) for span in own}
    told = {text for report in reports for text, _ in report.context.dates if text not in mine}
    near = [Span(read(text)) for text in told]
    return any(
        span.start.day is not None and apart(span, target) <= NEAR for span in near for target in other
    )
