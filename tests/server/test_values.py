"""Queries over literals of all spellings: terms come back as they were written, and count as what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.graph.errors import LimitExceeded, QuerySyntaxError
from summitry.server.engine import Job
from summitry.server.literals import MARK, XSD
from summitry.server.outline import read_outline
from summitry.server.values import see_values
from summitry.server.workers.draft import Draft
from summitry.server.workers.frames import Message
from summitry.server.workers.mirror import Mirror
from summitry.server.workers.spool import Spool
from summitry.server.workers.tasks import do_query

PREFIXES = f"PREFIX xsd: <{XSD}> PREFIX : <urn:> "
Row = tuple[tuple[str, str, str] | None, ...]


def filled(*updates: str) -> Mirror:
    """A graph after these updates."""
    mirror = Mirror()
    for text in updates:
        Draft(mirror, None).update(PREFIXES + text)
    return mirror


def ask(mirror: Mirror, text: str) -> list[Row]:
    """The rows that a reader answers: of each term its kind, text and datatype."""
    head = {"job": Job(PREFIXES + text).told(), "rows": 1000, "remote": False, "fetched": []}
    spool = Spool(1 << 20, 1 << 24)
    assert do_query(mirror, Message(head, b""), spool)["ok"]
    body, _ = spool.finish()
    assert MARK.encode() not in body
    found = json.loads(body)
    if "boolean" in found:
        return [(("boolean", str(found["boolean"]), ""),)]
    names = found["head"]["vars"]
    return [tuple(map(term, map(row.get, names))) for row in found["results"]["bindings"]]


def term(told: dict[str, str] | None) -> tuple[str, str, str] | None:
    return told and (told["type"], told["value"], told.get("datatype", "").removeprefix(XSD))


def integer(*values: int | str) -> Row:
    return tuple(("literal", str(value), "integer") for value in values)


RANGES = {
    "integer": (-(10**12), 10**12),
    "nonPositiveInteger": (-(10**12), 0),
    "negativeInteger": (-(10**12), -1),
    "long": (-(10**12), 10**12),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "nonNegativeInteger": (0, 10**12),
    "positiveInteger": (1, 10**12),
    "unsignedLong": (0, 10**12),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}


@st.composite
def spelled(draw: st.DrawFn) -> tuple[int, str]:
    """A whole number, and a literal for it."""
    name = draw(st.sampled_from(list(RANGES)))
    value = draw(st.integers(*RANGES[name]) | st.integers(-3, 3).filter(lambda it: in_range(it, name)))
    sign = "-" if value < 0 else draw(st.sampled_from(["", "+"]))
    zeros = "0" * draw(st.integers(0, 2))
    return value, f'"{sign}{zeros}{abs(value)}"^^xsd:{name}'


def in_range(value: int, name: str) -> bool:
    least, most = RANGES[name]
    return least <= value <= most


# Each asks the same of both graphs and gets the same, whatever the spelling
BY_VALUE = (
    "SELECT ?s ?y { ?s :p ?x BIND(?x + 1 AS ?y) }",
    "SELECT ?s ?y { ?s :p ?x BIND(2 * -?x - 1 AS ?y) }",
    "SELECT ?s ?y { ?s :p ?x BIND(ABS(?x) AS ?y) }",
    "SELECT ?s (IF(?x > 0, ?x + 0, 0 - ?x) AS ?y) { ?s :p ?x }",
    "SELECT ?s (COALESCE(1 / 0, ?x * 1) AS ?y) { ?s :p ?x }",
    "SELECT ?s { ?s :p ?x FILTER(?x > 1) }",
    "SELECT ?s { ?s :p ?x FILTER(1 >= ?x) }",
    "SELECT ?s { ?s :p ?x FILTER(?x IN (0, 1, -1)) }",
    "SELECT ?s { ?s :p ?x FILTER(?x NOT IN (0, 1, -1)) }",
    "SELECT ?s { ?s :p ?x FILTER(?x) }",
    "SELECT ?s { ?s :p ?x FILTER(!?x || ?x = 2) }",
    "SELECT ?s { ?s :p ?x FILTER(isNumeric(?x)) }",
    "SELECT ?s ?t { ?s :p ?x . ?t :p ?y FILTER(?x = ?y) }",
    "SELECT ?s ?t { ?s :p ?x . ?t :p ?y FILTER(?x < ?y) }",
    "SELECT ?s { ?s :p ?x FILTER NOT EXISTS { ?t :p ?y FILTER(?y > ?x) } }",
    "SELECT ?s { ?s :p ?x FILTER(EXISTS { ?t :p ?y FILTER(?y = ?x + 1) } && ?x != 0) }",
    "SELECT ?s { ?s :p ?x OPTIONAL { ?s :none ?none } } ORDER BY ?x ?s",
    "SELECT ?s { ?s :p ?x } ORDER BY DESC(?x) ?s",
    "SELECT ?s { ?s :p ?x } ORDER BY ABS(?x) (?x + 1) ?s",
    "SELECT (SUM(?x) AS ?sum) (AVG(?x) AS ?avg) { ?s :p ?x }",
    "SELECT (MIN(?x) AS ?min) (MAX(?x) AS ?max) (COUNT(?x) AS ?n) { ?s :p ?x }",
    "SELECT ?k (COUNT(*) AS ?n) { ?s :p ?x } GROUP BY (?x > 0 AS ?k) HAVING(SUM(?x) != 0) ORDER BY ?k",
    "SELECT ?s (SUM(?x) AS ?n) { ?s :p ?x } GROUP BY ?s HAVING(MAX(?x) > 0) (MIN(?x) < 100)",
    "SELECT ?n { ?s :p ?x { SELECT (MAX(?y) AS ?n) { ?t :p ?y } } FILTER(?x = ?n) }",
    "SELECT ?s (xsd:decimal(?x) AS ?d) (xsd:string(?x) AS ?t) (xsd:double(?x) AS ?e) { ?s :p ?x }",
    "ASK { ?s :p ?x FILTER(?x > 100) }",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(spelled(), min_size=1, max_size=6))
def test_numbers_come_back_as_written_and_count_as_what_they_are(numbers: list[tuple[int, str]]) -> None:
    written = [f":s{place} :p {text}" for place, (_, text) in enumerate(numbers)]
    plain = [f":s{place} :p {value}" for place, (value, _) in enumerate(numbers)]
    mirror, canonical = (filled(f"INSERT DATA {{ {' . '.join(quads)} }}") for quads in (written, plain))
    turtle = f"@prefix : <urn:> . @prefix xsd: <{XSD}> . {' . '.join(written)} ."
    told = {
        (quad.subject.value, quad.object.value, quad.object.datatype.value.removeprefix(XSD))
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        if isinstance(quad.object, ox.Literal)
    }
    found = ask(mirror, "SELECT ?s ?x (STR(?x) AS ?t) (DATATYPE(?x) AS ?d) { ?s :p ?x }")
    assert {(s[1], *x[1:]) for s, x, _, _ in found if s and x} == told
    assert {(s[1], t[1], d[1].removeprefix(XSD)) for s, _, t, d in found if s and t and d} == told
    for text in BY_VALUE:
        rows, wanted = ask(mirror, text), ask(canonical, text)
        if "ORDER BY" not in text:
            rows, wanted = sorted(rows, key=repr), sorted(wanted, key=repr)
        assert rows == wanted, text
    for subject, lexical, name in told:
        here = f'<{subject}> :p "{lexical}"^^xsd:{name}'
        assert ask(mirror, f"ASK {{ {here} }}") == [(("boolean", "True", ""),)]
        same = f'SELECT ?x {{ <{subject}> :p ?x FILTER(sameTerm(?x, "{lexical}"^^xsd:{name})) }}'
        assert ask(mirror, same) == [(("literal", lexical, name),)]
        Draft(mirror, None).update(f"{PREFIXES} DELETE DATA {{ {here} }}")
    assert ask(mirror, "ASK { ?s :p ?x }") == [(("boolean", "False", ""),)]


DATA = """INSERT DATA { :a :p 01, "1"^^xsd:int, 1 . :b :p 1.50 . :c :p "2020-01-01T12:00:00+00:00"^^xsd:dateTime .
 :d :p "0"^^xsd:boolean . :e :says <<( :a :p 01 )>> . :f :says <<( :a :p "1"^^xsd:byte )>> . :g :p "01" }"""
ONE = [("literal", "01", "integer"), ("literal", "1", "int"), ("literal", "1", "integer")]
CASES: tuple[tuple[str, Iterable[Row]], ...] = (
    ("SELECT ?x { :a :p ?x }", [(one,) for one in ONE]),
    ("SELECT DISTINCT ?x { :a :p ?x }", [(one,) for one in ONE]),
    ("SELECT DISTINCT ?y { :a :p ?x BIND(?x + 0 AS ?y) }", [integer(1)]),
    ("SELECT ?x (COUNT(*) AS ?n) { :a :p ?x } GROUP BY ?x", [(one, *integer(1)) for one in ONE]),
    ("SELECT (COUNT(DISTINCT ?x) AS ?n) { :a :p ?x }", [integer(3)]),
    ("SELECT (SUM(?x) AS ?n) { :a :p ?x }", [integer(3)]),
    ("SELECT ?s { ?s :p 01 }", [(("uri", "urn:a", ""),)]),
    ("SELECT ?s { ?s :p 1 }", [(("uri", "urn:a", ""),)]),
    ("SELECT ?s { ?s :p +1 }", []),
    ("SELECT ?s { ?s :p ?x FILTER(?x = 1) }", [(("uri", "urn:a", ""),)] * 3),
    ("SELECT ?s { VALUES ?x { 01 1.50 } ?s :p ?x }", [(("uri", "urn:a", ""),), (("uri", "urn:b", ""),)]),
    ('SELECT ?x { BIND("01"^^xsd:short AS ?x) }', [(("literal", "01", "short"),)]),
    ("SELECT ?y { :b :p ?x BIND(IF(?x > 1, ?x, 0) AS ?y) }", [(("literal", "1.50", "decimal"),)]),
    ("SELECT ?y { :b :p ?x BIND(COALESCE(?z, (?x)) AS ?y) }", [(("literal", "1.50", "decimal"),)]),
    ("SELECT (SAMPLE(?x) AS ?y) { :b :p ?x }", [(("literal", "1.50", "decimal"),)]),
    ("SELECT (GROUP_CONCAT(?x ; separator = '+') AS ?y) { :b :p ?x }", [(("literal", "1.50", ""),)]),
    ("SELECT ?y { :c :p ?x BIND(YEAR(?x) AS ?y) }", [integer(2020)]),
    (
        'SELECT ?x { ?s :p ?x FILTER(?x = "2020-01-01T12:00:00Z"^^xsd:dateTime) }',
        [(("literal", "2020-01-01T12:00:00+00:00", "dateTime"),)],
    ),
    ("SELECT ?s { ?s :p ?x FILTER(DATATYPE(?x) = xsd:int) }", [(("uri", "urn:a", ""),)]),
    ("SELECT (DATATYPE(?x + 1) AS ?y) { :b :p ?x }", [(("uri", f"{XSD}decimal", ""),)]),
    ("ASK { :d :p ?x FILTER(?x) }", [(("boolean", "False", ""),)]),
    ("ASK { :d :p ?x FILTER(!?x) }", [(("boolean", "True", ""),)]),
    ("ASK { :g :p ?x FILTER(?x = '01') }", [(("boolean", "True", ""),)]),
    ("ASK { :e :says ?t . :f :says ?u FILTER(?t = ?u && !sameTerm(?t, ?u)) }", [(("boolean", "True", ""),)]),
    ("SELECT (OBJECT(?t) + 1 AS ?y) { :e :says ?t }", [integer(2)]),
    ("SELECT (OBJECT(?t) AS ?y) { :e :says ?t }", [integer("01")]),
    ("SELECT ?s { ?s :says <<( :a :p 01 )>> }", [(("uri", "urn:e", ""),)]),
    ("SELECT ?s { ?s :p ?x } ORDER BY ?none LIMIT 00 OFFSET 05", []),
    (
        r"""SELECT ?x (STR('\u005C') AS ?y) { :g ?p ?x FILTER(?x = "0\u0031" && ?x != "\u0022") }""",
        [(("literal", "01", ""), ("literal", "\\", ""))],
    ),
)


@pytest.mark.parametrize(("text", "rows"), CASES, ids=[text for text, _ in CASES])
def test_terms_and_values(text: str, rows: list[Row]) -> None:
    assert sorted(ask(filled(DATA), text), key=repr) == sorted(rows, key=repr)


UPDATES = (
    ("DELETE DATA { :a :p 1 }", {"01", "1 int"}),
    ("DELETE DATA { :a :p 01 }", {"1", "1 int"}),
    ("DELETE WHERE { :a :p 01 }", {"1", "1 int"}),
    ("DELETE { :a :p ?x } WHERE { :a :p ?x FILTER(?x = 1) }", set()),
    ("DELETE { :a :p ?x } INSERT { :a :p ?y } WHERE { :a :p ?x BIND(?x + 1 AS ?y) }", {"2"}),
    ("DELETE { :a :p 01 } INSERT { :a :p +1 } WHERE { :b :p ?x }", {"+1", "1", "1 int"}),
    ("INSERT { :a :p ?x } WHERE { VALUES ?x { 001 } }", {"001", "01", "1", "1 int"}),
    ("MOVE DEFAULT TO :g ; MOVE :g TO DEFAULT", {"01", "1", "1 int"}),
)


@pytest.mark.parametrize(("text", "left"), UPDATES, ids=[text for text, _ in UPDATES])
def test_updates_mean_terms(text: str, left: set[str]) -> None:
    rows = ask(filled(DATA, text), "SELECT ?x { :a :p ?x }")
    assert {f"{x[1]} {x[2]}".removesuffix(" integer") for (x,) in rows if x} == left


def test_a_graph_without_such_literals_is_asked_as_before() -> None:
    mirror = filled("INSERT DATA { :a :p 1, 1.5, 'x', true . :b :q <<( :a :p 1 )>> }")
    assert not mirror.wraps
    assert ask(mirror, "SELECT ?s { ?s :p 01 }") == [(("uri", "urn:a", ""),)]
    mirror = filled(DATA)
    assert mirror.wraps
    Draft(mirror, None).update("DROP ALL")
    assert not mirror.wraps


WRONG = (
    "SELECT * { ?s ?p ?x FILTER ?x }",
    "SELECT * { ?s ?p ?x } ORDER BY ?x + 1",
    "SELECT (?x + AS ?y) { ?s ?p ?x }",
    "SELECT * { ?s ?p ?x FILTER(?x > ) }",
    "SELECT ?x { ?s ?p ?x } GROUP BY ?s",
    'SELECT * { ?s ?p "1"^^xsd:int"2"^^xsd:int }',
    "SELECT * { ?s ?p ?x BIND(?x) }",
    r"SELECT * { ?s ?p ?x FILTER(?x = '\u00') }",
)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_query_stays_none(text: str) -> None:
    for data in (DATA, "INSERT DATA {}"):
        with pytest.raises(QuerySyntaxError):
            ask(filled(data), text)


def test_a_query_nested_beyond_measure_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="200 brackets"):
        ask(filled(DATA), f"SELECT * {{ ?s ?p ?x FILTER({'(' * 300}?x{')' * 300}) }}")


def test_a_query_without_a_place_for_values_stays_as_it_is() -> None:
    for text in ("SELECT * { ?s ?p ?o }", "ASK { ?s :p 1, 'x'@en, true }", "DESCRIBE ?x { ?x a :T } LIMIT 5"):
        outline = read_outline(text)
        assert see_values(outline, None) is outline
