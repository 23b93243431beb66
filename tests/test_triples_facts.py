"""Facts are written as documented; slots agree with the ontology."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.errors import ConfigurationError
from summitry.graph.facts import AttributedValue, Fact, Resource
from summitry.graph.triples import (
    fact_quads,
)
from summitry.graph.triples.slots import (
    BOOLEANS,
    CONCEPTS,
    DATES,
    DECIMALS,
    INTEGERS,
    ROLES,
    TEXTS,
    THINGS,
    slot_term,
)
from summitry.graph.vocabulary import OWL, RDF, RDFS, SCHEMES, SY, XSD, Iris
from tests.quads import undeclared

IRIS = Iris("https://example.org/graph/")
ARTICLE = IRIS.article("0123456789abcdef").value
PUTIN = Entity(EntityKind.PERSON, "Vladimir Putin", "person/vladimir-putin", "Vladimir Putin")
TAJIKISTAN = Entity(EntityKind.STATE, "Tajikistan", "state/tajikistan", "Tajikistan")
DUSHANBE = Entity(EntityKind.CITY, "Dushanbe", "city/dushanbe-tajikistan", "Dushanbe")
CLAIM = f"{ARTICLE}/claim/k1"
VISIT = Fact(
    key="visit/vladimir-putin-tajikistan-2022-06",
    type="visit",
    label="Vladimir Putin in Tajikistan, June 2022",
    slots=(("visitor", PUTIN), ("host", TAJIKISTAN), ("startDate", "2022-06"), ("eventStatus", "occurred")),
    values=(
        AttributedValue("startDate", "2022-06", True, False, "the only one", (CLAIM,), (ARTICLE,)),
        AttributedValue("startDate", "--07", False, True),
        AttributedValue("place", DUSHANBE, False),
    ),
    claims=(CLAIM,),
    articles=(ARTICLE,),
    shortcuts=(("person/vladimir-putin", "visited", "state/tajikistan"),),
    entities=(Resource("person/vladimir-putin", "Person", "Vladimir Putin", ("Putin", "Vladimir Putin")),),
)


def test_a_fact_looks_as_documented() -> None:
    expected = """
        @base <https://example.org/graph/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix sy: <https://w3id.org/summitry/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <visit/vladimir-putin-tajikistan-2022-06> a sy:Visit ;
            rdfs:label "Vladimir Putin in Tajikistan, June 2022"@en ;
            sy:visitor <person/vladimir-putin> ;
            sy:host <state/tajikistan> ;
            sy:startDate "2022-06"^^xsd:gYearMonth ;
            sy:earliestStart "2022-06-01"^^xsd:date ;
            sy:latestStart "2022-06-30"^^xsd:date ;
            sy:eventStatus <https://w3id.org/summitry/id/status/occurred> ;
            sy:supportedBy <article/0123456789abcdef/claim/k1> ;
            sy:reportedIn <article/0123456789abcdef> ;
            sy:hasValue <visit/vladimir-putin-tajikistan-2022-06/value/startDate/0>,
                <visit/vladimir-putin-tajikistan-2022-06/value/startDate/1>,
                <visit/vladimir-putin-tajikistan-2022-06/value/place/0> .
        <visit/vladimir-putin-tajikistan-2022-06/value/startDate/0> a sy:AttributedValue ;
            sy:ofProperty sy:startDate ; sy:value "2022-06"^^xsd:gYearMonth ; sy:accepted true ;
            sy:disputed false ;
            sy:reason "the only one" ; sy:supportedBy <article/0123456789abcdef/claim/k1> ;
            sy:reportedIn <article/0123456789abcdef> .
        <visit/vladimir-putin-tajikistan-2022-06/value/startDate/1> a sy:AttributedValue ;
            sy:ofProperty sy:startDate ; sy:value "--07"^^xsd:gMonth ; sy:accepted false ; sy:disputed true .
        <visit/vladimir-putin-tajikistan-2022-06/value/place/0> a sy:AttributedValue ;
            sy:ofProperty sy:place ; sy:valueThing <city/dushanbe-tajikistan> ; sy:value "Dushanbe" ;
            sy:accepted false ; sy:disputed false .
        <person/vladimir-putin> a sy:Person ; rdfs:label "Vladimir Putin"@en ; skos:altLabel "Putin" ;
            sy:visited <state/tajikistan> ."""
    quads = list(fact_quads(VISIT, IRIS))
    assert len(quads) == len(set(quads))
    assert {quad.triple for quad in quads} == {
        quad.triple for quad in parse(expected, format=RdfFormat.TURTLE)
    }
    assert {quad.graph_name for quad in quads} == {IRIS.graph("facts")}


def test_given_bounds_win() -> None:
    slots = (("startDate", "2022-06"), ("earliestStart", "2022-06-10"), ("latestStart", "2022-06-20"))
    quads = list(fact_quads(Fact("visit/x", "visit", "x", slots), IRIS))
    days = {
        quad.predicate: quad.object.value
        for quad in quads
        if quad.predicate in (SY.earliestStart, SY.latestStart)
    }
    assert days == {SY.earliestStart: "2022-06-10", SY.latestStart: "2022-06-20"}


def test_a_role_on_no_list_is_described() -> None:
    fact = Fact("tenure/x", "office", "x", (("holder", PUTIN), ("role", "justice minister")))
    role = IRIS.entity("role/justice-minister")
    assert Literal("justice minister", language="en") in {
        quad.object
        for quad in fact_quads(fact, IRIS)
        if quad.subject == role and quad.predicate == RDFS.label
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("visitor", "person/vladimir-putin"), ("startDate", date(2022, 6, 28)), ("personnel", "7000"),
        ("personnel", True), ("lengthKm", 1.5), ("former", 1), ("eventStatus", PUTIN), ("unit", 201),
        ("isoCode", "TJK"),
    ],
)  # fmt: skip
def test_a_slot_of_a_wrong_type_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match=f"sy:{name} does not take"):
        slot_term(name, value, IRIS)


@pytest.mark.parametrize("kind", ["topic", "war"])
def test_a_fact_of_no_known_type_is_refused(kind: str) -> None:
    with pytest.raises(ConfigurationError, match=f"no facts of type '{kind}'"):
        list(fact_quads(Fact("x/y", kind, "x"), IRIS))


def test_slots_agree_with_the_ontology() -> None:
    from summitry.graph.ontology import triples

    kinds = {t.subject: t.object for t in triples(["summitry"]) if t.predicate == RDF.type}
    ranges = {t.subject: t.object for t in triples(["summitry"]) if t.predicate == RDFS.range}
    for name in THINGS | set(CONCEPTS) | ROLES:
        assert kinds[SY.term(name)] == OWL.ObjectProperty
    expected = {
        XSD.integer: INTEGERS,
        XSD.decimal: DECIMALS,
        XSD.boolean: BOOLEANS,
        XSD.string: TEXTS,
        None: DATES,
    }
    for datatype, names in expected.items():
        for name in names:
            assert kinds[SY.term(name)] == OWL.DatatypeProperty
            assert ranges.get(SY.term(name)) == datatype
    assert set(CONCEPTS.values()) < set(SCHEMES)


def test_every_term_in_a_facts_quads_is_declared() -> None:
    assert undeclared(fact_quads(VISIT, IRIS)) == set()
