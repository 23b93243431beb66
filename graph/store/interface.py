"""What a store can do, whatever the engine. Terms are pyoxigraph's; a graph goes by its IRI, or ""."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple

from summitry.graph.store.answers import Answer
from summitry.graph.store.datasets import Dataset
from summitry.graph.vocabulary import Iris

if TYPE_CHECKING:
    import rdflib

Subject = NamedNode | BlankNode | Triple
Object = NamedNode | BlankNode | Literal | Triple


class GraphStore(Protocol):
    """Quads that can be asked, changed and copied; a change is one transaction where the engine has them."""

    @property
    def location(self) -> str:
        """The folder or the URL; "memory" for a store in memory."""

    @property
    def iris(self) -> Iris:
        """Where the data set of this store lives."""

    def query(self, text: str, *, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """The answer to a SPARQL query; without `dataset` it reads the layers (see `datasets`)."""

    def update(self, text: str, *, base: str | None = None) -> None:
        """Runs a SPARQL update: all of it or nothing."""

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that match; `graph` None means every graph, "" the unnamed one."""

    def has(self, quad: Quad) -> bool:
        """True if the quad is there."""

    def graphs(self) -> tuple[str, ...]:
        """The names of the graphs that hold something, sorted."""

    def count(self, graph: str | None = None) -> int:
        """How many quads there are, in one graph or in all."""

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        """Takes out, then puts in: one transaction. What is removed has no blank nodes."""

    def replace_graph(self, name: str, quads: Iterable[Quad]) -> None:
        """Makes the graph hold just these triples, whatever graph the quads name: one transaction."""

    def load(self, data: bytes, format: RdfFormat, graph: str | None = None) -> None:
        """Adds a document, as fast as the engine can; triples go to `graph`, quads keep their own graphs."""

    def pour(self, graph: str, output: IO[bytes]) -> None:
        """Writes one graph as N-Triples, in no particular order, without holding it in memory."""

    def backup(self, target: Path) -> None:
        """Copies the store to a new folder, while it is in use."""

    def dataset(self) -> rdflib.Dataset:
        """The same store as an rdflib Dataset."""

    def flush(self) -> None:
        """Makes what was written survive a power cut, where the engine leaves that to us."""

    def close(self) -> None:
        """Lets the engine go."""
