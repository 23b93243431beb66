"""Units of one block -> the names of people in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summitry.graph.claims import Entity
from summitry.graph.mentions.holders import entity_of
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.name_words import DASHES, SITES, is_thing
from summitry.graph.mentions.roles import role_index
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_PLACES = (UnitKind.STATE, UnitKind.CITY, UnitKind.REGION)  # given names, too
_CROWNS = frozenset({"king", "queen", "emir", "sultan", "pope", "emperor"})
_DOCUMENTS = frozenset(
    "statute treaty accord agreement protocol convention declaration pact memorandum process".split()
)
_AGENCIES = frozenset(
    "Press Agency News Times Post Television Radio Broadcasting Network Herald Tribune Gazette Telegraph Daily".split()
)
_NAMED_FOR = frozenset("Club Conference Times Post University Airport International".split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name at units `first..last`, honorific included; `core` is the unit of the bare name."""

    first: int
    last: int
    start: int
    end: int
    name_start: int
    name_end: int
    anchored: bool
    entity: Entity | None


class NameReader(UnitReader):
    """Reads names where units begin them."""

    def name_at(self, i: int, anchored: bool = False) -> PersonName | None:
        """A person's name that begins at unit i: a known person, an honorific with a name, or (anchored) any capitals."""
        unit = self._at(i)
        if unit is None:
            return None
        if unit.kind is UnitKind.HONORIFIC:
            k = i
            while k + 1 < len(self._units) and (
                self._units[k + 1].kind is UnitKind.HONORIFIC or self._honoured(k + 1)
            ):
                k += 1
            inner = self.name_at(k + 1, anchored=True)
            return replace(inner, first=i, start=unit.start, anchored=True) if inner is not None else None
        if unit.kind is UnitKind.PERSON:
            return PersonName(i, i, unit.start, unit.end, unit.start, unit.end, True, entity_of(unit))
        if unit.kind is UnitKind.NAME and (self._paper(i) or is_thing(unit.text)):
            return None
        if unit.kind is UnitKind.NAME:
            return PersonName(i, i, unit.start, unit.end, unit.start, unit.end, anchored, None)
        following = self._at(i + 1)
        if not anchored or unit.kind not in _PLACES or following is None:
            return None
        if any(self._is(i - 1, word) for word in ("of", "in", "for", "from", "to")):
            return None
        if following.kind is UnitKind.NAME and following.start == unit.end + 1:  # "Israel Katz"
            return PersonName(i, i + 1, unit.start, following.end, unit.start, following.end, True, None)
        return None

    def _paper(self, i: int) -> bool:
        """ "Washington Post", "Riyadh, Asharq Al-Awsat — …": who reports."""
        unit, city, after = self._units[i], self._at(i - 2), self._at(i + 1)
        if unit.text.split()[-1] in _AGENCIES and " " in unit.text:
            return True
        dashed = after is not None and after.text in DASHES
        opens = i == 2 and city is not None and city.kind is UnitKind.CITY and self._is(1, ",")
        return dashed and opens

    def _honoured(self, k: int) -> bool:
        """ "Dr the Honourable X", "Maj.-Gen. X": what may stand between two titles."""
        after = self._at(k + 1)
        return (
            (self._is(k, "the") or self._is(k, "-"))
            and after is not None
            and after.kind is UnitKind.HONORIFIC
        )

    def state_after(self, last: int) -> Entity | None:
        """ "President Xi Jinping of China", "Mia Mottley, of Barbados,", "Luis Arce (Bolivia)": the state behind the name."""
        k = self.state_at(last)
        return entity_of(self._units[k]) if k is not None else None

    def state_at(self, last: int) -> int | None:
        """The unit of the state behind the name that ends at unit `last`."""
        if self._is(last + 1, "("):
            return last + 2 if self._state(last + 2) and self._is(last + 3, ")") else None
        comma = self._is(last + 1, ",")
        k = last + 2 if comma else last + 1
        if not self._is(k, "of"):
            return None
        k += 2 if self._is(k + 1, "the") else 1
        after = self._at(k + 1)
        closed = after is None or after.low in (",", ".", ";", "and", ")")
        return k if self._state(k) and (closed or not comma) else None

    def _state(self, k: int) -> bool:
        unit = self._at(k)
        return unit is not None and unit.kind is UnitKind.STATE


def crowned(units: list[Unit], name: PersonName, first: int) -> tuple[Post, ...]:
    """ "King Salman": the post in a known name; `first` is the unit at which its words begin."""
    unit = units[name.last]
    roles = role_index().get(unit.low.split()[0], ())
    title = next((role for role in roles if len(role.words) == 1 and role.role in _CROWNS), None)
    if unit.kind is not UnitKind.PERSON or title is None:
        return ()
    of = entity_of(units[first]) if first < name.first else None
    return (Post(title.role, of, units[first].start, name.end),)


def names_document(units: list[Unit], i: int) -> bool:
    """ "Rome Statute", "Minsk agreements", "Paris Club": the city only names something else."""
    unit, after = units[i], units[i + 1] if i + 1 < len(units) else None
    if unit.kind not in (UnitKind.CITY, UnitKind.REGION) or after is None or after.start != unit.end + 1:
        return False
    word = after.text.split()[0]
    return word.lower().rstrip("s") in _DOCUMENTS or word in _NAMED_FOR


def named_for(units: list[Unit], i: int) -> bool:
    """ "King Fahd airport", "Prince Sultan Air Base": whether a place is named for the name at unit i."""
    unit, after = units[i], units[i + 1] if i + 1 < len(units) else None
    own = unit.text.split()
    if unit.kind is UnitKind.NAME and len(own) > 1 and own[-1].lower() in SITES:
        return True
    if after is None or after.start != unit.end + 1 or after.kind not in (UnitKind.NAME, UnitKind.WORD):
        return False
    words = after.low.split()
    return words[-1] in SITES or (words[0] in SITES and after.kind is UnitKind.WORD)
