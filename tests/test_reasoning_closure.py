"""The closure against the W3C tables, rule by rule, and against owlrl on ontologies made up at random."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal
from reasoning_worlds import World, seen, triples

from summitry.graph.reasoning import close
from summitry.graph.reasoning.closure import Closure
from summitry.graph.reasoning.inconsistency import inconsistencies
from summitry.graph.reasoning.index import key, row
from summitry.graph.reasoning.owlrl_engine import close_with_owlrl
from summitry.graph.reasoning.proofs import Prover
from summitry.graph.reasoning.rules import rules

# Rule -> what is stated, and what follows; each written from the rule's line in the tables.
FOLLOWS: dict[str, tuple[str, str]] = {
    "eq-sym": (":a owl:sameAs :b .", ":b owl:sameAs :a ."),
    "eq-trans": (":a owl:sameAs :b . :b owl:sameAs :c .", ":a owl:sameAs :c ."),
    "prp-dom": (":p rdfs:domain :C . :a :p :b .", ":a a :C ."),
    "prp-rng": (":p rdfs:range :C . :a :p :b .", ":b a :C ."),
    "prp-fp": (":p a owl:FunctionalProperty . :a :p :b, :c .", ":b owl:sameAs :c ."),
    "prp-ifp": (":p a owl:InverseFunctionalProperty . :a :p :c . :b :p :c .", ":a owl:sameAs :b ."),
    "prp-symp": (":p a owl:SymmetricProperty . :a :p :b .", ":b :p :a ."),
    "prp-trp": (":p a owl:TransitiveProperty . :a :p :b . :b :p :c .", ":a :p :c ."),
    "prp-spo1": (":p rdfs:subPropertyOf :q . :a :p :b .", ":a :q :b ."),
    "prp-spo2": (":p owl:propertyChainAxiom ( :q :r :s ) . :a :q :b . :b :r :c . :c :s :d .", ":a :p :d ."),
    "prp-eqp1": (":p owl:equivalentProperty :q . :a :p :b .", ":a :q :b ."),
    "prp-eqp2": (":p owl:equivalentProperty :q . :a :q :b .", ":a :p :b ."),
    "prp-inv1": (":p owl:inverseOf :q . :a :p :b .", ":b :q :a ."),
    "prp-inv2": (":p owl:inverseOf :q . :a :q :b .", ":b :p :a ."),
    "prp-key": (
        ":C owl:hasKey ( :k ) . :a a :C ; :k 1 . :b a :C ; :k 1 . :c a :C ; :k 2 .",
        ":a owl:sameAs :b .",
    ),
    "cls-int1": (":C owl:intersectionOf ( :A :B ) . :a a :A, :B .", ":a a :C ."),
    "cls-int2": (":C owl:intersectionOf ( :A :B ) . :a a :C .", ":a a :B ."),
    "cls-uni": (":C owl:unionOf ( :A :B ) . :a a :B .", ":a a :C ."),
    "cls-svf1": (
        "[ owl:onProperty :p ; owl:someValuesFrom :D ] rdfs:subClassOf :C . :a :p :b . :b a :D .",
        ":a a :C .",
    ),
    "cls-svf2": (
        "[ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :C . :a :p :b .",
        ":a a :C .",
    ),
    "cls-avf": (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :D ] . :a a :C ; :p :b .",
        ":b a :D .",
    ),
    "cls-hv1": (":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue :v ] . :a a :C .", ":a :p :v ."),
    "cls-hv2": ("[ owl:onProperty :p ; owl:hasValue :v ] rdfs:subClassOf :C . :a :p :v .", ":a a :C ."),
    "cls-maxc2": (
        ':C rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .'
        ":a a :C ; :p :b, :c .",
        ":b owl:sameAs :c .",
    ),
    "cls-maxqc3": (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:onClass :D ; owl:maxQualifiedCardinality 1 ] ."
        ":a a :C ; :p :b, :c, :e . :b a :D . :c a :D .",
        ":b owl:sameAs :c .",
    ),
    "cls-maxqc4": (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:onClass owl:Thing ; owl:maxQualifiedCardinality 1 ] ."
        ":a a :C ; :p :b, :c .",
        ":b owl:sameAs :c .",
    ),
    "cls-oo": (":C owl:equivalentClass [ owl:oneOf ( :a :b ) ] .", ":b a :C ."),
    "cax-sco": (":C rdfs:subClassOf :D . :a a :C .", ":a a :D ."),
    "cax-eqc1": (":C owl:equivalentClass :D . :a a :C .", ":a a :D ."),
    "cax-eqc2": (":C owl:equivalentClass :D . :a a :D .", ":a a :C ."),
    "scm-sco": (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C .", ":A rdfs:subClassOf :C ."),
    "scm-eqc1": (":A owl:equivalentClass :B .", ":B rdfs:subClassOf :A ."),
    "scm-eqc2": (":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .", ":A owl:equivalentClass :B ."),
    "scm-spo": (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .", ":p rdfs:subPropertyOf :r ."),
    "scm-eqp1": (":p owl:equivalentProperty :q .", ":q rdfs:subPropertyOf :p ."),
    "scm-eqp2": (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p .", ":p owl:equivalentProperty :q ."),
    "scm-dom1": (":p rdfs:domain :A . :A rdfs:subClassOf :B .", ":p rdfs:domain :B ."),
    "scm-dom2": (":q rdfs:domain :A . :p rdfs:subPropertyOf :q .", ":p rdfs:domain :A ."),
    "scm-rng1": (":p rdfs:range :A . :A rdfs:subClassOf :B .", ":p rdfs:range :B ."),
    "scm-rng2": (":q rdfs:range :A . :p rdfs:subPropertyOf :q .", ":p rdfs:range :A ."),
    "scm-hv": (
        ":A owl:hasValue :v ; owl:onProperty :p . :B owl:hasValue :v ; owl:onProperty :q ."
        ":p rdfs:subPropertyOf :q .",
        ":A rdfs:subClassOf :B .",
    ),
    "scm-svf1": (
        ":A owl:someValuesFrom :C ; owl:onProperty :p . :B owl:someValuesFrom :D ; owl:onProperty :p ."
        ":C rdfs:subClassOf :D .",
        ":A rdfs:subClassOf :B .",
    ),
    "scm-svf2": (
        ":A owl:someValuesFrom :C ; owl:onProperty :p . :B owl:someValuesFrom :C ; owl:onProperty :q ."
        ":p rdfs:subPropertyOf :q .",
        ":A rdfs:subClassOf :B .",
    ),
    "scm-avf1": (
        ":A owl:allValuesFrom :C ; owl:onProperty :p . :B owl:allValuesFrom :D ; owl:onProperty :p ."
        ":C rdfs:subClassOf :D .",
        ":A rdfs:subClassOf :B .",
    ),
    "scm-avf2": (
        ":A owl:allValuesFrom :C ; owl:onProperty :p . :B owl:allValuesFrom :C ; owl:onProperty :q ."
        ":p rdfs:subPropertyOf :q .",
        ":B rdfs:subClassOf :A .",
    ),
    "scm-int": (":C owl:intersectionOf ( :A :B ) .", ":C rdfs:subClassOf :B ."),
    "scm-uni": (":C owl:unionOf ( :A :B ) .", ":B rdfs:subClassOf :C ."),
}
CANNOT_BE: dict[str, str] = {
    "eq-diff1": ":a owl:sameAs :b ; owl:differentFrom :b .",
    "eq-diff2": "[] a owl:AllDifferent ; owl:members ( :a :b :c ) . :a owl:sameAs :c .",
    "eq-diff3": "[] a owl:AllDifferent ; owl:distinctMembers ( :a :b ) . :a owl:sameAs :b .",
    "prp-irp": ":p a owl:IrreflexiveProperty . :a :p :a .",
    "prp-asyp": ":p a owl:AsymmetricProperty . :a :p :b . :b :p :a .",
    "prp-pdw": ":p owl:propertyDisjointWith :q . :a :p :b ; :q :b .",
    "prp-adp": "[] a owl:AllDisjointProperties ; owl:members ( :p :q :r ) . :a :q :b ; :r :b .",
    "prp-npa1": ":n owl:sourceIndividual :a ; owl:assertionProperty :p ; owl:targetIndividual :b . :a :p :b.",
    "prp-npa2": "[] owl:sourceIndividual :a ; owl:assertionProperty :p ; owl:targetValue 1 . :a :p 1 .",
    "cls-nothing2": ":a a owl:Nothing .",
    "cls-com": ":C owl:complementOf :D . :a a :C, :D .",
    "cls-maxc1": ":C rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 0 ] . :a a :C ; :p :b .",
    "cls-maxqc1": (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:onClass :D ; owl:maxQualifiedCardinality 0 ] ."
        ":a a :C ; :p :b . :b a :D ."
    ),
    "cls-maxqc2": (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:onClass owl:Thing ; owl:maxQualifiedCardinality 0 ] ."
        ":a a :C ; :p :b ."
    ),
    "cax-dw": ":C owl:disjointWith :D . :a a :C, :D .",
    "cax-adc": "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) . :a a :A, :C .",
    "dt-not-type": ":p rdfs:range xsd:integer . :a :p true .",
    "dt-diff": ":p a owl:FunctionalProperty . :a :p 1, 2 .",
}


def _used(closure: Closure, turtle: str) -> set[str | None]:
    """The rules in the proof of the first triple of a text."""
    (triple, *_) = triples(turtle)
    proof = Prover(closure, closure.plan).prove(closure.terms.fact(triple))
    assert proof is not None
    return {step.rule for step in proof.steps()}


def test_every_rule_of_the_tables_has_a_case() -> None:
    usual = {rule.name for rule in rules() if not rule.complete}
    assert usual <= FOLLOWS.keys() | CANNOT_BE.keys()
    assert len(usual) == 63


@pytest.mark.parametrize("rule", FOLLOWS)
def test_what_follows(rule: str) -> None:
    stated, expected = FOLLOWS[rule]
    closure = close(triples(stated))
    assert seen(triples(expected)) <= seen(closure.inferred())
    assert rule in _used(closure, expected)


@pytest.mark.parametrize("rule", FOLLOWS)
def test_the_complete_closure_agrees(rule: str) -> None:
    stated, expected = FOLLOWS[rule]
    closure = close(triples(stated), complete=True)
    assert seen(triples(expected)) <= seen(closure.inferred())


@pytest.mark.parametrize("rule", CANNOT_BE)
def test_what_cannot_be(rule: str) -> None:
    closure = close(triples(CANNOT_BE[rule]))
    assert rule in {wrong.rule for wrong in inconsistencies(closure.plan, closure.clashes)}
    assert close(triples(CANNOT_BE[rule]), complete=True).clashes


# What public test suites do not see, and engines get wrong.
NOT = {
    "a key tells apart": (":C owl:hasKey ( :k ) . :a a :C ; :k 1 . :b a :C ; :k 2 .", ":a owl:sameAs :b ."),
    "half a key is none": (
        ":C owl:hasKey ( :k :l ) . :a a :C ; :k 1 ; :l 1 . :b a :C ; :k 1 ; :l 2 .",
        ":a owl:sameAs :b .",
    ),
    "a qualified limit counts its class alone": (
        ":C rdfs:subClassOf [ owl:onProperty :p ; owl:onClass :D ; owl:maxQualifiedCardinality 1 ] ."
        ":a a :C ; :p :b, :c . :b a :D .",
        ":b owl:sameAs :c .",
    ),
    "equals are not substituted": (":a owl:sameAs :b . :a :p :c .", ":b :p :c ."),
    "reflexive": (":C rdfs:subClassOf :D . :D rdfs:subClassOf :C .", ":C rdfs:subClassOf :C ."),
    "universal": (":C a owl:Class . :a a :C .", ":a a owl:Thing . :C rdfs:subClassOf owl:Thing ."),
    "axiomatic": (":C a owl:Class .", "rdfs:label a owl:AnnotationProperty . xsd:string a rdfs:Datatype ."),
}


@pytest.mark.parametrize("case", NOT)
def test_what_does_not_follow_or_is_left_out(case: str) -> None:
    stated, unwanted = NOT[case]
    assert not seen(triples(unwanted)) & seen(close(triples(stated)).inferred())


def test_expressions_and_literal_subjects_are_left_out() -> None:
    closure = close(
        triples(
            "[ owl:onProperty :p ; owl:someValuesFrom :D ] rdfs:subClassOf :C . :p rdfs:range :D ."
            ':a :p :b ; :q "words" . :q a owl:SymmetricProperty .'
        )
    )
    assert seen(closure.inferred()) == seen(triples(":a a :C . :b a :D ."))


def test_equals_are_substituted_on_request() -> None:
    closure = close(triples(":a owl:sameAs :b . :a :p :c . :d :q :a ."), complete=True)
    assert seen(triples(":b :p :c . :d :q :b .")) <= seen(closure.inferred())


def test_values_count_not_spellings() -> None:
    closure = close(
        triples(':C owl:hasKey ( :k ) . :a a :C ; :k 7 . :b a :C ; :k "7.0"^^xsd:decimal .'), complete=True
    )
    assert seen(triples(":a owl:sameAs :b .")) <= seen(closure.inferred())


def test_values_are_members_of_datatypes() -> None:
    stated = (
        "[ owl:onProperty :p ; owl:someValuesFrom xsd:integer ] rdfs:subClassOf :C ."
        ':a :p 1 . :b :p "one" . :c :p :d . :e :p "2"^^xsd:byte .'
    )
    for complete in (False, True):
        found = seen(close(triples(stated), complete=complete).inferred())
        assert found & seen(triples(":a a :C . :b a :C . :c a :C . :e a :C .")) == seen(
            triples(":a a :C . :e a :C .")
        )


def test_ill_typed_literals_are_known() -> None:
    closure = close(triples(':a :p "many"^^xsd:integer .'))
    assert list(closure.terms.illtyped.values()) == [
        Literal("many", datatype=triples(":a :p 1 .")[0][2].datatype)
    ]  # type: ignore[union-attr]


def test_data_may_bring_axioms() -> None:
    stated = ":imply rdfs:subPropertyOf rdfs:subPropertyOf . :p :imply :q . :a :p :b ."
    assert seen(triples(":a :q :b .")) <= seen(close(triples(stated)).inferred())


def _compare(world: World, complete: bool) -> None:
    ours, theirs = close(world.triples, complete=complete), close_with_owlrl(world.triples)
    assert seen(ours.inferred()) == seen(theirs.triples)
    assert bool(ours.clashes) == bool(theirs.inconsistencies)


@pytest.mark.parametrize("seed", range(25))
def test_owlrl_agrees(seed: int) -> None:
    _compare(World(seed, equality=False), complete=False)


@pytest.mark.parametrize("seed", range(25))
def test_owlrl_agrees_where_things_are_equal(seed: int) -> None:
    _compare(World(seed, equality=True), complete=True)


@pytest.mark.parametrize("seed", range(25))
def test_equalities_are_the_same_without_copies(seed: int) -> None:
    """What the usual closure leaves out of the complete one are copies between equals."""
    world = World(seed, equality=True)
    usual, complete = close(world.triples), close(world.triples, complete=True)
    assert seen(usual.inferred()) <= seen(complete.inferred()) | seen(world.triples)
    equal = {fact for fact in complete.index if fact[1] == 2 and fact[0] != fact[2]}
    if not equal:
        assert seen(usual.inferred()) == seen(complete.inferred())


def test_nothing_is_inferred_that_was_stated() -> None:
    closure = close(World(3, equality=True).triples)
    assert not any(closure.stated(key(fact), row(fact)) for fact in closure.facts())
