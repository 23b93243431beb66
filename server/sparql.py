"""/sparql and /update: the SPARQL 1.1 Protocol over the service."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Request, Response, request
from werkzeug.exceptions import MethodNotAllowed

from summitry.server.auth import Keys, authorise
from summitry.server.description import choose, describe_service, written
from summitry.server.engine import Job, NotAcceptable
from summitry.server.logs import audit
from summitry.server.pages.sparql import sparql_page, wants_page
from summitry.server.protocol import Call, read_call
from summitry.server.recipes import Recipe
from summitry.server.results import (
    LEARN,
    SETTLE,
    Types,
    choose_formats,
    make_job,
    refuse,
    respond,
    tag,
    takes_gzip,
    types_of,
    unchanged,
)
from summitry.server.service import Service, asker


def blueprint(service: Service, keys: Keys) -> Blueprint:
    """The two addresses."""
    views = Blueprint("sparql", __name__)
    limit = service.settings.limits.query_bytes

    @views.route("/sparql", methods=["GET", "POST"])
    @views.route("/sparql/", methods=["GET", "POST"])
    def query() -> Response:
        call = read_call(request, "query", limit)
        if wants_page(request, call):
            return sparql_page(service, call.text if call else None)
        if call is None:
            return written(describe_service(service, keys, request), choose(request))
        return answer_query(service, call)

    @views.route("/update", methods=["POST"])
    @views.route("/update/", methods=["POST"])
    def update() -> Response:
        with audit(request) as entry:
            token = authorise(request, keys, "write")
            entry.label = token.label
            call = read_call(request, "update", limit)
            if call is None:
                raise MethodNotAllowed(["POST"])
            entry.what = call.text
            service.update(
                call.text, call.base, call.default_graphs, call.named_graphs, admin=token.may("admin")
            )
        return Response(status=204)

    return views


def answer_query(service: Service, call: Call) -> Response:
    """Answers a query in the format the client likes best."""
    choices = choose_formats(request.headers.get("Accept"), call.wishes)
    job, gzip, types = make_job(call, choices), takes_gzip(request), types_of(choices)
    etag = tag(service.version, job, types, gzip)
    if unchanged(request, etag):
        response = Response(status=304)
        response.set_etag(etag)
        return response
    claim, learn = (request.environ.get(name) for name in (SETTLE, LEARN))
    try:
        answer = (claim() if claim else None) or service.query(job, gzip, call.timeout)
    except NotAcceptable as error:
        raise refuse(error.form) from None
    if learn:
        learn(call.text, make_recipe(request, call, job, types, gzip))
    return respond(request, answer, types[answer.form], etag)


def make_recipe(request: Request, call: Call, job: Job, types: Types, gzip: bool) -> Recipe:
    """How requests that differ from this one in their query alone are answered."""
    address, agent = request.remote_addr or "-", request.environ.get("HTTP_USER_AGENT", "-")
    return Recipe(replace(job, text=""), types, gzip, call.timeout, asker(), address, agent)
