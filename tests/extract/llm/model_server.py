"""A stand-in for a language model's endpoint: it speaks the protocol and answers, or fails, as a test tells it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer over HTTP, after `delay` seconds; with `drip`, its body comes a byte at a time, each after that long."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    drip: float = 0.0


def says(content: str, ended: str = "stop") -> Reply:
    """A chat completion with these words."""
    message = {"role": "assistant", "content": content}
    return Reply(json.dumps({"choices": [{"message": message, "finish_reason": ended}]}).encode())


def proposes(*facts: dict[str, Any]) -> Reply:
    """A chat completion that proposes these facts."""
    return says(json.dumps({"facts": list(facts)}))


def fails(status: int, message: str = "", **headers: str) -> Reply:
    """An error as OpenAI's servers word it."""
    body = json.dumps({"error": {"message": message, "type": "error"}}).encode()
    return Reply(body, status, tuple((name.replace("_", "-"), text) for name, text in headers.items()))


@dataclass(slots=True)
class Model:
    """What the stand-in will answer, in turn (the last for ever), and what it was asked."""

    url: str = ""
    replies: list[Reply] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def next(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def serving() -> Iterator[Model]:
    """A stand-in on a free port of this machine."""
    model = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            model.asked.append(json.loads(body) | {"path": self.path})
            model.keys.append(self.headers["Authorization"])
            reply = model.next()
            time.sleep(reply.delay)
            with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has waited long enough
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(reply.body)))
            for name, text in reply.headers:
                self.send_header(name, text)
            self.end_headers()
            for i in range(len(reply.body) if reply.drip else 0):
                self.wfile.write(reply.body[i : i + 1])
                self.wfile.flush()
                time.sleep(reply.drip)
            if not reply.drip:
                self.wfile.write(reply.body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
