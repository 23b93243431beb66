"""Nodes -> Turtle in one canonical form: sorted by path, one predicate a line: a diff shows meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from summitry.graph.reference.nodes import Node, Object, Ref, Term

BASE = "https://w3id.org/summitry/"
# Concepts have IRIs of their own, which do not follow the base of the data.
CONCEPTS = f"{BASE}id/"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "membership-status": f"{CONCEPTS}membership-status/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "role": f"{CONCEPTS}role/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sy": "https://w3id.org/summitry/ontology#",
    "treaty-status": f"{CONCEPTS}treaty-status/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says about itself."""

    path: str
    title: str
    description: str
    sources: tuple[str, ...]
    license: str
    created: str
    modified: str


def write(header: Header, nodes: Iterable[Node]) -> str:
    """The whole file. IRIs are relative to its @base, which a store may replace by its own."""
    lines = [f"@base <{BASE}> ."]
    lines += [f"@prefix {prefix}: <{iri}> ." for prefix, iri in PREFIXES.items()]
    lines += ["", *about(header)]
    for node in sorted(nodes, key=lambda node: node.path):
        lines += ["", *block(node)]
    return "\n".join(lines) + "\n"


def about(header: Header) -> list[str]:
    """The header's triples."""
    facts = [
        f"dcterms:title {quoted(header.title)}@en",
        f"dcterms:description {quoted(header.description)}@en",
    ]
    facts += [f"dcterms:source <id/source/{source}>" for source in header.sources]
    facts.append(f"dcterms:license <{header.license}>")
    facts.append(f'dcterms:created "{header.created}"^^xsd:date')
    facts.append(f'dcterms:modified "{header.modified}"^^xsd:date')
    return sentence(f"<{header.path}>", facts)


def block(node: Node) -> list[str]:
    """One node: its classes, its label, then its properties as the builder ordered them."""
    facts = [f"a {', '.join(node.classes)}", f"rdfs:label {quoted(node.label)}@en"]
    facts += [f"{predicate} {term(value)}" for predicate, value in node.properties]
    facts += [f"prov:wasDerivedFrom <id/source/{source}>" for source in node.sources]
    return sentence(f"<{node.path}>", facts)


def sentence(subject: str, facts: list[str]) -> list[str]:
    """Subject and facts, joined by semicolons and closed by a full stop."""
    return [f"{subject} {facts[0]} ;", *(f"    {fact} ;" for fact in facts[1:-1]), f"    {facts[-1]} ."]


def term(value: Object) -> str:
    """One object in Turtle."""
    if isinstance(value, Ref):
        return f"<{value.path}>"
    if isinstance(value, Term):
        return value.name
    if not value.tag:
        return quoted(value.text)
    return f"{quoted(value.text)}^^{value.tag}" if ":" in value.tag else f"{quoted(value.text)}@{value.tag}"


def quoted(text: str) -> str:
    """A Turtle string; JSON's escapes are a subset of Turtle's."""
    return json.dumps(text, ensure_ascii=False)
