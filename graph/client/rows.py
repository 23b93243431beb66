"""The rows of an answer -> values of Python, or a frame of pandas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, overload

from summitry.graph.errors import ConfigurationError
from summitry.graph.questions import Table
from summitry.graph.questions.table import Value

if TYPE_CHECKING:
    import pandas

Row = dict[str, Value | None]


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """The rows of a SELECT, each a dictionary by column, None where nothing is known.

    Numbers, truth values and whole dates are those of Python; a date known to its month or year only is text, and so
    is an IRI. `table` has the terms as the graph has them.
    """

    table: Table

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the SELECT."""
        return self.table.columns

    def __len__(self) -> int:
        return len(self.table.rows)

    def __iter__(self) -> Iterator[Row]:
        return (self._row(place) for place in range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Rows: ...

    def __getitem__(self, place: int | slice) -> Row | Rows:
        if isinstance(place, slice):
            return Rows(Table(self.columns, self.table.rows[place]))
        return self._row(place)

    def _row(self, place: int) -> Row:
        cells = zip(self.columns, self.table.rows[place], strict=True)
        return {name: None if cell is None else cell.python for name, cell in cells}

    def column(self, name: str) -> list[Value | None]:
        """The values of one column."""
        place = self.columns.index(name)
        return [None if row[place] is None else row[place].python for row in self.table.rows]  # type: ignore[union-attr]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a frame: whole numbers, truth values and text in types that can hold a gap."""
        try:
            import pandas
        except ImportError as error:
            raise ConfigurationError("frames need pandas: pip install 'summitry[notebook]'") from error
        columns = {name: list(map(_number, self.column(name))) for name in self.columns}
        frame = pandas.DataFrame(columns, columns=list(self.columns))
        return frame.convert_dtypes() if len(self) else frame


def _number(value: Value | None) -> Value | None:
    """Frames reckon with floats, not with decimals."""
    return float(value) if isinstance(value, Decimal) else value
