"""The layers that ship with the package, put into a store once for each version of their files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from summitry.graph import ontology
from summitry.graph.build.ledger import RECORD, STANDS, VERSION, graph_name, sentence
from summitry.graph.build.reference import read_node
from summitry.graph.fusion import KnownNodes
from summitry.graph.fusion.standing import READ, standing_shortcuts
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import CONCEPTS, DEFAULT_BASE, RDF, RDFS, SITE, SY, Iris

_RULES = b"2026-11-22 guests of no known time, and what they seek"
"""Changed with the rules of fusion or the rows of the index: facts of older stores are then worked out anew."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The Turtle documents of the two layers that no article writes."""

    ontology: tuple[bytes, ...]
    reference: tuple[bytes, ...]

    def versions(self) -> dict[str, str]:
        """Layer -> a hash of the documents that it comes from; with the reference data go the rules of fusion."""
        return {"ontology": _hash(self.ontology), "reference": _hash((*self.reference, _RULES))}


@cache
def shipped() -> Layers:
    """The layers of this package."""
    folder = files("summitry.ontology").joinpath("reference")
    paths = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".ttl")), key=lambda path: path.name
    )
    return Layers(
        tuple(ontology.document(name) for name in ontology.ONTOLOGY),
        tuple(path.read_bytes() for path in paths),
    )


def _hash(documents: tuple[bytes, ...]) -> str:
    total = hashlib.sha256()
    for document in documents:
        total.update(hashlib.sha256(document).digest())
    return total.hexdigest()[:16]


def loaded(store: GraphStore) -> dict[str, str]:
    """Layer -> the hash that the store was loaded from."""
    rows = store.quads(None, VERSION, None, graph_name(store.iris).value)
    start = len(f"{store.iris.base}graph/")
    return {row.subject.value[start:]: row.object.value for row in rows}  # type: ignore[union-attr]


def unfinished(store: GraphStore) -> bool:
    """True if a layer was being loaded, or facts fused anew, when the process that did it ended."""
    if set(loaded(store)) == {"ontology", "reference"}:
        return False
    index = graph_name(store.iris).value
    begun = (store.quads(None, predicate, None, index) for predicate in (STANDS, RECORD, VERSION))
    return any(next(rows, None) is not None for rows in begun)


def load_ontology(store: GraphStore, layers: Layers) -> None:
    """Puts the ontology's terms in the place of whatever was there."""
    graph = store.iris.graph("ontology").value
    store.replace_graph(graph, ())
    terms = {
        quad.triple
        for document in layers.ontology
        for quad in parse(document, RdfFormat.TURTLE, rename_blank_nodes=True)
    }
    store.load(_lines(terms), RdfFormat.N_TRIPLES, graph)


def load_reference(store: GraphStore, layers: Layers) -> None:
    """Puts the reference data, and the plain triples they stand for, in the place of what was there."""
    iris, index = store.iris, graph_name(store.iris).value
    graph = iris.graph("reference").value
    triples = [triple for document in layers.reference for triple in _based(document, iris.base)]
    store.replace_graph(graph, ())
    store.load(_lines(triples), RdfFormat.N_TRIPLES, graph)
    standing = list(_standing(triples, iris))
    store.change((), list(store.quads(None, STANDS, None, index)))
    rows = (Triple(node, STANDS, Literal(sentence(triple))) for node, triple in standing)
    store.load(_lines(rows), RdfFormat.N_TRIPLES, index)
    store.load(_lines({triple for _, triple in standing}), RdfFormat.N_TRIPLES, iris.graph("facts").value)


def _based(document: bytes, base: str) -> Iterator[Triple]:
    """A document's triples below a base; concepts keep their IRIs, which are the ontology's."""
    if base == DEFAULT_BASE:
        yield from (quad.triple for quad in parse(document, RdfFormat.TURTLE))
        return
    concepts = {f"{base}{node.value.removeprefix(SITE)}": node for node in CONCEPTS.values()}
    own = document.replace(f"@base <{DEFAULT_BASE}>".encode(), f"@base <{base}>".encode(), 1)
    for quad in parse(own, RdfFormat.TURTLE):
        value = quad.object
        known = concepts.get(value.value) if isinstance(value, NamedNode) else None
        yield Triple(quad.subject, quad.predicate, known or value)


def _standing(triples: Iterable[Triple], iris: Iris) -> Iterator[tuple[NamedNode, Triple]]:
    """The plain triples that nodes of the reference data stand for, each with its node."""
    about: dict[NamedNode, list[Triple]] = {}
    wanted = {RDF.type, RDFS.label} | {SY.term(name) for name in READ}
    for triple in triples:
        if triple.predicate in wanted and isinstance(triple.subject, NamedNode):
            about.setdefault(triple.subject, []).append(triple)
    start = f"{iris.base}id/"
    nodes = (
        read_node(subject.value[len(start) :], own, iris)
        for subject, own in about.items()
        if subject.value.startswith(start)
    )
    known = KnownNodes(node for node in nodes if node is not None)
    for node in known:
        for subject, name, target in standing_shortcuts(node, known):
            yield iris.entity(node.key), Triple(iris.entity(subject), SY.term(name), iris.entity(target))


def mark(store: GraphStore, layer: str, version: str) -> None:
    """Notes which version of a layer the store holds; "" while it is being loaded."""
    index, graph = graph_name(store.iris), store.iris.graph(layer)
    old = list(store.quads(graph, VERSION, None, index.value))
    new = [Quad(graph, VERSION, Literal(version), index)] if version else []
    store.change(new, [row for row in old if row not in new])


def _lines(triples: Iterable[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
