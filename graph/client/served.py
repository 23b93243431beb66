"""What a server of ours does better itself, over HTTP: reading articles, and telling what changed since a moment."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from summitry.graph.article import read_articles, read_files
from summitry.graph.build import Step
from summitry.graph.errors import (
    BadParameter,
    LimitExceeded,
    StoreError,
    StoreUnavailable,
    SummitryError,
    UnreadableInput,
    UsageError,
)
from summitry.graph.store import Endpoints, GraphStore, RemoteStore

ROOM = 1_000_000
"""Bytes of one request where a file can be parted: lines of JSON."""
PATIENCE = 600


def served(store: GraphStore) -> Served | None:
    """The rooms of a server of ours beside its SPARQL endpoint; None for any other store."""
    return Served(store) if isinstance(store, RemoteStore) and store.unites_layers else None


class Served:
    """Rooms of a server of ours. It keeps its layers itself, and its own parser."""

    def __init__(self, store: RemoteStore) -> None:
        self._endpoints: Endpoints = store.endpoints
        self._base = store.iris.base

    def export(self, output: IO[bytes], layer: str, format: str, since: str) -> None:
        """Writes what has changed in a layer since a moment."""
        given = {"layer": layer, "format": format, "since": since}
        with self._opened("export", since, given) as response:
            shutil.copyfileobj(response, output)

    def ingest(
        self,
        paths: list[Path],
        published: date | None,
        problems: Callable[[Exception], None] | None,
        progress: Callable[[Step], None] | None,
    ) -> tuple[Step, ...]:
        """Brings files one by one; gives what became of each article. What is wrong with one is raised, or told to
        `problems`; those that came before it are stored."""
        steps: list[Step] = []
        for file, data in read_files(paths, problems):
            for step in self._bring(file, data, published, problems or _raise):
                steps.append(step)
                if progress is not None:
                    progress(step)
        return tuple(steps)

    def _bring(
        self, file: str, data: bytes, published: date | None, report: Callable[[Exception], None]
    ) -> Iterator[Step]:
        ours = read_articles([Path(file)], published, self._base, lambda problem: None)
        articles = {_key(article.iri): article for article in ours}
        for piece in _pieces(file, data):
            try:
                told = self._send(file, piece, published)
            except UnreadableInput as problem:
                report(problem)
                continue
            for each in told["articles"]:
                article = replace(articles[_key(each["article"])], iri=each["article"])
                error = StoreError(each["error"]) if "error" in each else None
                yield Step(article, each["outcome"], each["claims"], error)
            for each in told["problems"]:
                report(UnreadableInput(each["where"], each["problem"]))

    def _send(self, file: str, data: bytes, published: date | None) -> dict[str, Any]:
        given = {"name": file} | ({"published": published.isoformat()} if published else {})
        with self._opened("ingest", file, given, data) as response:
            found: dict[str, Any] = json.load(response)
            return found

    @contextmanager
    def _opened(
        self, room: str, what: str, given: Mapping[str, str], data: bytes | None = None
    ) -> Iterator[IO[bytes]]:
        """The answer of a room, as it comes; a refusal as an error of ours about `what` was asked."""
        address = _beside(self._endpoints.query, room)
        request = urllib.request.Request(f"{address}?{urlencode(given)}", data)
        if data is not None:
            request.add_header("Content-Type", "application/octet-stream")
            request.add_header("Accept", "application/json")
        if self._endpoints.token:
            request.add_header("Authorization", f"Bearer {self._endpoints.token}")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                yield response
        except urllib.error.HTTPError as error:
            raise _refusal(address, what, error.code, error.read()) from None
        except (urllib.error.URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            raise StoreUnavailable(f"the server at {address} cannot be reached: {reason}") from None


def _raise(problem: Exception) -> None:
    raise problem


def _key(iri: str) -> str:
    """What names an article, wherever the graph says that it lives."""
    return iri.rpartition("/")[2]


def _beside(query: str, room: str) -> str:
    """The address of a room beside that for queries."""
    parts = urlsplit(query)
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rpartition('/')[0]}/{room}", "", ""))


def _pieces(file: str, data: bytes) -> Iterator[bytes]:
    """A file as it is, or a large one of lines of JSON in parts, of whole lines each."""
    if not file.lower().endswith(".jsonl") or len(data) <= ROOM:
        yield data
        return
    piece, size = list[bytes](), 0
    for line in data.splitlines(keepends=True):
        if piece and size + len(line) > ROOM:
            yield b"".join(piece)
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    yield b"".join(piece)


def _refusal(address: str, what: str, code: int, body: bytes) -> SummitryError:
    """What the server's refusal means here."""
    try:
        told = json.loads(body)
        words, parameter = str(told.get("detail") or told.get("title")), told.get("parameter")
    except (ValueError, AttributeError):
        words, parameter = body.decode("utf-8", "replace").strip()[:300] or "no reason given", None
    if code in (401, 403):
        return StoreUnavailable(
            f"{address} wants another token: {words}; give connect(…, token=…) or SUMMITRY_STORE_TOKEN"
        )
    if parameter:
        return BadParameter(str(parameter), words.removeprefix(f"parameter {parameter}: "))
    if code == 400:
        return UnreadableInput(what, words.removeprefix(f"{what}: "))
    if code == 413:
        return UnreadableInput(what, f"is too large for {address}: {words}")
    if code == 503:
        return LimitExceeded(f"{address}: {words}")
    return UsageError(f"{address}: {words}") if code < 500 else StoreError(f"{address}: {words}")
