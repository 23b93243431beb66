"""An article -> its page: the text with the passages that state something marked, and what each became."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from summitry.graph.questions.resolver import ENTITIES
from summitry.graph.questions.terms import iri as iri_term
from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links, day, short, spaced
from summitry.server.pages.tables import Link
from summitry.server.service import Service


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the text names somebody or something that a claim is about."""

    start: int
    end: int
    name: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of the text; `claims` are the numbers of the claims that it states, `mention` whom it names."""

    text: str
    claims: tuple[int, ...] = ()
    mention: Mention | None = None


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
    refused: tuple[str, ...] = ()  # what the graph holds to be otherwise: "start date 28 June 2022"


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

_REFUSED = """SELECT DISTINCT ?claim ?name ?text WHERE {
  ?value sy:supportedBy ?claim ; sy:accepted false ; sy:disputed true ; sy:ofProperty ?property ; sy:value ?text ;
         sy:reportedIn %s .
  ?property rdfs:label ?name FILTER(LANG(?name) IN ("en", ""))
} ORDER BY ?name ?text"""

_TOLD = """SELECT DISTINCT ?entity WHERE {
  GRAPH %s { ?claim sy:claims ?content . ?content ?property ?entity FILTER(ISIRI(?entity)) }
}"""

_NAMED = """SELECT DISTINCT ?entity ?label ?name WHERE {
  VALUES ?entity { %s }
  ?entity rdfs:label ?label FILTER(LANG(?label) IN ("en", ""))
  { ?entity rdfs:label ?name } UNION { ?entity skos:altLabel ?name }
}"""

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
    refused: dict[str, list[str]] = {}
    for row in records(service, _REFUSED % iri_term(iri)):
        refused.setdefault(row["claim"] or "", []).append(f"{row['name']} {day(row['text'] or '')}")
    statements, spans = [], []
    for number, (claim, rows) in enumerate(grouped.items(), 1):
        statements.append(_statement(number, claim, rows, links, tuple(refused.get(claim, ()))))
        for start, end in {(row["start"], row["end"]) for row in rows}:
            if start is not None and end is not None:
                spans.append(Span(int(start), int(end), number))
    return tuple(statements), tuple(spans)


def read_mentions(service: Service, links: Links, iri: str, text: str) -> tuple[Mention, ...]:
    """Where the text names those that its claims are about, by any of their spellings; the longest name counts."""
    told = [row["entity"] or "" for row in records(service, _TOLD % iri_term(iri))]
    nodes = " ".join(iri_term(entity) for entity in sorted(told) if _kind(entity, links) in ENTITIES)
    known: dict[str, tuple[str, str]] = {}
    for row in records(service, _NAMED % nodes) if nodes else []:
        name = row["name"] or ""
        if len(name) > 2 and name[0].isupper():
            known.setdefault(name, (row["label"] or name, row["entity"] or ""))
    known |= {label.split()[-1]: (label, entity) for label, entity in known.values() if "/person/" in entity}
    if not known:
        return ()
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    found = []
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        label, entity = known[match.group()]
        found.append(Mention(*match.span(), label, links.href(entity)))
    return tuple(found)


def _kind(iri: str, links: Links) -> str:
    """The kind of an entity, as its IRI tells: "person"."""
    return iri.removeprefix(links.iri("")).partition("/")[0]


def _statement(
    number: int, claim: str, rows: list[Record], links: Links, refused: tuple[str, ...]
) -> Statement:
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
        refused,
    )


def cut(
    text: str,
    spans: tuple[Span, ...],
    stretches: tuple[Stretch, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> tuple[Paragraph, ...]:
    """The lines of the stretches (without any: of the whole text) that hold more than white space."""
    found = []
    for stretch in stretches or (Stretch("paragraph", 0, len(text)),):
        for line in re.finditer(r"[^\n]+", text[stretch.start : stretch.end]):
            start, end = stretch.start + line.start(), stretch.start + line.end()
            if line.group().strip():
                found.append(Paragraph(stretch.kind, _fragments(text, spans, mentions, start, end)))
    return tuple(found)


def _fragments(
    text: str, spans: tuple[Span, ...], mentions: tuple[Mention, ...], start: int, end: int
) -> tuple[Fragment, ...]:
    within = [span for span in spans if span.start < end and start < span.end]
    named = [mention for mention in mentions if start <= mention.start and mention.end <= end]
    places = [(each.start, each.end) for each in within] + [(each.start, each.end) for each in named]
    edges = {start, end} | {max(start, first) for first, _ in places} | {min(end, last) for _, last in places}
    return tuple(
        Fragment(
            text[left:right],
            tuple(sorted({span.claim for span in within if span.start <= left and right <= span.end})),
            next((each for each in named if each.start <= left and right <= each.end), None),
        )
        for left, right in pairwise(sorted(edges))
    )
