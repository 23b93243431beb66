"""Terms and class expressions -> what people call them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from summitry.graph.reasoning.terms import THING, Term, Triple, expand
from summitry.graph.reasoning.theory import Theory
from summitry.graph.store.changes import graph_name as graph_of
from summitry.graph.store.interface import GraphStore
from summitry.graph.vocabulary import RDFS

_OWN_WORDS = {
    expand("rdf:type"): "is of the kind",
    expand("owl:sameAs"): "is the same as",
    expand("owl:differentFrom"): "is not the same as",
    expand("rdfs:subClassOf"): "is a kind of",
    expand("rdfs:subPropertyOf"): "implies",
    expand("rdfs:domain"): "has subjects of the kind",
    expand("rdfs:range"): "has objects of the kind",
    expand("owl:inverseOf"): "is the inverse of",
    expand("owl:equivalentClass"): "means the same as",
    expand("owl:equivalentProperty"): "means the same as",
    expand("owl:propertyChainAxiom"): "follows from the chain",
    expand("owl:hasKey"): "is identified by",
    expand("owl:disjointWith"): "excludes",
    expand("owl:members"): "has the members",
    expand("owl:SymmetricProperty"): "symmetric property",
    expand("owl:TransitiveProperty"): "transitive property",
    expand("owl:FunctionalProperty"): "property with one value",
    expand("owl:InverseFunctionalProperty"): "property that identifies",
    expand("owl:IrreflexiveProperty"): "irreflexive property",
    expand("owl:AsymmetricProperty"): "asymmetric property",
    expand("owl:AllDisjointClasses"): "set of classes that exclude each other",
    expand("owl:AllDisjointProperties"): "set of properties that exclude each other",
    expand("owl:AllDifferent"): "set of things that are all different",
}


class Words:
    """Names for terms, from the store and the ontology."""

    def __init__(
        self,
        store: GraphStore,
        theory: Theory,
        graphs: tuple[str, ...],
        come: Iterable[Quad] = (),
        gone: Iterable[Quad] = (),
    ) -> None:
        """`come` and `gone` are what is about to be put into the store and taken out of it."""
        self._store, self._theory, self._graphs = store, theory, graphs
        self._known: dict[Term, str] = {}
        self._come, self._gone = ({q for q in quads if q.predicate == RDFS.label} for quads in (come, gone))

    def of(self, term: Term) -> str:
        """What people call a term: its label, a literal's text, a class expression in words."""
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = self._name(term)
        return known

    def sentence(self, triple: Triple) -> str:
        """A triple as a sentence without its full stop."""
        subject, predicate, obj = triple
        return f"{self.of(subject)} {self.of(predicate)} {self.of(obj)}"

    def _name(self, term: Term) -> str:
        if isinstance(term, Literal):
            return f"“{term.value}”"
        if isinstance(term, BlankNode):
            return self._expression(term)
        if not isinstance(term, NamedNode):
            return str(term)
        if term.value in _OWN_WORDS:
            return _OWN_WORDS[term.value]
        for graph in self._graphs:
            labels = set(self._store.quads(term, RDFS.label, None, graph)) - self._gone
            labels |= {quad for quad in self._come if quad.subject == term and graph_of(quad) == graph}
            if texts := sorted(each.object.value for each in labels if isinstance(each.object, Literal)):
                return texts[0]
        return self._declared(term) or term.value.rpartition("#")[2].rpartition("/")[2] or term.value

    def _declared(self, term: NamedNode) -> str | None:
        terms = self._theory.terms
        labels = self._theory.forward(terms.number(RDFS.label)).get(terms.number(term), ())
        return min((str(getattr(terms[each], "value", "")) for each in labels), default=None)

    def _expression(self, node: BlankNode) -> str:
        """A class expression, list or anonymous inverse in words."""
        terms = self._theory.terms
        number = terms.number(node)
        if members := self._theory.list_of(number):
            return "( " + ", ".join(self.of(terms[each]) for each in members) + " )"
        for name, tell in _EXPRESSIONS.items():
            values = self._theory.forward(terms.number(NamedNode(expand(name)))).get(number, ())
            for each in values:
                on = self._theory.forward(terms.number(NamedNode(expand("owl:onProperty")))).get(number, ())
                arc = next((self.of(terms[one]) for one in on), "")
                parts = [self.of(terms[one]) for one in self._theory.list_of(each)]
                return tell(arc, "anything" if each == THING else self.of(terms[each]), parts)
        return "something without a name"


_EXPRESSIONS: dict[str, Callable[[str, str, list[str]], str]] = {
    "owl:someValuesFrom": lambda arc, value, _: f"whatever {arc} some {value}",
    "owl:allValuesFrom": lambda arc, value, _: f"whatever {arc} only {value}",
    "owl:hasValue": lambda arc, value, _: f"whatever {arc} {value}",
    "owl:maxCardinality": lambda arc, value, _: f"whatever {arc} at most {value}",
    "owl:maxQualifiedCardinality": lambda arc, value, _: f"whatever {arc} at most {value} of a kind",
    "owl:intersectionOf": lambda _arc, _value, parts: " and ".join(parts),
    "owl:unionOf": lambda _arc, _value, parts: " or ".join(parts),
    "owl:oneOf": lambda _arc, _value, parts: "one of " + ", ".join(parts),
    "owl:complementOf": lambda _arc, value, _: f"not {value}",
    "owl:members": lambda _arc, _value, parts: "the set of " + ", ".join(parts),
    "owl:distinctMembers": lambda _arc, _value, parts: "the set of " + ", ".join(parts),
    "owl:inverseOf": lambda _arc, value, _: f"(the other way round) {value}",
}
