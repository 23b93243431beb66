"""Counting days on partial dates, with a year ("2022-06-28") or without ("--06-28")."""

from __future__ import annotations

from datetime import date, timedelta


def shift(day: str, days: int) -> str | None:
    """A full date, or one without a year, moved by some days; None for anything coarser."""
    whole = _read(day)
    if whole is None:
        return None
    moved = (whole + timedelta(days)).isoformat()
    return moved if not day.startswith("--") else "--" + moved[5:]


def is_day(text: str | None) -> bool:
    """Whether a partial date names a day."""
    return text is not None and len(text.lstrip("-")) in (5, 10)


def _read(text: str | None) -> date | None:
    if text is None or not is_day(text):
        return None
    try:
        return date.fromisoformat(f"2000-{text[2:]}" if text.startswith("--") else text)
    except ValueError:
        return None


def days_between(a: str | None, b: str | None) -> int | None:
    """How many days `b` lies after `a`; None where one is no full day."""
    if a is None or b is None or len(b.lstrip("-")) not in (5, 10):
        return None
    if a.startswith("--") or b.startswith("--"):
        a, b = "--" + a[-5:], "--" + b[-5:]
    first, second = _read(a), _read(b)
    if first is None or second is None:
        return None
    days = (second - first).days
    return days if not a.startswith("--") or abs(days) < 183 else days - 366 if days > 0 else days + 366
