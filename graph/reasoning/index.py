"""Facts in memory, found from every side: by property and subject, by property and object, by class.

A type is kept as membership of its class and every other fact as a pair of its property, so that a rule with
constant classes and properties asks one dictionary. The key of a relation is the property's number, or minus
the class's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import inf
from typing import Protocol

from summitry.graph.reasoning.terms import TYPE, Fact, Terms

Pair = tuple[int, int]
Row = Pair | int
"""What a relation holds: a subject and an object, or a member of a class."""

Side = Mapping[int, Collection[int]]


class Members(Protocol):
    """The members of a class."""

    def __contains__(self, number: object, /) -> bool: ...
    def __iter__(self) -> Iterator[int]: ...
    def __len__(self) -> int: ...


class Facts(Protocol):
    """What the compiled rules read; in memory or over a store."""

    terms: Terms

    def forward(self, predicate: int) -> Side: ...
    def backward(self, predicate: int) -> Side: ...
    def members(self, of: int) -> Members: ...


class Ground(Facts, Protocol):
    """Facts that can change, some of them stated and the others inferred."""

    def holds(self, relation: int, content: Row) -> bool:
        """Whether a row is there, stated or inferred."""

    def stated(self, relation: int, content: Row) -> bool:
        """Whether somebody states a row."""

    def add(self, relation: int, content: Row) -> bool:
        """Adds a row; False where it was there."""

    def discard(self, relation: int, content: Row) -> None:
        """Removes a row that is there."""


def key(fact: Fact) -> int:
    """The relation that a fact belongs to."""
    return -fact[2] if fact[1] == TYPE and fact[2] > 0 else fact[1]


def row(fact: Fact) -> Row:
    """A fact as a row of its relation."""
    return fact[0] if fact[1] == TYPE and fact[2] > 0 else (fact[0], fact[2])


def fact(relation: int, content: Row) -> Fact:
    """The fact that a row of a relation states."""
    if isinstance(content, int):
        return content, TYPE, -relation
    return content[0], relation, content[1]


class LiteralMembers(set[int]):
    """The members of a datatype: what is said to be one, and every literal in its value space."""

    def __init__(self, terms: Terms, datatype: int) -> None:
        super().__init__()
        self._terms, self._datatype = terms, datatype

    def __contains__(self, number: object) -> bool:
        known = set.__contains__(self, number)
        return known or (
            isinstance(number, int) and number < 0 and self._terms.member(number, self._datatype)
        )


class Index:
    """Facts in memory. Small collections are tuples: most nodes have one value, and a set of one costs 216
    bytes.
    """

    def __init__(self, terms: Terms, facts: Iterable[Fact] = ()) -> None:
        self.terms = terms
        self._forward: dict[int, dict[int, Collection[int]]] = {}
        self._backward: dict[int, dict[int, Collection[int]]] = {}
        self._members: dict[int, set[int]] = {}
        self._sizes: dict[int, int] = {}
        for each in facts:
            self.add(key(each), row(each))

    def forward(self, predicate: int) -> dict[int, Collection[int]]:
        """Subject -> objects of a property."""
        return self._forward.setdefault(predicate, {})

    def backward(self, predicate: int) -> dict[int, Collection[int]]:
        """Object -> subjects of a property."""
        return self._backward.setdefault(predicate, {})

    def members(self, of: int) -> set[int]:
        """The members of a class; of a datatype, the literals in its value space as well."""
        if of not in self._members:
            self._members[of] = LiteralMembers(self.terms, of) if of in self.terms.datatypes else set()
        return self._members[of]

    def add(self, relation: int, content: Row) -> bool:
        """Adds a row; False where it was there."""
        if isinstance(content, int):
            members = self.members(-relation)
            before = len(members)
            members.add(content)
            return len(members) > before
        subject, obj = content
        if not _put(self.forward(relation), subject, obj):
            return False
        _put(self.backward(relation), obj, subject)
        self._sizes[relation] = self._sizes.get(relation, 0) + 1
        return True

    def extend(self, relation: int, rows: Iterable[Row]) -> list[Row]:
        """Adds rows of one relation; those that were not there. The inner loop of every closure, hence its
        length.
        """
        if relation < 0:
            members = self.members(-relation)
            fresh = [content for content in rows if content not in members]
            members.update(fresh)  # type: ignore[arg-type]
            return fresh
        forward, backward = self.forward(relation), self.backward(relation)
        fresh = []
        for pair in rows:
            subject, obj = pair  # type: ignore[misc]
            held = forward.get(subject)
            if held is None:
                forward[subject] = (obj,)
            elif obj in held:
                continue
            elif type(held) is set:
                held.add(obj)
            else:
                forward[subject] = (*held, obj) if len(held) < 6 else {*held, obj}
            held = backward.get(obj)
            if held is None:
                backward[obj] = (subject,)
            elif type(held) is set:
                held.add(subject)
            else:
                backward[obj] = (*held, subject) if len(held) < 6 else {*held, subject}
            fresh.append(pair)
        self._sizes[relation] = self._sizes.get(relation, 0) + len(fresh)
        return fresh

    def discard(self, relation: int, content: Row) -> None:
        """Removes a row that is there."""
        if isinstance(content, int):
            self.members(-relation).discard(content)
            return
        subject, obj = content
        _take(self.forward(relation), subject, obj)
        _take(self.backward(relation), obj, subject)
        self._sizes[relation] -= 1

    def holds(self, relation: int, content: Row) -> bool:
        """Whether a row is there."""
        if isinstance(content, int):
            return relation in self.relations() and content in self.members(-relation)
        return content[1] in self._forward.get(relation, {}).get(content[0], ())

    def size(self, relation: int) -> int:
        """How many rows a relation has."""
        return len(self._members.get(-relation, ())) if relation < 0 else self._sizes.get(relation, 0)

    def reach(self, relation: int) -> float:
        """How many rows there are to walk: no end of them in a datatype, whose values nobody lists."""
        return inf if -relation in self.terms.datatypes else self.size(relation)

    def relations(self) -> list[int]:
        """The keys of all relations."""
        return [*self._sizes, *(-each for each in self._members)]

    def rows(self, relation: int) -> Iterator[Row]:
        """The rows of a relation."""
        if relation < 0:
            yield from self._members.get(-relation, ())
            return
        for subject, objects in self._forward.get(relation, {}).items():
            for obj in objects:
                yield subject, obj

    def __iter__(self) -> Iterator[Fact]:
        for relation in self.relations():
            for content in self.rows(relation):
                yield fact(relation, content)

    def __len__(self) -> int:
        return sum(self._sizes.values()) + sum(map(len, self._members.values()))


def _put(side: dict[int, Collection[int]], at: int, number: int) -> bool:
    held = side.get(at)
    if held is None:
        side[at] = (number,)
    elif number in held:
        return False
    elif isinstance(held, set):
        held.add(number)
    else:
        side[at] = (*held, number) if len(held) < 6 else {*held, number}
    return True


def _take(side: dict[int, Collection[int]], at: int, number: int) -> None:
    held = side[at]
    if isinstance(held, set):
        held.discard(number)
    else:
        side[at] = tuple(each for each in held if each != number)
    if not side[at]:
        del side[at]
