"""What an update changes, worked out by us, is what the engine's own update does."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summitry.graph.errors import QuerySyntaxError, UsageError
from summitry.server.workers import changes
from summitry.server.workers.draft import Draft
from summitry.server.workers.guard import Guard, NotPermitted
from summitry.server.workers.mirror import Mirror

START = """
{ <urn:a> <urn:p> <urn:b>, "one", "two"@en . <urn:b> <urn:p> _:x . _:x <urn:q> 1 }
<urn:g> { <urn:a> <urn:q> 7 . <urn:b> <urn:p> <urn:c> }
<urn:h> { <urn:a> <urn:p> <urn:b> }
"""

OPERATIONS = (
    "INSERT DATA { <urn:n> <urn:p> 1.5, 'x'@fr . GRAPH <urn:new> { <urn:n> a <urn:T> } }",
    "INSERT DATA { _:n <urn:p> _:n, [ <urn:q> ( 1 2 ) ] }",
    "DELETE DATA { <urn:a> <urn:p> 'one' . GRAPH <urn:g> { <urn:a> <urn:q> 7 } }",
    "DELETE WHERE { ?s <urn:p> ?o . GRAPH <urn:g> { ?o ?p ?c } }",
    "DELETE { ?s ?p ?o } INSERT { ?o ?p ?s } WHERE { ?s ?p ?o }",
    """WITH <urn:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 'changed' . GRAPH <urn:h> { ?s ?p ?o } }
    WHERE { ?s ?p ?o }""",
    "INSERT { GRAPH ?g { ?s <urn:copied> true } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "INSERT { ?s <urn:sum> ?n } WHERE { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s }",
    "INSERT { ?s <urn:seen> [ <urn:by> ?o ] } WHERE { ?s <urn:p> ?o }",
    "INSERT { ?missing ?p ?o . <urn:only> <urn:this> true } WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } INSERT { ?s ?p ?m } WHERE { ?s ?p ?o BIND(?o + 1 AS ?m) FILTER(isNumeric(?o)) }",
    """INSERT { ?s <urn:u> ?o } USING <urn:g> USING NAMED <urn:h>
    WHERE { ?s ?p ?o GRAPH <urn:h> { ?s ?q ?z } }""",
    "CLEAR GRAPH <urn:g>",
    "DROP DEFAULT",
    "DROP NAMED",
    "CLEAR ALL",
    "CREATE SILENT GRAPH <urn:g>",
    "CREATE GRAPH <urn:empty>",
    "COPY <urn:g> TO DEFAULT",
    "MOVE GRAPH <urn:g> TO <urn:h>",
    "ADD DEFAULT TO <urn:h>",
    "COPY <urn:g> TO <urn:g>",
    "DROP SILENT GRAPH <urn:nowhere>",
    "INSERT DATA { <urn:a> <urn:p> '}' , '''{''' , \"# no comment\" } # } comment",
    "INSERT DATA { <urn:r> <urn:says> <<( <urn:a> <urn:p> 1 )>> }",
    "INSERT { ?s <urn:says> <<( ?s ?p ?o )>> } WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(<urn:unknown>(?o)) }",
)


def filled(store: ox.Store) -> ox.Store:
    store.extend(ox.parse(START.encode(), format=ox.RdfFormat.TRIG))
    return store


def canonical(quads: Iterable[ox.Quad]) -> set[str]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def drafted(mirror: Mirror, text: str) -> changes.Change:
    return Draft(mirror, "urn:base").update(text)


def engine_update(store: ox.Store, text: str) -> None:
    none = {ox.NamedNode("urn:unknown"): lambda *_: None}
    store.update(text, base_iri="urn:base", custom_functions=none)


def check(text: str) -> None:
    ours, durable, theirs = Mirror(), filled(ox.Store()), filled(ox.Store())
    filled(ours.store)
    change = drafted(ours, text)
    engine_update(theirs, text)
    changes.apply(durable, changes.decode(changes.encode(change)))
    assert canonical(ours.store) == canonical(theirs)
    assert canonical(durable) == canonical(theirs)
    assert set(map(str, durable.named_graphs())) == set(map(str, ours.store.named_graphs()))


@pytest.mark.parametrize("text", OPERATIONS)
def test_an_operation_does_what_the_engine_does(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([text for text in OPERATIONS if "PREFIX" not in text]), min_size=2, max_size=6)
)
def test_a_sequence_of_operations_does_what_the_engine_does(texts: list[str]) -> None:
    text = " ;\n".join(text.split(" # }")[0] for text in texts)
    sources = len(re.findall("(?:COPY|MOVE|ADD) (?:GRAPH )?<urn:g>", text))
    assume(not sources or not ("DROP" in text or ("MOVE" in text and sources > 1)))  # a source that is gone
    try:
        engine_update(filled(ox.Store()), text)
    except (RuntimeError, SyntaxError):
        mirror = Mirror()
        filled(mirror.store)
        with pytest.raises((UsageError, QuerySyntaxError)):
            drafted(mirror, text)
    else:
        check(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("INSERT DATA { <urn:a> }", "line 1, column"),
        ("CREATE GRAPH <urn:g>", "exists already"),
        ("DROP GRAPH <urn:nowhere>", "no graph"),
        ("COPY <urn:nowhere> TO <urn:h>", "no graph"),
        ("LOAD <http://127.0.0.1/x.ttl>", "loads nothing"),
        ("DELETE DATA { _:b <urn:p> 1 }", "line 1"),
    ],
)
def test_what_cannot_be_done_is_said(text: str, words: str) -> None:
    mirror = Mirror()
    filled(mirror.store)
    with pytest.raises(UsageError, match=words):
        drafted(mirror, text)


def test_a_change_may_be_applied_twice() -> None:
    mirror, store = Mirror(), filled(ox.Store())
    filled(mirror.store)
    change = drafted(
        mirror, "DELETE { ?s ?p ?o } INSERT { ?o <urn:r> ?s } WHERE { ?s ?p ?o FILTER(isIRI(?o)) }"
    )
    changes.apply(store, change)
    once = canonical(store)
    changes.apply(store, change)
    assert canonical(store) == once


def test_moving_what_is_not_there_silently_leaves_the_target_alone() -> None:
    # The engine's own update empties the target (SPARQL 1.1 Update, 3.2.4 asks for no more than success).
    mirror = Mirror()
    filled(mirror.store)
    assert drafted(mirror, "MOVE SILENT <urn:nowhere> TO <urn:h>") == ()


def test_a_prologue_may_stand_before_any_operation() -> None:
    # https://www.w3.org/TR/sparql11-query/#rUpdate: the engine alone refuses the second one.
    mirror = Mirror()
    text = """BASE <http://one/> PREFIX : <urn:> INSERT DATA { :a <p> <x> } ;
        PREFIX : <http://two/> BASE <http://three/> INSERT DATA { :a <p> <x> }"""
    drafted(mirror, text)
    one = "<urn:a> <http://one/p> <http://one/x>"
    two = "<http://two/a> <http://three/p> <http://three/x>"
    assert {str(quad) for quad in mirror.store} == {one, two}
    with pytest.raises(QuerySyntaxError):
        drafted(mirror, "PREFIX : <urn:> INSERT DATA { :a :p 1 } ; PREFIX x: <urn:x> INSERT DATA { x:a }")


def test_a_guarded_graph_is_not_touched() -> None:
    for text in (
        "DROP ALL",
        "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 9 } }",
        "MOVE <urn:h> TO <urn:g>",
    ):
        mirror = Mirror()
        before = canonical(filled(mirror.store))
        with pytest.raises(NotPermitted, match="urn:g"):
            Draft(mirror, None, Guard(("urn:g",))).update(text)
        assert {quad for quad in before if "<urn:g>" in quad} <= canonical(mirror.store)
