"""Article <-> quads of the graph `about`, without loss.

No time of reading is written: a graph built twice from the same articles has the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.article import Article, Block, BlockKind
from summitry.graph.triples.literals import date_literal, english, text_literal
from summitry.graph.vocabulary import PROV, RDF, RDFS, SCHEMA, SITE, SY, XSD, Iris

READER = NamedNode(f"{SITE}id/software/summitry")

_TEXTS: dict[str, NamedNode] = {
    "file": SY.file,
    "text": SY.text,
    "digest": SY.digest,
    "title": SCHEMA.headline,
    "publisher": SCHEMA.publisher,
    "language": SCHEMA.inLanguage,
    "url": SCHEMA.url,
    "place": SY.datelinePlace,
}


def article_quads(article: Article, iris: Iris) -> Iterator[Quad]:
    """The quads of an article and of its reading, in a fixed order."""
    graph = iris.graph("about")
    node = NamedNode(article.iri)
    arcs: list[tuple[NamedNode, NamedNode | Literal]] = [(RDF.type, SCHEMA.NewsArticle)]
    arcs.append((RDFS.label, text_literal(article.title or article.url or article.file)))
    for name, predicate in _TEXTS.items():
        value = getattr(article, name)
        if value is not None:
            arcs.append((predicate, text_literal(value)))
    if article.published is not None:
        arcs.append((SCHEMA.datePublished, Literal(article.published.isoformat(), datatype=XSD.date)))
    if article.dateline is not None:
        arcs.append((SY.dateline, date_literal(article.dateline)))
    arcs.append((SY.layout, text_literal(_layout(article.blocks))))
    yield from (Quad(node, predicate, value, graph) for predicate, value in arcs)
    reading = iris.reading(article.iri)
    yield Quad(reading, RDF.type, PROV.Activity, graph)
    yield Quad(reading, PROV.used, node, graph)
    yield Quad(reading, PROV.wasAssociatedWith, READER, graph)
    yield Quad(READER, RDF.type, PROV.SoftwareAgent, graph)
    yield Quad(READER, RDFS.label, english("Summitry"), graph)


def articles_of(quads: Iterable[Quad]) -> Iterator[Article]:
    """The articles written as these quads, in the order of their IRIs; other quads are passed over."""
    index: dict[str, dict[NamedNode, str]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            index[quad.subject.value].setdefault(quad.predicate, quad.object.value)
    for iri in sorted(index):
        if index[iri].get(RDF.type) == SCHEMA.NewsArticle.value:
            yield _article(iri, index[iri])


def _article(iri: str, arcs: dict[NamedNode, str]) -> Article:
    texts = {name: arcs.get(predicate) for name, predicate in _TEXTS.items()}
    published = arcs.get(SCHEMA.datePublished)
    return Article(
        iri=iri,
        file=texts["file"] or "",
        text=texts["text"] or "",
        title=texts["title"],
        url=texts["url"],
        published=date.fromisoformat(published) if published else None,
        publisher=texts["publisher"],
        language=texts["language"],
        blocks=_blocks(arcs[SY.layout]),
        digest=texts["digest"] or "",
        dateline=arcs.get(SY.dateline),
        place=texts["place"],
    )


def _layout(blocks: tuple[Block, ...]) -> str:
    return "; ".join(f"{block.kind} {block.start} {block.end}" for block in blocks)


def _blocks(layout: str) -> tuple[Block, ...]:
    pieces = (piece.split() for piece in layout.split("; ") if piece)
    return tuple(Block(BlockKind(kind), int(start), int(end)) for kind, start, end in pieces)
