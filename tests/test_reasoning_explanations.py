"""Explanations of what was inferred, down to the words of an article; of what contradicts itself, too."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse
from soldiers import ARTICLE, RUSSIA_, TAJIKISTAN_, TEXT, base_article, prepared, quads

from summitry.graph.errors import UnknownName
from summitry.graph.reasoning import Explainer, Reasoner, render
from summitry.graph.vocabulary import SY


@pytest.fixture
def reasoner() -> Reasoner:
    reasoner = Reasoner(prepared())
    reasoner.rebuild()
    return reasoner


def test_an_inconsistency_names_the_words_that_cause_it(reasoner: Reasoner) -> None:
    reasoner.apply([*base_article(), *quads("<state/russia> a sy:Person .", DefaultGraph())])
    told = [Explainer(reasoner).refute(wrong) for wrong in reasoner.inconsistencies()]
    assert any("exclude each other" in each.sentence for each in told)
    reasoner.apply(quads("<base/russia-tajikistan> a sy:Border .", DefaultGraph()))
    told = [Explainer(reasoner).refute(wrong) for wrong in reasoner.inconsistencies()]
    assert TEXT in {citation.exact for each in told for citation in each.citations()}


def test_an_explanation_ends_in_the_words_of_an_article(reasoner: Reasoner) -> None:
    reasoner.apply(base_article())
    first, second = Explainer(reasoner).explain(RUSSIA_, SY.hasMilitaryPresenceIn, TAJIKISTAN_, limit=5)
    assert (first.rule, second.rule) == ("prp-spo1", "prp-spo2")
    assert first.link == "https://www.w3.org/TR/owl2-profiles/#prp-spo1"
    (citation,) = first.citations()
    assert TEXT[citation.start : citation.end] == citation.exact
    assert (citation.article, citation.title, citation.publisher) == (
        ARTICLE,
        "Soldiers abroad",
        "Example Wire",
    )
    (axiom,) = first.axioms
    assert axiom.sources[0].layer == "ontology" and axiom.sources[0].definition


def test_explanations_as_text_json_and_turtle(reasoner: Reasoner) -> None:
    reasoner.apply(base_article())
    found = Explainer(reasoner).explain(RUSSIA_, SY.sharesAllianceWith, TAJIKISTAN_, limit=2)
    text = render(found)
    assert "Proof 1 of 2" in text and "[prp-spo2]" in text and "reference data" in text
    (first, _) = json.loads(render(found, "json"))
    assert first["rule"] == "prp-spo2" and len(first["premises"]) == 2 and first["axioms"][0]["sources"]
    turtle = render(found, "turtle")
    assert turtle == render(found, "turtle")
    rules = {
        quad.object.value
        for quad in parse(turtle, format=RdfFormat.TURTLE)
        if "byRule" in quad.predicate.value
    }
    assert "https://www.w3.org/TR/owl2-profiles/#prp-spo2" in rules
    with pytest.raises(UnknownName, match="turtle"):
        render(found, "pdf")


def test_what_does_not_hold_is_not_explained(reasoner: Reasoner) -> None:
    with pytest.raises(UnknownName, match="does not follow"):
        Explainer(reasoner).explain(TAJIKISTAN_, SY.hasMilitaryPresenceIn, RUSSIA_)


def test_an_axiom_is_explained(reasoner: Reasoner) -> None:
    below = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    (told,) = Explainer(reasoner).explain(
        SY.Alliance, below, NamedNode("http://www.w3.org/ns/org#Organization")
    )
    assert told.rule == "scm-sco"
