"""Literals and their values, after XML Schema 1.1 and the datatype map of OWL 2 RL."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from summitry.graph.reasoning.datatypes import DATATYPES, RDF, RDFS, XSD, differ, holds, value
from summitry.graph.reasoning.terms import Terms

SAME = [
    ("7", "integer", "07", "byte"),
    ("+7", "int", "7.0", "decimal"),
    ("1", "boolean", "true", "boolean"),
    ("INF", "double", "INF", "double"),
    ("1e2", "float", "100", "float"),
    ("2022-06-28T12:00:00Z", "dateTime", "2022-06-28T14:00:00+02:00", "dateTimeStamp"),
    ("2022-06-28T12:00:00.50Z", "dateTime", "2022-06-28T12:00:00.5Z", "dateTime"),
    ("a1FF", "hexBinary", "A1ff", "hexBinary"),
    ("word", "string", "word", "NCName"),
    ("-0", "integer", "0", "unsignedByte"),
]
DIFFERENT = [
    ("7", "integer", "8", "integer"),
    ("7", "integer", "7", "double"),
    ("1", "integer", "1", "boolean"),
    ("a", "string", "b", "string"),
    ("0.1", "decimal", "0.10000000000000000001", "decimal"),
    ("2022", "gYear", "2023", "gYear"),
    ("2022-06-28", "date", "2022-06-29", "date"),
    ("word", "string", "word", "anyURI"),
]
WRONG = {
    "integer": ["many", "1.0", "١"],
    "byte": ["128"],
    "nonNegativeInteger": ["-1"],
    "positiveInteger": ["0"],
    "unsignedByte": ["256"],
    "decimal": ["1e3", "."],
    "boolean": ["yes"],
    "double": ["1e400", "1e-400", "inf"],
    "float": ["1e39"],
    "dateTime": ["2022-06-28", "2022-02-30T00:00:00"],
    "dateTimeStamp": ["2022-06-28T12:00:00"],
    "hexBinary": ["abc"],
    "base64Binary": ["a"],
    "anyURI": ["a b"],
    "NCName": ["1a", "a:b"],
    "NMTOKEN": ["a b"],
    "normalizedString": ["a\nb"],
    "token": [" a"],
    "language": ["toolonglanguage"],
}
HOLDS = [
    ("7", "integer", {"integer", "decimal", "byte", "unsignedByte", "positiveInteger", "long"}),
    ("-7", "integer", {"negativeInteger", "nonPositiveInteger", "short"}),
    ("7.5", "decimal", {"decimal"}),
    ("en-GB", "string", {"string", "language", "token", "NMTOKEN", "NCName", "Name", "normalizedString"}),
    ("2022-06-28T12:00:00Z", "dateTime", {"dateTime", "dateTimeStamp"}),
    ("2022-06-28T12:00:00", "dateTime", {"dateTime"}),
]


@pytest.mark.parametrize("case", SAME, ids=str)
def test_spellings_of_one_value(case: tuple[str, str, str, str]) -> None:
    one, other = value(case[0], XSD + case[1]), value(case[2], XSD + case[3])
    assert one is not None and one == other and hash(one) == hash(other)


@pytest.mark.parametrize("case", DIFFERENT, ids=str)
def test_different_values(case: tuple[str, str, str, str]) -> None:
    one, other = value(case[0], XSD + case[1]), value(case[2], XSD + case[3])
    assert one is not None and other is not None and differ(one, other) and differ(other, one)


@pytest.mark.parametrize("datatype", WRONG)
def test_wrong_values_have_none(datatype: str) -> None:
    assert not [each for each in WRONG[datatype] if value(each, XSD + datatype) is not None]


@pytest.mark.parametrize("case", HOLDS, ids=lambda case: case[0])
def test_value_spaces(case: tuple[str, str, set[str]]) -> None:
    held = value(case[0], XSD + case[1])
    assert held is not None
    known = {each.removeprefix(XSD) for each in DATATYPES if each.startswith(XSD) and holds(held, each)}
    assert case[2] <= known
    if held[0] != "string":
        assert not known & {"string", "boolean", "double", "anyURI"}
    assert holds(held, RDFS + "Literal")


def test_unknown_datatypes_are_neither_right_nor_wrong() -> None:
    one, other = value("x", "http://example.org/kind"), value("y", "http://example.org/kind")
    assert one is not None and other is not None
    assert not differ(one, other)
    assert holds(one, XSD + "integer") is None
    assert holds(one, "http://example.org/kind") is None


def test_language_tags_belong_to_plain_literals() -> None:
    held = value("mot", RDF + "langString", "fr")
    assert held == value("mot", RDF + "langString", "FR")
    assert held is not None and holds(held, RDF + "PlainLiteral") and not holds(held, XSD + "string")
    assert value("mot@fr", RDF + "PlainLiteral") == held
    assert value("mot", RDF + "PlainLiteral") is None


def test_long_numbers_are_read() -> None:
    assert value("9" * 5000, XSD + "integer") is not None


def test_terms_share_numbers_by_value_only_on_request() -> None:
    seven = (
        Literal("7", datatype=NamedNode(XSD + "integer")),
        Literal("7.0", datatype=NamedNode(XSD + "decimal")),
    )
    by_value, by_term = Terms(by_value=True), Terms()
    assert by_value.number(seven[0]) == by_value.number(seven[1]) < 0
    assert by_term.number(seven[0]) != by_term.number(seven[1])
    assert by_term[by_term.number(seven[1])] == seven[1]
