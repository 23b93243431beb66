"""The ontology's files -> what its page says of each term."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from summitry.graph.ontology import triples
from summitry.graph.vocabulary import OWL, RDF, RDFS, SCHEMA, SKOS, SY
from summitry.server.pages.links import short

_CLASS = "Classes"
_LINK = "Properties between things"
_DATA = "Properties with a value"
_SCHEMES = "Lists"

_SHOWN = {
    RDFS.subClassOf: "is a kind of",
    RDFS.subPropertyOf: "implies",
    RDFS.domain: "said of",
    SCHEMA.domainIncludes: "said of",
    RDFS.range: "takes",
    SCHEMA.rangeIncludes: "takes",
    NamedNode("http://www.w3.org/2002/07/owl#inverseOf"): "is the inverse of",
    SKOS.broader: "belongs under",
    SKOS.inScheme: "in the list",
}


@dataclass(frozen=True, slots=True)
class TermPage:
    """One term: its definition, examples, and ties to other terms."""

    iri: str
    name: str
    label: str
    definition: str
    examples: tuple[str, ...]
    ties: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Terms of one sort."""

    title: str
    terms: tuple[TermPage, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """What the page of the ontology says."""

    title: str
    description: str
    version: str
    chapters: tuple[Chapter, ...]


Index = dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]]


@cache
def read_ontology() -> Ontology:
    """The shipped ontology; its files do not change while the server runs."""
    index: Index = defaultdict(lambda: defaultdict(list))
    for triple in triples():
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            index[triple.subject][triple.predicate].append(triple.object)
    header = next(arcs for node, arcs in index.items() if node.value == SY.IRI.removesuffix("#"))
    chapters = (
        _chapter(_CLASS, index, OWL.Class),
        _chapter(_LINK, index, OWL.ObjectProperty),
        _chapter(_DATA, index, OWL.DatatypeProperty),
        _chapter(_SCHEMES, index, SKOS.Concept),
    )
    dcterms = "http://purl.org/dc/terms/"
    return Ontology(
        _text(header, NamedNode(f"{dcterms}title")),
        _text(header, NamedNode(f"{dcterms}description")),
        _text(header, OWL.versionInfo),
        tuple(chapter for chapter in chapters if chapter.terms),
    )


def _chapter(title: str, index: Index, kind: NamedNode) -> Chapter:
    ours = [
        node
        for node, arcs in index.items()
        if kind in arcs[RDF.type] and (node.value.startswith(SY.IRI) or kind == SKOS.Concept)
    ]
    return Chapter(
        title, tuple(_term(node, index[node]) for node in sorted(ours, key=lambda node: node.value))
    )


def _term(node: NamedNode, arcs: dict[NamedNode, list[NamedNode | Literal]]) -> TermPage:
    ties: dict[str, list[str]] = {}
    for predicate, words in _SHOWN.items():
        for value in arcs[predicate]:
            ties.setdefault(words, []).append(value.value)
    name = node.value.removeprefix(SY.IRI).rpartition("/id/")[2]
    return TermPage(
        node.value,
        name,
        _text(arcs, RDFS.label) or short(node.value),
        _text(arcs, SKOS.definition),
        tuple(value.value for value in arcs[SKOS.example]),
        tuple((words, tuple(values)) for words, values in ties.items()),
    )


def _text(arcs: dict[NamedNode, list[NamedNode | Literal]], predicate: NamedNode) -> str:
    return next((value.value for value in arcs[predicate]), "")


@dataclass(frozen=True, slots=True)
class Word:
    """A term as an editor offers it: "sy:visitor", what it is called, whether it is a class or a property."""

    name: str
    label: str
    kind: str
    definition: str


# Of the words of RDF itself those that every query needs.
_BASIC = (
    Word("rdf:type", "type", "property", "The class of a thing; `a` for short."),
    Word("rdfs:label", "label", "property", "The name of a thing."),
    Word("rdfs:subClassOf", "kind of", "property", "The class that includes a class."),
    Word("xsd:date", "date", "class", 'The type of a day: "2022-06-28"^^xsd:date.'),
    Word("xsd:integer", "integer", "class", "The type of a whole number."),
)


@cache
def read_words() -> tuple[Word, ...]:
    """Every class and property, ours and reused, that a prefix shortens."""
    index: Index = defaultdict(lambda: defaultdict(list))
    for triple in triples():
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            index[triple.subject][triple.predicate].append(triple.object)
    found = list(_BASIC)
    for node, arcs in index.items():
        name, kinds = short(node.value), {kind.value.rpartition("#")[2] for kind in arcs[RDF.type]}
        sort = (
            "class" if "Class" in kinds else "property" if any("Property" in kind for kind in kinds) else ""
        )
        if sort and re.fullmatch(r"[a-z]+:[\w-]+", name):
            found.append(Word(name, _text(arcs, RDFS.label), sort, _text(arcs, SKOS.definition)))
    return tuple(sorted(found, key=lambda word: (not word.name.startswith("sy:"), word.name)))
