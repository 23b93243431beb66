"""A fact -> its page: what it says, which sources say so in which words, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summitry.graph.questions.terms import iri as iri_term
from summitry.graph.vocabulary import RDF, RDFS, SKOS, SY
from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links
from summitry.server.pages.subjects import Subject, link
from summitry.server.pages.tables import Link
from summitry.server.service import Service

AROUND = 220  # characters of an article shown on each side of a passage

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
    """One claim behind the fact: the passage, marked in its surroundings."""

    claim: str
    href: str | None
    article: Link
    publisher: str | None
    published: str | None
    before: str
    exact: str
    after: str
    certainty: str | None
    attribution: str | None


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
    """Every passage that states the fact."""
    rows = records(service, _SOURCES % {"fact": iri_term(iri), "around": AROUND})
    return tuple(_source(row, links) for row in rows)


def _source(row: Record, links: Links) -> Source:
    article, claim = row["article"] or "", row["claim"] or ""
    return Source(
        claim,
        links.href(claim),
        Link(row["title"] or article, links.href(article)),
        row["publisher"],
        row["published"],
        _from_word(row["before"] or ""),
        row["exact"] or "",
        _to_word(row["after"] or ""),
        row["certainty"],
        row["attribution"],
    )


def _from_word(text: str) -> str:
    """The text from its first whole word, with a sign that something went before."""
    return text if len(text) < AROUND else "… " + text.partition(" ")[2]


def _to_word(text: str) -> str:
    return text if len(text) < AROUND else text.rpartition(" ")[0] + " …"
