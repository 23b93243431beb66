"""Who is who: people whom the reference data lack, under one key whatever their spelling.

Two spellings are one person if they sound alike *and* hold the same post of the same state or organisation;
never by the name alone. A spelling that sounds like somebody whom the reference data have in that post is
that person. What users have decided counts before all that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Any

from summitry.graph.claims import Claim, Entity, Office, Payload
from summitry.graph.fusion.decisions import NONE, Decisions, Verdict, grouped
from summitry.graph.fusion.known import Known
from summitry.graph.names import same_person, slug


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """Somebody unknown in a post."""

    key: str
    name: str
    role: str
    of: str

    @property
    def post(self) -> str:
        """The post, as a key."""
        return f"{slug(self.role)} {self.of}"


def holders(payload: Payload, known: Known) -> tuple[Holder, ...]:
    """The holder of a post that a claim tells of, if the reference data lack the person."""
    if not isinstance(payload, Office) or payload.of is None or known.node(payload.person.key) is not None:
        return ()
    return (Holder(payload.person.key, payload.person.name, payload.role, payload.of.key),)


def resolve(found: Iterable[Holder], known: Known, decided: Decisions = NONE) -> dict[str, str]:
    """Key -> the key that stands for the person, for those that are known under another.

    What a user has decided counts before what names and posts suggest.
    """
    everyone = sorted(set(found))
    said, barred = decided.pairs(Verdict.SAME), decided.pairs(Verdict.DIFFERENT)
    links = [(_DECIDED, a, b) for a, b in said]
    by_post: dict[str, list[Holder]] = {}
    for holder in everyone:
        by_post.setdefault(holder.post, []).append(holder)
    for post in by_post.values():
        links += [(_KNOWN, holder.key, other) for holder in post for other in _known_holders(holder, known)]
        for a, b in combinations(post, 2):
            if a.key != b.key and same_person(a.name, b.name):
                links.append((_ALIKE, a.key, b.key))
    names = {holder.key: holder.name for holder in everyone}
    keys = set(names).union(*((a, b) for _, a, b in links))
    aliases: dict[str, str] = {}
    for group in grouped(keys, links, barred):
        chosen = _best(group, names, known)
        aliases.update({key: chosen for key in group if key != chosen and known.node(key) is None})
    return aliases


_DECIDED, _KNOWN, _ALIKE = range(3)  # the strength of a link, the strongest first


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
