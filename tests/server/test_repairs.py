"""What the engine gets wrong is answered right, and what it gets right is left alone."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pyoxigraph as ox
import pytest

from summitry.server.engine import Job, evaluate
from summitry.server.outline import read_outline
from summitry.server.repairs import repair
from summitry.server.unions import united

DATA = """
<urn:a> <urn:p> "x"@en , "y"@en . <urn:b> <urn:p> "x"@en .
<urn:g> { <urn:a> <urn:p> <urn:o> . <urn:b> <urn:p> <urn:o> }
<urn:h> { <urn:a> <urn:p> <urn:o> . <urn:c> <urn:q> 1 }
"""


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    made.load(DATA.encode(), ox.RdfFormat.TRIG)
    return made


def ask(store: ox.Store, text: str, job: Job | None = None) -> list[tuple[str, ...]]:
    job = job or Job(text, "http://base/")
    sink = io.BytesIO()
    outline = read_outline(job.text)
    with united(store, job, outline) as job:
        evaluate(store, repair(store, job, outline), sink)
    found = ox.parse_query_results(sink.getvalue(), ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return [("true" if found else "false",)]
    return sorted(tuple(str(value) for value in row) for row in found)


def values(*rows: Iterable[str]) -> list[tuple[str, ...]]:
    return sorted(tuple(row) for row in rows)


CASES = (
    # text joined is plain text
    ("SELECT (GROUP_CONCAT(?o) AS ?t) { <urn:b> <urn:p> ?o }", values(['"x"'])),
    (
        'SELECT (group_concat(DISTINCT ?o ; separator=")") AS ?t) { ?s <urn:p> ?o FILTER(?o = "x"@en) }',
        values(['"x"']),
    ),
    ("SELECT (STR(GROUP_CONCAT(?o)) AS ?t) { <urn:b> <urn:p> ?o }", values(['"x"'])),
    # a path of no steps
    ("SELECT ?s { ?s <urn:p>* <urn:none> }", values(["<urn:none>"])),
    ("PREFIX u: <urn:> SELECT ?o { u:none (u:p|u:q)? ?o }", values(["<urn:none>"])),
    ("SELECT ?o { <urn:a> <urn:p>? ?o . FILTER(isIRI(?o)) }", values(["<urn:a>"])),
    ("ASK { <urn:a> <urn:p> ?x . ?x ^<urn:p>* <urn:none> }", [("false",)]),
    ("SELECT (2*3 AS ?n) { ?s <urn:p> 'y'@en }", values(['"6"^^<http://www.w3.org/2001/XMLSchema#integer>'])),
    # graph by graph
    (
        "SELECT ?g ?a { GRAPH ?g { ?a <urn:p> <urn:o> MINUS { ?b <urn:p> <urn:o> } } }",
        values(["<urn:g>", "<urn:a>"], ["<urn:g>", "<urn:b>"], ["<urn:h>", "<urn:a>"]),
    ),
    (
        "SELECT ?g ?n { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s <urn:q> ?o } } }",
        values(
            ["<urn:g>", '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'],
            ["<urn:h>", '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'],
        ),
    ),
    (
        "SELECT ?g ?t { GRAPH ?g { VALUES (?g ?t) { (UNDEF 'all') (<urn:h> 'one') } } }",
        values(["<urn:g>", '"all"'], ["<urn:h>", '"all"'], ["<urn:h>", '"one"']),
    ),
    # each triple once
    ("SELECT ?s FROM <urn:g> FROM <urn:h> { ?s <urn:p> ?o }", values(["<urn:a>"], ["<urn:b>"])),
    (
        "PREFIX u: <urn:> SELECT ?s FROM u:g FROM u:h FROM NAMED u:h { GRAPH ?g { ?s u:q ?o } }",
        values(["<urn:c>"]),
    ),
    # keywords in any case
    ("ASK { FILTER(TRUE && !False) }", [("true",)]),
    ("SELECT ('TRUE' AS ?t) { }", values(['"TRUE"'])),
)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_answers_are_those_of_the_standard(store: ox.Store, text: str, wanted: list[tuple[str, ...]]) -> None:
    assert ask(store, text) == wanted
    assert len(list(store.named_graphs())) == 2


def test_new_nodes_are_new_in_every_solution(store: ox.Store) -> None:
    rows = ask(store, "SELECT (BNODE(STR(?o)) AS ?x) (BNODE(STR(?o)) AS ?y) { ?s <urn:p> ?o }")
    assert all(x == y for x, y in rows)
    assert len({x for x, _ in rows}) == 3


UNTOUCHED = (
    "SELECT * { ?s ?p ?o }",
    "SELECT ?s { ?s <urn:p>* <urn:o> ; <urn:q> ?x }",
    "SELECT * { GRAPH ?g { ?s ?p ?o . OPTIONAL { ?s <urn:q> ?x } } }",
    "SELECT (COUNT(*) AS ?n) { { SELECT * { GRAPH ?g { ?s ?p ?o } } } }",
    "SELECT (BNODE() AS ?b) {}",
    "SELECT ?x { ?x <p }",
    "SELECT ((((",
    "",
)


@pytest.mark.parametrize("text", UNTOUCHED)
def test_other_queries_are_left_alone(store: ox.Store, text: str) -> None:
    job = Job(text)
    assert repair(store, job, read_outline(text)) is job
