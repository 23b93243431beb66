"""Dates at their own precision, numbers and texts as RDF literals that a store hands back unchanged.

Oxigraph stores numbers by value ("1.50" comes back as "1.5"), hence the canonical forms here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from summitry.graph.errors import BadParameter
from summitry.graph.vocabulary import XSD

_DATES: tuple[tuple[re.Pattern[str], NamedNode], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
    (re.compile(r"--\d\d-\d\d"), XSD.gMonthDay),
    (re.compile(r"--\d\d"), XSD.gMonth),
)
LEAP_YEAR = "2000"  # lets --02-29 be a day


def text_literal(text: str) -> Literal:
    """A plain string."""
    return Literal(text)


def english(text: str) -> Literal:
    """A text in English."""
    return Literal(text, language="en")


def boolean(value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=XSD.integer)


def decimal(value: Decimal | float) -> Literal:
    """A number in the shortest decimal form that means it."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if not exact.is_finite():
        raise BadParameter("number", f"{value} is not finite")
    plain = format(exact, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return Literal("0" if plain == "-0" else plain, datatype=XSD.decimal)


def date_literal(text: str) -> Literal:
    """An ISO 8601 date of any precision: "2022-06-28", "2022-06", "2022", "--06-28", "--06"."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(text):
            _span(text.replace("--", f"{LEAP_YEAR}-"), text)
            return Literal(text, datatype=datatype)
    raise BadParameter("date", f"{text!r} is none of 2022-06-28, 2022-06, 2022, --06-28, --06")


def time_literal(at: datetime) -> Literal:
    """A moment, in universal time."""
    return Literal(at.astimezone(UTC).isoformat().replace("+00:00", "Z"), datatype=XSD.dateTime)


def bounds(text: str) -> tuple[date, date] | None:
    """The first and last day that a date can mean; None where the year is unknown."""
    return None if text.startswith("--") else _span(text, text)


def _span(text: str, written: str) -> tuple[date, date]:
    year, *rest = (int(part) for part in text.split("-"))
    try:
        if len(rest) == 2:
            return date(year, *rest), date(year, *rest)
        first, last = (rest[0], rest[0]) if rest else (1, 12)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError as error:
        raise BadParameter("date", f"{written!r} is no day of the calendar: {error}") from error
