"""Courtesies on arrival that are no meetings: "was greeted at the airport by X", "landed in Rome. He was welcomed by Vice-President X"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.coreference import HEAD_ROLES, role_of, state_of
from summitry.graph.extract.arguments import agents_of, listed
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_AIRPORTS = frozenset("airport airfield airbase base plane tarmac runway station".split())
_GREET = frozenset({"welcome", "greet"})
_COMING = frozenset("arrive arrival land alight disembark touch welcome ceremony".split())
_GATHER = frozenset(
    "join gather assemble come go turn line wait travel present".split()
)  # … to greet somebody
_ARRIVED = frozenset("arrive arrival land alight disembark touch airport tarmac".split())
_CROWDS = frozenset(
    "admirer supporter crowd well-wisher thousand hundred dancer schoolchild child throng onlooker".split()
)
_HIGH = frozenset({"prime minister", "deputy prime minister", "foreign minister", "defence minister"})
_LOCAL = frozenset({"mayor", "governor", "ambassador"})
_RULERS = frozenset(HEAD_ROLES) | {"queen", "emperor", "pope"}


def courtesy(
    reading: Reading, passage: Passage, verb: Token, hosts: list[Entity], guests: list[Entity]
) -> bool:
    """Whether those who receive somebody only greet him: at the airport, on his arrival, as below."""
    if any(t.lower_ in _AIRPORTS for t in verb.subtree) or _came_to_greet(verb):
        return True
    if verb.lemma_.lower() in _GREET and any(t.lemma_.lower() in _COMING and t != verb for t in verb.sent):
        return True
    return seen_in(reading, passage, verb, hosts, guests)


def seen_in(
    reading: Reading, passage: Passage, verb: Token, hosts: list[Entity], guests: list[Entity]
) -> bool:
    """Whether somebody is met on the way in, by a crowd, his own ambassador or those below his rank."""
    if _cheered(verb) or all(_own_envoy(reading, host, guests) for host in hosts):
        return True
    below = not any(role_of(reading, host) in _RULERS for host in hosts)
    ruler = any(role_of(reading, guest) in _RULERS for guest in guests)
    minor = all(_minor(role_of(reading, host)) for host in hosts)
    return below and ruler and (minor or _just_landed(reading, passage, verb))


def _minor(role: str | None) -> bool:
    """ "was welcomed by the tourism minister": who is sent to stand at the door."""
    return role is not None and role not in _HIGH and (role.endswith("minister") or role in _LOCAL)


def _cheered(verb: Token) -> bool:
    """ "was met by X and hundreds of supporters"."""
    return any(t.lemma_.lower() in _CROWDS for agent in agents_of(verb) for t in listed(agent))


def _came_to_greet(verb: Token) -> bool:
    """ "was at the palace to welcome X", "joined the president to greet him": one of those who stand in line."""
    if (
        verb.lemma_.lower() not in _GREET
        or verb.tag_ != "VB"
        or verb.dep_ not in ("advcl", "xcomp", "acl", "relcl")
    ):
        return False
    above = verb.head
    return above.lemma_ in _GATHER or (
        above.lemma_ == "be" and any(c.lower_ in ("at", "in", "on", "there") for c in above.children)
    )


def _own_envoy(reading: Reading, host: Entity, guests: list[Entity]) -> bool:
    """ "was received by his country's ambassador"."""
    home = state_of(reading, host)
    return role_of(reading, host) == "ambassador" and all(state_of(reading, g) == home for g in guests)


def _just_landed(reading: Reading, passage: Passage, verb: Token) -> bool:
    """Whether a sentence, or the one before it, tells of the arrival."""
    before = reading.before(passage, verb.sent)
    near = [*verb.sent[: verb.i - verb.sent.start], *(before[1] if before is not None else ())]
    return any(t.lemma_.lower() in _ARRIVED for t in near)
