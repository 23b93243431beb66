"""Answers to SELECT as plain rows, whatever engine gave them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from summitry.graph.store import Answer
from summitry.graph.vocabulary import XSD

Value = str | bool | int | float | Decimal | date | datetime
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")
_READ: dict[str, Callable[[str], Value]] = {
    **{f"{_XSD}{name}": int for name in _INTEGERS},
    f"{_XSD}decimal": Decimal,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
    f"{_XSD}boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
    f"{_XSD}date": date.fromisoformat,
    f"{_XSD}dateTime": datetime.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: an IRI, a literal or a blank node."""

    value: str
    kind: str = "literal"
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        return self.value

    @property
    def python(self) -> Value:
        """The value as Python has it: numbers, true or false, whole dates; all else, IRIs too, as text."""
        read = _READ.get(self.datatype or "")
        try:
            return self.value if read is None else read(self.value)
        except (
            ValueError,
            KeyError,
            ArithmeticError,
        ):  # "abc"^^xsd:integer, or a year that Python does not know
            return self.value


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in the order of the SELECT, and rows with None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]

    def records(self) -> list[dict[str, str | None]]:
        """Each row as text by column."""
        return [
            {name: None if cell is None else cell.value for name, cell in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]


Ask = Callable[[str], Table]


def from_json(results: bytes | str) -> Table:
    """The rows of SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/)."""
    document = json.loads(results)
    names = tuple(document["head"]["vars"])
    rows = tuple(
        tuple(_cell(binding[name]) if name in binding else None for name in names)
        for binding in document["results"]["bindings"]
    )
    return Table(names, rows)


def _cell(value: dict[str, Any]) -> Cell:
    kind = {"uri": "iri", "bnode": "blank"}.get(value["type"], "literal")
    text = value["value"] if isinstance(value["value"], str) else json.dumps(value["value"])
    return Cell(text, kind, value.get("datatype"), value.get("xml:lang"))


def from_answer(answer: Answer) -> Table:
    """The rows of a store's answer to a SELECT."""
    columns = answer.columns
    return Table(columns, tuple(tuple(_term(term) for term in row) for row in answer.rows()))


def _term(term: NamedNode | BlankNode | Literal | Triple | None) -> Cell | None:
    match term:
        case None:
            return None
        case Literal():
            typed = term.datatype if term.language is None and term.datatype != XSD.string else None
            return Cell(term.value, "literal", None if typed is None else typed.value, term.language)
        case NamedNode():
            return Cell(term.value, "iri")
        case BlankNode():
            return Cell(term.value, "blank")
    return Cell(str(term))
