"""The state that a person acts for, or that a mention names; the state or organisation where the record has a post;
where a mention stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import HEAD_ROLES, state_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_WOMENS = frozenset({"queen", "empress", "princess", "crown princess", "first lady"})
_MENS = frozenset({"king", "emperor", "prince", "sultan", "emir"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the head of a mention's words stands."""

    reading: Reading
    passage: Passage
    token: Token

    @property
    def mention(self) -> Mention:
        return self.passage.mention_at[self.token.i]


def home(reading: Reading, person: Entity) -> Entity | None:
    """The state that a person acts for."""
    return entity_at(reading, state_of(reading, person))


def serves(reading: Reading, person: Entity) -> Entity | None:
    """The state or organisation that somebody's own staff works for: that of the post which the article gives him, or the
    record has.
    """
    mine = reading.registry.people.get(person.key)
    stated = next((p.of for p in (mine.posts if mine else ()) if p.of is not None and not p.former), None)
    now = reading.gazetteer.current(person.key, reading.published) if stated is None else None
    return stated or (entity_at(reading, now.of) if now is not None else None) or home(reading, person)


def called(reading: Reading, words: str) -> Entity | None:
    """The person of the article that a name or a surname means."""
    for person in reading.registry.people.values():
        entity = person.entity
        if words in (entity.written, entity.name, entity.name.split()[-1], entity.written.split()[-1]):
            return entity
    known = reading.gazetteer.person(words) if " " in words else ()
    found = Entity(known[0].kind, known[0].name, known[0].key, words) if len(known) == 1 else None
    return reading.registry.called(words) or found


def entity_at(reading: Reading, key: str | None) -> Entity | None:
    """The entity of the reference data with this key."""
    entry = reading.gazetteer.find(key) if key else None
    return Entity(entry.kind, entry.name, entry.key, entry.name) if entry is not None else None


def state_of_mention(reading: Reading, mention: Mention) -> Entity | None:
    """The state that a mention names or acts for; cities are where somebody is, not whom he serves."""
    if mention.kind in (MentionKind.STATE, MentionKind.DEMONYM, MentionKind.METONYM):
        return next((e for e in reading.entities(mention) if e.kind is EntityKind.STATE), None)
    if mention.kind not in (MentionKind.PERSON, MentionKind.POST):
        return None
    of = next((p.of for p in mention.posts if p.of is not None and p.of.kind is EntityKind.STATE), None)
    people = reading.entities(mention)
    of = of or (home(reading, people[0]) if len(people) == 1 else None)
    return of if of is not None and of.kind is EntityKind.STATE else None


def record(reading: Reading, person: Entity, role: str) -> Entity | None:
    """The state or organisation where somebody is on record in a post; a monarch of many states is of the first."""
    found = [tenure.of for tenure in reading.gazetteer.tenures(person.key) if tenure.role == role]
    entry = reading.gazetteer.find(person.key)
    home = entry.state if entry is not None and entry.state in found else None
    crown = "state/united-kingdom" if "state/united-kingdom" in found else None
    return entity_at(reading, crown or home or (found[0] if found else None))


def fits(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether somebody may be what a post says: no man a queen, nobody the head of a state but of the one on record."""
    female = reading.gazetteer.female(person.key, person.name)
    if (role in _WOMENS and female is False) or (role in _MENS and female):
        return False
    tenures = reading.gazetteer.tenures(person.key)
    heads = {t.of for t in tenures if t.role in HEAD_ROLES and t.of.startswith("state/")}
    return role not in HEAD_ROLES or of.kind is not EntityKind.STATE or not heads or of.key in heads
