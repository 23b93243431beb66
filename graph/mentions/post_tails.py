"""What stands behind a post: "of the Senate of Mexico", "to Qatar", "of the two countries"."""

from __future__ import annotations

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.holders import capital_owner, entity_of, holder, seat
from summitry.graph.mentions.roles import CHAMBERS
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

OFFICE = frozenset("foreign external home ministry defence defense interior government army military navy parliament parliamentary "
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
OWNERS = (UnitKind.PERSON, UnitKind.NAME)
STAFF = frozenset({"spokesperson", "adviser", "special envoy", "chief of staff"})
POSSESSIVES = ("'s", "’s", "ʼs", "'", "’")
_BRIDGE = frozenset("the upper lower house national supreme people state federal of parliament assembly senate council and "
                    "country republic".split())  # fmt: skip


_ABROAD = frozenset(
    {"ambassador", "special envoy", "high commissioner", "consul general", "charge d'affaires"}
)
_SEATED = frozenset(
    {"mayor", "governor", "crown prince", "emir", "leader"}
)  # a city or a region may have one
_INSTITUTIONS = (
    OFFICE
    | CHAMBERS
    | frozenset(
        "air force forces armed fleet guard guards revolutionary police court supreme sovereign commission committee agency service "
        "directorate staff general command troops land naval coast ground central bank people's national federal high intelligence "
        "presidential cabinet ministers general's ombudsman joint border strategic transitional ruling legislative authority "
        "secretariat corps brigade division fleet and".split()
    )
)
_CHIEFS = frozenset({"head", "chief", "leader", "boss"})
_CHARGES = {
    "diplomacy": "foreign minister", "government": "prime minister", "cabinet": "prime minister", "regime": "leader",
    "junta": "leader", "army": "army chief", "military": "army chief",
}  # fmt: skip
_INTERIM = frozenset("interim transitional caretaker military new ruling current".split())
_COMMITTEES = frozenset({"central", "committee", "politburo"})
_PAIRS = frozenset({"countries", "states", "nations", "sides", "neighbours", "neighbors", "republics"})
_COUNTS = frozenset("two both three four five six seven".split())
_GROUPS = frozenset(
    "organization organisation alliance bloc union body commission association country nation republic kingdom".split()
)
_DEPARTMENTS = frozenset(
    "ministry department office council cabinet palace presidency committee army navy".split()
)


class PostTail(UnitReader):
    """Reads what stands behind posts, in the units of one block."""

    def within(self, i: int, known: frozenset[str]) -> int | None:
        """The last unit of "of the National Assembly", "of the foreign ministry", where a name or comma follows."""
        end = i + 1
        while self._at(end + 1) is not None and self._units[end + 1].low in known:
            end += 1
        named = {u.low for u in self._units[i + 2 : end + 1]}
        after = self._at(end + 1)
        closed = after is not None and (
            after.kind in OWNERS or after.kind is UnitKind.HONORIFIC or after.text == ","
        )
        return end if closed and named & (CHAMBERS | _DEPARTMENTS) else None

    def right(self, i: int, role: str) -> tuple[int, list[Entity]]:
        """The last unit of the words behind the post at unit i, and whose it is by them."""
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
                or (self._at(k + 1) or unit).text in POSSESSIVES
                or (self._at(k + 1) or unit).kind is UnitKind.ROLE
            ):
                break
            found.append(entity_of(unit) or found[0])
            last = k
        return last, found

    def _behind(self, i: int, role: str) -> tuple[int, Entity | None]:
        unit = self._at(i + 1)
        if unit is not None and unit.kind is UnitKind.STATE and " of " in self._units[i].low:
            after = self._at(i + 2)  # "the Minister of Trade South Sudan,"
            return (i + 1, entity_of(unit)) if after is None or after.text in (",", ".", ")") else (i, None)
        if unit is None or unit.low not in ("of", "for", "to", "at"):
            return self._posted(i, role), None
        if role in STAFF and unit.low in ("of", "to", "for"):
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
        if target is not None and role in _SEATED and unit.low == "of" and seat(target) is not None:
            return k, seat(target)
        if target is None or target.kind not in _OF_KINDS:
            return self.within(i, OFFICE | _BRIDGE) or i, None
        entity = holder(target)
        if unit.low == "to":
            return (k, None) if role in _ABROAD else (i, None)
        if unit.low == "at" or (target.kind is UnitKind.DEMONYM and not self._body_follows(k)):
            return i, None
        if target.kind is UnitKind.DEMONYM:
            k += 1
            while (
                self._at(k + 1) is not None
                and self._units[k + 1].low in _BRIDGE | OFFICE
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
            while (
                self._at(k + 1) is not None
                and self._units[k + 1].low in _PAIRS
                and self._units[k].text.islower()
            ):
                k += 1  # "of the three neighbouring states"
            unit = self._at(k)
            together = unit is not None and (unit.low in _PAIRS or unit.kind is UnitKind.REGION)
            return k if together else None
        unit = self._at(k)
        after = self._at(k + 1)
        whole = after is None or after.low != "of"  # not "of the Republic of Liberia"
        return (
            k
            if unit is not None and unit.low in _GROUPS and self._units[k - 1].low == "the" and whole
            else None
        )

    def _served(self, k: int) -> tuple[int, Entity] | None:
        """ "the aide of the Russian president": whose staff, with the last unit of the words."""
        if self._at(k) is not None and self._units[k].low == "the":
            k += 1
        state, post = self._at(k), self._at(k + 1)
        if (
            state is None
            or post is None
            or state.kind not in (UnitKind.DEMONYM, UnitKind.STATE, UnitKind.ORGANISATION)
            or post.kind is not UnitKind.ROLE
        ):
            return None
        entity = entity_of(state)
        named = self._at(k + 2)
        if named is not None and named.kind in OWNERS:  # "aide to the Russian president Vladimir Putin"
            return (k - 1, entity) if entity is not None else None
        return (k + 1, entity) if entity is not None else None

    def _body_follows(self, k: int) -> bool:
        unit = self._at(k + 1)
        return unit is not None and (
            unit.low in _INSTITUTIONS or unit.low in ("republic", "federation", "duma")
        )

    def through_institution(self, last: int, owned: bool) -> int:
        """ "chairman of Sudan's Sovereign Council", "chief of the Turkish general staff": the last unit of the words, where
        a name or a comma follows.
        """
        unit = self._at(last)
        if not owned or unit is None:
            return last
        k = last
        after = self._at(last + 1)
        if after is not None and after.text in POSSESSIVES:
            k = last + 1
        elif unit.kind not in (*_OF_KINDS, UnitKind.WORD):
            return last
        end = k
        while self._at(end + 1) is not None and self._institution(self._units[end + 1]):
            end += 1
        closing = self._at(end + 1)
        closed = closing is not None and (
            closing.kind in (*OWNERS, UnitKind.HONORIFIC) or closing.text == ","
        )
        return end if end > k and closed and self._units[end].low != "and" else last

    def charge(self, i: int, role: str) -> tuple[str, int, Entity | None] | None:
        """ "head of Russia's diplomacy", "the chief of the Tripoli government": the post, the last unit of its words, its owner."""
        if role not in _CHIEFS or self._at(i + 1) is None or self._units[i + 1].low != "of":
            return None
        owner: Entity | None = None
        for k in range(i + 2, min(i + 8, len(self._units))):
            unit = self._units[k]
            if unit.low in _CHARGES and unit.kind is UnitKind.WORD:
                organised = owner is not None and owner.kind is EntityKind.ORGANISATION
                post = "high representative" if organised and unit.low == "diplomacy" else _CHARGES[unit.low]
                return post, k, owner
            if unit.kind in (*_OF_KINDS, UnitKind.CITY):
                owner = holder(unit) or capital_owner(unit)
            elif unit.low not in _BRIDGE and unit.text not in POSSESSIVES and unit.low not in _INTERIM:
                return None
        return None

    def through_brackets(self, last: int, owned: bool) -> int:
        """ "general secretary of the Workers' Party (WPK) Central Committee": the last unit of the words, where a name, a comma
        or another post follows.
        """
        end = last
        opening, closing = self._at(last + 1), self._at(last + 3)
        if (
            owned
            and opening is not None
            and opening.text == "("
            and closing is not None
            and closing.text == ")"
        ):
            end = last + 3
        while owned and self._at(end + 1) is not None and self._units[end + 1].low in _COMMITTEES:
            end += 1
        after = self._at(end + 1)
        closed = after is not None and (
            after.kind in (*OWNERS, UnitKind.HONORIFIC, UnitKind.ROLE) or after.text in (",", "and")
        )
        return end if closed else last

    @staticmethod
    def _institution(unit: Unit) -> bool:
        words = unit.low.split()
        return (
            unit.kind in (UnitKind.WORD, UnitKind.NAME, UnitKind.BODY)
            and bool(words)
            and words[-1] in _INSTITUTIONS
        )
