"""The graph in its layers: what a query reads by default, who may change what, what follows from a change."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from serving import Server, serving

from summitry.graph.build import Builder
from summitry.graph.errors import UsageError
from summitry.graph.store import open_store

SY = "https://w3id.org/summitry/ontology#"
BASE = "https://w3id.org/summitry/"
PREFIX = f"PREFIX sy: <{SY}> "


@pytest.fixture(scope="module")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with ontology and reference data, on a folder that was empty."""
    folder = tmp_path_factory.mktemp("layers")
    with serving(folder, str(folder / "store"), empty=False) as server:
        yield server


def test_the_default_dataset_is_the_layers_each_triple_once(layered: Server) -> None:
    assert layered.ask(f"{PREFIX} ASK {{ ?state a sy:State ; sy:capital ?city . sy:State a ?class }}")
    assert layered.ask(f"ASK {{ GRAPH <{BASE}graph/reference> {{ ?s ?p ?o }} }}")
    twice = "SELECT ?s ?p ?o (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ?p ?o HAVING(?n > 1) LIMIT 1"
    assert layered.rows(twice) == []
    assert not layered.ask(f"ASK {{ GRAPH <{BASE}graph/index> {{ ?s ?p ?o }} }}")


def test_a_long_start_says_why(layered: Server) -> None:
    assert any("new to this store" in line for line in layered.log)
    assert any("ready after" in line for line in layered.log)


def test_what_follows_from_a_change_comes_and_goes_with_it(layered: Server) -> None:
    asked = f"{PREFIX} ASK {{ <urn:b> sy:borders <urn:a> . <urn:b> a sy:State }}"
    assert not layered.ask(asked)
    assert layered.update(f"{PREFIX} INSERT DATA {{ <urn:a> sy:borders <urn:b> }}", "write").status == 204
    assert layered.ask(asked)
    assert layered.ask(f"{PREFIX} ASK {{ GRAPH <{BASE}graph/inferred> {{ <urn:b> sy:borders <urn:a> }} }}")
    assert layered.update(f"{PREFIX} DELETE DATA {{ <urn:a> sy:borders <urn:b> }}", "write").status == 204
    assert not layered.ask("ASK { { <urn:b> ?p ?o } UNION { GRAPH ?g { <urn:b> ?p ?o } } }")


def test_a_curated_triple_that_a_layer_has_too_stays_when_it_is_taken_back(layered: Server) -> None:
    (row, *_) = layered.rows(
        f"{PREFIX} SELECT ?s ?c {{ GRAPH <{BASE}graph/reference> {{ ?s sy:capital ?c }} }} LIMIT 1"
    )
    triple = f"<{row['s']}> sy:capital <{row['c']}>"
    count = f"{PREFIX} SELECT (COUNT(*) AS ?n) {{ ?s sy:capital ?c FILTER(?s = <{row['s']}>) }}"
    before = layered.rows(count)
    layered.update(f"{PREFIX} INSERT DATA {{ {triple} }}", "write")
    assert layered.rows(count) == before
    layered.update(f"{PREFIX} DELETE DATA {{ {triple} }}", "write")
    assert layered.rows(count) == before


@pytest.mark.parametrize(
    "text",
    [
        "DROP ALL",
        f"CLEAR GRAPH <{BASE}graph/facts>",
        f"INSERT DATA {{ GRAPH <{BASE}graph/about> {{ <urn:a> <urn:p> 1 }} }}",
    ],
)
def test_a_writer_changes_no_layer(layered: Server, text: str) -> None:
    reply = layered.update(text, "write")
    assert (reply.status, "admin" in reply.json()["detail"]) == (403, True)
    assert layered.ask(f"{PREFIX} ASK {{ ?state a sy:State }}")
    assert layered.http("DELETE", f"/graphs?graph={BASE}graph/reference", token="write").status == 403


def test_updates_match_the_layers_and_write_the_unnamed_graph(layered: Server) -> None:
    text = f"{PREFIX} INSERT {{ ?s <urn:note> 'seen' }} WHERE {{ ?s a sy:State ; sy:isoCode 'TJK' }}"
    assert layered.update(text, "write").status == 204
    assert len(layered.rows("SELECT ?s { ?s <urn:note> 'seen' }")) == 1
    got = layered.http("GET", "/graphs?default", token="read", Accept="application/n-triples")
    assert b"<urn:note>" in got.body
    layered.update("DROP DEFAULT", "write")
    assert layered.rows("SELECT ?s { ?s <urn:note> 'seen' }") == []


def test_the_whole_graph_can_be_had_the_same_every_time(layered: Server) -> None:
    first = layered.http("GET", "/export.ttl")
    again = layered.http("GET", "/export.ttl", Accept_Encoding="gzip")
    assert (first.status, first.media_type) == (200, "text/turtle")
    assert gzip.decompress(again.body) == first.body
    triples = ox.parse(first.body, format=ox.RdfFormat.TURTLE)
    assert sum(1 for _ in triples) > 10_000
    assert layered.http("GET", "/export.ttl", If_None_Match=first.headers["etag"]).status == 304
    layer = layered.http("GET", "/export.nt?layer=ontology")
    assert (layer.status, layer.media_type) == (200, "application/n-triples")
    assert layered.http("GET", "/export.exe").status == 404
    assert layered.http("GET", "/export.ttl?layer=none").status == 404


def test_void_counts_what_there_is(layered: Server) -> None:
    (row,) = layered.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    void = layered.http("GET", "/.well-known/void", Accept="application/n-triples").body.decode()
    assert f'<http://rdfs.org/ns/void#triples> "{row["n"]}"' in void


def test_articles_do_not_enter_past_the_server(layered: Server) -> None:
    store = open_store(f"{layered.url}/sparql", environ={"SUMMITRY_STORE_TOKEN": layered.tokens["admin"]})
    with pytest.raises(UsageError, match="/ingest"):
        Builder(store).prepare()
    assert layered.ask(f"ASK {{ GRAPH <{BASE}graph/reference> {{ ?s ?p ?o }} }}")
