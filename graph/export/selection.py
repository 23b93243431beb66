"""Layer -> the graphs it is made of, each with its triples in the order in which documents are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import RdfFormat, serialize

from summitry.graph import ontology
from summitry.graph.errors import UnknownName
from summitry.graph.export.canonical import has_blank, named
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import RDF, RDFS, SCHEMA

LAYERS = ("all", "facts", "inferred", "claims", "ontology", "reference", "about", "curated")
"""What can be exported; "all" is everything but the machinery's own graphs."""

_WHOLE = ("ontology", "reference", "facts", "inferred", "about", "curated", "claims")
_MARKS = {str(RDF.type): "!", str(RDFS.label): "#"}  # both sort before "<"
_MARKED = {mark: predicate for predicate, mark in _MARKS.items()}


@dataclass(frozen=True, slots=True)
class Part:
    """One graph of a document: its layer, its name ("" for the unnamed graph), its triples as sorted keys.

    A key is a line of N-Triples changed so that keys sort as a person would: by subject, a thing before its
    parts, its class first, then its label.
    """

    layer: str
    graph: str
    keys: list[str]

    def lines(self) -> Iterator[str]:
        """The triples as lines of N-Triples."""
        return map(_line, self.keys)


def select(store: GraphStore, layer: str) -> Iterator[Part]:
    """The graphs of a layer that hold something, one at a time, in the order of the document."""
    if layer not in LAYERS:
        raise UnknownName(f"there is no layer {layer!r} to export; the layers are {', '.join(LAYERS)}")
    layers = _WHOLE if layer == "all" else (layer,)
    sources = [(name, graph) for name in layers for graph in _graphs(store, name)]
    blank = _blank(store, sources)
    for name, graph in sources:
        lines = _lines(store, name, graph)
        if graph in blank:
            lines = [line for line in lines if not has_blank(line)] + blank[graph]
        if lines:
            yield Part(name, graph, sorted(map(_key, lines)))


def _graphs(store: GraphStore, layer: str) -> list[str]:
    if layer == "claims":
        about = store.iris.graph("about").value
        found = store.quads(None, RDF.type, SCHEMA.NewsArticle, about)
        return sorted(quad.subject.value for quad in found)  # type: ignore[union-attr]
    return [""] if layer == "curated" else [store.iris.graph(layer).value]


def _lines(store: GraphStore, layer: str, graph: str) -> list[str]:
    # Terms come from their files: a store changes literals such as "1"^^xsd:nonNegativeInteger.
    if layer == "ontology":
        data = serialize(set(ontology.triples()), format=RdfFormat.N_TRIPLES) or b""
    else:
        data = store.dump(graph)
    return data.decode().split("\n")[:-1]


def _blank(store: GraphStore, sources: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Graph -> its lines with blank nodes, canonically named. Only terms and users' triples may have any."""
    parts = []
    for layer, graph in sources:
        if layer in ("ontology", "curated"):
            parts.append((graph, [line for line in _lines(store, layer, graph) if has_blank(line)]))
    return named(parts)


def _key(line: str) -> str:
    subject, predicate, rest = line.split(" ", 2)
    # Without its bracket a subject sorts before those that go on from it; blank nodes come last.
    subject = subject[1:-1] if subject[0] == "<" else f"\x7f{subject}"
    return f"{subject} {_MARKS.get(predicate, predicate)} {rest}"


def _line(key: str) -> str:
    subject, predicate, rest = key.split(" ", 2)
    subject = f"<{subject}>" if subject[0] != "\x7f" else subject[1:]
    return f"{subject} {_MARKED.get(predicate, predicate)} {rest}"
