"""Bearer tokens from a file: who may read, write or administer.

A line of the file is the SHA-256 of a token in hex, its scopes with commas, and a label for the log:

    9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 read,write alice's laptop

The file is read again when it changes, so a token is withdrawn by deleting its line.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from flask import Request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from summitry.graph.errors import BadParameter, ConfigurationError

SCOPES = ("read", "write", "admin")
# A wider scope includes the narrower ones.
INCLUDED = {"read": {"read", "write", "admin"}, "write": {"write", "admin"}, "admin": {"admin"}}
LINE = re.compile(r"([0-9a-f]{64})\s+([a-z]+(?:,[a-z]+)*)(?:\s+(.*))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A line of the token file."""

    digest: str
    scopes: frozenset[str]
    label: str

    def may(self, scope: str) -> bool:
        """Whether the token's scopes include this one."""
        return bool(self.scopes & INCLUDED[scope])


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token to hand out once, and the line that lets it in."""

    token: str
    line: str


def new_token(scopes: Iterable[str], label: str = "") -> NewToken:
    """A fresh token; only its digest need ever be stored."""
    wanted = list(dict.fromkeys(scope.strip() for scope in scopes))
    if not wanted or set(wanted) - set(SCOPES):
        raise BadParameter("scope", f"{','.join(wanted)!r} is not made of {', '.join(SCOPES)}")
    if "\n" in label or "\r" in label:
        raise BadParameter("label", "a label is one line")
    token = "sy_" + secrets.token_urlsafe(32)
    return NewToken(token, f"{digest(token)} {','.join(wanted)} {label}".rstrip())


def digest(token: str) -> str:
    """The SHA-256 of a token in hex."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def read_tokens(text: str, where: str) -> tuple[Token, ...]:
    """The tokens of a file; empty lines and `#` comments are skipped, anything else must be a token."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        scopes = frozenset(match[2].lower().split(",")) if match else frozenset()
        if match is None or scopes - set(SCOPES):
            raise ConfigurationError(
                f"{where}:{number}: a line is the SHA-256 of a token in hex, scopes ({', '.join(SCOPES)}) "
                "and a label; `summitry token new` prints one"
            )
        found.append(Token(match[1].lower(), scopes, match[3] or "unnamed"))
    return tuple(found)


class Keys:
    """The tokens of a file, as the file stands now."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._tokens: tuple[Token, ...] = ()
        if path is not None:
            self._read(path)

    @property
    def any(self) -> bool:
        """Whether there is a file of tokens at all."""
        return self._path is not None

    def find(self, token: str) -> Token | None:
        """The line of this token. Every line is compared, so the time says nothing about which came near."""
        wanted, found = digest(token), None
        for line in self._current():
            if hmac.compare_digest(line.digest, wanted):
                found = line
        return found

    def _current(self) -> tuple[Token, ...]:
        if self._path is not None:
            with self._lock:
                stat = self._path.stat() if self._path.exists() else None
                if stat is None:
                    self._tokens, self._stamp = (), None
                elif (stat.st_mtime_ns, stat.st_size) != self._stamp:
                    self._read(self._path)
        return self._tokens

    def _read(self, path: Path) -> None:
        try:
            stat, text = path.stat(), path.read_text()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{path}: the tokens cannot be read: {error}") from None
        self._tokens = read_tokens(text, str(path))
        self._stamp = (stat.st_mtime_ns, stat.st_size)


def authorise(request: Request, keys: Keys, scope: str) -> Token:
    """The token of a request that may do this, or 401 or 403 with what is missing."""
    if not keys.any:
        raise Forbidden("this server takes no changes: it was started without --token-file")
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not value.strip():
        if is_foreign(request):
            raise Forbidden("a page of another origin sent this; changes need a bearer token")
        raise challenge("this needs the header 'Authorization: Bearer TOKEN'")
    token = keys.find(value.strip())
    if token is None:
        raise challenge("this token is not known here", "invalid_token")
    if not token.may(scope):
        error = Forbidden(f"this token may {', '.join(sorted(token.scopes))}; this needs {scope}")
        raise error
    return token


def challenge(reason: str, error: str | None = None) -> Unauthorized:
    """401 with the scheme that would do (RFC 6750)."""
    values: dict[str, str | None] = {"realm": "summitry"}
    if error:
        values["error"] = error
    return Unauthorized(reason, www_authenticate=WWWAuthenticate("bearer", values))


def is_foreign(request: Request) -> bool:
    """Whether a browser sent this from a page of another origin."""
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return True
    return origin is not None and urlsplit(origin).netloc != request.host
