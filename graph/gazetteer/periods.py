"""Dates at any precision as spans of days: "2022-06" is 2022-06-01 to 2022-06-31, as strings that sort."""

from __future__ import annotations

from datetime import date

Moment = str | date


def first(moment: Moment) -> str:
    """The earliest day that a date can mean. Days are compared as strings, so a 31 February is no harm."""
    text = str(moment)
    return text + "0000-01-01"[len(text) :]


def last(moment: Moment) -> str:
    """The latest day that a date can mean."""
    text = str(moment)
    return text + "0000-12-31"[len(text) :]


def overlaps(on: Moment, start: str | None, end: str | None) -> bool:
    """True if `on` may lie between start and end; an open side is no limit."""
    return (not start or first(start) <= last(on)) and (not end or first(on) <= last(end))
