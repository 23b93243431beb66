"""Which claims may tell of the same thing: each claim's block keys, read off its own words alone.

Claims that share a key, directly or through others, are fused together and with no others; so a new article
costs what its blocks cost. A key begins with the kind of its block, which names the fuser.
"""

from __future__ import annotations

import re
from itertools import combinations

from summitry.graph.claims import (
    ArmsSupply,
    Base,
    Border,
    Entity,
    Meeting,
    Membership,
    MilitaryAction,
    Office,
    Payload,
    Relation,
    Statement,
    Summit,
    Topic,
    Treaty,
    Visit,
    Warrant,
)
from summitry.graph.fusion.known import Known, state_of
from summitry.graph.fusion.words import edition_of, quote_key, series_of, treaty_key

MANY = 6
"""Participants of whom each pair is a key; of more, only the pairs with the first, or keys would explode."""

RECOGNITION = ("recognises", "does_not_recognise")


def block_keys(payload: Payload, known: Known) -> tuple[str, ...]:
    """The keys of a claim's blocks; none if it fuses with nothing, such as a topic of nobody's meeting."""
    match payload:
        case Visit(visitor=visitor, state=state, city=city):
            return (_key("visit", visitor.key, host_key(state, city, known)),)
        case Meeting(participants=people) | Topic(participants=people):
            return _gathering(people)
        case Summit(name_or_org=name, organisation=organisation):
            own = (f"summit/{series_of(name)}",)
            return own if organisation is None else (f"summit/{organisation.key}", *own)
        case Office(person=person, role=role):
            return (_key("office", person.key, role),)
        case Membership(member=member, organisation=organisation):
            return (_key("membership", member.key, organisation.key),)
        case Base(operator=operator, host=host):
            return (_key("base", _of(operator), _of(host)),)
        case Border(a=a, b=b):
            return (_key("border", *sorted((a.key, b.key))),)
        case Treaty(party=party, treaty=treaty):
            return (_key("treaty", party.key, treaty_key(treaty)),)
        case Warrant(issuer=issuer, person=person):
            return (_key("warrant", issuer.key, person.key),)
        case MilitaryAction(actor=actor, target=target):
            return (_key("action", actor.key, target.key),)
        case ArmsSupply(supplier=supplier, recipient=recipient):
            return (_key("arms", supplier.key, recipient.key),)
        case Relation(a=a, b=b, kind=kind):
            group = "recognition" if kind in RECOGNITION else kind
            return (_key("relation", group, *sorted((a.key, b.key))),)
        case Statement(quote=quote):
            return (_key("statement", quote_key(quote)),)


def edition_key(summit: Summit) -> tuple[str, ...]:
    """The key that summits of one number in their series share, whatever their dates."""
    number = edition_of(summit.name_or_org)
    return () if number is None else (f"summit/{series_of(summit.name_or_org)} {number}",)


def host_key(state: Entity | None, city: Entity | None, known: Known) -> str:
    """The key of the state visited, found through the city if need be; "-" where nobody knows."""
    if state is not None:
        return state.key
    return (state_of(city.key, known) if city is not None else None) or "-"


def _key(kind: str, *parts: str) -> str:
    return f"{kind}/{' '.join(parts)}"


def _of(entity: Entity | None) -> str:
    return "-" if entity is None else entity.key


def _gathering(people: tuple[Entity, ...]) -> tuple[str, ...]:
    keys = sorted({person.key for person in people})
    if len(keys) < 2:
        return ()
    pairs = combinations(keys, 2) if len(keys) <= MANY else ((keys[0], other) for other in keys[1:])
    return tuple(_key("meeting", *pair) for pair in pairs)


def kind_of(key: str) -> str:
    """The kind of a block, by its key."""
    return re.split(r"[/ ]", key, maxsplit=1)[0]
