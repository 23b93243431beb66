"""RDF terms as small integers: IRIs and blank nodes above zero, literals below.

By value, literals that denote the same ("7" and "7.0") share a number: keys, functional properties and
hasValue then compare values, as the datatype rules ask, without a copy of every triple for every spelling. By
term, each keeps its own, so that a store can be asked for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode
from pyoxigraph import Triple as TripleTerm

from summitry.graph.reasoning.datatypes import DATATYPES, RDF, RDFS, XSD, Value, differ, holds, value

OWL: Final = "http://www.w3.org/2002/07/owl#"
PREFIXES: Final = {"rdf": RDF, "rdfs": RDFS, "owl": OWL, "xsd": XSD}

Node = NamedNode | BlankNode | TripleTerm
Term = NamedNode | BlankNode | TripleTerm | Literal
Triple = tuple[Node, NamedNode, Term]
Fact = tuple[int, int, int]
"""A triple of numbers: subject, predicate, object."""


class Terms:
    """The numbering of the terms of one reasoner."""

    def __init__(self, by_value: bool = False) -> None:
        self._by_value = by_value
        self._numbers: dict[Term, int] = {}
        self._nodes: list[Node] = [NamedNode("urn:summitry:none")]
        self._literals: list[Literal] = [Literal("")]
        self._values: list[Value | None] = [None]
        self._known: dict[Value, int] = {}
        self.illtyped: dict[int, Literal] = {}
        for name in CONSTANTS:
            self.number(NamedNode(expand(name)))
        self.datatypes = {self.number(NamedNode(iri)): iri for iri in sorted(DATATYPES)}

    def number(self, term: Term) -> int:
        """The number of a term, given out on first sight."""
        known = self._numbers.get(term)
        if known is not None:
            return known
        if isinstance(term, Literal):
            return self._literal(term)
        number = len(self._nodes)
        self._nodes.append(term)
        self._numbers[term] = number
        return number

    def _literal(self, term: Literal) -> int:
        held = value(term.value, term.datatype.value, term.language)
        number = self._known.get(held) if held is not None and self._by_value else None
        if number is None:
            number = -len(self._literals)
            self._literals.append(term)
            self._values.append(held)
            if held is None:
                self.illtyped[number] = term
            elif self._by_value:
                self._known[held] = number
        self._numbers[term] = number
        return number

    def __getitem__(self, number: int) -> Term:
        return self._nodes[number] if number > 0 else self._literals[-number]

    def fact(self, triple: Iterable[Term]) -> Fact:
        """The numbers of a triple."""
        subject, predicate, obj = triple
        return self.number(subject), self.number(predicate), self.number(obj)

    def triple(self, fact: Fact) -> Triple:
        """The triple of three numbers; the subject must not be a literal nor the predicate a blank node."""
        subject, predicate, obj = (self[number] for number in fact)
        if isinstance(subject, Literal) or not isinstance(predicate, NamedNode):
            raise ValueError(f"not an RDF triple: {subject} {predicate} {obj}")
        return subject, predicate, obj

    def anonymous(self, number: int) -> bool:
        """Whether the number stands for a blank node."""
        return number > 0 and isinstance(self._nodes[number], BlankNode)

    def member(self, number: int, datatype: int) -> bool:
        """Whether a literal's value lies in a datatype's value space; unknown datatypes hold what says so."""
        held = self._values[-number]
        if held is None:
            return False
        known = holds(held, self.datatypes[datatype])
        literal = self._literals[-number]
        return known if known is not None else literal.datatype == self[datatype]

    def excludes(self, datatype: int, number: int) -> bool:
        """Whether a literal's value is known to lie outside a datatype's value space (dt-not-type)."""
        held = self._values[-number]
        return held is not None and holds(held, self.datatypes[datatype]) is False

    def differ(self, one: int, other: int) -> bool:
        """Whether two literals are known to denote different values (dt-diff)."""
        first, second = self._values[-one], self._values[-other]
        return first is not None and second is not None and differ(first, second)

    def means(self, number: int, integer: int) -> bool:
        """Whether a literal denotes an integer, however it is written."""
        return number < 0 and self._values[-number] == ("number", integer)

    def __len__(self) -> int:
        return len(self._nodes) + len(self._literals)

    def literals(self) -> range:
        """The numbers of all literals seen so far."""
        return range(-1, -len(self._literals), -1)


def expand(name: str) -> str:
    """The IRI of a prefixed name of RDF, RDFS, OWL or XSD."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


# Every reasoner numbers these first and in this order, so that they are constants of the program.
CONSTANTS: Final = (
    "rdf:type", "owl:sameAs", "owl:differentFrom", "rdf:first", "rdf:rest", "rdf:nil", "owl:Thing",
    "owl:Nothing", "rdfs:Resource", "rdfs:subClassOf", "rdfs:subPropertyOf", "owl:equivalentClass",
    "owl:equivalentProperty", "owl:inverseOf", "rdfs:domain", "rdfs:range",
)  # fmt: skip
(TYPE, SAME_AS, DIFFERENT_FROM, FIRST, REST, NIL, THING, NOTHING, RESOURCE, SUBCLASS_OF, SUBPROPERTY_OF,
 EQUIVALENT_CLASS, EQUIVALENT_PROPERTY, INVERSE_OF, DOMAIN, RANGE) = range(1, len(CONSTANTS) + 1)  # fmt: skip
