"""Servers that a benchmark runs side by side on the same data: ours, `oxigraph serve`, rdflib-endpoint."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
from siege import children

START = "import json, sys; from summitry.server.run import run; run(**json.loads(sys.argv[1]))"
JSON, TURTLE = "application/sparql-results+json", "application/n-triples"
DEADLINE = 120.0


@dataclass(frozen=True)
class Endpoint:
    """A running server under test."""

    name: str
    port: int
    path: str
    pid: int = 0

    def worked(self) -> float:
        """Seconds of processor time that the server and all below it have used."""
        return sum(map(worked, (self.pid, *children(self.pid))))

    def connect(self, client: int = 0) -> http.client.HTTPConnection:
        """A connection that stays open, of one client or another: each has an address of its own."""
        source = (f"127.0.1.{client + 1}", 0)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE, source_address=source)

    def ask(self, connection: http.client.HTTPConnection, text: str) -> int:
        """The bytes of an answer."""
        accept = TURTLE if "CONSTRUCT" in text or "DESCRIBE" in text else JSON
        body = urlencode({"query": text})
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", self.path, body, headers)
        reply = connection.getresponse()
        data = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{self.name}: {reply.status} {data[:200]!r}")
        return len(data)


def worked(pid: int) -> float:
    """Seconds of processor time of a process and of those it has collected."""
    try:
        figures = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, figures[11:15])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def running(command: list[str], endpoint: Endpoint, seconds: float) -> Iterator[Endpoint]:
    """A server for as long as the block lasts, once it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + seconds
        while True:
            try:
                endpoint.ask(endpoint.connect(), "ASK {}")
                break
            except (OSError, http.client.HTTPException, RuntimeError):
                if time.monotonic() > deadline or process.poll() is not None:
                    raise RuntimeError(f"{endpoint.name} did not start") from None
                time.sleep(0.2)
        yield replace(endpoint, pid=process.pid)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def summitry(data: Path, folder: Path) -> Iterator[Endpoint]:
    """Ours, on a store that holds the data."""
    store = folder / "store"
    if not store.exists():
        ox.Store(str(store)).bulk_load(path=str(data))
    port = free_port()
    told = json.dumps({"store": str(store), "port": port, "empty": True, "query_timeout": DEADLINE})
    with running([sys.executable, "-c", START, told], Endpoint("summitry", port, "/sparql"), 300) as endpoint:
        yield endpoint


@contextmanager
def oxigraph(data: Path, program: Path) -> Iterator[Endpoint]:
    """Oxigraph's own server, in memory."""
    port = free_port()
    command = [str(program), "serve", "--bind", f"127.0.0.1:{port}"]
    with running(command, Endpoint("oxigraph serve", port, "/query"), 30) as endpoint:
        connection = endpoint.connect()
        headers = {"Content-Type": "application/n-triples"}
        connection.request("POST", "/store?default&no_transaction", data.read_bytes(), headers)
        reply = connection.getresponse()
        reply.read()
        assert reply.status < 300, reply.status
        yield endpoint


@contextmanager
def rdflib_endpoint(data: Path, program: Path) -> Iterator[Endpoint]:
    """rdflib-endpoint on its default store."""
    port = free_port()
    command = [str(program), "serve", "--host", "127.0.0.1", "--port", str(port), str(data)]
    with running(command, Endpoint("rdflib-endpoint", port, "/"), 600) as endpoint:
        yield endpoint
