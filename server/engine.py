"""One job on one store -> the answer, written to a sink."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, fields
from typing import IO, Literal

import pyoxigraph as ox

from summitry.graph.errors import UsageError
from summitry.graph.store.embedded import syntax_error
from summitry.server.tables import FORMATS, write_table

Form = Literal["select", "ask", "graph"]

GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "n3": ox.RdfFormat.N3,
}
UNKNOWN_FUNCTION = re.compile(r"^The custom function <(.*)> is not supported$", re.S)


@dataclass(frozen=True, slots=True)
class Job:
    """A query and how to write its answer, for each form it may turn out to have; "" refuses that form."""

    text: str
    base: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] | None = ()  # None: every named graph, beside the default graphs given
    select: str = "json"
    ask: str = "json"
    graph: str = "turtle"

    def told(self) -> dict[str, object]:
        """The job as it travels; `dataclasses.asdict` would take longer than a small query."""
        return {name: getattr(self, name) for name in FIELDS}

    def format(self, form: Form) -> str:
        """The format for a form of query."""
        return {"select": self.select, "ask": self.ask, "graph": self.graph}[form]


FIELDS = tuple(field.name for field in fields(Job))


class NotAcceptable(UsageError):
    """The query has a form that none of the accepted formats can carry."""

    def __init__(self, form: Form) -> None:
        super().__init__(f"no accepted format can carry the answer to this query, a {form}")
        self.form = form


def evaluate(store: ox.Store, job: Job, sink: IO[bytes], rows: int = sys.maxsize) -> Form:
    """Writes the answer to the sink and says which form the query had."""
    results = run(store, job)
    form: Form
    if isinstance(results, ox.QueryTriples):
        form = "graph"
    else:
        form = "ask" if isinstance(results, ox.QueryBoolean) else "select"
    name = job.format(form)
    if not name:
        raise NotAcceptable(form)
    if isinstance(results, ox.QueryTriples):
        results.serialize(sink, GRAPH_FORMATS[name])
    elif isinstance(results, ox.QuerySolutions):
        write_table(results, name, sink, rows)
    else:
        results.serialize(sink, FORMATS[name])
    return form


def run(store: ox.Store, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The engine's results, with functions it does not know made errors of their expression (SPARQL 1.1,
    17.6)."""
    unknown: dict[ox.NamedNode, object] = {}
    options: dict[str, object] = {"base_iri": job.base}
    if job.default_graphs or job.named_graphs:
        options["default_graph"] = [ox.NamedNode(iri) for iri in job.default_graphs]
    if job.named_graphs is not None and (job.default_graphs or job.named_graphs):
        options["named_graphs"] = [ox.NamedNode(iri) for iri in job.named_graphs]
    while True:
        try:
            return store.query(job.text, custom_functions=unknown, **options)  # type: ignore[arg-type]
        except SyntaxError as error:
            raise syntax_error(error, job.text) from None
        except RuntimeError as error:
            found = UNKNOWN_FUNCTION.match(str(error))
            if found is None or ox.NamedNode(found[1]) in unknown:
                raise UsageError(str(error)) from None
            unknown[ox.NamedNode(found[1])] = lambda *_: None


def check_query(text: str, base: str | None) -> None:
    """QuerySyntaxError where the text is no query; nothing is asked of any graph or host."""
    try:
        ox.Store().query(text, base_iri=base)
    except SyntaxError as error:
        raise syntax_error(error, text) from None
    except (RuntimeError, OSError):
        return  # it was parsed


def resolve(prologue: str, name: str, base: str | None) -> str:
    """The IRI that a relative or prefixed name means after a prologue."""
    scratch = ox.Store()
    try:
        scratch.update(f"{prologue} INSERT DATA {{ <urn:s> <urn:p> {name} }}", base_iri=base)
    except SyntaxError as error:
        raise syntax_error(error, prologue) from None
    (quad,) = scratch
    assert isinstance(quad.object, ox.NamedNode), "the grammar allows IRIs only"
    return quad.object.value
