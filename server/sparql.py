"""/sparql and /update: the SPARQL 1.1 Protocol over the service."""

from __future__ import annotations

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, MethodNotAllowed

from summitry.server.engine import NotAcceptable
from summitry.server.protocol import read_call
from summitry.server.results import choose_formats, make_job, refuse, respond
from summitry.server.service import Service


def blueprint(service: Service) -> Blueprint:
    """The two addresses."""
    views = Blueprint("sparql", __name__)
    limit = service.settings.limits.query_bytes

    @views.route("/sparql", methods=["GET", "POST"], strict_slashes=False)
    @views.route("/sparql/", methods=["GET", "POST"])
    def query() -> Response:
        call = read_call(request, "query", limit)
        if call is None:
            raise BadRequest("no query: send one as ?query=, as a form field or as application/sparql-query")
        choices = choose_formats(request.headers.get("Accept"), call.wishes)
        try:
            answer = service.query(make_job(call, choices))
        except NotAcceptable as error:
            raise refuse(error.form) from None
        return respond(request, answer, choices)

    @views.route("/update", methods=["POST"])
    @views.route("/update/", methods=["POST"])
    def update() -> Response:
        call = read_call(request, "update", limit)
        if call is None:
            raise MethodNotAllowed(["POST"])
        service.update(call.text, call.base)
        return Response(status=204)

    return views
