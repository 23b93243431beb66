"""Literals are wrapped where the engine would change them, and nowhere else; what leaves is as it was written."""

from __future__ import annotations

import io
import re
from typing import Any, cast

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.graph.errors import UsageError
from summitry.server.literals import (
    KEPT,
    MARK,
    XSD,
    Unwrapped,
    by_value,
    constants,
    is_kept,
    marked,
    refuse_mark,
    unwrap,
    wrap,
)
from summitry.server.outline import read_outline
from summitry.server.workers.draft import Draft
from summitry.server.workers.mirror import Mirror

NODE = ox.NamedNode("urn:n")
# https://www.w3.org/TR/xmlschema11-2/#built-in-datatypes, with a lawful form of each
TYPES = {
    **dict.fromkeys(("string", "normalizedString", "token", "Name", "NCName", "NMTOKEN", "ID", "IDREF"), "a"),
    **{"ENTITY": "a", "language": "en", "anyURI": "urn:a", "QName": "a", "NOTATION": "a"},
    **{"hexBinary": "0a", "base64Binary": "YQ==", "boolean": "1", "float": "1e0", "double": "1e0"},
    **{"decimal": "1.0", "date": "2020-01-01+00:00", "time": "24:00:00", "dateTime": "2020-01-01T24:00:00"},
    **{"dateTimeStamp": "2020-01-01T00:00:00Z", "gYear": "2020+00:00", "gYearMonth": "2020-01+00:00"},
    **{"gMonth": "--01+00:00", "gMonthDay": "--01-01+00:00", "gDay": "---01+00:00", "duration": "P14M"},
    **{"yearMonthDuration": "P14M", "dayTimeDuration": "PT90S", "integer": "01"},
    **dict.fromkeys(("long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"), "1"),
    **dict.fromkeys(("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"), "1"),
    **dict.fromkeys(("nonPositiveInteger", "negativeInteger"), "-1"),
}


def literal(lexical: str, name: str) -> ox.Literal:
    return ox.Literal(lexical, datatype=ox.NamedNode(XSD + name))


def stored(term: Any) -> Any:
    """The object of a triple, out of the engine again."""
    store = ox.Store()
    store.add(ox.Quad(NODE, NODE, term))
    (quad,) = store
    return quad.object


@pytest.mark.parametrize(("name", "lexical"), TYPES.items())
def test_every_datatype_that_the_engine_changes_is_known(name: str, lexical: str) -> None:
    written = literal(lexical, name)
    assert (stored(written) != written) == (XSD + name in KEPT)
    assert (wrap(written) != written) == (XSD + name in KEPT)


@pytest.mark.parametrize("datatype", [name for name, shape in KEPT.items() if shape.pattern != "(?!)"])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_spelling_that_is_let_pass_is_one_that_the_engine_keeps(datatype: str, data: st.DataObject) -> None:
    lexical = data.draw(st.from_regex(KEPT[datatype], fullmatch=True))
    term = ox.Literal(lexical, datatype=ox.NamedNode(datatype))
    assert stored(term) == term


digits = st.text("0123456789", min_size=1, max_size=20)
numbers = st.tuples(st.sampled_from(["", "+", "-"]), digits, st.sampled_from(["", ".", ".0", ".50", "e3"]))
literals = st.tuples(
    numbers.map("".join) | st.sampled_from(list(TYPES.values())), st.sampled_from(list(TYPES))
)
terms = literals.map(lambda each: literal(*each))
nested = st.recursive(terms, lambda inner: inner.map(lambda it: ox.Triple(NODE, NODE, it)), max_leaves=3)


@settings(max_examples=500, deadline=None)
@given(nested)
def test_a_term_comes_back_as_it_was_written(term: Any) -> None:
    assert unwrap(stored(wrap(term))) == term
    assert (wrap(term) == term) == (stored(term) == term)
    assert by_value(wrap(term)) == by_value(marked(by_value(term))) == stored(term)


@given(st.text(), st.sampled_from(["", "en", "de-AT"]))
def test_texts_are_left_alone(text: str, language: str) -> None:
    term = ox.Literal(text, language=language) if language else ox.Literal(text)
    assert wrap(term) == term
    assert is_kept(text, term.datatype.value)


@given(st.lists(st.sampled_from([MARK, MARK[:7], MARK[:-1], MARK[1:], "u", "other"])), st.data())
def test_the_mark_goes_wherever_the_pieces_are_cut(parts: list[str], data: st.DataObject) -> None:
    whole = "|".join(parts).encode()
    sink = io.BytesIO()
    unwrapped = Unwrapped(sink)
    place = 0
    while place < len(whole):
        size = data.draw(st.integers(1, 40))
        assert unwrapped.write(whole[place : place + size]) == len(whole[place : place + size])
        place += size
    unwrapped.close()
    assert sink.getvalue() == whole.replace(MARK.encode(), b"")


def test_the_mark_is_nobody_elses() -> None:
    for text in (f"INSERT DATA {{ <urn:a> <urn:p> '{MARK}' }}", MARK.encode()):
        with pytest.raises(UsageError, match="reserved"):
            refuse_mark(cast(Any, text))
    refuse_mark("urn:x-summitry:")


# How a literal may be written in SPARQL (1.1, 4.1.2), and whether the engine changes it
SPELLED = {
    "1": False,
    "-1": False,
    "01": True,
    "+1": True,
    "-01": True,
    "1.50": True,
    "1.5": False,
    ".5": True,
    "1e3": True,
    "-1.5E-3": True,
    '"7"^^xsd:int': True,
    "'7'^^xsd:integer": False,
    f'"7"^^<{XSD}byte>': True,
    '"""07"""^^xsd:integer': True,
    r'"\t7"^^xsd:integer': False,  # no lawful number, to the engine a text of an odd type
    r'"0\u0037"^^xsd:integer': True,
    '"2020-01-01T00:00:00+00:00"^^xsd:dateTime': True,
    '"1"^^xsd:boolean': True,
    "true": False,
    '"01"': False,
    '"01"@en': False,
    '"01"^^<urn:mine>': False,
}


@pytest.mark.parametrize("written", SPELLED)
@pytest.mark.parametrize("place", ["{{ ?s ?p {} }}", "{{?s ?p 5,{}.}}", "{{ ?s <urn:p>+ {} ; ?q {} }}"])
def test_literals_of_a_text_are_wrapped(written: str, place: str) -> None:
    outline = read_outline(place.format(written, written))
    names = {"xsd:" + name: XSD + name for name in TYPES}
    edits = list(constants(outline.tokens, range(len(outline.tokens)), lambda it: names.get(it, it[1:-1])))
    assert len(edits) == SPELLED[written] * place.count("{}")


@pytest.mark.parametrize("written", SPELLED)
@pytest.mark.parametrize("place", ["<urn:s> <urn:p> {} .", "<urn:s> <urn:p> {}.", "<urn:s><urn:p> 5 ,{},6"])
def test_an_update_reads_literals_as_turtle_does(written: str, place: str) -> None:
    written = re.sub(r"xsd:(\w+)", rf"<{XSD}\1>", written)
    text = place.format(written)
    (step,) = Draft(Mirror(), None).update(f"INSERT DATA {{ {text} }}")
    ended = text if text.endswith(".") else f"{text} ."
    turtle = {quad.object for quad in ox.parse(ended, format=ox.RdfFormat.TURTLE)}
    assert {unwrap(quad.object) for quad in step.quads()} == turtle
    assert {quad.object for quad in step.quads()} == {wrap(term) for term in turtle}
