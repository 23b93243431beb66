"""Any SPARQL 1.1 server as a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)

from summitry.graph.errors import StoreError, UnreadableInput, UsageError
from summitry.graph.store.answers import Answer
from summitry.graph.store.changes import ROOM, by_graph, change, chunks, data
from summitry.graph.store.datasets import Dataset, layers, names_dataset, uses_graphs, with_prefixes
from summitry.graph.store.embedded import canonical
from summitry.graph.store.http import Endpoints, Reply, ask, put, stream, tell
from summitry.graph.store.interface import Object, Subject
from summitry.graph.vocabulary import DEFAULT_BASE, SY, Iris

if TYPE_CHECKING:
    import rdflib


class RemoteStore:
    """A `GraphStore` over HTTP.

    A change of more than 500 quads takes several requests, so it is not one transaction. A server's unnamed
    graph cannot be put into a dataset by name: unless the server itself unites our layers (`summitry serve`
    does), what users curate there is read from `<base>graph/curated`.
    """

    def __init__(self, endpoints: Endpoints, *, base: str = DEFAULT_BASE) -> None:
        self.endpoints = endpoints
        self.iris = Iris(base)

    @property
    def location(self) -> str:
        """The URL of the query endpoint."""
        return self.endpoints.query

    def query(self, text: str, *, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """The answer to a SPARQL query; without `dataset` it reads the layers."""
        text = with_prefixes(text)
        if base:
            text = f"BASE <{base}> {text}"
        if dataset is None and (names_dataset(text) or self.unites_layers):
            dataset = Dataset()
        if dataset is None:
            curated = f"{self.iris.base}graph/curated"
            default = [name for name in layers(self.iris).default or () if name]
            named = [name for name in self.graphs() if name] if uses_graphs(text) else []
            return _answer(ask(self.endpoints, text, [*default, curated], named))
        named = list(dataset.named or ())
        if dataset.default is None:
            return _answer(ask(self.endpoints, text, (), named))
        if "" in dataset.default:
            raise UsageError("a remote server's unnamed graph cannot be named; read it with Dataset()")
        if dataset.named is None and uses_graphs(text):
            named = [name for name in self.graphs() if name]
        return _answer(ask(self.endpoints, text, dataset.default, named))

    @cached_property
    def unites_layers(self) -> bool:
        """True if the server's own default graph holds our layers, and no claims."""
        layer = self.iris.graph("ontology").value
        one = "ASK {{ {{ SELECT ?s ?p ?o {{ GRAPH {} {{ ?s {} ?o }} }} LIMIT 1 }} ?s {} ?o }}"
        has_layers = bool(self._plain(one.format(f"<{layer}>", "?p", "?p")))
        return has_layers and not self._plain(one.format("?g", SY.certainty, SY.certainty))

    def _unnamed(self, pattern: str) -> str:
        """The pattern within the unnamed graph: a server that unites our layers shows them there too."""
        if not self.unites_layers:
            return pattern
        return f"{pattern} FILTER NOT EXISTS {{ GRAPH ?layer {{ {pattern} }} }}"

    def _plain(self, text: str) -> Answer:
        return _answer(ask(self.endpoints, text))

    def update(self, text: str, *, base: str | None = None) -> None:
        """Runs a SPARQL update: all of it or nothing, if the server holds to that."""
        tell(self.endpoints, f"BASE <{base}>\n{text}" if base else text)

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that match; `graph` None means every graph, "" the unnamed one."""
        pattern = _pattern(subject, predicate, object)
        if graph is None:
            body = f"{{ {self._unnamed(pattern)} }} UNION {{ GRAPH ?g {{ {pattern} }} }}"
        else:
            body = f"GRAPH <{graph}> {{ {pattern} }}" if graph else self._unnamed(pattern)
        answer = self._plain(f"SELECT ?s ?p ?o ?g WHERE {{ {body} }}")
        for row in answer.rows():
            name = NamedNode(graph) if graph else row["g"] or DefaultGraph()
            yield Quad(subject or row["s"], predicate or row["p"], object or row["o"], name)

    def has(self, quad: Quad) -> bool:
        """True if the quad is there."""
        pattern = _pattern(quad.subject, quad.predicate, quad.object)
        name = quad.graph_name
        body = self._unnamed(pattern) if isinstance(name, DefaultGraph) else f"GRAPH {name} {{ {pattern} }}"
        return bool(self._plain(f"ASK {{ {body} }}"))

    def graphs(self) -> tuple[str, ...]:
        """The names of the graphs that hold something, sorted."""
        rows = self._plain("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows()
        names = sorted(row["g"].value for row in rows if isinstance(row["g"], NamedNode))
        unnamed = self._plain(f"ASK {{ {self._unnamed('?s ?p ?o')} }}")
        return (*([""] if unnamed else []), *names)

    def count(self, graph: str | None = None) -> int:
        """How many quads there are, in one graph or in all."""
        if graph is None:
            return sum(self.count(name) for name in self.graphs())
        body = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else self._unnamed("?s ?p ?o")
        row = next(self._plain(f"SELECT (COUNT(*) AS ?n) WHERE {{ {body} }}").rows())
        return int(row["n"].value)

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        """Takes out, then puts in: one update where 500 quads hold it all, else several."""
        new, gone = canonical(added), canonical(removed)
        if len(new) + len(gone) <= ROOM:
            if text := change(new, gone):
                self.update(text)
            return
        for some in chunks(gone):
            self.update(change((), some))
        for some in chunks(new):
            self.update(data("INSERT", some))

    def replace_graph(self, name: str, quads: Iterable[Quad]) -> None:
        """Makes the graph hold just these triples: by PUT, or by filling another graph and moving that."""
        triples = [triple for some in by_graph(canonical(quads)).values() for triple in some]
        if self.endpoints.graphs:
            put(self.endpoints, name, serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
            return
        beside = NamedNode(f"{name or self.iris.base + 'graph/curated'}?incoming")
        self.update(f"DROP SILENT GRAPH {beside}")
        placed = (Quad(triple.subject, triple.predicate, triple.object, beside) for triple in triples)
        for some in chunks(placed):
            self.update(data("INSERT", some))
        target = f"GRAPH <{name}>" if name else "DEFAULT"
        self.update(f"MOVE GRAPH {beside} TO {target}" if triples else f"CLEAR SILENT {target}")

    def load(self, data: bytes, format: RdfFormat, graph: str | None = None) -> None:
        """Adds a document, 500 quads a request."""
        try:
            quads = list(parse(data, format, base_iri=self.iris.base, rename_blank_nodes=True))
        except SyntaxError as error:
            raise UnreadableInput(str(graph or "data"), str(error)) from None
        if graph:
            name = NamedNode(graph)
            quads = [Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads]
        self.change(quads)

    def pour(self, graph: str, output: IO[bytes]) -> None:
        """Writes one graph as N-Triples, in no particular order, as it comes from the server."""
        body = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else self._unnamed("?s ?p ?o")
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {body} }}"
        with stream(self.endpoints, text) as (media_type, response):
            format = RdfFormat.from_media_type(media_type) or RdfFormat.TURTLE
            try:
                triples = (quad.triple for quad in parse(response, format))
                serialize(triples, output, RdfFormat.N_TRIPLES)
            except SyntaxError as error:
                raise StoreError(f"the server sent broken {media_type or 'data'}: {error}") from None

    def backup(self, target: Path) -> None:
        """Not ours to do."""
        raise UsageError(
            f"the store at {self.location} is backed up by its own server; `summitry export` copies the data"
        )

    def dataset(self) -> rdflib.Dataset:
        """The same server as an rdflib Dataset."""
        import rdflib
        from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore

        headers = {"Authorization": f"Bearer {self.endpoints.token}"} if self.endpoints.token else {}
        auth = (self.endpoints.user, self.endpoints.password or "") if self.endpoints.user else None
        return rdflib.Dataset(
            default_union=True,
            store=SPARQLUpdateStore(
                self.endpoints.query, self.endpoints.update, method="POST", auth=auth, headers=headers
            ),
        )

    def flush(self) -> None:
        """Nothing to do: the server answers once it has stored."""

    def close(self) -> None:
        """Nothing to do: each request has its own connection."""


def _answer(reply: Reply) -> Answer:
    if reply.media_type.endswith("json") and reply.media_type != "application/ld+json":
        return Answer(parse_query_results(reply.body, QueryResultsFormat.JSON))
    format = RdfFormat.from_media_type(reply.media_type) or RdfFormat.TURTLE
    try:
        return Answer([quad.triple for quad in parse(reply.body, format)])
    except SyntaxError as error:
        raise StoreError(f"the server sent broken {reply.media_type or 'data'}: {error}") from None


def _pattern(subject: Subject | None, predicate: NamedNode | None, object: Object | None) -> str:
    if isinstance(subject, BlankNode) or isinstance(object, BlankNode):
        raise StoreError("a blank node of a remote store cannot be asked for by name")
    return f"{subject or '?s'} {predicate or '?p'} {object or '?o'}"
