"""Layer -> the graphs it is made of, each with its triples in the order in which documents are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO, cast

from pyoxigraph import RdfFormat, serialize

from summitry.graph import ontology
from summitry.graph.errors import UnknownName
from summitry.graph.export.canonical import has_blank, named
from summitry.graph.export.sorting import Sorter
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import RDF, RDFS, SCHEMA

LAYERS = ("all", "facts", "inferred", "claims", "ontology", "reference", "about", "curated")
"""What can be exported; "all" is everything but the machinery's own graphs."""

WHOLE = ("ontology", "reference", "facts", "inferred", "about", "curated", "claims")
"""The layers in the order of a document."""

_MARKS = {str(RDF.type): "!", str(RDFS.label): "#"}  # both sort before "<"
_MARKED = {mark: predicate for predicate, mark in _MARKS.items()}


@dataclass(frozen=True, slots=True)
class Part:
    """One graph of a document: its layer, its name ("" for the unnamed graph), its triples as sorted keys.

    A key is a line of N-Triples changed so that keys sort as a person would: by subject, a thing before its
    parts, its class first, then its label. They come in batches and can be read once.
    """

    layer: str
    graph: str
    batches: Iterator[list[str]]

    def __iter__(self) -> Iterator[str]:
        """The keys one by one."""
        return chain.from_iterable(self.batches)

    def lines(self) -> Iterator[list[str]]:
        """The triples as lines of N-Triples, in batches."""
        return ([line_of(key) for key in batch] for batch in self.batches)


def select(store: GraphStore, layer: str) -> Iterator[Part]:
    """The graphs of a layer that hold something, one at a time, in the order of the document."""
    check_layer(layer)
    layers = WHOLE if layer == "all" else (layer,)
    sources = [(name, graph) for name in layers for graph in _graphs(store, name)]
    blank = _blank(store, sources)
    for name, graph in sources:
        batches = _batches(store, name, graph, blank.get(graph))
        first = next(batches, None)
        if first:
            yield Part(name, graph, chain((first,), batches))


def check_layer(layer: str) -> None:
    """UnknownName where there is no such layer."""
    if layer not in LAYERS:
        raise UnknownName(f"there is no layer {layer!r} to export; the layers are {', '.join(LAYERS)}")


def _graphs(store: GraphStore, layer: str) -> list[str]:
    if layer == "claims":
        about = store.iris.graph("about").value
        found = store.quads(None, RDF.type, SCHEMA.NewsArticle, about)
        return sorted(quad.subject.value for quad in found)  # type: ignore[union-attr]
    return [""] if layer == "curated" else [store.iris.graph(layer).value]


def _batches(store: GraphStore, layer: str, graph: str, blank: list[str] | None) -> Iterator[list[str]]:
    sorter = Sorter(_keys if blank is None else _keys_without_blanks)
    _pour(store, layer, graph, sorter)
    if blank is not None:
        sorter.add(list(map(key_of, blank)))
    return sorter.batches()


def _pour(store: GraphStore, layer: str, graph: str, sink: Sorter) -> None:
    # Terms come from their files: a store changes literals such as "1"^^xsd:nonNegativeInteger.
    if layer == "ontology":
        sink.write(serialize(set(ontology.triples()), format=RdfFormat.N_TRIPLES) or b"")
    else:
        store.pour(graph, cast(IO[bytes], sink))


def _blank(store: GraphStore, sources: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Graph -> its lines with blank nodes, canonically named. Only terms and users' triples may have any."""
    parts = []
    for layer, graph in sources:
        if layer in ("ontology", "curated"):
            picker = Sorter(lambda lines: (line for line in lines if has_blank(line)))
            _pour(store, layer, graph, picker)
            if lines := list(chain.from_iterable(picker.batches())):
                parts.append((graph, lines))
    return named(parts)


def _keys(lines: list[str]) -> Iterable[str]:
    return map(key_of, lines)


def _keys_without_blanks(lines: list[str]) -> Iterable[str]:
    return (key_of(line) for line in lines if not has_blank(line))


def key_of(line: str) -> str:
    """The key of a line of N-Triples."""
    subject, predicate, rest = line.split(" ", 2)
    # Without its bracket a subject sorts before those that go on from it; blank nodes come last.
    subject = subject[1:-1] if subject[0] == "<" else f"\x7f{subject}"
    return f"{subject} {_MARKS.get(predicate, predicate)} {rest}"


def line_of(key: str) -> str:
    """The line of N-Triples that a key was made of."""
    subject, predicate, rest = key.split(" ", 2)
    subject = f"<{subject}>" if subject[0] != "\x7f" else subject[1:]
    return f"{subject} {_MARKED.get(predicate, predicate)} {rest}"
