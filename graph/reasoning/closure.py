"""Stated triples -> everything that follows from them under OWL 2 RL, in memory.

Semi-naive: each round joins only what the round before brought with everything known.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from summitry.graph.reasoning.compile import Horn, compile_rules, relation
from summitry.graph.reasoning.index import Index, Members, Row, Side, fact, key, row
from summitry.graph.reasoning.plan import Clash, Found, Plan
from summitry.graph.reasoning.prune import prune
from summitry.graph.reasoning.rules import AXIOMATIC, rules
from summitry.graph.reasoning.terms import (
    DIFFERENT_FROM,
    RESOURCE,
    SAME_AS,
    THING,
    TYPE,
    Fact,
    Term,
    Terms,
    Triple,
    expand,
)
from summitry.graph.reasoning.unfold import unfold
from summitry.graph.reasoning.wanted import Wanted

Rows = dict[int, set[Row]]
"""Rows by relation."""


@dataclass(slots=True)
class Closure:
    """A closed graph: its facts, which of them were stated, the rules that closed it, and its
    inconsistencies.
    """

    terms: Terms
    index: Index
    said: Rows
    plan: Plan
    clashes: set[Clash]

    def forward(self, predicate: int) -> Side:
        """Subject -> objects of a property."""
        return self.index.forward(predicate)

    def backward(self, predicate: int) -> Side:
        """Object -> subjects of a property."""
        return self.index.backward(predicate)

    def members(self, of: int) -> Members:
        """The members of a class."""
        return self.index.members(of)

    def holds(self, relation: int, content: Row) -> bool:
        """Whether a row is there, stated or inferred."""
        return self.index.holds(relation, content)

    def stated(self, relation: int, content: Row) -> bool:
        """Whether a row was stated."""
        return content in self.said.get(relation, ())

    def add(self, relation: int, content: Row) -> bool:
        """Adds a row; False where it was there."""
        return self.index.add(relation, content)

    def discard(self, relation: int, content: Row) -> None:
        """Removes a row that is there."""
        self.index.discard(relation, content)

    def facts(self) -> Iterator[Fact]:
        """What was inferred, the unwanted left out."""
        wanted = Wanted(self.terms)
        for relation_ in self.index.relations():
            known = self.said.get(relation_, set())
            for content in self.index.rows(relation_):
                if content not in known and wanted(each := fact(relation_, content)):
                    yield each

    def inferred(self) -> Iterator[Triple]:
        """The triples that were inferred, the unwanted left out."""
        return map(self.terms.triple, self.facts())


def close(asserted: Iterable[Iterable[Term]], *, complete: bool = False) -> Closure:
    """The OWL 2 RL closure of the stated triples, ontology and data together.

    `complete` copies every triple between equals and adds what is true of every graph, as the tables ask to
    the letter; without it, what nobody asks for is left out.
    """
    terms = Terms(by_value=complete)
    stated: Rows = {}
    index = Index(terms)
    number = terms.number
    for subject, predicate, obj in asserted:
        each = number(subject), number(predicate), number(obj)
        stated.setdefault(key(each), set()).add(row(each))
    for relation_, rows in stated.items():
        index.extend(relation_, rows)
    return _complete(terms, index, stated) if complete else _close(terms, index, stated)


def _close(terms: Terms, index: Index, stated: Rows) -> Closure:
    """Closes the ontology, compiles it, closes the data; again where data brought axioms."""
    while True:
        horns = usual_rules(index, StatedFacts(stated))
        before = axioms(index)
        plan = Plan(horns, index)
        clashes = saturate(plan, index).clashes
        if axioms(index) == before:
            return Closure(terms, index, stated, plan, clashes)


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """Says of a fact whether it was stated."""

    rows: Rows

    def __contains__(self, each: object) -> bool:
        return isinstance(each, tuple) and row(each) in self.rows.get(key(each), ())


def usual_rules(index: Index, stated: Container[Fact], strict: bool = False) -> list[Horn]:
    """The rules for the ontology in an index, which is closed on the way."""
    usual = [rule for rule in rules() if not rule.complete]
    about_terms = [rule for rule in usual if rule.name.startswith("scm-")]
    saturate(Plan(compile_rules(about_terms, index), index), index)
    compiled = [each for each in compile_rules(usual, index, stated) if not _universal(each)]
    used = {relation_ for relation_ in index.relations() if index.size(relation_)}
    return prune(unfold(compiled, index.terms, used, strict), stated)


def _universal(horn: Horn) -> bool:
    """Whether a rule says of everything that it is a thing."""
    return horn.head is not None and horn.head[1] == TYPE and horn.head[2] in (THING, RESOURCE)


def _complete(terms: Terms, index: Index, stated: Rows) -> Closure:
    for names in AXIOMATIC:
        each = terms.fact(NamedNode(expand(name)) for name in names)
        index.add(key(each), row(each))
    for datatype in terms.datatypes:
        _declare(terms, index, datatype)
    while True:
        for number in {number for each in index for number in each if number > 0}:
            index.add(SAME_AS, (number, number))  # eq-ref
        before = len(index), len(index.relations())
        plan = Plan(compile_rules(rules(), index), index, literals=True)
        clashes = saturate(plan, index).clashes
        _tell_apart(terms, index)
        if (len(index), len(index.relations())) == before:
            return Closure(terms, index, stated, plan, clashes)


def _declare(terms: Terms, index: Index, datatype: int) -> None:
    """dt-type1 and dt-type2: a datatype is one, and the literals in its value space are of it."""
    index.add(-terms.number(NamedNode(expand("rdfs:Datatype"))), datatype)
    for literal in terms.literals():
        if terms.member(literal, datatype):
            index.add(-datatype, literal)


def _tell_apart(terms: Terms, index: Index) -> None:
    """dt-diff, for the literals that something is the same as: nothing follows from it for the others."""
    named = [each for each in index.forward(SAME_AS) if each < 0]
    for one in named:
        for other in named:
            if terms.differ(one, other):
                index.add(DIFFERENT_FROM, (one, other))


@cache
def axiom_marks() -> frozenset[tuple[str, str | None]]:
    """What makes a triple an axiom: its property, or for types its class as well."""
    usual = [rule for rule in rules() if not rule.complete]
    asked = [each for rule in usual for each in rule.axioms if ":" in each[1]]
    asked += [each for rule in usual if rule.name.startswith("scm-") for each in rule.body]
    marks = {(each[1], each[2] if each[1] == "rdf:type" else None) for each in asked}
    return frozenset(marks | {("rdf:first", None), ("rdf:rest", None)})


def axioms(index: Index) -> int:
    """How many axioms there are that rules are compiled from."""
    terms = index.terms
    total = 0
    for predicate, class_ in axiom_marks():
        number = terms.number(NamedNode(expand(predicate)))
        total += index.size(number if class_ is None else -terms.number(NamedNode(expand(class_))))
    return total


def saturate(plan: Plan, index: Index) -> Found:
    """Applies all rules to all facts until nothing new comes; what came, and the inconsistencies met."""
    found = Found()
    for number, horn in enumerate(plan.horns):
        if not horn.body:
            _state(horn, found)
            continue
        sizes = [index.reach(relation(atom)) for atom in horn.body]
        if min(sizes):
            place = sizes.index(min(sizes))
            plan.first(number, place)(index.rows(relation(horn.body[place])), found)  # type: ignore[arg-type]
    total = Found({}, found.clashes)
    while new := _merge(index, found):
        for relation_, rows in new.items():
            total.rows.setdefault(relation_, set()).update(rows)
        found = spread(plan, new, "add")
        total.clashes |= found.clashes
    return total


def spread(plan: Plan, new: dict[int, Collection[Row]], kind: str) -> Found:
    """One round: what the new rows bring together with what is known."""
    found = Found()
    for relation_, rows in new.items():
        for trigger in plan.triggers(relation_, kind):
            trigger(rows, found)
    return found


def _merge(index: Index, found: Found) -> dict[int, Collection[Row]]:
    added = ((relation_, index.extend(relation_, rows)) for relation_, rows in found.rows.items())
    return {relation_: fresh for relation_, fresh in added if fresh}


def _state(horn: Horn, found: Found) -> None:
    """A rule without premises: the ontology itself states the conclusion, or contradicts itself."""
    if horn.head is None:
        return
    subject, predicate, obj = horn.head
    each = int(subject), int(predicate), int(obj)
    found.rows.setdefault(key(each), set()).add(row(each))
