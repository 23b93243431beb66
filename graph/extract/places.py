"""Where: the city and the state that an event's words name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_HERE = frozenset({"in", "at", "to", "into", "for", "through", "across"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as the words go: a city, its state, or a state alone; `token` is where it stands."""

    city: Entity | None
    state: Entity | None
    token: int

    @property
    def narrowest(self) -> Entity | None:
        return self.city or self.state


def place_at(reading: Reading, passage: Passage, token: Token) -> Place | None:
    """The place that a token names; a demonym with "capital" is that capital."""
    mention = passage.mention_at.get(token.i)
    if mention is not None and mention.entity is not None:
        if mention.kind is MentionKind.CITY:
            return _city(reading, passage, token, mention.entity)
        if mention.kind in (MentionKind.STATE, MentionKind.REGION):
            return Place(None, mention.entity, token.i) if mention.kind is MentionKind.STATE else _region(reading, mention.entity, token.i)
    if token.lower_ == "capital":
        return _capital(reading, passage, token)
    if token.lower_ in ("city", "town", "resort", "port", "airport", "island", "republic", "country", "kingdom"):
        for child in token.children:
            if child.dep_ in ("appos", "pobj", "compound", "nmod"):
                found = place_at(reading, passage, child)
                if found is not None:
                    return found
        for _, noun in prepositions(token, "of"):
            return place_at(reading, passage, noun)
    return None


def _city(reading: Reading, passage: Passage, token: Token, city: Entity) -> Place:
    entry = reading.gazetteer.find(city.key)
    state = None
    if entry is not None and entry.state:
        state = Entity(EntityKind.STATE, entry.state_name, entry.state, entry.state_name)
    return Place(city, state, token.i)


def _region(reading: Reading, region: Entity, token: int) -> Place | None:
    entry = reading.gazetteer.find(region.key)
    if entry is None or not entry.state:
        return None
    return Place(None, Entity(EntityKind.STATE, entry.state_name, entry.state, entry.state_name), token)


def _capital(reading: Reading, passage: Passage, token: Token) -> Place | None:
    """"the Turkmen capital", "Tajikistan's capital Dushanbe", "the capital of Kenya"."""
    for child in token.children:
        mention = passage.mention_at.get(child.i)
        if mention is not None and mention.kind is MentionKind.CITY and mention.entity is not None:
            return _city(reading, passage, child, mention.entity)
    for child in [*token.children, *(n for _, n in prepositions(token, "of"))]:
        mention = passage.mention_at.get(child.i)
        if mention is None or mention.entity is None or mention.entity.kind is not EntityKind.STATE:
            continue
        key = reading.gazetteer.capital(mention.entity.key)
        entry = reading.gazetteer.find(key) if key else None
        if entry is not None:
            city = Entity(EntityKind.CITY, entry.name, entry.key, entry.name)
            return Place(city, mention.entity, token.i)
    return None


def places_of(reading: Reading, passage: Passage, token: Token, *words: str) -> Iterator[Place]:
    """The places that hang from a verb or a noun by a preposition (in, at, to … where none is given), in order."""
    for _, noun in prepositions(token, *(words or _HERE)):
        yield from _unfold(reading, passage, noun)


def _unfold(reading: Reading, passage: Passage, noun: Token) -> Iterator[Place]:
    """A place noun, with the larger place behind it, and the places coordinated to it."""
    found = place_at(reading, passage, noun)
    if found is None and noun.pos_ in ("NOUN", "PROPN"):
        for child in noun.children:
            if child.dep_ in ("appos", "compound", "poss", "nmod"):
                found = place_at(reading, passage, child)
                if found is not None:
                    break
    if found is not None:
        yield _widen(reading, passage, noun, found)
    for child in noun.children:
        if child.dep_ == "conj":
            yield from _unfold(reading, passage, child)


def _widen(reading: Reading, passage: Passage, noun: Token, place: Place) -> Place:
    """"Kant in Kyrgyzstan", "Mendoza, Argentina": the state that the text itself gives."""
    if place.city is None:
        for child in noun.children:
            if child.dep_ == "appos":
                inner = place_at(reading, passage, child)
                if inner is not None and inner.city is not None and (inner.state is None or place.state is None or inner.state.key == place.state.key):
                    return Place(inner.city, place.state or inner.state, place.token)
    return place


def dateline_city(reading: Reading) -> Place | None:
    """The city of the dateline ("ULAN BATOR, Aug. 22 --"), which "here" refers to."""
    for passage in reading.passages:
        if passage.headline:
            continue
        for i in sorted(passage.mention_at)[:2]:
            mention = passage.mention_at[i]
            if mention.kind is MentionKind.CITY and mention.entity is not None and mention.start - passage.block.start <= 2:
                after = reading.article.text[mention.end : mention.end + 60]
                if any(mark in after for mark in ("—", "–", "--", " - ", "(", ": ")) or after.startswith(":") or mention.text.isupper():
                    return _city(reading, passage, passage.doc[i], mention.entity)
    return None
