"""A store or an endpoint -> one object to ask, explain, export and fill.

Over HTTP everything goes through SPARQLWrapper and the SPARQL 1.1 Protocol, so any endpoint with our data will do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from pyoxigraph import Literal, RdfFormat, Triple, serialize

from summitry.graph.article import read_articles
from summitry.graph.build import Builder, Layers, Step
from summitry.graph.build.builder import Extract
from summitry.graph.build.since import read_since
from summitry.graph.client.rows import Rows
from summitry.graph.client.served import served
from summitry.graph.errors import BadParameter, UsageError
from summitry.graph.export import export as export_layer
from summitry.graph.gazetteer import load_gazetteer
from summitry.graph.questions import (
    Candidate,
    Question,
    Resolver,
    from_answer,
    load_questions,
    pick,
    resolver_of,
    search,
)
from summitry.graph.questions import run as run_question
from summitry.graph.questions.resolver import ENTITIES
from summitry.graph.questions.typed import parse_term
from summitry.graph.reasoning import Explainer, Explanation, Reasoner
from summitry.graph.store import Answer, GraphStore, RemoteStore, open_store
from summitry.graph.vocabulary import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    import rdflib

Given = str | int | date | None


def connect(
    where: str | Path | None,
    *,
    create: bool = False,
    read_only: bool = False,
    token: str | None = None,
    base: str = DEFAULT_BASE,
    queries: Iterable[str | Path] = (),
) -> Client:
    """The graph in a folder or behind a URL; None is a new one in memory.

    `create` makes the folder where there is none, `read_only` opens one that another process holds, `token` lets an
    endpoint take changes, and `queries` are folders of saved queries of one's own.

    >>> graph = connect("http://127.0.0.1:8000")                        # doctest: +SKIP
    >>> graph.run("members", organisation="CSTO").column("member")      # doctest: +SKIP
    ['Armenia', 'Belarus', 'Kazakhstan', 'Kyrgyzstan', 'Russia', 'Tajikistan']
    """
    store = open_store(where, environ=os.environ, base=base, create=create, read_only=read_only)
    if isinstance(store, RemoteStore) and token is not None:
        store.endpoints = replace(store.endpoints, token=token)
    return Client(store, load_questions(*map(Path, queries)))


class Client:
    """A graph to ask, explain, export and fill; `connect` makes one. Close it, or use it in a `with` block."""

    def __init__(
        self, store: GraphStore, questions: Mapping[str, Question], layers: Layers | None = None
    ) -> None:
        self.store = store
        self.questions = questions
        self._layers = layers
        self._explainer: Explainer | None = None

    def __repr__(self) -> str:
        return f"<summitry graph at {self.store.location}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store go, so that another process may open it."""
        self._explainer = None
        self.store.close()

    # ---------------------------------------------------------------- asking

    def query(self, text: str) -> Rows | bool | rdflib.Graph:
        """The answer to a SPARQL query: rows, true or false, or a graph; our prefixes need not be declared."""
        answer = self.store.query(text)
        if answer.form == "select":
            return Rows(from_answer(answer))
        return bool(answer) if answer.form == "ask" else _graph(answer.triples())

    def rows(self, text: str) -> Rows:
        """The rows of a SELECT."""
        return Rows(from_answer(self._answer(text, "select")))

    def ask(self, text: str) -> bool:
        """True or false: the answer to an ASK."""
        return bool(self._answer(text, "ask"))

    def graph(self, text: str) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE."""
        return _graph(self._answer(text, "graph").triples())

    def _answer(self, text: str, form: str) -> Answer:
        answer = self.store.query(text)
        if answer.form != form:
            raise UsageError(f"this query gives the form {answer.form}, not {form}; `query` takes any")
        return answer

    def run(self, question: str, /, values: Mapping[str, Given] | None = None, **given: Given) -> Rows:
        """The rows of a saved query; parameters by name, typed as a person would: `visitor="Putin"`."""
        told = {name: str(value) for name, value in {**(values or {}), **given}.items() if value is not None}
        return Rows(from_answer(run_question(self.store, question, told, self.questions, _known)))

    def question(self, name: str) -> Question:
        """A saved query: what it asks and what it takes. `questions` has them all."""
        return pick(self.questions, name)

    def find(self, text: str, *kinds: str, limit: int = 10) -> tuple[Candidate, ...]:
        """The entities of these kinds with the text in their names, best first."""
        return search(self._resolver.ask, text, kinds or ENTITIES, limit)

    def entity(self, name: str, *kinds: str) -> str:
        """The IRI of the one entity that a name, key or IRI stands for; several candidates are an error."""
        return self._resolver.resolve(name, kinds)

    @cached_property
    def _resolver(self) -> Resolver:
        return resolver_of(self.store, _known)

    # ------------------------------------------------------------ explaining

    def explain(self, subject: str, predicate: str, object: str, proofs: int = 1) -> list[Explanation]:
        """Why a triple holds, the shortest proof first; terms as for `summitry explain`.

        `Explanation.sentence` says it in words, `.citations()` are the words of articles that it rests on.
        """
        left, verb, right = (
            parse_term(text, self._resolver.resolve) for text in (subject, predicate, object)
        )
        if isinstance(left, Literal) or isinstance(verb, Literal):
            raise BadParameter(
                "subject" if isinstance(left, Literal) else "predicate", "is not an IRI or a name"
            )
        if self._explainer is None:
            self._explainer = Explainer(Reasoner(self.store))
        return self._explainer.explain(left, verb, right, proofs)

    # ------------------------------------------------------------- exporting

    def export(
        self,
        target: str | Path | IO[bytes] | None = None,
        *,
        layer: str = "all",
        format: str = "turtle",
        since: str | Path | date | None = None,
    ) -> bytes:
        """Writes a layer to a file or a stream, and gives b""; without a target, gives the bytes themselves.

        `since` is a former export, or a day, a time or a change of `summitry log`: only what changed is written.
        """
        if isinstance(target, str | Path):
            with open(target, "wb") as file:
                self._export(file, layer, format, since)
            return b""
        output = BytesIO() if target is None else target
        self._export(output, layer, format, since)
        return output.getvalue() if isinstance(output, BytesIO) and target is None else b""

    def _export(self, output: IO[bytes], layer: str, format: str, since: str | Path | date | None) -> None:
        server = None if since is None or Path(str(since)).is_file() else served(self.store)
        if server is not None:
            server.export(output, layer, format, str(since))
        else:
            former = None if since is None else read_since(self.store, str(since), layer)
            export_layer(self.store, output, layer, format, since=former)

    # --------------------------------------------------------------- filling

    def ingest(
        self,
        *paths: str | Path,
        published: date | None = None,
        extract: Extract | None = None,
        problems: Callable[[Exception], None] | None = None,
        progress: Callable[[Step], None] | None = None,
    ) -> tuple[Step, ...]:
        """Reads articles, files or folders, into the graph; gives what became of each: added, changed, unchanged, failed.

        `extract` may be another extractor than our own with its usual pipeline. What cannot be read is raised, or told
        to `problems` so that the others go on; `progress` is told of every article. A server of ours reads the files
        itself, for those who connect with a `token` that may write; any other store is written to from here.
        """
        if (server := served(self.store)) is not None:
            if extract is not None:
                raise UsageError(
                    f"{self.store.location} is a server of ours, which reads with its own extractor"
                )
            self._explainer = None
            return server.ingest([Path(path) for path in paths], published, problems, progress)
        articles = read_articles([Path(path) for path in paths], published, self.store.iris.base, problems)
        if extract is None:
            # Here, for the parser takes seconds to import, and those who only ask do without it.
            from summitry.graph.extract.workers import Named
            from summitry.graph.pipeline import DEFAULT_PIPELINE

            extract = Named(DEFAULT_PIPELINE)
        return self._builder().ingest(articles, extract, progress=progress)

    def remove(self, article: str) -> str:
        """Takes an article out, by its IRI, URL or file, with all that only it supported; gives its IRI."""
        return self._builder().remove(article)

    def _builder(self) -> Builder:
        self._explainer = None  # it knows the store as it was
        return Builder(self.store, layers=self._layers, clock=lambda: datetime.now(UTC))


def _known(text: str) -> tuple[str, ...]:
    """The keys that the gazetteer has for a spelling."""
    return tuple(entry.key for entry in load_gazetteer().lookup(text))


def _graph(triples: Iterator[Triple]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")
