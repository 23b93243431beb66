"""A change of the graph as a value: what is cleared, taken out and put in, in order.

Each step sets quads or graphs to a state whatever they were before, so applying a change twice, or a journal
of changes from its start, gives what applying it once gave.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

import pyoxigraph as ox

Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
HEAD = struct.Struct("!BQ")


class Kind(IntEnum):
    """What a step does."""

    CREATE = 1  # makes a named graph
    CLEAR = 2  # empties a graph
    DROP = 3  # empties a graph and forgets its name
    REMOVE = 4  # takes quads out
    ADD = 5  # puts quads in


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `text` is a graph name (empty for the unnamed graph) or N-Quads."""

    kind: Kind
    text: bytes

    @property
    def graph(self) -> Graph:
        """The graph that is made, emptied or forgotten."""
        return read_graph(self.text)

    def quads(self) -> Iterator[ox.Quad]:
        """The quads that are put in or taken out, blank nodes under their own labels."""
        return iter(ox.parse(self.text, format=ox.RdfFormat.N_QUADS))


Change = tuple[Step, ...]


def read_graph(text: bytes) -> Graph:
    """The graph of a name."""
    if not text:
        return ox.DefaultGraph()
    name = text.decode()
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


def write_graph(graph: Graph) -> bytes:
    """The name of a graph."""
    if isinstance(graph, ox.DefaultGraph):
        return b""
    return (f"_:{graph.value}" if isinstance(graph, ox.BlankNode) else graph.value).encode()


def add(quads: Iterable[ox.Quad]) -> Step:
    """Puts quads in."""
    return Step(Kind.ADD, ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")


def remove(quads: Iterable[ox.Quad]) -> Step:
    """Takes quads out."""
    return Step(Kind.REMOVE, ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")


def on_graph(kind: Kind, graph: Graph) -> Step:
    """Makes, empties or forgets a graph."""
    return Step(kind, write_graph(graph))


def encode(change: Change) -> bytes:
    """The change as bytes."""
    return b"".join(HEAD.pack(step.kind, len(step.text)) + step.text for step in change)


def decode(data: bytes) -> Change:
    """The change of these bytes."""
    steps, place = [], 0
    while place < len(data):
        kind, size = HEAD.unpack_from(data, place)
        place += HEAD.size
        steps.append(Step(Kind(kind), data[place : place + size]))
        place += size
    return tuple(steps)


def size(change: Change) -> int:
    """The bytes a change carries."""
    return sum(len(step.text) for step in change)


def apply(store: ox.Store, change: Change) -> None:
    """Applies a change to a store that holds the graph as it is, such as the durable one."""
    for step in change:
        if step.kind is Kind.ADD:
            store.extend(step.quads())
        elif step.kind is Kind.REMOVE:
            for quad in step.quads():
                store.remove(quad)
        elif step.kind is Kind.CREATE:
            store.add_graph(step.graph)
        elif step.kind is Kind.CLEAR:
            store.clear_graph(step.graph)
        else:
            store.remove_graph(step.graph)
