"""The flow as one call: articles in, and the store holds what they state, support and imply; or out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from pyoxigraph import NamedNode, Quad

from summitry.graph.article import Article
from summitry.graph.build.desk import Desk
from summitry.graph.build.layers import Layers, load_ontology, load_reference, loaded, mark, shipped
from summitry.graph.build.ledger import STANDS, VERSION, graph_name
from summitry.graph.build.people import resolve_people
from summitry.graph.build.reference import Reference
from summitry.graph.build.traffic import credit, enter, leave
from summitry.graph.build.weaving import describe_touched, fuse_touched
from summitry.graph.claims import Claim
from summitry.graph.errors import UnknownName
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
        self, store: GraphStore, *, reasoner: Reasoner | None = None, layers: Layers | None = None
    ) -> None:
        self.store = store
        self.layers = layers or shipped()
        self.known = Reference(store)
        self.reasoner = reasoner or Reasoner(store)

    def prepare(self) -> bool:
        """Loads the ontology and the reference data, if the store lacks them or holds other versions of them.

        True if something was loaded. Facts are then fused anew, since they lean on the reference data.
        """
        wanted, held = self.layers.versions(), loaded(self.store)
        stale = [layer for layer in wanted if held.get(layer) != wanted[layer]]
        if not stale:
            return False
        for layer in stale:
            mark(self.store, layer, "")
        if "ontology" in stale:
            load_ontology(self.store, self.layers)
        if "reference" in stale:
            self.store.replace_graph(self.store.iris.graph("facts").value, ())
            load_reference(self.store, self.layers)
            self.known.forget()
            self._refuse(self._stored())
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

    def _enter(self, readings: Sequence[tuple[Article, tuple[Claim, ...]]]) -> list[Step]:
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
        self._change([iri], ())
        self.store.flush()
        return iri

    def without(self, article: str) -> Change:
        """What would come and go if an article, by its IRI, were taken out: a dry run of `remove`."""
        added, removed = self._draft([article], ())
        follows = self.reasoner.consequences(added, removed)
        return Change((*added, *follows.added), (*removed, *follows.removed))

    def find(self, article: str) -> str:
        """The IRI of an article by its IRI, its URL, its file or the end of one of them."""
        about = self.store.iris.graph("about").value
        names: dict[str, set[str]] = {}
        for quad in self.store.quads(None, RDF.type, SCHEMA.NewsArticle, about):
            iri = quad.subject
            assert isinstance(iri, NamedNode)
            names[iri.value] = {iri.value}
            for predicate in (SCHEMA.url, SY.file):
                names[iri.value].update(
                    each.object.value  # type: ignore[union-attr]
                    for each in self.store.quads(iri, predicate, None, about)
                )
        exact = sorted(iri for iri, own in names.items() if article in own)
        found = exact or sorted(
            iri for iri, own in names.items() if any(name.endswith(f"/{article}") for name in own)
        )
        if len(found) != 1:
            several = f"; it may be {', '.join(found)}" if found else "; `summitry articles` lists them"
            raise UnknownName(
                f"{'several articles are' if found else 'no article is'} called {article!r}{several}"
            )
        return found[0]

    def _change(self, leaving: Iterable[str], entering: Sequence[tuple[Article, tuple[Claim, ...]]]) -> None:
        self.reasoner.apply(*self._draft(leaving, entering))

    def _draft(
        self, leaving: Iterable[str], entering: Iterable[tuple[Article, tuple[Claim, ...]]]
    ) -> tuple[set[Quad], set[Quad]]:
        desk = Desk(self.store, self.known)
        for article in leaving:
            leave(desk, article)
        new = [node for article, claims in entering for node in enter(desk, article, claims)]
        aliases = resolve_people(desk)
        for node in new:
            desk.place(node, aliases)
        fuse_touched(desk, aliases)
        describe_touched(desk)
        credit(desk)
        return desk.change()

    def rebuild(self) -> int:
        """Works out facts and inferences anew from the stored claims; gives the number of articles."""
        stored = self._stored()
        for layer in self.layers.versions():
            mark(self.store, layer, "")
        self.prepare()
        return len(stored)

    def _stored(self) -> list[tuple[Article, tuple[Claim, ...]]]:
        about = self.store.quads(graph=self.store.iris.graph("about").value)
        return [
            (article, tuple(claims_of(self.store.quads(graph=article.iri), self.store.iris)))
            for article in articles_of(about)
        ]

    def _refuse(self, stored: Sequence[tuple[Article, tuple[Claim, ...]]]) -> None:
        """Fuses stored articles as if they had just come. Inferences are left to a rebuild."""
        index = graph_name(self.store.iris).value
        kept = (STANDS, VERSION)
        self.store.change((), [row for row in self.store.quads(graph=index) if row.predicate not in kept])
        for start in range(0, len(stored), BATCH):
            self.store.change(*self._draft((), stored[start : start + BATCH]))


def attempt(extract: Extract, article: Article) -> Reading:
    """The article with its claims, or with what went wrong, so that one does not stop the others."""
    try:
        return article, tuple(extract(article))
    except Exception as error:  # whatever it is, it is reported with the article that it befell
        return article, error
