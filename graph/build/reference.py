"""The layer `reference` of a store -> `Known`, as fusion asks for it, remembered between questions."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Triple

from summitry.graph.fusion import Node
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import CONCEPTS, ORG, RDF, RDFS, SY, Iris, concept_text

_KINDS = {ORG.Organization.value: "Organization"}
_TEXTS = frozenset(CONCEPTS.values())


def read_node(key: str, quads: Iterable[Quad | Triple], iris: Iris) -> Node | None:
    """The node that these quads describe; None where they are not of one of our classes."""
    kinds: list[str] = []
    label = ""
    properties: dict[str, list[str]] = {}
    for quad in quads:
        value = quad.object
        if quad.predicate == RDF.type and isinstance(value, NamedNode):
            kinds += [_kind(value)] if _kind(value) else []
        elif quad.predicate == RDFS.label and isinstance(value, Literal):
            label = value.value
        elif quad.predicate.value.startswith(SY.IRI) and isinstance(value, NamedNode | Literal):
            properties.setdefault(quad.predicate.value[len(SY.IRI) :], []).append(_plain(value, iris))
    if not kinds:
        return None
    return Node(key, min(kinds), label, {name: tuple(sorted(values)) for name, values in properties.items()})


def _kind(node: NamedNode) -> str:
    return node.value[len(SY.IRI) :] if node.value.startswith(SY.IRI) else _KINDS.get(node.value, "")


def _plain(term: NamedNode | Literal, iris: Iris) -> str:
    """A concept as claims call it, a thing as its key, a literal as its text."""
    if isinstance(term, Literal):
        return term.value
    if term in _TEXTS:
        return concept_text(term)
    return term.value.removeprefix(f"{iris.base}id/")


class Reference:
    """`Known` over a store."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._graph = store.iris.graph("reference").value
        self._nodes: dict[str, Node | None] = {}
        self._pointing: dict[tuple[str, str], tuple[Node, ...]] = {}

    def forget(self) -> None:
        """Starts afresh, after the reference data have changed."""
        self._nodes.clear()
        self._pointing.clear()

    def node(self, key: str) -> Node | None:
        """The node with this key."""
        if key not in self._nodes:
            iris = self._store.iris
            quads = self._store.quads(iris.entity(key), graph=self._graph)
            self._nodes[key] = read_node(key, quads, iris)
        return self._nodes[key]

    def pointing(self, name: str, key: str) -> tuple[Node, ...]:
        """The nodes whose property leads to `key`, in the order of their keys."""
        if (name, key) not in self._pointing:
            iris = self._store.iris
            found = self._store.quads(None, SY.term(name), iris.entity(key), self._graph)
            keys = sorted({iris.key(quad.subject) for quad in found if isinstance(quad.subject, NamedNode)})
            nodes = (self.node(each) for each in keys)
            self._pointing[name, key] = tuple(node for node in nodes if node is not None)
        return self._pointing[name, key]
