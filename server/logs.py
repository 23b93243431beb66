"""Who asked what: a line for every request, and one for every change with the label of its token."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flask import Request

from summitry.graph.errors import ConfigurationError

ACCESS = logging.getLogger("summitry.access")
AUDIT = logging.getLogger("summitry.audit")
SHOWN = 300  # characters of an address in a line

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


@dataclass(slots=True)
class Entry:
    """What is known of a change that somebody tries."""

    label: str = "-"  # of the token, once it has been found good
    what: str = "-"


class AsJson(logging.Formatter):
    """An entry as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"time": moment, **record.__dict__["told"]}, ensure_ascii=False)


def open_audit(path: Path | None) -> None:
    """Lets every entry also go to a file."""
    if path is None:
        return
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise ConfigurationError(f"{path}: the audit file cannot be written: {error}") from None
    handler.setFormatter(AsJson())
    AUDIT.addHandler(handler)


@contextmanager
def audit(request: Request) -> Iterator[Entry]:
    """Notes a change, whoever tried it, and how it ended."""
    entry = Entry()
    try:
        yield entry
    except Exception as error:
        write(logging.WARNING, request, entry, f"refused: {error}")
        raise
    write(logging.INFO, request, entry, "done")


def write(level: int, request: Request, entry: Entry, outcome: str) -> None:
    """One entry."""
    address, method, path = request.remote_addr, request.method, request.path
    told = {
        "client": address,
        "token": entry.label,
        "method": method,
        "path": path,
        "what": entry.what[:SHOWN],
        "outcome": outcome[:SHOWN],
    }
    words = (address, entry.label, method, plain(path), plain(entry.what), plain(outcome))
    AUDIT.log(level, "%s %s %s %s %s %s", *words, extra={"told": told})


def plain(text: str) -> str:
    """Text from outside on one line: nothing in it can pretend to be another line."""
    return quote(text[:SHOWN], safe=" !\"#$%&'()*+,/:;<=>?@[]^{|}~`-._\\")


class AccessLog:
    """Wraps an application: one line for each request, in the order they end."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a request and notes it."""
        began = time.monotonic()
        told: dict[str, str] = {}

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            told["status"] = status[:3]
            told["size"] = next((value for name, value in headers if name.lower() == "content-length"), "-")
            return start_response(status, headers, *rest)

        try:
            return self._application(environ, start)
        finally:
            address = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
            query = environ.get("QUERY_STRING", "")
            note(
                environ.get("REMOTE_ADDR", "-"),
                environ.get("REQUEST_METHOD", "-"),
                f"{address}?{query}" if query else address,
                told.get("status", "-"),
                told.get("size", "-"),
                time.monotonic() - began,
                environ.get("HTTP_USER_AGENT", "-"),
            )


def note(client: str, method: str, address: str, status: str, size: str, seconds: float, agent: str) -> None:
    """One line of the access log."""
    words = (client, method, plain(address), status, size, seconds * 1000, plain(agent))
    ACCESS.info('%s "%s %s" %s %s %.1fms "%s"', *words)
