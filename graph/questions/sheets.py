"""Rows -> the documents that the engine cannot write: lines of JSON, and a workbook for spreadsheet programs.

The same rows give the same bytes: a workbook says nothing of the hour it was made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]

from summitry.graph.errors import LimitExceeded
from summitry.graph.questions.model import Question
from summitry.graph.questions.table import Cell, Table, Value

_MADE = datetime(2000, 1, 1)
_ROWS = 1_048_575  # what spreadsheet programs hold, less the header
_TEXT = 32_767  # characters that a cell holds
_WIDEST = 60


def to_jsonl(table: Table) -> bytes:
    """One object for each row; numbers and truth values as such, nothing as null."""
    lines = (
        json.dumps(
            {
                name: None if cell is None else _plain(cell)
                for name, cell in zip(table.columns, row, strict=True)
            },
            ensure_ascii=False,
        )
        for row in table.rows
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _plain(cell: Cell) -> str | bool | int | float:
    value = cell.python
    if isinstance(value, Decimal):
        return float(value)
    return cell.value if isinstance(value, date) else value


def to_xlsx(table: Table, question: Question, given: Mapping[str, str]) -> bytes:
    """A workbook: the rows on one sheet, and on another what was asked."""
    if len(table.rows) > _ROWS:
        raise LimitExceeded(f"a workbook holds {_ROWS:,} rows, and these are {len(table.rows):,}; take csv")
    output = BytesIO()
    # Text stays text: a cell that begins with = is no formula, and an IRI no link.
    told = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(output, {**told, "strings_to_numbers": False})
    book.set_properties({"title": question.summary, "comments": question.asks, "created": _MADE})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    rows = book.add_worksheet("rows")
    for place, name in enumerate(table.columns):
        rows.write_string(0, place, name, bold)
        values = [row[place] for row in table.rows]
        widest = max((len(str(value)) for value in values if value is not None), default=0)
        rows.set_column(place, place, min(max(len(name), widest) + 2, _WIDEST))
        for number, cell in enumerate(values, 1):
            if cell is not None:
                _write(rows, number, place, cell.python, day)
    rows.freeze_panes(1, 0)
    if table.rows:
        rows.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    _about(book, question, given, bold)
    book.close()
    return output.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Value, day: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float | Decimal) and abs(float(value)) < 1e15:  # more digits would be lost
        sheet.write_number(row, column, float(value))
    elif isinstance(value, date) and not isinstance(value, datetime) and value.year >= 1900:
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write_string(row, column, str(value)[:_TEXT])


def _about(book: xlsxwriter.Workbook, question: Question, given: Mapping[str, str], bold: object) -> None:
    sheet = book.add_worksheet("about")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    facts = [("question", question.asks), ("query", question.name), ("description", question.description)]
    for number, (name, value) in enumerate((*facts, *((k, v) for k, v in given.items() if v))):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, value[:_TEXT])
