"""The ontology itself: complete terms, and foreign ones declared."""

from __future__ import annotations

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, Graph
from rdflib.collection import Collection

from summitry.graph.errors import UnknownName
from summitry.graph.ontology import DOCUMENTS, ONTOLOGY, TERM_SHAPES, document, triples
from summitry.graph.validation import validate
from summitry.graph.vocabulary import SY
from tests.ontology_graphs import BUILT_IN, load, read

# ── Terms are complete ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["summitry", "schemes"])
def test_every_term_is_as_its_shape_asks(name: str) -> None:
    assert validate(triples([name]), TERM_SHAPES) == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_a_header(name: str) -> None:
    header = [v for v in validate(triples([name]), TERM_SHAPES) if v.focus.endswith((name, "ontology"))]
    assert header == []
    graph = load(name)
    assert len(set(graph.subjects(RDF.type, OWL.Ontology))) == 1


SMALL = """
<https://w3id.org/summitry/ontology> a owl:Ontology ;
    dcterms:title "T"@en ; dcterms:description "D"@en ; dcterms:creator "C" ;
    dcterms:license <https://spdx.org/licenses/MIT> ;
    dcterms:created "2026-11-22"^^xsd:date ; dcterms:modified "2026-11-22"^^xsd:date ;
    owl:versionIRI <https://w3id.org/summitry/ontology/0.1.0> ; owl:versionInfo "0.1.0" .
sy:Ship a owl:Class ; rdfs:subClassOf sy:Thing ; rdfs:label "ship"@en ;
    skos:definition "A large vessel that goes by sea."@en ; skos:example "HMS Victory."@en ;
    rdfs:isDefinedBy <https://w3id.org/summitry/ontology> .
sy:sailsTo a owl:ObjectProperty ; rdfs:domain sy:Ship ; rdfs:range sy:Thing ; rdfs:label "sails to"@en ;
    skos:definition "Joins a ship to a port that it calls at."@en ; skos:example "To Cadiz."@en ;
    rdfs:isDefinedBy <https://w3id.org/summitry/ontology> .
x:sea a skos:ConceptScheme ; rdfs:label "sea"@en ; skos:definition "The kinds of sea."@en .
x:calm a skos:Concept ; skos:inScheme x:sea ; skos:topConceptOf x:sea ; rdfs:label "calm"@en ;
    skos:notation "0" ; skos:definition "No waves at all."@en .
"""
BROKEN_TERMS = [
    ('dcterms:title "T"@en ;', "", "A document has one title."),
    ('dcterms:description "D"@en ;', "", "A document has one description."),
    ('dcterms:creator "C" ;', "", "A document has a creator."),
    ("dcterms:license <https://spdx.org/licenses/MIT> ;", 'dcterms:license "MIT" ;', "licence, by its IRI"),
    ('created "2026-11-22"', 'created "2026-11-23"', "created on a day, not after"),
    ('modified "2026-11-22"^^xsd:date', 'modified "2026"^^xsd:gYear', "was modified on a"),
    ("ontology/0.1.0>", "ontology/1>", "IRI with a semantic version"),
    ('owl:versionInfo "0.1.0"', 'owl:versionInfo "one"', "has a semantic version"),
    ('rdfs:label "ship"@en ;', "", "one label in English"),
    ('"ship"@en', '"ship"@en, "boat"@en', "one label in English"),
    ('"ship"@en', '" ship"@en', "without stray white space"),
    ('"ship"@en', '"Schiff"@de', "one label in English"),
    ('"A large vessel that goes by sea."@en', '"vessel"@en', "one definition in English"),
    ('by sea."@en', 'by sea."@en, "A vessel for the open sea."@en', "one definition in English"),
    ('skos:example "HMS Victory."@en ;', "", "A term has an example."),
    ("rdfs:isDefinedBy <https://w3id.org/summitry/ontology> .\nsy:sails", "x:y x:z .\nsy:sails",
     "defined by"),
    ("sy:Ship a", "<https://w3id.org/summitry/ontology#Ship.ttl> a", "no file extension"),
    ("rdfs:subClassOf sy:Thing ;", "", "A class has a place in the tree."),
    ("sy:Ship a", "sy:ship a", "called in UpperCamel"),
    ("sy:sailsTo a", "sy:SailsTo a", "called in lowerCamel"),
    ("rdfs:domain sy:Ship ;", "", "says what it is said of"),
    ("rdfs:range sy:Thing ;", "", "says what it leads to"),
    ("rdfs:domain sy:Ship ;", "rdfs:domain sy:Ship, sy:Thing ;", "Two domains"),
    ("rdfs:range sy:Thing ;", "rdfs:range sy:Ship, sy:Thing ;", "Two ranges"),
    ("sy:sailsTo a owl:ObjectProperty", "sy:sailsTo a owl:FunctionalProperty, owl:ObjectProperty",
     "functional"),
    ("a owl:Ontology ;", "a owl:Ontology ; owl:imports x:other ;", "Nothing is imported"),
    ("sy:sailsTo a owl:ObjectProperty ;", "sy:sailsTo a owl:ObjectProperty ; owl:deprecated 1 ;",
     "successor"),
    ("sy:sailsTo a", 'sy:goesTo a owl:ObjectProperty ; rdfs:label "sails to"@en . sy:sailsTo a',
     "this label"),
    ("sy:sailsTo a", 'sy:Hull skos:definition "A large vessel that goes by sea."@en . sy:sailsTo a',
     "have this definition"),
    ('rdfs:label "calm"@en ;', "", "A concept has one label"),
    ('"No waves at all."@en', '"no waves"@en', "A concept has one definition"),
    ('skos:notation "0"', "skos:notation 0", "codes are not numbers"),
    ("skos:inScheme x:sea ;", "skos:inScheme x:lake ;", "in one scheme"),
    ("skos:topConceptOf x:sea ;", "", "below another or at the top"),
    ("skos:topConceptOf x:sea ;", "skos:broader x:wild ;", "A broader concept is a concept of ours."),
    ('ConceptScheme ; rdfs:label "sea"@en ;', "ConceptScheme ;", "A scheme has a label."),
    ('; skos:definition "The kinds of sea."@en', "", "A scheme has a definition."),
]  # fmt: skip


def test_the_small_ontology_is_right() -> None:
    assert validate(read(SMALL), TERM_SHAPES) == ()


@pytest.mark.parametrize(("old", "new", "message"), BROKEN_TERMS)
def test_a_broken_term_is_reported(old: str, new: str, message: str) -> None:
    assert SMALL.count(old) == 1
    assert message in "\n".join(v.message for v in validate(read(SMALL.replace(old, new)), TERM_SHAPES))


def test_every_term_shape_has_a_broken_twin() -> None:
    messages = {str(text) for text in load(TERM_SHAPES).objects(None, rdflib.SH.message)}
    assert len(messages) >= 30
    untested = {text for text in messages if not any(part in text for _, _, part in BROKEN_TERMS)}
    assert untested == set()


# ── Foreign terms ────────────────────────────────────────────────────────────────────────────────────


def undeclared(graph: Graph) -> set[str]:
    """Predicates and classes that are used and that nobody declares."""
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf):
        used |= set(graph.objects(None, predicate))
    for members in [*graph.objects(None, OWL.members), *graph.objects(None, OWL.propertyChainAxiom)]:
        used |= set(Collection(graph, members))
    declared = set(graph.subjects(RDF.type, None))
    return {str(term) for term in used - declared if not str(term).startswith(BUILT_IN)}


def test_every_foreign_term_is_declared() -> None:
    assert undeclared(load(*ONTOLOGY)) == set()


def test_an_undeclared_term_is_reported() -> None:
    broken = "sy:Ship rdfs:subClassOf foaf:Vessel . x:a sy:sailsTo x:b ."
    assert undeclared(load(*ONTOLOGY, extra=broken)) == {
        "http://xmlns.com/foaf/0.1/Vessel",
        f"{SY.IRI}sailsTo",
    }


def test_foreign_terms_have_a_label_and_a_home() -> None:
    graph = load("reused")
    terms = set(graph.subjects(RDFS.isDefinedBy))
    assert len(terms) >= 50
    for term in graph.subjects(RDF.type):
        if term not in set(graph.subjects(RDF.type, OWL.Ontology)):
            assert graph.value(term, RDFS.label) and graph.value(term, RDFS.isDefinedBy), term


def test_alignments_speak_of_our_terms() -> None:
    ours = set(load(*ONTOLOGY).subjects())
    graph = load("alignments")
    assert len(set(graph.subjects())) >= 40
    assert set(graph.subjects()) - ours - set(graph.subjects(RDF.type, OWL.Ontology)) == set()
    concepts = {node for node in graph.objects() if "/summitry/id/" in str(node)}
    assert concepts and concepts <= ours


def test_an_unknown_document_is_refused() -> None:
    with pytest.raises(UnknownName, match="no document 'gist'"):
        document("gist")
