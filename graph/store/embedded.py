"""Oxigraph in this process: a folder (RocksDB) or memory. The only module that opens a `pyoxigraph.Store`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import RLock
from typing import IO, TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from summitry.graph.errors import (
    BadParameter,
    QuerySyntaxError,
    StoreError,
    StoreUnavailable,
    UnreadableInput,
    UsageError,
)
from summitry.graph.store.answers import Answer
from summitry.graph.store.changes import by_graph, change, data, refuse_blank
from summitry.graph.store.datasets import Dataset, layers, names_dataset
from summitry.graph.store.interface import Object, Subject
from summitry.graph.vocabulary import DEFAULT_BASE, PREFIXES, Iris

if TYPE_CHECKING:
    import rdflib

_POSITION = re.compile(r"error at (\d+):(\d+): ")
_UNKNOWN_FUNCTION = re.compile(r"The custom function <(.*)> is not supported", re.DOTALL)


class EmbeddedStore:
    """A `GraphStore` on a folder, which one process at a time may open, or in memory if `path` is None."""

    def __init__(
        self, path: Path | None = None, *, base: str = DEFAULT_BASE, read_only: bool = False
    ) -> None:
        self.path = path
        self.iris = Iris(base)
        self.engine = _open(path, read_only)
        self._writing = RLock()  # two writers at once lose updates silently

    @property
    def location(self) -> str:
        """The folder, or "memory"."""
        return "memory" if self.path is None else str(self.path)

    def query(self, text: str, *, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """The answer to a SPARQL query; without `dataset` it reads the layers."""
        options: dict[str, object] = {"base_iri": base, "prefixes": PREFIXES, **self._graphs(text, dataset)}
        unknown: dict[NamedNode, object] = {}
        while True:
            try:
                results = self.engine.query(text, custom_functions=unknown, **options)  # type: ignore[arg-type]
                return Answer(results, _failure)
            except (SyntaxError, ValueError) as error:
                raise syntax_error(error, text) from None
            except RuntimeError as error:
                # A function nobody knows is an error of its expression, not of the query (SPARQL 1.1, 17.6).
                found = _UNKNOWN_FUNCTION.match(str(error))
                if found is None or NamedNode(found[1]) in unknown:
                    raise _failure(error) from None
                unknown[NamedNode(found[1])] = lambda *_: None
            except OSError as error:
                raise _failure(error) from None

    def _graphs(self, text: str, dataset: Dataset | None) -> dict[str, object]:
        if dataset is None:
            if names_dataset(text):
                return {}
            dataset = layers(self.iris)
        options: dict[str, object] = {}
        if dataset.default is not None:
            options["default_graph"] = [_graph(name) for name in dataset.default]
        if dataset.named is not None:
            options["named_graphs"] = [NamedNode(name) for name in dataset.named]
        return options

    def update(self, text: str, *, base: str | None = None) -> None:
        """Runs a SPARQL update: all of it or nothing."""
        with self._writing:
            try:
                self.engine.update(text, base_iri=base)
            except (SyntaxError, ValueError) as error:
                raise syntax_error(error, text) from None
            except (OSError, RuntimeError) as error:
                raise _failure(error) from None

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that match; `graph` None means every graph, "" the unnamed one."""
        name = None if graph is None else _graph(graph)
        return iter(self.engine.quads_for_pattern(subject, predicate, object, name))

    def has(self, quad: Quad) -> bool:
        """True if the quad is there."""
        return quad in self.engine

    def graphs(self) -> tuple[str, ...]:
        """The names of the graphs that hold something, sorted."""
        names = [graph.value for graph in self.engine.named_graphs() if isinstance(graph, NamedNode)]
        unnamed = ("",) if self._holds("") else ()
        return (*unnamed, *sorted(name for name in names if self._holds(name)))

    def _holds(self, graph: str) -> bool:
        return next(self.quads(graph=graph), None) is not None

    def count(self, graph: str | None = None) -> int:
        """How many quads there are, in one graph or in all."""
        if graph is None:
            return len(self.engine)
        text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        row = next(self.query(text, dataset=Dataset((graph,))).rows())
        return int(row["n"].value)

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        """Takes out, then puts in, in one transaction. What is removed has no blank nodes."""
        gone = list(removed)
        refuse_blank(gone)
        with self._writing:
            if not gone:
                self._guarded_extend(added)
            elif text := change(added, gone):
                self.update(text)

    def _guarded_extend(self, added: Iterable[Quad]) -> None:
        try:
            self.engine.extend(added)
        except (OSError, RuntimeError) as error:
            raise _failure(error) from None

    def replace_graph(self, name: str, quads: Iterable[Quad]) -> None:
        """Makes the graph hold just these triples, in one transaction."""
        triples = [triple for some in by_graph(quads).values() for triple in some]
        target = _graph(name)
        placed = [Quad(triple.subject, triple.predicate, triple.object, target) for triple in triples]
        clear = f"CLEAR SILENT GRAPH <{name}>" if name else "CLEAR SILENT DEFAULT"
        self.update(" ;\n".join(part for part in (clear, data("INSERT", placed)) if part))

    def load(self, data: bytes, format: RdfFormat, graph: str | None = None) -> None:
        """Adds a document through the bulk loader: all of it or nothing."""
        target = None if graph is None else _graph(graph)
        with self._writing:
            try:
                self.engine.bulk_load(data, format, to_graph=target, base_iri=self.iris.base)
            except SyntaxError as error:
                raise UnreadableInput(str(graph or "data"), str(error)) from None
            except (OSError, RuntimeError) as error:
                raise _failure(error) from None

    def pour(self, graph: str, output: IO[bytes]) -> None:
        """Writes one graph as N-Triples, in no particular order, without holding it in memory."""
        try:
            self.engine.dump(output, RdfFormat.N_TRIPLES, from_graph=_graph(graph))
        except (OSError, RuntimeError) as error:
            raise _failure(error) from None

    def backup(self, target: Path) -> None:
        """Copies the store to a new folder, while it is in use; hard links, so it takes milliseconds."""
        if target.exists():
            raise BadParameter("target", f"{target} exists; a backup needs a folder that does not")
        if self.path is None:
            raise UsageError("a store in memory cannot be backed up; export it")
        try:
            self.engine.backup(target)
        except (OSError, RuntimeError) as error:
            raise _failure(error) from None

    def dataset(self) -> rdflib.Dataset:
        """The same store as an rdflib Dataset, through oxrdflib; its default graph is the unnamed one."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.engine))

    def flush(self) -> None:
        """Writes to disk what the system still holds: a commit alone survives kill -9, not a power cut."""
        if self.path is not None:
            self.engine.flush()

    def close(self) -> None:
        """Lets the folder go once nothing else refers to the engine."""
        del self.engine


def _graph(name: str) -> NamedNode | DefaultGraph:
    return NamedNode(name) if name else DefaultGraph()


def _open(path: Path | None, read_only: bool) -> Store:
    if path is None:
        return Store()
    try:
        return Store.read_only(str(path)) if read_only else Store(str(path))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreUnavailable(
                f"the store {path} is in use by another process (a running `summitry serve`?); "
                "stop that, or give its URL as the store"
            ) from None
        raise StoreUnavailable(f"the store {path} cannot be opened: {_plain(error)}") from None


def _plain(error: Exception) -> str:
    return str(error).removeprefix("IO error: ").strip()


def _failure(error: Exception) -> Exception:
    return StoreError(f"the store failed: {_plain(error)}")


def syntax_error(error: Exception, text: str) -> QuerySyntaxError:
    """The engine's complaint with its place: "line 2, column 5, at '}': expected …"."""
    found = _POSITION.match(str(error))
    if found is None:
        return QuerySyntaxError(str(error))
    line, column = int(found[1]), int(found[2])
    rest = (text.splitlines() or [""])[line - 1 : line] or [""]
    near = rest[0][column - 1 : column + 19].strip()
    place = (
        f"at {near!r}"
        if near
        else "at its end"
        if line >= len(text.splitlines())
        else "at the end of the line"
    )
    problem = str(error)[found.end() :].split("\n")[0]
    return QuerySyntaxError(f"line {line}, column {column}, {place}: {problem}", line, column)


def canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The quads once each, with literals in the lexical form that this engine stores ("1.50" -> "1.5")."""
    scratch = Store()
    scratch.extend(quads)
    return list(scratch)
