"""The default dataset in memory: the union of its graphs as a set, after any changes."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.server.engine import Job, evaluate
from summitry.server.rewrites import count_known
from summitry.server.workers import changes
from summitry.server.workers.changes import Kind
from summitry.server.workers.mirror import DEFAULT, Mirror

LAYERS = ("urn:facts", "urn:inferred")
GRAPHS = [DEFAULT, *map(ox.NamedNode, (*LAYERS, "urn:claim"))]
TRIPLES = [
    (ox.NamedNode(f"urn:{s}"), ox.NamedNode("urn:p"), ox.Literal(o)) for s in ("a", "b") for o in ("x", "y")
]
INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
SPELT = [ox.Literal("1", datatype=INTEGER), ox.Literal("01", datatype=INTEGER)]  # one term to the engine
QUADS = [ox.Quad(*triple, graph) for triple in TRIPLES for graph in GRAPHS]
NUMBERS = [ox.Quad(*TRIPLES[0][:2], number, graph) for number in SPELT for graph in GRAPHS]

steps = st.one_of(
    st.lists(st.sampled_from(QUADS), min_size=1).map(changes.add),
    st.lists(st.sampled_from(QUADS), min_size=1).map(changes.remove),
    st.tuples(st.sampled_from([Kind.CLEAR, Kind.DROP]), st.sampled_from(GRAPHS)).map(
        lambda each: changes.on_graph(*each)
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(steps, max_size=8))
def test_the_merged_dataset_is_the_set_of_what_its_graphs_state(made: list[changes.Step]) -> None:
    mirror, plain = Mirror(LAYERS), ox.Store()
    mirror.apply(tuple(made))
    changes.apply(plain, tuple(made))
    stated = {quad.triple for quad in plain if quad.graph_name in (DEFAULT, *map(ox.NamedNode, LAYERS))}
    assert {quad.triple for quad in mirror.store.quads_for_pattern(None, None, None, DEFAULT)} == stated
    for graph in GRAPHS:
        assert set(mirror.quads(graph)) == set(plain.quads_for_pattern(None, None, None, graph))


def test_a_triple_in_two_graphs_is_one_answer() -> None:
    mirror = Mirror(LAYERS)
    mirror.add(ox.Quad(*TRIPLES[0], graph) for graph in GRAPHS)
    assert len(list(mirror.store.query("SELECT * { ?s ?p ?o }"))) == 1
    assert len(list(mirror.store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }"))) == 3


numbered = st.one_of(
    steps,
    st.lists(st.sampled_from(NUMBERS), min_size=1).map(changes.add),
    st.lists(st.sampled_from(NUMBERS), min_size=1).map(changes.remove),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(numbered, max_size=8), st.sampled_from([(), LAYERS]))
def test_the_size_is_what_counting_gives(made: list[changes.Step], layers: tuple[str, ...]) -> None:
    mirror = Mirror(layers)
    mirror.apply(tuple(made))
    kept = mirror.size
    mirror.count()
    assert kept == mirror.size
    counting = Job("PREFIX : <urn:>\nselect (count(*) as ?n) { ?s ?p ?o . } # all")
    known = count_known(counting, mirror.size)
    assert known.text != counting.text
    answers = []
    for job in (counting, known):
        sink = io.BytesIO()
        evaluate(mirror.store, job, sink)
        answers.append(sink.getvalue())
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?s }",
        "SELECT (COUNT(*) AS ?n) { ?s a ?o }",
        "SELECT (COUNT(?s) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } LIMIT 0",
        "SELECT (COUNT(*) AS ?n) FROM <urn:a> { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o ; ?q ?r }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o, ?r }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?s) { ?s ?p ?o }",
        "SELECT (COUNT(*) + 1 AS ?n) { ?s ?p ?o }",
        "ASK { { SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o } } }",
    ],
)
def test_other_counts_are_left_to_the_engine(text: str) -> None:
    assert count_known(Job(text), 7).text == text


def test_a_dataset_of_its_own_is_left_to_the_engine() -> None:
    job = Job("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", default_graphs=("urn:a",))
    assert count_known(job, 7) is job
