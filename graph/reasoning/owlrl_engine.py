"""The same closure by owlrl, the reference engine: slow, independent of ours, repaired where it departs from
the tables.

It works on a copy in memory, since it writes triples with literal subjects, which Oxigraph refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import owlrl
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import OWL, RDF, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node as RdfNode

from summitry.graph.reasoning.datatypes import XSD
from summitry.graph.reasoning.terms import Term, Terms, Triple
from summitry.graph.reasoning.wanted import Wanted

RdfTriple = tuple[Any, Any, Any]


class RepairedOwlrl(owlrl.OWLRL_Semantics):  # type: ignore[misc]
    """owlrl 7.6.2 with three loops that stop one short put right; docs/upstream has the reports.

    One-property keys made all instances of a class the same; AllDifferent and AllDisjointProperties lost
    their last member. Inconsistencies are kept apart from the graph.
    """

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph, False, False)
        self.error_messages: list[str]
        self.inconsistencies: list[str] = []

    def post_process(self) -> None:
        """Takes the inconsistencies away before they are written into the graph."""
        super().post_process()
        self.inconsistencies = list(self.error_messages)
        self.error_messages = []

    def _properties(self, triple: RdfTriple, cycle_num: int) -> None:
        subject, predicate, obj = triple
        if predicate == OWL.hasKey:
            self._key(subject, self._list(obj))
            return
        if (predicate, obj) == (RDF.type, OWL.AllDisjointProperties):
            for members in self.graph.objects(subject, OWL.members):
                for one, other in combinations(self._list(members), 2):
                    self._disjoint(one, other)
        super()._properties(triple, cycle_num)

    def _disjoint(self, one: RdfNode, other: RdfNode) -> None:
        for subject, obj in self.graph.subject_objects(one):
            if (subject, other, obj) in self.graph:
                self.add_error(f"prp-adp: {subject} {one} {obj} and {subject} {other} {obj}")

    def _key(self, class_: RdfNode, properties: list[RdfNode]) -> None:
        alike: dict[tuple[RdfNode, ...], list[RdfNode]] = {}
        for each in set(self.graph.subjects(RDF.type, class_)) if properties else ():
            for values in product(*(set(self.graph.objects(each, prop)) for prop in properties)):
                alike.setdefault(values, []).append(each)
        for group in alike.values():
            for one, other in product(group, group):
                if one != other:
                    self.store_triple((one, OWL.sameAs, other))

    def _equality(self, triple: RdfTriple, cycle_num: int) -> None:
        subject, predicate, obj = triple
        super()._equality(triple, cycle_num)
        if (predicate, obj) != (RDF.type, OWL.AllDifferent):
            return
        for prop in (OWL.members, OWL.distinctMembers):
            for members in self.graph.objects(subject, prop):
                for one, other in combinations(self._list(members), 2):
                    if one == other or (one, OWL.sameAs, other) in self.graph:
                        self.add_error(
                            f"eq-diff2, eq-diff3: {one} and {other} are said to differ and to be the same"
                        )


@dataclass(frozen=True, slots=True)
class OwlrlClosure:
    """What owlrl infers: the triples worth keeping, and its inconsistencies in its words."""

    triples: frozenset[Triple]
    inconsistencies: tuple[str, ...]


def close_with_owlrl(asserted: Iterable[Iterable[Term]]) -> OwlrlClosure:
    """The closure of the stated triples by owlrl, less the stated ones and what `wanted` leaves out."""
    graph = Graph()
    for triple in asserted:
        subject, predicate, obj = map(to_rdflib, triple)
        graph.add((subject, predicate, obj))
    stated = set(graph)
    semantics = RepairedOwlrl(graph)
    semantics.closure()
    return OwlrlClosure(frozenset(_kept(set(graph) - stated)), tuple(semantics.inconsistencies))


def _kept(triples: Iterable[RdfTriple]) -> Iterator[Triple]:
    terms = Terms()
    wanted = Wanted(terms)
    for triple in triples:
        subject, predicate, obj = (from_rdflib(each) for each in triple)
        if isinstance(subject, Literal) or not isinstance(predicate, NamedNode):
            continue
        if wanted(terms.fact((subject, predicate, obj))):
            yield subject, predicate, obj


def to_rdflib(term: Term) -> RdfNode:
    """A term for rdflib, its lexical form untouched."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"owlrl knows no triples about triples: {term}")
    if term.language:
        return RdfLiteral(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == XSD + "string":
        return RdfLiteral(term.value)
    return RdfLiteral(term.value, datatype=URIRef(datatype), normalize=False)


def from_rdflib(term: RdfNode) -> Term:
    """A term of rdflib as one of the store's."""
    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, BNode):
        return BlankNode(str(term))
    if not isinstance(term, RdfLiteral):
        raise TypeError(f"no RDF term: {term!r}")
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype or XSD + "string")))
