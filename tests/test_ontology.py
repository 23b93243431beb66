"""The ontology itself: complete terms, nothing outside OWL 2 RL, and what analysts expect to follow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import owlrl
import pytest
import rdflib
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection

from summitry.graph.errors import UnknownName
from summitry.graph.ontology import DOCUMENTS, ONTOLOGY, TERM_SHAPES, document, triples
from summitry.graph.reasoning.closure import close
from summitry.graph.validation import validate
from summitry.graph.vocabulary import SY

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

BUILT_IN = tuple(str(namespace) for namespace in (RDF, RDFS, OWL, rdflib.XSD))


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


# ── OWL 2 RL ─────────────────────────────────────────────────────────────────────────────────────────
# https://www.w3.org/TR/owl2-profiles/#OWL_2_RL and, for simple properties and regular chains,
# https://www.w3.org/TR/owl2-syntax/#The_Restrictions_on_the_Axiom_Closure

PROPERTY_KINDS = {
    OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.TransitiveProperty,
    OWL.SymmetricProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty,
}  # fmt: skip
OTHER_KINDS = {OWL.Ontology, OWL.Class, OWL.AllDisjointClasses, SKOS.Concept, SKOS.ConceptScheme}
AXIOMS = {
    RDF.first, RDF.rest, RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range,
    OWL.inverseOf, OWL.propertyChainAxiom, OWL.propertyDisjointWith, OWL.disjointWith, OWL.hasKey,
    OWL.members,
}  # fmt: skip
NOT_LOGICAL = {
    RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionIRI, OWL.versionInfo, OWL.deprecated,
}  # fmt: skip
DATATYPES = {rdflib.XSD.string, rdflib.XSD.integer, rdflib.XSD.decimal, rdflib.XSD.boolean, RDFS.Literal}


def profile_problems(graph: Graph) -> Iterator[str]:
    """What lies outside the part of OWL 2 RL that we use: named classes, no restrictions or functions."""
    for subject, predicate, value in graph:
        logical = str(predicate).startswith(BUILT_IN) and predicate not in NOT_LOGICAL
        if logical and predicate not in AXIOMS:
            yield f"axiom {predicate.n3()}"
        if (
            predicate == RDF.type
            and str(value).startswith(BUILT_IN)
            and value not in PROPERTY_KINDS | OTHER_KINDS
        ):
            yield f"kind {value.n3()}"
        if predicate in {RDFS.subClassOf, RDFS.domain, RDFS.range} and not isinstance(value, URIRef):
            yield f"class expression at {subject.n3()}"
        if (
            predicate == RDFS.range
            and (subject, RDF.type, OWL.DatatypeProperty) in graph
            and value not in DATATYPES
        ):
            yield f"datatype {value.n3()}"
    yield from chain_problems(graph)
    yield from simple_problems(graph)


def chains(graph: Graph) -> list[tuple[URIRef, list[URIRef]]]:
    """Every chain with the property that it implies."""
    return [(p, list(Collection(graph, c))) for p, c in graph.subject_objects(OWL.propertyChainAxiom)]  # type: ignore[misc]


def chain_problems(graph: Graph) -> Iterator[str]:
    """Chains through unnamed properties, and chains that run in circles."""
    below: dict[URIRef, set[URIRef]] = {}
    for head, steps in chains(graph):
        if len(steps) < 2 or not all((step, RDF.type, OWL.ObjectProperty) in graph for step in steps):
            yield f"chain of {head.n3()}"
        ends = steps[1:] if steps[0] == head else steps[:-1] if steps[-1] == head else steps
        below.setdefault(head, set()).update(ends)
    for lower, upper in graph.subject_objects(RDFS.subPropertyOf):
        below.setdefault(upper, set()).add(lower)  # type: ignore[arg-type, call-overload]
    for head in below:
        reached, front = set[URIRef](), set(below[head])
        while front:
            reached |= front
            front = {deeper for each in front for deeper in below.get(each, ())} - reached
        if head in reached:
            yield f"circle at {head.n3()}"


def simple_problems(graph: Graph) -> Iterator[str]:
    """Transitive or implied properties where only simple ones may stand."""
    composite = set(graph.subjects(RDF.type, OWL.TransitiveProperty)) | {head for head, _ in chains(graph)}
    while True:
        more = {upper for lower in composite for upper in graph.objects(lower, RDFS.subPropertyOf)}
        more |= {other for one in composite for other in graph.objects(one, OWL.inverseOf)}
        more |= {other for one in composite for other in graph.subjects(OWL.inverseOf, one)}
        if more <= composite:
            break
        composite |= more
    for kind in (OWL.IrreflexiveProperty, OWL.AsymmetricProperty):
        yield from (f"not simple {p.n3()}" for p in composite if (p, RDF.type, kind) in graph)
    for one, other in graph.subject_objects(OWL.propertyDisjointWith):
        yield from (f"not simple {p.n3()}" for p in (one, other) if p in composite)


def test_the_ontology_is_in_owl_2_rl() -> None:
    assert list(profile_problems(load(*ONTOLOGY))) == []


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ("sy:State rdfs:subClassOf [ a owl:Restriction ; owl:onProperty sy:capital ] .", "kind"),
        ("sy:State rdfs:subClassOf [ owl:unionOf ( sy:Person sy:Place ) ] .", "class expression"),
        ("sy:State owl:equivalentClass sy:Body .", "axiom"),
        ("sy:host a owl:FunctionalProperty .", "kind"),
        ("sy:host owl:sameAs sy:place .", "axiom"),
        ("sy:met a owl:ReflexiveProperty .", "kind"),
        ("sy:startDate rdfs:range xsd:date .", "datatype"),
        ("sy:met owl:propertyChainAxiom ( sy:met [ owl:inverseOf sy:met ] ) .", "chain"),
        ("sy:place owl:propertyChainAxiom ( sy:host sy:capital ) .", "circle"),
        ("sy:partOf a owl:AsymmetricProperty .", "not simple"),
        ("sy:host owl:propertyDisjointWith sy:visitor .", "not simple"),
    ],
)
def test_what_lies_outside_the_profile_is_reported(broken: str, problem: str) -> None:
    assert problem in " ".join(profile_problems(load(*ONTOLOGY, extra=broken)))


@cache
def closed_ontology() -> Graph:
    """The closure of the ontology alone, by owlrl."""
    graph = load(*ONTOLOGY)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def impossible(graph: Graph) -> set[str]:
    """Classes that nothing can belong to, since they stand below two that exclude each other."""
    pairs = {frozenset(pair) for pair in graph.subject_objects(OWL.disjointWith)}
    for members in graph.objects(None, OWL.members):
        each = list(Collection(graph, members))
        pairs |= {frozenset((one, other)) for one in each for other in each if one != other}
    above: dict[str, set[rdflib.term.Node]] = {}
    for lower, upper in graph.subject_objects(RDFS.subClassOf):
        above.setdefault(str(lower), {lower}).add(upper)
    return {name for name, uppers in above.items() if any(pair <= uppers for pair in pairs if len(pair) == 2)}


def test_the_closure_of_the_ontology_alone_ends_and_is_consistent() -> None:
    graph = closed_ontology()
    assert len(graph) < 6000
    assert not list(graph.subject_objects(ERROR))
    assert {name for name in impossible(graph) if name.startswith(SY.IRI)} == set()


def test_an_impossible_class_is_reported() -> None:
    graph = load(
        *ONTOLOGY, extra="sy:Ship rdfs:subClassOf sy:City, foaf:Agent . sy:Ship rdfs:subClassOf sy:State ."
    )
    graph.add((URIRef(f"{SY.IRI}Ship"), RDFS.subClassOf, URIRef(f"{SY.IRI}Place")))
    assert impossible(graph) == {f"{SY.IRI}Ship"}


def test_the_top_classes_exclude_each_other() -> None:
    graph = load("summitry")
    found = [set(Collection(graph, members)) for members in graph.objects(None, OWL.members)]
    for tops in (["Place", "Treaty", "Fact", "Claim", "Mention", "AttributedValue"], ["Person", "State"]):
        assert any({URIRef(SY.IRI + name) for name in tops} <= members for members in found)


# ── What follows ─────────────────────────────────────────────────────────────────────────────────────

WORLD = """
x:russia a sy:State ; sy:isoCode "RUS" ; sy:inAlliance x:csto ; sy:borders x:kazakhstan .
x:belarus a sy:State ; sy:isoCode "BLR" ; sy:inAlliance x:csto ; sy:memberOf x:cis .
x:uzbekistan a sy:State ; sy:formerMemberOf x:csto ; sy:memberOf x:cis .
x:kazakhstan a sy:State . x:ukraine a sy:State . x:kyrgyzstan a sy:State . x:tajikistan a sy:State .
x:csto a sy:Alliance . x:cis a sy:Forum .
x:kant a sy:City ; sy:locatedIn x:chuy . x:chuy a sy:Region ; sy:inState x:kyrgyzstan .
x:base a sy:MilitaryBase ; sy:operatedBy x:russia ; sy:place x:kant .
x:troops a sy:Deployment ; sy:operatedBy x:russia ; sy:host x:tajikistan .
x:house a sy:Body ; sy:bodyOf x:parliament . x:parliament a sy:Body ; sy:bodyOf x:belarus .
x:speaker a sy:Person ; sy:holdsOfficeIn x:house ; sy:met x:putin . x:putin a sy:Person .
x:summit a sy:Summit ; sy:attendee x:putin ; sy:place x:kant .
"""


@cache
def what_follows(extra: str = "") -> tuple[frozenset[str], int]:
    """The inferred triples in short, and the number of inconsistencies."""
    closure = close([*triples(), *read(WORLD + extra)])
    short = {" ".join(_short(term.value) for term in triple) for triple in closure.inferred()}  # type: ignore[union-attr]
    return frozenset(short), len(closure.clashes)


def _short(iri: str) -> str:
    return iri.replace("https://example.org/", "x:").replace(SY.IRI, "sy:")


@pytest.mark.parametrize(
    "expected",
    [
        "x:russia sy:hasMilitaryPresenceIn x:kyrgyzstan",  # a base, through its place
        "x:russia sy:hasMilitaryPresenceIn x:tajikistan",  # a deployment, through its host
        "x:base sy:host x:kyrgyzstan",
        "x:summit sy:host x:kyrgyzstan",
        "x:kant sy:inState x:kyrgyzstan",
        "x:russia sy:sharesAllianceWith x:belarus",
        "x:belarus sy:sharesAllianceWith x:russia",
        "x:russia sy:memberOf x:csto",
        "x:uzbekistan sy:everMemberOf x:csto",
        "x:belarus sy:everMemberOf x:cis",
        "x:kazakhstan sy:borders x:russia",
        "x:putin sy:met x:speaker",
        "x:speaker sy:holdsOfficeIn x:belarus",  # an office in a body of a body
        "x:house sy:partOf x:belarus",
        "x:summit sy:participant x:putin",
    ],
)  # fmt: skip
def test_what_nobody_stated_follows(expected: str) -> None:
    assert expected in what_follows()[0]


@pytest.mark.parametrize(
    "unexpected",
    [
        "x:uzbekistan sy:memberOf x:csto",
        "x:uzbekistan sy:sharesAllianceWith x:russia",
        "x:belarus sy:sharesAllianceWith x:uzbekistan",  # CIS is no alliance
        "x:russia sy:hasMilitaryPresenceIn x:ukraine",
        "x:putin sy:attended x:summit",  # he may only be expected
    ],
)
def test_what_does_not_follow_is_not_inferred(unexpected: str) -> None:
    assert unexpected not in what_follows()[0]


def test_nobody_becomes_somebody_else() -> None:
    inferred, clashes = what_follows()
    assert clashes == 0
    assert not [line for line in inferred if "sameAs" in line]


@pytest.mark.parametrize(
    "wrong",
    [
        "x:russia a sy:Place .",
        "x:russia a sy:Person .",
        "x:belarus sy:formerMemberOf x:csto .",
        "x:russia sy:borders x:russia .",
        "x:putin sy:met x:putin .",
        "x:summit sy:absentee x:putin .",
        "x:visit a sy:Visit ; sy:visitor x:kant .",
        "x:russia sy:recognises x:ukraine ; sy:doesNotRecognise x:ukraine .",
        "x:base a sy:Border .",
    ],
)
def test_what_cannot_be_is_inconsistent(wrong: str) -> None:
    assert what_follows(wrong)[1] > 0


def test_one_iso_code_means_one_state() -> None:
    inferred, _ = what_follows('x:byelorussia a sy:State ; sy:isoCode "BLR" .')
    assert "x:byelorussia http://www.w3.org/2002/07/owl#sameAs x:belarus" in inferred
