"""Articles that enter and leave: their own records, their claims, and who has to be looked at again."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from summitry.graph.article import Article
from summitry.graph.build.desk import Desk
from summitry.graph.build.ledger import CONTEXT, RECORD
from summitry.graph.build.people import forget_holder, held_by, note_holders
from summitry.graph.build.records import write_claim, write_context
from summitry.graph.claims import Claim
from summitry.graph.fusion import Context, dates_of
from summitry.graph.triples import article_quads, claim_quads
from summitry.graph.triples.articles import READER
from summitry.graph.vocabulary import RDF, SCHEMA, SY


def leave(desk: Desk, article: str) -> None:
    """Takes an article out of the store."""
    about = desk.iris.graph("about").value
    for node in (NamedNode(article), desk.iris.reading(article)):
        desk.removed.update(desk.store.quads(node, None, None, about))
    quads = list(desk.store.quads(graph=article))
    desk.removed.update(quads)
    for quad in quads:
        if quad.predicate == SY.claims and isinstance(quad.subject, NamedNode):
            desk.unplace(quad.subject)
            held = held_by(desk, quad.subject)
            desk.ledger.drop(quad.subject)
            for holder in held:
                forget_holder(desk, holder)
    desk.ledger.drop(NamedNode(article))


def enter(desk: Desk, article: Article, claims: Sequence[Claim]) -> list[NamedNode]:
    """Puts an article in that is not there, or has left; its claims still have to be placed."""
    desk.added.update(article_quads(article, desk.iris))
    for claim in claims:
        desk.added.update(claim_quads(claim, desk.iris))
    return note(desk, article, claims)


def note(desk: Desk, article: Article, claims: Sequence[Claim]) -> list[NamedNode]:
    """Notes in the index what an article and its claims say; gives the claims, which still have to be placed."""
    context = Context(article.iri, article.published, article.publisher, dates_of(claims))
    desk.keep_context(context)
    desk.ledger.add(NamedNode(article.iri), CONTEXT, write_context(context))
    nodes = []
    for claim in claims:
        node = desk.iris.claim(claim.article, claim.key)
        desk.keep(node, claim)
        desk.ledger.add(node, RECORD, write_claim(claim))
        nodes.append(node)
    note_holders(desk, article.iri, claims)
    return nodes


def credit(desk: Desk) -> None:
    """The software that read the articles is described as long as there is an article."""
    about = desk.iris.graph("about").value
    stored = desk.store.quads(None, RDF.type, SCHEMA.NewsArticle, about)
    arriving = any(quad.subject == READER for quad in desk.added)
    if not arriving and all(quad in desk.removed for quad in stored):
        desk.removed.update(desk.store.quads(READER, None, None, about))
