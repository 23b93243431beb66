"""What a query gives: rows, true or false, or triples; written in the format asked for.

Serialised by pyoxigraph, whatever engine gave the answer: rdflib's writers lose zeros and know no TSV.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO, TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from summitry.graph.errors import UnknownName
from summitry.graph.vocabulary import PREFIXES

TABLE_FORMATS: dict[str, QueryResultsFormat | None] = {
    "table": None,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
"""Formats of the answers to SELECT and ASK; a table is for people."""

GRAPH_FORMATS: dict[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
"""Formats of the answers to CONSTRUCT and DESCRIBE."""

Results = QuerySolutions | QueryBoolean | QueryTriples | list[Triple]
Term = NamedNode | BlankNode | Literal | Triple
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query. It can be read once: as rows, as triples, or by writing it."""

    results: Results
    guard: Callable[[Exception], Exception] = lambda error: error  # an error of the engine -> one of ours

    @property
    def form(self) -> str:
        """ "select", "ask" or "graph"."""
        if isinstance(self.results, QueryBoolean):
            return "ask"
        return "select" if isinstance(self.results, QuerySolutions) else "graph"

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that can carry this answer; the first is the one for people."""
        return tuple(GRAPH_FORMATS if self.form == "graph" else TABLE_FORMATS)

    @property
    def columns(self) -> tuple[str, ...]:
        """The variables of a SELECT, in its order; alphabetical for SELECT *."""
        assert isinstance(self.results, QuerySolutions), self.form
        return tuple(variable.value for variable in self.results.variables)

    def rows(self) -> Iterator[QuerySolution]:
        """The solutions of a SELECT."""
        assert isinstance(self.results, QuerySolutions), self.form
        return self._guarded(self.results)

    def triples(self) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE; an engine may give one twice."""
        assert isinstance(self.results, QueryTriples | list), self.form
        return self._guarded(self.results)

    def __bool__(self) -> bool:
        assert isinstance(self.results, QueryBoolean), self.form
        return bool(self.results)

    def _guarded(self, items: Iterator[Item] | list[Item]) -> Iterator[Item]:
        try:
            yield from items
        except (OSError, RuntimeError) as error:
            raise self.guard(error) from None

    def write(self, output: IO[bytes], format: str | None = None) -> None:
        """Writes the answer; without a format, as a table or as Turtle."""
        name = format or self.formats[0]
        if name not in self.formats:
            what = {"select": "rows", "ask": "yes or no", "graph": "triples"}[self.form]
            raise UnknownName(
                f"format {name} cannot carry {what}, which this query gives; {', '.join(self.formats)} can"
            )
        try:
            self._write(output, name)
        except (OSError, RuntimeError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise self.guard(error) from None

    def _write(self, output: IO[bytes], name: str) -> None:
        if isinstance(self.results, QueryTriples | list):
            _write_triples(self.results, output, GRAPH_FORMATS[name])
        elif (table := TABLE_FORMATS[name]) is not None:
            self.results.serialize(output, table)
        elif isinstance(self.results, QueryBoolean):
            output.write(b"yes\n" if self.results else b"no\n")
        else:
            output.write(_table(self.columns, self.rows()).encode())

    def serialize(self, format: str | None = None) -> bytes:
        """The answer as bytes."""
        output = BytesIO()
        self.write(output, format)
        return output.getvalue()


def _write_triples(triples: QueryTriples | list[Triple], output: IO[bytes], format: RdfFormat) -> None:
    """Sorted, so that prefixes and subjects come out the same each time and grouped."""
    unique = sorted(set(triples), key=str)
    if format is not RdfFormat.TURTLE:
        serialize(unique, output, format, prefixes=PREFIXES)
        return
    text = serialize(unique, format=format, prefixes=PREFIXES)
    assert text is not None
    # The engine lists the prefixes in an order that changes from run to run.
    lines = text.split(b"\n", len(PREFIXES))
    output.write(b"\n".join([*sorted(lines[:-1]), lines[-1]]))


def _table(columns: tuple[str, ...], rows: Iterator[QuerySolution]) -> str:
    cells = [columns, *(tuple(_cell(value) for value in row) for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in cells]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join(line.rstrip() for line in (lines[0], rule, *lines[1:])) + "\n"


def _cell(value: Term | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Literal):
        return " ".join(value.value.split())
    return shorten(value.value) if isinstance(value, NamedNode) else str(value)


def shorten(iri: str) -> str:
    """The IRI with one of our prefixes where the rest is a plain name, else as it is."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.replace("_", "").replace("-", "").isalnum():
            return f"{prefix}:{rest}"
    return iri
