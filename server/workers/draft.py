"""An update or upload -> the change it makes, worked out on a copy of the graph that is thrown away
afterwards.

The engine parses and matches; what is written is worked out here, because the same change must reach the
journal, the durable store and the graph in memory, and the engine's own update leaves no record of what it
did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from summitry.graph.errors import QuerySyntaxError, UsageError
from summitry.graph.store.embedded import syntax_error
from summitry.server.engine import Job, resolve, run
from summitry.server.federation import Fetched
from summitry.server.literals import constants, refuse_mark, wrap
from summitry.server.outline import Edit, read_outline
from summitry.server.updates import Operation, read_update
from summitry.server.values import see_values
from summitry.server.workers import changes
from summitry.server.workers.changes import Graph, Kind, Step
from summitry.server.workers.guard import Guard, NotPermitted
from summitry.server.workers.mirror import DEFAULT, Mirror
from summitry.server.workers.templates import VARIABLE, Term, fill, has_blank, relocate, rename, variables

NOTHING = Fetched("", b"", "this server loads nothing from other hosts")


@dataclass(slots=True)
class Draft:
    """Works an update out operation by operation; each sees what the ones before it did."""

    mirror: Mirror
    base: str | None
    guard: Guard = field(default_factory=Guard)
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()
    documents: Mapping[str, Fetched] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def update(self, text: str) -> changes.Change:
        """The change that an update makes; nothing of it where any part fails."""
        refuse_mark(text)
        for operation in check(text, self.base):
            if (operation.using or operation.using_named or operation.graph) and (
                self.using or self.using_named
            ):
                raise UsageError(
                    "using-graph-uri does not go with an update that has USING or WITH of its own"
                )
            self.work(operation)
        return tuple(self.steps)

    def sources(self, text: str) -> list[str]:
        """The documents that an update would load."""
        loads = (each for each in check(text, self.base) if each.verb == "LOAD")
        return sorted({self.iri(each, each.source).value for each in loads})

    def work(self, operation: Operation) -> None:
        """Does one operation on the copy."""
        verb = operation.verb
        if verb == "INSERT DATA":
            self.record(changes.add(rename(self.template(operation, operation.insert, wraps=True))))
        elif verb == "DELETE DATA":
            self.record(changes.remove(self.template(operation, operation.delete, self.mirror.wraps)))
        elif verb in ("MODIFY", "DELETE WHERE"):
            self.modify(operation)
        elif verb == "CREATE":
            self.create(operation)
        elif verb in ("CLEAR", "DROP"):
            self.empty(operation)
        elif verb == "LOAD":
            self.load(operation)
        else:
            self.transfer(operation)

    def record(self, *steps: Step) -> None:
        """Applies steps to the copy and keeps them."""
        kept = tuple(step for step in steps if step.text or step.kind in (Kind.CLEAR, Kind.DROP))
        for step in kept:
            self.guard.check(step)
        self.mirror.apply(kept)
        self.steps.extend(kept)

    def template(self, operation: Operation, text: str, wraps: bool) -> list[ox.Quad]:
        """The quads of a template, its variables written as IRIs of their own, its literals wrapped or left to the
        engine."""
        if not text:
            return []
        outline = read_outline(text)
        edits = [
            Edit(place, place, f"<{VARIABLE}{token.text[1:]}>")
            for place, token in enumerate(outline.tokens)
            if token.kind == "variable"
        ]
        if wraps:
            known = cache(lambda name: resolve(operation.prologue, name, self.base))
            edits += constants(outline.tokens, range(len(outline.tokens)), known)
        scratch = ox.Store()
        scratch.update(f"{operation.prologue}INSERT DATA {outline.edited(edits)}", base_iri=self.base)
        return list(scratch)

    def iri(self, operation: Operation, text: str) -> ox.NamedNode:
        """The IRI that a relative or prefixed name means."""
        return ox.NamedNode(resolve(operation.prologue, text, self.base))

    def graph(self, operation: Operation, text: str) -> Graph:
        """The graph that an operation names."""
        return DEFAULT if text == "DEFAULT" else self.iri(operation, text)

    def modify(self, operation: Operation) -> None:
        """DELETE and INSERT for every solution of WHERE."""
        target: Graph = self.iri(operation, operation.graph) if operation.graph else DEFAULT
        gone = relocate(self.template(operation, operation.delete, self.mirror.wraps), target)
        new = relocate(self.template(operation, operation.insert, wraps=True), target)
        fresh = any(has_blank(quad) for quad in new)
        delete, insert = {}, {}
        for solution in self.solutions(operation, variables(gone + new), distinct=not fresh):
            delete.update(dict.fromkeys(fill(gone, solution)))
            insert.update(dict.fromkeys(fill(rename(new) if fresh else new, solution)))
        self.record(changes.remove(q for q in delete if q not in insert), changes.add(insert))

    def solutions(
        self, operation: Operation, names: tuple[str, ...], distinct: bool
    ) -> Iterator[dict[str, Term]]:
        """What WHERE finds for the variables that the templates use."""
        head = " ".join(f"?{name}" for name in names) or "(1 AS ?one)"
        select = "SELECT DISTINCT" if distinct else "SELECT"
        outline = read_outline(f"{operation.prologue}{select} {head} WHERE {operation.where}")
        text = see_values(outline, self.base, self.mirror.wraps, self.mirror.depth).text
        found = run(self.mirror.store, self.dataset(operation, text))
        assert isinstance(found, ox.QuerySolutions), "the text begins with SELECT"
        for row in list(found):
            terms = ((name, row[name]) for name in names)
            yield {name: term for name, term in terms if term is not None}

    def dataset(self, operation: Operation, text: str) -> Job:
        """The query over the dataset that the operation or the request describes."""
        if self.using or self.using_named:
            return Job(text, self.base, self.using, self.using_named)
        if operation.using or operation.using_named:
            default = tuple(self.iri(operation, name).value for name in operation.using)
            named = tuple(self.iri(operation, name).value for name in operation.using_named)
            return Job(text, self.base, default, named)
        if operation.graph:
            return Job(text, self.base, (self.iri(operation, operation.graph).value,), None)
        return Job(text, self.base)

    def create(self, operation: Operation) -> None:
        """CREATE GRAPH."""
        graph = self.iri(operation, operation.target)
        if not self.mirror.exists(graph):
            self.record(changes.on_graph(Kind.CREATE, graph))
        elif not operation.silent:
            raise UsageError(f"CREATE: the graph <{graph.value}> exists already")

    def empty(self, operation: Operation) -> None:
        """CLEAR or DROP."""
        kind = Kind.CLEAR if operation.verb == "CLEAR" else Kind.DROP
        targets: list[Graph] = []
        if operation.target in ("NAMED", "ALL"):
            targets = self.mirror.graphs()
        if operation.target in ("DEFAULT", "ALL"):
            targets.append(DEFAULT)
        if operation.target not in ("NAMED", "ALL", "DEFAULT"):
            graph = self.iri(operation, operation.target)
            if not self.present(operation, graph):
                return
            targets = [graph]
        for target in targets:
            self.record(changes.on_graph(Kind.CLEAR if target == DEFAULT else kind, target))

    def present(self, operation: Operation, graph: Graph) -> bool:
        """Whether the graph exists; an error where it must."""
        if self.mirror.exists(graph):
            return True
        if operation.silent:
            return False
        raise UsageError(f"{operation.verb}: there is no graph {graph}")

    def transfer(self, operation: Operation) -> None:
        """ADD, COPY or MOVE."""
        source, target = self.graph(operation, operation.source), self.graph(operation, operation.target)
        if not self.present(operation, source) or source == target:
            return
        moved = changes.add(
            ox.Quad(q.subject, q.predicate, q.object, target) for q in self.mirror.quads(source)
        )
        if operation.verb != "ADD":
            self.record(changes.on_graph(Kind.CLEAR, target))
        if target != DEFAULT:
            self.record(changes.on_graph(Kind.CREATE, target))
        self.record(moved)
        if operation.verb == "MOVE":
            self.record(changes.on_graph(Kind.CLEAR if source == DEFAULT else Kind.DROP, source))

    def load(self, operation: Operation) -> None:
        """LOAD, from the documents the front has fetched."""
        source = self.iri(operation, operation.source).value
        target = self.graph(operation, operation.target)
        document = self.documents.get(source, NOTHING)
        try:
            self.record(changes.add(read_fetched(document, source, target)))
        except UsageError as error:
            if not operation.silent or isinstance(error, NotPermitted):
                raise


def upload(
    mirror: Mirror, graph: Graph, body: bytes, format: ox.RdfFormat, base: str | None, replace: bool
) -> changes.Change:
    """The change that sending a graph makes: replacing it (PUT) or adding to it (POST)."""
    quads = read_document(body, format, base, graph)
    steps = [changes.on_graph(Kind.CLEAR, graph)] if replace and mirror.exists(graph) else []
    if not isinstance(graph, ox.DefaultGraph):
        steps.append(changes.on_graph(Kind.CREATE, graph))
    return (*steps, changes.add(quads))


def read_fetched(document: Fetched, source: str, graph: Graph) -> list[ox.Quad]:
    """The triples of a document that the front has fetched."""
    if document.problem:
        raise UsageError(f"LOAD <{source}>: {document.problem}")
    format = ox.RdfFormat.from_media_type(document.media_type)
    if format is None:
        raise UsageError(f"LOAD <{source}>: it is {document.media_type or 'of no type'}, not RDF")
    return read_document(document.body, format, source, graph)


def read_document(body: bytes, format: ox.RdfFormat, base: str | None, graph: Graph) -> list[ox.Quad]:
    """The triples of a document in one graph, its blank nodes made new, its literals as they are written."""
    refuse_mark(body)
    try:
        parsed = ox.parse(
            body, format=format, base_iri=base, rename_blank_nodes=True, without_named_graphs=True
        )
        return [ox.Quad(q.subject, q.predicate, wrap(q.object), graph) for q in parsed]
    except SyntaxError as error:
        raise UsageError(f"the document cannot be read: {error}") from None


def check(text: str, base: str | None) -> tuple[Operation, ...]:
    """The operations of an update that the engine has parsed, on an empty graph where it can do no harm."""
    try:
        parse(text, base)
    except QuerySyntaxError as error:
        # The engine refuses a prologue after the first operation, which the grammar allows (rule 29).
        operations = outline(text)
        if len({operation.prologue for operation in operations}) < 2:
            raise error from None
        for operation in operations:
            parse(operation.prologue + operation.text, base)
        return operations
    return read_update(text)


def outline(text: str) -> tuple[Operation, ...]:
    """The operations of a text that may be no update at all."""
    try:
        return read_update(text)
    except QuerySyntaxError:
        return ()


def parse(text: str, base: str | None) -> None:
    """QuerySyntaxError where the text is no update."""
    try:
        ox.Store().update(text, base_iri=base)
    except SyntaxError as error:
        raise syntax_error(error, text) from None
    except (RuntimeError, OSError):
        return  # it was parsed; what went wrong on an empty graph says nothing here
