"""Posts at councils and committees: "Libya's Presidency Council head", "deputy head of parliament's budget committee"."""

from __future__ import annotations

import re

from summitry.graph.claims import Entity
from summitry.graph.mentions.holders import entity_of
from summitry.graph.mentions.institutions import POSSESSIVES
from summitry.graph.mentions.roles import CHAMBERS
from summitry.graph.mentions.units import UnitKind, UnitReader

_PANELS = frozenset(
    "committee commission office department group faction delegation secretariat service panel".split()
)
_RULING = re.compile(
    r"\b(?:sovereign|presiden|leadership|transition|supreme|military|ruling|governing)\w*\b.*\bcouncil\b",
    re.I | re.S,
)
_OTHERS = re.compile(r"\b(?:security|judicial|judiciary|economic|defen[cs]e|islamic)\b", re.I)


def rules_state(words: str) -> bool:
    """Whether the words of a post name a council that rules a state."""
    return _RULING.search(words) is not None and _OTHERS.search(words) is None


class Councils(UnitReader):
    """Tells the posts at such bodies apart, in the units of one block."""

    def of_panel(self, i: int) -> bool:
        """ "deputy head of parliament's budget committee": a post at something smaller than its words say."""
        words = self._units[i].low.split()
        after = self._at(i + 1)
        if "of" not in words or words[-1] not in CHAMBERS or after is None or after.text not in POSSESSIVES:
            return False
        return any(unit.low.split()[-1] in _PANELS for unit in self._units[i + 2 : i + 6])

    def rules(self, first: int, last: int, role: str) -> bool:
        """ "Libya's Presidential Council head", "head of Sudan's Sovereign Council": a chair, whatever else its holder is."""
        words = " ".join(unit.text for unit in self._units[first : last + 1])
        return rules_state(words) and (role == "head" or "sovereign" in words.lower())

    def alone(self, i: int, last: int) -> list[Entity]:
        """ "head of the Supreme Council of the Armed Forces": the body, where no state is named beside it."""
        units = self._units[i + 1 : last + 1]
        if any(unit.kind in (UnitKind.STATE, UnitKind.DEMONYM, UnitKind.METONYM) for unit in units):
            return []
        return [e for unit in units if unit.kind is UnitKind.BODY and (e := entity_of(unit)) is not None]

    def past_brackets(self, k: int) -> tuple[int, str | None]:
        """ "Transitional Military Council (TMC) head": the unit before a short name in brackets that ends at unit k, and that."""
        short = self._at(k - 1)
        closed = k > 2 and self._units[k].text == ")" and self._is(k - 2, "(")
        return (k - 3, short.text) if closed and short is not None and short.text.isupper() else (k, None)

    def before(self, k: int) -> int:
        """ "Libya's Presidency Council head": the unit before the name of a council that a state's name stands before."""
        start = k
        while self._at(start) is not None and self._units[start].kind in (UnitKind.WORD, UnitKind.NAME) and self._units[start].text[0].isupper():  # fmt: skip
            start -= 1
        named = self._units[k].low.split()[-1:] == ["council"] if self._at(k) is not None else False
        before = self._at(start)
        owned = before is not None and (before.text in POSSESSIVES or before.kind is UnitKind.DEMONYM)
        ruling = named and rules_state(" ".join(unit.text for unit in self._units[start + 1 : k + 1]))
        return start if (named and owned) or ruling else k
