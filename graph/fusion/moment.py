"""The time of an article against that of an event: may an undated report mean it, and which is nearest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from summitry.graph.claims import MilitaryAction, Status
from summitry.graph.fusion.reports import Context, Report
from summitry.graph.fusion.when import Span, apart, day_span, level, read

Thing = TypeVar("Thing")

# Days before and after the article's own date in which an event without a date may lie, by its status.
AROUND: dict[Status | None, tuple[int, int]] = {
    Status.OCCURRED: (60, 1),
    Status.ONGOING: (7, 7),
    Status.PLANNED: (1, 120),
    Status.CANCELLED: (60, 120),
}
# The same for an article without a date, around the newest event that it dates: it is younger than that.
AFTER: dict[Status | None, tuple[int, int]] = {
    Status.OCCURRED: (60, 365),
    Status.ONGOING: (1, 365),
    Status.PLANNED: (1, 365),
    Status.CANCELLED: (60, 365),
}
ALWAYS = (36500, 36500)


def anchor(context: Context) -> Span | None:
    """Where an article stands in time: its date, else the newest event it says took place, else unknown."""
    if context.published is not None:
        return day_span(context.published)
    past = [Span(read(text)) for text, happened in context.dates if happened]
    dated = [span for span in past if not span.yearless]
    return max(dated or past, key=lambda span: (span.days()[1], str(span.start)), default=None)


def fitting(report: Report, spans: Sequence[Span]) -> bool:
    """True if a report without a date may mean an event on one of these days."""
    here = anchor(report.context)
    if here is None or not spans:
        return True
    before, after = window(report)
    return any(-before <= _ahead(here, span) <= after for span in spans)


def window(report: Report) -> tuple[int, int]:
    """The days before and after the time of its article in which an event without a date may lie."""
    windows = AROUND if report.context.published is not None else AFTER
    if isinstance(report.payload, MilitaryAction):
        return windows[Status.OCCURRED]  # what is told without a date is news
    before, after = windows.get(report.status, ALWAYS)
    if report.status is None and report.context.published is not None:
        after = 1  # what is told as a plain fact is not of the future
    return before, after


NEWS = 7
"""Days around an event in which articles about it are news."""


def fresh(report: Report, spans: Sequence[Span]) -> bool:
    """True if the report is news of an event on one of these days."""
    published = report.context.published
    return published is not None and any(apart(day_span(published), span) <= NEWS for span in spans)


def untimely(report: Report, span: Span) -> bool:
    """True if the article cannot be right about the day: it told of what took place before it did, or announced it late.

    A day of grace on either side, for time zones and for papers that date themselves by the next morning.
    """
    published = report.context.published
    if published is None:
        return False
    told, _ = level(span, day_span(published))
    first, last = told.days()
    if report.happened:
        return first > published + timedelta(days=1)
    return report.status is Status.PLANNED and last < published - timedelta(days=1)


def _ahead(here: Span, event: Span) -> int:
    """The days from here to the event; negative if it is past, 0 if the two can be one day."""
    a, b = level(here, event)
    gap = apart(a, b)
    return gap if b.days()[0] > a.days()[1] else -gap


def told_since(reports: Sequence[Report], start: object) -> str | None:
    """For an event without a year, the day of its first report, which tells its key from others'; None if it has one."""
    if isinstance(start, str) and not start.startswith("--"):
        return None
    anchors = [here for report in reports if (here := anchor(report.context)) and not here.yearless]
    first = min((here.days()[0] for here in anchors), default=None)
    return f"told-{first}" if first is not None else None


def nearest(report: Report, options: Sequence[tuple[Thing, Sequence[Span]]]) -> Thing | None:
    """The event that lies nearest to the article's own time; None where two are as near, or nobody knows."""
    here = anchor(report.context)
    if here is None:
        return None
    gaps = [min(apart(here, span) for span in spans) if spans else 10**6 for _, spans in options]
    least = min(gaps)
    if gaps.count(least) > 1:
        return None
    return options[gaps.index(least)][0]
