"""Who is who: people whom the reference data lack, under one key whatever their spelling.

Two spellings are one person if they sound alike *and* hold the same post of the same state or organisation;
never by the name alone. Nor is one spelling always one person: those of one name whom articles place in the service
of different states are different people, each under a key that names the state. A spelling that sounds like somebody
whom the reference data have in that post is that person. What users have decided counts before all that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Any

from summitry.graph.claims import Claim, Entity, Office
from summitry.graph.fusion.decisions import NONE, Decisions, Verdict, grouped
from summitry.graph.fusion.known import Known, state_of
from summitry.graph.fusion.naming import tail
from summitry.graph.names import same_person, slug


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """Somebody unknown in a post; `serves` is the state that the article has them serve, "" where it names none."""

    key: str
    name: str
    role: str
    of: str
    serves: str = ""

    @property
    def post(self) -> str:
        """The post, as a key."""
        return f"{slug(self.role)} {self.of}"


def holders(claims: Iterable[Claim], known: Known) -> Iterator[tuple[Claim, Holder]]:
    """The holders of posts of whom the claims of one article tell, if the reference data lack them.

    Whom an article calls by one name it takes for one person, who serves one state: the first of several.
    """
    found = [
        (claim, payload.person, payload.role, payload.of.key)
        for claim in claims
        if isinstance(payload := claim.payload, Office) and payload.of is not None
        if known.node(payload.person.key) is None
    ]
    states: dict[str, set[str]] = {}
    for _, person, _, of in found:
        if state := state_of(of, known):
            states.setdefault(person.key, set()).add(state)
    for claim, person, role, of in found:
        yield claim, Holder(person.key, person.name, role, of, min(states.get(person.key, ()), default=""))


Who = Mapping[tuple[str, str], str]
"""(key, state served) -> the key that stands for the person, for those that are known under another.

A person whom no article places in the service of a state, or who is the only one of the name, goes by (key, "").
"""


def who_is(who: Who, key: str, serves: str) -> str | None:
    """The key that stands for somebody; None for their own."""
    return who.get((key, serves)) or who.get((key, ""))


def part(key: str, state: str) -> str:
    """The key of the one who serves a state, among people of one name."""
    return f"{key}-{tail(state)}"


def resolve(found: Iterable[Holder], known: Known, decided: Decisions = NONE) -> Who:
    """Who is who among the holders of posts.

    What a user has decided counts before what names and posts suggest.
    """
    everyone = sorted(set(found))
    parts = _parts(everyone)
    persons = [replace(each, key=parts.get((each.key, each.serves), each.key)) for each in everyone]
    said, barred = (_spread(decided.pairs(verdict), parts) for verdict in (Verdict.SAME, Verdict.DIFFERENT))
    links = [(_DECIDED, a, b) for a, b in said]
    by_post: dict[str, list[Holder]] = {}
    for holder in persons:
        by_post.setdefault(holder.post, []).append(holder)
    for post in by_post.values():
        links += [(_KNOWN, holder.key, other) for holder in post for other in _known_holders(holder, known)]
        for a, b in combinations(post, 2):
            if a.key != b.key and same_person(a.name, b.name):
                links.append((_ALIKE, a.key, b.key))
    names = {holder.key: holder.name for holder in persons}
    keys = set(names).union(*((a, b) for _, a, b in links))
    chosen = {key: _best(group, names, known) for group in grouped(keys, links, barred) for key in group}
    own = {(each, ""): best for each, best in chosen.items() if each != best and known.node(each) is None}
    return own | {place: chosen[each] for place, each in parts.items()}


_DECIDED, _KNOWN, _ALIKE = range(3)  # the strength of a link, the strongest first


def _parts(everyone: Iterable[Holder]) -> dict[tuple[str, str], str]:
    """(key, state served) -> a key of their own, for names that people of several states bear."""
    states: dict[str, set[str]] = {}
    for holder in everyone:
        if holder.serves:
            states.setdefault(holder.key, set()).add(holder.serves)
    return {(key, each): part(key, each) for key, some in states.items() if len(some) > 1 for each in some}


def _spread(
    pairs: Iterable[tuple[str, str]], parts: Mapping[tuple[str, str], str]
) -> frozenset[tuple[str, str]]:
    """The pairs, and those of the parts: what was decided of a name holds of all whom it turns out to mean."""
    bearers: dict[str, set[str]] = {}
    for (key, _), own in parts.items():
        bearers.setdefault(key, {key}).add(own)
    return frozenset(
        (min(x, y), max(x, y)) for a, b in pairs for x in bearers.get(a, {a}) for y in bearers.get(b, {b})
    )


def _known_holders(holder: Holder, known: Known) -> list[str]:
    """The people of the reference data in the same post whose names sound the same; several are no help."""
    people = {
        key
        for tenure in known.pointing("officeOf", holder.of)
        if slug(holder.role) in map(slug, tenure.all("role"))
        for key in tenure.all("holder")
    }
    alike = [
        key for key in sorted(people) if (node := known.node(key)) and same_person(holder.name, node.label)
    ]
    return alike if len(alike) == 1 else []


def _best(keys: list[str], names: Mapping[str, str], known: Known) -> str:
    """The key of the reference data, else that of the fullest name, the first in the alphabet of equals."""
    return min(
        keys, key=lambda key: (known.node(key) is None, -len(names.get(key, key.partition("/")[2])), key)
    )


Alias = Callable[[str], str | None]
"""A key -> the key that stands for it, None for those that stand for themselves."""


def renamed(claim: Claim, alias: Alias) -> Claim:
    """The claim with its people under the keys that stand for them."""
    changed: dict[str, Any] = {}
    for field in fields(claim.payload):
        value = getattr(claim.payload, field.name)
        new = _renamed(value, alias)
        if new is not value:
            changed[field.name] = new
    if not changed:
        return claim
    return replace(claim, finding=replace(claim.finding, payload=replace(claim.payload, **changed)))


def _renamed(value: Any, alias: Alias) -> Any:
    if isinstance(value, Entity):
        other = alias(value.key)
        return value if other is None else replace(value, key=other)
    if isinstance(value, tuple):
        new = tuple(_renamed(part, alias) for part in value)
        return value if all(a is b for a, b in zip(new, value, strict=True)) else new
    return value
