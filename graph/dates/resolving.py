"""A time expression and what it is read against -> a partial date, never more exact than the two support."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .distances import resolve_near, resolve_offset, resolve_period
from .model import Anchor, Bound, DateValue, Point, Tense, TimeExpression, TimeKind, Unit
from .partial import bounds, dated, full_day, iso, parse, shift_months
from .weekdays import resolve_weekday

# A page may bear a day somewhat later than its text ("will arrive on June 28" on a page of June 30), or one
# day earlier, as its readers live in other time zones.
_LATER = timedelta(14)
_EARLIER = timedelta(1)
_SOON = timedelta(45)
_BACK_TO = 2  # months


def resolve(expression: TimeExpression, anchor: Anchor, tense: Tense = Tense.UNKNOWN) -> DateValue:
    """The date that the expression stands for where it stands; DateValue() where that cannot be known."""
    match expression.kind:
        case TimeKind.DAY | TimeKind.MONTH | TimeKind.YEAR:
            return _calendar(expression, anchor, tense)
        case TimeKind.WEEKDAY:
            return resolve_weekday(expression, anchor, tense)
        case TimeKind.NEAR:
            return resolve_near(expression, anchor)
        case TimeKind.ORDINAL:
            return _ordinal(expression, anchor, tense)
        case TimeKind.PERIOD:
            return resolve_period(expression, anchor, tense)
        case TimeKind.OFFSET:
            return resolve_offset(expression, anchor)
        case TimeKind.DURATION:
            return DateValue()


def _calendar(expression: TimeExpression, anchor: Anchor, tense: Tense) -> DateValue:
    first = expression.first or Point()
    if first.year is None and first.month is not None:
        first = replace(first, year=_year(first, expression, anchor, tense))
    start = iso(first)
    return dated(start, _end(first, expression.last) if start and expression.last else None)


def _end(first: Point, last: Point) -> str | None:
    """The end of a range; where it names no year, its first occurrence after the start."""
    if last.month is None and last.year is None:
        last = replace(last, month=first.month)
    if last.year is None and first.year is not None:
        later = (last.month or 0, last.day or 31) >= (first.month or 0, first.day or 0)
        last = replace(last, year=first.year if later else first.year + 1)
    return iso(last)


def _year(point: Point, expression: TimeExpression, anchor: Anchor, tense: Tense) -> int | None:
    """The year that the sentence or the day of the text gives a month or a day without one."""
    day = anchor.day or anchor.published
    # "…who took office in 2012, has been ill since March": what lasts until now is counted from now.
    lasting = expression.bound is Bound.SINCE and day
    if anchor.year and expression.shift is None and not lasting:
        year, month = anchor.year
        back = month - (point.month or 0)
        # "in December 2011 … and in March" goes on; "on July 4, 2011 … held on June 30" looks back
        year = year if back <= 0 or (tense is Tense.PAST and point.day and back <= _BACK_TO) else year + 1
        # "attended it in October 2010 and is expected again in July": not a July that is over
        if tense is not Tense.FUTURE or day is None or not _over(replace(point, year=year), day):
            return year
    if day is None:
        return None
    if expression.unit is Unit.YEAR:
        return day.year + (expression.shift or 0)
    years = range(max(day.year - 1, 1), min(day.year + 1, 9999) + 1)
    spans = {y: b for y in years if (start := iso(replace(point, year=y))) and (b := bounds(start))}
    # "Tuesday, June 28" names its year almost as well as a number would.
    spans = {y: b for y, b in spans.items() if b[0].weekday() == expression.weekday} or spans
    return _nearest(spans, day, expression.shift, tense) if spans else None


def _over(point: Point, day: date) -> bool:
    """Whether a month or a day was well over on a day."""
    text = iso(point)
    span = bounds(text) if text else None
    return span is not None and day - span[1] > _LATER


def _nearest(spans: dict[int, tuple[date, date]], day: date, shift: int | None, tense: Tense) -> int:
    """The year in which the span lies on the side of the day that the words or the verb point to."""
    if shift == -1:
        return max((y for y, (_, last) in spans.items() if last < day), default=min(spans))
    if shift == 1:
        return min((y for y, (first, _) in spans.items() if first > day), default=max(spans))
    if shift is None and tense is Tense.PAST:
        year = max((y for y, (first, _) in spans.items() if first - day <= _EARLIER), default=min(spans))
        first, last = spans[year]
        soon = spans.get(year + 1)
        # "invited for September 27" on September 6: a day of eleven months ago would bear its year.
        return year + 1 if first == last and soon and soon[0] - day <= _SOON else year
    if tense is Tense.FUTURE:
        return min((y for y, (_, last) in spans.items() if day - last <= _LATER), default=max(spans))
    return min(spans, key=lambda year: _distance(spans[year], day))


def _distance(span: tuple[date, date], day: date) -> int:
    first, last = span
    return 0 if first <= day <= last else min(abs((first - day).days), abs((last - day).days))


def _ordinal(expression: TimeExpression, anchor: Anchor, tense: Tense) -> DateValue:
    """ "the 28th": of the month mentioned last, else the nearest on the verb's side of the text's day."""
    day = expression.first.day if expression.first else None
    point = parse(anchor.last) if anchor.last else Point()
    if point.month is not None:
        return dated(iso(replace(point, day=day)))
    now = anchor.day or anchor.published
    if now is None or day is None:
        return DateValue()
    months = [shift_months(now.year, now.month, n) for n in (-1, 0, 1)]
    days = [d for y, m in months if 0 < y < 10_000 and (d := full_day(iso(Point(y, m, day))))]
    if tense is Tense.FUTURE:
        days = [d for d in days if d >= now] or days
    elif tense is not Tense.UNKNOWN:
        days = [d for d in days if d <= now] or days
    return dated(min(days, key=lambda d: abs((d - now).days)).isoformat()) if days else DateValue()
