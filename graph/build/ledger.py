"""The graph `index`: what the machinery must find again fast. Derived from the claims, never asked by users.

<claim>    block "visit/person/… state/tajikistan@24600" ; record "[…]" ; spells "person/…<tab>~Putin" ;
           place "visit/person/… state/tajikistan", "visit/person/… state/tajikistan@--06" ;     or, of no known time,
           seeks "visit/person/… state/tajikistan@--06" ;
           holder "person/…<tab>name<tab>spokesperson<tab>state/tajikistan<tab>state/tajikistan" .
<article>  context "[…]" ; serves "person/…<tab>state/tajikistan" .
<fact>     asserts "<s> <p> <o>" ;     plain triples that hold because of this fact
           core "…" .                                   what more of the same leaves as it is (see `extending`)
<node>     stands "<s> <p> <o>" .                        the same, because of the reference data
<person>   alias "state/tajikistan<tab>person/…" ;       the key that stands for a spelling, in the service of a state
           post "spokesperson state/tajikistan" ; title "name<tab>spokesperson<tab>state/tajikistan<tab>state/tajikistan" ;
           spelling "person/…" .                         of one among several of a name: the key of all
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import Iris

_TERM = "urn:summitry:index:"
(
    CORE,
    BLOCK,
    PLACE,
    SEEKS,
    RECORD,
    SPELLS,
    POST,
    TITLE,
    HOLDER,
    CONTEXT,
    ASSERTS,
    STANDS,
    ALIAS,
    SERVES,
    BEARS,
    VERSION,
) = (
    NamedNode(_TERM + name)
    for name in (
        "core",
        "block",
        "place",
        "seeks",
        "record",
        "spells",
        "post",
        "title",
        "holder",
        "context",
        "asserts",
        "stands",
        "alias",
        "serves",
        "spelling",
        "version",
    )
)


def graph_name(iris: Iris) -> NamedNode:
    """The name of the graph."""
    return NamedNode(f"{iris.base}graph/index")


def sentence(triple: Triple) -> str:
    """A triple as text."""
    return f"{triple.subject} {triple.predicate} {triple.object}"


class Ledger:
    """The rows of a store's index, with a change laid over them that is not yet made."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._graph = graph_name(store.iris)
        self._removed: set[Quad] = set()
        self._added: dict[NamedNode, set[Quad]] = {}  # by subject
        self._saying: dict[tuple[NamedNode, str], set[NamedNode]] = {}  # the subjects of what was added

    def _row(self, subject: NamedNode, predicate: NamedNode, text: str) -> Quad:
        return Quad(subject, predicate, Literal(text), self._graph)

    def add(self, subject: NamedNode, predicate: NamedNode, text: str) -> None:
        """Puts a row in."""
        row = self._row(subject, predicate, text)
        self._removed.discard(row)
        self._added.setdefault(subject, set()).add(row)
        self._saying.setdefault((predicate, text), set()).add(subject)

    def drop(self, subject: NamedNode, predicate: NamedNode | None = None) -> None:
        """Takes out the rows of a subject, all of them or those of one predicate."""
        self._removed.update(self._stored(subject, predicate))
        mine = self._added.get(subject, set())
        for row in [row for row in mine if predicate in (None, row.predicate)]:
            mine.discard(row)
            self._saying[row.predicate, _text(row)].discard(subject)

    def discard(self, subject: NamedNode, predicate: NamedNode, text: str) -> None:
        """Takes one row out."""
        row = self._row(subject, predicate, text)
        if self._store.has(row):
            self._removed.add(row)
        self._added.get(subject, set()).discard(row)
        self._saying.get((predicate, text), set()).discard(subject)

    def _stored(self, subject: NamedNode, predicate: NamedNode | None) -> Iterator[Quad]:
        return self._store.quads(subject, predicate, None, self._graph.value)

    def texts(self, subject: NamedNode, predicate: NamedNode) -> list[str]:
        """The texts of a subject's rows."""
        rows = {row for row in self._stored(subject, predicate) if row not in self._removed}
        rows |= {row for row in self._added.get(subject, ()) if row.predicate == predicate}
        return sorted(map(_text, rows))

    def subjects(self, predicate: NamedNode, text: str) -> list[NamedNode]:
        """Whose rows say this."""
        return sorted(self._holding(predicate, text), key=lambda node: node.value)

    def each(self, predicate: NamedNode, text: str) -> Iterator[NamedNode]:
        """Whose rows say this, in no order and read no further than asked."""
        return self._holding(predicate, text)

    def _holding(self, predicate: NamedNode, text: str) -> Iterator[NamedNode]:
        mine = set(self._saying.get((predicate, text), ()))
        yield from mine
        for row in self._store.quads(None, predicate, Literal(text), self._graph.value):
            subject = row.subject
            if row not in self._removed and isinstance(subject, NamedNode) and subject not in mine:
                yield subject

    def any(self, predicate: NamedNode, text: str) -> bool:
        """True if some row says this."""
        return next(self._holding(predicate, text), None) is not None

    def change(self) -> tuple[set[Quad], set[Quad]]:
        """The rows to add and to remove."""
        added = {row for rows in self._added.values() for row in rows}
        return {row for row in added if not self._store.has(row)}, self._removed - added


def _text(row: Quad) -> str:
    assert isinstance(row.object, Literal)
    return row.object.value


def article_of(claim: NamedNode) -> str:
    """The article of a claim, by its IRI."""
    return claim.value.rpartition("/claim/")[0]
