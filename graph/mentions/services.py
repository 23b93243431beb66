"""Heads of services by the names of these: "director of the National Intelligence Service", "ISI chief"; governors of banks."""

from __future__ import annotations

from summitry.graph.claims import Entity
from summitry.graph.mentions.central_banks import GOVERNOR, governed
from summitry.graph.mentions.holders import holder
from summitry.graph.mentions.institutions import POSSESSIVES, is_institution
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_CHIEF = "intelligence chief"
_HEADS = frozenset({"head", "director", "director general", "master"})
_OWNERS = (UnitKind.STATE, UnitKind.DEMONYM, UnitKind.METONYM)
_WORDS = frozenset("of the and for".split())
_LONGEST = 10  # units of a service's name
_SECRET = "intelligence"


class Services(UnitReader):
    """Reads such posts in the units of one block."""

    def headed(self, i: int, first: int, last: int, role: str) -> tuple[str, int, int, Entity | None] | None:
        """The post at unit i where its words name a central bank or a secret service, their first and last unit, whose it is."""
        bank = governed(self._units, i, first, role)
        if bank is not None:
            return (GOVERNOR, *bank)
        if role not in _HEADS:
            return None
        service = self._behind(i, first) if self._is(i + 1, "of") else self._before(first, last)
        return (_CHIEF, *service) if service is not None else None

    def _behind(self, i: int, first: int) -> tuple[int, int, Entity | None] | None:
        owner, last = None, i
        for k in range(i + 2, min(i + _LONGEST, len(self._units))):
            unit = self._units[k]
            if unit.kind in _OWNERS:
                owner = owner or holder(unit)
            elif is_institution(unit) and unit.text[0].isupper():
                last = k
            elif self._acronym(k):
                last = k + 2
                break
            elif (
                unit.low not in _WORDS
                and unit.text != "General"
                and unit.text not in POSSESSIVES
                and not self._part(unit)
            ):
                break
        words = {word for unit in self._units[i + 1 : last + 1] for word in unit.low.split()}
        return (first, last, owner) if _SECRET in words else None

    def _before(self, first: int, last: int) -> tuple[int, int, Entity | None] | None:
        k = first - 1
        if k > 2 and self._acronym(k - 2):
            k -= 3
        start = k + 1
        while k >= 0 and k > first - _LONGEST and self._part(self._units[k]):
            start, k = k, k - 1
        words = {word for unit in self._units[start:first] for word in unit.low.split()}
        if _SECRET not in words:
            return None
        if k >= 0 and self._units[k].text in POSSESSIVES:
            k -= 1
        owner = holder(self._units[k]) if k >= 0 and self._units[k].kind in _OWNERS else None
        return (k if owner is not None else start), last, owner

    def _part(self, unit: Unit) -> bool:
        """Whether a unit may be a word of a service's name."""
        named = unit.kind in (UnitKind.WORD, UnitKind.NAME, UnitKind.BODY) and " " not in unit.text
        return unit.text == "-" or (unit.text[0].isupper() and (named or is_institution(unit)))

    def _acronym(self, k: int) -> bool:
        """ "(NIS)": the short name, in brackets."""
        unit = self._at(k + 1)
        return self._is(k, "(") and self._is(k + 2, ")") and unit is not None and unit.text.isupper()
