"""The names under which claims know a thing -> how it is described: its label and its other spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summitry.graph.claims import EntityKind, Payload
from summitry.graph.facts import Resource
from summitry.graph.fusion.known import Known
from summitry.graph.triples.payloads import mentions

KINDS: dict[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.STATE: "State",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.CITY: "City",
    EntityKind.REGION: "Region",
    EntityKind.BODY: "Body",
}


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """One way in which a thing is called; `canonical` tells the name from how a text spells it."""

    key: str
    kind: EntityKind
    text: str
    canonical: bool

    def __str__(self) -> str:
        return f"{'=' if self.canonical else '~'}{self.text}"


def spellings(payload: Payload) -> Iterator[Spelling]:
    """The ways in which a claim calls what it mentions; "the two" and other common words are nobody's."""
    for _, entity in mentions(payload):
        yield Spelling(entity.key, entity.kind, entity.name, True)
        if entity.written[:1].upper() == entity.written[:1] and entity.written != entity.name:
            yield Spelling(entity.key, entity.kind, entity.written, False)


def describe(key: str, found: Iterable[Spelling], known: Known) -> Resource | None:
    """How a thing is described by its spellings: its label is the reference's, else the first of its names.

    None if nothing needs saying.
    """
    every = sorted(set(found))
    node = known.node(key)
    aliases = tuple(dict.fromkeys(spelling.text for spelling in every))
    if node is not None:
        return Resource(key, node.kind, node.label, tuple(text for text in aliases if text != node.label))
    names = [spelling.text for spelling in every if spelling.canonical]
    if not names:
        return None
    return Resource(key, KINDS[every[0].kind], names[0], tuple(text for text in aliases if text != names[0]))
