"""One IRI -> what the graph says of it in a word: its name, classes, spellings and plain properties."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.questions.resolver import ENTITIES, KINDS
from summitry.graph.questions.terms import iri as iri_term
from summitry.graph.vocabulary import RDF, RDFS, SCHEMA, SKOS, SY
from summitry.server.pages.data import records
from summitry.server.pages.links import Links, short, spaced
from summitry.server.pages.tables import Link
from summitry.server.service import Service


@dataclass(frozen=True, slots=True)
class Arc:
    """A property and one value of it; `text` is what a reader sees of the value."""

    property: str
    name: str
    value: str
    text: str
    is_iri: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing of the graph."""

    iri: str
    label: str
    classes: tuple[str, ...]
    spellings: tuple[str, ...]
    arcs: tuple[Arc, ...]
    layers: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The sort of page that suits it: a kind of entity, "article", "fact", or "thing"."""
        for kind in ENTITIES:
            if any(node.value in self.classes for node in KINDS[kind]):
                return kind
        if SCHEMA.NewsArticle.value in self.classes:
            return "article"
        return "fact" if self.fact_class else "thing"

    @property
    def fact_class(self) -> str | None:
        """The IRI of the class of fact it belongs to, if it is one."""
        return next((name for name in FACTS if name in self.classes), None)

    def values(self, property: str) -> tuple[Arc, ...]:
        """Its values for one property."""
        return tuple(arc for arc in self.arcs if arc.property == property)


# From the particular to the general: a summit is a meeting too.
FACTS = tuple(
    SY.term(name).value
    for name in (
        "Tenure", "Membership", "Visit", "Summit", "Meeting", "MilitaryBase", "Deployment", "Border",
        "TreatyParticipation", "Warrant", "MilitaryAction", "ArmsSupply", "Relation", "Statement", "Topic",
        "MilitaryPresence", "Event", "Situation", "Fact",
    )
)  # fmt: skip

_ARCS = """SELECT ?property ?name ?value ?label ?term WHERE {{
  {subject} ?property ?value .
  FILTER(?property NOT IN (sy:text, sy:layout))
  BIND(ISIRI(?value) AS ?term)
  OPTIONAL {{ ?value rdfs:label ?label FILTER(LANG(?label) IN ("en", "")) }}
  OPTIONAL {{ ?property rdfs:label ?name FILTER(LANG(?name) IN ("en", "")) }}
}} LIMIT 5000"""

_LAYERS = """SELECT DISTINCT ?layer WHERE { GRAPH ?layer { %s a ?class } }"""


def read_subject(service: Service, links: Links, key: str) -> Subject | None:
    """The thing whose page has this key, or None where the graph says nothing of it."""
    iri = links.iri(key)
    node = iri_term(iri)
    rows = records(service, _ARCS.format(subject=node))
    if not rows:
        return None
    arcs = tuple(sorted({_arc(row) for row in rows}, key=lambda arc: (arc.name, arc.text, arc.value)))
    labels = [arc.value for arc in arcs if arc.property == RDFS.label.value]
    names = [arc.value for arc in arcs if arc.property == SKOS.altLabel.value]
    label = labels[0] if labels else key
    return Subject(
        iri,
        label,
        tuple(arc.value for arc in arcs if arc.property == RDF.type.value),
        tuple(dict.fromkeys(name for name in names if name != label)),
        arcs,
        tuple(row["layer"] or "" for row in records(service, _LAYERS % node)),
    )


def _arc(row: dict[str, str | None]) -> Arc:
    property, value = row["property"] or "", row["value"] or ""
    is_iri = row["term"] == "true"
    text = row["label"] or (short(value) if is_iri else value)
    return Arc(property, row["name"] or spaced(short(property).partition(":")[2]), value, text, is_iri)


def link(arc: Arc, links: Links) -> Link:
    """The value, with its page if it has one."""
    return Link(arc.text, links.href(arc.value) if arc.is_iri else None)
