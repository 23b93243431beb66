"""The flow as one call: articles in, and the store holds what they state, support and imply; or out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice

from pyoxigraph import NamedNode, Quad

from summitry.graph.article import Article
from summitry.graph.build.anew import fuse_anew
from summitry.graph.build.decisions import (
    CURATED,
    Stored,
    decision_node,
    decision_quads,
    read_decisions,
    stored_decisions,
)
from summitry.graph.build.desk import Desk
from summitry.graph.build.drafts import Written, exchange, revise
from summitry.graph.build.history import Occasion, record
from summitry.graph.build.layers import Layers, load_ontology, load_reference, loaded, mark, shipped
from summitry.graph.build.listing import find_article
from summitry.graph.build.reference import Reference
from summitry.graph.claims import Claim
from summitry.graph.errors import UnknownName, UsageError
from summitry.graph.fusion import Decision, Decisions
from summitry.graph.reasoning.reasoner import Change, Reasoner
from summitry.graph.store import GraphStore
from summitry.graph.triples import articles_of, claims_of
from summitry.graph.vocabulary import RDF, SCHEMA, SY

Extract = Callable[[Article], Iterable[Claim]]
Reading = tuple[Article, tuple[Claim, ...] | Exception]
Mapper = Callable[[Callable[[Article], Reading], Iterable[Article]], Iterable[Reading]]
BATCH = 16
"""Articles that enter in one transaction."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one article: "added", "changed", "unchanged" or "failed", and why it failed."""

    article: Article
    outcome: str
    claims: int = 0
    error: Exception | None = None


class Builder:
    """Builds the graph of one store. Every article, or batch of articles, is one transaction."""

    def __init__(
        self,
        store: GraphStore,
        *,
        reasoner: Reasoner | None = None,
        layers: Layers | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        """`clock` dates the changes in the store's history; without one no history is written."""
        self.store = store
        self.clock = clock
        self.layers = layers or shipped()
        self.known = Reference(store)
        self.reasoner = reasoner or Reasoner(store)

    def prepare(self, progress: Callable[[int], None] | None = None) -> bool:
        """Loads the ontology and the reference data, if the store lacks them or holds other versions of them.

        True if something was loaded. Facts are then fused anew, since they lean on the reference data;
        `progress` is told of the articles done. Until it has ended, the store holds no version of what is being
        loaded: where it was cut short, even by kill -9, the next call begins it again.
        """
        wanted, held = self.layers.versions(), loaded(self.store)
        stale = [layer for layer in wanted if held.get(layer) != wanted[layer]]
        if not stale:
            return False
        if getattr(self.store, "unites_layers", False):
            # It keeps the layers itself and does not show their versions; written from here, they would be lost.
            raise UsageError(
                f"{self.store.location} is a server of ours, which keeps its layers itself: give articles to its "
                "page /ingest, or to its folder while it runs without a token file"
            )
        for layer in stale:
            mark(self.store, layer, "")
        if "ontology" in stale:
            load_ontology(self.store, self.layers)
        if "reference" in stale:
            self.store.replace_graph(self.store.iris.graph("facts").value, ())
            load_reference(self.store, self.layers)
            self.known.forget()
            fuse_anew(self.store, self.known, read_decisions(self.store), self._stored(), progress)
        self.reasoner.rebuild()
        for layer in stale:
            mark(self.store, layer, wanted[layer])
        self.store.flush()
        return True

    def ingest(
        self,
        articles: Iterable[Article],
        extract: Extract,
        *,
        progress: Callable[[Step], None] | None = None,
        mapper: Mapper = map,
    ) -> tuple[Step, ...]:
        """Reads articles into the store; each is reported to `progress` once it is in.

        An article that is there already, with the same text and metadata, changes nothing; one that has
        changed replaces its former claims. One that cannot be extracted is left out and reported as failed.
        `mapper` runs the extraction, like `map`: a pool's `imap` reads several articles at once.
        """
        self.prepare()
        steps: list[Step] = []
        for step in self._steps(articles, extract, mapper):
            steps.append(step)
            if progress is not None:
                progress(step)
        self.store.flush()
        return tuple(steps)

    def _steps(self, articles: Iterable[Article], extract: Extract, mapper: Mapper) -> Iterator[Step]:
        rest = iter(articles)
        while some := list(islice(rest, BATCH)):
            fresh = {article.iri: article for article in some if self.digest(article.iri) != article.digest}
            yield from (Step(article, "unchanged") for article in some if article.iri not in fresh)
            readings = list(mapper(partial(attempt, extract), fresh.values()))
            good = [(article, claims) for article, claims in readings if not isinstance(claims, Exception)]
            steps = self._enter(good)
            yield from steps
            for article, error in readings:
                if isinstance(error, Exception):
                    yield Step(article, "failed", error=error)

    def digest(self, article: str) -> str | None:
        """The digest of an article in the store; None if it is not there."""
        about = self.store.iris.graph("about").value
        found = next(self.store.quads(NamedNode(article), SY.digest, None, about), None)
        return None if found is None else found.object.value  # type: ignore[union-attr]

    def _enter(self, readings: Sequence[Written]) -> list[Step]:
        if not readings:
            return []
        there = {article.iri for article, _ in readings if self.digest(article.iri) is not None}
        self._change(there, readings)
        return [
            Step(article, "changed" if article.iri in there else "added", len(claims))
            for article, claims in readings
        ]

    def remove(self, article: str) -> str:
        """Takes an article out, with all that only it supported; gives its IRI. See `find`."""
        iri = self.find(article)
        self.prepare()
        self._change([iri], ())
        self.store.flush()
        return iri

    def without(self, article: str) -> Change:
        """What would come and go if an article, by its IRI, were taken out: a dry run of `remove`."""
        added, removed = self._draft([article], ()).change()
        follows = self.reasoner.consequences(added, removed)
        return Change((*added, *follows.added), (*removed, *follows.removed))

    def find(self, article: str) -> str:
        """The IRI of an article by its IRI, its URL, its file or the end of one of them."""
        return find_article(self.store, article)

    def decide(self, decision: Decision, label: str, by: str) -> None:
        """Stores what a user has decided of two people or events, in the place of what was decided before."""
        self.prepare()
        come = set(decision_quads(decision, label, by, self._now(), self.store.iris))
        self._revise(decision, (decision,), come, f"decided: {decision.verdict}: {label}")

    def undo(self, key: str) -> Stored:
        """Takes a decision back, by its key; gives it. UnknownName where there is none."""
        self.prepare()
        held = {stored.decision.key: stored for stored in stored_decisions(self.store)}
        if key not in held:
            raise UnknownName(f"there is no decision {key!r}; `summitry resolve --decided` lists them")
        self._revise(held[key].decision, (), set(), f"no longer decided: {held[key].label}")
        return held[key]

    def _revise(self, old: Decision, new: tuple[Decision, ...], come: set[Quad], words: str) -> None:
        others = (held for held in read_decisions(self.store).every if held.key != old.key)
        desk = Desk(self.store, self.known, Decisions((*others, *new)))
        gone = set(self.store.quads(decision_node(old.key, self.store.iris), graph=CURATED))
        revise(desk, old, come, gone)
        self._commit(desk, Occasion(words=words))
        self.store.flush()

    def _change(self, leaving: Iterable[str], entering: Sequence[Written]) -> None:
        gone, come = tuple(leaving), tuple(article.iri for article, _ in entering)
        desk = self._draft(gone, entering)
        fresh, again = ([iri for iri in come if (iri in gone) is there] for there in (False, True))
        left = tuple(iri for iri in gone if iri not in come)
        self._commit(desk, Occasion(tuple(fresh), tuple(again), left))

    def _draft(self, leaving: Iterable[str], entering: Sequence[Written]) -> Desk:
        desk = Desk(self.store, self.known, read_decisions(self.store))
        exchange(desk, leaving, entering)
        return desk

    def _commit(self, desk: Desk, occasion: Occasion) -> None:
        """Makes the change, what follows from it and its story, in one transaction."""
        if (now := self._now()) is not None:
            record(desk, occasion, now)
        self.reasoner.apply(*desk.change())

    def _now(self) -> datetime | None:
        return self.clock() if self.clock is not None else None

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        """Works out facts and inferences anew from the stored claims; gives the number of articles."""
        for layer in self.layers.versions():
            mark(self.store, layer, "")
        self.prepare(progress)
        about = self.store.iris.graph("about").value
        return sum(1 for _ in self.store.quads(None, RDF.type, SCHEMA.NewsArticle, about))

    def _stored(self) -> list[Written]:
        about = self.store.quads(graph=self.store.iris.graph("about").value)
        return [
            (article, tuple(claims_of(self.store.quads(graph=article.iri), self.store.iris)))
            for article in articles_of(about)
        ]


def attempt(extract: Extract, article: Article) -> Reading:
    """The article with its claims, or with what went wrong, so that one does not stop the others."""
    try:
        return article, tuple(extract(article))
    except Exception as error:  # whatever it is, it is reported with the article that it befell
        return article, error
