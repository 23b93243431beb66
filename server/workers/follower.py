"""What follows from a change: the reasoner run behind the durable store, and what it wrote, as a change."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox

from summitry.graph.build import Builder
from summitry.graph.build.layers import loaded
from summitry.graph.build.ledger import graph_name
from summitry.graph.reasoning import Reasoner
from summitry.graph.reasoning.terms import Triple
from summitry.graph.store import EmbeddedStore
from summitry.server.workers import changes
from summitry.server.workers.changes import Change, Graph, Kind, Step

LOG = logging.getLogger("summitry.server")
EVERY = 100  # articles


class Recorder(EmbeddedStore):
    """A store that remembers what was written through its interface."""

    def __init__(self, path: Path, *, base: str) -> None:
        super().__init__(path, base=base)
        self._steps: list[Step] = []
        self._whole: set[str] = set()
        self._own = graph_name(self.iris)  # what fusion keeps for itself, which nobody else is told of

    def change(self, added: Iterable[ox.Quad], removed: Iterable[ox.Quad] = ()) -> None:
        """Takes out, then puts in."""
        come, gone = list(added), list(removed)
        super().change(come, gone)
        told = ([quad for quad in quads if quad.graph_name != self._own] for quads in (gone, come))
        self._steps += [changes.remove(next(told)), changes.add(next(told))]

    def replace_graph(self, name: str, quads: Iterable[ox.Quad]) -> None:
        """Makes the graph hold just these triples."""
        super().replace_graph(name, quads)
        self._whole.add(name)

    def load(self, data: bytes, format: ox.RdfFormat, graph: str | None = None) -> None:
        """Adds a document to one graph."""
        super().load(data, format, graph)
        self._whole.add(graph or "")

    def take(self) -> Change:
        """What was written since this was last asked."""
        steps = self._steps
        for name in sorted(self._whole - {self._own.value}):
            steps += [Step(Kind.CLEAR, name.encode()), changes.add(self.quads(graph=name))]
        self._steps, self._whole = [], set()
        return tuple(step for step in steps if step.text or step.kind is Kind.CLEAR)


class Follower:
    """Applies a change and lets the reasoner follow it."""

    def __init__(self, store: Recorder) -> None:
        self._store = store
        self._reasoner = Reasoner(store)
        self.builder = builder = Builder(store, reasoner=self._reasoner, clock=lambda: datetime.now(UTC))
        held = loaded(store)
        if any(held.get(layer) != version for layer, version in builder.layers.versions().items()):
            LOG.info(
                "the ontology or the reference data are new to this store: facts, and what follows from them, "
                "are worked out anew"
            )
        builder.prepare(tell)
        store.take()
        self._said = {changes.read_graph(name.encode()) for name in self._reasoner.said()}

    def follow(self, change: Change) -> None:
        """Applies a change to the store; what follows is written by way of the recorder."""
        before, after = self._stated(change)
        come = {quad for quad in after if quad not in self._store.engine}
        gone = {quad for quad in before if quad in self._store.engine}
        changes.apply(self._store.engine, change)
        come = {quad for quad in come if quad in self._store.engine}
        gone = {quad for quad in gone if quad not in self._store.engine}
        if come or gone:
            self._reasoner.update(map(triple, come), map(triple, gone))

    def rebuild(self) -> None:
        """Works everything out anew."""
        self._reasoner.rebuild()
        self._store.take()

    def _stated(self, change: Change) -> tuple[list[ox.Quad], list[ox.Quad]]:
        """The quads of stated graphs that a change may take out, and those it may put in."""
        before: list[ox.Quad] = []
        after: list[ox.Quad] = []
        for step in change:
            if step.kind is Kind.ADD:
                after += [quad for quad in step.quads() if quad.graph_name in self._said]
            elif step.kind is Kind.REMOVE:
                before += [quad for quad in step.quads() if quad.graph_name in self._said]
            elif step.kind is not Kind.CREATE and step.graph in self._said:
                before += self._quads(step.graph)
        return before, after

    def _quads(self, graph: Graph) -> Iterable[ox.Quad]:
        return self._store.engine.quads_for_pattern(None, None, None, graph)


def tell(articles: int) -> None:
    """Says how far the facts have come."""
    if articles % EVERY == 0:
        LOG.info("facts of %d articles are worked out anew", articles)


def triple(quad: ox.Quad) -> Triple:
    """The triple of a quad as the reasoner takes it."""
    return quad.subject, quad.predicate, quad.object
