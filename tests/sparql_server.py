"""A small SPARQL 1.1 server on a free port of 127.0.0.1: somebody else's, for stores to be opened on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import DefaultGraph, NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store


class Handler(BaseHTTPRequestHandler):
    """Queries at /query, updates at /update, graphs at /graphs; `token` and `refuse` make it difficult."""

    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        direct = self.headers["Content-Type"].startswith("application/sparql-query")
        self.path, _, rest = self.path.partition("?")
        form = {**parse_qs(rest), "query": [body]} if direct else parse_qs(body)
        self.server.seen.append((self.path, form))
        if not self._allowed():
            return
        try:
            if self.path == "/update":
                self.server.store.update(form["update"][0])
                self._send(204, "text/plain", b"")
            else:
                self._answer(form)
        except SyntaxError as error:
            self._send(400, "text/plain", str(error).encode())

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if self._allowed():
            name = NamedNode(parse_qs(urlsplit(self.path).query)["graph"][0])
            self.server.store.remove_graph(name)
            self.server.store.load(data, RdfFormat.N_TRIPLES, to_graph=name)
            self.server.seen.append(("PUT", name.value))
            self._send(204, "text/plain", b"")

    def _allowed(self) -> bool:
        if self.server.refuse:
            code, media_type, body = self.server.refuse
            self._send(code, media_type, body)
            return False
        if self.server.token and self.headers.get("Authorization") != f"Bearer {self.server.token}":
            self._send(401, "application/problem+json", b'{"title": "Unauthorized", "detail": "no token"}')
            return False
        return True

    def _answer(self, form: dict[str, list[str]]) -> None:
        default = [NamedNode(iri) for iri in form.get("default-graph-uri", ())]
        named = [NamedNode(iri) for iri in form.get("named-graph-uri", ())]
        given = {"default_graph": default, "named_graphs": named} if default or named else {}
        if self.server.layered and not given:
            given = {"default_graph": [*map(NamedNode, self.server.layered), DefaultGraph()]}
        results = self.server.store.query(form["query"][0], **given)
        if isinstance(results, QueryTriples):
            self._send(200, "text/turtle; charset=utf-8", results.serialize(format=RdfFormat.TURTLE))
        else:
            xml = "json" not in self.headers["Accept"]
            body = results.serialize(format=QueryResultsFormat.XML if xml else QueryResultsFormat.JSON)
            self._send(200, f"application/sparql-results+{'xml' if xml else 'json'}", body)

    def _send(self, code: int, media_type: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


class Server(ThreadingHTTPServer):
    """The server, with its store and what a test wants of it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.store = Store()
        self.seen: list[object] = []
        self.token: str | None = None
        self.refuse: tuple[int, str, bytes] | None = None
        self.layered: tuple[str, ...] = ()
        self.headers: dict[str, str] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/query"


@contextmanager
def serving() -> Iterator[Server]:
    """A running server, stopped at the end."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
