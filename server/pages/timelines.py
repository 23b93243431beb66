"""Rows with dates -> a timeline."""

from __future__ import annotations

import math
import re

from summitry.server.pages.links import Links, day
from summitry.server.pages.pictures import WIDTH, Mark, Picture, Row, Tick, href, shown

MARKS = 60
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|Z|[+-]\d\d:\d\d)?")
_EVENTS = ("visit", "meeting", "summit", "event", "statement", "action", "fact", "article")


def years(text: str | None, last: bool = False) -> float | None:
    """A date as a number of years; a year or month stands for its first or its last day."""
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, month, date = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return year + (0.999 if last else 0)
    return year + (month - 1 + ((date - 1) / 31 if date else (0.99 if last else 0))) / 12


def draw_timeline(parts: dict[str, str], rows: list[Row], links: Links, least: int = 1) -> Picture | None:
    """The rows in the order of time, the latest where there are too many; None for fewer than `least`."""
    start, end = parts["start"], parts.get("end", parts["start"])
    dated = []
    for row in rows:
        first, last = years(row[start]), years(row[end] or row[start], last=True)
        if first is not None and last is not None:
            dated.append((first, max(first, last), row))
    known = len(dated)
    dated = sorted(dated, key=lambda item: item[:2])[-MARKS:]
    if len(dated) < max(least, 1):
        return None
    low, high = dated[0][0], max(last for _, last, _ in dated)
    span = max(high - low, 1 / 12)
    low, high = low - 0.04 * span, high + 0.04 * span
    scale = WIDTH / (high - low)
    marks = []
    for place, (first, last, row) in enumerate(dated):
        x, width = (first - low) * scale, max((last - first) * scale, 8.0)
        marks.append(_mark(parts, row, links, (round(x, 1), 24.0 * place, round(width, 1))))
    note = _note(len(rows) - known, known - len(dated))
    height = 24.0 * len(marks) + 30
    return Picture("timeline", height, marks=tuple(marks), ticks=_ticks(low, high, scale), note=note)


def _mark(parts: dict[str, str], row: Row, links: Links, at: tuple[float, float, float]) -> Mark:
    said = [shown(row, parts[part], links) for part in ("label", "detail") if part in parts]
    fact = next((value for name, value in row.items() if value and _is_event(name)), None)
    own = href(row, parts["label"], links) if "label" in parts else None
    return Mark(
        ", ".join(text for text in said if text),
        day((row[parts["start"]] or "")[:10]),
        (links.href(fact) if fact else None) or own,
        *at,
        row.get("status") == "planned",
        at[0] > WIDTH * 0.6,
    )


def _note(undated: int, earlier: int) -> str:
    said = [f"{undated} without a year are left out" if undated else ""]
    said += [f"{earlier} earlier ones are left out" if earlier else ""]
    return "; ".join(text for text in said if text)


def _is_event(name: str) -> bool:
    return name.endswith("_iri") and name.removesuffix("_iri") in _EVENTS


def _ticks(low: float, high: float, scale: float) -> tuple[Tick, ...]:
    if high - low > 1.5:
        step = math.ceil((high - low) / 10)
        first = math.ceil(low / step) * step
        named = [(str(year), float(year)) for year in range(first, int(high) + 1, step)]
    else:
        step = max(1, math.ceil((high - low) * 12 / 8))
        months = range(math.ceil(low * 12), int(high * 12) + 1, step)
        named = [(day(f"{month // 12:04}-{month % 12 + 1:02}"), month / 12) for month in months]
    return tuple(_tick(name, round((place - low) * scale, 1)) for name, place in named)


def _tick(name: str, x: float) -> Tick:
    return Tick(name, x, "start" if x < 60 else ("end" if x > WIDTH - 60 else "middle"))
