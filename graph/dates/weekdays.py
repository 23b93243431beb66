"""A weekday, or a span of them -> dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .model import Anchor, DateValue, Tense, TimeExpression, Unit
from .partial import dated, full_day, shift_days
from .words import WEEKDAY_WORDS


def resolve_weekday(expression: TimeExpression, anchor: Anchor, tense: Tense) -> DateValue:
    """The day on the verb's side of the text's own day; where that is unknown, from a day it names."""
    weekday = expression.weekday or 0
    symbolic = WEEKDAY_WORDS[weekday]
    day = anchor.day or anchor.published
    if day is None:
        return replace(_by_named_weekdays(expression, anchor, tense), symbolic=symbolic)
    if expression.unit is Unit.WEEK and anchor.published:
        day = anchor.published  # "Tuesday last week" counts weeks, not days
    found = _day_of_week(weekday, expression, day, tense)
    if found is None:
        return DateValue(symbolic=symbolic)
    if expression.to_weekday is None:
        return dated(found.isoformat(), symbolic=symbolic)
    length = (expression.to_weekday - weekday) % 7
    if found + timedelta(length) > day and tense is Tense.PAST and expression.shift is None:
        found -= timedelta(7)  # "held talks from Monday to Wednesday" is over
    return dated(found.isoformat(), (found + timedelta(length)).isoformat(), symbolic)


def _day_of_week(weekday: int, expression: TimeExpression, day: date, tense: Tense) -> date | None:
    shift = expression.shift
    back = (day.weekday() - weekday) % 7
    on = (weekday - day.weekday()) % 7
    try:
        if expression.unit is Unit.WEEK:
            return monday(day) + timedelta(7 * (shift or 0) + weekday)
        if shift == -1:
            return day - timedelta(back or 7)
        if shift == 1:
            return _next(day + timedelta(on or 7), day)
        if tense is Tense.FUTURE or (shift == 0 and tense is not Tense.PAST):
            return day + timedelta(on)
        if tense is Tense.UNKNOWN and back > 3:
            return day + timedelta(on)
        return day - timedelta(back)
    except OverflowError:
        return None


def _next(coming: date, day: date) -> date:
    """Before the weekend, "next Friday" is not the Friday of this week."""
    return coming + timedelta(7) if monday(coming) == monday(day) else coming


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(day.weekday())


def _by_named_weekdays(expression: TimeExpression, anchor: Anchor, tense: Tense) -> DateValue:
    weekday = expression.weekday or 0
    known = dict(anchor.weekdays)
    last = full_day(anchor.last)
    if not known and last:
        known = {last.weekday(): last.isoformat()}
    if expression.shift is not None or not known:
        return DateValue()
    if weekday in known:
        return dated(known[weekday], _end(known[weekday], expression))
    named, day = next(iter(known.items()))
    back, on = (named - weekday) % 7, (weekday - named) % 7
    # Told from a day that the text names: what is past lies near it, before or after.
    start = shift_days(day, on if tense is Tense.FUTURE or on <= back else -back)
    return dated(start, _end(start, expression))


def _end(start: str | None, expression: TimeExpression) -> str | None:
    if start is None or expression.to_weekday is None:
        return None
    return shift_days(start, (expression.to_weekday - (expression.weekday or 0)) % 7)
