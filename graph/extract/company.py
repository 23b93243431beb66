"""Those who met, put together: one meeting for each guest or one for all, with its place and its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import (
    actor_at,
    listed,
    prepositions,
    verb_of,
)  # fmt: skip
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.places import Place, place_at, places_of
from summitry.graph.extract.story import Scene
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_CLAUSE = 25  # tokens behind a verb in which its place may stand
_HOSTS = frozenset("welcome receive host invite".split())
_MOVES = frozenset("fly go travel come arrive head land jet drive be reach visit tour".split())
_ELSEWHERE = frozenset("after before since following while when then later earlier previously".split())


@dataclass(frozen=True, slots=True)
class Telling:
    reading: Reading
    when: When
    scene: Scene


def pairs(
    told: Telling, passage: Passage, trigger: Token, ours: list[Entity], groups: list[Token], status: Status, rule: str,
    people_only: bool = False, joint: bool = False,
) -> Iterator[Finding]:  # fmt: skip
    """One meeting for each guest; one for all where the subject alone names them, or the words tell of one."""
    if not groups:
        if len(ours) > 1:
            yield from meeting(told, passage, trigger, ours, status, rule, trigger)
        return
    items = [(item, _guests(told, passage, item, people_only)) for group in groups for item in listed(group)]
    if joint and ours:
        together = [g for _, guests in items for g in guests]
        if together:
            yield from meeting(told, passage, trigger, [*ours, *together], status, rule, items[0][0])
        return
    for item, guests in items:
        if guests and ours:
            yield from meeting(told, passage, trigger, [*ours, *guests], status, rule, item)


def _guests(told: Telling, passage: Passage, item: Token, people_only: bool) -> list[Entity]:
    return [
        e for e in actor_at(told.reading, passage, item) if not people_only or e.kind is EntityKind.PERSON
    ]


def meeting(
    told: Telling,
    passage: Passage,
    trigger: Token,
    people: list[Entity],
    status: Status,
    rule: str,
    guest: Token,
) -> Iterator[Finding]:
    chosen = list({e.key: e for e in people}.values())
    persons = [e for e in chosen if e.kind is EntityKind.PERSON]
    if persons and len(persons) < len(chosen):
        states = {state_of(told.reading, p) for p in persons}
        chosen = [e for e in chosen if e.kind is EntityKind.PERSON or e.key not in states]
    if len(chosen) < 2:
        return
    place = _place(told, passage, trigger, guest)
    dates = told.when.of(passage, guest if guest != trigger and _own_time(guest) else trigger, status)
    payload = Meeting(tuple(chosen), place.narrowest if place else None, dates.start, dates.settle(status))
    yield finding(
        told.reading, passage, trigger, payload, 0.93 if rule != "meeting.talk" else 0.85, rule, guest
    )


def _own_time(guest: Token) -> bool:
    return guest.dep_ in ("conj", "appos")


def _place(told: Telling, passage: Passage, trigger: Token, guest: Token) -> Place | None:
    verb = verb_of(trigger)
    for token in dict.fromkeys((guest, trigger, verb)):
        for place in places_of(told.reading, passage, token, "in", "at", "near", "outside"):
            return place
    noun = place_clause(verb)
    one = (
        noun is not None and noun.dep_ != "conj"
    )  # "Brazil and Argentina, where he met …": who knows whom where
    where = place_at(told.reading, passage, noun) if noun is not None and one else None
    if where is not None:
        return where
    for word, inner in prepositions(verb, "on", "during", "at"):
        for token in (inner, *(n for _, n in prepositions(inner, "of"))):
            for place in places_of(
                told.reading, passage, token, "in", "at", *(("to",) if word.lower_ == "during" else ())
            ):
                return place
    found = _elsewhere_in_clause(told, passage, trigger, verb) or _journey(told, passage, verb)
    if found is not None:
        return found
    if any(c.lower_ == "here" for c in verb.children):
        return told.scene.here
    for token in dict.fromkeys((guest, trigger, verb)):  # "was held in 2019 in the city"
        for _, noun in prepositions(token, "in"):
            if noun.lower_ in ("city", "capital") and any(c.lower_ in ("the", "that") for c in noun.children):
                return told.scene.before(passage, noun)
    return None


def _elsewhere_in_clause(told: Telling, passage: Passage, trigger: Token, verb: Token) -> Place | None:
    """A city that ends the clause, on whichever of its nouns the parser hung it: "exchanged documents in Rome on Monday"."""
    if verb.lemma_ in _HOSTS:
        for found in places_of(told.reading, passage, verb, "to"):
            return found
    last = min(verb.sent.end, max(verb.i, trigger.i) + _CLAUSE)
    for i in range(verb.i + 1, last):
        token = passage.doc[i]
        if (token.pos_ in ("VERB", "AUX") and i > trigger.i) or token.text in (";", ":"):
            return None
        if token.lower_ in ("in", "at") and i > trigger.i and verb.is_ancestor(token):
            nouns = [c for c in token.children if c.dep_ == "pobj"]
            place = place_at(told.reading, passage, nouns[0]) if nouns else None
            if place is not None and place.city is not None and _ends(passage, nouns[0]):
                return place
    return None


def _ends(passage: Passage, noun: Token) -> bool:
    """Whether nothing but a time, a comma or the end follows a place."""
    if noun.i + 1 >= len(passage.doc):
        return True
    after = passage.doc[noun.i + 1]
    return after.is_punct or after.lower_ == "on" or after.ent_type_ in ("DATE", "TIME") or after.tag_ == "CC"


def _journey(told: Telling, passage: Passage, verb: Token) -> Place | None:
    """Where somebody went in order to meet, or before he met: "flew to Rome for talks", "was in Rome to see X"."""
    at = verb
    for _ in range(3):
        if at.lemma_ in _MOVES:
            for found in places_of(told.reading, passage, at, "to", "in", "into", "at"):
                return found
            for child in at.children:
                place = place_at(told.reading, passage, child) if child.dep_ == "dobj" else None
                if place is not None:
                    return place
        if at.dep_ not in ("advcl", "xcomp", "conj") or at.head.i > at.i or _apart(at):
            return None
        at = at.head
    return None


def _apart(verb: Token) -> bool:
    """ "flew to Rome after meeting X": the one is not where the other is."""
    return any(c.dep_ in ("mark", "prep", "advmod") and c.lower_ in _ELSEWHERE for c in verb.children)


def is_person(reading: Reading, passage: Passage, token: Token) -> bool:
    return any(
        e.kind is EntityKind.PERSON for item in listed(token) for e in actor_at(reading, passage, item)
    )
