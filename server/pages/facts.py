"""A fact -> its page: what it says, which sources say so in which words, and where they disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summitry.graph.questions.terms import iri as iri_term
from summitry.graph.vocabulary import RDF, RDFS, SKOS, SY
from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links
from summitry.server.pages.subjects import Subject, link
from summitry.server.pages.tables import Link
from summitry.server.service import Service

AROUND = 600  # characters of a paragraph shown at most on each side of a passage

_HIDDEN = frozenset(
    node.value
    for node in (
        RDF.type, RDFS.label, SKOS.altLabel, SY.supportedBy, SY.reportedIn, SY.hasValue, SY.earliestStart,
        SY.latestStart,
    )
)  # fmt: skip


_ORDER = (
    "holder", "member", "visitor", "participant", "attendee", "absentee", "operatedBy", "party", "issuer",
    "wanted", "actor", "target", "supplier", "recipient", "relationFrom", "relationTo", "speaker", "borderOf",
    "role", "officeOf", "organisation", "summitOf", "seriesName", "edition", "treaty", "relationKind",
    "quotation", "siteName", "unit", "personnel", "system", "host", "place", "startDate", "endDate",
)  # fmt: skip


# Which properties of a fact name who is in it, and where it is.
PARTIES = frozenset((
    "holder", "officeOf", "member", "organisation", "visitor", "host", "participant", "summitOf", "attendee",
    "operatedBy", "borderOf", "party", "treaty", "issuer", "wanted", "actor", "target", "supplier", "recipient",
    "relationFrom", "relationTo", "speaker",
))  # fmt: skip
PLACES = frozenset(("host", "borderOf", "officeOf", "target"))


@dataclass(frozen=True, slots=True)
class Standing:
    """What a fact rests on, in a word, and what that word means."""

    word: str
    meaning: str


def standing(subject: Subject) -> tuple[Standing, ...]:
    """Stated, reference or inferred; and planned, ongoing or cancelled, if it is; and disputed, where it is."""
    layers = {layer.rpartition("/graph/")[2] for layer in subject.layers}
    stated = {arc.value for arc in subject.arcs if arc.property == SY.reportedIn.value}
    found = []
    if stated:
        many = f"{len(stated)} article{'' if len(stated) == 1 else 's'}"
        found.append(Standing("stated", f"{many} say{'s' if len(stated) == 1 else ''} so in their own words"))
    elif "reference" in layers:
        found.append(Standing("reference", "no article says so; it stands in the reference data"))
    elif "inferred" in layers:
        found.append(Standing("inferred", "no article says so; it follows from what they say"))
    else:
        found.append(Standing("no article", "no article says so"))
    status = {arc.value.rpartition("/")[2] for arc in subject.arcs if arc.property == SY.eventStatus.value}
    meanings = {
        "planned": "announced; no article says yet that it took place",
        "ongoing": "under way when it was last written of",
        "cancelled": "announced, then called off",
    }
    found += [Standing(word, meanings[word]) for word in sorted(status) if word in meanings]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One answer to a question about the fact, and who gives it."""

    text: str
    href: str | None
    accepted: bool
    disputed: bool
    reason: str | None
    articles: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A property of the fact: its values, and the answers that sources give."""

    name: str
    values: tuple[Link, ...]
    opinions: tuple[Opinion, ...]

    @property
    def disputed(self) -> bool:
        """Whether sources contradict each other on it."""
        return any(opinion.disputed for opinion in self.opinions)


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph of an article that states the fact; the pieces of it that do are marked (true)."""

    article: Link
    publisher: str | None
    published: str | None
    pieces: tuple[tuple[str, bool], ...]
    certainty: str | None
    attributions: tuple[str, ...]


_OPINIONS = """SELECT ?value ?property ?name ?text ?thing ?accepted ?disputed ?reason ?article ?title WHERE {
  %s sy:hasValue ?value .
  ?value sy:ofProperty ?property .
  OPTIONAL { ?property rdfs:label ?name FILTER(LANG(?name) IN ("en", "")) }
  OPTIONAL { ?value sy:value ?text }
  OPTIONAL { ?value sy:valueThing ?thing }
  OPTIONAL { ?value sy:accepted ?accepted }
  OPTIONAL { ?value sy:disputed ?disputed }
  OPTIONAL { ?value sy:reason ?reason }
  OPTIONAL { ?value sy:reportedIn ?article OPTIONAL { ?article rdfs:label ?title } }
} ORDER BY ?property DESC(?accepted) STR(?text) ?title"""

_SOURCES = """SELECT DISTINCT
  ?claim ?article ?title ?publisher ?published ?certainty ?attribution ?exact ?start
  (SUBSTR(?text, ?start - ?lead + 1, ?lead) AS ?before) (SUBSTR(?text, ?end + 1, %(around)d) AS ?after)
WHERE {
  %(fact)s sy:supportedBy ?claim .
  GRAPH ?article {
    ?claim sy:evidence ?passage .
    ?passage oa:hasSelector ?quote .
    ?quote oa:exact ?exact .
    OPTIONAL { ?passage oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end }
    OPTIONAL { ?claim sy:certainty ?certainty }
    OPTIONAL { ?claim sy:attribution ?attribution }
  }
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article sy:text ?text }
  BIND(IF(?start > %(around)d, %(around)d, ?start) AS ?lead)
} ORDER BY ?published ?title ?start LIMIT 200"""


def read_slots(service: Service, links: Links, subject: Subject) -> tuple[Slot, ...]:
    """The properties of the fact with the answers that sources give."""
    opinions: dict[str, dict[str, list[Record]]] = {}
    names: dict[str, str] = {}
    for row in records(service, _OPINIONS % iri_term(subject.iri)):
        property = row["property"] or ""
        opinions.setdefault(property, {}).setdefault(row["value"] or "", []).append(row)
        names[property] = row["name"] or property
    shown = [arc for arc in subject.arcs if arc.property not in _HIDDEN]
    order: Iterable[str] = dict.fromkeys([arc.property for arc in shown] + list(opinions))
    names |= {arc.property: arc.name for arc in shown}
    order = sorted(order, key=lambda property: (_place(property), names[property]))
    return tuple(
        Slot(
            names[property],
            tuple(link(arc, links) for arc in shown if arc.property == property),
            tuple(_opinion(rows, links) for rows in opinions.get(property, {}).values()),
        )
        for property in order
    )


def _place(property: str) -> int:
    """Who, then what, where and when; the rest by name."""
    name = property.removeprefix(SY.IRI)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _opinion(rows: list[Record], links: Links) -> Opinion:
    first = rows[0]
    articles = [Link(row["title"] or row["article"] or "", links.href(row["article"] or "")) for row in rows]
    return Opinion(
        first["text"] or first["thing"] or "",
        links.href(first["thing"]) if first["thing"] else None,
        first["accepted"] == "true",
        first["disputed"] == "true",
        first["reason"],
        tuple(dict.fromkeys(article for article in articles if article.text)),
    )


def read_sources(service: Service, links: Links, iri: str) -> tuple[Source, ...]:
    """Every paragraph that states the fact, each once."""
    found: dict[tuple[str, int, str], list[Record]] = {}
    for row in records(service, _SOURCES % {"fact": iri_term(iri), "around": AROUND}):
        before, after = _paragraph(row)
        start = int(row["start"] or 0) - len(before)
        place = (row["article"] or "", start, before + (row["exact"] or "") + after)
        found.setdefault(place, []).append(row)
    return tuple(_source(rows, links, start, text) for (_, start, text), rows in found.items())


def _paragraph(row: Record) -> tuple[str, str]:
    """What stands before and after a passage in its paragraph."""
    before, after = row["before"] or "", row["after"] or ""
    return re.split(r"\n\s*\n|\n---+\n", before)[-1].lstrip("\n"), re.split(r"\n\s*\n", after)[0].rstrip()


def _source(rows: list[Record], links: Links, start: int, text: str) -> Source:
    first, article = rows[0], rows[0]["article"] or ""
    marks = {(int(row["start"] or 0) - start, len(row["exact"] or "")) for row in rows}
    certain = [float(row["certainty"]) for row in rows if row["certainty"]]
    return Source(
        Link(first["title"] or article, links.href(article)),
        first["publisher"],
        first["published"],
        _pieces(text, marks),
        f"{max(certain):.2f}".rstrip("0").rstrip(".") if certain else None,
        tuple(dict.fromkeys(row["attribution"] for row in rows if row["attribution"])),
    )


def _pieces(text: str, marks: set[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """The text cut where marks begin and end; a sign stands where it is itself cut off."""
    pieces, at = [], 0
    for begin, length in sorted(marks):
        if begin + length > at:
            pieces += [(text[at : max(begin, at)], False), (text[max(begin, at) : begin + length], True)]
            at = begin + length
    pieces.append((text[at:], False))
    if len(pieces[0][0]) >= AROUND:
        pieces[0] = ("… " + pieces[0][0].partition(" ")[2], False)
    if len(pieces[-1][0]) >= AROUND:
        pieces[-1] = (pieces[-1][0].rpartition(" ")[0] + " …", False)
    return tuple(piece for piece in pieces if piece[0])
