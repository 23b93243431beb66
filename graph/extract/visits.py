"""Who visited which state: arrivals, trips, visits paid and received, stays."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import (
    actors_at, agent_of, entities_at, is_passive, listed, objects_of, owner_of, prepositions, subject_of, verb_of,
)  # fmt: skip
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.places import Place, dateline_city, place_at, places_of
from summitry.graph.extract.status import negated, status_of
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_DIRECT = frozenset("visit tour".split())
_MOVES = frozenset("arrive travel fly go head come land journey jet return touch pay make set depart leave move proceed swing stop "
                   "descend show turn walk".split())  # fmt: skip
_HOSTS = frozenset("host receive welcome greet entertain".split())
_NOUNS = frozenset("visit trip tour stay stopover stop journey pilgrimage".split())
_LIGHT = frozenset("make pay begin start conclude complete end undertake finish wrap kick have cut continue embark plan launch "
                   "schedule be close cap".split())  # fmt: skip
_PRESENT = frozenset("attend join participate take address speak sign expect".split())


def find(reading: Reading) -> Iterator[Finding]:
    """The visits that an article states."""
    when = When(reading)
    here = dateline_city(reading)
    for passage, sentence in reading.sentences():
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                yield from _verb(reading, when, passage, token, here)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in _NOUNS:
                yield from _noun(reading, when, passage, token)


def _verb(reading: Reading, when: When, passage: Passage, verb: Token, here: Place | None) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if lemma in _DIRECT:
        yield from _went(reading, when, passage, verb, _direct(reading, passage, verb), "visit.direct")
    elif lemma in _MOVES:
        yield from _went(reading, when, passage, verb, _destinations(reading, passage, verb, here), "visit.move")
    elif lemma in _HOSTS:
        yield from _hosted(reading, when, passage, verb)
    elif lemma == "be":
        yield from _went(reading, when, passage, verb, list(places_of(reading, passage, verb, "in")), "visit.stay")
    elif lemma in _PRESENT:
        yield from _went(reading, when, passage, verb, _at_event(reading, passage, verb), "visit.attend")


def _direct(reading: Reading, passage: Passage, verb: Token) -> list[Place]:
    """The places that "visit" takes as objects."""
    found = []
    for noun in objects_of(verb):
        for item in listed(noun):
            place = place_at(reading, passage, item)
            if place is not None:
                found.append(_with_capital(reading, passage, verb, item, place))
    return found or list(places_of(reading, passage, verb, "to"))


def _with_capital(reading: Reading, passage: Passage, verb: Token, noun: Token, place: Place) -> Place:
    if place.city is not None:
        return place
    for child in noun.children:
        inner = place_at(reading, passage, child) if child.dep_ == "appos" else None
        if inner is not None and inner.city is not None:
            return Place(inner.city, place.state, place.token)
    return place


def _destinations(reading: Reading, passage: Passage, verb: Token, here: Place | None) -> list[Place]:
    lemma = verb.lemma_.lower()
    words = ("for",) if lemma in ("leave", "depart") else ("to", "in", "at", "into", "for")
    if lemma == "set":
        words = ("for",)
    if lemma in ("pay", "make", "take", "be"):
        return []
    found = list(places_of(reading, passage, verb, *words))
    for child in verb.children:
        if child.dep_ in ("prt", "advmod") and child.lower_ in ("off", "out", "down", "up", "back", "over"):
            found += [p for p in places_of(reading, passage, child, *words)]
        if child.dep_ == "advmod" and child.lower_ == "here" and here is not None and lemma in ("arrive", "come", "land", "reach"):
            found.append(Place(here.city, here.state, child.i))
    return found


def _at_event(reading: Reading, passage: Passage, verb: Token) -> list[Place]:
    """"attending a forum in St. Petersburg": whoever attends is there."""
    found = []
    nouns = objects_of(verb) + [n for _, n in prepositions(verb, "in", "at")]
    for child in verb.children:
        if child.lower_ == "part":
            nouns += [n for _, n in prepositions(child, "in")]
    for noun in nouns:
        if noun.lemma_.lower() in ("summit", "forum", "conference", "meeting", "ceremony", "inauguration", "funeral", "parade", "opening"):
            found += list(places_of(reading, passage, noun, "in", "at"))
    return found


def _went(reading: Reading, when: When, passage: Passage, verb: Token, places: list[Place], rule: str) -> Iterator[Finding]:
    if not places:
        return
    status = status_of(verb, passage.headline)
    if status is None:
        return
    subject = subject_of(verb)
    if is_passive(verb) and agent_of(verb) is not None and verb.lemma_.lower() in _DIRECT:
        subject = agent_of(verb)
    if subject is None:
        return
    for visitor in actors_at(reading, passage, subject, people_only=True):
        for place in places:
            yield from _visit(reading, when, passage, verb, visitor, place, status, rule)


def _hosted(reading: Reading, when: When, passage: Passage, verb: Token) -> Iterator[Finding]:
    """"Xi hosted Putin in Beijing": the guest visits where the host == at home."""
    status = status_of(verb, passage.headline)
    if status is None:
        return
    if is_passive(verb):
        guests = [a for o in objects_of(verb) for a in actors_at(reading, passage, o, people_only=True)]
        agent = agent_of(verb)
        hosts = actors_at(reading, passage, agent) if agent is not None else []
    else:
        guests = [a for o in objects_of(verb) for a in actors_at(reading, passage, o, people_only=True)]
        subject = subject_of(verb)
        hosts = actors_at(reading, passage, subject) if subject is not None else []
    places = list(places_of(reading, passage, verb, "in", "at"))
    home = {state_of(reading, h) for h in hosts} - {None}
    for place in places:
        for guest in guests:
            if place.state is not None and (place.state.key in home or not home):
                yield from _visit(reading, when, passage, verb, guest, place, status, "visit.host")


def _noun(reading: Reading, when: When, passage: Passage, noun: Token) -> Iterator[Finding]:
    if noun.lemma_.lower() in ("stop", "stay") and not any(c.dep_ == "poss" for c in noun.children) and noun.dep_ not in ("dobj", "pobj"):
        return
    places = list(places_of(reading, passage, noun, "to", "in")) or _fronted(reading, passage, noun)
    if not places:
        places = list(places_of(reading, passage, verb_of(noun), "to")) if noun.dep_ == "dobj" else []
    if not places:
        return
    status = status_of(noun, passage.headline)
    if status is None:
        return
    for visitor in _visitors(reading, passage, noun):
        for place in places:
            yield from _visit(reading, when, passage, noun, visitor, place, status, "visit.noun")


def _fronted(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    """"his Beijing trip", "a Moscow visit"."""
    found = []
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and child.i < noun.i:
            place = place_at(reading, passage, child)
            if place is not None:
                found.append(place)
    return found


def _visitors(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    own = [e for e in owner_of(reading, passage, noun) if e.kind is EntityKind.PERSON]
    if own:
        return own
    verb = verb_of(noun)
    if verb == noun:
        return []
    if noun.dep_ in ("nsubj", "nsubjpass"):
        by = agent_of(verb)
        return actors_at(reading, passage, by, people_only=True) if by is not None and verb.lemma_ in ("make", "pay") else []
    if noun.dep_ == "dobj" and verb.lemma_.lower() not in _LIGHT and verb.lemma_.lower() not in ("cancel", "postpone", "announce", "follow"):
        return []
    subject = subject_of(verb)
    if subject is None:
        return []
    if noun.dep_ == "attr" and entities_at(reading, passage, subject) == ():
        same = subject.lemma_.lower() in _NOUNS
        return [e for e in owner_of(reading, passage, subject) if e.kind is EntityKind.PERSON] if same else []
    return actors_at(reading, passage, subject, people_only=True)


def _visit(
    reading: Reading, when: When, passage: Passage, trigger: Token, visitor: Entity, place: Place, status: Status, rule: str
) -> Iterator[Finding]:
    state = place.state
    if state is None or state_of(reading, visitor) == state.key:
        return
    if rule == "visit.stay" and negated(trigger):
        return
    dates = when.of(passage, trigger, status)
    status = dates.settle(status)
    payload = Visit(visitor, state, place.city, dates.start, dates.end, status)
    certainty = {"visit.direct": 0.95, "visit.move": 0.93, "visit.noun": 0.92, "visit.host": 0.9, "visit.stay": 0.9, "visit.attend": 0.8}[rule]
    yield finding(reading, passage, trigger, payload, certainty, rule, passage.doc[place.token])
