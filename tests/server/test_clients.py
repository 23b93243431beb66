"""The clients people have: SPARQLWrapper in all its methods and formats, rdflib's stores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from serving import Server
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)

SEED = "INSERT DATA { <urn:a> <urn:p> 0, 'élan'@fr . GRAPH <urn:g> { <urn:b> <urn:p> <urn:c> } }"


@pytest.fixture
def seeded(server: Server) -> Server:
    server.update(SEED)
    return server


@pytest.fixture(
    params=[(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)], ids=["get", "form", "direct"]
)
def wrapper(seeded: Server, request: pytest.FixtureRequest) -> Iterator[SPARQLWrapper]:
    made = SPARQLWrapper(f"{seeded.url}/sparql")
    made.setMethod(request.param[0])
    made.setRequestMethod(request.param[1])
    return made


@pytest.mark.parametrize("only_conneg", [False, True])
@pytest.mark.parametrize("format", [JSON, XML, CSV, TSV])
def test_wrapper_selects(wrapper: SPARQLWrapper, format: str, only_conneg: bool) -> None:
    wrapper.setQuery("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o")
    wrapper.setReturnFormat(format)
    wrapper.setOnlyConneg(only_conneg)
    found: Any = wrapper.queryAndConvert()
    if format == JSON:
        assert {row["o"]["value"] for row in found["results"]["bindings"]} == {"0", "élan"}
    else:
        text = found.toxml() if format == XML else found.decode()
        assert "élan" in text


@pytest.mark.parametrize("format", [JSON, XML])
def test_wrapper_asks(wrapper: SPARQLWrapper, format: str) -> None:
    wrapper.setQuery("ASK { <urn:a> <urn:p> 0 }")
    wrapper.setReturnFormat(format)
    found: Any = wrapper.queryAndConvert()
    assert (found["boolean"] if format == JSON else "true" in found.toxml()) is True


@pytest.mark.parametrize("format", [XML, RDFXML, TURTLE, N3, JSONLD])
@pytest.mark.parametrize("text", ["CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "DESCRIBE <urn:a>"])
def test_wrapper_constructs(wrapper: SPARQLWrapper, format: str, text: str) -> None:
    wrapper.setQuery(text)
    wrapper.setReturnFormat(format)
    found: Any = wrapper.queryAndConvert()
    graph = (
        found
        if isinstance(found, Graph)
        else Graph().parse(data=found, format={N3: "n3"}.get(format, "turtle"))
    )
    assert set(graph.objects(URIRef("urn:a"))) == {Literal(0), Literal("élan", lang="fr")}


def test_wrapper_honours_graphs(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("ASK { <urn:b> <urn:p> <urn:c> }")
    wrapper.setReturnFormat(JSON)
    wrapper.addDefaultGraph("urn:g")
    assert wrapper.queryAndConvert()["boolean"] is True  # type: ignore[index,call-overload]


@pytest.mark.parametrize("how", [URLENCODED, POSTDIRECTLY])
def test_wrapper_updates(seeded: Server, how: str) -> None:
    made = SPARQLWrapper(f"{seeded.url}/sparql", f"{seeded.url}/update")
    made.addCustomHttpHeader("Authorization", f"Bearer {seeded.tokens['write']}")
    made.setMethod(POST)
    made.setRequestMethod(how)
    made.setQuery("INSERT DATA { <urn:new> <urn:p> 1 }")
    made.query()
    assert seeded.ask("ASK { <urn:new> <urn:p> 1 }")


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("format", ["xml", "json"])
def test_rdflib_store_reads(seeded: Server, method: str, format: str) -> None:
    store = SPARQLStore(f"{seeded.url}/sparql", method=method, returnFormat=format)
    graph = Graph(store)
    assert set(graph.objects(URIRef("urn:a"), URIRef("urn:p"))) == {Literal(0), Literal("élan", lang="fr")}
    named = Graph(store, identifier="urn:g")
    assert (URIRef("urn:b"), URIRef("urn:p"), URIRef("urn:c")) in named
    assert len(graph) == 2


def test_rdflib_store_writes(seeded: Server) -> None:
    headers = {"Authorization": f"Bearer {seeded.tokens['write']}"}
    store = SPARQLUpdateStore(f"{seeded.url}/sparql", f"{seeded.url}/update", headers=headers)
    graph = Graph(store, identifier=URIRef("urn:made"))
    triple = URIRef("urn:x"), URIRef("urn:p"), Literal('said "so"\n')
    graph.add(triple)
    assert triple in graph
    assert seeded.ask("ASK { GRAPH <urn:made> { <urn:x> <urn:p> ?o } }")
    graph.remove(triple)
    assert triple not in graph
