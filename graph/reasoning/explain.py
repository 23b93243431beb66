"""A fact of the store -> why it holds, down to the words of articles, the reference data and the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from summitry.graph.errors import UnknownName
from summitry.graph.reasoning.inconsistency import Inconsistency, find_clash
from summitry.graph.reasoning.index import key, row
from summitry.graph.reasoning.proofs import Proof, Prover
from summitry.graph.reasoning.reasoner import Reasoner
from summitry.graph.reasoning.rules import link
from summitry.graph.reasoning.sources import Citation, Source, Sources
from summitry.graph.reasoning.terms import Fact, Node, Term
from summitry.graph.reasoning.words import Words


@dataclass(frozen=True, slots=True)
class Explanation:
    """A triple and why it holds. With a rule: `axioms` and `premises`; without: `sources`, who states it.

    `triple` is None for an inconsistency, and is no RDF triple where a step says something of a literal.
    """

    triple: tuple[Term, Term, Term] | None
    sentence: str
    rule: str | None = None
    axioms: tuple[Explanation, ...] = ()
    premises: tuple[Explanation, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def link(self) -> str | None:
        """The rule's place in the W3C tables."""
        return link(self.rule) if self.rule else None

    @property
    def steps(self) -> int:
        """How many rules are applied, axioms not counted."""
        return (self.rule is not None) + sum(each.steps for each in self.premises)

    def citations(self) -> tuple[Citation, ...]:
        """The words of articles that the explanation rests on."""
        found = (each for leaf in self.leaves() for source in leaf.sources for each in source.citations)
        return tuple(dict.fromkeys(found))

    def leaves(self) -> Iterator[Explanation]:
        """What the explanation ends in: stated triples."""
        if self.rule is None:
            yield self
        for each in (*self.premises, *self.axioms):
            yield from each.leaves()


class Explainer:
    """Explains what a store holds and what follows from it, as the store is when this is made.

    Like its reasoner, it belongs to one thread.
    """

    def __init__(self, reasoner: Reasoner) -> None:
        self._reasoner = reasoner
        self._theory, facts, plan = reasoner.ready()
        facts.begin()
        self._facts = facts
        self._prover = Prover(facts, plan)
        self._sources = Sources(reasoner.store, reasoner.ontology)
        self._words = Words(reasoner.store, self._theory, reasoner.said())

    def explain(self, subject: Node, predicate: NamedNode, obj: Term, limit: int = 1) -> list[Explanation]:
        """Up to `limit` proofs, the shortest first. UnknownName where the triple neither is stated nor
        follows.
        """
        fact = self._theory.terms.fact((subject, predicate, obj))
        proofs = self._prover.proofs(fact, limit) if limit > 1 else [self._prover.prove(fact)]
        found = [self._told(proof) for proof in proofs if proof]
        if found:
            return found
        if self._theory.holds(key(fact), row(fact)):
            return [self._axiom(fact)]
        raise UnknownName(
            f"{self._words.sentence((subject, predicate, obj))}: nobody states this, and it does not follow"
        )

    def refute(self, wrong: Inconsistency) -> Explanation:
        """Why something cannot be: the rule that is broken, its axioms, its premises explained."""
        terms = self._theory.terms
        facts = [terms.fact(premise) for premise in wrong.premises]
        clash = find_clash(self._theory.horns, wrong.rule, facts, terms)
        sentence = wrong.sentence(self._words.of)
        if clash is None:  # an ill-typed literal breaks no axiom
            return Explanation(None, sentence, wrong.rule, (), tuple(self._premise(each) for each in facts))
        return replace(self._told(self._prover.refute(clash)), sentence=sentence)

    def _premise(self, fact: Fact) -> Explanation:
        return self._told(self._prover.prove(fact) or Proof(fact))

    def _told(self, proof: Proof) -> Explanation:
        terms = self._theory.terms
        triple = None if proof.fact is None else tuple(terms[number] for number in proof.fact)
        sentence = "this cannot be" if triple is None else self._words.sentence(triple)  # type: ignore[arg-type]
        if proof.rule is None:
            return Explanation(triple, sentence, sources=self._sources.of(triple))  # type: ignore[arg-type]
        return Explanation(
            triple,  # type: ignore[arg-type]
            sentence,
            proof.rule,
            tuple(map(self._axiom, proof.axioms)),
            tuple(map(self._told, proof.premises)),
        )

    def _axiom(self, axiom: Fact) -> Explanation:
        """An axiom: stated in the ontology, or why it follows from others."""
        return self._told(self._theory.prove(axiom))
