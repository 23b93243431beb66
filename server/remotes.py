"""Other hosts, for SERVICE and LOAD: only those on the list, and never a private address that the list does
not spell.

A name on the list is looked up once and the connection made to the very address that was checked, so that a
second answer of the name server cannot lead it inside.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from summitry.server.contexts import CONTEXT
from summitry.server.federation import Fetched

MOST_BYTES = 32 << 20
MOST_REDIRECTS = 3
RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
GRAPHS = "text/turtle, application/n-triples, application/rdf+xml;q=0.8, application/ld+json;q=0.5"
CONTEXTS = "application/ld+json, application/json;q=0.9"
FORM = "application/x-www-form-urlencoded"


class Refused(Exception):
    """The host is not to be asked, or did not answer as it should."""


@dataclass(frozen=True, slots=True)
class Remotes:
    """The hosts that may be asked: `host`, `host:port`, or an address such as `127.0.0.1:8001`."""

    allowed: tuple[str, ...] = ()

    def ask(self, address: str, query: str, seconds: float) -> Fetched:
        """The answer of another endpoint to a query."""
        body = urlencode({"query": query}).encode("utf-8", "surrogatepass")
        return self._try(address, seconds, RESULTS, body)

    def load(self, address: str, seconds: float) -> Fetched:
        """A document."""
        return self._try(address, seconds, GRAPHS, None)

    def fetch(self, address: str, question: str, seconds: float) -> Fetched:
        """What a reader wants: an answer, a context, or (without a question) a document."""
        if question == CONTEXT:
            return self._try(address, seconds, CONTEXTS, None)
        return self.ask(address, question, seconds) if question else self.load(address, seconds)

    def _try(self, address: str, seconds: float, accept: str, body: bytes | None) -> Fetched:
        try:
            return self._fetch(address, time.monotonic() + seconds, accept, body)
        except Refused as error:
            return Fetched("", b"", str(error))
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Fetched("", b"", f"it could not be reached: {error or type(error).__name__}")

    def _fetch(self, address: str, deadline: float, accept: str, body: bytes | None) -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            parts = self._check(address)
            connection = connect(parts, self._resolve(parts), deadline)
            try:
                headers = {"Accept": accept, "User-Agent": "summitry", "Accept-Encoding": "identity"}
                if body is not None:
                    headers["Content-Type"] = FORM
                target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                connection.request("GET" if body is None else "POST", target, body, headers)
                response = connection.getresponse()
                if response.status in (301, 302, 303, 307, 308) and response.getheader("Location"):
                    address = urljoin(address, response.getheader("Location") or "")
                    continue
                if response.status != 200:
                    raise Refused(f"it answered {response.status}")
                media_type = (response.getheader("Content-Type") or "").split(";")[0].strip().lower()
                return Fetched(media_type, read(connection, response, deadline))
            finally:
                connection.close()
        raise Refused(f"it sent the question on more than {MOST_REDIRECTS} times")

    def _check(self, address: str) -> SplitResult:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise Refused("only plain http and https addresses are asked")
        names = {parts.hostname, f"{parts.hostname}:{port_of(parts)}"}
        if not names & set(self.allowed):
            raise Refused(f"the host {parts.hostname} is not on this server's list")
        return parts

    def _resolve(self, parts: SplitResult) -> str:
        assert parts.hostname, "checked before"
        found = socket.getaddrinfo(parts.hostname, port_of(parts), type=socket.SOCK_STREAM)
        spelt = is_address(parts.hostname)
        for *_, where in found:
            if spelt or ipaddress.ip_address(str(where[0])).is_global:
                return str(where[0])
        raise Refused(f"the host {parts.hostname} has a private address, which the list would have to spell")


def is_address(host: str) -> bool:
    """Whether a host is an address, not a name."""
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False


def port_of(parts: SplitResult) -> int:
    """The port of an address."""
    return parts.port or (443 if parts.scheme == "https" else 80)


def connect(parts: SplitResult, where: str, deadline: float) -> http.client.HTTPConnection:
    """A connection to the address that was checked, under the name that was asked for."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise Refused("there was no time left")
    sock = socket.create_connection((where, port_of(parts)), left)
    if parts.scheme == "https":
        sock = ssl.create_default_context().wrap_socket(sock, server_hostname=parts.hostname)
    connection = http.client.HTTPConnection(parts.hostname or "", port_of(parts))
    connection.sock = sock
    return connection


def read(
    connection: http.client.HTTPConnection, response: http.client.HTTPResponse, deadline: float
) -> bytes:
    """The body, within the limits of size and time."""
    pieces: list[bytes] = []
    size = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise Refused("it answered too slowly")
        if connection.sock is not None:
            connection.sock.settimeout(left)
        piece = response.read1(1 << 16)
        if not piece:
            return b"".join(pieces)
        size += len(piece)
        if size > MOST_BYTES:
            raise Refused(f"it answered with more than {MOST_BYTES} bytes")
        pieces.append(piece)
