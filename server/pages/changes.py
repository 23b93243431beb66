"""The history of the graph -> what each change did to the facts, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.build.history import graph_name
from summitry.graph.vocabulary import Iris
from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links
from summitry.server.pages.tables import Link
from summitry.server.service import Service

CHANGES = 20  # on one page
REVISED = 200  # facts shown of one change


@dataclass(frozen=True, slots=True)
class Revision:
    """What a change did to one fact: added, changed or removed it, and how."""

    fact: Link
    outcome: str
    details: tuple[str, ...]
    disputed: tuple[str, ...]
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the graph; `more` counts the facts that are not shown."""

    at: str
    label: str
    articles: tuple[tuple[str, Link], ...]
    revisions: tuple[Revision, ...]
    more: int


_CHANGES = """SELECT ?change ?at ?label WHERE {
  GRAPH %(graph)s { ?change a sy:Change ; prov:startedAtTime ?at ; rdfs:label ?label }
} ORDER BY DESC(?at) DESC(STR(?change)) LIMIT %(limit)d OFFSET %(start)d"""

_ARTICLES = """SELECT ?change ?verb ?article ?title WHERE {
  VALUES ?change { %(changes)s }
  VALUES (?how ?verb) { (sy:entered "read") (sy:reread "read anew") (sy:left "removed") }
  GRAPH %(graph)s { ?change ?how ?article }
  OPTIONAL { ?article rdfs:label ?title }
} ORDER BY ?change ?verb ?title"""

_REVISED = """SELECT ?change ?part ?fact ?label ?outcome ?detail ?disputed ?settled WHERE {
  VALUES ?change { %(changes)s }
  GRAPH %(graph)s {
    ?part prov:wasGeneratedBy ?change ; sy:revises ?fact ; sy:outcome ?outcome .
    OPTIONAL { ?part rdfs:label ?label }
    OPTIONAL { ?part rdfs:comment ?detail }
    OPTIONAL { ?part sy:newlyDisputed ?disputed }
    OPTIONAL { ?part sy:settled ?settled }
  }
} ORDER BY ?change ?outcome ?label ?fact ?detail"""


def read_changes(service: Service, links: Links, page: int = 1) -> tuple[Change, ...]:
    """One page of the changes."""
    graph = str(graph_name(Iris(service.settings.base)))
    window = {"graph": graph, "limit": CHANGES, "start": (page - 1) * CHANGES}
    found = records(service, _CHANGES % window)
    if not found:
        return ()
    chosen = {"graph": graph, "changes": " ".join(f"<{row['change']}>" for row in found)}
    articles: dict[str | None, list[Record]] = {}
    for row in records(service, _ARTICLES % chosen):
        articles.setdefault(row["change"], []).append(row)
    revised: dict[str | None, dict[str | None, list[Record]]] = {}
    for row in records(service, _REVISED % chosen):
        revised.setdefault(row["change"], {}).setdefault(row["part"], []).append(row)
    return tuple(
        _change(row, articles.get(row["change"], []), list(revised.get(row["change"], {}).values()), links)
        for row in found
    )


def _change(row: Record, articles: list[Record], parts: list[list[Record]], links: Links) -> Change:
    named = (
        (each["verb"] or "", Link(each["title"] or each["article"] or "", links.href(each["article"] or "")))
        for each in articles
    )
    revisions = tuple(_revision(rows, links) for rows in parts[:REVISED])
    return Change(row["at"] or "", row["label"] or "", tuple(named), revisions, max(0, len(parts) - REVISED))


def _revision(rows: list[Record], links: Links) -> Revision:
    first = rows[0]

    def texts(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((row[name] or "").rpartition("#")[2] for row in rows if row[name]))

    gone = first["outcome"] == "removed"
    fact = first["fact"] or ""
    return Revision(
        Link(first["label"] or fact, None if gone else links.href(fact)),
        first["outcome"] or "",
        tuple(dict.fromkeys(row["detail"] or "" for row in rows if row["detail"])),
        texts("disputed"),
        texts("settled"),
    )
