"""An article's time expressions, each read where it stands: against its sentence, its text, its day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import islice, takewhile

from .finding import find_times
from .model import Anchor, Bound, Dated, DateValue, Precision, Relation, Tense, TimeExpression, TimeKind, Unit
from .partial import full_day, iso, parse
from .resolving import resolve
from .tense import guess_tense

Tenses = Callable[[TimeExpression], Tense]
_SENTENCE_END = re.compile(r"[.!?][”’\")]?\s|\n\s*\n")
_NEAR = 400  # characters within which "the following day" refers to a day that was mentioned
_LONG = (Unit.MONTH, Unit.YEAR)  # "two months later" may count from a month
_WEEK = timedelta(7)
_NOW = timedelta(5)  # days before publication within which "is in Rome on Friday" is no day to come


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated expressions of an article in order, and the day its text is told from."""

    times: tuple[Dated, ...]
    day: date | None

    def within(self, start: int, end: int) -> tuple[Dated, ...]:
        """Those that lie in a span of the text."""
        first = bisect_left(self.times, start, key=lambda t: t.expression.start)
        found = takewhile(lambda t: t.expression.start < end, islice(self.times, first, None))
        return tuple(t for t in found if t.expression.end <= end)


def read_timeline(
    text: str,
    spans: Iterable[tuple[int, int]],
    published: date | None = None,
    dateline: str | None = None,
    tense_of: Tenses | None = None,
) -> Timeline:
    """The times of the given spans of the text, in order.

    `tense_of` tells the direction of an expression's verb; without it, the words around each are asked.
    """
    expressions = [e for start, end in spans for e in find_times(text, start, end)]
    tense_of = tense_of or (lambda expression: guess_tense(text, expression))
    tenses = [tense_of(expression) for expression in expressions]
    day = day_context(expressions, tenses, published, dateline)
    today = _dateline_day(dateline, published) or published
    return Timeline(tuple(_read(text, expressions, tenses, Anchor(today, day, dateline))), day)


def day_context(
    expressions: Sequence[TimeExpression],
    tenses: Sequence[Tense],
    published: date | None,
    dateline: str | None = None,
) -> date | None:
    """The day that the text is told from.

    It is the dateline's; else the latest day of the week before publication on which the text says that
    something happened, as pages often bear a later day than their text; else the day of publication.
    """
    if published is None:
        return None
    told = _dateline_day(dateline, published)
    if told:
        return told
    anchor = Anchor(published, published)
    days = [
        day
        for expression, tense in zip(expressions, tenses, strict=True)
        if tense in (Tense.PAST, Tense.PRESENT)
        and (day := _reported_day(expression, anchor, tense))
        and published - (_WEEK if tense is Tense.PAST else _NOW) < day <= published
    ]
    return max(days, default=published)


def _reported_day(expression: TimeExpression, anchor: Anchor, tense: Tense) -> date | None:
    if expression.bound is not Bound.AT or expression.last or expression.to_weekday is not None:
        return None
    if expression.kind not in (TimeKind.WEEKDAY, TimeKind.NEAR, TimeKind.DAY):
        return None
    if expression.kind is TimeKind.WEEKDAY and expression.shift:
        return None
    return full_day(resolve(expression, anchor, tense).start)


def _dateline_day(dateline: str | None, published: date | None) -> date | None:
    """The dateline's day in the year that brings it next to publication."""
    if not dateline or not published:
        return None
    point = parse(dateline)
    years = range(max(published.year - 1, MINYEAR), min(published.year + 1, MAXYEAR) + 1)
    days = [date(y, point.month or 1, point.day or 1) for y in years if (point.month, point.day) != (2, 29)]
    near = [d for d in days if abs((d - published).days) <= 14]
    return near[0] if near else None


def _read(
    text: str, expressions: Sequence[TimeExpression], tenses: Sequence[Tense], base: Anchor
) -> Iterable[Dated]:
    weekdays = _named_weekdays(expressions, tenses, base)
    last: str | None = None
    span: str | None = None  # the day, month or year mentioned last
    year: tuple[int, int] | None = None
    at = 0
    for expression, tense in zip(expressions, tenses, strict=True):
        if year and _SENTENCE_END.search(text, at, expression.start):
            year = None
        near = (span if expression.unit in _LONG else last) if _refers(text, at, expression) else None
        anchor = Anchor(base.published, base.day, base.dateline, near, year, weekdays)
        value = resolve(expression, anchor, tense)
        last = _mentioned(value) or last
        span = value.end or value.start or span
        year = _named_year(expression, value) or year
        at = expression.end
        yield Dated(expression, value)


def _refers(text: str, at: int, expression: TimeExpression) -> bool:
    """Whether the expression is near enough to the one that ends at `at` to count from it.

    "Two days later" may open a paragraph and go on with the story; "a day earlier" there counts from today.
    """
    back = expression.relation is Relation.EARLIER and "\n" in text[at : expression.start][:_NEAR]
    return expression.start - at <= _NEAR and not back


def _named_weekdays(
    expressions: Sequence[TimeExpression], tenses: Sequence[Tense], base: Anchor
) -> tuple[tuple[int, str], ...]:
    """The days that the text names together with their weekday.

    Where it names none, nor its year, the first "on Monday" of what has happened is the dateline's day:
    agencies write of the day on which they file.
    """
    found: dict[int, str] = {}
    for expression, tense in zip(expressions, tenses, strict=True):
        if expression.kind is TimeKind.DAY and expression.weekday is not None:
            start = resolve(expression, base, tense).start
            if start:
                found.setdefault(expression.weekday, start)
    if not found and base.dateline and not base.published:
        pairs = zip(expressions, tenses, strict=True)
        weekday = next((e.weekday for e, tense in pairs if _is_reported(e, tense)), None)
        found = {} if weekday is None else {weekday: base.dateline}
    return tuple(found.items())


def _is_reported(expression: TimeExpression, tense: Tense) -> bool:
    plain = expression.shift is None and expression.to_weekday is None and expression.bound is Bound.AT
    return expression.kind is TimeKind.WEEKDAY and tense is Tense.PAST and plain


def _mentioned(value: DateValue) -> str | None:
    return (value.end or value.start) if value.precision is Precision.DAY else None


def _named_year(expression: TimeExpression, value: DateValue) -> tuple[int, int] | None:
    """The year that an expression names, with its month, for those after it in the same sentence."""
    if expression.kind is TimeKind.PERIOD and value.precision is Precision.YEAR and value.start:
        return int(value.start), 0
    point = expression.last or expression.first
    if expression.kind not in (TimeKind.DAY, TimeKind.MONTH) or point is None or point.year is None:
        return None
    return (point.year, point.month or 0) if iso(point) else None
