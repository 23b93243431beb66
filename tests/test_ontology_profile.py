"""The ontology keeps to OWL 2 RL, and its closure is consistent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection

from summitry.graph.ontology import ONTOLOGY
from summitry.graph.vocabulary import SY
from tests.ontology_graphs import BUILT_IN, load

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
