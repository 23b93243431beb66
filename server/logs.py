"""Who asked what: a line for every request, and one for every change with the label of its token."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from flask import Request

ACCESS = logging.getLogger("summitry.access")
AUDIT = logging.getLogger("summitry.audit")
SHOWN = 300  # characters of an address in a line

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


@contextmanager
def audit(request: Request, label: str, what: str) -> Iterator[None]:
    """Notes a change and how it ended."""
    told = (request.remote_addr, label, request.method, request.path, plain(what))
    try:
        yield
    except Exception as error:
        AUDIT.warning("%s %s %s %s %s refused: %s", *told, plain(str(error)))
        raise
    AUDIT.info("%s %s %s %s %s done", *told)


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
            ACCESS.info(
                '%s "%s %s" %s %s %.1fms "%s"',
                environ.get("REMOTE_ADDR", "-"),
                environ.get("REQUEST_METHOD", "-"),
                plain(f"{address}?{query}" if query else address),
                told.get("status", "-"),
                told.get("size", "-"),
                (time.monotonic() - began) * 1000,
                plain(environ.get("HTTP_USER_AGENT", "-")),
            )
