"""After any change the closure is what starting over would give; nothing lost, nothing left behind."""

from __future__ import annotations

import random

import pytest
from reasoning_worlds import Seen, World, seen, triples

from summitry.graph.reasoning import close
from summitry.graph.reasoning.closure import Closure
from summitry.graph.reasoning.increments import update
from summitry.graph.reasoning.index import key, row
from summitry.graph.reasoning.terms import Fact


def _facts(closure: Closure, facts: set[Fact]) -> set[Seen]:
    return seen([closure.terms[number] for number in each] for each in facts)


def _inferred(closure: Closure) -> set[Seen]:
    return _facts(closure, {each for each in closure.index if not closure.stated(key(each), row(each))})


def _clashes(closure: Closure) -> set[tuple[str, ...]]:
    plan = closure.plan
    return {
        (plan.horns[each[0]].step.name, *sorted(str(closure.terms[number]) for number in each[1:]))
        for each in closure.clashes
    }


@pytest.mark.parametrize("seed", range(60))
def test_increments_equal_starting_over(seed: int) -> None:
    world, dice = World(seed, equality=seed % 2 == 0, facts=40), random.Random(seed)
    stated = set(dice.sample(world.data, len(world.data) // 2))
    closure = close([*world.axioms, *sorted(stated, key=str)])
    before = _inferred(closure)
    for _ in range(6):
        gone = set(dice.sample(sorted(stated, key=str), min(len(stated), dice.randint(0, 3))))
        rest = [each for each in world.data if each not in stated]
        come = set(dice.sample(rest, min(len(rest), dice.randint(0, 3))))
        change = update(closure, come, gone)
        stated = (stated - gone) | come
        anew = close([*world.axioms, *sorted(stated, key=str)])
        after = _inferred(closure)
        assert after == _inferred(anew)
        assert _clashes(closure) == _clashes(anew)
        assert _facts(closure, change.came) == after - before
        assert _facts(closure, change.went) == before - after
        before = after


@pytest.mark.parametrize("seed", range(20))
def test_what_is_added_and_removed_again_leaves_no_trace(seed: int) -> None:
    world = World(seed, equality=True, facts=40)
    half = len(world.data) // 2
    closure = close([*world.axioms, *world.data[:half]])
    before = _inferred(closure), _clashes(closure), len(closure.index)
    update(closure, world.data[half:])
    update(closure, (), world.data[half:])
    assert (_inferred(closure), _clashes(closure), len(closure.index)) == before


def test_rules_that_feed_themselves_do_not_hold_each_other_up() -> None:
    """Two nodes within each other stay while somebody says so; counting derivations gets this wrong."""
    closure = close(triples(":in a owl:TransitiveProperty . :a :in :b . :b :in :a . :b :in :c ."))
    change = update(closure, (), triples(":b :in :a ."))
    assert _inferred(closure) == seen(triples(":a :in :c ."))
    assert _facts(closure, change.went) == seen(triples(":a :in :a . :b :in :b ."))


def test_a_stated_triple_that_still_follows_becomes_inferred() -> None:
    closure = close(triples(":p a owl:SymmetricProperty . :a :p :b . :b :p :a ."))
    change = update(closure, (), triples(":b :p :a ."))
    assert _facts(closure, change.came) == _inferred(closure) == seen(triples(":b :p :a ."))


def test_an_inferred_triple_that_is_stated_is_no_longer_inferred() -> None:
    closure = close(triples(":p a owl:SymmetricProperty . :a :p :b ."))
    change = update(closure, triples(":b :p :a ."))
    assert _facts(closure, change.went) == seen(triples(":b :p :a ."))
    assert _inferred(closure) == set()


def test_an_inconsistency_goes_with_its_cause() -> None:
    closure = close(triples(":p a owl:IrreflexiveProperty . :a :p :a ."))
    assert len(closure.clashes) == 1
    update(closure, (), triples(":a :p :a ."))
    assert closure.clashes == set()
