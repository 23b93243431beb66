"""What the ontology earns: questions whose answers nobody stated, each with the proof of an answer."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from summitry.graph import ontology
from summitry.graph.reasoning import Explainer, Reasoner
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import PREFIXES, SY, Iris

IRIS = Iris()
STATED = """
<state/france> a sy:State ; sy:inAlliance <organisation/nato> ; sy:borders <state/belgium> .
<state/belgium> a sy:State ; sy:inAlliance <organisation/nato> .
<state/austria> a sy:State .
<state/djibouti> a sy:State .
<organisation/nato> a sy:Alliance .
<city/arta-djibouti> a sy:City ; sy:locatedIn <region/arta> .
<region/arta> a sy:Region ; sy:inState <state/djibouti> .
<base/france-djibouti> a sy:MilitaryBase ; sy:operatedBy <state/france> ; sy:place <city/arta-djibouti> .
<summit/arta> a sy:Summit ; sy:place <city/arta-djibouti> ; sy:attendee <person/jean> .
<body/senate> a sy:Body ; sy:bodyOf <body/parliament> .
<body/parliament> a sy:Body ; sy:bodyOf <state/france> .
<body/council> a sy:Body ; sy:bodyOf <organisation/nato> .
<person/jean> a sy:Person ; sy:holdsOfficeIn <body/senate> ; sy:met <person/anna> .
<person/anna> a sy:Person ; sy:holdsOfficeIn <body/council> .
"""


@dataclass(frozen=True, slots=True)
class Competency:
    """A question, its whole answer, and the rules that the proof of one answer must use."""

    asked: str
    answers: frozenset[tuple[str, ...]]
    proof: tuple[str, str, str]
    rules: frozenset[str]


def competency(asked: str, answers: list[str], proof: str, rules: str) -> Competency:
    subject, predicate, obj = proof.split()
    found = frozenset(tuple(answer.split()) for answer in answers)
    return Competency(asked, found, (subject, predicate, obj), frozenset(rules.split()))


COMPETENCIES = {
    "Who has forces where, though only the town of the base is known?": competency(
        "SELECT ?a ?b { ?a sy:hasMilitaryPresenceIn ?b }",
        ["state/france state/djibouti"],
        "state/france hasMilitaryPresenceIn state/djibouti",
        "prp-spo2 prp-inv1",
    ),
    "In which state is a base that lies in a town?": competency(
        "SELECT ?b ?s { ?b a sy:MilitaryBase ; sy:host ?s }",
        ["base/france-djibouti state/djibouti"],
        "base/france-djibouti host state/djibouti",
        "prp-spo2",
    ),
    "Who is whose ally because both are in an alliance?": competency(
        "SELECT ?a ?b { ?a sy:sharesAllianceWith ?b FILTER(?a != ?b) }",
        ["state/france state/belgium", "state/belgium state/france"],
        "state/belgium sharesAllianceWith state/france",
        "prp-spo2",
    ),
    "Who borders whom, whichever of the two was said to?": competency(
        "SELECT ?a ?b { ?a sy:borders ?b }",
        ["state/france state/belgium", "state/belgium state/france"],
        "state/belgium borders state/france",
        "prp-symp",
    ),
    "Which state is host of a summit, where only its town is known?": competency(
        "SELECT ?m ?s { ?m a sy:Summit ; sy:host ?s }",
        ["summit/arta state/djibouti"],
        "summit/arta host state/djibouti",
        "prp-spo2",
    ),
    "Who serves a state, through bodies of its bodies?": competency(
        "SELECT ?p ?s { ?p sy:holdsOfficeIn ?s . ?s a sy:State }",
        ["person/jean state/france"],
        "person/jean holdsOfficeIn state/france",
        "prp-spo2",
    ),
    "Who serves an organisation, through its council?": competency(
        "SELECT ?p ?o { ?p sy:holdsOfficeIn ?o . ?o a sy:IntergovernmentalOrganization }",
        ["person/anna organisation/nato"],
        "person/anna holdsOfficeIn organisation/nato",
        "prp-spo2",
    ),
    "What belongs to a state or organisation, at any remove?": competency(
        "SELECT ?b ?o { ?b a sy:Body ; sy:partOf ?o FILTER NOT EXISTS { ?o a sy:Body } }",
        ["body/senate state/france", "body/parliament state/france", "body/council organisation/nato"],
        "body/senate partOf state/france",
        "prp-trp prp-spo1",
    ),
    "Who was ever a member of what?": competency(
        "SELECT ?a ?o { ?a sy:everMemberOf ?o }",
        ["state/france organisation/nato", "state/belgium organisation/nato"],
        "state/france everMemberOf organisation/nato",
        "prp-spo1",
    ),
    "Who met whom, whoever was named first?": competency(
        "SELECT ?a ?b { ?a sy:met ?b }",
        ["person/jean person/anna", "person/anna person/jean"],
        "person/anna met person/jean",
        "prp-symp",
    ),
    "Who took part in a meeting, those at a summit among them?": competency(
        "SELECT ?m ?p { ?m a sy:Meeting ; sy:participant ?p }",
        ["summit/arta person/jean"],
        "summit/arta participant person/jean",
        "prp-spo1",
    ),
}


@pytest.fixture(scope="module")
def reasoner() -> Reasoner:
    store = EmbeddedStore()
    head = f"@prefix sy: <{SY.IRI}> . @base <{IRIS.base}id/> . "
    facts = [
        Quad(*each.triple, IRIS.graph("facts")) for each in parse(head + STATED, format=RdfFormat.TURTLE)
    ]
    store.change([*facts, *(Quad(*each, IRIS.graph("ontology")) for each in ontology.triples())])
    reasoner = Reasoner(store)
    reasoner.rebuild()
    return reasoner


def triple_of(competency: Competency) -> tuple[NamedNode, NamedNode, NamedNode]:
    subject, predicate, obj = competency.proof
    return IRIS.entity(subject), NamedNode(SY.IRI + predicate), IRIS.entity(obj)


@pytest.mark.parametrize("question", COMPETENCIES)
def test_the_question_is_answered(reasoner: Reasoner, question: str) -> None:
    competency = COMPETENCIES[question]
    rows = reasoner.store.query(f"PREFIX sy: <{PREFIXES['sy']}> {competency.asked}").rows()
    start = len(f"{IRIS.base}id/")
    assert {tuple(str(term.value)[start:] for term in row) for row in rows} == competency.answers  # type: ignore[union-attr]


@pytest.mark.parametrize("question", COMPETENCIES)
def test_nobody_stated_it_and_the_proof_ends_in_what_was(reasoner: Reasoner, question: str) -> None:
    competency = COMPETENCIES[question]
    fact = triple_of(competency)
    assert not reasoner.store.has(Quad(*fact, IRIS.graph("facts")))
    (proof,) = Explainer(reasoner).explain(*fact)
    used, todo = set(), [proof]
    while todo:
        step = todo.pop()
        if step.rule:
            used.add(step.rule)
            todo += [*step.premises, *step.axioms]
    assert competency.rules <= used
    for leaf in proof.leaves():
        assert leaf.triple is not None
        stated = any(
            reasoner.store.has(Quad(*Triple(*leaf.triple), IRIS.graph(layer)))  # type: ignore[arg-type]
            for layer in ("facts", "ontology")
        )
        assert stated or leaf.sources, leaf.sentence
