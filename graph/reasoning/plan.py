"""Compiled rules over some facts -> the functions that apply them, made when first asked for.

Three kinds: `add` finds what new rows bring, `drop` what removed rows held up, `back` the ways to reach a
given fact.
"""

from __future__ import annotations

from collections.abc import Iterable

from summitry.graph.reasoning.compile import Horn, relation
from summitry.graph.reasoning.index import Facts
from summitry.graph.reasoning.joins import Backward, Clash, Found, Trigger, Writer
from summitry.graph.reasoning.terms import TYPE

__all__ = ["Backward", "Clash", "Found", "Plan", "Trigger"]


class Plan:
    """The functions of a set of rules over some facts, made when first asked for."""

    def __init__(self, horns: Iterable[Horn], facts: Facts, literals: bool = False) -> None:
        """`literals` keeps classes of literals, which no graph can say but some rules can use."""
        self.horns = tuple(horns)
        self.facts = facts
        self.literals = literals
        self._by_body: dict[int, list[tuple[int, int]]] = {}
        self._by_head: dict[int, list[int]] = {}
        self._made: dict[tuple[str, int], list[Trigger]] = {}
        self._first: dict[int, Trigger] = {}
        self._backward: dict[int, Backward] = {}
        for number, horn in enumerate(self.horns):
            for place, atom in enumerate(horn.body):
                self._by_body.setdefault(relation(atom), []).append((number, place))
        for number, horn in sorted(enumerate(self.horns), key=lambda each: _effort(each[1])):
            if horn.head:
                open_class = horn.head[1] == TYPE and isinstance(horn.head[2], str)
                self._by_head.setdefault(0 if open_class else relation(horn.head), []).append(number)

    def triggers(self, relation_: int, kind: str) -> list[Trigger]:
        """The functions that rows of a relation set off; `kind` is add or drop."""
        made = self._made.get((kind, relation_))
        if made is None:
            made = [self._trigger(n, place, kind) for n, place in self._by_body.get(relation_, ())]
            self._made[kind, relation_] = made
        return made

    def first(self, number: int, place: int) -> Trigger:
        """The function that finds all a rule brings, read from one of its premises."""
        if number not in self._first:
            self._first[number] = self._trigger(number, place, "add")
        return self._first[number]

    def concluding(self, relation_: int) -> list[int]:
        """The numbers of the rules whose conclusion may be a row of a relation, those that ask least first."""
        return self._by_head.get(relation_, []) + (self._by_head.get(0, []) if relation_ < 0 else [])

    def backward(self, number: int) -> Backward:
        """The function that yields the values of a rule's variables, given its conclusion's subject and
        object.
        """
        if number not in self._backward:
            writer = Writer(self.horns[number], number, self.facts, "back", self.literals)
            self._backward[number] = writer.backward()
        return self._backward[number]

    def _trigger(self, number: int, place: int, kind: str) -> Trigger:
        return Writer(self.horns[number], number, self.facts, kind, self.literals).trigger(place)


def _effort(horn: Horn) -> int:
    """What it takes to try a rule backwards: types of one node are looked up together, pairs one by one."""
    return sum(1 if atom[1] == TYPE else 10 for atom in horn.body)
