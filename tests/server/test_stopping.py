"""A server that is told to stop lets go of nobody in the middle of an answer."""

from __future__ import annotations

import json
import signal
import socket
import threading
import time
from pathlib import Path
from urllib.parse import quote

from serving import Reply, serving

SLOW = "SELECT (COUNT(*) AS ?n) { VALUES ?a { %s } VALUES ?b { %s } VALUES ?c { %s } }" % (
    (" ".join(map(str, range(150))),) * 3
)
LARGE = (
    "SELECT ?a ?b ?t {{ VALUES ?a {{ {0} }} VALUES ?b {{ {0} }} BIND(CONCAT('{1}', STR(?a)) AS ?t) }}".format(
        " ".join(map(str, range(150))), "x" * 400
    )
)


def test_answers_under_way_arrive_whole(tmp_path: Path) -> None:
    found: list[Reply] = []
    audit = tmp_path / "audit.jsonl"
    with serving(tmp_path, audit_file=str(audit), grace=9) as server:
        assert server.update("INSERT DATA { <urn:a> <urn:p> 1 }").status == 204
        assert server.update("CLEAR ALL", "read").status == 403
        assert (
            server.http("POST", "/update", "CLEAR ALL", Content_Type="application/sparql-update").status
            == 401
        )
        download = socket.create_connection(("127.0.0.1", server.port))
        download.sendall(f"GET /sparql?query={quote(LARGE)} HTTP/1.0\r\nAccept: text/csv\r\n\r\n".encode())
        assert download.recv(15) == b"HTTP/1.0 200 OK"
        thread = threading.Thread(target=lambda: found.append(server.query(SLOW)))
        thread.start()
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        late = server.query("ASK {}")
        assert (late.status, late.json()["status"], "retry-after" in late.headers) == (503, 503, True)
        thread.join()
        size = len(read_slowly(download))
        assert server.process.wait(10) == 0
    assert found[0].json()["results"]["bindings"][0]["n"]["value"] == str(150**3)
    assert size > 150 * 150 * 400
    check_audit(audit)


def read_slowly(sock: socket.socket) -> bytes:
    """Everything that comes, over more than a second."""
    pieces = []
    while piece := sock.recv(1 << 18):
        pieces.append(piece)
        time.sleep(0.03)
    return b"".join(pieces)


def check_audit(file: Path) -> None:
    """Each attempt has its line, those without a good token too."""
    entries = [json.loads(line) for line in file.read_text().splitlines()]
    assert [entry["token"] for entry in entries] == ["the adminer", "-", "-"]
    assert entries[0]["outcome"] == "done" and "INSERT DATA" in entries[0]["what"]
    assert "this needs write" in entries[1]["outcome"] and "401" in entries[2]["outcome"]
    assert {entry["client"] for entry in entries} == {"127.0.0.1"}
