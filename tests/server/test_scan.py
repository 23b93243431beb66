"""SPARQL text -> tokens, in linear time whatever the text."""

from __future__ import annotations

import time

import pytest

from summitry.server.outline import read_outline
from summitry.server.scan import scan, unescape

TEXTS = (
    ("?s a:b.c ?o.", ["?s", "a:b.c", "?o", "."]),
    ("a:b. :c. true.", ["a:b", ".", ":c", ".", "true", "."]),
    ("<http://e/#x> # comment", ["<http://e/#x>"]),
    ("?x<?y && ?z<=<http://e/>", ["?x", "<", "?y", "&&", "?z", "<=", "<http://e/>"]),
    ("'it\\'s' \"a#b\" '''a'b''c'''", ["'it\\'s'", '"a#b"', "'''a'b''c'''"]),
    ("'x'@en-GB '1'^^xsd:int", ["'x'", "@en-GB", "'1'", "^^", "xsd:int"]),
    ("_:a.b. -1.5e3", ["_:a.b", ".", "-", "1.5e3"]),
    # the two ways past a scan that were found by attacking one: an escaped IRI, an escape in a local name
    ("a:b\\#c SERVICE", ["a:b\\#c", "SERVICE"]),
    ("<<( ?s ?p ?o )>>", ["<<(", "?s", "?p", "?o", ")>>"]),
)


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_text_is_cut_as_the_grammar_cuts_it(text: str, wanted: list[str]) -> None:
    assert [token.text for token in scan(text)] == wanted


def test_escapes_of_code_points_come_first() -> None:
    text = unescape(r"ASK { ?s ?p <http://e/\u0023> SERV\u0049CE <x> {} }")
    assert "SERVICE" in read_outline(text).words
    assert unescape(r"\uD800 \U00110000") == r"\uD800 \U00110000"  # left for the engine to refuse


ENDLESS = (
    '"""' + '\\"' * 50_000,
    "'''" + "''a" * 50_000,
    "\"'" * 50_000,
    "<a" * 50_000,
    "a." * 100_000,
    "_:a." * 50_000,
    "a:" + "%" * 50_000,
    "." * 100_000,
    "1." * 50_000,
    "(" * 100_000,
)


@pytest.mark.parametrize("text", ENDLESS, ids=range(len(ENDLESS)))
def test_no_text_is_read_twice(text: str) -> None:
    began = time.process_time()
    scan(text)
    assert time.process_time() - began < 3


def test_an_outline_tells_depth_and_what_makes_answers_change() -> None:
    seen = read_outline("SELECT (NOW() AS ?n) { { { ?s ?p '{{{{' } } }")
    assert seen.depth == 3
    assert seen.volatile
    assert not read_outline("SELECT * { ?now :rand 'NOW()' }").volatile
