"""Why a triple holds, worked out over the service: the store stays with the processes that hold it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)

from summitry.graph.errors import BadParameter, UsageError
from summitry.graph.questions import Resolver
from summitry.graph.reasoning import Explainer, Explanation, Reasoner
from summitry.graph.store import Answer, Dataset, Endpoints, RemoteStore
from summitry.graph.store.datasets import with_prefixes
from summitry.graph.store.interface import Object, Subject
from summitry.graph.vocabulary import PREFIXES
from summitry.server.engine import Job
from summitry.server.service import Service


class ServedStore(RemoteStore):
    """The store behind the service, for reading: as a remote one, but without the way over HTTP."""

    def __init__(self, service: Service) -> None:
        super().__init__(Endpoints("", ""), base=service.settings.base)
        self._service = service

    def query(self, text: str, *, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """The answer to a query over the layers."""
        answer = self._service.query(Job(with_prefixes(text), base, graph="ntriples"))
        # straight from the file where the answer is large: it never lies in memory as text and as terms at once
        body = answer.file.open() if answer.file else answer.body
        if answer.form == "graph":
            return Answer([quad.triple for quad in parse(body, RdfFormat.N_TRIPLES)])
        return Answer(parse_query_results(body, QueryResultsFormat.JSON))

    def _plain(self, text: str) -> Answer:
        return self.query(text)

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that match. The service answers from the layers as one: what stands in none of them was
        curated. A blank node cannot be asked for; ours belong to axioms, which the reasoner reads from files.
        """
        if isinstance(subject, BlankNode) or isinstance(object, BlankNode):
            return iter(())
        found = super().quads(subject, predicate, object, graph)
        if graph != "":
            return found
        everywhere = super().quads(subject, predicate, object)
        layered = {quad.triple for quad in everywhere if isinstance(quad.graph_name, NamedNode)}
        return (quad for quad in found if quad.triple not in layered)

    def has(self, quad: Quad) -> bool:
        """True if the quad is there."""
        if isinstance(quad.graph_name, NamedNode):
            return super().has(quad)
        return next(self.quads(quad.subject, quad.predicate, quad.object, ""), None) is not None


class Proofs:
    """Proofs on demand; the compiled rules are kept from one to the next."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._reasoner: Reasoner | None = None
        self._lock = threading.Lock()

    def explain(
        self, subject: NamedNode, predicate: NamedNode, obj: NamedNode | Literal, limit: int
    ) -> list[Explanation]:
        """Up to `limit` proofs of a triple, the shortest first."""
        with self._lock:
            if self._reasoner is None:
                self._reasoner = Reasoner(ServedStore(self._service))
            return Explainer(self._reasoner).explain(subject, predicate, obj, limit)


def read_term(name: str, text: str, resolver: Resolver) -> NamedNode | Literal:
    """A term as a person writes it: an IRI, `sy:met`, "text" in quotation marks, or an entity's name."""
    text = text.strip()
    prefix, _, local = text.partition(":")
    if prefix in PREFIXES and re.fullmatch(r"[\w.-]+", local):
        return NamedNode(PREFIXES[prefix] + local)
    if len(text) > 1 and text[0] == text[-1] == '"':
        return Literal(text[1:-1])
    try:
        return NamedNode(resolver.resolve(text))
    except (UsageError, ValueError) as error:
        raise BadParameter(name, str(error)) from error
