"""Dates of any precision, compared and combined: "2022-06-28", "2022-06", "2022", "--06-28", "--06"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

LEAP_YEAR = 2000  # stands in where no year is known, so that 29 February is a day
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> int:
        """How much is known: day and year 5, day without year 4, month and year 3, year 2, month 1."""
        if self.day is not None:
            return 5 if self.year is not None else 4
        if self.month is not None:
            return 3 if self.year is not None else 1
        return 2

    def __str__(self) -> str:
        start = "--" if self.year is None else f"{self.year:04}"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return start + "-".join(parts) if self.year is None else "-".join([start, *parts])

    def agrees(self, other: When) -> bool:
        """True if no part of one contradicts the other."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a is None or b is None or a == b for a, b in pairs)

    def joined(self, other: When) -> When:
        """What both tell together, where they agree."""
        return When(
            *(
                b if a is None else a
                for a, b in ((self.year, other.year), (self.month, other.month), (self.day, other.day))
            )
        )


def read(text: str) -> When:
    """The date that an ISO 8601 text means."""
    year, _, rest = ("", "", text[2:]) if text.startswith("--") else text.partition("-")
    parts = [int(part) for part in rest.split("-") if part]
    return When(int(year) if year else None, *parts)


def days(when: When) -> tuple[date, date]:
    """The first and last day it can mean; in a leap year where the year is unknown."""
    year = when.year if when.year is not None else LEAP_YEAR
    if when.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    last = monthrange(year, when.month)[1]
    day = None if when.day is None else min(when.day, last)  # 29 February of a common year
    return date(year, when.month, day or 1), date(year, when.month, day or last)


@dataclass(frozen=True, slots=True)
class Span:
    """When something was: a start and, if it is told, an end."""

    start: When
    end: When | None = None

    @property
    def exact(self) -> bool:
        """True if its days are known."""
        return self.start.precision == 5

    @property
    def yearless(self) -> bool:
        """True if the year is not known."""
        return self.start.year is None

    def days(self) -> tuple[date, date]:
        """The first and last day it can cover."""
        first, last = days(self.start)
        if self.end is None:
            return first, last
        end = days(replace(self.end, year=self.end.year or self.start.year))[1]
        return first, max(last, end)

    def in_year(self, year: int) -> Span:
        """The same with the year filled in."""
        return Span(
            replace(self.start, year=year), self.end and replace(self.end, year=self.end.year or year)
        )


def span(start: str | None, end: str | None) -> Span | None:
    """The span of a payload's dates; None where it gives none."""
    if start is None:
        return None if end is None else Span(read(end))
    return Span(read(start), read(end) if end else None)


def level(a: Span, b: Span) -> tuple[Span, Span]:
    """Both with a year: a missing one is taken from the other, so that they lie as near as they can."""
    if a.yearless and b.yearless:
        a = a.in_year(LEAP_YEAR)
    if a.yearless and not b.yearless:
        return _nearest(a, b), b
    if b.yearless and not a.yearless:
        return a, _nearest(b, a)
    return a, b


def _nearest(yearless: Span, other: Span) -> Span:
    assert other.start.year is not None
    around = [
        yearless.in_year(year) for year in (other.start.year, other.start.year - 1, other.start.year + 1)
    ]
    return min(around, key=lambda option: _gap(option, other))


def meet(a: Span, b: Span) -> bool:
    """True if both can be the same days."""
    return apart(a, b) == 0


def apart(a: Span, b: Span) -> int:
    """The days that lie between the two; 0 if they can be the same."""
    return _gap(*level(a, b))


def _gap(a: Span, b: Span) -> int:
    (first, last), (start, end) = a.days(), b.days()
    if last < start:
        return (start - last).days
    return (first - end).days if end < first else 0


def day_span(day: date) -> Span:
    """One day."""
    return Span(When(day.year, day.month, day.day))
