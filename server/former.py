"""Where things have gone whose IRI has changed: the graph `history` remembers what they were called before."""

from __future__ import annotations

from urllib.parse import quote

from flask import redirect
from werkzeug.wrappers import Response

from summitry.graph.questions.terms import iri as iri_term
from summitry.server.pages.data import records
from summitry.server.service import Service

_SAFE = "/:@-._~"
_NEXT = """SELECT ?now (EXISTS { ?now ?property ?value } AS ?there) WHERE {
  GRAPH %(history)s {
    ?revision sy:formerly %(node)s ; sy:revises ?now ; prov:wasGeneratedBy ?change .
    ?change prov:startedAtTime ?at
  }
} ORDER BY DESC(?at) ?now"""
_STEPS = 20  # an event has not changed its name oftener than this


def read_successor(service: Service, iri: str) -> str | None:
    """The IRI of what was once called so, if it is in the graph: the newest first, step by step."""
    history = iri_term(f"{service.settings.base}graph/history")
    seen = {iri}
    for _ in range(_STEPS):
        rows = records(service, _NEXT % {"history": history, "node": iri_term(iri)})
        fresh = [row for row in rows if row["now"] and row["now"] not in seen]
        if not fresh:
            return None
        iri = fresh[0]["now"] or ""
        if fresh[0]["there"] in ("true", "1"):
            return iri
        seen.add(iri)
    return None


def moved(service: Service, iri: str, room: str, suffix: str = "") -> Response | None:
    """A redirection from where a thing was to where it is; caches ask again, since an old IRI may come back."""
    start = f"{service.settings.base}id/"
    now = read_successor(service, iri)
    if now is None or not now.startswith(start):
        return None
    answer = redirect(f"/{room}/{quote(now.removeprefix(start), safe=_SAFE)}{suffix}", 301)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
