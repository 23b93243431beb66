"""Dates keep their precision and numbers their value on the way into RDF."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.errors import BadParameter
from summitry.graph.triples import (
    bounds,
    date_literal,
)
from summitry.graph.triples.literals import decimal
from summitry.graph.vocabulary import XSD
from tests.quads import stored


@pytest.mark.parametrize(
    ("text", "datatype", "span"),
    [
        ("2022-06-28", XSD.date, (date(2022, 6, 28), date(2022, 6, 28))),
        ("2024-02", XSD.gYearMonth, (date(2024, 2, 1), date(2024, 2, 29))),
        ("2022", XSD.gYear, (date(2022, 1, 1), date(2022, 12, 31))),
        ("--02-29", XSD.gMonthDay, None),
        ("--06", XSD.gMonth, None),
    ],
)
def test_a_date_keeps_its_precision(text: str, datatype: NamedNode, span: tuple[date, date] | None) -> None:
    literal = date_literal(text)
    assert literal == Literal(text, datatype=datatype)
    assert bounds(text) == span
    graph = NamedNode("https://example.org/g")
    assert stored([Quad(graph, graph, literal, graph)])[0].object == literal


@pytest.mark.parametrize(
    "text", ["2022-02-30", "2022-13", "0000", "--02-30", "--13", "June 2022", "", "2022-6-28"]
)
def test_a_date_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadParameter, match="parameter date"):
        date_literal(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1357.0, "1357"),
        (0.1, "0.1"),
        (Decimal("1.50"), "1.5"),
        (-0.0, "0"),
        (1e-7, "0.0000001"),
        (Decimal(7), "7"),
    ],
)
def test_a_decimal_is_written_as_a_store_hands_it_back(number: Decimal | float, text: str) -> None:
    literal = decimal(number)
    assert literal == Literal(text, datatype=XSD.decimal)
    graph = NamedNode("https://example.org/g")
    assert stored([Quad(graph, graph, literal, graph)])[0].object == literal


@pytest.mark.parametrize("number", [math.inf, math.nan])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(BadParameter, match="is not finite"):
        decimal(number)
