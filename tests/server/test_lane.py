"""Queries that need no thread are answered like all others: the same words, heads, limits and faults."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from serving import FORM, JSON, Reply, Server, serving
from siege import children

from summitry.server.engine import Job
from summitry.server.outline import read_outline
from summitry.server.recipes import UNFINISHED, Raw, read_raw
from summitry.server.repairs import repair
from summitry.server.workers.tasks import is_plain
from tests.conftest import ROOT

TEXTS = (
    "ASK {}",
    "SELECT * { ?s ?p 'ä & b = + %' }",
    "SELECT ?\N{GREEK SMALL LETTER ALPHA} {}\n# x",
    "query=1&x",
)
LONG = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ {'1 ' * 99} }}" for n in range(9)) + " }"


def by_get(text: str, more: str = "", head: str = "Accept: */*") -> bytes:
    return f"GET /sparql?query={quote(text, safe='')}{more} HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n".encode()


def by_post(body: bytes, head: str = "Accept: */*") -> bytes:
    return (
        f"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n{head}\r\n\r\n".encode() + body
    )


@pytest.mark.parametrize("text", TEXTS)
def test_a_query_is_read_from_the_bytes_of_its_request(text: str) -> None:
    form = urlencode({"query": text, "format": "json"}).encode()
    for raw in (read_raw(by_get(text, "&format=json")), read_raw(by_post(form))):
        assert isinstance(raw, Raw)
        assert raw.text() == text
        assert b"format=json" in raw.rest


def test_what_is_left_is_the_same_for_every_query_and_differs_with_all_else() -> None:
    def rest(data: bytes) -> bytes:
        raw = read_raw(data)
        assert isinstance(raw, Raw)
        return raw.rest

    one, other = b"query=ASK%7B%7D", b"query=ASK+%7B+%7D+%23+longer"
    assert rest(by_post(one)) == rest(by_post(other))
    assert rest(by_get("ASK{}")) == rest(by_get("ASK { }"))
    differ = [
        by_post(one),
        by_post(one + b"&format=csv"),
        by_post(b"ASK{}"),
        by_post(one, "Accept: text/csv"),
    ]
    differ += [by_get("ASK{}"), by_get("ASK{}", "&format=csv"), by_get("ASK{}", head="Accept: text/csv")]
    assert len(set(map(rest, differ))) == len(differ)


@pytest.mark.parametrize("cut", [30, 45, 60])
def test_a_body_that_has_yet_to_come_is_waited_for(cut: int) -> None:
    data = by_post(b"query=ASK%7B%7D")
    head = data.index(b"\r\n\r\n") + 4
    assert read_raw(data[:head]) == UNFINISHED
    assert read_raw(data[: head + 5]) == UNFINISHED
    assert read_raw(data[:cut]) is None


@pytest.mark.parametrize(
    "data",
    [
        by_post(b"query=ASK%7B%7D") + b"GET / HTTP/1.1\r\n",
        by_get("ASK{}") + b"GET / HTTP/1.1\r\n\r\n",
        by_get("ASK{}").replace(b"/1.1", b"/1.0"),
        by_get("ASK{}", head="Connection: close"),
        by_get("ASK{}", head="connection: keep-alive, Upgrade"),
        by_get("ASK{}", head='If-None-Match: "x"'),
        by_post(b"query=ASK%7B%7D", "Expect: 100-continue"),
        by_post(b"query=ASK%7B%7D", "Transfer-Encoding: chunked"),
        by_post(b"query=ASK%7B%7D", "Content-Length: 3"),
        by_post(b"query=" + b"x" * 40_000),
        by_post("query=ä".encode()),
        b"GET /sparql?query=ASK{}\r\nHost:x HTTP/1.1\r\n\r\n",
        b"GET /sparql?query=ASK{}#x HTTP/1.1\r\n\r\n",
        by_get("ASK{}").replace(b"GET", b"HEAD"),
        b"GET /health HTTP/1.1\r\n\r\n",
    ],
)
def test_everything_else_is_read_the_long_way(data: bytes) -> None:
    assert read_raw(data) is None


def test_text_that_is_no_utf8_is_left_to_the_long_way() -> None:
    raw = read_raw(by_post(b"query=%FF"))
    assert isinstance(raw, Raw)
    assert raw.text() is None


def test_a_glance_never_overlooks_what_is_to_be_repaired() -> None:
    texts = [path.read_text("utf-8") for path in (ROOT / "queries").rglob("*.rq")]
    texts += [
        "SELECT * { <urn:x> <urn:p>* ?o }",
        "SELECT * { <urn:x> <urn:p>? ?o . }",
        "ASK { ?s <urn:p>*?o }",
    ]
    texts += ["SELECT (BNODE('a') AS ?b) {}", "ASK { FILTER(TRUE) }", "ASK { GRAPH ?g { MINUS {} } }"]
    texts += ["SELECT (GROUP_CONCAT(?x) AS ?y) {}", "SELECT (now() AS ?n) {}", r"ASK { FILTER(\u0054RUE) }"]
    texts += ["SELECT (COUNT(*) AS ?n) FROM <urn:a> FROM <urn:b> {}", "ASK { SERVICE <urn:x> {} }"]
    texts += [f"SELECT * {{ <urn:{n}> ?p ?o }} LIMIT 9" for n in range(6)] + ["SELECT (COUNT(*) AS ?n) {}"]
    assert len(texts) > 40
    plain = 0
    for text in texts:
        job, outline = Job(text), read_outline(text)
        if is_plain(job):
            plain += 1
            assert not outline.volatile
            assert not outline.words & {"SERVICE", "FROM"}
            assert repair(ox.Store(), job, outline) is job, text
    assert 5 < plain < len(texts) - 10


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("lane"), query_timeout=1.0) as server:
        assert server.update("INSERT DATA { <urn:a> <urn:p> 1, 2, 3 }").status == 204
        yield server


def short(server: Server) -> int:
    """How many queries needed no thread so far."""
    found = re.search(
        r"^summitry_short_total (\d+)", server.http("GET", "/metrics").body.decode(), re.MULTILINE
    )
    assert found is not None
    return int(found[1])


def post(server: Server, text: str, accept: str = JSON) -> Reply:
    return server.http("POST", "/sparql", urlencode({"query": text}), Accept=accept, Content_Type=FORM)


def test_the_short_way_answers_like_the_long_one(server: Server) -> None:
    for text, accept in (
        ("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o", JSON),
        ("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o", "text/csv"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "application/n-triples"),
        ("SELECT (NOW() AS ?n) {}", "text/csv;q=0.5"),
    ):
        long = post(server, text + "#", accept)
        before = short(server)
        brief = post(server, text, accept)
        assert short(server) == before + 1
        assert (brief.status, brief.media_type) == (long.status, long.media_type)
        assert sorted(brief.headers) == sorted(long.headers)
        moves = {"etag", "date"} | ({"content-length"} if "NOW" in text else set())  # "…:05.1Z", "…:05.12Z"
        same = set(brief.headers) - moves
        assert {name: brief.headers[name] for name in same} == {name: long.headers[name] for name in same}
        if "NOW" not in text:
            assert brief.body == long.body
            again = server.http(
                "POST", "/sparql", urlencode({"query": text}), Accept=accept, Content_Type=FORM
            )
            assert again.headers["etag"] == brief.headers["etag"]


def test_faults_on_the_short_way_are_told_as_on_the_long_one(server: Server) -> None:
    assert post(server, "ASK {}").status == 200
    for text, status in (
        ("ASK {", 400),
        ("ASK { SERVICE <http://127.0.0.1/> {} }", 400),
        (LONG, 503),
        (" ", 400),
    ):
        began = time.monotonic()
        reply = post(server, text)
        assert reply.status == status
        assert reply.media_type == "application/problem+json"
        assert time.monotonic() - began < 3
    assert post(server, "DESCRIBE <urn:a>").status == 406
    large = post(server, f"SELECT * {{ VALUES ?a {{ {'1 ' * 900} }} VALUES ?b {{ {'1 ' * 90} }} }}")
    assert len(large.json()["results"]["bindings"]) == 81_000


def test_a_change_is_seen_at_once(server: Server) -> None:
    for number in range(3):
        assert server.update(f"INSERT DATA {{ <urn:b> <urn:p> {number} }}").status == 204
        for _ in range(2):
            found = post(server, "SELECT (COUNT(*) AS ?n) { <urn:b> ?p ?o }").json()
            assert found["results"]["bindings"][0]["n"]["value"] == str(number + 1)


def test_a_request_in_pieces_and_two_at_once_are_answered_in_turn(server: Server) -> None:
    data = by_post(b"query=ASK%7B%7D", f"Content-Type: {FORM}\r\nAccept: {JSON}")
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as sock:
        for pieces in ([data], [data[:-9], data[-9:]], [data[:30], data[30:]], [data + data]):
            for piece in pieces:
                sock.sendall(piece)
                time.sleep(0.05)
            came, wanted = b"", len(b"".join(pieces)) // len(data)
            while came.count(b'"boolean":true}') < wanted:
                came += sock.recv(4096) or pytest.fail("the server closed the connection")
            assert came.count(b"HTTP/1.1 200 OK\r\n") == wanted


def test_a_client_that_leaves_and_a_reader_that_dies_hold_nothing_up(server: Server) -> None:
    data = by_post(urlencode({"query": LONG}).encode(), f"Content-Type: {FORM}\r\nAccept: {JSON}")
    brief = by_post(b"query=ASK%7B%7D", f"Content-Type: {FORM}\r\nAccept: {JSON}")
    for sent in (brief, data):
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as sock:
            sock.sendall(sent)
            if sent is brief:
                assert sock.recv(100).startswith(b"HTTP/1.1 200")
    time.sleep(0.1)
    below = children(server.process.pid)
    readers = {reader for keeper in below for reader in children(keeper)}
    assert readers
    for reader in readers:
        os.kill(reader, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        figures = server.http("GET", "/metrics").body.decode()
        if re.search(r"readers_live (\d+)", figures)[1] == re.search(r"readers_idle (\d+)", figures)[1]:  # type: ignore[index]
            break
        time.sleep(0.1)
    else:
        pytest.fail("a reader was not given back")
    assert post(server, "ASK {}").status == 200
