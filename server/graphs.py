"""/graphs: the SPARQL 1.1 Graph Store HTTP Protocol, for holders of a token.

A graph goes by ?default, by ?graph=IRI, or by its own address below /graphs/.
https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import PurePath

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, NotAcceptable, NotFound, UnsupportedMediaType

from summitry.server.auth import Keys, authorise
from summitry.server.logs import audit
from summitry.server.negotiation import RDF_INPUTS, Choice, Format, negotiate
from summitry.server.protocol import check_iri, read_parameters, single
from summitry.server.results import respond, takes_gzip
from summitry.server.service import Service, Upload

METHODS = ["GET", "PUT", "DELETE", "POST"]


def blueprint(service: Service, keys: Keys) -> Blueprint:
    """The graph store."""
    views = Blueprint("graphs", __name__)

    @views.route("/graphs", methods=METHODS)
    @views.route("/graphs/<path:_>", methods=METHODS)
    def graph(_: str = "") -> Response:
        if request.method in ("GET", "HEAD"):
            authorise(request, keys, "read")
            return read(service, graph_name())
        with audit(request) as entry:
            token = authorise(request, keys, "write")
            entry.label, name = token.label, graph_name()
            entry.what = name or ("the unnamed graph" if name is not None else "a new graph")
            if request.method == "DELETE":
                return delete(service, name, token.may("admin"))
            return write(service, name, token.may("admin"))

    return views


def graph_name() -> str | None:
    """The graph a request means: "" for the unnamed one, None for the store itself."""
    parameters = read_parameters(request.query_string)
    graph, default = single(parameters, "graph"), single(parameters, "default")
    if graph is not None and default is not None:
        raise BadRequest("'graph' and 'default' do not go together")
    if default is not None:
        return ""
    if graph is not None:
        return check_iri("graph", graph)
    below = request.path.removeprefix("/graphs").strip("/")
    return request.base_url if below else None


def read(service: Service, name: str | None) -> Response:
    """GET and HEAD."""
    if name is None:
        raise BadRequest("which graph? Say ?default or ?graph=IRI")
    choice = negotiate(request.headers.get("Accept"), request.args.getlist("format"), RDF_INPUTS)
    if choice is None:
        offered = ", ".join(format.media_type for format in RDF_INPUTS)
        raise NotAcceptable(f"a graph can be had as {offered}")
    answer = service.graph(name, choice.format.name, gzip=takes_gzip(request))
    if answer is None:
        raise missing(name)
    return respond(request, answer, Choice(choice.format, choice.media_type).content_type)


def delete(service: Service, name: str | None, admin: bool) -> Response:
    """DELETE."""
    if name is None:
        raise BadRequest("which graph? Say ?default or ?graph=IRI")
    if service.graph(name, "") is None:
        raise missing(name)
    service.update(f"DROP SILENT GRAPH <{name}>" if name else "DROP DEFAULT", admin=admin)
    return Response(status=204)


def write(service: Service, name: str | None, admin: bool) -> Response:
    """PUT and POST; a POST to the store itself makes a graph of its own."""
    made = name is None
    if name is None:
        if request.method == "PUT":
            raise BadRequest("which graph? Say ?default or ?graph=IRI")
        name = f"{request.url_root}graphs/{secrets.token_hex(8)}"
    replace, existed = request.method == "PUT", True
    for body, format in documents():
        upload = Upload(name, body, format.name, request.base_url, replace)
        existed = service.upload(upload, admin=admin) and existed
        replace = False  # the further parts of a form belong to the same graph
    response = Response(status=204 if existed and not made else 201)
    if response.status_code == 201:
        response.headers["Location"] = name or request.url
    return response


def documents() -> Iterator[tuple[bytes, Format]]:
    """What was sent: the body, or the files of a form."""
    if request.mimetype == "multipart/form-data":
        if not request.files:
            raise BadRequest("the form has no files")
        for file in request.files.values():
            yield file.read(), input_format(file.mimetype, file.filename or "")
    else:
        yield request.get_data(cache=False), input_format(request.mimetype)


def input_format(media_type: str, filename: str = "") -> Format:
    """The format of a document, by its media type or, within a form, by its name."""
    suffix = PurePath(filename).suffix.lstrip(".")
    for format in RDF_INPUTS:
        if media_type in (format.media_type, *format.aliases):
            return format
    for format in RDF_INPUTS:
        if suffix and suffix == format.suffix:
            return format
    offered = ", ".join(format.media_type for format in RDF_INPUTS)
    raise UnsupportedMediaType(
        f"{media_type or 'nothing'!r} says no format this store reads; it reads {offered}"
    )


def missing(name: str) -> NotFound:
    """404 with the name."""
    return NotFound(f"there is no graph {name}; a query for its triples would find none")
