"""One person of an article, and the entities of people who are on record and who are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.holders import entry_entity
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.name_forms import fold


@dataclass(slots=True)
class Person:
    """One person of the article: the entity, the posts the article states, where first met."""

    entity: Entity
    first: int
    posts: list[Post] = field(default_factory=list)
    named: list[int] = field(default_factory=list)  # the offsets of the full names


def known_entity(entry: Entry | None, written: str) -> Entity | None:
    """The entity of somebody on record, as written."""
    return entry_entity(entry, written) if entry is not None else None


def new_entity(name: str) -> Entity:
    """The entity of somebody of whom nothing is on record."""
    clean = re.sub(r"\s+", " ", name).strip()
    return Entity(EntityKind.PERSON, clean, "person/" + (fold(clean).replace(" ", "-") or "unknown"), clean)
