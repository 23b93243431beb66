"""An article -> its page: the text with the passages that state something marked, and what each became."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from summitry.graph.questions.terms import iri as iri_term
from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links, short, spaced
from summitry.server.pages.tables import Link
from summitry.server.service import Service


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of the text; `claims` are the numbers of the claims that it states."""

    text: str
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of the article and the facts that it supports."""

    number: int
    kind: str
    exact: str
    facts: tuple[Link, ...]
    certainty: str | None
    attribution: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of the text and the claim that it states."""

    start: int
    end: int
    claim: int


_CLAIMS = """SELECT DISTINCT ?claim ?class ?start ?end ?exact ?certainty ?attribution ?fact ?label WHERE {
  GRAPH %(article)s {
    ?claim sy:claims ?content ; sy:evidence ?passage .
    ?content a ?class .
    ?passage oa:hasSelector ?quote .
    ?quote oa:exact ?exact .
    OPTIONAL { ?passage oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end }
    OPTIONAL { ?claim sy:certainty ?certainty }
    OPTIONAL { ?claim sy:attribution ?attribution }
  }
  OPTIONAL {
    ?fact sy:supportedBy ?claim .
    MINUS { ?fact a sy:AttributedValue }
    OPTIONAL { ?fact rdfs:label ?label FILTER(LANG(?label) IN ("en", "")) }
  }
} ORDER BY ?start ?end ?claim ?fact"""

_TEXT = "SELECT ?text WHERE { %s sy:text ?text } LIMIT 1"


def read_text(service: Service, iri: str) -> str:
    """The text of the article as it was read."""
    rows = records(service, _TEXT % iri_term(iri))
    return (rows[0]["text"] or "") if rows else ""


def read_statements(
    service: Service, links: Links, iri: str
) -> tuple[tuple[Statement, ...], tuple[Span, ...]]:
    """The claims in the order of the text, and where each stands in it."""
    grouped: dict[str, list[Record]] = {}
    for row in records(service, _CLAIMS % {"article": iri_term(iri)}):
        grouped.setdefault(row["claim"] or "", []).append(row)
    statements, spans = [], []
    for number, (claim, rows) in enumerate(grouped.items(), 1):
        statements.append(_statement(number, claim, rows, links))
        for start, end in {(row["start"], row["end"]) for row in rows}:
            if start is not None and end is not None:
                spans.append(Span(int(start), int(end), number))
    return tuple(statements), tuple(spans)


def _statement(number: int, claim: str, rows: list[Record], links: Links) -> Statement:
    first = rows[0]
    facts = {
        row["fact"]: Link(row["label"] or row["fact"], links.href(row["fact"])) for row in rows if row["fact"]
    }
    return Statement(
        number,
        spaced(short(first["class"] or "").partition(":")[2]),
        first["exact"] or "",
        tuple(facts.values()),
        first["certainty"],
        first["attribution"],
        links.href(claim),
    )


def cut(text: str, spans: tuple[Span, ...]) -> tuple[tuple[Fragment, ...], ...]:
    """The paragraphs of the text, each cut wherever a passage begins or ends."""
    edges = {0, len(text)}
    for span in spans:
        edges |= {max(0, min(span.start, len(text))), max(0, min(span.end, len(text)))}
    paragraphs: list[list[Fragment]] = [[]]
    places = sorted(edges)
    for start, end in pairwise(places):
        claims = tuple(sorted({each.claim for each in spans if each.start <= start and end <= each.end}))
        for number, line in enumerate(text[start:end].split("\n")):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(Fragment(line, claims))
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)
