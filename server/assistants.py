"""The graph for assistants: tools of the Model Context Protocol that search, ask and explain, and say who says so.

https://modelcontextprotocol.io. Nothing here writes. A folder is read by the processes that serve it elsewhere too, so
that a query which runs away is stopped; behind a URL that is the endpoint's affair.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from summitry.graph import ontology
from summitry.graph.client import Client, Rows
from summitry.graph.errors import ConfigurationError, StoreUnavailable, SummitryError, UsageError
from summitry.graph.questions import Candidate, load_questions
from summitry.graph.questions.resolver import KINDS
from summitry.graph.questions.terms import iri as iri_term
from summitry.graph.reasoning import render
from summitry.graph.store import RemoteStore, is_url, open_store
from summitry.server.pages.passages import passages_query, sentence
from summitry.server.pages.proofs import ServedStore
from summitry.server.service import Service
from summitry.server.settings import read_settings

try:
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.types import ToolAnnotations
except ImportError as error:
    raise ConfigurationError("assistants need the MCP SDK: pip install 'summitry[mcp]'") from error

Json = dict[str, Any]
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

MOST = 200  # rows in one answer: an assistant reads them all
SENTENCES = 40
INSTRUCTIONS = """Facts of international relations (visits, meetings, summits, offices, alliances, bases, borders,
treaties, warrants, statements), read from news articles, fused with reference data, with what follows from them.
Begin with `search` for names and `saved_queries` for questions that can be asked; `sparql` is for all others, and the
resource summitry://ontology says what its terms mean. Answers carry `sources`: the articles and the sentences that
state a fact. Quote them; a fact without any is reference data or was inferred, and `explain` says how."""


@contextmanager
def opened(store: str, base: str, seconds: float, folders: Iterable[Path] = ()) -> Iterator[Client]:
    """A client that only reads, whose queries take at most so many seconds."""
    questions = load_questions(*folders)
    if is_url(store):
        remote = open_store(store, environ=os.environ, base=base)
        assert isinstance(remote, RemoteStore)
        remote.endpoints = replace(remote.endpoints, timeout=max(1, round(seconds)))
        yield Client(remote, questions)
        return
    if not (Path(store) / "CURRENT").exists():
        raise StoreUnavailable(f"there is no store at {store}; `summitry ingest` makes one")
    service = Service(read_settings({"store": store, "base": base, "query_timeout": seconds}))
    try:
        service.start()
        yield Client(ServedStore(service), questions)
    finally:
        service.close()


def build_server(client: Client) -> MCPServer:
    """A server of the tools over a client; `run()` talks over standard input and output."""
    server = MCPServer(
        "summitry", instructions=INSTRUCTIONS, version=version("summitry"), log_level="WARNING"
    )
    tools = Tools(client)
    reading = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for tool in (
        tools.search,
        tools.entity,
        tools.saved_queries,
        tools.run_query,
        tools.sparql,
        tools.explain,
    ):
        server.tool(annotations=reading)(_told(tool))

    @server.resource("summitry://ontology", mime_type="text/turtle")
    def terms() -> str:
        """The classes and properties of the graph with their definitions, in Turtle."""
        return ontology.document("summitry").decode()

    return server


def _told(tool: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The tool, whose refusals reach the assistant in words."""

    @functools.wraps(tool)
    def call(*args: Arguments.args, **given: Arguments.kwargs) -> Result:
        try:
            return tool(*args, **given)
        except SummitryError as error:
            raise ToolError(str(error)) from error

    return call


class Tools:
    """What an assistant can do; every docstring is read by it."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def search(self, text: str, kinds: list[str] | None = None, limit: int = 10) -> Json:
        """Find people, states, organisations, places and treaties by any spelling of their names.

        `kinds` narrows to some of: person, state, organisation, city, region, body, treaty, visit, meeting, base.
        """
        for kind in kinds or ():
            if kind not in KINDS:
                raise UsageError(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}")
        found = self._client.find(text, *(kinds or ()), limit=_within(limit))
        return {"found": [_candidate(each) for each in found]}

    def entity(self, name: str) -> Json:
        """Everything the graph states of one thing: an entity by name or IRI, or a fact by its IRI, with sources."""
        iri = self._client.entity(name)
        node = iri_term(iri)
        states = self._client.rows(_STATES % {"node": node, "most": MOST})
        if not len(states):
            raise UsageError(f"the graph states nothing of <{iri}>; search finds what it knows")
        others = self._client.rows(_OTHERS % {"node": node, "most": MOST})
        facts = [iri, *(str(row["fact"]) for row in others)]
        return {
            "iri": iri,
            "states": [_plain(row) for row in states],
            "facts_about_it": [_plain(row) for row in others],
            "sources": self._sources(facts),
        }

    def saved_queries(self) -> Json:
        """The questions that can be asked by name, each with its parameters and an example of each."""
        return {
            "queries": [
                {
                    "name": question.name,
                    "asks": question.asks,
                    "description": question.description,
                    "columns": list(question.columns),
                    "parameters": {
                        parameter.name: {
                            "type": str(parameter.type),
                            "description": parameter.description,
                            "example": parameter.example,
                            **({"choices": list(parameter.choices)} if parameter.choices else {}),
                            **({"default": parameter.default} if parameter.default else {}),
                        }
                        for parameter in question.parameters
                    },
                }
                for question in self._client.questions.values()
            ]
        }

    def run_query(self, name: str, parameters: dict[str, str] | None = None, limit: int = 50) -> Json:
        """Ask a saved query. Parameters are typed as a person would: names in any spelling, dates as YYYY-MM-DD.

        `sources` holds, by the IRI of the fact in a row, the sentences of articles that state it.
        """
        rows = self._client.run(name, parameters or {})
        asked = self._client.question(name).asks
        return {"asks": asked, **self._shown(rows, limit)}

    def sparql(self, query: str, limit: int = 50) -> Json:
        """Ask any SPARQL 1.1 query that only reads: SELECT, ASK, CONSTRUCT or DESCRIBE.

        The prefixes sy:, rdfs:, skos:, schema: and the like are known. Claims of single articles are reached with
        GRAPH ?article { … }; all else is in the default graph.
        """
        answer = self._client.query(query)
        if isinstance(answer, bool):
            return {"answer": answer}
        if isinstance(answer, Rows):
            return self._shown(answer, limit)
        triples = [f"{s.n3()} {p.n3()} {o.n3()} ." for s, p, o in islice(answer, _within(limit))]
        return {"total": len(answer), "triples": sorted(triples)}

    def explain(self, subject: str, predicate: str, object: str) -> Json:
        """Why a triple holds: a proof down to the sentences of articles, reference data and axioms.

        Terms are names ("Russia"), prefixed names ("sy:hasMilitaryPresenceIn"), IRIs in <> or quoted text.
        """
        found = self._client.explain(subject, predicate, object)
        citations = {citation for each in found for citation in each.citations()}
        return {
            "proof": render(found, "text"),
            "sources": [
                {
                    "article": cited.article,
                    "title": cited.title,
                    "publisher": cited.publisher,
                    "published": cited.published,
                    "words": cited.exact,
                }
                for cited in sorted(citations, key=lambda each: (each.article, each.start, each.end))
            ],
        }

    def _shown(self, rows: Rows, limit: int) -> Json:
        shown = rows[: _within(limit)]
        facts = [
            str(value) for row in shown for name, value in row.items() if name.endswith("_iri") and value
        ]
        return {
            "total": len(rows),
            "rows": [_plain(row) for row in shown],
            "sources": self._sources(facts),
        }

    def _sources(self, facts: Iterable[str]) -> Json:
        """Fact -> the sentences that state it, for those of the IRIs that are facts."""
        nodes = [fact for fact in dict.fromkeys(facts) if " " not in fact]
        found: dict[str, list[Json]] = {}
        for row in self._client.rows(f"{passages_query(nodes)} LIMIT {SENTENCES}"):
            text = {
                name: "" if row[name] is None else str(row[name]) for name in ("before", "exact", "after")
            }
            words = "".join(sentence(text["before"], text["exact"], text["after"]))
            about = {name: row[name] for name in ("article", "title", "url", "publisher", "published")}
            source = {**_plain(about), "sentence": words}
            if source not in found.setdefault(str(row["fact"]), []):
                found[str(row["fact"])].append(source)
        return found


_STATES = """SELECT DISTINCT ?property ?value ?value_iri WHERE {
  %(node)s ?verb ?object .
  FILTER(?verb NOT IN (sy:supportedBy, sy:hasValue))
  OPTIONAL { ?verb rdfs:label ?said FILTER(LANG(?said) IN ("en", "")) }
  OPTIONAL { ?object rdfs:label ?named FILTER(LANG(?named) IN ("en", "")) }
  OPTIONAL { ?object skos:prefLabel ?called FILTER(LANG(?called) IN ("en", "")) }
  BIND(COALESCE(STR(?said), REPLACE(STR(?verb), "^.*[/#]", "")) AS ?property)
  BIND(COALESCE(STR(?named), STR(?called), STR(?object)) AS ?value)
  BIND(IF(isIRI(?object), STR(?object), ?none) AS ?value_iri)
} ORDER BY ?property ?value LIMIT %(most)d"""
_OTHERS = """SELECT DISTINCT ?label ?kind ?fact WHERE {
  ?fact ?link %(node)s ; sy:supportedBy ?claim ; rdfs:label ?label ; a ?class .
  FILTER(LANG(?label) IN ("en", ""))
  MINUS { ?fact a sy:AttributedValue }
  BIND(REPLACE(STR(?class), "^.*[/#]", "") AS ?kind)
} ORDER BY ?label ?kind LIMIT %(most)d"""


def _within(limit: int) -> int:
    if not 1 <= limit <= MOST:
        raise UsageError(f"limit is a number from 1 to {MOST}, not {limit}")
    return limit


def _candidate(found: Candidate) -> Json:
    return {"iri": found.iri, "label": found.label, "kind": found.kind}


def _plain(row: dict[str, Any]) -> Json:
    """The row as JSON has values, without what is not known."""
    kept = {name: value for name, value in row.items() if value is not None}
    return {
        name: value if isinstance(value, bool | int | float) else str(value) for name, value in kept.items()
    }
