"""The states that are meant without their names: those of people, "the South" of the two Koreas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.model import Mention
from summitry.graph.mentions.reading import Reading

_HALVES = {"South": "state/south-korea", "North": "state/north-korea"}
_PARTS_OF_NAMES = ("compound", "amod", "nmod")


def homes(
    reading: Reading, state_of: Callable[[Reading, Entity], str | None], mention: Mention
) -> list[Entity]:
    """The states that the people of a mention act for."""
    people = [e for e in reading.entities(mention) if e.kind is EntityKind.PERSON]
    known = [reading.gazetteer.find(state_of(reading, person) or "") for person in people]
    return [
        Entity(EntityKind.STATE, entry.name, entry.key, entry.name)
        for entry in known
        if entry is not None and entry.kind is EntityKind.STATE
    ]


def half(reading: Reading, token: Token, told: Sequence[Entity]) -> Entity | None:
    """ "stationed in the South": that of the two Koreas, where one of them has been told of."""
    key = _HALVES.get(token.text)
    if key is None or not any(s.key in _HALVES.values() for s in told):
        return None
    words = {c.dep_ for c in token.children}
    alone = token.dep_ not in _PARTS_OF_NAMES and any(c.lower_ == "the" for c in token.children)
    entry = reading.gazetteer.find(key) if alone and not words & {"prep", "compound"} else None
    return Entity(EntityKind.STATE, entry.name, entry.key, token.text) if entry is not None else None
