"""Pages and the files they load, compressed for browsers that take it; answers compress themselves."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from flask import Response, current_app, request

from summitry.server.results import takes_gzip

LEAST = 1200  # bytes: less fits into one packet anyway
_TEXTS = frozenset((
    "text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json",
    "text/plain",
))  # fmt: skip


def compress(response: Response) -> Response:
    """The response, compressed where that helps."""
    if response.status_code != 200 or response.mimetype not in _TEXTS or not takes_gzip(request):
        return response
    if "Content-Encoding" in response.headers:
        return response
    if request.endpoint == "static":
        return _file(response)
    if response.direct_passthrough or response.is_streamed or response.get_etag()[0]:
        return response
    body = response.get_data()
    if len(body) >= LEAST:
        response.set_data(gzip.compress(body, 5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _file(response: Response) -> Response:
    """A file of ours; its tag becomes a weak one, since the bytes that are sent are others."""
    path = Path(current_app.static_folder or "", (request.view_args or {})["filename"])
    body = _compressed(str(path), path.stat().st_mtime_ns)
    etag, _ = response.get_etag()
    response.direct_passthrough = False
    response.set_data(body)
    response.headers["Content-Encoding"] = "gzip"
    if etag:
        response.set_etag(etag, weak=True)
    return response


@lru_cache(maxsize=32)
def _compressed(path: str, changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 9, mtime=0)
