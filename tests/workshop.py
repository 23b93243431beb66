"""Articles with what they state, and a builder in a small world that takes them in."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from newsroom import AFGHANISTAN, CSTO, DUSHANBE, PUTIN, RUSSIA, TAJIKISTAN, meeting, visit
from pyoxigraph import Quad

from summitry.graph.article import Article
from summitry.graph.build import Builder, Layers, shipped
from summitry.graph.build.ledger import graph_name
from summitry.graph.claims import Border, Claim, Evidence, Finding, Membership, Office, Payload
from summitry.graph.export import export
from summitry.graph.store import EmbeddedStore, GraphStore
from summitry.graph.vocabulary import PREFIXES, Iris

IRIS = Iris()
WORLD = Layers(shipped().ontology, ((Path(__file__).parent / "small_world.ttl").read_bytes(),))
Written = tuple[Article, tuple[Claim, ...]]


def written(
    name: str, *payloads: Payload, published: str | None = None, publisher: str | None = None
) -> Written:
    """An article by its name, which is also its URL, and what it states."""
    url = f"https://example.org/{name}"
    iri = IRIS.article(hashlib.sha256(url.encode()).hexdigest()[:16]).value
    text = f"{name}: {payloads!r}"
    claims = tuple(
        Claim(iri, f"{number:02}", Finding(payload, (Evidence(0, 4, text[:4]),), 0.9, "test"))
        for number, payload in enumerate(payloads)
    )
    day = date.fromisoformat(published) if published else None
    digest = hashlib.sha256(f"{text}{published}{publisher}".encode()).hexdigest()
    return Article(iri, f"{name}.txt", text, name, url, day, publisher, "en", (), digest), claims


class Desk:
    """A builder in a small world, and the articles that were handed to it."""

    def __init__(self, store: GraphStore | None = None) -> None:
        self.store = store or EmbeddedStore()
        self.builder = Builder(self.store, layers=WORLD)

    def take(self, *given: Written) -> list[str]:
        """Ingests; gives the outcomes."""
        claims = {article.iri: own for article, own in given}
        steps = self.builder.ingest((article for article, _ in given), lambda article: claims[article.iri])
        return [step.outcome for step in steps]

    def exported(self) -> bytes:
        output = io.BytesIO()
        export(self.store, output, format="nquads")
        return output.getvalue()

    def index(self) -> set[Quad]:
        """The machinery's own rows: they too may not depend on the past."""
        return set(self.store.quads(graph=graph_name(IRIS).value))

    def others(self) -> set[str]:
        return {name for name in self.store.graphs() if name != IRIS.graph("ontology").value}


TRIP = written("trip", visit("2022-06-28", city=DUSHANBE), meeting(None), published="2022-06-29")
RUMOUR = written("rumour", visit("--06-28"), Border(TAJIKISTAN, AFGHANISTAN, 1200.0))
ENTRY = written(
    "entry", Membership(TAJIKISTAN, CSTO), Office(PUTIN, "president", RUSSIA), published="2022-01-01"
)


def ask(desk: Desk, body: str) -> list[list[str]]:
    prefixes = " ".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("sy", "rdfs", "skos"))
    found = desk.store.query(f"{prefixes} {body}", base=IRIS.base).rows()
    return sorted([getattr(term, "value", "") for term in row] for row in found)


def lived_through(
    drafts: Sequence[Callable[[str], Written]], names: int, operations: Sequence[tuple[int, bool]]
) -> tuple[Desk, Desk]:
    """A desk to which all drafts came, then what `operations` do to so many names (a draft in under one, or its article
    out); and one to which only what stayed has ever come.
    """
    desk, kept = Desk(), dict[str, Written]()
    for turn, (place, enters) in enumerate([*((n % names, True) for n in range(len(drafts))), *operations]):
        name = f"article-{place}"
        if enters:
            kept[name] = drafts[turn % len(drafts)](name)
            desk.take(kept[name])
        elif name in kept:
            desk.builder.remove(kept.pop(name)[0].iri)
    fresh = Desk()
    fresh.take(*(kept[name] for name in sorted(kept)))
    fresh.builder.prepare()
    return desk, fresh
