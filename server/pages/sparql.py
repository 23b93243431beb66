"""The query page: a text area, the answer as a table, the same address for people and programs."""

from __future__ import annotations

from flask import Request, Response

from summitry.graph.errors import SummitryError
from summitry.graph.questions import Table, from_json
from summitry.graph.questions.tokens import columns, tokens
from summitry.graph.vocabulary import PREFIXES
from summitry.server.engine import Job
from summitry.server.negotiation import GRAPHS, HTML, TABLES, choose
from summitry.server.pages.links import Links
from summitry.server.pages.render import render
from summitry.server.pages.tables import view
from summitry.server.protocol import Call
from summitry.server.service import Service

_DATA = tuple(dict.fromkeys((*TABLES, *GRAPHS)))
ROWS = 1000  # shown in a browser; downloads have them all

_NAMES = ("rdfs", "schema", "skos", "sy")
START = (
    "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in _NAMES)
    + """
SELECT ?visitor ?state ?date WHERE {
  ?visit sy:visitor/rdfs:label ?visitor ;
         sy:host/rdfs:label ?state ;
         sy:startDate ?date .
}
ORDER BY DESC(?date)
LIMIT 20
"""
)


def wants_page(request: Request, call: Call | None) -> bool:
    """True for a browser: text/html is what it likes best, and nothing else is asked for in the address."""
    if request.method not in ("GET", "HEAD") or (call and (call.wishes or call.has_dataset)):
        return False
    chosen = choose(request.headers.get("Accept"), (*_DATA, HTML))
    return chosen is not None and chosen.format is HTML


def sparql_page(service: Service, query: str | None = None) -> Response:
    """The page, with the answer to the query if one was sent."""
    if query is None or not query.strip():
        return render("sparql.html", query=START, view=None, graph=None, truth=None, complaint=None)
    try:
        answer = service.query(Job(query))
    except SummitryError as error:
        status = 503 if type(error).__name__ == "LimitExceeded" else 400
        return render("sparql.html", status, query=query, view=None, graph=None, truth=None, complaint=error)
    body = answer.read()
    if answer.form == "graph":
        return render("sparql.html", query=query, view=None, graph=body.decode(), truth=None, complaint=None)
    if answer.form == "ask":
        return render(
            "sparql.html", query=query, view=None, graph=None, truth=b"true" in body, complaint=None
        )
    shown = view(_arranged(from_json(body), query), Links(service.settings.base), limit=ROWS)
    return render("sparql.html", query=query, view=shown, graph=None, truth=None, complaint=None)


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
