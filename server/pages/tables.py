"""Rows of a saved query -> a table for people: names link to pages, dates read as dates, IRIs disappear."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from summitry.graph.questions import Cell, Table
from summitry.server.pages.links import Links, is_date, short, spaced

_NUMBERS = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "decimal", "double"))
Proof = tuple[str, str, str]

_HEADINGS = {"a": "one", "b": "the other", "of": "of whom or what"}
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


@dataclass(frozen=True, slots=True)
class Link:
    """Text, and where a click on it leads, if anywhere."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class ViewCell:
    """One value: its links in order, and what sort it is: text, number, date, status, truth, quote."""

    links: tuple[Link, ...] = ()
    sort: str = "text"

    @property
    def text(self) -> str:
        """The value as plain text."""
        return "; ".join(link.text for link in self.links)


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One row; `fact` is the IRI of the fact it tells, `href` its page, `proof` the page that says why it holds."""

    cells: tuple[ViewCell, ...]
    fact: str | None = None
    href: str | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A table for people; `total` counts the rows before any were cut off."""

    names: tuple[str, ...]
    rows: tuple[ViewRow, ...]
    total: int
    headings: tuple[str, ...] = field(default=())


def view(
    table: Table,
    links: Links,
    hide: tuple[str, ...] = (),
    start: int = 0,
    limit: int | None = None,
    proof: Proof | None = None,
) -> View:
    """The named columns of the table but the hidden ones; `hide` "empty" hides those without any value."""
    names = tuple(name for name in table.columns if not name.endswith("_iri") and name not in hide)
    if "empty" in hide:
        full = {name for row in table.rows for name, cell in zip(table.columns, row, strict=True) if cell}
        names = tuple(name for name in names if name in full)
    places = {name: place for place, name in enumerate(table.columns)}
    facts = [place for name, place in places.items() if _tells_fact(name, places)]
    rows = table.rows[start:] if limit is None else table.rows[start : start + limit]
    shown = (_row(row, names, places, facts, links) for row in rows)
    if proof is not None:  # what a fact states outright needs no proof
        shown = (
            row if row.fact else replace(row, proof=_why(cells, places, proof, links))
            for row, cells in zip(shown, rows, strict=True)
        )
    return View(
        names,
        tuple(shown),
        len(table.rows),
        tuple(_HEADINGS.get(name, spaced(name)) for name in names),
    )


def _why(row: tuple[Cell | None, ...], places: dict[str, int], proof: Proof, links: Links) -> str | None:
    """The page that proves the triple behind a row."""
    subject, object = row[places[f"{proof[0]}_iri"]], row[places[f"{proof[2]}_iri"]]
    return None if subject is None or object is None else links.proof(subject.value, proof[1], object.value)


def _tells_fact(name: str, places: dict[str, int]) -> bool:
    """An IRI column without a named one is the row's fact, and so is that of the event or fact it names."""
    return name.endswith("_iri") and (
        name.removesuffix("_iri") not in places
        or name in ("fact_iri", "event_iri", "summit_iri", "subject_iri")
    )


def _row(
    row: tuple[Cell | None, ...],
    names: tuple[str, ...],
    places: dict[str, int],
    facts: list[int],
    links: Links,
) -> ViewRow:
    cells = []
    for name in names:
        place = places.get(f"{name}_iri")
        cells.append(_cell(name, row[places[name]], None if place is None else row[place], links))
    fact = next((cell.value for place in facts if (cell := row[place]) is not None), None)
    return ViewRow(tuple(cells), fact, None if fact is None else links.href(fact))


def _cell(name: str, cell: Cell | None, iri: Cell | None, links: Links) -> ViewCell:
    if cell is None or not cell.value:
        return ViewCell()
    if cell.kind == "iri":
        return ViewCell((Link(short(cell.value), links.href(cell.value)),))
    if iri is not None:
        texts, iris = cell.value.split("; "), iri.value.split(" ")
        if len(texts) == len(iris):
            return ViewCell(tuple(Link(*pair) for pair in zip(texts, map(links.href, iris), strict=True)))
    return ViewCell((Link(cell.value),), _sort(name, cell))


def _sort(name: str, cell: Cell) -> str:
    if cell.datatype in _NUMBERS:
        return "number"
    if cell.datatype == _BOOLEAN:
        return "truth"
    if name in ("status", "standing", "kind", "basis"):
        return "status"
    if name in ("quote", "sentence"):
        return "quote"
    return "date" if is_date(cell.value) else "text"
