"""The solutions of a SELECT, written in a format, and never more rows than the limit.

The engine writes; what it writes is watched for the marks that begin or end a row.
"""

from __future__ import annotations

from typing import IO, cast

import pyoxigraph as ox

from summitry.graph.errors import LimitExceeded

FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
# Quotes within a string of JSON are written with a backslash, so that only a string that ends in }},{ could
# pass for what stands between two rows. XML and TSV escape the marks where they stand in a text.
MARKS = {"json": b'}},{"', "xml": b"<result>", "tsv": b"\n"}
# Rows beside the marks: JSON has marks between rows only; CSV and TSV begin with a line of names.
BESIDE = {"json": 1, "xml": 0, "csv": -1, "tsv": -1}


def write_table(results: ox.QuerySolutions, name: str, sink: IO[bytes], most: int) -> None:
    """Writes every row; LimitExceeded where there are more than so many."""
    results.serialize(cast(IO[bytes], Watched(sink, name, most)), FORMATS[name])


class Watched:
    """A sink that counts the rows that pass."""

    def __init__(self, sink: IO[bytes], name: str, most: int) -> None:
        self._sink = sink
        self._most = most
        self._mark = MARKS.get(name, b"")
        self._rows = BESIDE[name]
        self._tail = b""
        self._quoted = False

    def write(self, data: bytes) -> int:
        """Passes a piece on; LimitExceeded past the limit."""
        self._rows += self._marks(data) if self._mark else self._lines(data)
        if self._rows > self._most:
            raise LimitExceeded(
                f"the answer has more than the {self._most} rows this server gives; ask with LIMIT and OFFSET"
            )
        return self._sink.write(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def _marks(self, data: bytes) -> int:
        """How often the mark stands in the data, counting one that began in the piece before."""
        if len(self._mark) > 1:
            data = self._tail + data
            self._tail = data[1 - len(self._mark) :]
        return data.count(self._mark)

    def _lines(self, data: bytes) -> int:
        """The lines of CSV that end outside of quotes."""
        pieces = data.split(b'"')
        found = sum(piece.count(b"\n") for piece in pieces[self._quoted :: 2])
        self._quoted ^= len(pieces) % 2 == 0
        return found
