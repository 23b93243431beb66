"""An answer of the engine -> an HTTP response, with ETag and 304, compressed where the client takes it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, cast

from flask import Request, Response
from werkzeug.exceptions import NotAcceptable
from werkzeug.wsgi import wrap_file

from summitry.server.answers import Answer
from summitry.server.engine import Form, Job
from summitry.server.negotiation import GRAPHS, TABLES, Choice, Format, negotiate
from summitry.server.protocol import Call

OFFERED: Mapping[Form, tuple[Format, ...]] = {"select": TABLES, "ask": TABLES, "graph": GRAPHS}
Choices = Mapping[Form, Choice | None]
Types = Mapping[Form, str]
# What every answer carries: caches and browsers of other origins are told what they may do.
SAME = {
    "Vary": "Accept, Accept-Encoding, Origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location, Retry-After",
    "X-Content-Type-Options": "nosniff",
}
# In the environment of a request: what tells a connection how its next queries may be answered without the
# application, and what became of a query that was begun without it.
LEARN, SETTLE = "summitry.learn", "summitry.settle"


def choose_formats(accept: str | None, wishes: tuple[str, ...]) -> Choices:
    """For each form a query may have, the format the client would take."""
    return {form: negotiate(accept, wishes, offered) for form, offered in OFFERED.items()}


def make_job(call: Call, choices: Choices) -> Job:
    """The query with the formats chosen for it."""
    names = {form: choice.format.name if choice else "" for form, choice in choices.items()}
    if not any(names.values()):
        raise refuse("select")
    return Job(
        call.text,
        call.base,
        call.default_graphs,
        call.named_graphs,
        select=names["select"],
        ask=names["ask"],
        graph=names["graph"],
    )


def refuse(form: Form) -> NotAcceptable:
    """Says which formats would do."""
    names = ", ".join(format.media_type for format in OFFERED[form])
    return NotAcceptable(f"this answer can be had as {names}, or as one of these through format=")


def takes_gzip(request: Request) -> bool:
    """Whether the client takes a compressed answer."""
    return request.accept_encodings["gzip"] > 0


def types_of(choices: Choices) -> Types:
    """The content type for each form a query may have, where there is one."""
    return {form: choice.content_type for form, choice in choices.items() if choice}


def tag(version: str, job: Job, types: Types, gzip: bool) -> str:
    """A strong entity tag: the same only for the same question, in the same form, to the same graph."""
    told = repr((version, job, tuple(types.items()), gzip))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def unchanged(request: Request, etag: str) -> bool:
    """Whether the client has this answer already."""
    return request.method in ("GET", "HEAD") and request.if_none_match.contains(etag)


def respond(request: Request, answer: Answer, content_type: str, etag: str | None = None) -> Response:
    """The answer under its media type."""
    if answer.file is None:
        response = Response(answer.body, content_type=content_type)
    else:
        body = cast(Any, wrap_file(request.environ, answer.file.open(), 1 << 16))
        response = Response(body, content_type=content_type, direct_passthrough=True)
        response.content_length = answer.size
    for name, value in headers_of(answer, content_type, etag):
        response.headers[name] = value
    return response


def headers_of(answer: Answer, content_type: str, etag: str | None) -> Iterator[tuple[str, str]]:
    """What the head of a response says of the answer."""
    yield "Content-Type", content_type
    if answer.gzip:
        yield "Content-Encoding", "gzip"
    if etag and not answer.volatile:
        yield "ETag", f'"{etag}"'
        yield "Cache-Control", "no-cache"  # keep it, but ask whether it still holds
    else:
        yield "Cache-Control", "no-store"


def fits(answer: Answer, types: Types) -> bool:
    """Whether an answer is in memory, and of a form that the client takes."""
    return answer.file is None and answer.form in types
