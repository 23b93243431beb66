"""A post -> the names that stand behind it: in apposition, in a list, with a state of their own."""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.claims import Entity
from summitry.graph.mentions.ministers import charges
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.person_names import NameReader, PersonName
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_LANDS = frozenset({UnitKind.STATE, UnitKind.DEMONYM, UnitKind.REGION, UnitKind.ORGANISATION})
_SIDES = frozenset("north south east west northern southern eastern western central near middle asian african european eurasian hemisphere "
                   "inter-american latin american pacific the islands".split())  # fmt: skip
_SEPARATORS = ("—", "–", "-", ":")
_COMPANIONS = frozenset(
    "mentor rival ally friend confidant confidante protege protégé protégée namesake patron foe adversary nemesis critic "
    "supporter brother father son cousin nephew uncle brother-in-law father-in-law son-in-law opponent partner aide".split()
)
_STOPS = frozenset(", . ; : ( ) who which that said says is was has had will and to".split())


class PostNames(UnitReader):
    """Reads the names behind posts, in the units of one block."""

    def __init__(self, units: list[Unit], names: NameReader) -> None:
        super().__init__(units)
        self._names = names

    def names_after(self, last: int, post: Post, role: Unit) -> list[tuple[PersonName, Entity | None]]:
        """The names behind the post whose words end at unit `last`, each with the state behind it."""
        k = self._charge(last) if not role.plural else last + 1
        comma = self._is(k, ",") or (
            role.plural and self._at(k) is not None and self._units[k].text in _SEPARATORS
        )
        while comma and self._at(k) is not None and self._units[k].text in (",", *_SEPARATORS):
            k += 1
        if comma and not role.plural:
            k = self._described(k)
        if comma and self._is(k, "the"):
            return []
        if not role.plural:
            k = self._companion(k)
        after = self._at(k)
        titles = ("senator",) if comma else ("ambassador", "senator")
        if after is not None and after.kind is UnitKind.ROLE and after.role in titles:
            k += 1
        name = self._names.name_at(k, anchored=True)
        if name is None or (comma and not self._closes(name, role)):
            return []
        names = [(name, self._names.state_after(name.last))]
        if not role.plural:
            return self._with_state(names)
        k = self.end_of(names[-1])
        while len(names) < 8 and (self._is(k + 1, ",") or self._is(k + 1, "and")):
            step = 2 if self._is(k + 1, ",") and self._is(k + 2, "and") else 1
            following = self._names.name_at(k + step + 1, anchored=True)
            if following is None:
                break
            names.append((following, self._names.state_after(following.last)))
            k = self.end_of(names[-1])
        return self._with_state(names)

    def _described(self, k: int) -> int:
        """ "the retired general X", "the Nicaraguan priest Y", "Chilean Z": the unit at which the name begins."""
        first = self._at(k)
        if first is None or not (first.low in ("the", "a", "an") or first.kind is UnitKind.DEMONYM):
            return k
        start = at = k if first.kind is UnitKind.DEMONYM else k + 1
        while self._at(at) is not None and at < start + 4:
            unit = self._units[at]
            plain = unit.kind is UnitKind.WORD and unit.text.isalpha() and unit.low not in _STOPS
            if not (unit.kind is UnitKind.DEMONYM or (plain and unit.text.islower())):
                break
            at += 1
        name = self._names.name_at(at, anchored=True) if at > k else None
        whole = name is not None and (name.entity is not None or " " in self._units[name.last].text)
        return at if whole else k

    def _companion(self, k: int) -> int:
        """ "predecessor and long-time rival X": the unit behind what else somebody is to the same person."""
        end = k + 2
        while self._is(k, "and") and self._at(end - 1) is not None and end < k + 5:
            if self._units[end - 1].low in _COMPANIONS:
                named = self._name_here(end + 1 if self._is(end, ",") else end)
                return (end + 1 if self._is(end, ",") else end) if named else k
            if not self._units[end - 1].text.islower():
                return k
            end += 1
        return k

    def _name_here(self, k: int) -> bool:
        name = self._names.name_at(k, anchored=True)
        return name is not None and (name.entity is not None or " " in self._units[name.last].text)

    def _charge(self, last: int) -> int:
        """ "commissioner for children's rights, X": the unit behind what the post is for."""
        k = last + 1
        if self._at(k) is None or self._units[k].low not in ("for", "on"):
            return k
        end = k + 1
        while self._at(end) is not None and end < k + 8 and self._charged(end):
            end += 1
        name = self._names.name_at(end, anchored=True) if end > k + 1 else None
        if name is not None and " " in self._units[name.last].text:
            return end  # "for Intelligence and Security X"
        while self._at(end) is not None and end < k + 8 and self._units[end].low not in _STOPS:
            end += 1
        name = self._names.name_at(end + 1) if self._is(end, ",") else None
        return k if name is None or " " not in self._units[name.last].text else end

    def _charged(self, end: int) -> bool:
        """A word of what somebody is responsible for: "East Asian and Pacific Affairs" has the names of lands, too."""
        unit = self._units[end]
        placed = unit.kind in _LANDS or unit.low in _SIDES
        return set(unit.low.split()) <= charges() or (
            placed and any(u.low in ("affairs", "relations") for u in self._units[end + 1 : end + 6])
        )

    def _with_state(
        self, names: list[tuple[PersonName, Entity | None]]
    ) -> list[tuple[PersonName, Entity | None]]:
        return [(self.through(name, state), state) for name, state in names]

    def through(self, name: PersonName, state: Entity | None) -> PersonName:
        """The name with the "of China" behind it, so that the words belong to one mention."""
        if state is None:
            return name
        last = self.end_of((name, state))
        return replace(name, last=last, end=self._units[last].end)

    def end_of(self, found: tuple[PersonName, Entity | None]) -> int:
        """The last unit of a name with the state behind it."""
        name, state = found
        k = self._names.state_at(name.last) if state is not None else None
        if k is None:
            return name.last
        return k + 1 if self._is(k + 1, ")") else k

    def _closes(self, name: PersonName, role: Unit) -> bool:
        """Whether the name after a comma is an apposition and not the next item of a list."""
        if role.plural:
            return True
        if name.entity is None and name.first == name.last and " " not in self._units[name.last].text:
            return False
        last = self.end_of((name, self._names.state_after(name.last)))
        after = self._at(last + 1)
        if after is None or after.text in (",", ".", ")", ";", ":", "—", "–", "-"):
            return not (after is not None and after.text == "," and self._list_goes_on(last + 2))
        if (
            after.low == "and"
            and self._at(last + 2) is not None
            and self._units[last + 2].low in ("his", "her")
        ):
            return True  # "the head of the council, X and his deputy"
        return after.low not in ("and", "or", "of") and self._units[name.last].kind is not UnitKind.WORD

    def _list_goes_on(self, k: int) -> bool:
        """Whether what follows the comma is another bare name: "the minister, A, B and C"."""
        name = self._names.name_at(k)
        return name is not None and (self._is(name.last + 1, ",") or self._is(name.last + 1, "and"))
