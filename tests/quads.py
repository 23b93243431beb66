"""Quads to try stores with, and answers as plain rows."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from summitry.graph import vocabulary
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import RDF, SY, XSD, Iris, Terms

IRIS = Iris()
FACTS, ABOUT = IRIS.graph("facts"), IRIS.graph("about")
UNNAMED = DefaultGraph()


def node(name: str) -> NamedNode:
    return IRIS.entity(name)


def quad(name: str, value: object = 1, graph: NamedNode | DefaultGraph = FACTS) -> Quad:
    text = Literal(str(value), datatype=XSD.integer) if isinstance(value, int) else value
    assert isinstance(text, Literal | NamedNode | BlankNode)
    return Quad(node(name), SY.personnel, text, graph)


def rows(store: GraphStore, text: str, **options: object) -> list[list[str]]:
    answer = store.query(text, **options)  # type: ignore[arg-type]
    return sorted([getattr(term, "value", "") for term in row] for row in answer.rows())


def stored(quads: list[Quad]) -> list[Quad]:
    """The quads as a store hands them back, which writes numbers its own way."""
    store = Store()
    store.extend(quads)
    return list(store)


def undeclared(quads: Iterable[Quad]) -> set[str]:
    """Predicates and classes in the quads that no vocabulary declares."""
    spaces = [cls for cls in vars(vocabulary).values() if isinstance(cls, type) and issubclass(cls, Terms)]
    known = {space.IRI + name for space in spaces if space is not Terms for name in space.NAMES}
    used: set[str] = set()
    for each in quads:
        used.add(each.predicate.value)
        if each.predicate == RDF.type:
            assert isinstance(each.object, NamedNode)
            used.add(each.object.value)
    assert used, "no quads to look at"
    return used - known
