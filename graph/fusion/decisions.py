"""What users have decided: that two people, or two events, are the same, or are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Verdict(StrEnum):
    """What was decided of two sides."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Mark:
    """That a claim was on one side (0 or 1) of a decision."""

    decision: str
    side: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: `one` and `other` are the keys of two people, or the IRIs of the claims of two events."""

    key: str
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def of_people(self) -> bool:
        """True if it is about people, not events."""
        return self.one[0].startswith("person/")


@dataclass(frozen=True)
class Decisions:
    """All decisions, as fusion asks for them."""

    every: tuple[Decision, ...] = ()

    @cached_property
    def marks(self) -> Mapping[str, tuple[Mark, ...]]:
        """The IRI of a claim -> the sides it is on."""
        found: dict[str, tuple[Mark, ...]] = {}
        for decision in sorted(self.every, key=lambda decision: decision.key):
            if not decision.of_people:
                for side, claims in enumerate((decision.one, decision.other)):
                    for claim in claims:
                        mark = Mark(decision.key, side, decision.verdict)
                        found[claim] = (*found.get(claim, ()), mark)
        return found

    def pairs(self, verdict: Verdict) -> frozenset[tuple[str, str]]:
        """The pairs of people with this verdict, each in the order of the alphabet."""
        return frozenset(
            (min(decision.one[0], decision.other[0]), max(decision.one[0], decision.other[0]))
            for decision in self.every
            if decision.of_people and decision.verdict is verdict
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """Everybody about whom something was decided."""
        return frozenset(key for one in self.every if one.of_people for key in (*one.one, *one.other))


NONE = Decisions()
"""Where nobody has decided anything."""


def grouped(
    keys: Iterable[str],
    links: Iterable[tuple[int, str, str]],
    barred: frozenset[tuple[str, str]],
) -> list[list[str]]:
    """The keys in groups that links make, the strongest (lowest) first; none joins what is barred."""
    group = {key: {key} for key in keys}
    for _, a, b in sorted(links):
        one, other = group[a], group[b]
        if one is other or any((min(x, y), max(x, y)) in barred for x in one for y in other):
            continue
        one |= other
        for key in other:
            group[key] = one
    return sorted({id(members): sorted(members) for members in group.values()}.values())
