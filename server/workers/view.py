"""The graph in memory as the rest of the package knows graphs: a store, for reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from summitry.graph.store import EmbeddedStore
from summitry.graph.store.interface import Object, Subject
from summitry.server.literals import unwrap, wrap
from summitry.server.workers.mirror import DEFAULT, Mirror


class View(EmbeddedStore):
    """A mirror whose unnamed graph holds what was put there, not the merged dataset."""

    def __init__(self, mirror: Mirror, base: str) -> None:
        super().__init__(None, base=base)
        self.engine = mirror.store
        self._unnamed = mirror.unnamed
        self._wraps = mirror.wraps

    def quads(
        self,
        subject: Subject | None = None,
        predicate: ox.NamedNode | None = None,
        object: Object | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads that match; those of the merged dataset count once, in their own graphs."""
        if not self._wraps:
            yield from self._found(subject, predicate, object, graph)
            return
        for quad in self._found(subject, predicate, wrap(object), graph):
            yield ox.Quad(quad.subject, quad.predicate, unwrap(quad.object), quad.graph_name)

    def _found(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,
        graph: str | None,
    ) -> Iterator[ox.Quad]:
        if graph:
            yield from super().quads(subject, predicate, object, graph)
            return
        yield from self._unnamed.quads_for_pattern(subject, predicate, object, DEFAULT)
        if graph is None:
            found = self.engine.quads_for_pattern(subject, predicate, object)
            yield from (quad for quad in found if quad.graph_name != DEFAULT)

    def has(self, quad: ox.Quad) -> bool:
        """True if the quad is there; in the unnamed graph, only what was put there is."""
        if self._wraps:
            quad = ox.Quad(quad.subject, quad.predicate, wrap(quad.object), quad.graph_name)
        return quad in (self._unnamed if quad.graph_name == DEFAULT else self.engine)

    def pour(self, graph: str, output: IO[bytes]) -> None:
        """Writes one graph as N-Triples, in no particular order."""
        if graph:
            super().pour(graph, output)
        else:
            self._unnamed.dump(output, ox.RdfFormat.N_TRIPLES, from_graph=DEFAULT)
