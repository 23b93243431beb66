"""The closed vocabulary: every term, concept and IRI that our data use, so that a misspelt one fails at once.

closed     what makes a vocabulary closed
own        the terms of ontology/summitry.ttl, as `SY.visitor`
foreign    the foreign terms of ontology/reused.ttl, as `PROV.used`, and those of RDF, RDFS, OWL and XSD
concepts   the lists of ontology/schemes.ttl: statuses, kinds of relation, roles
iris       the IRIs of our data below a configurable base, both ways
"""

from summitry.graph.vocabulary.closed import Terms
from summitry.graph.vocabulary.concepts import CONCEPTS, SCHEMES, SITE, concept, concept_text
from summitry.graph.vocabulary.foreign import (
    DCTERMS,
    FOAF,
    GEO,
    OA,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VANN,
    XSD,
)
from summitry.graph.vocabulary.iris import DEFAULT_BASE, LAYERS, Iris
from summitry.graph.vocabulary.own import SY

PREFIXES: dict[str, str] = {
    "dcterms": DCTERMS.IRI,
    "foaf": FOAF.IRI,
    "geo": GEO.IRI,
    "oa": OA.IRI,
    "org": ORG.IRI,
    "owl": OWL.IRI,
    "prov": PROV.IRI,
    "rdf": RDF.IRI,
    "rdfs": RDFS.IRI,
    "schema": SCHEMA.IRI,
    "skos": SKOS.IRI,
    "sy": SY.IRI,
    "vann": VANN.IRI,
    "wd": "http://www.wikidata.org/entity/",
    "xsd": XSD.IRI,
}
"""The prefixes that our exports, pages and saved queries use."""

__all__ = [
    "CONCEPTS",
    "DCTERMS",
    "DEFAULT_BASE",
    "FOAF",
    "GEO",
    "LAYERS",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SCHEMES",
    "SITE",
    "SKOS",
    "SY",
    "VANN",
    "XSD",
    "Iris",
    "Terms",
    "concept",
    "concept_text",
]
