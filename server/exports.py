"""/export.ttl and its like: the whole graph, one layer or what has changed in it, the same bytes for the same graph."""

from __future__ import annotations

import hashlib

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotAcceptable, NotFound

from summitry.graph.errors import BadParameter
from summitry.server.negotiation import (
    JSONLD,
    NQUADS,
    NTRIPLES,
    RDFXML,
    TRIG,
    TURTLE,
    Choice,
    Format,
    negotiate,
    override,
)
from summitry.server.results import respond, takes_gzip, unchanged
from summitry.server.service import Service

PATCH = Format("patch", "application/rdf-patch", (), "rdfp", explicit=True)
UPDATE = Format("update", "application/sparql-update", (), "ru", explicit=True)
FORMATS = (TURTLE, TRIG, NTRIPLES, NQUADS, JSONLD, RDFXML, PATCH, UPDATE)


def blueprint(service: Service) -> Blueprint:
    """The exports."""
    views = Blueprint("exports", __name__)

    @views.get("/export")
    @views.get("/export.<suffix>")
    def whole(suffix: str = "") -> Response:
        layer, since = request.args.get("layer", "all"), request.args.get("since", "")
        return answer(service, choose(suffix), layer, since.strip())

    return views


def choose(suffix: str) -> Choice:
    """The format that the address or the client names."""
    for format in FORMATS:
        if suffix == format.suffix:
            return Choice(format, format.media_type)
    offered = ", ".join(f"/export.{format.suffix}" for format in FORMATS)
    if suffix:
        raise NotFound(f"there are {offered}")
    wishes = request.args.getlist("format")
    if wishes and override(wishes, FORMATS) is None:
        raise BadParameter("format", f"{wishes[0]!r} is none of {', '.join(each.name for each in FORMATS)}")
    choice = negotiate(request.headers.get("Accept"), wishes, FORMATS)
    if choice is None:
        raise NotAcceptable(f"the graph can be had as {offered}")
    return choice


def answer(service: Service, choice: Choice, layer: str, since: str) -> Response:
    """The layer, or what came and went since a moment of the log, unless the client has it already."""
    gzip = takes_gzip(request)
    told = repr((service.version, layer, choice.format.name, since, gzip))
    etag = hashlib.sha256(told.encode()).hexdigest()[:32]
    if unchanged(request, etag):
        response = Response(status=304)
        response.set_etag(etag)
        return response
    found = service.export(layer, choice.format.name, gzip, since)
    response = respond(request, found, choice.content_type, etag)
    response.headers["Content-Disposition"] = f'inline; filename="summitry.{choice.format.suffix}"'
    return response
