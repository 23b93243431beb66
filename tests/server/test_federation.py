"""SERVICE and LOAD: only hosts on the list, by way of the front, with everything that can go wrong out there."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from serving import Reply, Server, serving

from summitry.server.remotes import Remotes

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"

CONTEXTS = {
    "/context": ["inner", {"name": "urn:name"}],
    "/inner": {"age": {"@id": "urn:age", "@type": "urn:years"}, "name": "urn:other"},
    "/loop": "loop",
}
DOCUMENTS = {
    "/near.jsonld": {"@context": "context", "@id": "urn:near", "name": "Near"},
    "/far.jsonld": {"@context": "http://localhost:1/context", "@id": "urn:far", "name": "Far"},
}


class Elsewhere(BaseHTTPRequestHandler):
    """Another host: an endpoint at /sparql, and addresses that misbehave."""

    store: ClassVar[ox.Store] = ox.Store()
    asked: ClassVar[list[str]] = []

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        query = parse_qs(self.rfile.read(length).decode())["query"][0]
        self.asked.append(query)
        match self.path:
            case "/sparql":
                self.reply(
                    200, XML, self.store.query(query).serialize(format=ox.QueryResultsFormat.XML) or b""
                )
            case "/moved":
                self.reply(307, "text/plain", b"", Location="/sparql")
            case "/inside":
                self.reply(307, "text/plain", b"", Location="http://localhost:1/sparql")
            case "/html":
                self.reply(200, "text/html", b"<p>hello")
            case "/broken":
                self.reply(200, JSON, b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":')
            case "/slow":
                time.sleep(20)
            case _:
                self.reply(500, "text/plain", b"no")

    def do_GET(self) -> None:
        if self.path == "/good.ttl":
            self.reply(200, "text/turtle; charset=utf-8", b"<> <urn:p> [ <urn:q> 1 ] .")
        elif self.path in DOCUMENTS:
            self.reply(200, "application/ld+json;profile=x", json.dumps(DOCUMENTS[self.path]).encode())
        elif self.path in CONTEXTS:
            self.reply(200, "application/ld+json", json.dumps({"@context": CONTEXTS[self.path]}).encode())
        else:
            self.reply(404, "text/plain", b"")

    def reply(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def there() -> Iterator[str]:
    Elsewhere.store.update(
        "INSERT DATA { <urn:a> <urn:name> 'A'@en, 7 . <urn:b> <urn:knows> [ <urn:name> 'B' ] }"
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory, there: str) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("federation")
    with serving(folder, query_timeout=3, remotes=[there.removeprefix("http://")]) as server:
        server.update(
            "INSERT DATA { <urn:a> <urn:here> true . <urn:list> <urn:endpoint> <" + there + "/sparql> }"
        )
        yield server


def test_another_endpoint_is_asked_once(asking: Server, there: str) -> None:
    Elsewhere.asked.clear()
    text = f"PREFIX u: <urn:> SELECT ?s ?n {{ ?s u:here true . SERVICE <{there}/sparql> {{ ?s u:name ?n }} }} ORDER BY STR(?n)"
    assert asking.rows(text) == [{"s": "urn:a", "n": "7"}, {"s": "urn:a", "n": "A"}]
    assert len(Elsewhere.asked) == 1
    assert "etag" not in asking.query(text).headers


def test_the_endpoint_may_be_found_by_the_query(asking: Server, there: str) -> None:
    text = "SELECT ?s ?e { <urn:list> <urn:endpoint> ?e . SERVICE ?e { ?s <urn:knows> ?o } }"
    assert asking.rows(text) == [{"s": "urn:b", "e": f"{there}/sparql"}]


def test_blank_nodes_from_elsewhere_join_with_themselves(asking: Server, there: str) -> None:
    text = f"SELECT ?o ?n {{ SERVICE <{there}/sparql> {{ ?s <urn:knows> ?o . ?o <urn:name> ?n }} FILTER(isBlank(?o)) }}"
    assert [row["n"] for row in asking.rows(text)] == ["B"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "answered 500"),
        ("/html", "text/html"),
        ("/broken", "cannot be read"),
        ("/inside", "not on this server's list"),
    ],
)
def test_what_goes_wrong_elsewhere_is_said(asking: Server, there: str, path: str, words: str) -> None:
    reply = asking.query(f"SELECT * {{ SERVICE <{there}{path}> {{ ?s ?p ?o }} }}")
    assert (reply.status, words in reply.json()["detail"]) == (502, True), reply.body
    silent = asking.query(f"SELECT * {{ VALUES ?x {{ 1 }} SERVICE SILENT <{there}{path}> {{ ?s ?p ?o }} }}")
    assert [set(row) for row in silent.json()["results"]["bindings"]] == [{"x"}]


def test_a_question_may_be_sent_on_within_the_list(asking: Server, there: str) -> None:
    assert len(asking.rows(f"SELECT * {{ SERVICE <{there}/moved> {{ ?s <urn:knows> ?o }} }}")) == 1


def test_a_slow_host_ends_with_the_limit(asking: Server, there: str) -> None:
    began = time.monotonic()
    reply = asking.query(f"SELECT * {{ SERVICE <{there}/slow> {{ ?s ?p ?o }} }}")
    assert reply.status in (502, 503)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "address", ["http://localhost:{port}/sparql", "http://127.0.0.1:1/", "ftp://127.0.0.1/x"]
)
def test_hosts_that_are_not_on_the_list_are_not_asked(asking: Server, there: str, address: str) -> None:
    Elsewhere.asked.clear()
    address = address.replace("{port}", there.rpartition(":")[2])
    assert asking.query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}").status == 502
    assert Elsewhere.asked == []


def test_a_name_on_the_list_may_not_lead_inside() -> None:
    answer = Remotes(("localhost",)).ask("http://localhost:1/sparql", "ASK {}", 1)
    assert "private address" in answer.problem
    assert "not on this server's list" in Remotes(("a.example",)).load("http://b.example/", 1).problem
    assert "only plain" in Remotes(("a.example",)).load("http://user:pw@a.example/", 1).problem


def test_a_document_is_loaded_from_a_host_on_the_list(asking: Server, there: str) -> None:
    assert asking.update(f"LOAD <{there}/good.ttl> INTO GRAPH <urn:loaded>").status == 204
    assert asking.ask(f"ASK {{ GRAPH <urn:loaded> {{ <{there}/good.ttl> <urn:p>/<urn:q> 1 }} }}")
    missing = asking.update(f"INSERT DATA {{ <urn:x> <urn:x> 1 }} ; LOAD <{there}/bad.ttl>")
    assert (missing.status, "404" in missing.json()["detail"]) == (400, True)
    assert not asking.ask("ASK { <urn:x> <urn:x> 1 }")
    assert asking.update(f"LOAD SILENT <{there}/bad.ttl>").status == 204


def test_a_context_is_fetched_from_a_host_on_the_list(asking: Server, there: str) -> None:
    def put(context: object) -> Reply:
        body = json.dumps({"@context": context, "@id": "urn:x", "name": "X", "age": "7"})
        kind = "application/ld+json"
        return asking.http("PUT", "/graphs?graph=urn:contexts", body, "write", Content_Type=kind)

    assert put([f"{there}/context", {"more": "urn:more"}]).status == 201
    found = "SELECT * { GRAPH <urn:contexts> { <urn:x> ?p ?o } }"
    assert {row["p"]: row["o"] for row in asking.rows(found)} == {"urn:name": "X", "urn:age": "7"}
    for address, words in (("/loop", "includes itself"), ("/good.ttl", "no context"), ("/none", "404")):
        reply = put(f"{there}{address}")
        assert (reply.status, words in reply.json()["detail"]) == (400, True), reply.body
    refused = put("http://localhost:1/context")
    assert "not on this server's list" in refused.json()["detail"]


def test_a_loaded_document_may_name_a_context_on_the_list(asking: Server, there: str) -> None:
    assert asking.update(f"LOAD <{there}/near.jsonld> INTO GRAPH <urn:near>").status == 204
    assert asking.ask('ASK { GRAPH <urn:near> { <urn:near> <urn:name> "Near" } }')
    refused = asking.update(f"LOAD <{there}/far.jsonld>")
    assert (refused.status, "not on this server's list" in refused.json()["detail"]) == (400, True)
    both = f"LOAD SILENT <{there}/far.jsonld> ; LOAD <{there}/near.jsonld> INTO GRAPH <urn:again>"
    assert asking.update(both).status == 204
    assert asking.ask("ASK { GRAPH <urn:again> { ?s ?p ?o } FILTER NOT EXISTS { <urn:far> ?q ?r } }")


def test_updates_do_not_ask(asking: Server, there: str) -> None:
    reply = asking.update(f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{there}/sparql> {{ ?s ?p ?o }} }}")
    assert (reply.status, "SERVICE" in reply.json()["detail"]) == (400, True)


def test_the_description_tells_of_federation(asking: Server, tmp_path: Path) -> None:
    assert b"BasicFederatedQuery" in asking.http("GET", "/sparql", Accept="text/turtle").body
