"""The other ends of a node by one property, read from a store no further than somebody asks.

A president's tenure is told by thousands of articles, and most questions about it need none of them: whether one article
is among them, whether there is any. So a few are read; if there are more, one is looked for by itself, and a walk through
all stops where the walker does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice

FEW = 16
"""Ends that are read at once; where that is all, the store is not asked again."""


class Ends(Collection[int]):
    """What a store holds, without what was taken from it, and what was put to it."""

    __slots__ = ("_absent", "_all", "_minus", "_plus", "_read", "_stored", "_there")

    def __init__(self, read: Callable[[], Iterator[int]], there: Callable[[int], bool]) -> None:
        """`read` gives the stored ends; `there` tells of one whether it is stored."""
        self._read, self._there = read, there
        self._stored: set[int] | None = None  # those seen so far
        self._all = False  # whether these are all that are stored
        self._absent: set[int] = set()  # those asked for in vain
        self._plus: set[int] = set()
        self._minus: set[int] = set()

    def put(self, number: int) -> None:
        """Lays an end over the store."""
        self._minus.discard(number)
        self._plus.add(number)

    def take(self, number: int) -> None:
        """Takes an end away from what is seen of the store."""
        self._plus.discard(number)
        self._minus.add(number)

    def __contains__(self, number: object) -> bool:
        if number in self._plus:
            return True
        if number in self._minus or not isinstance(number, int):
            return False
        stored = self._seen()
        if number in stored:
            return True
        if self._all or number in self._absent:
            return False
        found = self._there(number)
        (stored if found else self._absent).add(number)
        return found

    def __iter__(self) -> Iterator[int]:
        stored = self._seen()
        if not self._all:
            return self._walk()
        if not self._plus and not self._minus:
            return iter(tuple(stored))
        return iter((stored - self._minus) | self._plus)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def shorter(self, other: Ends) -> bool:
        """True if it has fewer ends; both are walked side by side, so the longer one is not read to its end."""
        mine, theirs = iter(self), iter(other)
        while next(mine, None) is not None:
            if next(theirs, None) is None:
                return False
        return next(theirs, None) is not None

    def _seen(self) -> set[int]:
        if self._stored is None:
            first = list(islice(self._read(), FEW + 1))
            self._stored, self._all = set(first), len(first) <= FEW
        return self._stored

    def _walk(self) -> Iterator[int]:
        seen: set[int] = set()
        for each in self._read():
            if each not in seen:
                seen.add(each)
                if each not in self._minus:
                    yield each
        yield from self._plus - seen
        self._stored, self._all = seen, True


def shorter(one: Collection[int], other: Collection[int]) -> bool:
    """True if one collection has fewer members than another."""
    if isinstance(one, Ends) and isinstance(other, Ends):
        return one.shorter(other)
    return len(one) < len(other)
