"""Facts in a store, looked up as the rules ask for them, remembered while one change is worked out.

An article touches a few hundred nodes of a graph of millions: nothing is loaded beforehand, and nothing is
written. What the change adds and takes away is laid over what the store holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from summitry.graph.reasoning.ends import Ends
from summitry.graph.reasoning.index import Row, fact
from summitry.graph.reasoning.terms import SAME_AS, TYPE, Terms, Triple
from summitry.graph.store.interface import GraphStore

Graph = str


class StoreFacts:
    """The facts of a store: those of the `said` graphs were stated, those of the `made` graphs inferred.

    Of the `typed` graphs only the types count: they describe articles, of which nothing but their kind is
    reasoned with.
    """

    def __init__(
        self,
        store: GraphStore,
        terms: Terms,
        *,
        said: Iterable[Graph],
        made: Graph,
        equal: Graph,
        typed: Iterable[Graph] = (),
    ) -> None:
        self.terms = terms
        self._store = store
        self._said = tuple(said)
        self._typed = tuple(typed)
        self._made, self._equal = made, equal
        self._forward: dict[int, _Side] = {}
        self._backward: dict[int, _Side] = {}
        self._members: dict[int, _Members] = {}
        self._pending: frozenset[Quad] = frozenset()
        self._leaving: frozenset[Quad] = frozenset()

    def begin(self, pending: Iterable[Quad] = (), leaving: Iterable[Quad] = ()) -> None:
        """Forgets what was looked up; the pending quads count as stated, the leaving ones as gone."""
        for side in (*self._forward.values(), *self._backward.values()):
            side.forget()
        for members in self._members.values():
            members.forget()
        self._pending, self._leaving = frozenset(pending), frozenset(leaving)

    def forward(self, predicate: int) -> _Side:
        """Subject -> objects of a property."""
        if predicate not in self._forward:
            self._forward[predicate] = _Forward(self, predicate)
        return self._forward[predicate]

    def backward(self, predicate: int) -> _Side:
        """Object -> subjects of a property."""
        if predicate not in self._backward:
            self._backward[predicate] = _Backward(self, predicate)
        return self._backward[predicate]

    def members(self, of: int) -> _Members:
        """The members of a class."""
        if of not in self._members:
            self._members[of] = _Members(self, of)
        return self._members[of]

    def graphs(self, predicate: int) -> tuple[Graph, ...]:
        """Where the facts of a property may stand."""
        if predicate == TYPE:
            return (*self._said, *self._typed, self._made)
        return (*self._said, self._equal if predicate == SAME_AS else self._made)

    def find(self, subject: int | None, predicate: int, obj: int | None) -> Iterator[Quad]:
        """The quads of the store that match."""
        s, p, o = (None if number is None else self.terms[number] for number in (subject, predicate, obj))
        if isinstance(s, Literal) or not isinstance(p, NamedNode):
            return
        for graph in self.graphs(predicate):
            yield from self._store.quads(s, p, o, graph)

    def holds(self, relation: int, content: Row) -> bool:
        """Whether a row is there, stated or inferred."""
        if isinstance(content, int):
            return content in self.members(-relation)
        return content[1] in self.forward(relation).get(content[0], ())

    def stated(self, relation: int, content: Row) -> bool:
        """Whether a row is stated, once the change is made."""
        each = fact(relation, content)
        if min(each[0], each[1]) < 0 or self.terms.anonymous(each[1]):
            return False
        triple = self.terms.triple(each)
        for graph in self._said + self._typed if relation < 0 else self._said:
            quad = place(triple, graph)
            if quad in self._pending or (quad not in self._leaving and self._store.has(quad)):
                return True
        return False

    def add(self, relation: int, content: Row) -> bool:
        """Lays a row over the store; False where it was there."""
        if self.holds(relation, content):
            return False
        if isinstance(content, int):
            self.members(-relation).put(content)
        else:
            self.forward(relation).ends(content[0]).put(content[1])
            self.backward(relation).ends(content[1]).put(content[0])
        return True

    def discard(self, relation: int, content: Row) -> None:
        """Takes a row away from what is seen of the store."""
        if isinstance(content, int):
            self.members(-relation).take(content)
        else:
            self.forward(relation).ends(content[0]).take(content[1])
            self.backward(relation).ends(content[1]).take(content[0])


def place(triple: Triple, graph: Graph) -> Quad:
    """A triple in a graph; "" is the unnamed one."""
    return Quad(*triple, NamedNode(graph) if graph else DefaultGraph())


class _Side(Mapping[int, Collection[int]]):
    """One direction of a property."""

    def __init__(self, facts: StoreFacts, predicate: int) -> None:
        self._facts, self._predicate = facts, predicate
        self.forget()

    def forget(self) -> None:
        self._known: dict[int, Ends] = {}

    def _read(self, number: int) -> Iterator[int]:
        """The other ends of a node, as the store has them."""
        raise NotImplementedError

    def _there(self, number: int, other: int) -> bool:
        """Whether the store has this other end."""
        raise NotImplementedError

    def _begun(self) -> Iterator[int]:
        """The nodes that have other ends in the store."""
        raise NotImplementedError

    def ends(self, number: int) -> Ends:
        """The other ends of a node."""
        known = self._known.get(number)
        if known is None:
            known = Ends(partial(self._read, number), partial(self._there, number))
            self._known[number] = known
        return known

    def get(self, number: int, default: object = ()) -> Collection[int]:
        """The other ends of a node."""
        return self.ends(number)

    def __getitem__(self, number: int) -> Collection[int]:
        return self.ends(number)

    def __iter__(self) -> Iterator[int]:
        some = set(self._begun()) | self._known.keys()
        return iter([each for each in some if any(True for _ in self.ends(each))])

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Forward(_Side):
    def _read(self, number: int) -> Iterator[int]:
        count = self._facts.terms.number
        return (count(quad.object) for quad in self._facts.find(number, self._predicate, None))

    def _there(self, number: int, other: int) -> bool:
        if other < 0:  # a value may be written in several ways
            return other in self._read(number)
        return any(True for _ in self._facts.find(number, self._predicate, other))

    def _begun(self) -> Iterator[int]:
        count = self._facts.terms.number
        return (count(quad.subject) for quad in self._facts.find(None, self._predicate, None))


class _Backward(_Side):
    def _read(self, number: int) -> Iterator[int]:
        count = self._facts.terms.number
        return (count(quad.subject) for quad in self._facts.find(None, self._predicate, number))

    def _there(self, number: int, other: int) -> bool:
        return any(True for _ in self._facts.find(other, self._predicate, number))

    def _begun(self) -> Iterator[int]:
        count = self._facts.terms.number
        return (count(quad.object) for quad in self._facts.find(None, self._predicate, None))


class _Members:
    """The members of a class; of a datatype, the literals in its value space as well.

    Whether a node is one is read off all its types, looked up together: rules on what excludes what ask for
    dozens.
    """

    def __init__(self, facts: StoreFacts, of: int) -> None:
        self._facts, self._of = facts, of
        self._datatype = of in facts.terms.datatypes
        self._types = facts.forward(TYPE)
        self.forget()

    def forget(self) -> None:
        """Forgets what was laid over the store."""
        self._new: set[int] = set()

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        if number < 0:
            return self._datatype and self._facts.terms.member(number, self._of)
        return self._of in self._types.get(number)

    def put(self, number: int) -> None:
        """Adds a member."""
        self._new.add(number)
        self._types.ends(number).put(self._of)

    def take(self, number: int) -> None:
        """Takes a member away."""
        self._types.ends(number).take(self._of)

    def __iter__(self) -> Iterator[int]:
        count = self._facts.terms.number
        stored = {count(quad.subject) for quad in self._facts.find(None, TYPE, self._of)}
        return iter([each for each in stored | self._new if each in self])

    def __len__(self) -> int:
        return sum(1 for _ in self)
