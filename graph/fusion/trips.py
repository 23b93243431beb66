"""Two events of the same people in one place on different days: one that was moved or misdated, or two?"""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Status
from summitry.graph.fusion.moment import untimely
from summitry.graph.fusion.reports import Report, voices
from summitry.graph.fusion.when import Span, apart, level, read, span

MOVED = 7  # days by which a planned event may shift before it counts as another
SLIPPED = 45  # days that a slip of the pen may put between two dates of one event
NEAR = 7  # days between events that one article tells of one trip


def one_event(
    a: Sequence[Report],
    a_spans: Sequence[Span],
    b: Sequence[Report],
    b_spans: Sequence[Span],
    *,
    town: bool = False,
) -> bool:
    """True if the reports `a` are better explained as telling of the event `b`.

    Never if an article tells of both. Else where `a` was only planned and `b`, a few days off, took place; where
    `a` is off by a day and is a lone voice, or outnumbered by `b`; where it is a lone voice off by two
    days, and several say otherwise or the town is the same (`town`); or where it is off by the month alone while
    others, or the article's other dates, place it at `b`, or its articles cannot be right (see `untimely`). What both were reported to have come about stays two
    where neither outweighs the other and nothing ties the places together.
    """
    if {report.article for report in a} & {report.article for report in b}:
        return False
    gaps = [apart(x, y) for x in a_spans for y in b_spans]
    if not gaps or not 0 < min(gaps) <= SLIPPED:
        return False
    if min(gaps) <= MOVED and _announced(a, b_spans) and any(report.happened for report in b):
        return True
    ours, theirs = len(voices(a)), len(voices(b))
    crowd = theirs > 1
    if max(gaps) <= 1 and (ours == 1 or theirs > ours):
        return True
    wrong = all(untimely(report, span) for report in a if (span := _span_of(report)) is not None)
    if wrong and _month_alone(a_spans, b_spans, rough=True):
        return True
    if ours > 1:
        return False
    if max(gaps) <= 2 and (crowd or town):
        return True
    return _month_alone(a_spans, b_spans) and (crowd or _elsewhere(a, a_spans, b_spans))


def _announced(reports: Sequence[Report], spans: Sequence[Span]) -> bool:
    """True if all tell of a plan, and none was written after the days in question: that would be another plan."""
    last = max(level(each, spans[0])[0].days()[1] for each in spans)
    days = (report.context.published for report in reports)
    return all(report.status is Status.PLANNED for report in reports) and all(
        day is None or spans[0].yearless or day <= last for day in days
    )


def _span_of(report: Report) -> Span | None:
    return span(getattr(report.payload, "date", None), None)


def _month_alone(a: Sequence[Span], b: Sequence[Span], *, rough: bool = False) -> bool:
    """True if some two dates differ in the month only: 29 June, 29 July; `rough`: 29 June and July will do."""
    for x in a:
        for y in b:
            one, other = (span.start for span in level(x, y))
            days = one.day == other.day or (rough and None in (one.day, other.day))
            if one.year == other.year and days and one.month != other.month:
                return True
    return False


def _elsewhere(reports: Sequence[Report], own: Sequence[Span], other: Sequence[Span]) -> bool:
    """True if the articles date something else near the other event: the day before the trip went on."""
    mine = {str(each.start) for each in own}
    told = {text for report in reports for text, _ in report.context.dates if text not in mine}
    near = [Span(read(text)) for text in told]
    return any(
        each.start.day is not None and apart(each, target) <= NEAR for each in near for target in other
    )
