"""The reasoner over a store: graphs of its own, kept true by changes; explanations; inconsistencies."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from reasoning_worlds import World, triples
from soldiers import ARTICLE, CSTO, IRIS, REFERENCE, RUSSIA_, TAJIKISTAN_, base_article, prepared, quads

from summitry.graph import ontology
from summitry.graph.errors import BadParameter, ConfigurationError
from summitry.graph.reasoning import Explainer, Reasoner, close
from summitry.graph.reasoning.owlrl_engine import close_with_owlrl
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import OWL, RDF, RDFS, SY


@pytest.fixture
def store() -> EmbeddedStore:
    return prepared()


@pytest.fixture
def reasoner(store: EmbeddedStore) -> Reasoner:
    reasoner = Reasoner(store)
    reasoner.rebuild()
    return reasoner


def made(reasoner: Reasoner) -> dict[str, set[Quad]]:
    """What stands in the reasoner's graphs."""
    names = ("inferred", "schema", "equalities", "violations")
    return {name: set(reasoner.store.quads(graph=reasoner.graph(name))) for name in names}


def inferred(reasoner: Reasoner, *triple: NamedNode) -> bool:
    return reasoner.store.has(Quad(*triple, IRIS.graph("inferred")))


def test_what_follows_stands_in_graphs_of_its_own(reasoner: Reasoner) -> None:
    assert inferred(reasoner, RUSSIA_, SY.sharesAllianceWith, TAJIKISTAN_)
    assert inferred(reasoner, RUSSIA_, SY.everMemberOf, CSTO)
    graphs = made(reasoner)
    assert graphs["schema"] and not graphs["equalities"] and not graphs["violations"]
    stated = {quad.triple for graph in reasoner.said() for quad in reasoner.store.quads(graph=graph)}
    assert not stated & {quad.triple for quad in graphs["inferred"]}


def test_owlrl_agrees_on_our_ontology_and_data(store: EmbeddedStore) -> None:
    stated = {
        quad.triple
        for quad in (*REFERENCE, *base_article())
        if quad.graph_name in map(IRIS.graph, ("reference", "facts"))
    }
    logic = ("http://www.w3.org/2000/01/rdf-schema#", OWL.IRI, RDF.IRI)
    words = ("label", "comment", "isDefinedBy")
    axioms = [
        each
        for each in ontology.triples()
        if each.predicate.value.startswith(logic) and not each.predicate.value.endswith(words)
    ]
    ours, theirs = close([*axioms, *stated]), close_with_owlrl([*axioms, *stated])
    assert set(ours.inferred()) == theirs.triples
    assert len(theirs.triples) > 250 and not theirs.inconsistencies


def test_an_article_in_and_out_again(reasoner: Reasoner) -> None:
    before = made(reasoner)
    reasoner.apply(base_article())
    assert inferred(reasoner, RUSSIA_, SY.hasMilitaryPresenceIn, TAJIKISTAN_)
    after = made(reasoner)
    reasoner.rebuild()
    assert made(reasoner) == after
    reasoner.apply((), base_article())
    assert made(reasoner) == before
    reasoner.rebuild()
    assert made(reasoner) == before


def test_update_follows_a_change_already_made(reasoner: Reasoner) -> None:
    facts = [quad for quad in base_article() if quad.graph_name == IRIS.graph("facts")]
    reasoner.store.change(facts)
    reasoner.update([quad.triple for quad in facts])
    assert inferred(reasoner, RUSSIA_, SY.hasMilitaryPresenceIn, TAJIKISTAN_)
    reasoner.store.change((), facts)
    reasoner.update((), [quad.triple for quad in facts])
    assert not inferred(reasoner, RUSSIA_, SY.hasMilitaryPresenceIn, TAJIKISTAN_)


def test_a_triple_said_twice_falls_with_the_last_who_says_it(reasoner: Reasoner) -> None:
    here = quads("<state/russia> sy:met <state/tajikistan> .", IRIS.graph("facts"))
    there = quads("<state/russia> sy:met <state/tajikistan> .", DefaultGraph())
    reasoner.apply([*here, *there])
    reasoner.apply((), here)
    assert inferred(reasoner, TAJIKISTAN_, SY.met, RUSSIA_)
    reasoner.apply((), there)
    assert not inferred(reasoner, TAJIKISTAN_, SY.met, RUSSIA_)


def test_claims_and_other_graphs_pass_through(reasoner: Reasoner) -> None:
    elsewhere = quads("<state/russia> sy:met <state/tajikistan> .", NamedNode(ARTICLE))
    before = made(reasoner)
    reasoner.apply(elsewhere)
    assert made(reasoner) == before
    assert reasoner.store.has(elsewhere[0])


def test_users_may_add_axioms(reasoner: Reasoner) -> None:
    axiom = quads("sy:met <http://www.w3.org/2000/01/rdf-schema#subPropertyOf> sy:knows .", DefaultGraph())
    reasoner.apply(quads("<state/russia> sy:met <state/tajikistan> .", DefaultGraph()))
    reasoner.apply(axiom)
    knows = NamedNode(SY.IRI + "knows")
    assert inferred(reasoner, TAJIKISTAN_, knows, RUSSIA_)
    reasoner.apply((), axiom)
    assert not inferred(reasoner, TAJIKISTAN_, knows, RUSSIA_)


def test_blank_nodes_of_users_are_reasoned_over(reasoner: Reasoner) -> None:
    nameless = quads("[] sy:met <state/tajikistan> .", DefaultGraph())
    before = made(reasoner)
    reasoner.apply(nameless)
    assert len(made(reasoner)["inferred"]) > len(before["inferred"])
    reasoner.store.update("DELETE WHERE { ?s <https://w3id.org/summitry/ontology#met> ?o }")
    reasoner.update((), [quad.triple for quad in nameless])
    assert made(reasoner) == before


def test_equalities_are_candidates_and_nothing_is_merged(reasoner: Reasoner) -> None:
    reasoner.apply(
        quads('<state/tajikia> a sy:State ; sy:isoCode "TJK" ; sy:borders <state/russia> .', DefaultGraph())
    )
    same = {(quad.subject, quad.object) for quad in made(reasoner)["equalities"]}
    other = IRIS.entity("state/tajikia")
    assert same == {(other, TAJIKISTAN_), (TAJIKISTAN_, other)}
    assert inferred(reasoner, RUSSIA_, SY.borders, other)
    assert not inferred(reasoner, RUSSIA_, SY.borders, TAJIKISTAN_)


WRONG = {
    "cax-adc": "<state/russia> a sy:City .",
    "prp-irp": "<state/russia> sy:borders <state/russia> .",
    "prp-pdw": "<state/russia> sy:recognises <state/tajikistan> ; sy:doesNotRecognise <state/tajikistan> .",
    "dt-not-type": "<border/a-b> sy:lengthKm true .",
    "eq-diff1": '<state/t> a sy:State ; sy:isoCode "TJK" ; owl:differentFrom <state/tajikistan> .',
}


@pytest.mark.parametrize("rule", WRONG)
def test_inconsistencies_are_reported_and_poison_nothing(reasoner: Reasoner, rule: str) -> None:
    before, cause = made(reasoner), quads(WRONG[rule], DefaultGraph())
    reasoner.apply(cause)
    found = list(reasoner.inconsistencies())
    assert rule in {wrong.rule for wrong in found}
    after = made(reasoner)
    reasoner.rebuild()
    assert made(reasoner) == after
    told = [Explainer(reasoner).refute(wrong) for wrong in found]
    assert all(each.triple is None and list(each.leaves()) for each in told)
    assert all(leaf.sources for each in told for leaf in each.leaves() if leaf.rule is None)
    reasoner.apply((), cause)
    assert made(reasoner) == before


def test_reports_follow_what_they_speak_of(reasoner: Reasoner) -> None:
    """Whatever comes and goes, they are those of a reasoner that starts anew; others are not looked at."""
    name = Literal("Aardvarkia", language="en")
    named = [Quad(RUSSIA_, RDFS.label, name), Quad(IRIS.entity("border/a-b"), RDFS.label, name)]
    wrongs = {rule: quads(body, DefaultGraph()) for rule, body in WRONG.items()}
    first, second = wrongs["cax-adc"], wrongs["dt-not-type"]
    every = [quad for body in wrongs.values() for quad in body]
    steps: list[tuple[list[Quad], list[Quad]]] = [(every, []), (named, []), ([], first), (first, second)]
    steps.append(([], named))
    seen = list[set[str]]()
    for come, gone in steps:
        reasoner.apply(come, gone)
        after = made(reasoner)
        assert reasoner.rebuild().inconsistencies == len(list(reasoner.inconsistencies()))
        assert made(reasoner) == after
        seen.append({rule for rule in WRONG if rule in {each.rule for each in reasoner.inconsistencies()}})
    less = set(WRONG) - {"dt-not-type"}
    assert seen == [set(WRONG), set(WRONG), set(WRONG) - {"cax-adc"}, less, less]


OUTSIDE = {
    "someValuesFrom stands above": ":C rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :D ] .",
    "unionOf stands above": ":C rdfs:subClassOf [ owl:unionOf ( :A :B ) ] .",
    "allValuesFrom stands below": "[ owl:onProperty :p ; owl:allValuesFrom :D ] rdfs:subClassOf :C .",
    "complementOf stands below": "[ owl:complementOf :D ] rdfs:subClassOf :C .",
    "unionOf stands equivalent": ":C owl:equivalentClass [ owl:unionOf ( :A :B ) ] .",
    "owl:Thing stands below": "owl:Thing rdfs:subClassOf :C .",
    "neither 0 nor 1": ":C rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 2 ] .",
    "minCardinality": ":C rdfs:subClassOf [ owl:onProperty :p ; owl:minCardinality 1 ] .",
    "hasSelf": ":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasSelf true ] .",
    "ReflexiveProperty": ":p a owl:ReflexiveProperty .",
    "redefines": ":p rdfs:subPropertyOf rdf:type .",
    "disjointUnionOf": ":C owl:disjointUnionOf ( :A :B ) .",
    "imports": ":o owl:imports :other .",
}


@pytest.mark.parametrize("problem", OUTSIDE)
def test_axioms_that_no_rule_honours_are_refused(store: EmbeddedStore, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        Reasoner(store, ontology=triples(OUTSIDE[problem])).rebuild()


def test_an_expression_that_feeds_itself_is_refused(store: EmbeddedStore) -> None:
    nested = "[ owl:onProperty :p ; owl:someValuesFrom [ owl:onProperty :p ; owl:hasValue :v ] ]"
    Reasoner(store, ontology=triples(f"{nested} rdfs:subClassOf :C .")).ready()  # nested is fine
    with pytest.raises(ConfigurationError, match="give it a name"):
        Reasoner(store, ontology=triples(":p owl:inverseOf _:q . _:q a owl:TransitiveProperty .")).ready()


def test_an_unknown_engine_is_refused(store: EmbeddedStore) -> None:
    with pytest.raises(BadParameter, match="rules, owlrl"):
        Reasoner(store, engine="magic")


def test_owlrl_can_be_chosen(store: EmbeddedStore) -> None:
    small = triples(":p a owl:SymmetricProperty . :q rdfs:subPropertyOf :p .")
    data = [Quad(*each, IRIS.graph("facts")) for each in triples(':a :q :b . :b :r "words" .')]
    empty = EmbeddedStore()
    reasoner = Reasoner(empty, ontology=small, engine="owlrl")
    reasoner.apply(data)
    by_owlrl = made(reasoner)
    other = Reasoner(empty, ontology=small)
    other.rebuild()
    assert made(other) == by_owlrl and by_owlrl["inferred"]
    reasoner.apply((), data)
    assert not made(reasoner)["inferred"]


# The first of the random ontologies that lie within OWL 2 RL.
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5, 6, 8, 10, 12, 14, 15, 16])
def test_changes_of_a_store_equal_a_rebuild(seed: int) -> None:
    world = World(seed, equality=True, facts=40)
    store = EmbeddedStore()
    reasoner = Reasoner(store, ontology=world.axioms)
    reasoner.rebuild()
    everything = [Quad(*each, IRIS.graph("facts")) for each in world.data]
    for start in range(0, len(everything), 5):
        reasoner.apply(everything[start : start + 5], everything[max(0, start - 10) : max(0, start - 7)])
        after = made(reasoner)
        Reasoner(store, ontology=world.axioms).rebuild()
        assert made(reasoner) == after
