"""The query page: a text area, the answer as a table, the same address for people and programs."""

from __future__ import annotations

from flask import Response

from summitry.graph.errors import SummitryError
from summitry.graph.questions import Table, from_json
from summitry.graph.vocabulary import PREFIXES
from summitry.server.engine import Job
from summitry.server.pages.links import Links
from summitry.server.pages.render import render
from summitry.server.pages.tables import view
from summitry.server.service import Service

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
    shown = view(_named(from_json(body)), Links(service.settings.base), limit=ROWS)
    return render("sparql.html", query=query, view=shown, graph=None, truth=None, complaint=None)


def _named(table: Table) -> Table:
    """In a query of one's own every column is shown, so none may look like the IRI of another."""
    return Table(
        tuple(
            name.removesuffix("_iri") + " IRI" if name.endswith("_iri") else name for name in table.columns
        ),
        table.rows,
    )
