"""Queries that try to take the server down: each ends with a sentence in time, and nobody else notices."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest
from serving import FORM, JSON, Server, serving
from siege import CROSS, DATA, HOSTILE, children, lay_siege, settled

LIMIT = 2.0


@pytest.fixture(scope="module")
def bounded(tmp_path_factory: pytest.TempPathFactory) -> Server:
    folder = tmp_path_factory.mktemp("hostile")
    with serving(folder, query_timeout=LIMIT, config=str(limits(folder))) as server:
        yield server  # type: ignore[misc]


def limits(folder: Path) -> Path:
    file = folder / "limits.toml"
    file.write_text("memory = 500_000_000\nresult_bytes = 20_000_000\n")
    return file


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_ends_in_time_with_a_sentence(bounded: Server, name: str) -> None:
    began = time.monotonic()
    reply = bounded.http(
        "POST", "/sparql", HOSTILE[name], Content_Type="application/sparql-query", Accept=JSON
    )
    assert time.monotonic() - began < LIMIT + 1.5
    if reply.status == 200:  # some are only long
        assert "boolean" in reply.json() or "results" in reply.json()
    else:
        assert reply.status in (400, 413, 503)
        assert len(reply.json()["detail"]) > 10
    assert bounded.process.poll() is None
    assert bounded.ask("ASK {}")


def test_hostile_clients_do_not_stop_the_others(bounded: Server) -> None:
    assert bounded.update(f"DROP ALL ; {DATA}").status == 204
    seen = lay_siege(bounded.port, hostile=60, seconds=0, limit=LIMIT + 1.5 + LIMIT)
    assert (seen.asked, seen.wrong, seen.late) == (60, [], [])
    assert set(seen.statuses) <= {0, 200, 400, 413, 503}, seen.statuses
    assert len(seen.times) > 50 and seen.slow(0.5) < 0.5
    assert bounded.process.poll() is None
    assert settled(bounded.process.pid, 4), "readers stay behind"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "application/rdf+xml",
            '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
            + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
            + ']><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="urn:a"><p xmlns="urn:">&k;</p></r:Description></r:RDF>',
        ),
        ("application/n-triples", "<<( " * 20_000),
        ("text/turtle", "<urn:a> <urn:p> " + "[ <urn:p> " * 100_000),
        ("application/ld+json", '{"urn:p":' * 20_000),
        ("application/ld+json", '{"@context": "http://127.0.0.1:1/context", "p": 1}'),
        ("text/turtle", b"\xff\xfe"),
    ],
    ids=["entities", "triple terms", "brackets", "objects", "remote context", "no text"],
)
def test_hostile_uploads_change_nothing(bounded: Server, kind: str, body: str | bytes) -> None:
    reply = bounded.http("PUT", "/graphs?graph=urn:bad", body, "write", Content_Type=kind)
    assert reply.status in (400, 503)
    assert not bounded.ask("ASK { GRAPH <urn:bad> { ?s ?p ?o } }")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        "ASK { BIND(<http://127.0.0.1:{port}/> AS ?g) SERVICE ?g { ?s ?p ?o } }",
        r"SELECT * { SERV\u0049CE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        r"SELECT * { <http://e/\u0023> ?p ?q . SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        r"PREFIX x: <urn:> SELECT * { x:a\#b ?p ?q . SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:{port}/> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:{port}/x.ttl>",
        "LOAD SILENT <http://127.0.0.1:{port}/x.ttl>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    ],
)
def test_no_query_reaches_another_host(bounded: Server, text: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.3)
        text = text.replace("{port}", str(canary.getsockname()[1]))
        update = text.startswith(("LOAD", "INSERT"))
        reply = bounded.update(text) if update else bounded.query(text)
        assert (
            reply.status in ((400, 204) if "SILENT" in text or "FROM" in text else (400,)) or "FROM" in text
        )
        with pytest.raises(TimeoutError):
            canary.accept()


def test_slow_clients_do_not_hold_the_server(bounded: Server) -> None:
    held = []
    try:
        for _ in range(200):
            sock = socket.create_connection(("127.0.0.1", bounded.port))
            sock.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nX-Slow:")
            held.append(sock)
        began = time.monotonic()
        assert bounded.ask("ASK {}")
        assert time.monotonic() - began < 2
    finally:
        for sock in held:
            sock.close()


def test_a_chunked_body_past_the_limit_is_refused(bounded: Server) -> None:
    with socket.create_connection(("127.0.0.1", bounded.port)) as sock:
        sock.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            b"Content-Type: " + FORM.encode() + b"\r\nConnection: close\r\n\r\n"
        )
        for _ in range(6):
            sock.sendall(b"100000\r\n" + b"x" * 0x100000 + b"\r\n")
        sock.sendall(b"0\r\n\r\n")
        assert b" 413 " in sock.recv(1000)


def test_the_limits_hold_for_updates_too(bounded: Server) -> None:
    reply = bounded.update(f"INSERT {{ ?a <urn:p> ?b }} WHERE {{ {CROSS} }}")
    assert reply.status == 503
    assert not bounded.ask("ASK { ?s <urn:p> ?o }")
    assert bounded.update("INSERT DATA { <urn:a> <urn:q> 1 }").status == 204


def test_a_reader_dies_with_the_server(tmp_path: Path) -> None:
    with serving(tmp_path, query_timeout=30) as server:
        thread = threading.Thread(target=swallow, args=(server, HOSTILE["cartesian count"]), daemon=True)
        thread.start()
        time.sleep(1)
        below = children(server.process.pid)
        assert len(below) >= 2
        server.process.kill()
        server.process.wait()
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline and any(alive(pid) for pid in below):
            time.sleep(0.05)
        assert not any(alive(pid) for pid in below)


def swallow(server: Server, text: str) -> None:
    try:
        server.query(text)
    except OSError:
        return


def alive(pid: int) -> bool:
    """Whether a process runs; one that waits to be collected does not."""
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z" and os.getpgid(pid) > 0
        )
    except (FileNotFoundError, ProcessLookupError):
        return False
