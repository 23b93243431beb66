"""Fact -> quads of the graph `facts`, as in:

<visit/…> a sy:Visit ; rdfs:label "…"@en ; sy:visitor <…> ; sy:startDate "2022-06-28" ;
        sy:supportedBy <claim> ; sy:reportedIn <article> ; sy:hasValue <visit/…/value/startDate/0> .
<visit/…/value/startDate/0> a sy:AttributedValue ; sy:ofProperty sy:startDate ; sy:value "2022-06-28" ;
        sy:accepted true ; sy:disputed false ; sy:supportedBy <claim> ; sy:reportedIn <article> .
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.claims import Entity
from summitry.graph.errors import ConfigurationError
from summitry.graph.facts import AttributedValue, Fact, Resource
from summitry.graph.triples.literals import boolean, bounds, english, text_literal
from summitry.graph.triples.payloads import CLASS_OF_TYPE
from summitry.graph.triples.slots import fitting, slot_term
from summitry.graph.vocabulary import CONCEPTS, ORG, RDF, RDFS, SKOS, SY, XSD, Iris

Arc = tuple[NamedNode, NamedNode, NamedNode | Literal]

_ORGANISATION = "Organization"


def fact_quads(fact: Fact, iris: Iris) -> Iterator[Quad]:
    """The quads of a fact, its values, its shortcuts and the things it describes, in a fixed order."""
    graph = iris.graph("facts")
    for subject, predicate, value in _arcs(fact, iris):
        yield Quad(subject, predicate, value, graph)


def resource_quads(resource: Resource, iris: Iris) -> Iterator[Quad]:
    """The quads that describe a thing in the graph `facts`: its class, its label, its other spellings."""
    graph = iris.graph("facts")
    for subject, predicate, value in _resource_arcs(resource, iris):
        yield Quad(subject, predicate, value, graph)


def _arcs(fact: Fact, iris: Iris) -> Iterator[Arc]:
    if fact.type not in CLASS_OF_TYPE or fact.type == "topic":
        raise ConfigurationError(f"there are no facts of type {fact.type!r} ({fact.key})")
    node = iris.entity(fact.key)
    yield node, RDF.type, SY.term(CLASS_OF_TYPE[fact.type])
    yield node, RDFS.label, english(fact.label)
    for name, slot in fact.slots:
        term = slot_term(name, slot, iris)
        yield node, SY.term(fitting(name, slot)), term
        if name == "role":
            yield from _unlisted_role(term, str(slot))
    yield from _bound_arcs(node, fact)
    yield from ((node, SY.supportedBy, NamedNode(claim)) for claim in fact.claims)
    yield from ((node, SY.reportedIn, NamedNode(article)) for article in fact.articles)
    numbers: Counter[str] = Counter()
    for value in fact.values:
        answer = iris.value(fact.key, value.property, numbers[value.property])
        yield from _value_arcs(node, answer, value, iris)
        numbers[value.property] += 1
    for subject, name, target in fact.shortcuts:
        yield iris.entity(subject), SY.term(name), iris.entity(target)
    for resource in fact.entities:
        yield from _resource_arcs(resource, iris)


def _bound_arcs(node: NamedNode, fact: Fact) -> Iterator[Arc]:
    given = dict(fact.slots)
    start = given.get("startDate")
    span = bounds(start) if isinstance(start, str) else None
    if span is None:
        return
    for name, day in zip(("earliestStart", "latestStart"), span, strict=True):
        if name not in given:
            yield node, SY.term(name), Literal(day.isoformat(), datatype=XSD.date)


def _unlisted_role(term: NamedNode | Literal, text: str) -> Iterator[Arc]:
    if isinstance(term, NamedNode) and ("role", text) not in CONCEPTS:
        yield term, RDF.type, SKOS.Concept
        yield term, RDFS.label, english(text)


def _value_arcs(fact: NamedNode, node: NamedNode, value: AttributedValue, iris: Iris) -> Iterator[Arc]:
    term = slot_term(value.property, value.value, iris)
    yield fact, SY.hasValue, node
    yield node, RDF.type, SY.AttributedValue
    yield node, SY.ofProperty, SY.term(value.property)
    if isinstance(term, NamedNode):
        yield node, SY.valueThing, term
        term = text_literal(_name(value.value))
    yield node, SY.value, term
    yield node, SY.accepted, boolean(value.accepted)
    yield node, SY.disputed, boolean(value.disputed)
    if value.reason is not None:
        yield node, SY.reason, text_literal(value.reason)
    yield from ((node, SY.supportedBy, NamedNode(claim)) for claim in value.claims)
    yield from ((node, SY.reportedIn, NamedNode(article)) for article in value.articles)


def _name(value: object) -> str:
    match value:
        case Resource(label=name) | Entity(name=name):
            return name
    return str(value)


def _resource_arcs(resource: Resource, iris: Iris) -> Iterator[Arc]:
    node = iris.entity(resource.key)
    kind = ORG.Organization if resource.kind == _ORGANISATION else SY.term(resource.kind)
    yield node, RDF.type, kind
    yield node, RDFS.label, english(resource.label)
    aliases = dict.fromkeys(resource.aliases)
    yield from ((node, SKOS.altLabel, text_literal(alias)) for alias in aliases if alias != resource.label)
