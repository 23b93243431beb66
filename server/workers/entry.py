"""Articles with their claims, as quads -> the graph: what the process that owns the store does with them.

It alone sees what fusion keeps for itself, without which a new claim would not find those that others have made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from summitry.graph.article import Article
from summitry.graph.build import Builder
from summitry.graph.build.desk import Desk
from summitry.graph.build.history import Occasion, record
from summitry.graph.claims import Claim
from summitry.graph.triples import article_quads, articles_of, claim_quads, claims_of
from summitry.graph.vocabulary import Iris

Written = tuple[Article, tuple[Claim, ...]]


def encode(items: Iterable[Written], decided: Iterable[Quad], iris: Iris) -> bytes:
    """Articles with their claims, and what a person decided of some, as a message has them."""
    quads: list[Quad] = list(decided)
    for article, claims in items:
        quads += article_quads(article, iris)
        quads += (quad for claim in claims for quad in claim_quads(claim, iris))
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def enter(builder: Builder, body: bytes, anew: bool, words: str = "") -> list[dict[str, Any]]:
    """Puts them in, with what was decided and the `words` for that; tells what became of each article.

    An article that is there already changes nothing; with `anew`, its former claims give way to these.
    """
    iris, quads = builder.store.iris, list(parse(body, RdfFormat.N_QUADS))
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims_of((quad for quad in quads if isinstance(quad.graph_name, NamedNode)), iris):
        claims[claim.article].append(claim)
    about = iris.graph("about")
    articles = list(articles_of(quad for quad in quads if quad.graph_name == about))
    for article in articles:
        if anew and builder.digest(article.iri) == article.digest:
            builder.remove(article.iri)
    _decide(builder, {quad for quad in quads if isinstance(quad.graph_name, DefaultGraph)}, words)
    steps = builder.ingest(articles, lambda article: claims[article.iri])
    return [
        {
            "article": step.article.iri,
            "outcome": step.outcome,
            "claims": step.claims,
            **({"error": str(step.error)} if step.error else {}),
        }
        for step in steps
    ]


def _decide(builder: Builder, decided: set[Quad], words: str) -> None:
    if decided:
        desk = Desk(builder.store, builder.known)
        desk.added |= decided
        record(desk, Occasion(words=words), datetime.now(UTC))
        builder.reasoner.apply(*desk.change())
        builder.store.flush()
