"""A closed graph and a change -> the graph closed again, without starting over.

Additions join the new facts with the old. Removals over-delete and re-derive (DRed): first all that rested on
what is gone is taken away, then what still follows some other way comes back. Nothing is stored for it, and
rules that feed themselves (a place within a place within …) need no counting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from summitry.graph.reasoning.closure import Closure, Rows, spread
from summitry.graph.reasoning.compile import at
from summitry.graph.reasoning.index import Ground, Row, fact, key, row
from summitry.graph.reasoning.plan import Clash, Plan
from summitry.graph.reasoning.terms import Fact, Term


@dataclass(slots=True)
class Change:
    """What a change did: facts newly stated; inferred facts that came and that went; inconsistencies that
    came.
    """

    stated: set[Fact] = field(default_factory=set)
    came: set[Fact] = field(default_factory=set)
    went: set[Fact] = field(default_factory=set)
    clashes: set[Clash] = field(default_factory=set)


def update(
    closure: Closure, added: Iterable[Iterable[Term]], removed: Iterable[Iterable[Term]] = ()
) -> Change:
    """Changes what a closure in memory states, and closes it again. Axioms must not be among it."""
    gone = {closure.terms.fact(triple) for triple in removed}
    come = {closure.terms.fact(triple) for triple in added} - gone
    gone = {each for each in gone if closure.stated(key(each), row(each))}
    come = {each for each in come if not closure.stated(key(each), row(each))}
    for each in gone:
        closure.said[key(each)].discard(row(each))
    for each in come:
        closure.said.setdefault(key(each), set()).add(row(each))
    change = close_again(closure, closure.plan, come, gone)
    closure.clashes = {
        clash for clash in closure.clashes if stands(closure, closure.plan, clash)
    } | change.clashes
    return change


def close_again(ground: Ground, plan: Plan, added: Iterable[Fact], removed: Iterable[Fact]) -> Change:
    """Closes again after facts became stated or ceased to be; `ground.stated` answers for the time after.

    The removed facts must still be in the ground, the added ones need not.
    """
    told = set(added)
    change = Change(stated=told)
    fallen = _fall(ground, plan, _rows(removed))
    stated = {fact(relation, content) for relation, rows in _rows(removed).items() for content in rows}
    for relation, rows in fallen.items():
        for content in rows:
            ground.discard(relation, content)
    back = {
        relation: [r for r in rows if derivable(ground, plan, relation, r)]
        for relation, rows in fallen.items()
    }
    new: Rows = {}
    for each in told:
        if ground.holds(key(each), row(each)):
            change.went.add(each)  # it was inferred, and is stated now
        else:
            new.setdefault(key(each), set()).add(row(each))
    for relation, content in [(relation, r) for relation, rows in back.items() for r in rows]:
        new.setdefault(relation, set()).add(content)
    _grow(ground, plan, new, change)
    inferred_before = {fact(relation, r) for relation, rows in fallen.items() for r in rows} - stated
    change.went |= {
        each for each in inferred_before if each in told or not ground.holds(key(each), row(each))
    }
    change.came = {each for each in change.came if each not in told and each not in inferred_before}
    return change


def _rows(facts: Iterable[Fact]) -> Rows:
    rows: Rows = {}
    for each in facts:
        rows.setdefault(key(each), set()).add(row(each))
    return rows


def _fall(ground: Ground, plan: Plan, removed: Rows) -> Rows:
    """Everything that rests on the removed rows, with them; what is stated stays."""
    fallen: Rows = {relation: set(rows) for relation, rows in removed.items()}
    new: dict[int, Collection[Row]] = dict(removed)
    while new:
        found = spread(plan, new, "drop")
        new = {}
        for relation, rows in found.rows.items():
            known = fallen.setdefault(relation, set())
            fresh = {
                content for content in rows if content not in known and not ground.stated(relation, content)
            }
            known |= fresh
            if fresh:
                new[relation] = fresh
    return fallen


def _grow(ground: Ground, plan: Plan, new: Rows, change: Change) -> None:
    """Adds rows, and all that they bring."""
    while new:
        fresh: dict[int, Collection[Row]] = {}
        for relation, rows in new.items():
            added = [content for content in rows if ground.add(relation, content)]
            change.came.update(fact(relation, content) for content in added)
            if added:
                fresh[relation] = added
        found = spread(plan, fresh, "add")
        change.clashes |= found.clashes
        new = found.rows


def derivable(ground: Ground, plan: Plan, relation: int, content: Row) -> bool:
    """Whether some rule gives a row from what is there."""
    subject, _, obj = fact(relation, content)
    return any(
        next(plan.backward(number)(subject, obj), None) is not None for number in plan.concluding(relation)
    )


def stands(ground: Ground, plan: Plan, clash: Clash) -> bool:
    """Whether all that an inconsistency rests on is still there."""
    horn, names = plan.horns[clash[0]], dict(zip(plan.horns[clash[0]].variables, clash[1:], strict=True))
    return all(ground.holds(key(each), row(each)) for each in (at(atom, names) for atom in horn.body))
