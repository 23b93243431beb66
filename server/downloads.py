"""The answer to a saved query as data: its rows in any format, or what the graph says of the things in them.

`limit` and `offset` ask for a part of the rows; the answer then says how many there are, and where the others are.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

from flask import Response, request

from summitry.graph.errors import BadParameter
from summitry.graph.questions import Question, bind, from_json
from summitry.graph.questions.model import RESERVED
from summitry.graph.questions.sheets import to_jsonl, to_xlsx
from summitry.graph.questions.slices import counting, sliced
from summitry.graph.questions.terms import iri as iri_term
from summitry.server.engine import Job
from summitry.server.negotiation import HTML, TABLES, TURTLE, Choice, Format
from summitry.server.pages.data import PREFIXES, resolver
from summitry.server.results import respond, tag, unchanged
from summitry.server.service import Service

JSONL = Format(
    "jsonl",
    "application/jsonl",
    ("application/x-ndjson", "application/x-jsonlines"),
    "jsonl",
    ("ndjson",),
    explicit=True,
)
XLSX = Format(
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (), "xlsx", explicit=True
)
SPARQL = Format("rq", "application/sparql-query", (), "rq")
OFFERED = (*TABLES, JSONL, XLSX, TURTLE, SPARQL, HTML)

_FACTS = "CONSTRUCT { ?thing ?property ?value } WHERE { VALUES ?thing { %s } ?thing ?property ?value }"
_MOST = {"limit": 100_000, "offset": 100_000_000}


def given() -> dict[str, str]:
    """The parameters in the query string; each may be given once."""
    for name, values in request.args.lists():
        if len(values) > 1:
            raise BadParameter(name, f"given {len(values)} times; once is right")
    return {name: value for name, value in request.args.items() if name not in RESERVED}


def answer(service: Service, question: Question, choice: Choice) -> Response:
    """The rows, or the part of them that is asked for, unless the client has them already."""
    values = given()
    limit, offset = _number("limit", 1), _number("offset", 0) or 0
    whole = bind(question, values, resolver(service))
    text = sliced(whole, limit, offset)
    if choice.format is SPARQL:
        return Response(text, content_type="application/sparql-query; charset=utf-8")
    job = Job(text, select=choice.format.name if choice.format in TABLES else "json")
    etag = tag(service.version, job, {"select": choice.content_type}, False)
    if unchanged(request, etag):
        response = Response(status=304)
        response.set_etag(etag)
        return response
    response = _written(service, question, values, choice, job, etag)
    name = f"{question.name}.{choice.format.suffix}"
    placed = "attachment" if choice.format is XLSX else "inline"
    response.headers["Content-Disposition"] = f'{placed}; filename="{name}"'
    if limit is not None or offset:
        _add_neighbours(response, service, whole, limit, offset)
    return response


def _written(
    service: Service, question: Question, values: dict[str, str], choice: Choice, job: Job, etag: str
) -> Response:
    if choice.format is TURTLE:
        return respond(request, service.query(_facts(service, job)), choice.content_type, etag)
    if choice.format not in (JSONL, XLSX):
        return respond(request, service.query(job), choice.content_type, etag)
    table = from_json(service.query(job).read())
    body = to_jsonl(table) if choice.format is JSONL else to_xlsx(table, question, values)
    response = Response(body, content_type=choice.content_type)
    response.set_etag(etag)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _facts(service: Service, job: Job) -> Job:
    """A table is no graph: as RDF, the answer is what the graph says of the things in its rows."""
    table = from_json(service.query(job).read())
    places = [place for place, name in enumerate(table.columns) if name.endswith("_iri")]
    found = {
        cell.value for row in table.rows for place in places if (cell := row[place]) and cell.kind == "iri"
    }
    nodes = " ".join(iri_term(iri) for iri in sorted(found))
    return Job(PREFIXES + _FACTS % nodes, graph="turtle")


def _number(name: str, least: int) -> int | None:
    text = request.args.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and least <= int(text[:12]) <= _MOST[name]):
        raise BadParameter(
            name, f"{text[:20]!r} is not a number from {least} to {_MOST[name]}; example: {name}=100"
        )
    return int(text)


def _add_neighbours(response: Response, service: Service, whole: str, limit: int | None, offset: int) -> None:
    """How many rows there are in all, and where the parts before and after this one are."""
    question = counting(whole)
    if question is None:
        return
    (row,) = from_json(service.query(Job(question)).read()).records()
    rows = int(row["rows"] or 0)
    response.headers["X-Total-Count"] = str(rows)
    if limit is None:
        return
    places = {"first": 0, "prev": offset - limit, "next": offset + limit}
    for relation, place in places.items():
        if (relation == "next" and place >= rows) or (relation == "prev" and offset == 0):
            continue
        others = {name: value for name, value in request.args.items() if name != "offset"}
        query = urlencode(others | {"offset": str(max(0, place))})
        response.headers.add("Link", f'<{request.path}?{query}>; rel="{relation}"')


def kept(body: str, content_type: str) -> Response:
    """A document that changes with the program alone, under the tag of its bytes."""
    response = Response(body, content_type=content_type)
    response.set_etag(hashlib.sha256(body.encode()).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
