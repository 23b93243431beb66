"""The solutions of a SELECT, written in a format, and never more rows than the limit.

The engine writes JSON, XML and CSV itself; what it writes is watched for the marks between rows. TSV is
written here: the engine would write `"-3"^^xsd:negativeInteger` as a bare -3, which is an xsd:integer (W3C
csv-tsv-res/tsv03; docs/upstream/oxigraph-tsv-derived-integers.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import IO, cast

import pyoxigraph as ox

from summitry.graph.errors import LimitExceeded

FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
BATCH = 500  # rows written at once
XSD = r"http://www\.w3\.org/2001/XMLSchema#"
# A number that Turtle reads back as what it is (TSV results, 4: they may be bare), alone in its field.
NUMBER = re.compile(
    r"(?<![^\t\n])\""
    rf"(?:([+-]?[0-9]++)\"\^\^<{XSD}integer>"
    rf"|([+-]?[0-9]*+\.[0-9]++)\"\^\^<{XSD}decimal>"
    rf"|([+-]?(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)[eE][+-]?[0-9]++)\"\^\^<{XSD}double>)(?![^\t\n])"
)


def write_table(results: ox.QuerySolutions, name: str, sink: IO[bytes], most: int) -> None:
    """Writes every row; LimitExceeded where there are more than so many."""
    if name == "tsv":
        write_tsv(results, sink, most)
    else:
        results.serialize(cast(IO[bytes], Watched(sink, name, most)), FORMATS[name])


def write_tsv(results: ox.QuerySolutions, sink: IO[bytes], most: int) -> None:
    """Tab-separated values: terms as in Turtle, and nothing for what is unbound."""
    sink.write("\t".join(str(name) for name in results.variables).encode() + b"\n")
    width, count = len(results.variables) - 1, 0
    while rows := list(islice(results, BATCH)):
        count += len(rows)
        if count > most:
            raise too_many(most)
        text = "\n".join(lines(rows, width))
        sink.write(NUMBER.sub(lambda found: found[found.lastindex or 0], text).encode() + b"\n")


def lines(rows: list[ox.QuerySolution], width: int) -> Iterator[str]:
    """A line for each row."""
    for row in rows:
        line = "\t".join([str(term) if term is not None else "" for term in row])
        if line.count("\t") != width:  # a term holds a tab, which N-Triples leaves as it is
            line = "\t".join([str(term).replace("\t", "\\t") if term is not None else "" for term in row])
        yield line


class Watched:
    """A sink that counts the rows that pass."""

    def __init__(self, sink: IO[bytes], name: str, most: int) -> None:
        self._sink = sink
        self._count = {"json": self._json, "xml": self._xml, "csv": self._csv}[name]
        self._most = most
        self._rows = 0
        self._tail = b""
        self._quoted = False

    def write(self, data: bytes) -> int:
        """Passes a piece on; LimitExceeded past the limit."""
        self._rows += self._count(data)
        if self._rows > self._most:
            raise too_many(self._most)
        return self._sink.write(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def _json(self, data: bytes) -> int:
        # Quotes within a string are written with a backslash, so that only a string that ends in }},{ could
        # pass for the space between two rows.
        return self._marks(data, b'}},{"')

    def _xml(self, data: bytes) -> int:
        return self._marks(data, b"<result>")

    def _csv(self, data: bytes) -> int:
        """Ends of lines outside of quotes; the first is that of the head."""
        pieces = data.split(b'"')
        found = sum(piece.count(b"\n") for piece in pieces[self._quoted :: 2])
        self._quoted ^= len(pieces) % 2 == 0
        return found if self._tail else self._begin(found)

    def _begin(self, found: int) -> int:
        self._tail = b"head" if found else b""
        return found - 1 if found else 0

    def _marks(self, data: bytes, mark: bytes) -> int:
        """How often a mark stands in the data, counting one that began in the piece before."""
        data = self._tail + data
        self._tail = data[-len(mark) + 1 :]
        return data.count(mark)


def too_many(most: int) -> LimitExceeded:
    """Says what would do."""
    return LimitExceeded(
        f"the answer has more than the {most} rows this server gives; ask with LIMIT and OFFSET"
    )
