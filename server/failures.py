"""What went wrong -> an answer that says so: problem+json (RFC 9457) for programs, a readable page for
people."""

from __future__ import annotations

import json
import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError

from summitry.graph.errors import (
    BadParameter,
    ConfigurationError,
    LimitExceeded,
    QuerySyntaxError,
    StoreUnavailable,
    SummitryError,
    UnknownName,
    UsageError,
)
from summitry.server.federation import RemoteFailed
from summitry.server.negotiation import HTML, Format, choose
from summitry.server.pages.render import render
from summitry.server.workers.guard import NotPermitted

PROBLEM = Format("problem", "application/problem+json", ("application/json", "text/json"))
LOG = logging.getLogger("summitry.server")

TITLES: tuple[tuple[type[SummitryError], int, str], ...] = (
    (QuerySyntaxError, 400, "The SPARQL text cannot be read"),
    (BadParameter, 400, "A parameter has a wrong value"),
    (NotPermitted, 403, "This token may not do that"),
    (RemoteFailed, 502, "Another host did not answer as it should"),
    (UnknownName, 404, "There is nothing of that name"),
    (UsageError, 400, "The request cannot be answered as it stands"),
    (LimitExceeded, 503, "The request ran past a limit of this server"),
    (StoreUnavailable, 503, "The store cannot be reached"),
    (ConfigurationError, 500, "This server is set up wrongly"),
    (SummitryError, 500, "The store refused the request"),
)


def register(app: Flask) -> None:
    """Makes the app answer every failure through this module."""
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(SummitryError, answer_own)
    app.register_error_handler(Exception, answer_unforeseen)


def answer_http(error: HTTPException) -> Response:
    """A refusal raised as one of werkzeug's exceptions."""
    made = error.get_response()
    extra = getattr(error, "extra", {})
    response = problem(error.code or 500, error.name, error.description or "", **extra)
    for name in ("Allow", "Retry-After", "WWW-Authenticate", "Location", "Accept-Post"):
        for value in made.headers.getlist(name):
            response.headers.add(name, value)
    return response


def answer_own(error: SummitryError) -> Response:
    """One of the package's own errors: the caller's mistakes are 4xx, ours 5xx."""
    status, title = next((s, t) for kind, s, t in TITLES if isinstance(error, kind))
    if status == 500:
        LOG.error("%s %s: %s", request.method, request.path, error)
    extra: dict[str, object] = {}
    if isinstance(error, QuerySyntaxError) and error.line is not None:
        extra = {"line": error.line, "column": error.column}
    if isinstance(error, BadParameter):
        extra = {"parameter": error.name}
    response = problem(status, title, str(error), **extra)
    if status == 503:
        response.headers["Retry-After"] = "5"
    return response


def answer_unforeseen(error: Exception) -> Response:
    """A fault of ours: logged in full, answered without its inside."""
    LOG.exception("%s %s failed", request.method, request.path, exc_info=error)
    return answer_http(
        InternalServerError("Something unforeseen happened here; the log of the server has it.")
    )


def problem(status: int, title: str, detail: str, **extra: object) -> Response:
    """The failure in the form the client can use."""
    chosen = choose(request.headers.get("Accept"), (PROBLEM, HTML))
    if chosen is not None and chosen.format is HTML:
        return render("problem.html", status, status=status, title=title, detail=detail)
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **extra}
    text = json.dumps(body, ensure_ascii=False, indent=1) + "\n"
    return Response(text, status, content_type="application/problem+json")
