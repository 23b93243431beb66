"""The pages that are not about one thing: first page, search, articles, contradictions, proofs, ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from flask import Blueprint, Response, json, request
from pyoxigraph import Literal, NamedNode, RdfFormat, serialize
from werkzeug.exceptions import NotAcceptable

from summitry.graph import ontology
from summitry.graph.errors import BadParameter
from summitry.graph.questions import Question
from summitry.graph.questions.resolver import KINDS
from summitry.graph.reasoning import render as render_proofs
from summitry.graph.vocabulary import PREFIXES
from summitry.server.negotiation import GRAPHS, HTML, TURTLE, Choice, Format, negotiate
from summitry.server.pages import home
from summitry.server.pages.changes import CHANGES, read_changes
from summitry.server.pages.checks import Checks
from summitry.server.pages.data import read_number, resolver
from summitry.server.pages.diagrams import draw_classes, tree
from summitry.server.pages.disputes import read_disputes
from summitry.server.pages.links import Links, ask_url, day, short, spaced, ticked
from summitry.server.pages.proofs import Proofs, read_term
from summitry.server.pages.render import render
from summitry.server.pages.terms import read_ontology, read_words
from summitry.server.saved import themes
from summitry.server.service import Service

_JSON = Format("json", "application/json", ("text/json",), "json")
_TEXT = Format("text", "text/plain", (), "txt")
_SUGGESTED = 10
_PATIENCE = 1.5  # seconds that a reader waits for the check before the page comes without it
_LONGEST = 200  # characters that somebody searches for


def blueprint(service: Service, questions: Mapping[str, Question]) -> Blueprint:
    """The pages, and what every template may use."""
    views = Blueprint("pages", __name__)
    links, found = Links(service.settings.base), resolver(service)
    proofs, checks = Proofs(service), Checks(service)
    for name, function in (
        ("href", links.href),
        ("day", day),
        ("short", short),
        ("spaced", spaced),
        ("ticked", ticked),
    ):
        views.add_app_template_filter(function, name)
    views.add_app_template_global(ask_url, "ask_url")

    @views.get("/")
    def index() -> Response:
        return render(
            "home.html",
            counts=home.count_things(service),
            newest=home.newest(questions, found, links),
            disputed=home.disputed(questions, found, links),
            themes=themes(questions),
            articles=home.latest_articles(service),
        )

    @views.get("/search")
    def search() -> Response:
        text = request.args.get("q", "").strip()[:_LONGEST]
        choice = negotiate(
            request.headers.get("Accept"), tuple(request.args.getlist("format")), (_JSON, HTML)
        )
        if choice is not None and choice.format is HTML:
            candidates = home.find(found, text, 60, typing=False) or home.find(found, text, 60, typing=True)
            return render(
                "search.html", text=text, candidates=candidates, articles=home.find_articles(service, text)
            )
        wanted = tuple(kind for kind in request.args.get("kinds", "").split(",") if kind in KINDS)
        candidates = home.find(found, text, _SUGGESTED, typing=True, kinds=wanted)
        listed = [
            {"label": each.label, "kind": each.kind, "iri": each.iri, "href": links.href(each.iri)}
            for each in candidates
        ]
        if not wanted and len(listed) < _SUGGESTED:
            listed += [
                {
                    "label": each.title,
                    "kind": "article",
                    "iri": each.article,
                    "href": links.href(each.article),
                    "words": f"{each.before}{each.exact}{each.after}",
                }
                for each in home.find_articles(service, text, _SUGGESTED - len(listed))
            ]
        return Response(json.dumps(listed), content_type="application/json")

    @views.get("/articles")
    def articles() -> Response:
        return render("articles.html", articles=home.list_articles(service))

    @views.get("/contradictions")
    def contradictions() -> Response:
        return render("contradictions.html", disputes=read_disputes(service, links))

    @views.get("/changes")
    def changes() -> Response:
        page = read_number(request.args.get("page", "1"))
        told = read_changes(service, links, page)
        return render("changes.html", changes=told, page=page, more=len(told) == CHANGES)

    @views.get("/check")
    def check() -> Response:
        return render("check.html", report=checks.wait(_PATIENCE))

    @views.get("/explain")
    def explain() -> Response:
        return _explain(proofs, service)

    @views.get("/terms.json")
    def words() -> Response:
        terms = [asdict(word) for word in read_words()]
        listed = json.dumps({"prefixes": list(PREFIXES.items()), "terms": terms})
        return Response(listed, content_type="application/json")

    @views.get("/ontology")
    def terms() -> Response:
        return _ontology()

    return views


def _explain(proofs: Proofs, service: Service) -> Response:
    given = {name: request.args.get(name, "").strip() for name in ("s", "p", "o")}
    offered = (TURTLE, _JSON, _TEXT, HTML)
    choice = negotiate(request.headers.get("Accept"), tuple(request.args.getlist("format")), offered)
    html = choice is not None and choice.format is HTML
    missing = [name for name, text in given.items() if not text]
    if missing and html:
        return render("explain.html", given=given, proofs=(), complaint=None)
    if missing:
        raise BadParameter(missing[0], "not given; example: s=Russia&p=sy:hasMilitaryPresenceIn&o=Tajikistan")
    names = resolver(service)
    subject, predicate, obj = (read_term(name, text, names) for name, text in given.items())
    if isinstance(subject, Literal) or isinstance(predicate, Literal):
        raise BadParameter("s" if isinstance(subject, Literal) else "p", "a literal cannot stand here")
    assert isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)
    explanations = proofs.explain(subject, predicate, obj, _limit())
    if html:
        return render("explain.html", given=given, proofs=explanations, complaint=None)
    if choice is None:
        choice = Choice(_JSON, _JSON.media_type)
    return Response(render_proofs(explanations, choice.format.name), content_type=choice.content_type)


def _limit() -> int:
    """How many proofs are asked for."""
    text = request.args.get("limit", "3").strip()
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 100:
        raise BadParameter("limit", f"{text[:20]!r} is not a number from 1 to 100; example: limit=10")
    return int(text)


def _ontology() -> Response:
    offered = (TURTLE, *(format for format in GRAPHS if format is not TURTLE), HTML)
    choice = negotiate(request.headers.get("Accept"), tuple(request.args.getlist("format")), offered)
    if choice is None:
        raise NotAcceptable(f"the ontology can be had as {', '.join(each.media_type for each in offered)}")
    if choice.format is HTML:
        shown = read_ontology()
        return render("ontology.html", ontology=shown, diagrams=draw_classes(shown), classes=tree(shown))
    if choice.format is TURTLE:
        return Response(ontology.document("summitry"), content_type=choice.content_type)
    written = serialize(ontology.triples(), format=_rdf(choice.media_type), prefixes=PREFIXES)
    return Response(written, content_type=choice.content_type)


def _rdf(media_type: str) -> RdfFormat:
    found = RdfFormat.from_media_type(media_type)
    assert found is not None, f"{media_type} is on offer, but the engine does not know it"
    return found
