"""Where one change of a store is worked out: what was read for it, and what it will add and remove."""

from __future__ import annotations

from functools import partial
from itertools import chain

from pyoxigraph import NamedNode, Quad

from summitry.graph.build.ledger import (
    ALIAS,
    BLOCK,
    CONTEXT,
    PLACE,
    RECORD,
    SEEKS,
    SERVES,
    SPELLS,
    Ledger,
    article_of,
)
from summitry.graph.build.records import read_claim, read_context
from summitry.graph.claims import Claim
from summitry.graph.fusion import (
    NONE,
    Context,
    Decisions,
    Known,
    Report,
    Spelling,
    Who,
    keys_of,
    places_of,
    renamed,
    report_of,
    sought_by,
    spellings,
    timeless,
    who_is,
)
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import Iris


class Desk:
    """A change in the making; nothing of it is in the store yet."""

    def __init__(self, store: GraphStore, known: Known, decided: Decisions = NONE) -> None:
        self.store = store
        self.known = known
        self.decided = decided
        self.ledger = Ledger(store)
        self.added: set[Quad] = set()
        self.removed: set[Quad] = set()  # all of these are in the store
        self.extended: set[str] = set()  # IRIs of facts that only gain support
        self.placed: dict[str, list[NamedNode]] = {}  # block -> the claims that have come to it
        self.blocks: dict[str, tuple[str, ...]] = {}  # the IRI of a claim that has come -> its blocks
        self.disturbed: set[str] = set()  # blocks that a claim has left
        self.left: set[NamedNode] = set()  # the claims that have left their blocks, for others or for good
        self.vacated: set[str] = set()  # the places where these were found
        self.lost: list[
            tuple[frozenset[str], ...]
        ] = []  # where those of no known time were looking for others
        self.touched: set[str] = set()  # blocks to fuse again
        self.posts: set[str] = set()  # posts whose holders have changed
        self.people: set[str] = set()  # keys of those holders
        self.spelt: dict[str, set[str]] = {}  # keys of things -> texts gained or lost
        self._named: dict[str, Who] = {}
        self._serves: dict[str, dict[str, str]] = {}
        self._claims: dict[NamedNode, Claim] = {}
        self._contexts: dict[str, Context] = {}

    @property
    def iris(self) -> Iris:
        """Where the data set lives."""
        return self.store.iris

    def keep(self, node: NamedNode, claim: Claim) -> None:
        """Remembers a claim as its article has it."""
        self._claims[node] = claim

    def holds(self, node: NamedNode) -> bool:
        """True if a claim is at hand: it has come with this change, or the ledger has its record."""
        return node in self._claims or bool(self.ledger.texts(node, RECORD))

    def claim(self, node: NamedNode) -> Claim:
        """A claim as its article has it."""
        if node not in self._claims:
            self._claims[node] = read_claim(article_of(node), self.ledger.texts(node, RECORD)[0])
        return self._claims[node]

    def keep_context(self, context: Context) -> None:
        """Remembers the context of an article."""
        self._contexts[context.article] = context

    def context(self, article: str) -> Context:
        """The context of an article."""
        if article not in self._contexts:
            line = self.ledger.texts(NamedNode(article), CONTEXT)[0]
            self._contexts[article] = read_context(article, line)
        return self._contexts[article]

    def alias(self, article: str, key: str) -> str | None:
        """The key that stands for a person whom an article knows under another; None for everybody else."""
        named = self.named(key)
        return who_is(named, key, self.serves(article).get(key, "")) if named else None

    def named(self, key: str) -> Who:
        """The keys that stand for those whom articles know under one."""
        if key not in self._named:
            unknown = key.startswith("person/") and self.known.node(key) is None
            texts = self.ledger.texts(self.iris.entity(key), ALIAS) if unknown else []
            pairs = (text.split("\t") for text in texts)
            self._named[key] = {(key, state): other for state, other in pairs}
        return self._named[key]

    def name(self, key: str, named: Who) -> None:
        """Notes which keys stand for those whom articles know under one."""
        node = self.iris.entity(key)
        self.ledger.drop(node, ALIAS)
        for (_, state), other in named.items():
            self.ledger.add(node, ALIAS, f"{state}\t{other}")
        self._named[key] = named

    def serves(self, article: str) -> dict[str, str]:
        """The states that an article has unknown people serve, by their keys."""
        if article not in self._serves:
            rows = self.ledger.texts(NamedNode(article), SERVES)
            self._serves[article] = dict(row.split("\t") for row in rows)
        return self._serves[article]

    def keep_serves(self, article: str, states: dict[str, str]) -> None:
        """Notes the states that an article has unknown people serve."""
        for key, state in states.items():
            self.ledger.add(NamedNode(article), SERVES, f"{key}\t{state}")
        self._serves[article] = states

    def report(self, node: NamedNode) -> Report:
        """A claim in its context, its people resolved."""
        claim = self.claim(node)
        named = renamed(claim, partial(self.alias, claim.article))
        return report_of(named, self.context(claim.article), self.decided)

    def place(self, node: NamedNode) -> Report:
        """Enters a claim under its blocks and spellings; gives it in its context."""
        report = self.report(node)
        self.blocks[report.iri] = keys_of(report, self.known)
        for key in self.blocks[report.iri]:
            self.ledger.add(node, BLOCK, key)
            self.touched.add(key)
            self.placed.setdefault(key, []).append(node)
        for place in places_of(report, self.blocks[report.iri]):
            self.ledger.add(node, PLACE, place)
        for place in chain.from_iterable(sought_by(report, self.blocks[report.iri])):
            self.ledger.add(node, SEEKS, place)
        for spelling in spellings(report.payload):
            self.ledger.add(node, SPELLS, spells(spelling))
            self.spelt.setdefault(spelling.key, set()).add(spelling.text)
        return report

    def unplace(self, node: NamedNode) -> None:
        """Takes a claim from its blocks and spellings, which will be looked at again."""
        old = self.ledger.texts(node, BLOCK)
        self.touched.update(old)
        self.disturbed.update(old)
        self.left.add(node)
        self.vacated.update(self.ledger.texts(node, PLACE))
        if any(map(timeless, old)):
            self.lost.append(sought_by(self.report(node), old))
        for text in self.ledger.texts(node, SPELLS):
            key, _, spelt = text.partition("\t")
            self.spelt.setdefault(key, set()).add(spelt[1:])
        self.ledger.drop(node, BLOCK)
        self.ledger.drop(node, PLACE)
        self.ledger.drop(node, SEEKS)
        self.ledger.drop(node, SPELLS)

    def change(self) -> tuple[set[Quad], set[Quad]]:
        """The quads to add and to remove."""
        rows, gone = self.ledger.change()
        return (self.added - self.removed) | rows, (self.removed - self.added) | gone


def spells(spelling: Spelling) -> str:
    """A spelling as a row of the ledger has it."""
    return f"{spelling.key}\t{spelling}"
