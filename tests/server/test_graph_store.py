"""/graphs: graphs put, read, added to and taken away."""

from __future__ import annotations

import pytest
from serving import Server

TURTLE = "text/turtle"
RDFXML = """<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:">
<r:Description r:about="urn:a"><p r:resource="urn:b"/></r:Description></r:RDF>"""
PART = '--x\r\nContent-Disposition: form-data; name="f{0}"; filename="f{0}.ttl"\r\n\r\n<urn:{0}> <urn:p> {0} .\r\n'
ONE = "<urn:a> <urn:p> 1 ; <urn:q> [ <urn:r> 2 ] ."


def test_a_graph_lives_and_dies(server: Server) -> None:
    path = "/graphs?graph=urn:g"
    assert server.http("GET", path, token="read").status == 404
    assert server.http("PUT", path, ONE, "write", Content_Type=TURTLE).status == 201
    assert server.http("PUT", path, ONE, "write", Content_Type=TURTLE).status == 204
    assert server.http("POST", path, "<urn:b> <urn:p> 2 .", "write", Content_Type=TURTLE).status == 204
    got = server.http("GET", path, token="read", Accept="application/n-triples")
    assert (got.status, got.body.count(b"\n")) == (200, 4)
    assert server.http("HEAD", path, token="read").body == b""
    assert server.http("DELETE", path, token="write").status == 204
    assert server.http("DELETE", path, token="write").status == 404


def test_the_default_graph_is_a_graph_too(server: Server) -> None:
    assert server.http("PUT", "/graphs?default", ONE, "write", Content_Type=TURTLE).status == 204
    assert server.ask("ASK { <urn:a> <urn:p> 1 }")
    assert server.http("DELETE", "/graphs?default", token="write").status == 204
    assert not server.ask("ASK { ?s ?p ?o }")


def test_a_post_to_the_store_makes_a_graph(server: Server) -> None:
    made = server.http("POST", "/graphs", "<> <urn:p> 1 .", "write", Content_Type=TURTLE)
    assert made.status == 201
    path = made.headers["location"].removeprefix(server.url)
    assert server.http("GET", path, token="read", Accept="application/n-triples").status == 200


def test_graphs_have_addresses_of_their_own(server: Server) -> None:
    assert (
        server.http("PUT", "/graphs/people/1", "<> <urn:p> 1 .", "write", Content_Type=TURTLE).status == 201
    )
    name = f"{server.url}/graphs/people/1"
    assert server.ask(f"ASK {{ GRAPH <{name}> {{ <{name}> <urn:p> 1 }} }}")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/n-triples", "<urn:a> <urn:p> <urn:b> ."),
        ("application/rdf+xml", RDFXML),
        ("application/ld+json", '{"@id": "urn:a", "urn:p": {"@id": "urn:b"}}'),
        ("text/n3", "<urn:a> <urn:p> <urn:b> ."),
        ("text/turtle; charset=utf-8", "<urn:a> <urn:p> <urn:b> ."),
    ],
)
def test_graphs_may_be_sent_in_any_format(server: Server, kind: str, body: str) -> None:
    assert server.http("PUT", "/graphs?graph=urn:g", body, "write", Content_Type=kind).status == 201
    assert server.ask("ASK { GRAPH <urn:g> { <urn:a> <urn:p> <urn:b> } }")


def test_the_files_of_a_form_make_one_graph(server: Server) -> None:
    parts = "".join(PART.format(number) for number in range(3))
    reply = server.http(
        "PUT",
        "/graphs?graph=urn:g",
        parts + "--x--\r\n",
        "write",
        Content_Type="multipart/form-data; boundary=x",
    )
    assert reply.status == 201
    assert len(server.rows("SELECT * { GRAPH <urn:g> { ?s ?p ?o } }")) == 3


REFUSED = (
    ("GET", "/graphs?graph=urn:g", "", "", 401),
    ("PUT", "/graphs?graph=urn:g", "read", TURTLE, 403),
    ("PUT", "/graphs", "write", TURTLE, 400),
    ("PUT", "/graphs?graph=relative", "write", TURTLE, 400),
    ("PUT", "/graphs?graph=urn:g&default", "write", TURTLE, 400),
    ("PUT", "/graphs?graph=urn:g&graph=urn:h", "write", TURTLE, 400),
    ("PUT", "/graphs?graph=urn:g", "write", "image/png", 415),
    ("PUT", "/graphs?graph=urn:g", "write", "application/n-triples", 400),
    ("PATCH", "/graphs?graph=urn:g", "write", TURTLE, 405),
)


@pytest.mark.parametrize(("method", "path", "token", "kind", "status"), REFUSED)
def test_wrong_requests_are_refused(
    server: Server, method: str, path: str, token: str, kind: str, status: int
) -> None:
    headers = {"Content_Type": kind} if kind else {}
    reply = server.http(method, path, "<urn:a> <urn:b> [ <urn:c> 1 ] .", token, **headers)
    assert (reply.status, reply.media_type) == (status, "application/problem+json")
    assert not server.ask("ASK { GRAPH ?g { ?s ?p ?o } }")


def test_names_of_graphs_are_only_names(server: Server) -> None:
    for name in ("file:///etc/passwd", "http://127.0.0.1:1/x", "urn:../../etc/passwd"):
        assert server.http("PUT", f"/graphs?graph={name}", ONE, "write", Content_Type=TURTLE).status == 201
        assert b"root" not in server.http("GET", f"/graphs?graph={name}", token="read").body
