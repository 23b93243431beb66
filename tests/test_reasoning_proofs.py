"""Proofs: every inferred triple has one, each step is an instance of its rule, and no shorter one exists."""

from __future__ import annotations

import pytest
from proof_checker import Checker
from reasoning_worlds import World, triples

from summitry.graph.reasoning import close
from summitry.graph.reasoning.closure import Closure
from summitry.graph.reasoning.index import key, row
from summitry.graph.reasoning.proofs import Proof, Prover
from summitry.graph.reasoning.terms import Fact


def _inferred(closure: Closure) -> list[Fact]:
    return [each for each in closure.index if not closure.stated(key(each), row(each))]


def _sound(proof: Proof, closure: Closure, checker: Checker, path: frozenset[Fact] = frozenset()) -> bool:
    """Whether each step checks, no fact is its own reason, and all leaves were stated."""
    if proof.rule is None:
        assert proof.fact is not None
        return closure.stated(key(proof.fact), row(proof.fact))
    if proof.fact in path or not checker.holds(proof):
        return False
    above = path | {proof.fact} if proof.fact else path
    axioms = all(closure.holds(key(axiom), row(axiom)) for axiom in proof.axioms)
    return axioms and all(_sound(each, closure, checker, above) for each in proof.premises)


@pytest.mark.parametrize("seed", range(40))
def test_every_inferred_triple_has_a_sound_proof(seed: int) -> None:
    closure = close(World(seed, equality=seed % 2 == 0, facts=40).triples)
    prover, checker = Prover(closure, closure.plan), Checker(closure.terms, closure.index)
    for each in _inferred(closure):
        proof = prover.prove(each)
        assert proof is not None and proof.fact == each
        assert _sound(proof, closure, checker)


@pytest.mark.parametrize("seed", range(40))
def test_every_inconsistency_has_a_sound_proof(seed: int) -> None:
    closure = close(World(seed, equality=seed % 2 == 0, facts=40).triples)
    prover, checker = Prover(closure, closure.plan), Checker(closure.terms, closure.index)
    for clash in closure.clashes:
        assert _sound(prover.refute(clash), closure, checker)


@pytest.mark.parametrize("seed", range(20))
def test_several_proofs_are_different_and_sound(seed: int) -> None:
    closure = close(World(seed, equality=seed % 2 == 0, facts=30).triples)
    prover, checker = Prover(closure, closure.plan), Checker(closure.terms, closure.index)
    for each in _inferred(closure)[:40]:
        found = prover.proofs(each, 5)
        assert 1 <= len(found) <= 5 and len(set(found)) == len(found)
        assert [proof.size for proof in found] == sorted(proof.size for proof in found)
        assert all(_sound(proof, closure, checker) for proof in found)


def _smallest(closure: Closure, prover: Prover) -> dict[Fact, int]:
    """The size of the smallest proof of every fact, found by trying until nothing gets smaller."""
    sizes: dict[Fact, int] = {each: 0 for each in closure.index if closure.stated(key(each), row(each))}
    changed = True
    while changed:
        changed = False
        for each in _inferred(closure):
            for way in prover.ways(each):
                if all(one in sizes for one in way.premises):
                    # an atom that occurs twice in a body is proved twice in the tree
                    total = way.steps + sum(sizes[one] for one in way.premises)
                    if total < sizes.get(each, total + 1):
                        sizes[each], changed = total, True
    return sizes


@pytest.mark.parametrize("seed", range(20))
def test_no_proof_is_longer_than_it_need_be(seed: int) -> None:
    closure = close(World(seed, equality=seed % 2 == 0, facts=30).triples)
    prover = Prover(closure, closure.plan)
    smallest = _smallest(closure, prover)
    for each in _inferred(closure):
        proof = prover.prove(each)
        assert proof is not None and proof.size == smallest[each]


def _prove(stated: str, goal: str, limit: int = 1) -> list[Proof]:
    closure = close(triples(stated))
    (triple,) = triples(goal)
    return Prover(closure, closure.plan).proofs(closure.terms.fact(triple), limit)


def test_a_stated_fact_needs_no_rule() -> None:
    (proof,) = _prove(":a :p :b .", ":a :p :b .", 3)
    assert proof.rule is None and proof.size == 0


def test_what_does_not_follow_has_no_proof() -> None:
    assert _prove(":a :p :b .", ":b :p :a .") == []


def test_circles_prove_nothing() -> None:
    stated = ":p owl:inverseOf :q . :p a owl:SymmetricProperty . :q a owl:SymmetricProperty . :a :p :b ."
    found = _prove(stated, ":a :q :b .", 10)
    assert [proof.size for proof in found] == [2, 2]
    assert len({leaf for proof in found for leaf in proof.leaves()}) == 1


def test_steps_through_class_expressions_are_shown_one_by_one() -> None:
    stated = (
        ":C owl:equivalentClass [ owl:intersectionOf ( :A [ owl:onProperty :p ; owl:someValuesFrom"
        " [ owl:unionOf ( :B :D ) ] ] ) ] . :x a :A ; :p :y . :y a :D ."
    )
    (proof,) = _prove(stated, ":x a :C .")
    assert [step.rule for step in proof.steps()] == ["cax-eqc2", "cls-int1", "cls-svf1", "cls-uni"]


def test_a_long_chain_is_proved() -> None:
    stated = ":p a owl:TransitiveProperty . " + " ".join(f":n{i} :p :n{i + 1} ." for i in range(40))
    (proof,) = _prove(stated, ":n0 :p :n40 .")
    assert proof.size == 39
    assert len(list(proof.leaves())) == 40
