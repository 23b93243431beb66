"""Reads one post out of the units around a role word: whose it is, former or not, and how far the words go."""

from __future__ import annotations

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.roles import CHAMBERS, FORMER, HEIRS, PARLIAMENTS, QUALIFIERS
from summitry.graph.mentions.units import Unit, UnitKind

_OFFICE = frozenset("foreign external home ministry defence defense interior government army military navy parliament parliamentary "
                    "state department council cabinet palace house senate finance justice trade energy policy security affairs "
                    "presidency information political economic personal close long-time party regional".split())  # fmt: skip
_OF_KINDS = (
    UnitKind.STATE,
    UnitKind.DEMONYM,
    UnitKind.ORGANISATION,
    UnitKind.METONYM,
    UnitKind.BODY,
    UnitKind.REGION,
)
_OWNERS = (UnitKind.PERSON, UnitKind.NAME)
_STAFF = frozenset({"spokesperson", "adviser", "special envoy", "chief of staff"})
_DEPARTMENTS = frozenset(
    "ministry department office council cabinet palace presidency committee army navy".split()
)
_RULERS = frozenset(
    {"mayor", "governor", "crown prince", "ruler", "emir", "deputy emir"}
)  # a city may have one
_CHAIRS = frozenset({"president", "chairman", "head", "leader", "speaker"})
_ABROAD = frozenset(
    {"ambassador", "special envoy", "high commissioner", "consul general", "charge d'affaires"}
)
_PAIRS = frozenset({"countries", "states", "nations", "sides", "neighbours", "neighbors", "republics"})
_COUNTS = frozenset("two both three four five six seven".split())
_GROUPS = frozenset("organization organisation alliance bloc union body commission association".split())
_POSSESSIVES = ("'s", "’s", "ʼs", "'", "’")
_BRIDGE = frozenset("the upper lower house national supreme people state federal of parliament assembly senate council and "
                    "country republic".split())  # fmt: skip


def entity_of(unit: Unit) -> Entity | None:
    """The entity that a unit of the gazetteer stands for: the state for a demonym or a seat of power."""
    if not unit.entries:
        return None
    entry = unit.entries[0]
    written = unit.text
    if unit.kind is UnitKind.METONYM and entry.state and entry.state != entry.key:
        return Entity(EntityKind.STATE, entry.state_name, entry.state, written)
    return entry_entity(entry, written)


def entry_entity(entry: Entry, written: str) -> Entity:
    """The gazetteer's entry as an entity of a finding."""
    return Entity(entry.kind, entry.name, entry.key, written)


def capital_owner(unit: Unit) -> Entity | None:
    """The state of a city that is named for it: "Washington's special representative"."""
    entry = unit.entries[0] if unit.entries else None
    if entry is None or not entry.state:
        return None
    return Entity(EntityKind.STATE, entry.state_name, entry.state, unit.text)


class PostReader:
    """Reads posts from the units of one block."""

    def __init__(self, text: str, units: list[Unit]) -> None:
        self._text = text
        self._units = units

    def read(self, i: int) -> tuple[tuple[Post, ...], int, int]:
        """The posts stated by the role at unit i, with the first and last unit of their words.

        A plural role may state several ("the Russian and Turkish presidents").
        """
        unit = self._units[i]
        first, owners, former, boss = self._left(i, unit.role)
        last, after = self._right(i, unit.role)
        if after and not (owners and unit.role == "ambassador"):
            owners = after
        counterpart = unit.role in ("counterpart", *HEIRS)
        former = former or HEIRS.get(unit.role, False)
        role = unit.role
        if role in _CHAIRS:
            chamber = self._chamber(i, last)
            if chamber is not None:
                role, last = "speaker", chamber
        if role in ("master", "head", "leader") and self._seat_of_power(first, last):
            role = "president"
        elif role == "master":
            return (), first, last
        span = (self._units[first].start, self._units[last].end)
        states: list[Entity | None] = list(owners) or [None]
        posts = tuple(Post(role, of, *span, former, counterpart, boss) for of in states)
        return posts, first, last

    def _chamber(self, i: int, last: int) -> int | None:
        """ "president of Mexico's Senate", "head of the National Assembly of Benin": the last unit of the words."""
        if self._at(i + 1) is None or self._units[i + 1].low != "of":
            return None
        if last == i:  # "Chairwoman of the National Assembly X"
            return self._within(i, PARLIAMENTS)
        words = {u.low for u in self._units[i + 2 : last]}
        if words & CHAMBERS and words <= PARLIAMENTS | {"of", "'s", "’s"}:
            return last
        k = last + 1
        if last == i or self._at(k) is None or self._units[k].text not in _POSSESSIVES:
            return None
        end = k
        while (
            self._at(end + 1) is not None and set(self._units[end + 1].low.split()) <= PARLIAMENTS | CHAMBERS
        ):
            end += 1
        named = {word for u in self._units[k + 1 : end + 1] for word in u.low.split()}
        return end if named & CHAMBERS else None

    def _within(self, i: int, known: frozenset[str]) -> int | None:
        """The last unit of "of the National Assembly", "of the foreign ministry", where a name or comma follows."""
        end = i + 1
        while self._at(end + 1) is not None and self._units[end + 1].low in known:
            end += 1
        named = {u.low for u in self._units[i + 2 : end + 1]}
        after = self._at(end + 1)
        closed = after is not None and (
            after.kind in _OWNERS or after.kind is UnitKind.HONORIFIC or after.text == ","
        )
        return end if closed and named & (CHAMBERS | _DEPARTMENTS) else None

    def _seat_of_power(self, first: int, last: int) -> bool:
        """ "the master of the Kremlin", "the Kremlin chief", "the White House boss": a president."""
        seats = ("kremlin", "white house", "elysee palace", "élysée", "elysée", "elysee", "blue house")
        return any(
            u.kind is UnitKind.METONYM and u.low.removeprefix("the ") in seats
            for u in self._units[first : last + 1]
        )

    # ------------------------------------------------------------------ to the left

    def _left(self, i: int, role: str) -> tuple[int, list[Entity], bool, str | None]:
        former = False
        k = i - 1
        first = i
        while k >= 0:
            unit = self._units[k]
            if unit.kind is UnitKind.WORD and unit.text == "-" and k and self._units[k - 1].low in FORMER:
                former, first, k = True, k - 1, k - 2
            elif unit.low in FORMER:
                former, first, k = True, k, k - 1
            elif (
                unit.kind is UnitKind.WORD
                and (unit.low in QUALIFIERS or (role in _STAFF and unit.low in _OFFICE))
            ) or (
                unit.kind is UnitKind.ROLE
                and role in _STAFF
                and unit.low in ("president", "foreign minister")
            ):
                first, k = k, k - 1
            else:
                break
        return self._owner(k, first, former, role)

    def _owner(
        self, k: int, first: int, former: bool, role: str
    ) -> tuple[int, list[Entity], bool, str | None]:
        unit = self._at(k)
        if unit is None:
            return first, [], former, None
        if unit.kind is UnitKind.DEMONYM:
            return self._demonyms(k, former)
        if unit.kind in (UnitKind.METONYM, UnitKind.ORGANISATION, UnitKind.BODY, UnitKind.STATE):
            entity = _holder(unit)
            first, former = self._earlier_former(k, k, former)
            return first, [entity] if entity else [], former, None
        if unit.text in _POSSESSIVES:
            return self._possessor(k, first, former, role)
        if unit.kind in _OWNERS and (role in _STAFF or (unit.text.isupper() and len(unit.text) > 1)):
            return k, [], former, unit.text  # "Putin aide"; an unknown acronym owns the post too
        return first, [], former, None

    def _demonyms(self, k: int, former: bool) -> tuple[int, list[Entity], bool, str | None]:
        """One demonym, or several: "the Russian, Turkish and Iranian presidents"."""
        owners = [entity_of(self._units[k])]
        first = k
        k -= 1
        while k > 0:
            step = k
            while step >= 0 and self._units[step].low in (",", "and"):
                step -= 1
            if step == k or step < 0 or self._units[step].kind is not UnitKind.DEMONYM:
                break
            owners.insert(0, entity_of(self._units[step]))
            first, k = step, step - 1
        first, former = self._earlier_former(first, first, former)
        return first, [o for o in owners if o is not None], former, None

    def _earlier_former(self, k: int, first: int, former: bool) -> tuple[int, bool]:
        """ "former Russian president": the word before the state."""
        before = self._at(k - 1)
        if before is None:
            return first, former
        if before.low in FORMER:
            return k - 1, True
        if before.text == "-" and self._at(k - 2) is not None and self._units[k - 2].low in FORMER:
            return k - 2, True
        if (
            before.kind is UnitKind.WORD
            and before.low in QUALIFIERS
            and before.low not in ("his", "her", "their", "its")
        ):
            return k - 1, former
        return first, former

    def _possessor(
        self, k: int, first: int, former: bool, role: str
    ) -> tuple[int, list[Entity], bool, str | None]:
        owner = self._at(k - 1)
        if owner is None:
            return first, [], former, None
        if owner.kind in _OWNERS:
            return k - 1, [], former, owner.text
        if owner.kind is UnitKind.CITY and role not in _RULERS:
            state = capital_owner(owner)
            return (k - 1, [state], former, None) if state is not None else (first, [], former, None)
        entity = _holder(owner)
        return (k - 1, [entity], former, None) if entity is not None else (first, [], former, None)

    # ------------------------------------------------------------------ to the right

    def _right(self, i: int, role: str) -> tuple[int, list[Entity]]:
        last, entity = self._behind(i, role)
        found = [entity] if entity is not None else []
        while found and self._units[i].plural:  # "the presidents of Nauru and the Marshall Islands"
            k = last + 1
            while self._at(k) is not None and self._units[k].low in (",", "and", "the"):
                k += 1
            unit = self._at(k)
            if (
                k == last + 1
                or unit is None
                or unit.kind is not UnitKind.STATE
                or (self._at(k + 1) or unit).text in _POSSESSIVES
            ):
                break
            found.append(entity_of(unit) or found[0])
            last = k
        return last, found

    def _behind(self, i: int, role: str) -> tuple[int, Entity | None]:
        unit = self._at(i + 1)
        if unit is None or unit.low not in ("of", "for", "to", "at"):
            return self._posted(i, role), None
        if role in _STAFF and unit.low in ("of", "to", "for"):
            served = self._served(i + 2)
            if served is not None:
                return served
        k = i + 2
        shared = self._everybody(k)
        if shared is not None:
            return shared, None
        while self._at(k) is not None and self._units[k].low in _BRIDGE and k < i + 9:
            k += 1
        target = self._at(k)
        if target is None or target.kind not in _OF_KINDS:
            return self._within(i, _OFFICE | _BRIDGE) or i, None
        entity = _holder(target)
        if unit.low == "to":
            return (k, None) if role in _ABROAD else (i, None)
        if unit.low == "at" or (target.kind is UnitKind.DEMONYM and not self._body_follows(k)):
            return i, None
        if target.kind is UnitKind.DEMONYM:
            k += 1
            while (
                self._at(k + 1) is not None
                and self._units[k + 1].low in _BRIDGE | _OFFICE
                and self._units[k + 1].low != "and"
            ):
                k += 1
        return k, entity

    def _posted(self, i: int, role: str) -> int:
        """ "ambassador in Buenos Aires": the last unit of the words."""
        place = self._at(i + 2)
        there = place is not None and place.kind in (UnitKind.CITY, UnitKind.STATE, UnitKind.ORGANISATION)
        return i + 2 if role in _ABROAD and there and self._units[i + 1].low in ("in", "at") else i

    def _everybody(self, k: int) -> int | None:
        """ "ministers of the two countries", "Secretary General of the Organization": the last unit of the words."""
        if self._at(k) is not None and self._units[k].low == "the":
            k += 1
        if self._at(k) is not None and self._units[k].low in _COUNTS:
            k += 1
            return k if self._at(k) is not None and self._units[k].low in _PAIRS else None
        unit = self._at(k)
        return k if unit is not None and unit.low in _GROUPS and self._units[k - 1].low == "the" else None

    def _served(self, k: int) -> tuple[int, Entity] | None:
        """ "the aide of the Russian president": whose staff, with the last unit of the words."""
        if self._at(k) is not None and self._units[k].low == "the":
            k += 1
        state, post = self._at(k), self._at(k + 1)
        if (
            state is None
            or post is None
            or state.kind is not UnitKind.DEMONYM
            or post.kind is not UnitKind.ROLE
        ):
            return None
        entity = entity_of(state)
        named = self._at(k + 2)
        if named is not None and named.kind in _OWNERS:  # "aide to the Russian president Vladimir Putin"
            return (k - 1, entity) if entity is not None else None
        return (k + 1, entity) if entity is not None else None

    def _body_follows(self, k: int) -> bool:
        unit = self._at(k + 1)
        return unit is not None and unit.low in ("parliament", "senate", "state", "republic", "national", "upper", "lower",
                                                 "federation", "government", "duma", "assembly", "congress", "presidency", "ministry",
                                                 "foreign", "defence", "defense", "interior", "army", "embassy", "cabinet")  # fmt: skip

    def _at(self, k: int) -> Unit | None:
        return self._units[k] if 0 <= k < len(self._units) else None


def _holder(unit: Unit) -> Entity | None:
    """Whom a post belongs to: the state behind a state's body, else the unit's own entity."""
    if unit.kind not in _OF_KINDS or not unit.entries:
        return None
    entry = unit.entries[0]
    if unit.kind is UnitKind.BODY and entry.state:
        return Entity(EntityKind.STATE, entry.state_name, entry.state, unit.text)
    return entity_of(unit)
