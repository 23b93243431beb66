"""States and organisations taken up by a common noun: "the bloc", "this country", "the two neighbours"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Context, Reading

_GROUPINGS = frozenset("bloc alliance organisation organization association grouping union pact cartel club group forum".split())
_LANDS = frozenset("country kingdom emirate republic nation state sultanate".split())
_LANDS_MANY = frozenset("countries nations states neighbors neighbours sides capitals kingdoms republics".split())
_NEAR = frozenset({"the", "this", "that"})
_KEPT = 6


class Named:
    """The organisation and the states named so far, and what takes them up again."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._organisation: Entity | None = None
        self._states: list[Entity] = []

    def context(self) -> Context:
        """What the next sentence may take up."""
        return Context(self._organisation, tuple(self._states))

    def meet(self, passage: Passage, token: Token) -> None:
        """Takes note of a mention, or makes one of a noun that takes an earlier one up."""
        mention = passage.mention_at.get(token.i)
        if mention is None:
            self._take_up(passage, token)
            return
        entity = mention.entity
        if entity is None:
            return
        if entity.kind is EntityKind.ORGANISATION and self._reading.gazetteer.members(entity.key):
            self._organisation = entity
        elif entity.kind is EntityKind.STATE:
            self._states = [entity, *(s for s in self._states if s.key != entity.key)][:_KEPT]

    def _take_up(self, passage: Passage, token: Token) -> None:
        word = token.lower_
        near = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet")}
        modifiers = (passage.mention_at.get(c.i) for c in token.children if c.dep_ in ("amod", "compound", "poss", "nmod", "prep"))
        if any(m is not None and m.kind is not MentionKind.REGION for m in modifiers):
            return
        if word in _GROUPINGS and near & _NEAR and self._organisation is not None:
            self._note(passage, token, MentionKind.ORGANISATION, (self._organisation,))
        elif word in _LANDS and near & _NEAR and self._states and not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
            self._note(passage, token, MentionKind.STATE, (self._state(token),))
        elif word in _LANDS_MANY and near & {"two", "both"} and len(self._states) > 1:
            self._note(passage, token, MentionKind.STATE, (self._states[1], self._states[0]))

    def _state(self, token: Token) -> Entity:
        """The state meant: behind "with" or "against" it is not the clause's own subject, which stands nearest."""
        if token.dep_ == "pobj" and token.head.lower_ in ("with", "against", "from", "to") and len(self._states) > 1:
            return self._states[1]
        return self._states[0]

    def _note(self, passage: Passage, token: Token, kind: MentionKind, entities: tuple[Entity, ...]) -> None:
        start, end = passage.starts[token.i], passage.ends[token.i]
        text = self._reading.article.text[start:end]
        passage.mention_at[token.i] = Mention(kind, start, end, text, None, (), len(entities) > 1)
        self._reading.referents[start, end] = entities
