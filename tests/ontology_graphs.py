"""Documents of the ontology, and Turtle with our prefixes, as graphs and triples."""

from __future__ import annotations

import rdflib
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import OWL, RDF, RDFS, Graph

from summitry.graph.ontology import document

# The vocabularies whose terms need no declaration.
BUILT_IN = tuple(str(namespace) for namespace in (RDF, RDFS, OWL, rdflib.XSD))
PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sy: <https://w3id.org/summitry/ontology#> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix x: <https://example.org/> .
"""


def load(*names: str, extra: str = "") -> Graph:
    """Documents of the ontology, and more Turtle, as one graph."""
    graph = Graph()
    for name in names:
        graph.parse(document(name), format="turtle")
    return graph.parse(data=PREFIXES + extra, format="turtle")


def read(turtle: str) -> list[Triple]:
    """Turtle with our prefixes as triples."""
    return [quad.triple for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE)]
