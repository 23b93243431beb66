"""A change of the claims -> the groups of claims that have to be fused again: found from their neighbours alone."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from summitry.graph.build.desk import Desk
from summitry.graph.build.ledger import BLOCK, PLACE, SEEKS
from summitry.graph.fusion import Groups, sought_by


def regrouped(desk: Desk) -> list[list[str]]:
    """The groups, as they are after the change, of the claims whose groups may have changed; claims by IRI."""
    groups = Groups(_Entered(desk))
    stirred = groups.stirred(desk.touched, desk.vacated, desk.lost)
    return sorted(sorted(group) for group in {groups.group(claim) for claim in stirred})


class _Entered:
    """`Claims` as the ledger of a desk has them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._keys: dict[str, list[str]] = {}
        self._holding: dict[str, list[str]] = {}

    def keys(self, claim: str) -> list[str]:
        if claim not in self._keys:
            self._keys[claim] = self._desk.ledger.texts(NamedNode(claim), BLOCK)
        return self._keys[claim]

    def holding(self, key: str) -> list[str]:
        if key not in self._holding:
            self._holding[key] = [node.value for node in self._desk.ledger.subjects(BLOCK, key)]
        return self._holding[key]

    def places(self, claim: str) -> list[str]:
        return self._desk.ledger.texts(NamedNode(claim), PLACE)

    def lying(self, place: str) -> Iterator[str]:
        return (node.value for node in self._desk.ledger.each(PLACE, place))

    def sought(self, claim: str) -> tuple[frozenset[str], ...]:
        return sought_by(self._desk.report(NamedNode(claim)), self.keys(claim))

    def seeking(self, place: str) -> list[str]:
        return [node.value for node in self._desk.ledger.subjects(SEEKS, place)]
