"""/queries: the saved queries as pages and as an API, with their parameters in the query string."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Blueprint, Response, json, request

from summitry.graph.errors import BadParameter, UsageError
from summitry.graph.questions import (
    Candidate,
    ParameterType,
    Question,
    Table,
    bind,
    from_json,
    pick,
    search,
)
from summitry.graph.questions.examples import listing
from summitry.graph.questions.resolver import ENTITIES
from summitry.server.downloads import OFFERED, answer, given, kept
from summitry.server.engine import Job
from summitry.server.listing import list_questions
from summitry.server.negotiation import HTML, TURTLE, Choice, Format, negotiate
from summitry.server.openapi import describe
from summitry.server.pages.choices import VIEWS, choose
from summitry.server.pages.choices import Choice as Views
from summitry.server.pages.data import find_places, read_number, resolver
from summitry.server.pages.links import Links
from summitry.server.pages.passages import read_doubts, read_passages
from summitry.server.pages.render import render
from summitry.server.pages.tables import view
from summitry.server.service import Service

ROWS = 100  # on one page of the table
_JSON = Format("listing", "application/json", ("text/json",), "json")


def blueprint(service: Service, questions: Mapping[str, Question]) -> Blueprint:
    """The list, each query, and the description of them all."""
    views = Blueprint("saved", __name__)
    links = Links(service.settings.base)

    @views.get("/queries")
    @views.get("/queries.<suffix>")
    def overview(suffix: str = "") -> Response:
        choice = _choice((_JSON, TURTLE, HTML), suffix)
        if choice.format is HTML:
            return render("questions.html", themes=themes(questions))
        if choice.format is TURTLE:
            return kept(_listing(questions), choice.content_type)
        return kept(json.dumps(list_questions(questions), indent=1), "application/json")

    @views.get("/.well-known/sparql-examples")
    def well_known() -> Response:
        return kept(_listing(questions), "text/turtle; charset=utf-8")

    @views.get("/queries/<name>")
    def query(name: str) -> Response:
        stem, _, suffix = name.rpartition(".")
        question = pick(questions, stem if stem else name)
        choice = _choice(OFFERED, suffix if stem else "")
        if choice.format is HTML:
            return _page(service, links, question)
        return answer(service, question, choice)

    @views.get("/openapi.json")
    def openapi() -> Response:
        return kept(json.dumps(describe(questions, request.url_root), indent=1), "application/json")

    @views.get("/api")
    def api() -> Response:
        return render("api.html", document=describe(questions, request.url_root))

    return views


def _listing(questions: Mapping[str, Question]) -> str:
    root = request.url_root
    return listing(questions.values(), root, f"{root}sparql")


def themes(questions: Mapping[str, Question]) -> dict[str, list[Question]]:
    """The saved queries by theme, the largest theme first."""
    found: dict[str, list[Question]] = {}
    for question in questions.values():
        found.setdefault(question.theme, []).append(question)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _choice(offered: tuple[Format, ...], suffix: str) -> Choice:
    wishes = (suffix,) if suffix else tuple(request.args.getlist("format"))
    names = ", ".join(format.suffix for format in offered)
    for wish in wishes:
        if not any(wish in format.words for format in offered):
            raise BadParameter("format", f"{wish!r} is not one of {names}")
    choice = negotiate(request.headers.get("Accept"), wishes, offered)
    return choice or Choice(offered[0], offered[0].media_type)


def _page(service: Service, links: Links, question: Question) -> Response:
    values, complaint, table, text = given(), None, None, question.query
    try:
        text = bind(question, values, resolver(service))
        table = from_json(service.query(Job(text)).read())
    except UsageError as error:
        complaint = error
    candidates: tuple[Candidate, ...] = ()
    if isinstance(complaint, BadParameter) and (text_given := values.get(complaint.name)):
        candidates = _candidates(service, question, complaint.name, text_given)
    number = read_number(request.args.get("page", "1"))
    shown = (
        None
        if table is None
        else view(table, links, start=(number - 1) * ROWS, limit=ROWS, proof=question.proof)
    )
    facts = [row.fact for row in shown.rows] if shown else []
    return render(
        "question.html",
        400 if complaint else 200,
        question=question,
        values=values,
        complaint=complaint,
        complaint_at=getattr(complaint, "name", None),
        candidates=candidates,
        view=shown,
        choice=None if table is None else _choose(service, links, question, table),
        chosen=_view(),
        text=text,
        passages=read_passages(service, facts),
        doubts=read_doubts(service, facts),
        permalink=urlencode({name: value for name, value in values.items() if value}),
        page=number,
        pages=1 if shown is None else max(1, -(-shown.total // ROWS)),
    )


def _choose(service: Service, links: Links, question: Question, table: Table) -> Views:
    """The pictures that suit the answer, and the one in the address."""
    return choose(_view(), table, links, question.chart, lambda names: find_places(service, names))


def _view() -> str:
    text = request.args.get("view", "")
    if text not in ("", *VIEWS):
        raise BadParameter("view", f"{text!r} is not one of {', '.join(VIEWS)}")
    return text


def _candidates(service: Service, question: Question, name: str, text: str) -> tuple[Candidate, ...]:
    """Whom a name may mean that did not name just one."""
    for parameter in question.parameters:
        if parameter.name == name and parameter.type == ParameterType.IRI:
            return search(resolver(service).ask, text, parameter.kinds or ENTITIES, 10)
    return ()
