"""The query page: an editor, the answer as a table or picture, the same address for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Request, Response, request

from summitry.graph.errors import LimitExceeded, QuerySyntaxError, StoreUnavailable, SummitryError
from summitry.graph.questions import Table, from_json
from summitry.graph.questions.tokens import columns, tokens
from summitry.server.engine import Job
from summitry.server.negotiation import GRAPHS, HTML, TABLES, choose
from summitry.server.pages import choices
from summitry.server.pages.data import find_places
from summitry.server.pages.links import Links
from summitry.server.pages.render import render
from summitry.server.pages.samples import SAMPLES
from summitry.server.pages.tables import View, view
from summitry.server.protocol import Call
from summitry.server.service import Service

_DATA = tuple(dict.fromkeys((*TABLES, *GRAPHS)))
ROWS = 1000  # shown in a browser; downloads have them all
START = SAMPLES[0].query


@dataclass(frozen=True, slots=True)
class Shown:
    """The answer to a query as the page shows it: one of a table with its views, a graph, a truth."""

    view: View | None = None
    choice: choices.Choice | None = None
    graph: str | None = None
    truth: bool | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a query, and the line it is on, if it is on one."""

    text: str
    line: int | None = None
    column: int | None = None
    excerpt: str = ""


def wants_page(request: Request, call: Call | None) -> bool:
    """True for a browser: text/html is what it likes best, and nothing else is asked for in the address."""
    if request.method not in ("GET", "HEAD") or (call and (call.wishes or call.has_dataset)):
        return False
    chosen = choose(request.headers.get("Accept"), (*_DATA, HTML))
    return chosen is not None and chosen.format is HTML


def sparql_page(service: Service, query: str | None = None) -> Response:
    """The page, with the answer to the query if one was sent."""
    asked = request.args.get("view", "")
    if query is None or not query.strip():
        return _page(START, Shown())
    try:
        return _page(query, _answer(service, query, asked), asked)
    except SummitryError as error:
        status = 503 if isinstance(error, LimitExceeded | StoreUnavailable) else 400
        return _page(query, Shown(), asked, _complaint(error, query), status)


def _page(
    query: str, shown: Shown, asked: str = "", complaint: Complaint | None = None, status: int = 200
) -> Response:
    keep = {"view": asked} if asked in choices.VIEWS else {}
    return render(
        "sparql.html",
        status,
        query=query,
        shown=shown,
        complaint=complaint,
        samples=SAMPLES,
        address="/sparql?" + urlencode({"query": query}) + "&",
        permalink="/sparql?" + urlencode({"query": query, **keep}),
        asked=asked if keep else "",
    )


def _answer(service: Service, query: str, asked: str) -> Shown:
    answer = service.query(Job(query))
    body = answer.read()
    if answer.form == "graph":
        return Shown(graph=body.decode())
    if answer.form == "ask":
        return Shown(truth=b"true" in body)
    links, table = Links(service.settings.base), _arranged(from_json(body), query)
    choice = choices.choose(asked, table, links, lookup=lambda names: find_places(service, names))
    return Shown(view(table, links, limit=ROWS), choice)


def _complaint(error: SummitryError, query: str) -> Complaint:
    """The error with the words before which the engine stopped."""
    line = error.line if isinstance(error, QuerySyntaxError) else None
    column = error.column if isinstance(error, QuerySyntaxError) else None
    lines = query.splitlines()
    if line is None or not 1 <= line <= len(lines):
        return Complaint(str(error), line, column)
    text = lines[line - 1]
    before = "".join("\t" if char == "\t" else " " for char in text[: max((column or 1) - 1, 0)])
    return Complaint(str(error), line, column, f"{text}\n{before}^")


def _arranged(table: Table, query: str) -> Table:
    """Every column of a query of one's own is shown, so none may look like the IRI of another; those of a
    `SELECT *`, which the engine gives by the alphabet, stand as the query has them.
    """
    places = list(range(len(table.columns)))
    if not columns(query):
        seen = [text[1:] for kind, text in tokens(query) if kind == "variable"]
        places.sort(
            key=lambda place: seen.index(name) if (name := table.columns[place]) in seen else len(seen)
        )
    names = tuple(table.columns[place].replace("_iri", " IRI") for place in places)
    return Table(names, tuple(tuple(row[place] for place in places) for row in table.rows))
