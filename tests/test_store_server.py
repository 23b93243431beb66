"""graph/store: what is particular to a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from quads import FACTS, IRIS, UNNAMED, quad, rows
from sparql_server import Server, serving

from summitry.graph.errors import BadParameter, LimitExceeded, StoreError, StoreUnavailable, UsageError
from summitry.graph.store import RemoteStore, endpoints, open_store


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.mark.parametrize(
    ("url", "query", "update"),
    [
        ("http://h:8000", "http://h:8000/sparql", "http://h:8000/update"),
        ("http://h/sparql", "http://h/sparql", "http://h/update"),
        ("http://h:7878/query", "http://h:7878/query", "http://h:7878/update"),
        ("http://h/ds/query", "http://h/ds/query", "http://h/ds/update"),
        ("http://h/repositories/x", "http://h/repositories/x", "http://h/repositories/x/statements"),
        ("http://h/other", "http://h/other", "http://h/other"),
        ("http://u:p%40@h/sparql", "http://h/sparql", "http://h/update"),
    ],
)
def test_the_update_address_follows_from_the_query_address(url: str, query: str, update: str) -> None:
    found = endpoints(url, {})
    assert (found.query, found.update) == (query, update)
    assert found.password == ("p@" if "@" in url else None)


def test_the_environment_settles_what_a_url_cannot_tell() -> None:
    given = {
        "SUMMITRY_STORE_UPDATE": "http://h/u",
        "SUMMITRY_STORE_GRAPHS": "http://h/g",
        "SUMMITRY_STORE_TOKEN": "t",
    }
    found = endpoints("http://h/sparql", given)
    assert (found.update, found.graphs, found.token) == ("http://h/u", "http://h/g", "t")
    with pytest.raises(BadParameter, match="not the URL of a server"):
        endpoints("http://", {})


def test_graphs_are_put_where_the_server_has_the_graph_store_protocol(server: Server) -> None:
    address = server.url.replace("/query", "/graphs")
    store = open_store(server.url, environ={"SUMMITRY_STORE_GRAPHS": address})
    store.replace_graph(FACTS.value, [quad("a")])
    assert ("PUT", FACTS.value) in server.seen and store.has(quad("a"))


def test_a_token_is_sent_and_its_lack_is_told(server: Server) -> None:
    server.token = "secret"
    with pytest.raises(StoreUnavailable, match=r"SUMMITRY_STORE_TOKEN.*no token"):
        open_store(server.url).change([quad("a")])
    store = open_store(server.url, environ={"SUMMITRY_STORE_TOKEN": "secret"})
    store.change([quad("a")])
    assert store.has(quad("a"))


@pytest.mark.parametrize(
    ("refusal", "error", "message"),
    [
        ((404, "text/html", b"<h1>none"), StoreUnavailable, "no SPARQL service at"),
        ((500, "text/plain", b"disk on fire"), StoreError, "disk on fire"),
        ((503, "text/plain", b"busy"), StoreUnavailable, "busy"),
        ((504, "application/problem+json", b'{"detail": "took 30 s"}'), LimitExceeded, "took 30 s"),
        ((413, "text/plain", b"too long"), LimitExceeded, "too long"),
        ((200, "text/turtle", b"<a"), StoreError, "broken text/turtle"),
    ],
)
def test_refusals_become_our_errors(
    server: Server, refusal: tuple[int, str, bytes], error: type[Exception], message: str
) -> None:
    server.refuse = refusal
    with pytest.raises(error, match=message):
        open_store(server.url).query("CONSTRUCT { } { }")


def test_a_result_that_a_server_cut_short_is_an_error(server: Server) -> None:
    server.headers = {"X-SPARQL-MaxRows": "10000"}
    with pytest.raises(LimitExceeded, match="cut the result short"):
        open_store(server.url).query("SELECT * { }")


def test_nobody_at_the_address_is_unavailable(server: Server) -> None:
    server.server_close()
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        open_store("http://127.0.0.1:9/query").count()


def test_a_server_that_unites_the_layers_is_not_told_how(server: Server) -> None:
    server.layered = tuple(IRIS.graph(layer).value for layer in ("ontology", "facts", "about"))
    store = open_store(server.url)
    store.change([quad("a"), quad("term", graph=IRIS.graph("ontology")), quad("mine", graph=UNNAMED)])
    assert len(rows(store, "SELECT ?s { ?s ?p ?o }")) == 3
    assert "default-graph-uri" not in server.seen[-1][1]  # type: ignore[index]
    assert isinstance(store, RemoteStore) and store.unites_layers


def test_a_server_cannot_be_backed_up_from_here(server: Server, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="its own server"):
        open_store(server.url).backup(tmp_path / "copy")
