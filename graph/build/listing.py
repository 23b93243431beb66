"""What a store holds: its articles, and how much there is in each layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from summitry.graph.build.layers import loaded
from summitry.graph.errors import UnknownName
from summitry.graph.store import EmbeddedStore, GraphStore
from summitry.graph.vocabulary import LAYERS, RDF, RDFS, SCHEMA, SY


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a store."""

    iri: str
    label: str
    file: str
    url: str | None
    publisher: str | None
    published: date | None
    claims: int


def articles(store: GraphStore) -> tuple[Entry, ...]:
    """The articles of a store, in the order of their dates, then of their IRIs; undated ones last."""
    about = store.iris.graph("about").value
    found = []
    for quad in store.quads(None, RDF.type, SCHEMA.NewsArticle, about):
        assert isinstance(quad.subject, NamedNode)
        found.append(_entry(store, quad.subject, about))
    return tuple(sorted(found, key=lambda entry: (entry.published or date.max, entry.iri)))


def _entry(store: GraphStore, node: NamedNode, about: str) -> Entry:
    def text(predicate: NamedNode) -> str | None:
        quad = next(store.quads(node, predicate, None, about), None)
        return quad.object.value if quad is not None and isinstance(quad.object, Literal) else None

    published = text(SCHEMA.datePublished)
    return Entry(
        iri=node.value,
        label=text(RDFS.label) or node.value,
        file=text(SY.file) or "",
        url=text(SCHEMA.url),
        publisher=text(SCHEMA.publisher),
        published=date.fromisoformat(published) if published else None,
        claims=sum(1 for _ in store.quads(None, SY.claims, None, node.value)),
    )


def find_article(store: GraphStore, name: str) -> str:
    """The IRI of an article by its IRI, its URL, its file or the end of one of them."""
    about = store.iris.graph("about").value
    names: dict[str, set[str]] = {}
    for quad in store.quads(None, RDF.type, SCHEMA.NewsArticle, about):
        iri = quad.subject
        assert isinstance(iri, NamedNode)
        names[iri.value] = {iri.value}
        for predicate in (SCHEMA.url, SY.file):
            names[iri.value].update(
                each.object.value  # type: ignore[union-attr]
                for each in store.quads(iri, predicate, None, about)
            )
    exact = sorted(iri for iri, own in names.items() if name in own)
    found = exact or sorted(
        iri for iri, own in names.items() if any(other.endswith(f"/{name}") for other in own)
    )
    if len(found) != 1:
        several = f"; it may be {', '.join(found)}" if found else "; `summitry articles` lists them"
        raise UnknownName(f"{'several articles are' if found else 'no article is'} called {name!r}{several}")
    return found[0]


@dataclass(frozen=True, slots=True)
class Status:
    """How much a store holds: triples of each layer, articles, claims, facts; versions; bytes on disk."""

    location: str
    layers: Mapping[str, int]
    articles: int
    claims: int
    facts: int
    versions: Mapping[str, str]
    size: int | None


def status(store: GraphStore) -> Status:
    """The status of a store."""
    entries = articles(store)
    facts = store.iris.graph("facts").value
    layers = {layer: store.count(store.iris.graph(layer).value) for layer in LAYERS}
    layers["claims"] = sum(store.count(entry.iri) for entry in entries)
    layers["curated"] = store.count("")
    supported = {quad.subject for quad in store.quads(None, SY.reportedIn, None, facts)}
    values = {quad.object for quad in store.quads(None, SY.hasValue, None, facts)}
    return Status(
        location=store.location,
        layers=layers,
        articles=len(entries),
        claims=sum(entry.claims for entry in entries),
        facts=len(supported - values),
        versions=loaded(store),
        size=_size(store.path) if isinstance(store, EmbeddedStore) and store.path else None,
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
