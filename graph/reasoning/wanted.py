"""What of a closure is worth keeping: the triples that are left out, by name.

- reflexive: x same as x, a class below or equivalent to itself, a property likewise
- universal: everything is an owl:Thing and an rdfs:Resource; every class is below owl:Thing and above owl:Nothing
- anonymous: types and axioms about class expressions and inverses that have no name
- literal subjects, which RDF does not allow
"""

from __future__ import annotations

from .terms import (
    EQUIVALENT_CLASS,
    EQUIVALENT_PROPERTY,
    NOTHING,
    RESOURCE,
    SAME_AS,
    SUBCLASS_OF,
    SUBPROPERTY_OF,
    THING,
    TYPE,
    Fact,
    Terms,
)

_REFLEXIVE = frozenset((SAME_AS, SUBCLASS_OF, SUBPROPERTY_OF, EQUIVALENT_CLASS, EQUIVALENT_PROPERTY))


class Wanted:
    """Says of a fact whether it is kept."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def __call__(self, fact: Fact) -> bool:
        subject, predicate, obj = fact
        if subject < 0 or self._terms.anonymous(predicate):
            return False
        if predicate == TYPE:
            return obj > 0 and obj not in (THING, RESOURCE) and not self._terms.anonymous(obj)
        if predicate in _REFLEXIVE and subject == obj:
            return False
        if predicate in AXIOMS:
            return subject != NOTHING and obj not in (THING, RESOURCE) and not self._about_anonymous(fact)
        return True

    def _about_anonymous(self, fact: Fact) -> bool:
        return self._terms.anonymous(fact[0]) or self._terms.anonymous(fact[2])


AXIOMS = _REFLEXIVE - {SAME_AS}
