"""A text -> its time expressions, with offsets, in order and without overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from .absolute import find_months, find_years
from .model import Bound, Point, TimeExpression, TimeKind
from .relative import find_counted, find_near, find_ordinals, find_weekdays
from .words import MONTH_WORDS, NEAR_WORDS, UNIT_WORDS, WEEKDAY_WORDS

_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|and|until|till|through|or)\s(?:the\s)?")
_AND = re.compile(r"\s(?:and|or)\s")
_BOUND = re.compile(
    r"\b(?P<word>since|ever\ssince|from|until|till|through|up\sto|by|before|prior\sto|ahead\sof|after|following|between|for)"
    r"\s(?:the\s|on\s|as\sof\s)?$",
    re.I,
)
_BOUNDS = {
    "since": Bound.SINCE,
    "ever since": Bound.SINCE,
    "from": Bound.FROM,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "through": Bound.UNTIL,
    "up to": Bound.UNTIL,
    "by": Bound.BY,
    "before": Bound.BEFORE,
    "prior to": Bound.BEFORE,
    "ahead of": Bound.BEFORE,
    "after": Bound.AFTER,
    "following": Bound.AFTER,
    "between": Bound.BETWEEN,
}
Finder = Callable[[str, int, int], Iterator[TimeExpression]]
# Words, years, the last part of 24/02/2022, and "th" of 28th: whatever no expression can do without.
_WORD = re.compile(r"[A-Za-z]{2,9}|(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 60  # characters on each side of such a word: more than any expression has
_NUMERIC: Finder = find_years
_ASKS: dict[str, Finder] = {
    **dict.fromkeys(MONTH_WORDS, find_months),
    **dict.fromkeys(WEEKDAY_WORDS, find_weekdays),
    **dict.fromkeys(NEAR_WORDS, find_near),
    **dict.fromkeys(UNIT_WORDS, find_counted),
    **dict.fromkeys(("st", "nd", "rd", "th"), find_ordinals),
}
_CALENDAR = (TimeKind.DAY, TimeKind.MONTH, TimeKind.YEAR)


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of `text[start:end]`, the longest where they overlap; offsets are those of `text`.

    Each holds `text[e.start:e.end] == e.text`.
    """
    end = len(text) if end is None else end
    found = sorted(_found(text, start, end), key=lambda e: (e.start, -e.end))
    chosen: list[TimeExpression] = []
    for expression in found:
        if not chosen or expression.start >= chosen[-1].end:
            chosen.append(expression)
    return tuple(_joined(text, [replace(e, bound=_bound(text, e)) for e in chosen]))


def _found(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """What the finders see around the words that they ask for; most of a text has none, and costs little."""
    regions: dict[Finder, list[tuple[int, int]]] = {}
    for word in _WORD.finditer(text, start, end):
        finder = _ASKS.get(word.group().lower()) or (_NUMERIC if word.group()[0].isdigit() else None)
        if finder is None:
            continue
        spans = regions.setdefault(finder, [])
        left, right = max(word.start() - _REACH, start), min(word.end() + _REACH, end)
        if spans and left <= spans[-1][1]:
            spans[-1] = (spans[-1][0], right)
        else:
            spans.append((left, right))
    for finder, spans in regions.items():
        for left, right in spans:
            yield from finder(text, left, right)


def _bound(text: str, expression: TimeExpression) -> Bound:
    if expression.kind is TimeKind.DURATION:
        return expression.bound
    found = _BOUND.search(text[max(expression.start - 24, 0) : expression.start])
    word = " ".join(found["word"].lower().split()) if found else ""
    return _BOUNDS.get(word, Bound.AT)


def _joined(text: str, expressions: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions, those that are the two ends of one range made one."""
    pending: TimeExpression | None = None
    for expression in expressions:
        if pending is None:
            pending = expression
            continue
        joined = _join(text, pending, expression)
        if joined is None:
            yield pending
        pending = joined or expression
    if pending is not None:
        yield pending


def _join(text: str, one: TimeExpression, two: TimeExpression) -> TimeExpression | None:
    joint = text[one.end : two.start]
    if len(joint) > 12 or not _JOINT.fullmatch(joint) or one.last or one.to_weekday is not None:
        return None
    if one.kind is two.kind is TimeKind.WEEKDAY:
        return _weekdays(text, one, two, joint)
    if one.kind not in _CALENDAR or two.kind not in _CALENDAR or not (one.first and two.first):
        return None
    if _AND.fullmatch(joint) and one.bound is not Bound.BETWEEN:
        return None  # "June 28 and July 3" are two days, not a span
    last = two.last or two.first
    if one.kind is TimeKind.DAY and last.day is None and last.month is None:
        return None
    return _range(text, one, two, _completed(one.first, last), last)


def _completed(first: Point, last: Point) -> Point:
    """The first end with the year of the last, where it names none: "from June to August 2021"."""
    if first.year is not None or last.year is None or first.month is None or last.month is None:
        return first
    earlier = (first.month, first.day or 0) > (last.month, last.day or 31)
    return Point(last.year - 1 if earlier else last.year, first.month, first.day)


def _weekdays(text: str, one: TimeExpression, two: TimeExpression, joint: str) -> TimeExpression | None:
    follows = one.weekday is not None and two.weekday == (one.weekday + 1) % 7
    if _AND.fullmatch(joint) and not follows:
        return None
    words = text[one.start : two.end]
    shift = one.shift if one.shift is not None else two.shift
    return replace(
        one, end=two.end, text=words, to_weekday=two.weekday, shift=shift, unit=one.unit or two.unit
    )


def _range(text: str, one: TimeExpression, two: TimeExpression, first: Point, last: Point) -> TimeExpression:
    return replace(one, end=two.end, text=text[one.start : two.end], first=first, last=last)
