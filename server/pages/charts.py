"""Rows and a chart hint -> a picture's measures; the templates draw them as SVG, without any script."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from summitry.graph.questions import Chart, Table
from summitry.server.pages.links import Links, day

WIDTH = 960
_BARS = 25
_MARKS = 60
_NODES = 40
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a bar chart."""

    label: str
    value: str
    href: str | None
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of time on a timeline."""

    label: str
    when: str
    href: str | None
    x: float
    y: float
    width: float
    planned: bool
    left: bool  # the label stands left of the mark, for want of room on its right


@dataclass(frozen=True, slots=True)
class Tick:
    """A year or month on the axis of a timeline."""

    label: str
    x: float
    anchor: str  # towards the inside at the ends of the axis


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a network."""

    label: str
    href: str | None
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a template needs to draw; the parts that its kind does not have are empty."""

    kind: str
    height: float
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    ticks: tuple[Tick, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    width: int = WIDTH


def draw(chart: Chart | None, table: Table, links: Links, hide: tuple[str, ...] = ()) -> Picture | None:
    """The picture that the hint asks for, or None where there is too little to see.

    A label in a hidden column goes without saying; its detail then stands alone.
    """
    if chart is None:
        return None
    parts = dict(chart.parts)
    if parts.get("label") in hide and "detail" in parts:
        parts["label"] = parts.pop("detail")
    elif parts.get("detail") in hide:
        del parts["detail"]
    rows = table.records()
    if chart.kind == "bar":
        return _bars(parts, rows, links)
    if chart.kind == "timeline":
        return _timeline(parts, rows, links)
    return _network(parts, rows, links) if chart.kind == "network" else None


Row = dict[str, str | None]


def _href(row: Row, column: str, links: Links) -> str | None:
    iri = row.get(f"{column}_iri")
    return links.href(iri) if iri and " " not in iri else None


def _bars(parts: dict[str, str], rows: list[Row], links: Links) -> Picture | None:
    label, value = parts["label"], parts["value"]
    shown = [(row, float(row[value] or 0)) for row in rows][:_BARS]
    most = max((number for _, number in shown), default=0.0)
    if len(shown) < 2 or most <= 0:
        return None
    bars = tuple(
        Bar(
            row[label] or "",
            row[value] or "",
            _href(row, label, links),
            28.0 * place,
            round(600 * number / most, 1),
        )
        for place, (row, number) in enumerate(shown)
    )
    return Picture("bar", 28.0 * len(bars), bars=bars)


def _years(text: str | None, last: bool = False) -> float | None:
    """A date as a number of years; a year or month stands for its first or its last day."""
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, month, date = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return year + (0.999 if last else 0)
    return year + (month - 1 + ((date - 1) / 31 if date else (0.99 if last else 0))) / 12


def _timeline(parts: dict[str, str], rows: list[Row], links: Links) -> Picture | None:
    start, end = parts["start"], parts.get("end", parts["start"])
    dated = []
    for row in rows:
        first, last = _years(row[start]), _years(row[end] or row[start], last=True)
        if first is not None and last is not None:
            dated.append((first, max(first, last), row))
    dated = sorted(dated, key=lambda item: item[:2])[-_MARKS:]
    if len(dated) < 3:
        return None
    low, high = dated[0][0], max(last for _, last, _ in dated)
    span = max(high - low, 1 / 12)
    low, high = low - 0.04 * span, high + 0.04 * span
    scale = WIDTH / (high - low)
    marks = []
    for place, (first, last, row) in enumerate(dated):
        x, width = (first - low) * scale, max((last - first) * scale, 8.0)
        fact = next((value for name, value in row.items() if name.endswith("_iri") and _is_event(name)), None)
        marks.append(
            Mark(
                ", ".join(row[parts[part]] or "" for part in ("label", "detail") if part in parts),
                day(row[start] or ""),
                links.href(fact) if fact else None,
                round(x, 1),
                24.0 * place,
                round(width, 1),
                row.get("status") == "planned",
                x > WIDTH * 0.6,
            )
        )
    return Picture("timeline", 24.0 * len(marks) + 30, marks=tuple(marks), ticks=_ticks(low, high, scale))


def _is_event(name: str) -> bool:
    return name.removesuffix("_iri") in ("visit", "meeting", "summit", "event", "statement", "action", "fact")


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


def _network(parts: dict[str, str], rows: list[Row], links: Links) -> Picture | None:
    weights: Counter[tuple[str, str]] = Counter()
    hrefs: dict[str, str | None] = {}
    for row in rows:
        ends = [row[parts[side]] or "" for side in ("from", "to")]
        for side, name in zip(("from", "to"), ends, strict=True):
            hrefs.setdefault(name, _href(row, parts[side], links))
        if ends[0] != ends[1]:
            weights[min(ends), max(ends)] += int(row[parts["weight"]] or 1) if "weight" in parts else 1
    degree: Counter[str] = Counter()
    for pair, weight in weights.items():
        degree.update(dict.fromkeys(pair, weight))
    names = sorted(name for name, _ in degree.most_common(_NODES))
    if len(names) < 3:
        return None
    centre_x, centre_y, radius = WIDTH / 2, 270.0, 210.0
    places = {name: 2 * math.pi * place / len(names) for place, name in enumerate(names)}
    points = {
        name: (round(centre_x + radius * math.cos(turn), 1), round(centre_y + radius * math.sin(turn), 1))
        for name, turn in places.items()
    }
    nodes = tuple(Node(name, hrefs[name], *points[name], _anchor(places[name])) for name in names)
    most = max(weights.values())
    edges = tuple(
        Edge(*points[a], *points[b], round(1 + 5 * weight / most, 1), f"{a} and {b}: {weight}")
        for (a, b), weight in sorted(weights.items())
        if a in points and b in points
    )
    return Picture("network", 540.0, nodes=nodes, edges=edges)


def _anchor(turn: float) -> str:
    across = math.cos(turn)
    return "middle" if abs(across) < 0.15 else ("start" if across > 0 else "end")
