"""The layers that ship with the package, put into a store once for each version of their files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from summitry.graph import ontology
from summitry.graph.build.ledger import STANDS, VERSION, graph_name, sentence
from summitry.graph.build.reference import Reference
from summitry.graph.fusion.standing import STANDING, standing_shortcuts
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import CONCEPTS, DEFAULT_BASE, RDF, SITE, SY


@dataclass(frozen=True, slots=True)
class Layers:
    """The Turtle documents of the two layers that no article writes."""

    ontology: tuple[bytes, ...]
    reference: tuple[bytes, ...]

    def versions(self) -> dict[str, str]:
        """Layer -> a hash of the documents that it comes from."""
        return {"ontology": _hash(self.ontology), "reference": _hash(self.reference)}


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
    graph = store.iris.graph("reference").value
    store.replace_graph(graph, ())
    for document in layers.reference:
        if store.iris.base == DEFAULT_BASE:
            store.load(document, RdfFormat.TURTLE, graph)
        else:
            store.load(_lines(_moved(document, store.iris.base)), RdfFormat.N_TRIPLES, graph)
    _stand(store)


def _moved(document: bytes, base: str) -> Iterator[Triple]:
    """A document's triples below another base; concepts keep their IRIs, which are the ontology's."""
    concepts = {f"{base}{node.value.removeprefix(SITE)}": node for node in CONCEPTS.values()}
    own = document.replace(f"@base <{DEFAULT_BASE}>".encode(), f"@base <{base}>".encode(), 1)
    for quad in parse(own, RdfFormat.TURTLE):
        value = quad.object
        known = concepts.get(value.value) if isinstance(value, NamedNode) else None
        yield Triple(quad.subject, quad.predicate, known or value)


def _stand(store: GraphStore) -> None:
    """Enters the plain triples of the reference data in the facts and in the index."""
    index = graph_name(store.iris)
    old = [row for row in store.quads(None, STANDS, None, index.value)]
    store.change((), old)
    rows, plain = [], set()
    for node, triple in _standing(store):
        rows.append(Triple(node, STANDS, Literal(sentence(triple))))
        plain.add(triple)
    store.load(_lines(rows), RdfFormat.N_TRIPLES, index.value)
    store.load(_lines(plain), RdfFormat.N_TRIPLES, store.iris.graph("facts").value)


def _standing(store: GraphStore) -> Iterator[tuple[NamedNode, Triple]]:
    iris, known = store.iris, Reference(store)
    for kind in STANDING:
        for quad in store.quads(None, RDF.type, SY.term(kind), iris.graph("reference").value):
            assert isinstance(quad.subject, NamedNode)
            node = known.node(iris.key(quad.subject))
            for subject, name, target in standing_shortcuts(node, known) if node else ():
                yield quad.subject, Triple(iris.entity(subject), SY.term(name), iris.entity(target))


def mark(store: GraphStore, layer: str, version: str) -> None:
    """Notes which version of a layer the store holds; "" while it is being loaded."""
    index, graph = graph_name(store.iris), store.iris.graph(layer)
    old = list(store.quads(graph, VERSION, None, index.value))
    new = [Quad(graph, VERSION, Literal(version), index)] if version else []
    store.change(new, [row for row in old if row not in new])


def _lines(triples: Iterable[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
