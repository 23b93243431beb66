"""What of a closure is worth keeping: the triples that are left out, by name.

- reflexive: x same as x, a class below or equivalent to itself, a property likewise
- universal: everything is an owl:Thing and an rdfs:Resource; every class is below owl:Thing and above
  owl:Nothing; every property has owl:Thing as domain and range
- axiomatic: what RDF, RDFS, OWL and XSD are made of (xsd:date is a datatype)
- anonymous: types and axioms about class expressions and inverses that have no name
- literal subjects, which RDF does not allow
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from summitry.graph.reasoning.terms import (
    DOMAIN,
    EQUIVALENT_CLASS,
    EQUIVALENT_PROPERTY,
    NOTHING,
    PREFIXES,
    RANGE,
    RESOURCE,
    SAME_AS,
    SUBCLASS_OF,
    SUBPROPERTY_OF,
    THING,
    TYPE,
    Fact,
    Terms,
    expand,
)

_NAMESPACES = tuple(PREFIXES.values())
_REFLEXIVE = frozenset((SAME_AS, SUBCLASS_OF, SUBPROPERTY_OF, EQUIVALENT_CLASS, EQUIVALENT_PROPERTY))
_AXIOMS = _REFLEXIVE - {SAME_AS} | {DOMAIN, RANGE}


class Wanted:
    """Says of a fact whether it is kept."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        kinds = ("owl:Class", "rdfs:Class", "rdfs:Datatype", "owl:AnnotationProperty", "rdf:Property")
        self._kinds = frozenset(terms.number(NamedNode(expand(kind))) for kind in kinds)

    def __call__(self, fact: Fact) -> bool:
        subject, predicate, obj = fact
        if subject < 0 or self._terms.anonymous(predicate):
            return False
        if predicate == TYPE:
            return self._wants_type(subject, obj)
        if predicate in _REFLEXIVE and subject == obj:
            return False
        if predicate in _AXIOMS:
            ends_named = not (self._terms.anonymous(subject) or self._terms.anonymous(obj))
            return ends_named and subject != NOTHING and obj not in (THING, RESOURCE)
        return True

    def _wants_type(self, subject: int, class_: int) -> bool:
        if class_ < 0 or class_ in (THING, RESOURCE) or self._terms.anonymous(class_):
            return False
        return class_ not in self._kinds or not self._builtin(subject)

    def _builtin(self, number: int) -> bool:
        term = self._terms[number]
        return isinstance(term, NamedNode) and term.value.startswith(_NAMESPACES)
