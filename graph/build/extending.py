"""One more report of a lasting fact that says nothing new: its support is added, and nothing is fused again.

Some facts, such as who is president, are in every tenth article. Where all sources agree, or the reference data
decide, another report of the same changes neither values nor reasons. The rows `core` of the index say for which facts
that holds, and what a report must say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.build.desk import Desk
from summitry.graph.build.ledger import CORE
from summitry.graph.claims import Entity
from summitry.graph.facts import AttributedValue, Fact, Resource
from summitry.graph.fusion import fuse
from summitry.graph.fusion.truth import SEVERAL, STANDING, text
from summitry.graph.triples import fact_quads
from summitry.graph.vocabulary import SY

LASTING = frozenset(["office", "membership", "border", "treaty", "relation", "base"])
_CLAIM = (SY.supportedBy, SY.reportedIn)
_ANSWER = (SY.ofProperty, SY.value, SY.valueThing)


def extend_lasting(desk: Desk) -> None:
    """Settles the touched blocks to which only more of the same has come; the others stay touched."""
    for key in sorted(desk.placed.keys() - desk.disturbed):
        if key.partition("/")[0] not in LASTING or key not in desk.touched:
            continue
        facts = [fuse([desk.report(node)], desk.known) for node in desk.placed[key]]
        if all(len(found) == 1 and _known(desk, found[0]) for found in facts):
            for (fact,) in facts:
                _extend(desk, fact)
            desk.touched.discard(key)


def core(fact: Fact) -> list[str]:
    """The rows that let a fact be extended; none where another report may change more than its support."""
    if fact.type not in LASTING or not all(map(_settled, _questions(fact))):
        return []
    return [_base(fact), *(_answer(value) for value in fact.values), *(_name(*slot) for slot in _named(fact))]


def _questions(fact: Fact) -> list[list[AttributedValue]]:
    found: dict[str, list[AttributedValue]] = {}
    for value in fact.values:
        found.setdefault(value.property, []).append(value)
    return list(found.values())


def _settled(values: Sequence[AttributedValue]) -> bool:
    """True if the order of the values and their reasons are fixed: one answer of several, or the reference's."""
    first = values[0]
    return (first.reason == STANDING and len(values) <= 2) or (first.reason == SEVERAL and len(values) == 1)


def _base(fact: Fact) -> str:
    """What must be the same; names apart, of which the first in the alphabet counts."""
    slots = sorted((name, type(value).__name__, text(value)) for name, value in fact.slots)
    told = repr((fact.key, fact.type, slots, sorted(fact.shortcuts)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _named(fact: Fact) -> list[tuple[str, str]]:
    """The things of a fact, by key, with what they are called."""
    things = (value for _, value in fact.slots if isinstance(value, Entity | Resource))
    return sorted(
        {(thing.key, thing.label if isinstance(thing, Resource) else thing.name) for thing in things}
    )


def _name(key: str, name: str) -> str:
    return f"name\t{key}\t{name}"


def _answer(value: AttributedValue) -> str:
    return f"{value.property}\t{text(value.value)}\t{value.accepted}"


def _known(desk: Desk, fact: Fact) -> bool:
    """True if the fact is there with these very values, and can be extended."""
    rows = set(desk.ledger.texts(desk.iris.entity(fact.key), CORE))
    if _base(fact) not in rows or not all(_answer(value) in rows for value in fact.values):
        return False
    called = {
        key: name for mark, key, name in (row.split("\t") for row in rows if row.startswith("name\t")) if mark
    }
    return all(called.get(key, "~") <= name for key, name in _named(fact))


def _extend(desk: Desk, fact: Fact) -> None:
    node = desk.iris.entity(fact.key)
    told = list(fact_quads(fact, desk.iris))
    desk.extended.add(node.value)
    desk.added.update(quad for quad in told if quad.subject == node and quad.predicate in _CLAIM)
    graph = desk.iris.graph("facts")
    held = [
        quad.object
        for quad in desk.store.quads(node, SY.hasValue, None, graph.value)
        if isinstance(quad.object, NamedNode)
    ]
    places = {
        _terms(desk.store.quads(value, each, None, graph.value) for each in _ANSWER): value for value in held
    }
    for value in {quad.object for quad in told if quad.predicate == SY.hasValue}:
        own = [quad for quad in told if quad.subject == value]
        place = places[_terms([[quad for quad in own if quad.predicate in _ANSWER]])]
        support = (quad for quad in own if quad.predicate in _CLAIM)
        desk.added.update(Quad(place, quad.predicate, quad.object, graph) for quad in support)


def _terms(groups: Iterable[Iterable[Quad]]) -> frozenset[NamedNode | Literal]:
    return frozenset(
        quad.object for group in groups for quad in group if isinstance(quad.object, NamedNode | Literal)
    )
