"""A world of two states and an alliance, and an article about soldiers of one in the other."""

from __future__ import annotations

from datetime import date

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from summitry.graph import ontology
from summitry.graph.article import Article, Block, BlockKind
from summitry.graph.claims import Base, Claim, Entity, EntityKind, Evidence, Finding
from summitry.graph.facts import Fact
from summitry.graph.store import EmbeddedStore
from summitry.graph.triples import article_quads, claim_quads, fact_quads
from summitry.graph.vocabulary import OWL, SY, Iris

IRIS = Iris()
TEXT = "Russia keeps some 7,000 soldiers near Dushanbe, officials in Tajikistan say."
RUSSIA = Entity(EntityKind.STATE, "Russia", "state/russia", "Russia")
TAJIKISTAN = Entity(EntityKind.STATE, "Tajikistan", "state/tajikistan", "Tajikistan")
ARTICLE = IRIS.article("0123456789abcdef").value
RUSSIA_, TAJIKISTAN_, CSTO = (
    IRIS.entity(k) for k in ("state/russia", "state/tajikistan", "organisation/csto")
)


def quads(turtle: str, graph: NamedNode | DefaultGraph) -> list[Quad]:
    """Triples of Turtle with our prefixes, in a graph."""
    head = f"@prefix sy: <{SY.IRI}> . @prefix owl: <{OWL.IRI}> . @base <{IRIS.base}id/> . "
    return [Quad(*each.triple, graph) for each in parse(head + turtle, format=RdfFormat.TURTLE)]


REFERENCE = quads(
    """<state/russia> a sy:State ; sy:inAlliance <organisation/csto> .
    <state/tajikistan> a sy:State ; sy:inAlliance <organisation/csto> ; sy:isoCode "TJK" .
    <organisation/csto> a sy:Alliance .
    <city/dushanbe-tajikistan> a sy:City ; sy:inState <state/tajikistan> .""",
    IRIS.graph("reference"),
)


def base_article() -> list[Quad]:
    """All that one article brings into a store."""
    payload = Base(operator=RUSSIA, host=TAJIKISTAN, name_or_place="Dushanbe", unit=None, personnel=7000)
    finding = Finding(payload, (Evidence(0, len(TEXT), TEXT),), certainty=0.9, rule="bases.keeps")
    claim = Claim(ARTICLE, "base-1", finding)
    article = Article(
        iri=ARTICLE,
        file="base.txt",
        text=TEXT,
        title="Soldiers abroad",
        url=None,
        published=date(2022, 6, 28),
        publisher="Example Wire",
        language="en",
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(TEXT)),),
        digest="x",
    )
    fact = Fact(
        "base/russia-tajikistan",
        "base",
        "Russian base in Tajikistan",
        slots=(("operatedBy", RUSSIA), ("host", TAJIKISTAN), ("personnel", 7000)),
        claims=(IRIS.claim(ARTICLE, "base-1").value,),
        articles=(ARTICLE,),
        shortcuts=(("state/russia", "operatesBaseIn", "state/tajikistan"),),
    )
    return [*claim_quads(claim, IRIS), *article_quads(article, IRIS), *fact_quads(fact, IRIS)]


def prepared() -> EmbeddedStore:
    """A store with the ontology and the reference data of this world."""
    store = EmbeddedStore()
    store.change([*REFERENCE, *(Quad(*each, IRIS.graph("ontology")) for each in ontology.triples())])
    return store
