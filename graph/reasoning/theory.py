"""An ontology, closed, checked and compiled: what the reasoner knows before it sees a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from summitry.graph.reasoning.closure import axiom_marks, saturate, usual_rules
from summitry.graph.reasoning.compile import read_list, relation
from summitry.graph.reasoning.index import Index, Members, Row, Side, key, row
from summitry.graph.reasoning.plan import Found, Plan
from summitry.graph.reasoning.profile import check
from summitry.graph.reasoning.proofs import Proof, Prover
from summitry.graph.reasoning.terms import TYPE, Fact, Term, Terms, expand

_ABOUT_TERMS = ("scm-",)


class Theory:
    """The rules of an ontology, and why its axioms hold. ConfigurationError where it is outside OWL 2 RL."""

    def __init__(self, triples: Iterable[Iterable[Term]]) -> None:
        self.terms = Terms()
        self._stated = frozenset(self.terms.fact(triple) for triple in triples)
        self.index = Index(self.terms, self._stated)
        check(self.index)
        self.horns = usual_rules(self.index, self._stated, strict=True)
        about_terms = [horn for horn in self.horns if horn.step.name.startswith(_ABOUT_TERMS)]
        self._plan = Plan(about_terms, self)
        saturate(self._plan, self.index)

    def relations(self) -> frozenset[int]:
        """The relations that rules ask for or conclude: no other fact can matter."""
        atoms = [atom for horn in self.horns for atom in (*horn.body, horn.head) if atom]
        return frozenset(map(relation, atoms))

    def close(self, rows: Iterable[tuple[int, Iterable[Row]]]) -> tuple[Plan, Found]:
        """Everything that follows from the ontology and rows of the relations that matter."""
        index = Index(self.terms, self.index)
        for relation_, some in rows:
            index.extend(relation_, some)
        plan = Plan(self.horns, index)
        return plan, saturate(plan, index)

    def implied(self) -> Iterator[Fact]:
        """The axioms that follow from the others."""
        return (each for each in self.index if each not in self._stated)

    def forward(self, predicate: int) -> Side:
        """Subject -> objects of a property, among the axioms."""
        return self.index.forward(predicate)

    def backward(self, predicate: int) -> Side:
        """Object -> subjects of a property, among the axioms."""
        return self.index.backward(predicate)

    def members(self, of: int) -> Members:
        """The members of a class, among the axioms."""
        return self.index.members(of)

    def holds(self, relation: int, content: Row) -> bool:
        """Whether the ontology says or implies a row."""
        return self.index.holds(relation, content)

    def stated(self, relation: int, content: Row) -> bool:
        """Whether the ontology says a row in so many words."""
        return (
            (content, TYPE, -relation) in self._stated
            if isinstance(content, int)
            else ((content[0], relation, content[1]) in self._stated)
        )

    def add(self, relation: int, content: Row) -> bool:
        """Adds a row; False where it was there."""
        return self.index.add(relation, content)

    def discard(self, relation: int, content: Row) -> None:
        """Removes a row that is there."""
        self.index.discard(relation, content)

    def prove(self, axiom: Fact) -> Proof:
        """Why an axiom holds: it is stated, or follows from others by the schema rules of table 9."""
        return Prover(self, self._plan).prove(axiom) or Proof(axiom)

    def says(self, fact: Fact) -> bool:
        """Whether the ontology itself states a fact."""
        return self.stated(key(fact), row(fact))

    def list_of(self, node: int) -> list[int]:
        """The members of a list in an axiom; empty for anything else."""
        return read_list(self.index, node)


_MARKS = frozenset(
    (expand(predicate), expand(class_) if class_ else None) for predicate, class_ in axiom_marks()
)


def is_axiom(triple: Iterable[Term]) -> bool:
    """Whether rules are compiled from a triple, so that a change of it needs them made anew."""
    _, predicate, obj = triple
    if not isinstance(predicate, NamedNode):
        return False
    if (predicate.value, None) in _MARKS:
        return True
    return isinstance(obj, NamedNode) and (predicate.value, obj.value) in _MARKS
