"""Rules -> the rules that the others do not imply: what the closed ontology says three times is tried once.

The classic test: take a rule's body as facts about nobody in particular, let the other rules work, and see
whether its head comes out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from summitry.graph.reasoning.compile import Arg, Atom, Horn, Step, relation
from summitry.graph.reasoning.terms import Fact

Names = dict[str, Arg]


def prune(horns: Iterable[Horn], stated: Container[Fact]) -> list[Horn]:
    """The rules that stated axioms give, and of the others those that are needed.

    Every stated axiom keeps its rule, needed or not: the shortest proof may use it.
    """
    kept = _Rules(sorted(horns, key=lambda horn: _distance(horn.step, stated)))
    for horn in reversed(kept.all):
        if _distance(horn.step, stated)[0] == 0:
            break
        kept.remove(horn)
        if not kept.imply(horn):
            kept.add(horn)
    needed = {id(horn) for horn in kept.present()}
    return [horn for horn in kept.all if id(horn) in needed]


def _distance(step: Step, stated: Container[Fact]) -> tuple[int, int]:
    """How many axioms of a rule were not stated, and how many steps it stands for."""
    parts = [_distance(each, stated) for each in step.premises if isinstance(each, Step)]
    here = sum(axiom not in stated for axiom in step.axioms)
    return here + sum(part[0] for part in parts), 1 + sum(part[1] for part in parts)


class _Rules:
    """Rules by the relations that they ask."""

    def __init__(self, horns: Iterable[Horn]) -> None:
        self.all = list(horns)
        self._single: dict[int, list[Horn]] = {}
        self._several: dict[frozenset[int], list[Horn]] = {}
        for horn in self.all:
            self.add(horn)

    def _place(self, horn: Horn) -> list[Horn]:
        if len(horn.body) == 1 and not horn.unequal:
            return self._single.setdefault(relation(horn.body[0]), [])
        return self._several.setdefault(frozenset(map(relation, horn.body)), [])

    def add(self, horn: Horn) -> None:
        self._place(horn).append(horn)

    def remove(self, horn: Horn) -> None:
        place = self._place(horn)
        place[:] = [each for each in place if each is not horn]

    def present(self) -> Iterator[Horn]:
        for place in (*self._single.values(), *self._several.values()):
            yield from place

    def imply(self, horn: Horn) -> bool:
        """Whether these rules reach the head from the body."""
        known = self._spread(set(horn.body))
        if horn.head in known:
            return True
        asked = {relation(atom) for atom in known}
        for keys, rules in self._several.items():
            if keys <= asked and any(self._reaches(rule, known, horn) for rule in rules):
                return True
        return horn.head is None and self._contradict(known)

    def _contradict(self, known: set[Atom]) -> bool:
        return any(
            rule.head is None and next(matches(rule.body, known, {}), None) is not None
            for atom in known
            for rule in self._single.get(relation(atom), ())
        )

    def _spread(self, known: set[Atom]) -> set[Atom]:
        """Adds what the rules with a single premise bring."""
        fresh = list(known)
        while fresh:
            atom = fresh.pop()
            for rule in self._single.get(relation(atom), ()):
                for names in matches(rule.body, {atom}, {}):
                    head = _put(rule.head, names) if rule.head else None
                    if head and head not in known:
                        known.add(head)
                        fresh.append(head)
        return known

    def _reaches(self, rule: Horn, known: set[Atom], horn: Horn) -> bool:
        unequal = {frozenset(pair) for pair in horn.unequal}
        for names in matches(rule.body, known, {}):
            pairs = [frozenset((names.get(str(a), a), names.get(str(b), b))) for a, b in rule.unequal]
            if not all(pair in unequal for pair in pairs):
                continue
            head = _put(rule.head, names) if rule.head else None
            if head == horn.head or (head and horn.head in self._spread({head})):
                return True
        return False


def matches(body: tuple[Atom, ...], known: Iterable[Atom], names: Names) -> Iterator[Names]:
    """The ways to find a body among known atoms, whose own variables count as constants."""
    if not body:
        yield names
        return
    for atom in known:
        wider = dict(names)
        if all(
            wider.setdefault(want, have) == have if isinstance(want, str) else want == have
            for want, have in zip(body[0], atom, strict=True)
        ):
            yield from matches(body[1:], known, wider)


def _put(atom: Atom, names: Names) -> Atom:
    s, p, o = (names.get(arg, arg) if isinstance(arg, str) else arg for arg in atom)
    return s, p, o
