"""Guests named in passing: "talks with visiting Russian President Vladimir Putin", "Putin's plane landed in Hanoi"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import doers, people_at
from summitry.graph.extract.arguments import agents_of, objects_of, prepositions, subject_of, verb_of
from summitry.graph.extract.localities import Place, state_at
from summitry.graph.extract.motion import SUITES
from summitry.graph.extract.places import place_at, places_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.travel import Telling, visit
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind

_CRAFT = frozenset(
    "plane jet aircraft airplane aeroplane flight airliner train motorcade convoy helicopter yacht ship ilyushin boeing airbus".split()
)
LED = frozenset("lead head chair".split())
_HOLDERS = frozenset({MentionKind.PERSON, MentionKind.POST})


def guest(told: Telling, passage: Passage, token: Token) -> Iterator[Finding]:
    """The visit of somebody called "visiting": to the state of those beside him, else to the scene of the story."""
    mention = passage.mention_at.get(token.i)
    if mention is None or mention.kind not in _HOLDERS or not _visiting(passage, token):
        return
    status = status_of(verb_of(token), passage.headline)
    if status is None:
        return
    for visitor in told.reading.entities(mention):
        place = _host(told, passage, token, visitor)
        if visitor.kind is EntityKind.PERSON and place is not None:
            yield from visit(told, passage, token, visitor, place, status, "visit.guest")


def _visiting(passage: Passage, token: Token) -> bool:
    mention = passage.mention_at[token.i]
    before = passage.doc[token.i - 1] if token.i > token.sent.start else None
    beside = before is not None and before.lower_ == "visiting" and before.dep_ in ("amod", "compound")
    return beside or mention.text.lower().startswith("visiting ")


def _host(told: Telling, passage: Passage, token: Token, visitor: Entity) -> Place | None:
    reading = told.reading
    verb = verb_of(token)
    inner = [p for t in (verb, *objects_of(verb)) for p in places_of(reading, passage, t, "in")]
    done = [p for p in inner if p.city is not None]
    if len(done) == 1:
        return done[0]  # "held talks in Rome with visiting X"
    homes: dict[str, int] = {}
    for i in range(token.sent.start, token.sent.end):
        mention = passage.mention_at.get(i)
        if mention is None or mention.kind not in _HOLDERS or i == token.i:
            continue
        for person in reading.entities(mention):
            home = state_of(reading, person) if person.key != visitor.key else None
            if home is not None and home.startswith("state/"):
                homes.setdefault(home, i)
    own = state_of(reading, visitor)
    homes.pop(own or "", None)
    here = told.where.here
    told_here = any(c.lower_ == "here" for c in verb_of(token).children)  # "discussed trade here on Monday"
    if len(homes) != 1 or told_here:
        return here if not homes or told_here else None
    key, at = homes.popitem()
    if here is not None and here.state is not None and here.state.key == key:
        return here
    for i in range(token.sent.start, token.sent.end):
        mention = passage.mention_at.get(i)
        place = place_at(reading, passage, passage.doc[i]) if mention is not None else None
        if place is not None and place.state is not None and place.state.key == key:
            return place
    return state_at(reading, key, at)


def aboard(told: Telling, passage: Passage, verb: Token) -> list[Entity]:
    """Whose plane lands, or whom it carries; who leads the delegation that comes."""
    craft = subject_of(verb)
    if craft is not None and craft.lemma_.lower() in SUITES:
        return _leading(told, passage, craft)
    if craft is None or craft.lemma_.lower() not in _CRAFT:
        return []
    nouns = [c for c in craft.children if c.dep_ == "poss"]
    for child in craft.children:
        if child.lemma_ in ("carry", "bring") and child.dep_ in ("acl", "relcl"):
            nouns += [c for c in child.children if c.dep_ == "dobj"]
    nouns += [n for _, n in prepositions(craft, "of", "with")]
    return people_at(told.reading, passage, nouns)


def _leading(told: Telling, passage: Passage, suite: Token) -> list[Entity]:
    """ "a delegation led by X", "a delegation under X", "X heads the delegation which …": who leads it or goes along."""
    if suite.dep_ == "dobj" and suite.head.lemma_.lower() in LED:
        return doers(told.reading, passage, suite.head, people_only=True)
    clauses = [
        c
        for c in suite.children
        if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in LED and c.tag_ == "VBN"
    ]
    named = [n for c in clauses for n in agents_of(c)]
    named += [n for _, n in prepositions(suite, "under", "including", "with")]
    return people_at(told.reading, passage, named)
