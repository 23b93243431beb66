"""/sparql and /update over a real socket: methods, bodies, datasets, headers, refusals."""

from __future__ import annotations

import gzip
import json
import urllib.parse

import pytest
from serving import FORM, JSON, Server

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
SEED = """INSERT DATA { <urn:a> <urn:p> 0, 0.0, false, "тест", "a\\"b" .
GRAPH <urn:g> { <urn:b> <urn:p> 1 } GRAPH <urn:h> { <urn:c> <urn:p> 2 } }"""


def form(**fields: str) -> str:
    return urllib.parse.urlencode(fields)


def test_a_query_may_come_three_ways(server: Server) -> None:
    server.update(SEED)
    text = "ASK { ?s ?p 'тест' }"
    assert server.query(text).json()["boolean"] is True
    for body, kind in (
        (form(query=text), FORM),
        (form(query=text), f"{FORM}; charset=UTF-8"),
        (text, QUERY),
        (text, "Application/SPARQL-Query; charset=utf-8"),
    ):
        reply = server.http("POST", "/sparql", body, Content_Type=kind, Accept=JSON)
        assert (reply.status, reply.json()["boolean"]) == (200, True)


def test_an_update_may_come_two_ways(server: Server) -> None:
    one = server.http(
        "POST",
        "/update",
        form(update="INSERT DATA { <urn:a> <urn:p> 'a+b%25 ю' }"),
        "write",
        Content_Type=FORM,
    )
    two = server.http("POST", "/update", "INSERT DATA { <urn:b> <urn:p> 2 }", "write", Content_Type=UPDATE)
    assert (one.status, two.status) == (204, 204)
    assert server.rows("SELECT ?o { <urn:a> ?p ?o }") == [{"o": "a+b%25 ю"}]


FORMATS = (
    ("application/sparql-results+json", lambda body: len(json.loads(body)["results"]["bindings"])),
    ("application/sparql-results+xml", lambda body: body.count(b"<result>")),
    ("text/csv", lambda body: body.count(b"\r\n") - 1),
    ("text/tab-separated-values", lambda body: body.count(b"\n") - 1),
)


@pytest.mark.parametrize(("accept", "count"), FORMATS, ids=[accept for accept, _ in FORMATS])
def test_rows_come_in_every_format(server: Server, accept: str, count: object) -> None:
    server.update(SEED)
    reply = server.query("SELECT ?o { <urn:a> ?p ?o } ORDER BY ?o", accept)
    assert reply.status == 200
    assert reply.media_type == accept
    assert count(reply.body) == 5  # type: ignore[operator]
    assert server.query("ASK {}", accept).status == 200


GRAPH_FORMATS = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
    "text/n3",
    "application/trig",
    "application/n-quads",
)


@pytest.mark.parametrize("accept", GRAPH_FORMATS)
def test_graphs_come_in_every_format(server: Server, accept: str) -> None:
    server.update(SEED)
    for text in ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "DESCRIBE <urn:a>"):
        reply = server.query(text, accept)
        assert (reply.status, reply.media_type) == (200, accept)
        assert b"urn:a" in reply.body


def test_zeros_and_falsehoods_are_values(server: Server) -> None:
    server.update(SEED)
    found = sorted(row["o"] for row in server.rows("SELECT ?o { <urn:a> ?p ?o }"))
    assert found == ["0", "0.0", 'a"b', "false", "тест"]


def test_the_format_parameter_overrides_the_header(server: Server) -> None:
    assert server.query("SELECT * { ?s ?p ?o }", JSON, format="csv").media_type == "text/csv"
    assert (
        server.query("CONSTRUCT WHERE { ?s ?p ?o }", "*/*", format="json").media_type == "application/ld+json"
    )
    assert server.query("SELECT * { ?s ?p ?o }", JSON, format="nonsense").media_type == JSON


def test_protocol_datasets_are_exclusive(server: Server) -> None:
    server.update(SEED)
    assert server.ask("ASK { <urn:b> ?p 1 }", **{"default-graph-uri": "urn:g"})
    assert not server.ask("ASK { <urn:a> ?p ?o }", **{"default-graph-uri": "urn:g"})
    assert not server.ask("ASK { GRAPH ?g { ?s ?p ?o } }", **{"default-graph-uri": "urn:g"})
    assert not server.ask("ASK { ?s ?p ?o }", **{"named-graph-uri": "urn:g"})
    assert server.ask("ASK { GRAPH ?g { ?s ?p 1 } }", **{"named-graph-uri": "urn:g"})


def test_a_triple_in_two_default_graphs_is_one(server: Server) -> None:
    server.update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } GRAPH <urn:h> { <urn:a> <urn:p> 1 } }")
    text = "SELECT (COUNT(*) AS ?n) FROM <urn:g> FROM <urn:h> { ?s ?p ?o }"
    assert server.rows(text) == [{"n": "1"}]
    parameters = "default-graph-uri=urn:g&default-graph-uri=urn:h&query="
    reply = server.http(
        "GET", "/sparql?" + parameters + urllib.parse.quote("SELECT * { ?s ?p ?o }"), Accept=JSON
    )
    assert len(reply.json()["results"]["bindings"]) == 1


def test_using_parameters_are_the_dataset_of_where(server: Server) -> None:
    server.update(SEED)
    body = form(update="INSERT { <urn:n> <urn:was> ?o } WHERE { ?s ?p ?o }", **{"using-graph-uri": "urn:g"})
    assert server.http("POST", "/update", body, "write", Content_Type=FORM).status == 204
    assert server.rows("SELECT ?o { <urn:n> <urn:was> ?o }") == [{"o": "1"}]
    body = form(update="WITH <urn:g> DELETE WHERE { ?s ?p ?o }", **{"using-graph-uri": "urn:g"})
    assert server.http("POST", "/update", body, "write", Content_Type=FORM).status == 400


def test_unknown_functions_are_errors_of_their_expression(server: Server) -> None:
    server.update(SEED)
    rows = server.rows("SELECT ?x { <urn:b> <urn:none> ?o } ")
    assert rows == []
    assert server.rows("SELECT (<urn:f>(1) AS ?x) (COALESCE(<urn:g>(1), 7) AS ?y) {}") == [{"y": "7"}]


# method, address, body, content type, accept -> status, words in the detail
REFUSED = (
    ("GET", "/sparql?query=SELEKT", None, None, JSON, 400, "line 1, column"),
    ("GET", "/sparql?query=ASK{}&query=ASK{}", None, None, JSON, 400, "2 times"),
    ("GET", "/sparql?update=CLEAR+ALL", None, None, JSON, 400, "/update"),
    ("GET", "/sparql?query=CLEAR+ALL", None, None, JSON, 400, "line 1"),
    ("GET", "/sparql?query=", None, None, JSON, 400, "empty"),
    ("GET", "/sparql?query=%FF", None, None, JSON, 400, "UTF-8"),
    ("GET", "/sparql?query=ASK{}&default-graph-uri=not+an+iri", None, None, JSON, 400, "default-graph-uri"),
    ("GET", "/sparql?query=ASK{}&using-graph-uri=urn:g", None, None, JSON, 400, "using-graph-uri"),
    ("GET", "/sparql?query=ASK{}&timeout=soon", None, None, JSON, 400, "timeout"),
    ("GET", "/sparql?query=ASK{}", None, None, "image/png", 406, "text/csv"),
    ("GET", "/sparql?query=SELECT*{}", None, None, "text/turtle", 406, "text/csv"),
    ("GET", "/sparql?query=DESCRIBE<urn:a>", None, None, "text/csv", 406, "text/turtle"),
    ("POST", "/sparql", "ASK {}", "text/plain", JSON, 415, QUERY),
    ("POST", "/sparql", "ASK {}", None, JSON, 415, QUERY),
    ("POST", "/sparql", "ASK {}", f"{QUERY}; charset=utf-16", JSON, 415, "UTF-8"),
    ("POST", "/sparql", "foo=bar", FORM, JSON, 400, "no field 'query'"),
    ("POST", "/sparql", b"ASK { ?s ?p '\xff' }", QUERY, JSON, 400, "UTF-8"),
    ("POST", "/sparql?query=ASK{}", "ASK {}", QUERY, JSON, 400, "body and in the address"),
    ("POST", "/sparql", "INSERT DATA { <urn:a> <urn:b> 1 }", QUERY, JSON, 400, "line 1"),
    ("DELETE", "/sparql", None, None, JSON, 405, ""),
    ("GET", "/update?update=CLEAR+ALL", None, None, JSON, 405, ""),
    ("GET", "/nothing-here", None, None, JSON, 404, ""),
    ("POST", "/sparql", "x" * (4 * 1024 * 1024 + 1), QUERY, JSON, 413, "4194304"),
)


@pytest.mark.parametrize(
    "case", REFUSED, ids=[f"{c[0]} {c[1][:40]} {c[5]} {i}" for i, c in enumerate(REFUSED)]
)
def test_a_refusal_says_what_would_do(shared_server: Server, case: tuple[object, ...]) -> None:
    method, path, body, kind, accept, status, words = case
    headers = {"Accept": accept} | ({"Content_Type": kind} if kind else {})
    reply = shared_server.http(method, path, body, **headers)  # type: ignore[arg-type]
    assert reply.status == status
    assert reply.media_type == "application/problem+json"
    problem = reply.json()
    assert problem["status"] == status
    assert str(words) in problem["detail"], problem
    assert "Traceback" not in problem["detail"]
    if status == 405:
        assert reply.headers["allow"]


def test_a_syntax_error_has_its_place(shared_server: Server) -> None:
    problem = shared_server.query("SELECT ?x {\n ?x <p }").json()
    assert (problem["line"], problem["column"]) == (2, 9)


def test_people_get_a_page_of_what_went_wrong(shared_server: Server) -> None:
    hostile = "SELECT <script>alert(1)</script>"
    reply = shared_server.query(hostile, "text/html,application/xhtml+xml,*/*;q=0.8")
    assert (reply.status, reply.media_type) == (400, "text/html")
    assert b"<script>" not in reply.body


def test_head_and_options(server: Server) -> None:
    got = server.http("GET", "/sparql?query=ASK{}", Accept=JSON)
    head = server.http("HEAD", "/sparql?query=ASK{}", Accept=JSON)
    assert (head.status, head.body, head.media_type) == (200, b"", JSON)
    assert head.headers["content-length"] == got.headers["content-length"]
    preflight = server.http(
        "OPTIONS", "/sparql", Origin="http://other.example", Access_Control_Request_Method="POST"
    )
    assert preflight.status == 200
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "Authorization" in preflight.headers["access-control-allow-headers"]
    assert got.headers["access-control-allow-origin"] == "*"
    assert {"Accept", "Accept-Encoding", "Origin"} <= {x.strip() for x in got.headers["vary"].split(",")}


def test_an_answer_has_a_tag_until_the_graph_changes(server: Server) -> None:
    first = server.query("SELECT * { ?s ?p ?o }")
    path = "/sparql?" + form(query="SELECT * { ?s ?p ?o }")
    again = server.http("GET", path, Accept=JSON, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert server.query("SELECT * { ?s ?p ?o }", "text/csv").headers["etag"] != first.headers["etag"]
    server.update(SEED)
    changed = server.http("GET", path, Accept=JSON, If_None_Match=first.headers["etag"])
    assert changed.status == 200
    assert len(changed.json()["results"]["bindings"]) == 5


def test_what_changes_by_itself_has_no_tag(shared_server: Server) -> None:
    reply = shared_server.query("SELECT (RAND() AS ?x) {}")
    assert "etag" not in reply.headers
    assert reply.headers["cache-control"] == "no-store"
    assert reply.body != shared_server.query("SELECT (RAND() AS ?x) {}").body


@pytest.mark.parametrize("rows", [1, 400, 60_000])
def test_answers_of_any_size_arrive_whole(shared_server: Server, rows: int) -> None:
    digits = "VALUES ?{0} {{ 0 1 2 3 4 5 6 7 8 9 }} "
    text = f"SELECT ?a ?b ?c ?d ?e {{ {''.join(digits.format(x) for x in 'abcde')} }} LIMIT {rows}"
    plain = shared_server.query(text)
    path = "/sparql?" + form(query=text)
    packed = shared_server.http("GET", path, Accept=JSON, Accept_Encoding="gzip")
    assert len(plain.json()["results"]["bindings"]) == rows
    assert ("content-encoding" in packed.headers) == (rows > 1)
    body = gzip.decompress(packed.body) if rows > 1 else packed.body
    assert json.loads(body) == plain.json()
    assert packed.headers["etag"] != plain.headers["etag"]
    assert shared_server.query(text).body == plain.body  # the second time from what was kept


def test_the_service_describes_itself(shared_server: Server) -> None:
    for accept in ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"):
        reply = shared_server.http("GET", "/sparql", Accept=accept)
        assert (reply.status, reply.media_type) == (200, accept)
        assert b"sparql-service-description#" in reply.body
    void = shared_server.http("GET", "/.well-known/void", Accept="text/turtle")
    assert b"rdfs.org/ns/void#" in void.body


def test_operators_see_figures(shared_server: Server) -> None:
    shared_server.query("ASK {}")
    assert shared_server.http("GET", "/health").json()["status"] == "ok"
    text = shared_server.http("GET", "/metrics").body.decode()
    assert 'summitry_requests_total{route="/sparql",method="GET",status="200"}' in text
    assert "summitry_readers_live" in text
    for line in text.splitlines():
        assert line.startswith("#") or len(line.split(" ")) == 2
