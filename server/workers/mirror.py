"""The graph in memory, as queries see it.

The engine does not merge the graphs of a default dataset: a triple that stands in two of them is counted
twice, and every pattern is looked up once per graph, which took twice as long at 0.9 million triples. So the
merge is made here once: `store` holds the merged default dataset as its default graph, and every named
graph. The triples of the unnamed graph are kept beside it, to know what an update may take out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pyoxigraph as ox

from summitry.server.literals import MARK_BYTES
from summitry.server.workers.changes import Change, Graph, Kind

DEFAULT = ox.DefaultGraph()
DEEPEST = 8  # triple terms around a literal that expressions look into


class Mirror:
    """A dataset whose default graph is the unnamed graph merged with the named graphs `merged`."""

    def __init__(self, merged: Iterable[str] = ()) -> None:
        self.layers = tuple(ox.NamedNode(iri) for iri in merged)
        self.store = ox.Store()
        self.unnamed = ox.Store() if self.layers else self.store
        self.size = 0  # triples of the default dataset
        self.wraps = False  # whether literals in it may be wrapped, see `server.literals`
        self.depth = 0  # and within how many triple terms

    def count(self) -> None:
        """Counts the triples of the default dataset, after it was filled from outside."""
        (row,) = cast(ox.QuerySolutions, self.store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        self.size = int(row["n"].value)

    def home(self, graph: Graph) -> ox.Store:
        """The store that holds a graph as it was stated."""
        return self.unnamed if isinstance(graph, ox.DefaultGraph) else self.store

    def exists(self, graph: Graph) -> bool:
        """Whether there is such a graph; the unnamed one always is."""
        return isinstance(graph, ox.DefaultGraph) or self.store.contains_named_graph(graph)

    def quads(self, graph: Graph) -> list[ox.Quad]:
        """Everything one graph states."""
        return list(self.home(graph).quads_for_pattern(None, None, None, graph))

    def graphs(self) -> list[Graph]:
        """The named graphs."""
        return list(self.store.named_graphs())

    def apply(self, change: Change) -> None:
        """Applies a change."""
        for step in change:
            if step.kind is Kind.ADD:
                self.watch(step.text)
                self.add(step.quads())
            elif step.kind is Kind.REMOVE:
                self.remove(step.quads())
            elif step.kind is Kind.CREATE:
                self.store.add_graph(step.graph)
            else:
                self.empty(step.graph)
                if step.kind is Kind.DROP and not isinstance(step.graph, ox.DefaultGraph):
                    self.store.remove_graph(step.graph)
                self.wraps = self.wraps and next(iter(self.store), None) is not None
                self.depth = self.depth if self.wraps else 0

    def watch(self, text: bytes) -> None:
        """Notes which quads that come in hold wrapped literals."""
        if MARK_BYTES in text:
            self.wraps = True
            deepest = max(line.count(b"<<(") for line in text.splitlines()) if b"<<(" in text else 0
            self.depth = max(self.depth, min(deepest, DEEPEST))

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Puts quads in."""
        batch = list(quads)
        merged = [
            ox.Quad(q.subject, q.predicate, q.object, DEFAULT)
            for q in batch
            if q.graph_name == DEFAULT or q.graph_name in self.layers
        ]
        new = [quad for quad in merged if quad not in self.store]
        if new:
            terms = ox.Store()  # two spellings of a number are one term to the engine
            terms.extend(new)
            self.size += len(terms)
        self.store.extend(batch)
        if self.layers:
            self.store.extend(merged)
            self.unnamed.extend(q for q in batch if q.graph_name == DEFAULT)

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Takes quads out; what another graph of the default dataset also states stays visible there."""
        for quad in quads:
            merged = ox.Quad(quad.subject, quad.predicate, quad.object, DEFAULT)
            shown = quad.graph_name == DEFAULT or quad.graph_name in self.layers
            there = shown and merged in self.store
            self.home(quad.graph_name).remove(quad)
            if there and not (self.layers and self.states(merged)):
                self.store.remove(merged)
                self.size -= 1

    def states(self, merged: ox.Quad) -> bool:
        """Whether any graph of the default dataset states this triple."""
        s, p, o = merged.subject, merged.predicate, merged.object
        return merged in self.unnamed or any(ox.Quad(s, p, o, layer) in self.store for layer in self.layers)

    def empty(self, graph: Graph) -> None:
        """Takes everything out of one graph."""
        if self.layers and (isinstance(graph, ox.DefaultGraph) or graph in self.layers):
            self.remove(self.quads(graph))
        else:
            self.home(graph).clear_graph(graph)
            if isinstance(graph, ox.DefaultGraph):
                self.size = 0
