"""An article -> its page: the text with the passages that state something marked, and what each became."""

from __future__ import annotations

import re
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text worth reading: a headline, a paragraph, a caption."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, cut wherever a passage begins or ends."""

    kind: str
    fragments: tuple[Fragment, ...]


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

_TEXT = "SELECT ?text ?layout WHERE { %s sy:text ?text OPTIONAL { %s sy:layout ?layout } } LIMIT 1"


def read_text(service: Service, iri: str) -> tuple[str, tuple[Stretch, ...]]:
    """The text of the article as it was read, and its pieces worth reading."""
    rows = records(service, _TEXT % (iri_term(iri), iri_term(iri)))
    text = (rows[0]["text"] or "") if rows else ""
    layout = (rows[0]["layout"] or "") if rows else ""
    found = [piece.split() for piece in layout.split("; ") if piece]
    return text, tuple(Stretch(kind, int(start), int(end)) for kind, start, end in found)


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


def cut(text: str, spans: tuple[Span, ...], stretches: tuple[Stretch, ...] = ()) -> tuple[Paragraph, ...]:
    """The lines of the stretches (without any: of the whole text) that hold more than white space."""
    found = []
    for stretch in stretches or (Stretch("paragraph", 0, len(text)),):
        for line in re.finditer(r"[^\n]+", text[stretch.start : stretch.end]):
            start, end = stretch.start + line.start(), stretch.start + line.end()
            if line.group().strip():
                found.append(Paragraph(stretch.kind, _fragments(text, spans, start, end)))
    return tuple(found)


def _fragments(text: str, spans: tuple[Span, ...], start: int, end: int) -> tuple[Fragment, ...]:
    within = [span for span in spans if span.start < end and start < span.end]
    edges = {start, end}
    for span in within:
        edges |= {max(start, span.start), min(end, span.end)}
    return tuple(
        Fragment(
            text[left:right],
            tuple(sorted({span.claim for span in within if span.start <= left and right <= span.end})),
        )
        for left, right in pairwise(sorted(edges))
    )
