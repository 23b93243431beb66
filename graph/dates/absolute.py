"""Patterns that name parts of the calendar: days, months and years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .model import Point, TimeExpression, TimeKind, Unit
from .words import DAY, MONTH, PART, SHORT_WEEKDAY, WEEKDAY, YEAR, month_number, weekday_number

_ON = (
    r"\b(?:(?:this\s|last\s|next\s|coming\s)?"
    rf"(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY})(?:,\s(?:the\s)?|\s\(|\s))?"
)
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|until|till|through|or|&)\s)"
_WHICH = r"(?:,?\s(?:of\s)?(?P<which>this|last|next)\syear\b)?"  # "October 13 last year"
_MONTH_FIRST = re.compile(
    rf"{_ON}\b(?P<month>{MONTH})\s(?P<day>{DAY})(?:{_TO}(?P<last>{DAY})(?!\s{MONTH}))?(?:,?\s(?P<year>{YEAR}))?{_WHICH}"
)
_DAY_FIRST = re.compile(
    rf"{_ON}\b(?P<day>{DAY})(?:{_TO}(?P<last>{DAY}))?(?:\s(?:of\s)?|-)?\b(?P<month>{MONTH})(?:(?:,\s?|(?:\sof)?[\s-])(?P<year>{YEAR}))?{_WHICH}"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d/-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?![\d/-])"
)
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<one>0?[1-9]|[12]\d|3[01])(?P<mark>[-/.])(?P<two>0?[1-9]|[12]\d|3[01])(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_MONTH = re.compile(
    rf"\b(?:(?P<shift>last|next|this|this\spast|this\scoming|past|previous|coming)\s)?(?P<part>{PART})?"
    rf"(?P<month>{MONTH})(?:,?\s(?:of\s|in\s)?(?P<year>{YEAR}))?{_WHICH}"
)
_YEAR = re.compile(
    rf"(?:\b(?P<part>{PART})(?:year\s)?|(?<![\w$€£#./,:-])|(?<=\d{{4}}[-–—]))(?P<year>{YEAR})(?![\w/])"
)

# What stands before a month or a year that is named alone.
_IN = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|from|to|through|of|before|after|for|between|and|or|last|next|around|as|year)\s(?:the\s)?"
    r"|\b(?:between|from|in)\s[A-Z][a-z]+\s(?:and|to|or)\s|[-–—(]\s?)$",
    re.I,
)
_TO_MONTH = re.compile(rf"\s?[-–—]\s?{MONTH}")
_TO_YEAR = re.compile(r"\s?[-–—]\s?(?:19|20)\d\d\b")
_IN_MAY = re.compile(r"(?:\b(?:in|since|until|last|next|during)\s|[-–—]\s?)$", re.I)
_NOUN = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this|that|s)\s)$", re.I)
_LOWER = re.compile(
    r"\s(?:[a-z]{3,}|(?:[A-Z][\w’'&-]*\s){1,4}"
    r"(?i:summit|meeting|conference|forum|session|visit|treaty|agreement|accord|protocol|declaration|election|war)s?\b)"
)
_COUNTED = re.compile(
    r"\s?(?:%|percent|per\scent|troops|soldiers|people|men|women|km|kilomet|miles?|met(?:er|re)s?|hectares|tons|tonnes|barrels"
    r"|servicemen|personnel|civilians|families|houses|homes|fighters|militants|refugees|migrants|years?\b|feet|GMT|hours"
    r"|local|metric|vehicles|tanks|dollars|euros|deaths|dead|cases|workers|students|guests|delegates|police|members|other)"
)
_RANGE = 20  # the most days that "June 28 and 29" spans


def find_months(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """The days and months of `text[start:end]` that are named by the month's name; they may overlap."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for found in pattern.finditer(text, start, end):
            yield _day(found)
    for found in _MONTH.finditer(text, start, end):
        if found["year"] or found["part"] or found["shift"] or found["which"] or _stands_alone(found):
            yield _named_month(found)


def find_years(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """The years of `text[start:end]`, and the days that are written in numbers with their year."""
    for found in _YEAR_FIRST.finditer(text, start, end):
        point = Point(int(found["year"]), int(found["month"]), int(found["day"]))
        yield _expression(found, TimeKind.DAY, point)
    for found in _NUMBERS.finditer(text, start, end):
        yield _expression(found, TimeKind.DAY, _ordered(found))
    for found in _YEAR.finditer(text, start, end):
        before = text[max(found.start() - 30, 0) : found.start()]
        counted = _COUNTED.match(text, found.end())
        named = _IN.search(before) or (_NOUN.search(before) and _LOWER.match(text, found.end()))
        if found["part"] or (named and not counted) or _TO_YEAR.match(text, found.end()):
            yield _expression(found, TimeKind.YEAR, Point(int(found["year"])), part=_part(found["part"]))


def _named_month(found: re.Match[str]) -> TimeExpression:
    point = Point(int(found["year"]) if found["year"] else None, month_number(found["month"]))
    shift = _shift(found["shift"] or found["which"])
    expression = _expression(found, TimeKind.MONTH, point, part=_part(found["part"]), shift=shift)
    return replace(expression, unit=Unit.YEAR) if found["which"] else expression


def _day(found: re.Match[str]) -> TimeExpression:
    year = int(found["year"]) if found["year"] else None
    month, first = month_number(found["month"]), _number(found["day"])
    last = _number(found["last"]) if found["last"] else None
    end = found.end()
    if last is not None and not first < last <= first + _RANGE:
        last, year, end = None, None, found.end("day")  # "June 28 and 2 ministers"
        if found.start("day") < found.start("month"):
            first, end = _number(found["last"]), found.end()  # "3 and 2 June"
    weekday = weekday_number(found["weekday"]) if found["weekday"] else None
    which = found["which"] if end == found.end() else None
    return TimeExpression(
        found.start(),
        end,
        found.string[found.start() : end],
        TimeKind.DAY,
        first=Point(year, month, first),
        last=Point(year, month, last) if last else None,
        weekday=weekday,
        shift=_shift(which),
        unit=Unit.YEAR if which else None,
    )


def _number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _ordered(found: re.Match[str]) -> Point:
    """24/02/2022 and 2/24/2022 are days; of 3/4/2022 only the year is certain."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if one == two or two <= 12 < one or found["mark"] == ".":
        return Point(year, two, one)
    return Point(year, one, two) if one <= 12 < two else Point(year)


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether the words around a bare month show that it is one: Theresa May is none."""
    before = found.string[max(found.start() - 30, 0) : found.start()]
    if _TO_MONTH.match(found.string, found.end()):
        return True
    if found["month"].lower() == "may" or len(found["month"]) < 4 or "." in found["month"]:
        return bool(_IN_MAY.search(before))
    if not found["month"][0].isupper():
        return False
    return bool(_IN.search(before) or (_NOUN.search(before) and _LOWER.match(found.string, found.end())))


def _expression(
    found: re.Match[str], kind: TimeKind, point: Point, part: str | None = None, shift: int | None = None
) -> TimeExpression:
    return TimeExpression(*found.span(), found.group(), kind, first=point, part=part, shift=shift)


def _part(text: str | None) -> str | None:
    return (
        " ".join(w for w in re.split(r"[\s-]+", text.lower()) if w not in ("the", "of", "in", "very", ""))
        if text
        else None
    )


def _shift(text: str | None) -> int | None:
    if text is None:
        return None
    words = text.split()
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(words[-1], 0)
