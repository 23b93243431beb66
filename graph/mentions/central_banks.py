"""Posts at central banks called after their states: "Bank of Japan Governor X", "the governor of the Bank of England, Y"."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Entity
from summitry.graph.mentions.holders import entity_of
from summitry.graph.mentions.units import Unit, UnitKind

GOVERNOR = "central bank governor"
_HEADS = frozenset({"governor", "president", "head"})
_KINDS = frozenset({"central", "reserve", "national", "state", "the"})


def governed(units: Sequence[Unit], i: int, first: int, role: str) -> tuple[int, int, Entity | None] | None:
    """The first and last unit of the words of such a post, whose role stands at unit i, and the bank's state."""
    if role not in _HEADS:
        return None
    state = units[i - 1] if i else None
    if state is not None and _is_bank_of(units, i - 1):
        start = i - 3
        while start and units[start - 1].low in _KINDS:
            start -= 1
        return min(start, first), i, entity_of(state)
    k = i + 2
    while k < len(units) and units[i + 1].low == "of" and units[k].low in _KINDS:
        k += 1
    if i + 1 < len(units) and units[i + 1].low == "of" and _is_bank_of(units, k + 2):
        return first, k + 2, entity_of(units[k + 2])
    return None


def _is_bank_of(units: Sequence[Unit], k: int) -> bool:
    """Whether unit k is the state behind "… Bank of"."""
    return (
        2 <= k < len(units)
        and units[k].kind is UnitKind.STATE
        and units[k - 1].low == "of"
        and units[k - 2].text.endswith("Bank")
    )
