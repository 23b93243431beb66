"""Why a fact holds: the shortest proof, or several, found backwards from the fact when somebody asks.

Nothing is recorded while rules run. A rule whose conclusion fits the fact is matched against what is there,
its premises likewise, down to what was stated. Proofs are never circular: a fact is not among its own
reasons.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice, product

from summitry.graph.reasoning.compile import Atom, Horn, Step, at
from summitry.graph.reasoning.index import Ground, key, row
from summitry.graph.reasoning.plan import Clash, Plan
from summitry.graph.reasoning.terms import Fact, Terms

_MANY = 200
"""Ways of one rule to one fact that are looked at: everybody who ever met somebody is a reason for his being
one.
"""
_BUDGET = 20_000
"""Facts looked at for one proof, once a proof was found."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A fact and why it holds: a rule of the W3C tables with its axioms and premises; no rule where it was
    stated.
    """

    fact: Fact | None
    rule: str | None = None
    axioms: tuple[Fact, ...] = ()
    premises: tuple[Proof, ...] = ()

    @property
    def size(self) -> int:
        """How many rules the proof applies."""
        return (self.rule is not None) + sum(each.size for each in self.premises)

    def leaves(self) -> Iterator[Fact]:
        """The stated facts that the proof ends in."""
        if self.rule is None and self.fact is not None:
            yield self.fact
        for each in self.premises:
            yield from each.leaves()

    def steps(self) -> Iterator[Proof]:
        """The proof and all its parts that apply a rule."""
        if self.rule is not None:
            yield self
        for each in self.premises:
            yield from each.steps()


@dataclass(frozen=True, slots=True)
class Way:
    """One rule that gives a fact, with values for its variables."""

    horn: Horn
    names: tuple[tuple[str, int], ...]
    premises: tuple[Fact, ...]
    steps: int


class Prover:
    """Finds proofs in a closed graph."""

    def __init__(self, ground: Ground, plan: Plan) -> None:
        self._ground, self._plan = ground, plan
        self._ways: dict[Fact, list[Way]] = {}
        self._sizes = [_steps(horn.step) for horn in plan.horns]

    def prove(self, fact: Fact) -> Proof | None:
        """The proof with the fewest steps; None where nothing gives the fact."""
        if self._stated(fact):
            return Proof(fact)
        best = self._cheapest(fact)
        return self._build(fact, best) if fact in best else None

    def proofs(self, fact: Fact, limit: int = 10) -> list[Proof]:
        """Up to `limit` different proofs, the shortest first."""
        first = self.prove(fact)
        if first is None or first.rule is None:
            return [first] if first else []
        budget = [_BUDGET]
        others = [each for each in self._several(fact, frozenset(), limit + 1, budget) if each != first]
        return [first, *others][:limit]

    def refute(self, clash: Clash) -> Proof:
        """The proof of an inconsistency: a conclusion that cannot be, with its premises proved."""
        horn = self._plan.horns[clash[0]]
        names = dict(zip(horn.variables, clash[1:], strict=True))
        found = {atom: self.prove(at(atom, names)) or Proof(at(atom, names)) for atom in horn.body}
        whole = _unroll(horn.step, names, found)
        if horn.head is None:
            return whole
        rule = "dt-not-type" if key(at(horn.head, names)) < 0 else "dt-diff"
        return Proof(None, rule, (), (whole,))

    def _stated(self, fact: Fact) -> bool:
        return self._ground.stated(key(fact), row(fact))

    def _cheapest(self, goal: Fact) -> dict[Fact, tuple[int, Way]]:
        """Level by level backwards until no longer proof can be cheaper."""
        frontier, level = [goal], 0
        seen = {goal}
        best: dict[Fact, tuple[int, Way]] = {}
        while frontier:
            following: list[Fact] = []
            for each in frontier:
                for way in self.ways(each):
                    fresh = [one for one in way.premises if one not in seen and not self._stated(one)]
                    seen.update(fresh)
                    following.extend(fresh)
            level += 1
            best = self._settle(seen.difference(following))
            # Whatever is still to be looked at lies `level` steps below the goal and takes one of its own.
            if goal in best and (best[goal][0] <= level + 1 or len(seen) > _BUDGET):
                break
            frontier = following
        return best

    def _settle(self, facts: set[Fact]) -> dict[Fact, tuple[int, Way]]:
        """The cheapest way to each fact that is provable so far (Knuth's generalisation of Dijkstra)."""
        uses: dict[Fact, list[tuple[Fact, Way]]] = {}
        open_: dict[int, int] = {}
        queue: list[tuple[int, tuple[object, ...], int, Fact, Way]] = []
        tick = count()
        for each in facts:
            for way in self.ways(each):
                asked = {one for one in way.premises if not self._stated(one)}
                open_[id(way)] = len(asked)
                if not asked:
                    heapq.heappush(queue, (way.steps, self._order(way), next(tick), each, way))
                for one in asked:
                    uses.setdefault(one, []).append((each, way))
        best: dict[Fact, tuple[int, Way]] = {}
        while queue:
            cost, _, _, each, way = heapq.heappop(queue)
            if each in best:
                continue
            best[each] = cost, way
            for user, using in uses.get(each, ()):
                open_[id(using)] -= 1
                if not open_[id(using)] and user not in best:
                    total = using.steps + sum(best[one][0] for one in using.premises if one in best)
                    heapq.heappush(queue, (total, self._order(using), next(tick), user, using))
        return best

    def _order(self, way: Way) -> tuple[object, ...]:
        """Between equals, the same choice every time, whatever the numbers."""
        terms = self._ground.terms
        return (way.horn.step.name, *(str(terms[number]) for each in way.premises for number in each))

    def ways(self, fact: Fact) -> list[Way]:
        """The rules that give a fact from what is there."""
        known = self._ways.get(fact)
        if known is None:
            known = [way for way in self._find(fact) if fact not in way.premises]
            self._ways[fact] = known
        return known

    def _find(self, fact: Fact) -> Iterator[Way]:
        for number in self._plan.concluding(key(fact)):
            horn = self._plan.horns[number]
            variables = horn.variables
            found = self._plan.backward(number)(fact[0], fact[2])
            for values in islice(dict.fromkeys(islice(found, 4 * _MANY)), _MANY):
                names = dict(zip(variables, values, strict=True))
                premises = tuple(at(atom, names) for atom in horn.body)
                yield Way(horn, tuple(names.items()), premises, self._sizes[number])

    def _build(self, fact: Fact, best: dict[Fact, tuple[int, Way]]) -> Proof:
        if self._stated(fact):
            return Proof(fact)
        way = best[fact][1]
        parts = {one: self._build(one, best) for one in way.premises}
        return self._apply(way, parts)

    def _apply(self, way: Way, parts: dict[Fact, Proof]) -> Proof:
        found = {atom: parts[one] for atom, one in zip(way.horn.body, way.premises, strict=True)}
        return _unroll(way.horn.step, dict(way.names), found)

    def _several(self, fact: Fact, path: frozenset[Fact], limit: int, budget: list[int]) -> list[Proof]:
        if self._stated(fact):
            return [Proof(fact)]
        budget[0] -= 1
        if fact in path or budget[0] < 0:
            return []
        found: dict[Proof, None] = {}
        for way in sorted(self.ways(fact), key=self._order):
            choices = []
            for one in way.premises:
                choices.append(self._several(one, path | {fact}, limit, budget))
                if not choices[-1]:
                    break
            else:
                for parts in islice(product(*choices), limit):
                    found[self._apply(way, dict(zip(way.premises, parts, strict=True)))] = None
        return sorted(found, key=lambda proof: proof.size)[:limit]


def _steps(step: Step) -> int:
    return 1 + sum(_steps(each) for each in step.premises if isinstance(each, Step))


def _unroll(step: Step, names: dict[str, int], found: dict[Atom, Proof]) -> Proof:
    """A compiled rule's steps in the words of the tables, with values for the variables."""
    premises = tuple(
        _unroll(each, names, found) if isinstance(each, Step) else found[each] for each in step.premises
    )
    return Proof(at(step.head, names) if step.head else None, step.name, step.axioms, premises)


def show(proof: Proof, terms: Terms, depth: int = 0) -> str:
    """A proof as indented lines, for eyes that know the numbers' terms."""
    said = " ".join(str(terms[number]) for number in proof.fact) if proof.fact else "contradiction"
    line = "  " * depth + said + f"   [{proof.rule or 'stated'}]"
    return "\n".join([line, *(show(each, terms, depth + 1) for each in proof.premises)])
