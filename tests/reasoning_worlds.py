"""Small worlds to reason about: Turtle as triples, and ontologies made up at random."""

from __future__ import annotations

import random
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from summitry.graph.reasoning.terms import OWL, Term, Triple
from summitry.graph.vocabulary import RDF, RDFS, XSD

EX = "http://example.org/"
_HEAD = f"""
@prefix : <{EX}> . @prefix owl: <{OWL}> . @prefix rdf: <{RDF.IRI}> . @prefix rdfs: <{RDFS.IRI}> .
@prefix xsd: <{XSD.IRI}> .
"""
Seen = tuple[str, str, str]


def triples(turtle: str) -> list[Triple]:
    """The triples of a Turtle text with the usual prefixes."""
    quads = parse(_HEAD + turtle, format=RdfFormat.TURTLE)
    return [(quad.subject, quad.predicate, quad.object) for quad in quads]


def seen(found: Iterable[Iterable[Term]]) -> set[Seen]:
    """Triples as text, to compare across closures."""
    return {(str(s), str(p), str(o)) for s, p, o in found}


def owl(name: str) -> NamedNode:
    """A term of OWL."""
    return NamedNode(OWL + name)


def thing(name: str) -> NamedNode:
    """A name of the example."""
    return NamedNode(EX + name)


CLASSES = tuple(map(thing, "ABCDEF"))
PROPERTIES = tuple(map(thing, "pqrstu"))
THINGS = tuple(map(thing, "abcdefgh"))


class World:
    """An ontology and data at random; `equality` adds what makes things the same or different."""

    def __init__(self, seed: int, *, equality: bool, facts: int = 25) -> None:
        self._random = random.Random(seed)
        self._equality = equality
        self._nodes = 0
        self.axioms: list[Triple] = []
        for _ in range(self._random.randint(4, 12)):
            self._axiom()
        self.axioms = list(dict.fromkeys(self.axioms))
        self.data = list(dict.fromkeys(self._fact() for _ in range(self._random.randint(5, facts))))

    @property
    def triples(self) -> list[Triple]:
        """All of it."""
        return [*self.axioms, *self.data]

    def _fact(self) -> Triple:
        if self._random.random() < 0.4:
            return self._thing(), RDF.type, self._class()
        return self._thing(), self._property(), self._thing()

    def _class(self) -> NamedNode:
        return self._random.choice(CLASSES)

    def _property(self) -> NamedNode:
        return self._random.choice(PROPERTIES)

    def _thing(self) -> NamedNode:
        return self._random.choice(THINGS)

    def _add(self, *triple: Term) -> None:
        self.axioms.append(triple)  # type: ignore[arg-type]

    def _blank(self) -> BlankNode:
        self._nodes += 1
        return BlankNode(f"b{self._nodes}")

    def _list(self, members: Iterable[Term]) -> Term:
        head: Term = NamedNode(RDF.IRI + "nil")
        for member in reversed(list(members)):
            node = self._blank()
            self._add(node, NamedNode(RDF.IRI + "first"), member)
            self._add(node, NamedNode(RDF.IRI + "rest"), head)
            head = node
        return head

    def _expression(self, below: bool, depth: int = 0) -> BlankNode:
        """A class expression as it may stand below or above another class."""
        node = self._blank()
        kinds = "some thing value int union oneof" if below else "all value int max com"
        kind = self._random.choice(kinds.split())
        parts = [self._part(below, depth) for _ in range(2)]
        if kind in ("int", "union", "oneof", "com"):
            self._add(node, RDF.type, owl("Class"))
            if kind == "com":
                self._add(node, owl("complementOf"), self._class())
            else:
                name = {"int": "intersectionOf", "union": "unionOf", "oneof": "oneOf"}[kind]
                self._add(node, owl(name), self._list([self._thing()] * 2 if kind == "oneof" else parts))
            return node
        self._add(node, RDF.type, owl("Restriction"))
        self._add(node, owl("onProperty"), self._property())
        number = "1" if self._equality and self._random.random() < 0.7 else "0"
        name, value = {
            "some": ("someValuesFrom", parts[0]),
            "thing": ("someValuesFrom", owl("Thing")),
            "all": ("allValuesFrom", parts[0]),
            "value": ("hasValue", self._thing()),
            "max": ("maxCardinality", Literal(number, datatype=NamedNode(XSD.IRI + "nonNegativeInteger"))),
        }[kind]
        self._add(node, owl(name), value)
        return node

    def _part(self, below: bool, depth: int) -> NamedNode | BlankNode:
        if depth == 0 and self._random.random() < 0.25:
            return self._expression(below, depth + 1)
        return self._class()

    def _axiom(self) -> None:
        between_classes = (
            "subClassOf",
            "subClassOf",
            "below",
            "above",
            "equal",
            "equivalentClass",
            "disjointWith",
        )
        between_properties = (
            "subPropertyOf",
            "subPropertyOf",
            "inverseOf",
            "equivalentProperty",
            "propertyDisjointWith",
        )
        kinds = ("Symmetric", "Transitive", "Irreflexive", "Asymmetric")
        others: tuple[str, ...] = ("domain", "range", "chain", "chain", "classes", "properties")
        if self._equality:
            kinds += ("Functional", "InverseFunctional")
            others += ("key", "sameAs", "differentFrom", "different")
        kind = self._random.choice(between_classes + between_properties + kinds + others)
        if kind in kinds:
            self._add(self._property(), RDF.type, owl(f"{kind}Property"))
        elif kind in between_properties:
            self._add(
                self._property(),
                RDFS.subPropertyOf if kind == "subPropertyOf" else owl(kind),
                self._property(),
            )
        elif kind in between_classes:
            self._class_axiom(kind)
        else:
            self._other_axiom(kind)

    def _class_axiom(self, kind: str) -> None:
        if kind == "below":
            self._add(self._expression(True), RDFS.subClassOf, self._class())
        elif kind == "above":
            self._add(self._class(), RDFS.subClassOf, self._expression(False))
        elif kind == "equal":
            self._add(self._class(), owl("equivalentClass"), self._expression(True))
        else:
            self._add(self._class(), RDFS.subClassOf if kind == "subClassOf" else owl(kind), self._class())

    def _other_axiom(self, kind: str) -> None:
        if kind in ("domain", "range"):
            self._add(self._property(), NamedNode(RDFS.IRI + kind), self._class())
        elif kind == "chain":
            links = self._random.choices(PROPERTIES, k=self._random.randint(2, 3))
            self._add(self._property(), owl("propertyChainAxiom"), self._list(links))
        elif kind == "key":
            keys = self._random.sample(PROPERTIES, self._random.randint(1, 2))
            self._add(self._class(), owl("hasKey"), self._list(keys))
        elif kind in ("sameAs", "differentFrom"):
            self._add(self._thing(), owl(kind), self._thing())
        else:
            self._set_axiom(kind)

    def _set_axiom(self, kind: str) -> None:
        name, options = {
            "classes": ("AllDisjointClasses", CLASSES),
            "properties": ("AllDisjointProperties", PROPERTIES),
            "different": ("AllDifferent", THINGS),
        }[kind]
        node = self._blank()
        self._add(node, RDF.type, owl(name))
        self._add(node, owl("members"), self._list(self._random.sample(options, 3)))
