"""The default dataset in memory: the union of its graphs as a set, after any changes."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.server.workers import changes
from summitry.server.workers.changes import Kind
from summitry.server.workers.mirror import DEFAULT, Mirror

LAYERS = ("urn:facts", "urn:inferred")
GRAPHS = [DEFAULT, *map(ox.NamedNode, (*LAYERS, "urn:claim"))]
TRIPLES = [
    (ox.NamedNode(f"urn:{s}"), ox.NamedNode("urn:p"), ox.Literal(o)) for s in ("a", "b") for o in ("x", "y")
]
QUADS = [ox.Quad(*triple, graph) for triple in TRIPLES for graph in GRAPHS]

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
