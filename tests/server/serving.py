"""A server of our own process, on a free port, and the few ways tests talk to it."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summitry.server.auth import new_token

START = """import json, pathlib, sys
from summitry.server.run import run
given = json.loads(sys.argv[1])
paths = {name: pathlib.Path(given[name]) for name in ("config", "token_file") if given.get(name)}
run(**(given | paths))"""
ADDRESS = re.compile(r"answers at http://127\.0\.0\.1:(\d+)/")
JSON = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Server:
    """A running server."""

    port: int
    process: subprocess.Popen[str]
    tokens: dict[str, str]
    log: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def http(
        self, method: str, path: str, body: bytes | str | None = None, token: str = "", **headers: str
    ) -> Reply:
        """One request; underscores in header names stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            told["Authorization"] = f"Bearer {self.tokens[token]}"
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, told)
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = JSON, **parameters: str) -> Reply:
        """A query by GET."""
        return self.http(
            "GET", "/sparql?" + urllib.parse.urlencode({"query": text, **parameters}), Accept=accept
        )

    def rows(self, text: str, **parameters: str) -> list[dict[str, str]]:
        """The solutions of a SELECT, as text."""
        reply = self.query(text, **parameters)
        assert reply.status == 200, reply.body
        return [{k: v["value"] for k, v in row.items()} for row in reply.json()["results"]["bindings"]]

    def ask(self, text: str, **parameters: str) -> bool:
        """The answer to an ASK."""
        reply = self.query(text, **parameters)
        assert reply.status == 200, reply.body
        return bool(reply.json()["boolean"])

    def update(self, text: str, token: str = "admin") -> Reply:
        """An update."""
        return self.http("POST", "/update", text, token, Content_Type="application/sparql-update")


@contextmanager
def serving(folder: Path, store: str = "", **settings: Any) -> Iterator[Server]:
    """A server for as long as the block lasts; it must stop by itself within ten seconds of being told to."""
    tokens = {scope: new_token([scope], f"the {scope}er") for scope in ("read", "write", "admin")}
    token_file = folder / "tokens"
    token_file.write_text("".join(made.line + "\n" for made in tokens.values()))
    given = {"store": store, "port": 0, "empty": True, "token_file": str(token_file), **settings}
    process = subprocess.Popen(
        [sys.executable, "-c", START, json.dumps(given)], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    server = Server(0, process, {scope: made.token for scope, made in tokens.items()})
    try:
        for line in process.stderr:
            server.log.append(line)
            if found := ADDRESS.search(line):
                server.port = int(found[1])
                break
        assert server.port, "".join(server.log)
        threading.Thread(target=server.log.extend, args=(process.stderr,), daemon=True).start()
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
