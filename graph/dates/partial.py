"""Arithmetic on partial ISO 8601 dates: "2022-06-28", "2022-06", "2022", "--06-28", "--06"."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from .model import DateValue, Point, Precision

_LEAP = 2000  # the year in which a day without a year is checked: it has a 29 February
_LAST_YEAR = 9999


def iso(point: Point) -> str | None:
    """The point as a partial date; None where it names nothing, or a day that does not exist."""
    if point.year is not None and not 0 <= point.year <= _LAST_YEAR:
        return None
    if point.month is None:
        return f"{point.year:04}" if point.year is not None else None
    if not 1 <= point.month <= 12:
        return None
    if point.day is not None and not 1 <= point.day <= _length(point.year or _LEAP, point.month):
        return None
    year = "-" if point.year is None else f"{point.year:04}"
    day = "" if point.day is None else f"-{point.day:02}"
    return f"{year}-{point.month:02}{day}"


def parse(text: str) -> Point:
    """The parts of a partial date; ValueError for anything else."""
    year, month, day = text, "", ""
    if text.startswith("--"):
        year, month, day = "", text[2:4], text[5:]
    elif len(text) > 4:
        year, month, day = text[:4], text[5:7], text[8:]
    point = Point(int(year) if year else None, int(month) if month else None, int(day) if day else None)
    if iso(point) != text:
        raise ValueError(f"{text!r} is not a partial ISO 8601 date")
    return point


def precision(text: str | None) -> Precision:
    """The precision of a partial date."""
    if text is None:
        return Precision.NONE
    point = parse(text)
    if point.day is not None:
        return Precision.DAY
    return Precision.MONTH if point.month is not None else Precision.YEAR


def dated(start: str | None, end: str | None = None, symbolic: str | None = None) -> DateValue:
    """The value of a partial date; an end that is the start is none."""
    low, high = (bounds(start) if start else None) or (None, None)
    return DateValue(start, end if end != start else None, precision(start), symbolic, low, high)


def full_day(text: str | None) -> date | None:
    """The date that a partial date is, where it is a day of a year."""
    return date.fromisoformat(text) if text and len(text) == 10 and text[0] != "-" else None


_CYCLE = range(2001, 2005)  # years behind a leap year, before one, and one


def shift_days(text: str, days: int) -> str | None:
    """The day so many days later; without a year where the text has none; None where no day is named.

    Across the end of February a day without a year is not known to the day, and then None too.
    """
    point = parse(text)
    if point.day is None or point.month is None:
        return None
    if point.year is not None:
        moved = _moved(date(point.year, point.month, point.day), days)
        return moved.isoformat() if moved else None
    found: set[str] = set()
    for year in _CYCLE:
        moved = _moved(date(year, point.month, min(point.day, _length(year, point.month))), days)
        found.add("" if moved is None else f"--{moved:%m-%d}")
    return found.pop() or None if len(found) == 1 else None


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The (year, month) so many months later."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def end_of(start: str | None, days: int | None) -> str | None:
    """The last day of what begins on `start` and takes so many days; None for one day or an inexact start."""
    return shift_days(start, days - 1) if start and days and days > 1 else None


def bounds(text: str) -> tuple[date, date] | None:
    """The first and the last day that a partial date can mean; None where it names no year."""
    point = parse(text)
    if point.year is None or not date.min.year <= point.year <= date.max.year:
        return None
    first = date(point.year, point.month or 1, point.day or 1)
    if point.day is not None:
        return first, first
    month = point.month or 12
    return first, date(point.year, month, _length(point.year, month))


def common(first: date, last: date) -> str | None:
    """The most exact partial date that holds every day from the first to the last."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 31
