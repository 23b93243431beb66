"""Requests to a SPARQL 1.1 server, through SPARQLWrapper; its refusals as our errors."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Any, TypeVar
from urllib.parse import quote, urlsplit

from SPARQLWrapper import DIGEST, JSON, POST, TURTLE, URLENCODED, SPARQLExceptions, SPARQLWrapper

from summitry.graph.errors import LimitExceeded, QuerySyntaxError, StoreError, StoreUnavailable

_POSITION = re.compile(r"(?:error at (\d+):(\d+)|line (\d+),? column (\d+))", re.IGNORECASE)
_CODES: dict[type[Exception], int] = {
    SPARQLExceptions.QueryBadFormed: 400,
    SPARQLExceptions.Unauthorized: 401,
    SPARQLExceptions.EndPointNotFound: 404,
    SPARQLExceptions.URITooLong: 414,
    SPARQLExceptions.EndPointInternalError: 500,
}
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of one server, and who asks. Without `graphs`, whole graphs go through updates."""

    query: str
    update: str
    graphs: str | None = None
    token: str | None = None
    user: str | None = None
    password: str | None = None
    timeout: int = 300


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent back: the media type without its parameters, and the body."""

    media_type: str
    body: bytes


def ask(endpoints: Endpoints, text: str, default: Iterable[str] = (), named: Iterable[str] = ()) -> Reply:
    """The reply to a query, with the graphs it shall read as protocol parameters."""
    wrapper = _wrapper(endpoints, text)
    if wrapper.isSparqlUpdateRequest():
        raise QuerySyntaxError("this is an update, not a query")
    for iri in default:
        wrapper.addDefaultGraph(iri)
    for iri in named:
        wrapper.addNamedGraph(iri)
    wrapper.setReturnFormat(JSON if wrapper.queryType in ("SELECT", "ASK") else TURTLE)
    return _attempt(endpoints.query, lambda: _read(wrapper))


@contextmanager
def stream(endpoints: Endpoints, text: str) -> Iterator[tuple[str, IO[bytes]]]:
    """The media type and the body, still to be read, of the reply to a CONSTRUCT."""
    wrapper = _wrapper(endpoints, text)
    wrapper.addCustomHttpHeader("Accept", "application/n-triples, text/turtle;q=0.8")
    response = _attempt(endpoints.query, lambda: wrapper.query().response)
    with closing(response):
        media_type, _ = _checked(response)
        try:
            yield media_type, response
        except (HTTPException, OSError) as error:
            raise StoreUnavailable(f"{_shown(endpoints.query)} broke off its answer: {error}") from None


def tell(endpoints: Endpoints, text: str) -> None:
    """Sends an update."""
    wrapper = _wrapper(endpoints, text)
    if not wrapper.isSparqlUpdateRequest():
        raise QuerySyntaxError("this is a query, not an update")
    _attempt(endpoints.update, lambda: _read(wrapper))


def put(endpoints: Endpoints, graph: str, ntriples: bytes) -> None:
    """Replaces one graph over the Graph Store Protocol."""
    assert endpoints.graphs is not None
    where = f"graph={quote(graph, safe='')}" if graph else "default"
    request = urllib.request.Request(f"{endpoints.graphs}?{where}", data=ntriples, method="PUT")
    request.add_header("Content-Type", "application/n-triples")
    if endpoints.token:
        request.add_header("Authorization", f"Bearer {endpoints.token}")
    _attempt(endpoints.graphs, lambda: _send(request, endpoints.timeout))


def _wrapper(endpoints: Endpoints, text: str) -> Any:
    wrapper = SPARQLWrapper(endpoints.query, endpoints.update)
    wrapper.setMethod(POST)
    wrapper.setRequestMethod(URLENCODED)
    wrapper.setOnlyConneg(True)  # no format=, output= and results= beside the Accept header
    wrapper.setTimeout(endpoints.timeout)
    wrapper.setQuery(text)
    if endpoints.token:
        wrapper.addCustomHttpHeader("Authorization", f"Bearer {endpoints.token}")
    elif endpoints.user:
        wrapper.setHTTPAuth(DIGEST)
        wrapper.setCredentials(endpoints.user, endpoints.password or "")
    return wrapper


def _read(wrapper: Any) -> Reply:
    media_type, response = _checked(wrapper.query().response)
    return Reply(media_type, response.read())


def _checked(response: Any) -> tuple[str, Any]:
    """The media type without its parameters, and the response, if it is whole."""
    headers = response.info()
    # Virtuoso cuts results short and still answers 200.
    if headers.get("X-SPARQL-MaxRows") or headers.get("X-SQL-State"):
        raise LimitExceeded("the server cut the result short; ask for less, or raise its limits")
    return (headers.get("Content-Type") or "").partition(";")[0].strip().lower(), response


def _send(request: urllib.request.Request, timeout: int) -> None:
    with urllib.request.urlopen(request, timeout=timeout) as response:
        response.read()


def _attempt(url: str, action: Callable[[], Result]) -> Result:
    """Runs the request; whatever goes wrong becomes one of our errors and names the server."""
    try:
        return action()
    except SPARQLExceptions.SPARQLWrapperException as error:
        raise _refusal(url, _CODES.get(type(error), 500), str(error)) from None
    except urllib.error.HTTPError as error:
        raise _refusal(url, error.code, error.read().decode(errors="replace")) from None
    except (urllib.error.URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise StoreUnavailable(f"the server at {_shown(url)} cannot be reached: {reason}") from None


def _shown(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _refusal(url: str, code: int, body: str) -> Exception:
    problem = _problem(body)
    if code in (400, 406, 414, 415, 422):
        found = _POSITION.search(problem)
        numbers = [int(number) for number in found.groups() if number] if found else []
        line, column = (numbers[0], numbers[1]) if numbers else (None, None)
        return QuerySyntaxError(f"{_shown(url)} refused it: {problem}", line, column)
    if code in (401, 403):
        return StoreUnavailable(
            f"{_shown(url)} wants a token (SUMMITRY_STORE_TOKEN), or user:password in its URL: {problem}"
        )
    if code in (404, 405):
        return StoreUnavailable(
            f"there is no SPARQL service at {_shown(url)}; SUMMITRY_STORE_UPDATE can name the one for updates"
        )
    if code in (413, 504, 507):
        return LimitExceeded(f"{_shown(url)}: {problem}")
    if code in (502, 503):
        return StoreUnavailable(f"{_shown(url)}: {problem}")
    return StoreError(f"{_shown(url)} failed with {code}: {problem}")


def _problem(body: str) -> str:
    """The sentence in an error's body: problem+json's detail, else its first line."""
    text = body
    # SPARQLWrapper wraps the body: "QueryBadFormed: …. \n\nResponse:\nb'…'".
    if "Response:\n" in text:
        text = text.partition("Response:\n")[2].strip()
        if text[:2] in ("b'", 'b"'):
            text = text[2:-1].encode("latin-1", "replace").decode("unicode_escape")
    try:
        document = json.loads(text)
        text = str(document.get("detail") or document.get("title") or text)
    except (ValueError, AttributeError):
        pass
    first = next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")
    return first[:300]
