"""Whether a finding states what a gold fact states: one test for each type of fact.

A gold slot that is null is satisfied by anything. A finding without a date does not match a dated gold fact;
otherwise dates are compared as far as both say something. Status may be off by one step (ongoing for
occurred). Lengths may differ by 3 %. A meeting needs half of the people, or of the states they stand for; the
place must not contradict. A summit needs its organisation or series, or the same place and somebody in both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .names import Fact, Names, fold, plain, role, tables

_NEAR = ({"occurred", "ongoing"}, {"ongoing", "planned"}, {"applicant", "acceding"})
_MUTUAL = ("ally", "strategic_partner", "kin")
_SMALL_WORDS = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "and",
        "on",
        "in",
        "for",
        "to",
        "with",
        "between",
        "its",
        "his",
        "her",
        "their",
        "at",
    }
    | {"by", "from"}
)
_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})


@dataclass(slots=True)
class Judge:
    """Compares the findings of one article with its gold facts."""

    names: Names
    doc: str
    gold: Sequence[Fact]
    found: Sequence[Fact]
    _states: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for fact in (*self.gold, *self.found):
            if fact.get("type") == "office" and fact.get("person") and fact.get("of"):
                self._states.setdefault(
                    self.names.actors.key(fact["person"]), self.names.actors.key(fact["of"])
                )

    def agrees(self, gold: Fact, found: Fact) -> bool:
        """Whether the finding is right by this gold fact, both being of one type."""
        return _TESTS[gold["type"]](self, gold, found)

    def same(self, gold: Fact, found: Fact, *slots: str) -> bool:
        """Whether each slot names the same actor."""
        return all(self.names.same(self.doc, gold.get(s), found.get(s)) for s in slots)

    def open(self, gold: Fact, found: Fact, slot: str) -> bool:
        """As `same` for one slot, which the gold may leave open."""
        return gold.get(slot) is None or self.same(gold, found, slot)

    def pair(self, gold: Fact, found: Fact, *, mutual: bool = True) -> bool:
        """Whether `a` and `b` name the same two, in either order where the relation goes both ways."""
        turned = {"a": found.get("b"), "b": found.get("a")}
        return self.same(gold, found, "a", "b") or (mutual and self.same(gold, turned, "a", "b"))

    def near(self, gold: Fact, found: Fact) -> bool:
        """Whether the places of two events do not contradict each other."""
        here = self.names.place(gold.get("place"))
        return self.names.near(
            here, self.names.place(found.get("place"), found.get("city"), found.get("state"))
        )

    def shared(self, gold: Sequence[str], found: Sequence[str]) -> float:
        """The share of names in both lists, counted over people or over the states they hold office in."""
        if not gold or not found:
            return 0.0
        left = list(found)
        for name in gold:
            match = next((f for f in left if self.names.same(self.doc, name, f)), None)
            if match is not None:
                left.remove(match)
        hits = len(found) - len(left)
        people = hits / (len(gold) + len(found) - hits)
        ours, theirs = (self._represented(names) for names in (gold, found))
        offices = set(self._states.values())
        if not any(self.names.actors.key(n) in offices for n in (*gold, *found)):
            return people  # nobody is named by state here, so that states would only blur who met
        return max(people, len(ours & theirs) / len(ours | theirs))

    def _represented(self, names: Iterable[str]) -> set[str]:
        keys = map(self.names.actors.key, names)
        return {self._states.get(key, key) for key in keys}


def _office(judge: Judge, gold: Fact, found: Fact) -> bool:
    bodies = {fold(body): state for body, state in tables()["bodies"].items()}
    held = {**found, "of": bodies.get(fold(found.get("of") or ""), found.get("of"))}
    return (
        judge.same(gold, held, "person")
        and role(found.get("role")) in {role(gold["role"]), role(gold.get("role_alt") or gold["role"])}
        and judge.open(gold, held, "of")
        and bool(gold.get("former")) == bool(found.get("former"))
    )


def _membership(judge: Judge, gold: Fact, found: Fact) -> bool:
    return judge.same(gold, found, "member", "organisation") and _status(gold, found)


def _visit(judge: Judge, gold: Fact, found: Fact) -> bool:
    if not (judge.same(gold, found, "visitor") and _dates(gold, found) and _status(gold, found)):
        return False
    city, other = gold.get("city"), found.get("city")
    if city and other:
        key = judge.names.places.key
        if key(other) not in (key(city), key(gold.get("state"))):
            return False
    there = judge.names.place(found.get("state"), other)
    return bool(there) and judge.names.near(judge.names.place(gold.get("state"), city), there)


def _meeting(judge: Judge, gold: Fact, found: Fact) -> bool:
    return (
        judge.shared(gold["participants"], found.get("participants") or []) >= 0.5
        and _dates(gold, found)
        and _status(gold, found)
        and judge.near(gold, found)
    )


def _summit(judge: Judge, gold: Fact, found: Fact) -> bool:
    if not (_dates(gold, found) and _status(gold, found) and judge.near(gold, found)):
        return False
    name, other = gold.get("name_or_org"), found.get("name_or_org")
    if other and (judge.same(gold, found, "name_or_org") or judge.names.within(name, other)):
        return True
    there = bool(gold.get("place") and found.get("place"))
    return there and bool(in_both(judge, gold.get("attendees"), found.get("attendees")))


def in_both(judge: Judge, gold: Sequence[str] | None, found: Sequence[str] | None) -> list[str]:
    """The names of the gold list that the other list has too."""
    return [g for g in gold or () if any(judge.names.same(judge.doc, g, f) for f in found or ())]


def told_otherwise(judge: Judge, gold: Fact, found: Fact) -> bool:
    """Whether a summit is found as a meeting, or a meeting as a summit; for gold that allows either."""
    if gold["type"] == "meeting":
        return _meeting(judge, gold, {**found, "participants": found.get("attendees") or []})
    people = found.get("participants") or []
    enough = judge.shared(gold.get("attendees") or [], people) >= 0.5
    return (
        (enough or any(judge.names.same(judge.doc, gold.get("name_or_org"), p) for p in people))
        and (not found.get("date") or _dates(gold, found))
        and _status(gold, found)
        and judge.near(gold, found)
    )


def _base(judge: Judge, gold: Fact, found: Fact) -> bool:
    if not judge.open(gold, found, "operator"):
        return False
    site, other = gold.get("name_or_place"), found.get("name_or_place")
    if not (site and other):
        return judge.same(gold, found, "host")
    spellings = [site, *(w for c, w in (gold.get("as_written") or {}).items() if c == site)]
    alike = judge.names.same(judge.doc, site, other) or any(_overlap(s, other) >= 0.5 for s in spellings)
    elsewhere = gold.get("host") and found.get("host") and not judge.same(gold, found, "host")
    return alike and not elsewhere


def _border(judge: Judge, gold: Fact, found: Fact) -> bool:
    length, other = _number(gold.get("length_km")), _number(found.get("length_km"))
    close = length is None or other is None or abs(length - other) <= 0.03 * length
    return judge.pair(gold, found) and close


def _treaty(judge: Judge, gold: Fact, found: Fact) -> bool:
    alike = judge.same(gold, found, "treaty") or _overlap(gold["treaty"], found.get("treaty")) >= 0.5
    return alike and judge.same(gold, found, "party") and _status(gold, found)


def _warrant(judge: Judge, gold: Fact, found: Fact) -> bool:
    return judge.same(gold, found, "issuer", "person") and _dates(gold, found)


def _action(judge: Judge, gold: Fact, found: Fact) -> bool:
    return judge.same(gold, found, "actor", "target") and _dates(gold, found)


def _supply(judge: Judge, gold: Fact, found: Fact) -> bool:
    alike = _overlap(gold["system"], found.get("system")) >= 0.5
    return alike and judge.same(gold, found, "supplier", "recipient")


def _relation(judge: Judge, gold: Fact, found: Fact) -> bool:
    return gold["kind"] == found.get("kind") and judge.pair(gold, found, mutual=gold["kind"] in _MUTUAL)


def _statement(judge: Judge, gold: Fact, found: Fact) -> bool:
    return _said(gold["quote"]) == _said(found.get("quote") or "") and judge.open(gold, found, "speaker")


def _topic(judge: Judge, gold: Fact, found: Fact) -> bool:
    return _overlap(gold["topic"], found.get("topic")) >= 0.5


_TESTS: dict[str, Callable[[Judge, Fact, Fact], bool]] = {
    "office": _office,
    "membership": _membership,
    "visit": _visit,
    "meeting": _meeting,
    "summit": _summit,
    "base": _base,
    "border": _border,
    "treaty": _treaty,
    "warrant": _warrant,
    "military_action": _action,
    "arms_supply": _supply,
    "relation": _relation,
    "statement": _statement,
    "topic": _topic,
}


def _dates(gold: Fact, found: Fact) -> bool:
    one, other = gold.get("date"), found.get("date")
    if not one:
        return True
    if not other:
        return False
    if one.startswith("--") or other.startswith("--"):  # a year that one side does not know decides nothing
        parts = zip(_month_and_day(one), _month_and_day(other), strict=False)
        return all(a == b for a, b in parts)
    length = min(len(one), len(other), 10)
    return bool(one[:length] == other[:length])


def _month_and_day(date: str) -> list[str]:
    return date[2:10].split("-") if date.startswith("--") else date[:10].split("-")[1:]


def _status(gold: Fact, found: Fact) -> bool:
    one, other = gold.get("status"), found.get("status")
    if gold["type"] == "membership":
        other = other or "member"
    return not one or not other or one == other or {one, other} in _NEAR


def _overlap(one: str, other: str | None) -> float:
    """The share of the shorter text's words that the other has."""
    a, b = ({*plain(text or "").split()} - _SMALL_WORDS for text in (one, other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _said(quote: str) -> str:
    return " ".join(quote.translate(_QUOTES).lower().split()).strip("\"' ").rstrip(".,;:!?\"' ")


def _number(value: object) -> float | None:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None
