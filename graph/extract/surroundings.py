"""A place told beside an event instead of with it: "the streets of Rome were closed as X began a visit", "protests in Rome during a
visit by X", "held talks in Rome during an official visit".
"""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import EntityKind
from summitry.graph.coreference import HEAD_ROLES, role_of, state_of
from summitry.graph.extract.actors import people_at
from summitry.graph.extract.arguments import objects_of, prepositions, verb_of
from summitry.graph.extract.localities import Place, state_at
from summitry.graph.extract.places import place_at, places_at, places_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_MARKS = frozenset("as when while after".split())
_BEGINS = frozenset("begin start open kick pay make conclude end wrap".split())
_PLACES = frozenset({MentionKind.CITY, MentionKind.STATE})
_WITHIN = frozenset("during on".split())
_PARTS = frozenset("day start end beginning part leg".split())
_STAYS = frozenset("visit trip stop stopover layover".split())
_APART = ("poss", "compound", "amod", "nmod")


def around(reading: Reading, passage: Passage, event: Token) -> list[Place]:
    """The one place that the sentence around an event's clause names, where the clause itself names none."""
    clause = _clause(passage, event)
    if clause is None:
        return []
    first, last = clause.left_edge.i, clause.right_edge.i
    people = people_at(reading, passage, _owners(event))
    homes = {state_of(reading, person) for person in people}
    found: list[Place] = []
    for token in event.sent:
        mention = passage.mention_at.get(token.i)
        named = token.lower_ == "capital" or (mention is not None and mention.kind in _PLACES)
        place = place_at(reading, passage, token) if named and token.dep_ not in _APART else None
        if place is None or (place.state is not None and place.state.key in homes):
            continue
        if first <= token.i <= last:
            return []
        found.append(place)
    keys = {p.narrowest.key for p in found if p.narrowest is not None}
    return found[:1] if len(keys) == 1 else []


def where_done(reading: Reading, passage: Passage, event: Token) -> list[Place]:
    """ "held talks in Rome during an official visit", "signed it in Rome on the first day of a visit": where the doing was."""
    if event.lemma_ not in _STAYS or event.dep_ != "pobj" or _owners(event):
        return []
    part = event.head.head if event.head.lower_ == "of" else None
    within = event.head.lower_ in _WITHIN or (part is not None and part.lemma_ in _PARTS)
    if not within or any(c.lower_ in ("the", "this", "that") for c in event.children):
        return []
    verb = verb_of(event)
    done = [*objects_of(verb), *(n for _, n in prepositions(verb, "at", "with"))]
    found = [p for t in (verb, *done) for p in places_of(reading, passage, t, "in")]
    return found if len(found) == 1 else []


def seen(reading: Reading, passage: Passage, event: Token) -> list[Place]:
    """ "a visit to troops at a base outside Rome": where what is visited stands."""
    nouns = [event, *(n for _, n in prepositions(event, "to") if n.pos_ == "NOUN")]
    for _ in range(2):
        inner = [n for at in nouns for _, n in prepositions(at, "in", "at", "near", "outside", "on")]
        found = places_at(reading, passage, inner)
        if found or not inner:
            return found[:1]
        nouns = inner
    return []


def governed_by(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    """ "Modi, whom he visited in March": the state of somebody who governs one."""
    mention = passage.mention_at.get(noun.i)
    people = reading.entities(mention) if mention is not None else ()
    if len(people) != 1 or people[0].kind is not EntityKind.PERSON:
        return []
    role, key = role_of(reading, people[0]), state_of(reading, people[0])
    state = state_at(reading, key, noun.i) if role in HEAD_ROLES else None
    return [state] if state is not None else []


def _owners(event: Token) -> list[Token]:
    """Whose visit a noun tells of by name."""
    owned = [c for c in event.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
    return [*owned, *(n for _, n in prepositions(event, "by", "of"))]


def _clause(passage: Passage, event: Token) -> Token | None:
    """ "as X arrived", "as X began a visit", "during a visit by X": the head of the words that tell the event."""
    if event.pos_ == "NOUN" and event.dep_ == "pobj" and event.head.lower_ in ("during", "amid"):
        return event if any(n.i in passage.mention_at for n in _owners(event)) else None
    verb = event if event.pos_ == "VERB" else verb_of(event)
    if verb != event and (verb.lemma_ not in _BEGINS or event.dep_ != "dobj"):
        return None
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    return verb if verb.dep_ == "advcl" and marks & _MARKS else None
