"""A place told beside an event instead of with it: "the streets of Rome were closed as X began a visit", "protests in Rome during a
visit by X"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.places import Place, place_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_MARKS = frozenset("as when while after".split())
_BEGINS = frozenset("begin start open kick pay make conclude end wrap".split())
_PLACES = frozenset({MentionKind.CITY, MentionKind.STATE})
_APART = ("poss", "compound", "amod", "nmod")


def around(reading: Reading, passage: Passage, event: Token) -> list[Place]:
    """The one place that the sentence around an event's clause names, where the clause itself names none."""
    clause = _clause(event)
    if clause is None:
        return []
    first, last = clause.left_edge.i, clause.right_edge.i
    found: list[Place] = []
    for token in event.sent:
        mention = passage.mention_at.get(token.i)
        named = token.lower_ == "capital" or (mention is not None and mention.kind in _PLACES)
        place = place_at(reading, passage, token) if named and token.dep_ not in _APART else None
        if place is None:
            continue
        if first <= token.i <= last:
            return []
        found.append(place)
    keys = {p.narrowest.key for p in found if p.narrowest is not None}
    return found[:1] if len(keys) == 1 else []


def _clause(event: Token) -> Token | None:
    """ "as X arrived", "as X began a visit", "during a visit by X": the head of the words that tell the event."""
    if event.pos_ == "NOUN" and event.dep_ == "pobj" and event.head.lower_ in ("during", "amid"):
        named = any(n.pos_ == "PROPN" for _, n in prepositions(event, "by", "of"))
        owned = any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in event.children)
        return event if named or owned else None
    verb = event if event.pos_ == "VERB" else verb_of(event)
    if verb != event and (verb.lemma_ not in _BEGINS or event.dep_ != "dobj"):
        return None
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    return verb if verb.dep_ == "advcl" and marks & _MARKS else None
