"""A former export and the graphs of today -> what has come and what has gone, in the order of a document.

Both are sorted, so that they are compared line by line however large they are. A blank node has the name that the
whole graph gives it: where triples with blank nodes change, others with blank nodes may be told as gone and come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby, islice
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse, serialize

from summitry.graph.errors import UnreadableInput
from summitry.graph.export.selection import WHOLE, Part, key_of, line_of
from summitry.graph.export.sorting import Sorter
from summitry.graph.vocabulary import LAYERS, Iris

_BATCH = 10_000
_QUADS = (RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.JSON_LD)


@dataclass(frozen=True, slots=True)
class Change:
    """One triple that came or went, as the key of its line."""

    added: bool
    layer: str
    graph: str
    key: str

    @property
    def line(self) -> str:
        """The triple as a line of N-Triples."""
        return line_of(self.key)


def changes(former: Path, parts: Iterable[Part], layer: str, iris: Iris) -> Iterator[Change]:
    """What differs between a former export of the layer, in any format, and its graphs today.

    A format without graphs is compared as if all its triples stood in one.
    """
    format = _format(former)
    places = _Places(iris, format in _QUADS)
    old, new = Sorter(), Sorter()
    for keys in _former(former, format, layer, places):
        old.add(keys)
    for part in parts:
        place = places.of(part.graph)
        for batch in part.batches:
            new.add([f"{place}\t{key}" for key in batch])
    yield from (places.change(*found) for found in _differences(old, new))


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads that came and those that went, where no former export is needed to find them out."""

    added: frozenset[Quad]
    removed: frozenset[Quad]


def ordered(difference: Difference, layer: str, iris: Iris) -> Iterator[Change]:
    """The changes in a layer, as a comparison with a former export in N-Quads would give them."""
    places = _Places(iris, True)
    old, new = Sorter(), Sorter()
    for quads, keys in ((difference.removed, old), (difference.added, new)):
        keys.add(
            list(_keys([quad for quad in quads if layer in ("all", places.layer(_graph(quad)))], places))
        )
    yield from (places.change(*found) for found in _differences(old, new))


def come(found: Iterable[Change]) -> Iterator[Part]:
    """Those that came, as the parts of a document."""
    added = (change for change in found if change.added)
    for (layer, graph), some in groupby(added, lambda change: (change.layer, change.graph)):
        yield Part(layer, graph, _batched(change.key for change in some))


def _batched(keys: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(keys, _BATCH)):
        yield batch


class _Places:
    """Where in a document a graph stands, as text that sorts so; the same place for all where graphs do not count."""

    def __init__(self, iris: Iris, apart: bool) -> None:
        self._layers = {iris.graph(name).value: name for name in LAYERS} | {"": "curated"}
        self._apart = apart

    def layer(self, graph: str) -> str:
        return self._layers.get(graph, "claims")

    def of(self, graph: str) -> str:
        return f"{WHOLE.index(self.layer(graph))}{graph}" if self._apart else "0"

    def change(self, added: bool, text: str) -> Change:
        place, _, key = text.partition("\t")
        graph = place[1:]
        return Change(added, self.layer(graph) if self._apart else "changes", graph, key)


def _differences(old: Sorter, new: Sorter) -> Iterator[tuple[bool, str]]:
    gone = ((key, False) for key in chain.from_iterable(old.batches()))
    here = ((key, True) for key in chain.from_iterable(new.batches()))
    for key, both in groupby(merge(gone, here), lambda pair: pair[0]):
        sides = {added for _, added in both}
        if len(sides) == 1:
            yield sides.pop(), key


def _format(former: Path) -> RdfFormat:
    format = RdfFormat.from_extension(former.suffix.lstrip(".")) if former.suffix else None
    if format is None:
        raise UnreadableInput(
            str(former), "is no export: its name should end in .nq .trig .ttl .nt .jsonld or .rdf"
        )
    return format


def _former(former: Path, format: RdfFormat, layer: str, places: _Places) -> Iterator[list[str]]:
    try:
        quads = parse(path=str(former), format=format, base_iri=former.resolve().as_uri())
        while some := list(islice(quads, _BATCH)):
            if format in _QUADS and layer != "all":
                some = [quad for quad in some if places.layer(_graph(quad)) == layer]
            yield list(_keys(some, places))
    except (OSError, SyntaxError) as error:
        raise UnreadableInput(
            str(former), f"cannot be read as a former export: {getattr(error, 'strerror', None) or error}"
        ) from None


def _keys(quads: list[Quad], places: _Places) -> Iterator[str]:
    text = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    for quad, line in zip(quads, text.decode().split("\n")[:-1], strict=True):
        yield f"{places.of(_graph(quad))}\t{key_of(line)}"


def _graph(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
