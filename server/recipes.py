"""Requests that differ in their query alone, read from their bytes without being parsed.

A client sends the same head with every query. What the head asks for (formats, compression, addresses) is worked
out once, the long way, and kept as a recipe under the bytes of the request without the query and its length.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote_to_bytes

from summitry.server.engine import Form, Job

GET, POST = b"GET /sparql?query=", b"POST /sparql"
FIELD = b"query="
LENGTH = b"\r\ncontent-length: "
END = b"\r\n\r\n"
# What makes the answer depend on more than the query, or the body come in another way.
SPECIAL = (b"\r\ntransfer-encoding", b"\r\nexpect", b"\r\nif-", b"\r\nrange", b"\r\nupgrade")
VERSION, CONNECTION = b" http/1.1\r\n", b"\r\nconnection:"
MOST_BYTES = 32 << 10  # of a request that is read here
MOST_RECIPES = 2048
MOST_HEAD = 4 << 10  # bytes of one that is kept
IN_ADDRESS = re.compile(rb"[!\"$-~]*+")  # no white space, no fragment

Key = tuple[str, bytes]  # the address of the peer, and the request without its query
UNFINISHED: Literal["unfinished"] = "unfinished"


@dataclass(frozen=True, slots=True)
class Raw:
    """A request in bytes: its query as it travels, and the rest."""

    rest: bytes
    query: bytes
    encoded: bool  # as a field of a form or address

    def text(self) -> str | None:
        """The query; None where it is no UTF-8 or nothing."""
        data = unquote_to_bytes(self.query.replace(b"+", b" ")) if self.encoded else self.query
        try:
            return data.decode() or None
        except UnicodeDecodeError:
            return None


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the head of a request asks for: a job without its text, and how to say the answer."""

    job: Job
    types: Mapping[Form, str]  # content types
    gzip: bool
    seconds: float | None
    client: str  # who asks, for a fair share of the readers
    address: str  # and for the access log
    agent: str


class Recipes:
    """The recipes used last."""

    def __init__(self) -> None:
        self._known: OrderedDict[Key, Recipe] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, peer: str, raw: Raw) -> Recipe | None:
        """The recipe for a request."""
        key = (peer, raw.rest)
        with self._lock:
            found = self._known.get(key)
            if found is not None:
                self._known.move_to_end(key)
        return found

    def learn(self, peer: str, raw: Raw, text: str, recipe: Recipe) -> None:
        """Keeps a recipe, if the request was read here as it was read the long way."""
        if raw.text() != text or len(raw.rest) > MOST_HEAD:
            return
        with self._lock:
            self._known[peer, raw.rest] = recipe
            while len(self._known) > MOST_RECIPES:
                self._known.popitem(last=False)


def read_raw(data: bytes) -> Raw | Literal["unfinished"] | None:
    """The request that these bytes are, as a whole; None where it is to be read the long way."""
    if len(data) > MOST_BYTES:
        return None
    if data.startswith(GET):
        return read_get(data)
    return read_post(data) if data.startswith(POST) else None


def read_get(data: bytes) -> Raw | None:
    """A query in the address, as its first field."""
    space = data.find(b" ", len(GET))
    if data.find(END) != len(data) - len(END) or space < 0 or is_special(data):
        return None
    field = data.find(b"&", len(GET), space)
    stop = space if field < 0 else field
    query = data[len(GET) : stop]
    if not IN_ADDRESS.fullmatch(query):
        return None
    return Raw(data[: len(GET)] + data[stop:], query, encoded=True)


def read_post(data: bytes) -> Raw | Literal["unfinished"] | None:
    """A query in the body: the first field of a form, or all of it."""
    end = data.find(END)
    head = data[:end].lower()
    at = head.find(LENGTH)
    if end < 0 or at < 0 or head.count(b"content-length") > 1 or is_special(head):
        return None
    stop = data.find(b"\r\n", at + 2)
    length = data[at + len(LENGTH) : stop]
    if not length.isdigit() or len(length) > 6:
        return None
    body = data[end + len(END) :]
    if len(body) != int(length):
        return UNFINISHED if len(body) < int(length) <= MOST_BYTES else None
    rest = data[:at] + data[stop:end]
    if not body.startswith(FIELD):
        return Raw(rest, body, encoded=False)
    field = body.find(b"&")
    after = b"" if field < 0 else body[field:]
    query = body[len(FIELD) : None if field < 0 else field]
    return Raw(rest + b"\0" + after, query, encoded=True) if query.isascii() else None


def is_special(head: bytes) -> bool:
    """Whether a head holds what only the long way heeds."""
    low = head.lower()
    return not is_plain_http(low) or any(word in low for word in SPECIAL)


def is_plain_http(low: bytes) -> bool:
    """Whether this is HTTP/1.1 and the connection stays open."""
    line, at = low.find(b"\r\n"), low.find(CONNECTION)
    if low[line - len(VERSION) + 2 : line + 2] != VERSION:
        return False
    if at < 0:
        return True
    end = low.find(b"\r\n", at + 2)
    value = low[at + len(CONNECTION) : len(low) if end < 0 else end]
    return value.strip() == b"keep-alive" and low.count(CONNECTION) == 1
