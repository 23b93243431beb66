"""A table of any query -> the pictures that suit it, and the one that somebody chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from summitry.graph.questions import Cell, Chart, Table
from summitry.server.pages.charts import draw
from summitry.server.pages.links import Links, is_date
from summitry.server.pages.pictures import Picture
from summitry.server.pages.places import place_of

VIEWS = ("table", "map", "timeline", "network", "bar")
NAMES = {"table": "Table", "map": "Map", "timeline": "Timeline", "network": "Network", "bar": "Chart"}
SAMPLE = 200  # rows that tell what a column holds

# Names -> IRIs, for columns that hold the names of places.
Lookup = Callable[[Iterable[str]], dict[str, str]]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = frozenset(_XSD + name for name in ("integer", "decimal", "double", "float"))
_DATES = frozenset(_XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth"))


@dataclass(frozen=True, slots=True)
class Choice:
    """The views on offer, the one chosen, and its picture; the table stands below every picture."""

    offered: tuple[tuple[str, str], ...]  # each with its name for people
    chosen: str
    picture: Picture | None


def choose(
    asked: str, table: Table, links: Links, hint: Chart | None = None, lookup: Lookup | None = None
) -> Choice:
    """What suits the table; without a wish the hint's picture, where there is enough to see."""
    suited = {chart.kind: chart for chart in _suited(table, links, hint, lookup)}
    offered = tuple((view, NAMES[view]) for view in VIEWS if view == "table" or view in suited)
    if asked in suited:
        chart = suited[asked]
        return Choice(offered, asked, draw(chart, _located(chart, table, links, lookup), links, asked=True))
    if asked == "table" or hint is None or hint.kind not in suited:
        return Choice(offered, "table", None)
    picture = draw(hint, _located(hint, table, links, lookup), links)
    return Choice(offered, hint.kind if picture else "table", picture)


def _suited(table: Table, links: Links, hint: Chart | None, lookup: Lookup | None) -> list[Chart]:
    """A chart for each kind of picture that the columns allow; the hint's own first."""
    named = [name for name in table.columns if not name.endswith("_iri")]
    sorts = {name: _sort(table, name, links) for name in named}
    things = [name for name in named if sorts[name] == "thing"] or [n for n in named if sorts[n] == "text"]
    texts = [name for name in named if sorts[name] in ("thing", "text")]
    dates = [name for name in named if sorts[name] == "date"]
    numbers = [name for name in named if sorts[name] == "number"]
    label = things[:1] or texts[:1]
    measured = label or dates[:1]
    found = [hint] if hint and set(dict(hint.parts).values()) <= set(table.columns) else []
    if dates and label:
        said = [name for name in texts if name != label[0]][:1]
        parts = [("start", dates[0]), *[("end", name) for name in dates[1:2]], ("label", label[0])]
        found.append(Chart("timeline", tuple(parts + [("detail", name) for name in said])))
    pair = things if len(things) > 1 else texts
    if len(pair) > 1:
        found.append(Chart("network", (("from", pair[0]), ("to", pair[1]))))
    if numbers and measured:
        found.append(Chart("bar", (("label", measured[0]), ("value", numbers[0]))))
    if where := _places(table, named, links, lookup):
        other = [("label", name) for name in texts if name not in where][:1]
        found.append(Chart("map", (("place", where[0]), *[("else", name) for name in where[1:2]], *other)))
    kinds: dict[str, Chart] = {}
    for chart in found:
        kinds.setdefault(chart.kind, chart)
    return [chart for chart in kinds.values() if _drawable(chart, table, links)]


def _drawable(chart: Chart, table: Table, links: Links) -> bool:
    return bool(table.rows) and (chart.kind == "map" or draw(chart, table, links, asked=True) is not None)


def _cells(table: Table, name: str) -> list[Cell]:
    place = table.columns.index(name)
    return [cell for row in table.rows[:SAMPLE] if (cell := row[place]) is not None and cell.value]


def _sort(table: Table, name: str, links: Links) -> str:
    """What a column holds: thing, date, number, text, or nothing."""
    cells = _cells(table, name)
    if not cells:
        return ""
    if all(cell.datatype in _NUMBERS for cell in cells):
        return "number"
    if sum(
        cell.datatype in _DATES or (is_date(cell.value) and "-" in cell.value) for cell in cells
    ) * 2 > len(cells):
        return "date"
    if f"{name}_iri" in table.columns or all(cell.kind == "iri" for cell in cells):
        several = f"{name}_iri" in table.columns and any(
            " " in cell.value for cell in _cells(table, f"{name}_iri")
        )
        return "text" if several else "thing"
    return "other" if cells[0].datatype else "text"


def _places(table: Table, named: list[str], links: Links, lookup: Lookup | None) -> list[str]:
    """The columns in which many values are places, the best first; cities rather than states where both are."""
    scores: dict[str, float] = {}
    for name in named:
        column = f"{name}_iri" if f"{name}_iri" in table.columns else name
        cells = _cells(table, column)
        found = [place for cell in cells if (place := place_of(cell.value, links.base))]
        if (
            not found
            and lookup
            and cells
            and all(cell.kind == "literal" and not cell.datatype for cell in cells)
        ):
            iris = lookup(cell.value for cell in cells)
            found = [place for cell in cells if (place := place_of(iris.get(cell.value, ""), links.base))]
        share = len(found) / len(cells) if cells else 0
        if share >= 0.3:
            scores[name] = share + (0.5 if not found[0].outline else 0)
    return sorted(scores, key=lambda name: -scores[name])


def _located(chart: Chart, table: Table, links: Links, lookup: Lookup | None) -> Table:
    """The table with the IRIs of places beside their names, where a map needs them."""
    column = dict(chart.parts).get("place", "")
    if chart.kind != "map" or not column or f"{column}_iri" in table.columns or lookup is None:
        return table
    place = table.columns.index(column)
    iris = lookup(cell.value for row in table.rows if (cell := row[place]) and cell.kind == "literal")
    rows = tuple((*row, _iri(row[place], iris)) for row in table.rows)
    return Table((*table.columns, f"{column}_iri"), rows)


def _iri(cell: Cell | None, iris: dict[str, str]) -> Cell | None:
    if cell is None or cell.kind == "iri" or re.match(r"\s*(<|POINT)", cell.value, re.IGNORECASE):
        return cell
    return Cell(iris[cell.value], "iri") if cell.value in iris else None
