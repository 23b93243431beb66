"""What stands behind a post: "of the Senate of Mexico", "to Qatar", "of the two countries"."""

from __future__ import annotations

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.envoys import sent_for
from summitry.graph.mentions.holders import capital_owner, entity_of, holder, past_lands, seat
from summitry.graph.mentions.institutions import INSTITUTIONS, OFFICE, POSSESSIVES, is_institution
from summitry.graph.mentions.post_staff import OWNERS, STAFF, StaffTail
from summitry.graph.mentions.roles import CHAMBERS, OF_PLACES, POSTED
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_OF_KINDS = (
    UnitKind.STATE,
    UnitKind.DEMONYM,
    UnitKind.ORGANISATION,
    UnitKind.METONYM,
    UnitKind.BODY,
    UnitKind.REGION,
)
_BRIDGE = frozenset("the upper lower house national supreme people state federal of parliament assembly senate council and "
                    "country republic federation kingdom sultanate".split())  # fmt: skip


_ABROAD = POSTED | {"special envoy", "deputy special envoy"}
_ERRANDS = frozenset({"special envoy", "mediator"})  # "special envoy for Sudan": sent there by others
_RULING = frozenset("sovereign sovereignty presidential leadership transitional military ruling".split())
_TIED = ("of", "for", "to", "at")
_PLACED = ("of", "for", "in")  # "high representative in Bosnia"
_SENT_TO = (UnitKind.STATE, UnitKind.REGION)
_ADORNED = 7  # units of what may be said of a state before its name
_LINKS = frozenset("of for in to with by from on at as who which that is was said says but or".split())
_CHIEFS = frozenset({"head", "chief", "leader", "boss"})
_CHARGES = {
    "diplomacy": "foreign minister", "government": "prime minister", "cabinet": "prime minister", "regime": "leader",
    "junta": "leader", "army": "army chief", "military": "army chief",
}  # fmt: skip
_INTERIM = frozenset("interim transitional caretaker military new ruling current".split())
_COMMITTEES = frozenset({"central", "committee", "politburo"})
_PAIRS = frozenset({"countries", "states", "nations", "sides", "neighbours", "neighbors", "republics"})
_BRACKETS = 8  # units of what a bracket says of a body
_CHARGE = 9  # units of what a post is for
_BETWEEN = frozenset({"and", "the", "of", ",", "&", "-"})
_COUNTS = frozenset("two both three four five six seven".split())
_GROUPS = frozenset(
    "organization organisation alliance bloc union body commission association country nation republic kingdom coalition".split()
)
_DEPARTMENTS = frozenset(
    "ministry department office council cabinet palace presidency committee army navy".split()
)


class PostTail(UnitReader):
    """Reads what stands behind posts, in the units of one block."""

    def __init__(self, units: list[Unit]) -> None:
        super().__init__(units)
        self._staff = StaffTail(units)

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
        if (role in _ERRANDS or self._units[i].low.startswith("special ")) and not self._units[i].plural:
            last = max(last, sent_for(self._units, i) or last)
        found = [entity] if entity is not None else []
        if found and role in _ABROAD and not self._units[i].plural:
            return self._posted(last, role), found  # "ambassador of Chad to Togo"
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
        if unit is not None and unit.kind is UnitKind.STATE and self._right_behind(i, role):
            return i + 1, entity_of(unit)
        staffed = self._staff.behind(i) if role in STAFF else None
        if staffed is not None:
            return staffed
        apart = self._apart(i, role)
        if apart is not None:
            return apart
        words = _PLACED if role == "high representative" else _TIED
        if unit is None or unit.low not in words:
            return self._posted(i, role), None
        k = i + 2
        shared = self._everybody(k)
        if shared is not None:
            return shared, None
        while self._at(k) is not None and self._units[k].low in _BRIDGE and k < i + 9:
            k += 1
        k = self._adorned(past_lands(self._units, k)) if unit.low == "of" else k
        target = self._at(k)
        if target is not None and role in OF_PLACES and unit.low == "of" and seat(target) is not None:
            return k, seat(target)
        if role in _ABROAD and unit.low == "to" and target is not None and target.kind is UnitKind.CITY:
            return k, None
        if target is None or target.kind not in _OF_KINDS:
            return self.within(i, OFFICE | _BRIDGE | _RULING) or i, None
        entity = holder(target)
        if unit.low == "to" or (unit.low == "for" and role in _ERRANDS and target.kind in _SENT_TO):
            return (k, None) if role in _ABROAD or role in _ERRANDS else (i, None)
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

    def _apart(self, i: int, role: str) -> tuple[int, Entity | None] | None:
        """What stands behind a post with words of its own: "counterpart from", "minister for … Affairs"."""
        if role == "counterpart" and self._is(i + 1, "from"):
            return self._from(i)
        return self._affairs(i) if self._is(i + 1, "for") else None

    def _affairs(self, i: int) -> tuple[int, Entity | None] | None:
        """ "Deputy Minister for Asia and Pacific Affairs [of Iran]": the last unit of the words, and whose it is by them."""
        for k in range(i + 2, i + _CHARGE):
            unit = self._at(k)
            if unit is None or not (unit.text[0].isupper() or unit.low in _BETWEEN):
                return None
            if unit.text == "Affairs":
                state = self._at(k + 3 if self._is(k + 2, "the") else k + 2)
                owned = self._is(k + 1, "of") and state is not None and state.kind is UnitKind.STATE
                return (
                    (k + 3 if self._is(k + 2, "the") else k + 2, entity_of(state))
                    if owned and state
                    else (k, None)
                )
            if unit.kind is UnitKind.PERSON:
                return None
        return None

    def _from(self, i: int) -> tuple[int, Entity | None]:
        """ "his counterpart from Ghana, X": whose counterpart it is."""
        k = i + 3 if self._determines(i + 2) else i + 2
        state = self._at(k)
        return (k, entity_of(state)) if state is not None and state.kind is UnitKind.STATE else (i, None)

    def _adorned(self, k: int) -> int:
        """ "president of oil-rich Kazakhstan", "king of regional power Saudi Arabia": the unit of the state behind plain words."""
        for j in range(k, k + _ADORNED):
            unit = self._at(j)
            if unit is None or (j > k and unit.kind is UnitKind.STATE):
                return j if unit is not None else k
            plain = unit.kind is UnitKind.WORD and (
                unit.text == "-" or (unit.text.isalpha() and unit.text.islower())
            )
            if not plain or unit.low in _LINKS:
                return k
        return k

    def _right_behind(self, i: int, role: str) -> bool:
        """ "the Minister of Trade South Sudan,", "President Kazakhstan Kassym-Jomart Tokayev": a state without its "of"."""
        after = self._at(i + 2)
        if " of " in self._units[i].low:
            return after is None or after.text in (",", ".", ")")
        named = after is not None and (
            after.kind is UnitKind.PERSON or (after.kind is UnitKind.NAME and " " in after.text)
        )
        return named and role.endswith(("president", "minister"))

    def _posted(self, i: int, role: str) -> int:
        """ "ambassador in Buenos Aires": the last unit of the words."""
        to, k = self._at(i + 1), i + 3 if self._is(i + 2, "the") else i + 2
        place = self._at(k)
        there = place is not None and place.kind in (UnitKind.CITY, UnitKind.STATE, UnitKind.ORGANISATION)
        return k if role in _ABROAD and there and to is not None and to.low in ("in", "at", "to") else i

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

    def _body_follows(self, k: int) -> bool:
        unit = self._at(k + 1)
        return unit is not None and (
            unit.low in INSTITUTIONS or unit.low in ("republic", "federation", "duma")
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
        while self._at(end + 1) is not None and is_institution(self._units[end + 1]):
            end += 1
        end = self._of_heads(end) if end > k else end
        closing = self._at(end + 1)
        if end > k and self._is(end, "and") and closing is not None and closing.kind is UnitKind.ROLE:
            return end - 1  # "Chairman of the ECOWAS Authority and President of Ghana, X"
        closed = closing is not None and (
            closing.kind in (*OWNERS, UnitKind.HONORIFIC) or closing.text == ","
        )
        return end if end > k and closed and self._units[end].low != "and" else last

    def _of_heads(self, end: int) -> int:
        """ "the Authority of Heads of State and Government": the last unit of the words."""
        heads = self._at(end + 2)
        if (
            not self._is(end + 1, "of")
            or heads is None
            or heads.low not in ("heads of state", "heads of government")
        ):
            return end
        more = self._at(end + 4)
        return (
            end + 4
            if self._is(end + 3, "and") and more is not None and more.low in ("government", "governments")
            else end + 2
        )

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
        if owned and self._is(last + 1, "("):
            inside = self._units[last + 2 : last + _BRACKETS]
            k = next((k for k, unit in enumerate(inside) if unit.text == ")"), 0)
            named = any(unit.kind in (UnitKind.PERSON, UnitKind.ROLE) for unit in inside[:k])
            end = last + 2 + k if k and not named else last
        while owned and self._at(end + 1) is not None and self._units[end + 1].low in _COMMITTEES:
            end += 1
        after = self._at(end + 1)
        closed = after is not None and (
            after.kind in (*OWNERS, UnitKind.HONORIFIC, UnitKind.ROLE) or after.text in (",", "and")
        )
        return end if closed else last
