"""Where sources contradict each other -> who says what, which answer is accepted, and why."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links
from summitry.server.pages.tables import Link
from summitry.server.service import Service

MOST = 200  # disputed facts on the page; the saved query has them all


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who gives an answer: an article, or the reference data."""

    article: Link
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and who gives it."""

    text: str
    href: str | None
    accepted: bool
    reason: str | None
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A property of a fact with more than one answer, the accepted one first."""

    fact: Link
    name: str
    answers: tuple[Answer, ...]


_DISPUTED = """SELECT ?fact ?label ?property ?name ?value ?text ?thing ?called ?accepted ?reason
  ?article ?title ?publisher ?published
WHERE {
  ?value sy:disputed true ; sy:ofProperty ?property .
  ?fact sy:hasValue ?value .
  OPTIONAL { ?fact rdfs:label ?label FILTER(LANG(?label) IN ("en", "")) }
  OPTIONAL { ?property rdfs:label ?name FILTER(LANG(?name) IN ("en", "")) }
  OPTIONAL { ?value sy:value ?text }
  OPTIONAL { ?value sy:valueThing ?thing OPTIONAL { ?thing rdfs:label ?called FILTER(LANG(?called) IN ("en", "")) } }
  OPTIONAL { ?value sy:accepted ?accepted }
  OPTIONAL { ?value sy:reason ?reason }
  OPTIONAL {
    ?value sy:reportedIn ?article .
    OPTIONAL { ?article rdfs:label ?title }
    OPTIONAL { ?article schema:publisher ?publisher }
    OPTIONAL { ?article schema:datePublished ?published }
  }
} ORDER BY ?label ?fact ?property DESC(?accepted) STR(?text) ?published ?title LIMIT 5000"""


def read_disputes(service: Service, links: Links) -> tuple[Dispute, ...]:
    """The disputed properties by the names of their facts."""
    found: dict[tuple[str, str], dict[str, list[Record]]] = {}
    for row in records(service, _DISPUTED):
        place = (row["fact"] or "", row["property"] or "")
        found.setdefault(place, {}).setdefault(row["value"] or "", []).append(row)
    return tuple(_dispute(list(values.values()), links) for values in list(found.values())[:MOST])


def _dispute(values: list[list[Record]], links: Links) -> Dispute:
    first = values[0][0]
    fact = Link(first["label"] or first["fact"] or "", links.href(first["fact"] or ""))
    name = first["name"] or (first["property"] or "").rpartition("#")[2]
    return Dispute(fact, name, tuple(_answer(rows, links) for rows in values))


def _answer(rows: list[Record], links: Links) -> Answer:
    first = rows[0]
    voices = {row["article"]: _voice(row, links) for row in rows if row["article"]}
    return Answer(
        first["called"] or first["text"] or first["thing"] or "",
        links.href(first["thing"]) if first["thing"] else None,
        first["accepted"] == "true",
        first["reason"],
        tuple(voices.values()),
    )


def _voice(row: Record, links: Links) -> Voice:
    article = row["article"] or ""
    return Voice(Link(row["title"] or article, links.href(article)), row["publisher"], row["published"])
