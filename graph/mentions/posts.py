"""Reads one post out of the units around a role word: whose it is, former or not, and how far the words go."""

from __future__ import annotations

from summitry.graph.claims import Entity
from summitry.graph.mentions.councils import Councils
from summitry.graph.mentions.envoys import errand, negotiates
from summitry.graph.mentions.holders import capital_owner, entity_of, holder, seat
from summitry.graph.mentions.institutions import OFFICE, POSSESSIVES, is_diet
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.post_staff import OWNERS, STAFF
from summitry.graph.mentions.post_tails import PostTail
from summitry.graph.mentions.roles import CHAMBERS, FORMER, HEIRS, OF_PLACES, PARLIAMENTS, POSTED, QUALIFIERS
from summitry.graph.mentions.services import Services
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_SENT = POSTED | {"special envoy", "mediator"}  # "US envoy for the Sahel"
_PARTY = frozenset(
    {"leader", "chairman", "deputy chairman", "head", "director", "managing director", "secretary general"}
)
_OWN_SEAT = _PARTY | {"governor", "mayor", "deputy governor"}
_STATELY = frozenset({"president", "prime minister", "vice president"})
_LANDS = frozenset(
    "country countries nation nations state states republic union federation confederation kingdom island islands government "
    "two three both all four five territory people democracy transition council ministers presidency regime".split()
)
_BELOW = ("deputy", "vice")
_CHAIRS = frozenset({"president", "chairman", "head", "leader", "speaker"})
_HOUSES = frozenset({"national", "legislative", "federal"})  # assemblies
_PARTIES = frozenset(
    "party coalition opposition alliance union movement".split()
)  # whose staff is no state's


class PostReader(UnitReader):
    """Reads posts from the units of one block."""

    def __init__(self, units: list[Unit]) -> None:
        super().__init__(units)
        self._tail = PostTail(units)
        self._councils = Councils(units)
        self._services = Services(units)

    def read(self, i: int) -> tuple[tuple[Post, ...], int, int]:
        """The posts stated by the role at unit i, with the first and last unit of their words.

        A plural role may state several ("the Russian and Turkish presidents").
        """
        unit = self._units[i]
        if self._councils.of_panel(i):
            return (), i, i
        first, owners, former, boss = self._left(i, unit.role)
        last, after = self._tail.right(i, unit.role)
        if after and not (owners and unit.role in _SENT):
            owners = after
        counterpart = unit.role in ("counterpart", *HEIRS)
        former = former or HEIRS.get(unit.role, False)
        first, role = negotiates(self._units, first, unit.role)
        if role in _CHAIRS or role == "deputy chairman":
            chamber = self._chamber(i, last)
            if chamber is not None:
                role, last = "speaker" if role in _CHAIRS else "deputy speaker", chamber
        if role in (unit.role, "chief negotiator"):
            last = self._tail.through_institution(last, last > i)
        last = self._tail.through_brackets(last, last > i)
        if role in ("master", "head", "leader") and self._seat_of_power(first, last):
            role = "president"
        elif role == "master":
            return (), first, last
        charge = self._tail.charge(i, role)
        if charge is not None:
            role, last, owner = charge
            owners = [owner] if owner is not None else owners
        elif role in ("head", "president") and self._councils.rules(first, last, role):
            role = "chairman"
            owners = self._councils.alone(i, last) or owners
        elif role in _STATELY and not unit.plural and self._of_else(i, last):
            role = "head"  # "president of the assembly of states"
        if (
            owners
            and first < i
            and first
            and self._units[first - 1].low in _BELOW
            and not role.startswith(_BELOW)
        ):
            first -= 1  # "Deputy Russian Foreign Minister"
            role = "vice president" if role == "president" else f"deputy {role}"
        named = self._services.headed(i, first, last, unit.role)
        if named is not None:
            role, first, last, owner = named
            owners = [owner] if owner is not None else []
        span = (self._units[first].start, self._units[last].end)
        states: list[Entity | None] = list(owners) or [None]
        posts = tuple(Post(role, of, *span, former, counterpart, boss) for of in states)
        return posts, first, last

    def _of_else(self, i: int, last: int) -> bool:
        """Whether a post is that of something that is no state: "of the chamber of commerce"; not "of the country"."""
        if (
            last > i
            or " of " in self._units[i].low
            or self._at(i + 1) is None
            or self._units[i + 1].low != "of"
        ):
            return False
        words = [
            u
            for u in self._units[i + 2 : i + 7]
            if u.low not in ("the", "a", "an", "its", "his", "her", "this")
        ]
        stop = next(
            (k for k, u in enumerate(words) if k and u.low in ("of", "for", "in", "to", "and", ",")),
            len(words),
        )
        words = words[:stop]
        if not words or words[0].kind is not UnitKind.WORD or not words[0].text.isalpha():
            return False
        return not any(word.low in _LANDS for word in words)

    def only_owns(self, last: int) -> bool:
        """Whether a post only owns another one: "the president's chief of staff"."""
        after = self._at(last + 1)
        if after is not None and after.kind is UnitKind.ROLE and after.role in STAFF:
            return True  # "the foreign minister spokesman X"
        if after is None or after.text not in POSSESSIVES:
            return False
        k = last + 2
        while self._at(k) is not None and self._units[k].low in QUALIFIERS | OFFICE and k < last + 5:
            k += 1
        staff = self._at(k)
        return staff is not None and staff.kind is UnitKind.ROLE and staff.role in STAFF

    def _chamber(self, i: int, last: int) -> int | None:
        """ "president of Mexico's Senate", "head of the National Assembly of Benin": the last unit of the words."""
        after = self._at(i + 1)
        seated = self._units[i].role in ("speaker", "chairman")  # no "President Duma Boko"
        if seated and after is not None and after.low in CHAMBERS | _HOUSES and after.text[0].isupper():
            return self._tail.within(i - 1, PARLIAMENTS)  # "Speaker National Assembly X"
        if after is None or after.low != "of":
            return None
        if last == i or is_diet(self._units[last]):  # "Chairwoman of the National Assembly X"
            return last if last > i else self._tail.within(i, PARLIAMENTS)
        words = {u.low for u in self._units[i + 2 : last]}
        if words & CHAMBERS and words <= PARLIAMENTS | {"of", "'s", "’s"}:
            return last
        k = last + 1
        if last == i or self._at(k) is None or self._units[k].text not in POSSESSIVES:
            return None
        end = k
        while (
            self._at(end + 1) is not None and set(self._units[end + 1].low.split()) <= PARLIAMENTS | CHAMBERS
        ):
            end += 1
        named = {word for u in self._units[k + 1 : end + 1] for word in u.low.split()}
        return end if named & CHAMBERS else None

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
        first = errand(self._units, i, role)
        k = first - 1
        while k >= 0:
            unit = self._units[k]
            if role in STAFF and unit.low.split()[-1] in _PARTIES:
                break
            if unit.kind is UnitKind.WORD and unit.text == "-" and k and self._units[k - 1].low in FORMER:
                former, first, k = True, k - 1, k - 2
            elif unit.low == "then" and k > 1 and self._is(k - 1, "and") and self._is(k - 2, ",") and not self._plainly(i):  # fmt: skip
                break  # "first met A, and then President B"
            elif unit.low in FORMER:
                former, first, k = True, k, k - 1
            elif (
                unit.kind in (UnitKind.WORD, UnitKind.NAME, UnitKind.HONORIFIC)
                and (unit.low in QUALIFIERS or (role in STAFF and unit.low in OFFICE))
            ) or (
                unit.kind is UnitKind.ROLE and role in STAFF and unit.low in ("president", "foreign minister")
            ):
                first, k = k, k - 1
            else:
                break
        k, short = self._councils.past_brackets(k)
        named = self._councils.before(k) if role == "head" else k
        first, k = (named + 1, named) if named < k else (first, k)
        found = self._owner(k, first, former, role)
        return found if found[1] or found[3] or short is None else (first, [], former, short)

    def _plainly(self, i: int) -> bool:
        """ "A, and then president of Peru, B": what somebody was at that time."""
        return self._units[i].text.islower() and self._is(i + 1, "of")

    def _dateline(self, k: int) -> bool:
        """ "HANOI, Vietnam President Trump arrived": a state that says where a report comes from."""
        city = self._at(k - 2)
        return (
            k == 2
            and city is not None
            and city.kind is UnitKind.CITY
            and city.text.isupper()
            and self._is(1, ",")
        )

    def _owner(
        self, k: int, first: int, former: bool, role: str
    ) -> tuple[int, list[Entity], bool, str | None]:
        unit = self._at(k)
        if unit is None or self._dateline(k):
            return first, [], former, None
        if unit.kind is UnitKind.DEMONYM:
            return self._demonyms(k, former)
        if self._own_head(unit, role):
            return k, [], former, unit.text
        if unit.kind in (UnitKind.METONYM, UnitKind.ORGANISATION, UnitKind.BODY, UnitKind.STATE):
            entity = holder(unit)
            first, former = self._earlier_former(k, k, former)
            return first, [entity] if entity else [], former, None
        if role in STAFF and unit.low.split()[-1] in _PARTIES:
            return k, [], former, unit.text
        if role in ("governor", "mayor") and seat(unit) is not None:  # "Okinawa Gov. X"
            return k, [e for e in (seat(unit),) if e], former, None
        if unit.text in POSSESSIVES:
            return self._possessor(k, first, former, role)
        if unit.low in ("a", "an"):
            return first, [], former, None
        shouted = unit.text.isupper() and len(unit.text) > 1
        if unit.kind in OWNERS and (
            role in STAFF or shouted or (role in _OWN_SEAT and unit.kind is UnitKind.NAME)
        ):
            return k, [], former, unit.text  # "Putin aide"; an unknown acronym or party owns the post too
        return first, [], former, None

    @staticmethod
    def _own_head(unit: Unit, role: str) -> bool:
        """ "PLO Secretary-General", "Security Council leader": of the movement or the body, not of its state."""
        if role == "secretary general":
            return unit.kind in (UnitKind.METONYM, UnitKind.BODY)
        return role == "leader" and unit.kind is UnitKind.BODY

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
        if owner.kind in OWNERS:
            return k - 1, [], former, owner.text
        if (
            owner.kind is UnitKind.ROLE and role in STAFF
        ):  # "the president's chief of staff", "the Russian president's aide"
            before = self._at(k - 2)
            state = holder(before) if before is not None else None
            return (k - 2, [state], former, None) if state is not None else (k - 1, [], former, None)
        if owner.kind is UnitKind.CITY and role not in OF_PLACES:
            state = capital_owner(owner)
            return (k - 1, [state], former, None) if state is not None else (first, [], former, None)
        entity = holder(owner) or (seat(owner) if role in OF_PLACES else None)
        if entity is None:
            return first, [], former, None
        first, former = self._earlier_former(k - 1, k - 1, former)  # "ousted Niger's President"
        return first, [entity], former, None
