"""Rows and a chart hint -> a picture."""

from __future__ import annotations

from summitry.graph.questions import Chart, Table
from summitry.server.pages.links import Links
from summitry.server.pages.maps import draw_map
from summitry.server.pages.networks import draw_network
from summitry.server.pages.pictures import Bar, Picture, Row, href, shown
from summitry.server.pages.timelines import draw_timeline

_BARS = 40
_LEAST = {"bar": 2, "timeline": 3, "network": 3}  # below that a table says it better


def draw(
    chart: Chart | None, table: Table, links: Links, hide: tuple[str, ...] = (), asked: bool = False
) -> Picture | None:
    """The picture that the hint asks for, or None where there is too little to see.

    A label in a hidden column goes without saying; its detail then stands alone. A picture that somebody
    `asked` for is drawn however little there is.
    """
    if chart is None:
        return None
    parts = dict(chart.parts)
    if parts.get("label") in hide and "detail" in parts:
        parts["label"] = parts.pop("detail")
    elif parts.get("detail") in hide:
        del parts["detail"]
    rows = table.records()
    least = 1 if asked else _LEAST.get(chart.kind, 1)
    if chart.kind == "bar":
        return _bars(parts, rows, links, least)
    if chart.kind == "timeline":
        return draw_timeline(parts, rows, links, least)
    if chart.kind == "network":
        return draw_network(parts, rows, links, least=max(least, 2))
    return draw_map(parts, rows, links) if chart.kind == "map" else None


def _bars(parts: dict[str, str], rows: list[Row], links: Links, least: int) -> Picture | None:
    label, value = parts["label"], parts["value"]
    measured = [(row, number) for row in rows if (number := _number(row[value])) is not None]
    drawn = measured[:_BARS]
    most = max((number for _, number in drawn), default=0.0)
    if len(drawn) < least or most <= 0:
        return None
    bars = tuple(
        Bar(
            shown(row, label, links),
            row[value] or "",
            href(row, label, links),
            28.0 * place,
            round(600 * max(number, 0) / most, 1),
        )
        for place, (row, number) in enumerate(drawn)
    )
    left = len(measured) - len(drawn)
    return Picture(
        "bar", 28.0 * len(bars), bars=bars, note=f"{left} further rows are left out" if left else ""
    )


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
