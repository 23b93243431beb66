"""/id/… -> 303 to a page for people or to data for programs; /page/… and /data/… themselves."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from flask import Blueprint, Response, redirect, request
from werkzeug.exceptions import NotAcceptable
from werkzeug.wrappers import Response as BaseResponse

from summitry.graph.errors import UnknownName
from summitry.graph.questions import Question
from summitry.graph.questions.terms import iri as iri_term
from summitry.graph.vocabulary import SY
from summitry.server.engine import Job
from summitry.server.former import moved
from summitry.server.negotiation import GRAPHS, HTML, Choice, choose, negotiate
from summitry.server.pages.articles import cut, read_mentions, read_statements, read_text
from summitry.server.pages.data import PREFIXES, records, resolver
from summitry.server.pages.facts import PARTIES, PLACES, read_slots, read_sources, standing
from summitry.server.pages.links import Links
from summitry.server.pages.overview import Overview, Thing, read_overview, read_scene
from summitry.server.pages.passages import read_doubts, read_passages
from summitry.server.pages.render import render
from summitry.server.pages.sections import PARTS, read_sections
from summitry.server.pages.subjects import Subject, link, read_subject
from summitry.server.results import respond, tag, unchanged
from summitry.server.service import Service

_SAFE = "/:@-._~"

# What the graph says of a thing: its own triples, the values that sources give, what points to it; of an
# article the claims of its graph; of a claim what it claims and its evidence.
_ABOUT = """CONSTRUCT {{
  {node} ?property ?value .
  ?value rdfs:label ?label .
  ?other ?back {node} .
  ?other rdfs:label ?name .
  ?part ?aspect ?content .
}} WHERE {{
  {{ {node} ?property ?value OPTIONAL {{ ?value rdfs:label ?label }} }}
  UNION {{ ?other ?back {node} OPTIONAL {{ ?other rdfs:label ?name }} }}
  UNION {{ {node} sy:hasValue ?part . ?part ?aspect ?content }}
  UNION {{ GRAPH {node} {{ ?part ?aspect ?content }} }}
  UNION {{ GRAPH ?graph {{ {node} sy:claims ?anything . ?part ?aspect ?content
                          FILTER(STRSTARTS(STR(?part), STR({node}))) }} }}
}}"""

_CLAIM = """SELECT ?article ?fact WHERE {
  GRAPH ?article { %(node)s sy:claims ?content }
  OPTIONAL { ?fact sy:supportedBy %(node)s MINUS { ?fact a sy:AttributedValue } }
} ORDER BY ?fact LIMIT 1"""


def blueprint(service: Service, questions: Mapping[str, Question]) -> Blueprint:
    """The addresses of things."""
    views = Blueprint("entities", __name__)
    links = Links(service.settings.base)

    @views.get("/id/<path:key>")
    def thing(key: str) -> BaseResponse:
        chosen = choose(request.headers.get("Accept"), (GRAPHS[0], HTML, *GRAPHS[1:]))
        if chosen is None:
            raise NotAcceptable(f"things can be had as text/html or as {_offered()}")
        place = quote(key, safe=_SAFE)
        if chosen.format is HTML:
            return redirect(f"/page/{place}", 303)
        return redirect(f"/data/{place}.{chosen.format.suffix}", 303)

    @views.get("/data/<path:key>")
    def data(key: str) -> BaseResponse:
        return _data(service, links, key)

    @views.get("/page/<path:key>")
    def page(key: str) -> BaseResponse:
        subject = read_subject(service, links, key)
        if subject is None:
            return _page_without_triples(service, links, key)
        if subject.kind == "article":
            return _article(service, links, subject, key)
        if subject.kind == "fact":
            return _fact(service, links, subject, key)
        return _entity(service, links, questions, subject, key)

    return views


def _offered() -> str:
    return ", ".join(format.media_type for format in GRAPHS)


def _data(service: Service, links: Links, key: str) -> BaseResponse:
    stem, _, suffix = key.rpartition(".")
    by_suffix = {format.suffix: format for format in GRAPHS}
    choice: Choice | None
    if stem and suffix in by_suffix:
        key, choice = stem, Choice(by_suffix[suffix], by_suffix[suffix].media_type)
    else:
        choice = negotiate(request.headers.get("Accept"), tuple(request.args.getlist("format")), GRAPHS)
    if choice is None:
        raise NotAcceptable(f"things can be had as {_offered()}")
    job = Job(PREFIXES + _ABOUT.format(node=iri_term(links.iri(key))), graph=choice.format.name)
    etag = tag(service.version, job, {"graph": choice.content_type}, False)
    if unchanged(request, etag):
        return Response(status=304)
    answer = service.query(Job(job.text, graph="ntriples"))
    if not answer.size:
        return _moved(service, links, key, "data", f".{suffix}" if stem and suffix in by_suffix else "")
    response = respond(request, service.query(job), choice.content_type, etag)
    response.headers["Link"] = f'</page/{quote(key, safe=_SAFE)}>; rel="alternate"; type="text/html"'
    return response


def _page_without_triples(service: Service, links: Links, key: str) -> BaseResponse:
    """A claim lies in its article's graph alone: its page is its fact's, or that of the article."""
    node = iri_term(links.iri(key))
    for row in records(service, _CLAIM % {"node": node}):
        target = links.href(row["fact"] or row["article"] or "")
        if target is not None:
            return redirect(target, 303)
    return _moved(service, links, key, "page")


def _moved(service: Service, links: Links, key: str, room: str, suffix: str = "") -> BaseResponse:
    """To what an event is called now, if it was called so once; UnknownName otherwise."""
    answer = moved(service, links.iri(key), room, suffix)
    if answer is None:
        raise UnknownName(f"the graph says nothing of {links.iri(key)}")
    return answer


def _article(service: Service, links: Links, subject: Subject, key: str) -> Response:
    statements, spans = read_statements(service, links, subject.iri)
    text, stretches = read_text(service, subject.iri)
    paragraphs = cut(text, spans, stretches, read_mentions(service, links, subject.iri, text))
    return render(
        "article.html",
        subject=subject,
        key=key,
        statements=statements,
        paragraphs=paragraphs,
        link=link,
        links=links,
    )


def _fact(service: Service, links: Links, subject: Subject, key: str) -> Response:
    return render(
        "fact.html",
        subject=subject,
        key=key,
        slots=read_slots(service, links, subject),
        sources=read_sources(service, links, subject.iri),
        standing=standing(subject),
        scene=_scene(service, links, subject),
    )


def _scene(service: Service, links: Links, subject: Subject) -> Overview:
    """Where a fact lies, and who is in it."""
    arcs = [arc for arc in subject.arcs if arc.is_iri and arc.property.startswith(SY.IRI)]
    named = [(arc.property.removeprefix(SY.IRI), Thing(arc.value, arc.text)) for arc in arcs]
    places = [thing for name, thing in named if name == "place"] or [t for name, t in named if name in PLACES]
    return read_scene(
        service,
        links,
        Thing(subject.iri, subject.label),
        [thing for name, thing in named if name in PARTIES],
        places,
    )


def _entity(
    service: Service, links: Links, questions: Mapping[str, Question], subject: Subject, key: str
) -> Response:
    sections = read_sections(questions, resolver(service), links, subject.kind, subject.iri)
    facts = [row.fact for section in sections for row in section.view.rows]
    found = resolver(service)
    pictured = subject.kind in PARTS
    thing = Thing(subject.iri, subject.label)
    return render(
        "entity.html",
        subject=subject,
        key=key,
        sections=sections,
        overview=read_overview(service, questions, found, links, thing) if pictured else Overview(),
        passages=read_passages(service, facts),
        doubts=read_doubts(service, facts),
        link=link,
        links=links,
    )
