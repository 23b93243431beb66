"""An ontology -> the axioms that OWL 2 RL has no rules for: they would be dropped in silence, so they are
refused.

https://www.w3.org/TR/owl2-profiles/#OWL_2_RL says which class expressions may stand below and which above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from summitry.graph.errors import ConfigurationError
from summitry.graph.reasoning.compile import read_list
from summitry.graph.reasoning.datatypes import RDF
from summitry.graph.reasoning.index import Index
from summitry.graph.reasoning.terms import OWL, THING, expand

_UNKNOWN = (
    "owl:minCardinality", "owl:cardinality", "owl:minQualifiedCardinality", "owl:qualifiedCardinality",
    "owl:hasSelf", "owl:disjointUnionOf", "owl:onProperties", "owl:onDataRange", "owl:withRestrictions",
    "owl:datatypeComplementOf", "owl:imports",
)  # fmt: skip
_BELOW = ("owl:intersectionOf", "owl:unionOf", "owl:oneOf", "owl:someValuesFrom", "owl:hasValue")
_ABOVE = ("owl:intersectionOf", "owl:complementOf", "owl:allValuesFrom", "owl:hasValue",
          "owl:maxCardinality", "owl:maxQualifiedCardinality")  # fmt: skip
_EQUAL = ("owl:intersectionOf", "owl:hasValue")
_KINDS = tuple(dict.fromkeys((*_BELOW, *_ABOVE)))
_AXIOMS_ABOUT_PROPERTIES = ("rdfs:subPropertyOf", "owl:equivalentProperty", "owl:inverseOf", "rdfs:domain",
                            "rdfs:range")  # fmt: skip

_RESERVED = ("rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:domain", "rdfs:range")


def check(index: Index) -> None:
    """ConfigurationError where an ontology says more than OWL 2 RL can reason with; all places are named."""
    problems = sorted(set(_Checker(index).problems()))
    if problems:
        raise ConfigurationError("the ontology is outside OWL 2 RL: " + "; ".join(problems))


class _Checker:
    def __init__(self, index: Index) -> None:
        self._index, self._terms = index, index.terms

    def problems(self) -> Iterator[str]:
        """Each axiom that no rule honours, in words."""
        for name in _UNKNOWN:
            for subject, _ in self._pairs(name):
                yield f"{self._name(subject)} uses {name}"
        for each in self._index.members(self._number("owl:ReflexiveProperty")):
            yield f"{self._name(each)} is an owl:ReflexiveProperty"
        yield from self._numbers_allowed()
        yield from self._vocabulary_as_data()
        yield from self._class_axioms()

    def _numbers_allowed(self) -> Iterator[str]:
        for name in ("owl:maxCardinality", "owl:maxQualifiedCardinality"):
            for subject, number in self._pairs(name):
                if not (self._terms.means(number, 0) or self._terms.means(number, 1)):
                    yield f"{self._name(subject)} has {name} {self._name(number)}, which is neither 0 nor 1"

    def _vocabulary_as_data(self) -> Iterator[str]:
        """Axioms that make rdf:type or the OWL vocabulary follow from data."""
        for name in _AXIOMS_ABOUT_PROPERTIES:
            for subject, obj in self._pairs(name):
                ends = (subject, obj) if name not in ("rdfs:domain", "rdfs:range") else (subject,)
                for each in ends:
                    if self._reserved(each):
                        yield f"{self._name(subject)} {name} {self._name(obj)} redefines {self._name(each)}"

    def _reserved(self, number: int) -> bool:
        return self._name(number).startswith((OWL, RDF)) or self._name(number) in map(expand, _RESERVED)

    def _class_axioms(self) -> Iterator[str]:
        for below, above in self._pairs("rdfs:subClassOf"):
            yield from self._expression(below, _BELOW, "below")
            yield from self._expression(above, _ABOVE, "above")
        for pair in self._pairs("owl:equivalentClass"):
            for each in pair:
                yield from self._expression(each, _EQUAL, "equivalent")
        for pair in self._pairs("owl:disjointWith"):
            for each in pair:
                yield from self._expression(each, _BELOW, "below")
        for name in ("rdfs:domain", "rdfs:range"):
            for _, class_ in self._pairs(name):
                yield from self._expression(class_, _ABOVE, "above")

    def _expression(self, node: int, allowed: tuple[str, ...], place: str) -> Iterator[str]:
        """What in a class expression may not stand where it stands."""
        if not self._terms.anonymous(node):
            if node == THING and place != "above":
                yield f"owl:Thing stands {place} another class"
            return
        for kind in _KINDS:
            for value in self._objects(node, kind):
                if kind not in allowed:
                    yield f"{kind} stands {place} another class"
                yield from self._parts(kind, value, allowed, place)

    def _parts(self, kind: str, value: int, allowed: tuple[str, ...], place: str) -> Iterator[str]:
        if kind in ("owl:intersectionOf", "owl:unionOf"):
            for each in read_list(self._index, value):
                yield from self._expression(each, allowed, place)
        elif (kind == "owl:someValuesFrom" and value != THING) or kind == "owl:complementOf":
            yield from self._expression(value, _BELOW, "below")
        elif kind == "owl:allValuesFrom":
            yield from self._expression(value, _ABOVE, "above")

    def _number(self, name: str) -> int:
        return self._terms.number(NamedNode(expand(name)))

    def _pairs(self, name: str) -> list[tuple[int, int]]:
        side = self._index.forward(self._number(name))
        return [(subject, obj) for subject, objects in side.items() for obj in objects]

    def _objects(self, node: int, name: str) -> Iterable[int]:
        return self._index.forward(self._number(name)).get(node, ())

    def _name(self, number: int) -> str:
        term = self._terms[number]
        return term.value if isinstance(term, NamedNode | Literal) else "a class expression"
