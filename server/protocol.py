"""An HTTP request -> the query or update it carries, after the SPARQL 1.1 Protocol; nothing else is accepted.

https://www.w3.org/TR/sparql11-protocol/#protocol
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, quote, urlsplit

from flask import Request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from summitry.graph.errors import BadParameter

FORM = "application/x-www-form-urlencoded"
DIRECT = {"query": "application/sparql-query", "update": "application/sparql-update"}
DATASETS = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
Operation = Literal["query", "update"]
Parameters = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Call:
    """A query or update as it came, with the dataset the protocol parameters describe."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str | None = None
    timeout: float | None = None
    wishes: tuple[str, ...] = ()  # format=, output=, results=

    @property
    def has_dataset(self) -> bool:
        """Whether the request names its own dataset."""
        return bool(self.default_graphs or self.named_graphs)


def read_call(request: Request, operation: Operation, limit: int) -> Call | None:
    """The operation a request carries; None for a GET without one."""
    parameters = read_parameters(request.query_string)
    text: str | None = None
    if request.method == "POST":
        kind = media_type(request)
        if kind == DIRECT[operation]:
            text = read_body(request, limit)
            if operation in parameters:
                raise BadRequest(
                    f"the {operation} stands in the body and in the address; one of them will do"
                )
        elif kind == FORM:
            merge(parameters, read_parameters(read_body(request, limit).encode()))
        else:
            raise refuse_media_type(kind, operation)
    other: Operation = "update" if operation == "query" else "query"
    if other in parameters:
        raise BadRequest(f"this address takes {operation!r}; send {other!r} to /{path_of(other)}")
    if text is None:
        text = single(parameters, operation)
    if text is None and request.method == "POST":
        raise BadRequest(f"the form has no field {operation!r}")
    if text is None:
        return None
    if not text.strip():
        raise BadRequest(f"the {operation} is empty")
    if len(text) > limit:
        raise RequestEntityTooLarge(f"the {operation} has {len(text)} characters; this server reads {limit}")
    return make_call(request, parameters, text, operation)


def make_call(request: Request, parameters: Parameters, text: str, operation: Operation) -> Call:
    """The call, its graph names checked."""
    prefix = "" if operation == "query" else "using-"
    default = "default-graph-uri" if operation == "query" else "using-graph-uri"
    named = "named-graph-uri" if operation == "query" else "using-named-graph-uri"
    for wrong in DATASETS:
        if wrong in parameters and wrong not in (default, named):
            raise BadRequest(f"{wrong} does not go with a {operation}; use {prefix}graph-uri parameters")
    return Call(
        text,
        tuple(check_iri(default, iri) for iri in parameters.get(default, ())),
        tuple(check_iri(named, iri) for iri in parameters.get(named, ())),
        base_of(request),
        read_timeout(single(parameters, "timeout")),
        tuple(word for key in ("format", "output", "results") for word in parameters.get(key, ())),
    )


def base_of(request: Request) -> str | None:
    """The address of a request, which relative IRIs are read against; None where its host is no host."""
    host = request.environ.get("HTTP_HOST", "")
    if not HOST.fullmatch(host):
        return None
    return f"{request.environ['wsgi.url_scheme']}://{host}{quote(request.path)}"


def read_parameters(text: bytes) -> Parameters:
    """The fields of a query string or form, every value kept; bytes that are not UTF-8 are refused."""
    found: Parameters = {}
    try:
        pairs = parse_qsl(text.decode(), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise BadRequest(f"the request is not UTF-8: {error.reason} at byte {error.start}") from None
    except ValueError:
        raise BadRequest("the request has more than 1000 fields") from None
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def merge(into: Parameters, more: Parameters) -> None:
    """Adds the fields of a form to those of the address."""
    for key, values in more.items():
        into.setdefault(key, []).extend(values)


def single(parameters: Parameters, key: str) -> str | None:
    """The one value of a field that may be given once."""
    values = parameters.get(key, [])
    if len(values) > 1:
        raise BadRequest(f"{key!r} is given {len(values)} times; once is right")
    return values[0] if values else None


def media_type(request: Request) -> str:
    """The media type of the body, its charset checked."""
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedMediaType(f"the body is {charset}; SPARQL travels as UTF-8")
    return request.mimetype


def read_body(request: Request, limit: int) -> str:
    """The body as text; one byte more than the limit is refused, however it was sent."""
    body = request.stream.read(limit + 1) if request.content_length is None else request.get_data(cache=False)
    if len(body) > limit:
        raise RequestEntityTooLarge(f"the body has more than the {limit} bytes this server reads")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadRequest(f"the body is not UTF-8: {error.reason} at byte {error.start}") from None


def refuse_media_type(kind: str, operation: Operation) -> UnsupportedMediaType:
    """Says which bodies would do."""
    got = f"{kind!r} is not one of them" if kind else "this one names none"
    wanted = f"a form ({FORM}) or {DIRECT[operation]}"
    error = UnsupportedMediaType(f"a {operation} is sent as {wanted}; {got}")
    return error


def check_iri(name: str, value: str) -> str:
    """A graph name that is an absolute IRI, or BadParameter."""
    if (
        not urlsplit_scheme(value)
        or any(c in value for c in '<>"{}|^`\\')
        or any(ord(c) <= 32 for c in value)
    ):
        raise BadParameter(name, f"{value!r} is not an absolute IRI")
    return value


def urlsplit_scheme(value: str) -> str:
    """The scheme of an IRI, empty where it has none or cannot be read."""
    try:
        return urlsplit(value).scheme
    except ValueError:
        return ""


def read_timeout(value: str | None) -> float | None:
    """Seconds a client is willing to wait; 0 and absence leave it to the server."""
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        raise BadParameter("timeout", f"{value!r} is not a number of seconds") from None
    return seconds if seconds > 0 else None


def path_of(operation: Operation) -> str:
    """Where an operation is sent."""
    return "sparql" if operation == "query" else "update"
