"""What names a distance -> dates: "yesterday", "last week", "three days ago", "the following day"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .model import Anchor, DateValue, Point, Precision, Relation, Tense, TimeExpression, Unit
from .partial import common, dated, end_of, full_day, iso, parse, precision, shift_days, shift_months
from .weekdays import monday

_BACK = (Relation.AGO, Relation.EARLIER, Relation.BEFORE)
_NOTHING = DateValue()


def resolve_near(expression: TimeExpression, anchor: Anchor) -> DateValue:
    """A day counted from today, which is the day of publication, or else the dateline's."""
    shift = expression.shift or 0
    today = anchor.published.isoformat() if anchor.published else anchor.dateline
    return dated(
        shift_days(today, shift) if today else None, symbolic=f"today{shift:+}" if shift else "today"
    )


def resolve_period(expression: TimeExpression, anchor: Anchor, tense: Tense) -> DateValue:
    """A week, month or year counted from this one; a week gives its month at best, and bounds."""
    unit, shift = expression.unit or Unit.DAY, expression.shift or 0
    symbolic = f"{unit}{shift:+}" if shift else str(unit)
    day = anchor.published or anchor.day
    if day is None:
        return replace(_month_of_dateline(unit, shift, anchor), symbolic=symbolic)
    try:
        value = _span(unit, expression.shift, day, tense)
    except (OverflowError, ValueError):
        value = _NOTHING
    return replace(value, symbolic=symbolic)


def _month_of_dateline(unit: Unit, shift: int, anchor: Anchor) -> DateValue:
    if anchor.dateline and unit is Unit.WEEK and shift:  # Monday to Sunday, whichever day the dateline's is
        return _month_between(
            shift_days(anchor.dateline, 7 * shift - 6), shift_days(anchor.dateline, 7 * shift + 6)
        )
    point = parse(anchor.dateline) if anchor.dateline and unit is Unit.MONTH else Point()
    return dated(f"--{(point.month - 1 + shift) % 12 + 1:02}") if point.month else _NOTHING


def _span(unit: Unit, shift: int | None, day: date, tense: Tense) -> DateValue:
    step = shift or 0
    match unit:
        case Unit.WEEK:
            return _week(step, day, tense)
        case Unit.WEEKEND:
            return _weekend(shift, day, tense)
        case Unit.MONTH:
            return dated(iso(Point(*shift_months(day.year, day.month, step))))
        case Unit.YEAR:
            return dated(iso(Point(day.year + step)))
        case Unit.SEASON if step == 0:
            return dated(iso(Point(day.year)))
    return _NOTHING  # quarters and decades, and last summer: too wide, or of two possible years


def _week(step: int, day: date, tense: Tense) -> DateValue:
    first = monday(day) + timedelta(7 * step)
    last = first + timedelta(6)
    if step == 0 and tense is Tense.PAST:
        last = min(last, day)
    if step == 0 and tense is Tense.FUTURE:
        first = max(first, day)
    return _within(first, last)


def _weekend(shift: int | None, day: date, tense: Tense) -> DateValue:
    saturday = monday(day) + timedelta(5)
    if shift == -1 or (shift is None and saturday > day and tense is not Tense.FUTURE):
        saturday -= timedelta(7)
    if shift == 1 and day.weekday() >= 4:
        saturday += timedelta(7)
    return _within(saturday, saturday + timedelta(1))


def _within(first: date, last: date) -> DateValue:
    """A day of which no more is known than that it lies in a span."""
    start = common(first, last)
    return DateValue(start, None, precision(start), None, first, last)


def resolve_offset(expression: TimeExpression, anchor: Anchor) -> DateValue:
    """Counted from the day of the text for "ago", from the day mentioned last for "later".

    What "three days after" counts from is an event that only the caller knows: see `shifted`.
    """
    if expression.relation in (Relation.BEFORE, Relation.AFTER):
        return _NOTHING
    told = expression.relation in (Relation.AGO, Relation.AHEAD)
    today = anchor.published.isoformat() if anchor.published else anchor.dateline
    story = anchor.day.isoformat() if anchor.day else anchor.dateline
    base = today if told else anchor.last or story
    return shifted(base, expression) if base else _NOTHING


def shifted(base: str, expression: TimeExpression) -> DateValue:
    """The date that lies the expression's distance before or after the partial date `base`.

    Use it for "three days after he met", once the day of the meeting is known. Days are exact; weeks, months
    and years are rounded by those who write, so that they give no more than the month, the month and the
    year.
    """
    if expression.count is None:
        return _NOTHING
    count = -expression.count if expression.relation in _BACK else expression.count
    point = parse(base)
    match expression.unit:
        case Unit.DAY if count == 0:
            return dated(base) if precision(base) is Precision.DAY else _NOTHING
        case Unit.DAY if not expression.approximate:
            return dated(shift_days(base, count))
        case Unit.DAY | Unit.WEEK:
            return _about(base, count * (7 if expression.unit is Unit.WEEK else 1))
        case Unit.MONTH if point.month is not None:
            year, month = shift_months(point.year or 2000, point.month, count)
            return dated(iso(Point(year if point.year else None, month)) if year > 0 else None)
        case Unit.YEAR if point.year is not None and 0 < point.year + count < 10_000:
            return dated(iso(Point(point.year + count)))
    return _NOTHING


def _about(base: str, days: int) -> DateValue:
    """The month of a day that is roughly so far off, if a few days more or less do not leave it."""
    if base.startswith("--"):
        return _month_between(shift_days(base, days - 3), shift_days(base, days + 3))
    middle = full_day(shift_days(base, days))
    try:
        return _within(middle - timedelta(3), middle + timedelta(3)) if middle else _NOTHING
    except OverflowError:
        return _NOTHING


def _month_between(first: str | None, last: str | None) -> DateValue:
    """The month that two days without a year share."""
    if first is None or last is None or first[:4] != last[:4]:
        return _NOTHING
    return dated(first[:4])


def last_day(start: str | None, duration: TimeExpression) -> str | None:
    """The last day of what begins on `start` and takes so long; None for one day, or an inexact length."""
    return end_of(start, duration.days)
