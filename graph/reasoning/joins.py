"""A compiled rule -> a Python function that joins its premises.

Generated source, as `dataclasses` generates methods: a rule over constant relations becomes two or three
nested loops over dictionaries, many times faster than interpreting the rule. The text is made of numbers and
of names that this module makes; nothing in it comes from data.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import cast

from summitry.graph.reasoning.compile import Arg, Atom, Horn, relation
from summitry.graph.reasoning.ends import shorter
from summitry.graph.reasoning.index import Facts, Row
from summitry.graph.reasoning.terms import SAME_AS, TYPE

Clash = tuple[int, ...]
"""The number of a rule, then the values of its body's variables in order: an inconsistency."""


@dataclass(slots=True)
class Found:
    """What a round brought: rows by relation, and inconsistencies."""

    rows: dict[int, set[Row]] = field(default_factory=dict)
    clashes: set[Clash] = field(default_factory=set)

    def sink(self, relation_: int) -> Callable[[Row], None]:
        """Where the rows of a relation go."""
        return self.rows.setdefault(relation_, set()).add

    def typed(self, pair: tuple[int, int]) -> None:
        """A type whose class only the data knew."""
        if pair[1] > 0:
            self.rows.setdefault(-pair[1], set()).add(pair[0])


Trigger = Callable[[Collection[Row], Found], None]
Backward = Callable[[Arg, Arg], Iterator[tuple[int, ...]]]


@lru_cache(maxsize=8192)
def _code(source: str) -> CodeType:
    """Compiled once: a store opened again, or an ontology closed in rounds, asks for the same joins."""
    return compile(source, "<joins>", "exec")


class Writer:
    """The source of one function, and the dictionaries that it reads."""

    def __init__(self, horn: Horn, number: int, facts: Facts, kind: str, literals: bool) -> None:
        self._horn, self._number, self._facts, self._kind, self._literals = (
            horn,
            number,
            facts,
            kind,
            literals,
        )
        self._names = {name: f"v{i}" for i, name in enumerate(horn.variables)}
        self._space: dict[str, object] = {"E": ()}
        self._lines: list[str] = []
        self._bound: set[str] = set()
        self._unequal = list(horn.unequal)
        self._depth = 1

    def trigger(self, place: int) -> Trigger:
        """The function that rows of the premise at a place set off."""
        atom = self._horn.body[place]
        if atom[1] == TYPE:
            self._put("for s in new:")
            self._tie(("s", atom[0]))
        else:
            self._put("for s, o in new:")
            self._tie(("s", atom[0]), ("o", atom[2]))
        self._join([each for i, each in enumerate(self._horn.body) if i != place])
        return cast(Trigger, self._compile("new, found", self._sinks()))

    def backward(self) -> Backward:
        """The function that yields the variables' values for a conclusion."""
        head = self._horn.head
        if head is None:
            raise ValueError("an inconsistency has no conclusion to start from")
        self._tie(("s", head[0]), ("o", head[2]))
        self._join(list(self._horn.body))
        return cast(Backward, self._compile("s, o", ["    if 0: yield"]))

    def _compile(self, arguments: str, before: list[str]) -> object:
        exec(_code("\n".join([f"def joined({arguments}):", *before, *self._lines])), self._space)
        return self._space["joined"]

    def _put(self, line: str) -> None:
        """Adds a line; one that ends in a colon opens a block."""
        self._lines.append("    " * self._depth + line)
        self._depth += line.endswith(":")

    def _tie(self, *values: tuple[str, Arg]) -> None:
        """Binds variables to names at hand, and compares where they are bound or constant."""
        for name, arg in values:
            if isinstance(arg, str) and arg not in self._bound:
                self._bound.add(arg)
                self._put(f"{self._names[arg]} = {name}")
            else:
                self._put(f"if {name} == {self._name(arg)}:")
        self._part()

    def _part(self) -> None:
        """Compares what the rule wants unequal, as soon as both are known."""
        for pair in list(self._unequal):
            if all(not isinstance(arg, str) or arg in self._bound for arg in pair):
                self._unequal.remove(pair)
                self._put(f"if {self._name(pair[0])} != {self._name(pair[1])}:")

    def _name(self, arg: Arg) -> str:
        return self._names[arg] if isinstance(arg, str) else str(arg)

    def _open(self, arg: Arg) -> bool:
        return isinstance(arg, str) and arg not in self._bound

    def _join(self, left: list[Atom]) -> None:
        while left:
            atom = min(left, key=self._cost)
            left.remove(atom)
            twin = self._twin(atom, left)
            if twin:
                left.remove(twin)
                self._meet(atom, twin)
            else:
                self._ask(atom)
        self._emit()

    def _cost(self, atom: Atom) -> int:
        """Tests first, then look-ups from one end, then whole relations."""
        return self._open(atom[0]) + (atom[1] != TYPE and self._open(atom[2])) * (
            1 if atom[0] != atom[2] else 0
        )

    def _twin(self, atom: Atom, left: list[Atom]) -> Atom | None:
        """A second property that asks for the same single unknown: both sides are then met, the smaller
        walked.
        """
        unknown = {arg for arg in atom if self._open(arg)}
        if atom[1] == TYPE or len(unknown) != 1 or atom[0] == atom[2]:
            return None
        for other in left:
            if (
                other[1] != TYPE
                and other[0] != other[2]
                and {arg for arg in other if self._open(arg)} == unknown
            ):
                return other
        return None

    def _meet(self, atom: Atom, twin: Atom) -> None:
        n = len(self._lines)
        self._put(f"x{n}, y{n} = {self._side(atom)}, {self._side(twin)}")
        if self._kind == "add":  # all of a closure is worked out so: nothing is called that need not be
            self._put(f"if len(y{n}) < len(x{n}): x{n}, y{n} = y{n}, x{n}")
        else:
            self._space["shorter"] = shorter
            self._put(f"if shorter(y{n}, x{n}): x{n}, y{n} = y{n}, x{n}")
        unknown = next(arg for arg in atom if self._open(arg))
        self._put(f"for o in x{n}:")
        self._put(f"if o in y{n}:")
        self._tie(("o", unknown))

    def _side(self, atom: Atom) -> str:
        """The look-up that gives the unknown end of a pair."""
        subject, predicate, obj = atom
        assert isinstance(predicate, int)
        if self._open(obj):
            self._space[f"f{predicate}"] = self._facts.forward(predicate).get
            return f"f{predicate}({self._name(subject)}, E)"
        self._space[f"b{predicate}"] = self._facts.backward(predicate).get
        return f"b{predicate}({self._name(obj)}, E)"

    def _ask(self, atom: Atom) -> None:
        subject, predicate, obj = atom
        if predicate == TYPE:
            name = self._class(relation(atom))
            if self._open(subject):
                self._put(f"for s in {name}:")
                self._tie(("s", subject))
            else:
                self._put(f"if {self._name(subject)} in {name}:")
        elif not self._open(subject) and not self._open(obj):
            self._put(f"if {self._name(obj)} in {self._forward(atom)}({self._name(subject)}, E):")
        elif self._open(subject) and self._open(obj):
            assert isinstance(predicate, int)
            self._space[f"i{predicate}"] = self._facts.forward(predicate).items
            self._put(f"for s, all_ in i{predicate}():")
            self._put("for o in all_:")
            self._tie(("s", subject), ("o", obj))
        else:
            self._put(f"for o in {self._side(atom)}:")
            self._tie(("o", obj if self._open(obj) else subject))

    def _class(self, relation_: int) -> str:
        self._space[f"m{-relation_}"] = self._facts.members(-relation_)
        return f"m{-relation_}"

    def _forward(self, atom: Atom) -> str:
        self._space[f"f{atom[1]}"] = self._facts.forward(int(atom[1])).get
        return f"f{atom[1]}"

    def _values(self) -> str:
        return "".join(self._names[name] + ", " for name in self._horn.variables)

    def _sinks(self) -> list[str]:
        head = self._horn.head
        if head is None:
            return ["    clash = found.clashes.add"]
        if head[1] == TYPE and isinstance(head[2], str):
            return ["    put = found.typed"]
        return [f"    put = found.sink({relation(head)}); clash = found.clashes.add"]

    def _emit(self) -> None:
        head, clash = self._horn.head, f"clash(({self._number}, {self._values()}))"
        if self._kind == "back":
            self._put(f"yield ({self._values()})")
        elif head is None:
            self._put(clash)
        elif head[1] == TYPE:
            self._emit_type(head, clash)
        else:
            self._emit_pair(head, clash)

    def _emit_pair(self, head: Atom, clash: str) -> None:
        subject, obj = self._name(head[0]), self._name(head[2])
        literal = self._literals or self._objects_only(head[0])
        if literal and head[1] == SAME_AS and self._kind == "add":
            # dt-diff: two values of a functional property are two values, not two names of one thing
            self._space["differ"] = self._facts.terms.differ
            self._put(f"if {subject} < 0 and {obj} < 0 and differ({subject}, {obj}): {clash}")
        if literal and not self._literals:
            self._put(f"if {subject} > 0:")
        test = "not in" if self._kind == "add" else "in"
        self._put(f"if {obj} {test} {self._forward(head)}({subject}, E): put(({subject}, {obj}))")

    def _emit_type(self, head: Atom, clash: str) -> None:
        subject = self._name(head[0])
        if isinstance(head[2], str):
            self._put(f"put(({subject}, {self._name(head[2])}))")
            return
        name = self._class(relation(head))
        if self._literals or self._objects_only(head[0]):
            if -relation(head) in self._facts.terms.datatypes and self._kind == "add":
                self._space["excludes"] = self._facts.terms.excludes
                self._put(f"if {subject} < 0 and excludes({-relation(head)}, {subject}): {clash}")
            if not self._literals:
                self._put(f"if {subject} > 0:")
        test = "not in" if self._kind == "add" else "in"
        self._put(f"if {subject} {test} {name}: put({subject})")

    def _objects_only(self, arg: Arg) -> bool:
        """Whether a variable may stand for a literal: it is never a subject in the body."""
        subjects = {atom[0] for atom in self._horn.body if atom[1] != TYPE}
        return isinstance(arg, str) and arg not in subjects
