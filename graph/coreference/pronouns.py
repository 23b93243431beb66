"""Pronouns -> people: the most prominent one for "he", the last ones who did something together for "they"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.coreference.groups import SPOKESMEN, last_two
from summitry.graph.coreference.people import (
    SUBJECTS,
    Seen,
    partners,
    role_of,
    speaks,
    spoken_of,
    state_of,
    verb_above,
)
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention
from summitry.graph.mentions.reading import Reading

_AT_HOME = 1.0  # how much less likely somebody meets one of his own state …
_GUEST = 3.0  # … and is received by one
_GOES_ON = 2.5  # how much likelier "he said" is who spoke before
_OWNER = 3.0  # how much likelier he is meant who makes the trip of which a clause tells
_WOMAN = 1.5  # how much likelier "she" is who is known to be a woman than whose name says nothing
_MANY = 8
_NAMED = 0.12  # what each name of somebody in the article adds
_RECEIVED = frozenset("receive welcome greet host".split())
_TALKS = frozenset("talk meeting conversation discussion lunch dinner".split())
_STAYS = frozenset(
    "visit trip tour journey stay stopover talk meeting discussion arrival departure delegation".split()
)
_GOES = frozenset("visit travel fly arrive land leave depart head go come return attend join".split())
_MARKS = frozenset({'"', "“", "”", "``", "''"})
_TOGETHER = frozenset(
    "meet talk speak discuss confer negotiate converse chat exchange shake embrace hug".split()
)


def he(
    reading: Reading, passage: Passage, token: Token, mention: Mention, seen: list[Seen], number: int
) -> tuple[Entity, ...]:
    """The most prominent person of this sentence or the one before that can be meant."""
    beside = partners(reading, passage, token)
    abroad = {state_of(reading, p) for p in beside.values()} - {None} if _meets(token) else set()
    female = mention.text.lower() in ("she", "her", "hers")
    candidates: list[tuple[float, Entity]] = []
    spoken = spoken_of(reading)
    said, travels = speaks(token), _of_travel(token)
    quoted = _quoted(token) if said else range(0)
    within = _trip_told_of(token)
    for back, met in enumerate(reversed(seen)):
        age = number - met.sentence
        if age > 3 or back > 14:
            break
        woman = reading.gazetteer.female(met.entity.key, met.entity.name)
        if woman is not None and woman is not female:
            continue
        if met.entity.key in beside or (age == 0 and _co_argument(token, met)):
            continue
        if age == 0 and met.token in quoted:
            continue
        score = met.weight + (1.4 if age == 0 else 0.0) - 1.5 * age - 0.1 * back
        score += _WOMAN if woman and female else 0.0
        score += _NAMED * min(spoken[met.entity.key], _MANY)
        if said and met.speaks:
            score += _GOES_ON
        if age == 0 and met.token in within:
            score += _OWNER
        if travels and role_of(reading, met.entity) in SPOKESMEN:
            score -= _GUEST
        if state_of(reading, met.entity) in abroad:
            score -= _GUEST if token.dep_ == "nsubjpass" else _AT_HOME
        candidates.append((score, met.entity))
    if not candidates:
        return ()
    return (max(candidates, key=lambda c: c[0])[1],)


def _trip_told_of(token: Token) -> range:
    """ "a visit by X to Rome, in which he met Y", "X's trip, during which he": the words that say whose a trip is."""
    clause = verb_above(token)
    while clause.dep_ in ("conj", "advcl", "xcomp") and clause.head != clause:
        clause = clause.head
    trip = clause.head
    if clause.dep_ != "relcl" or trip.lemma_.lower() not in _STAYS:
        return range(0)
    return range(trip.left_edge.i, clause.left_edge.i)


def _of_travel(token: Token) -> bool:
    """ "his visit", "his talks with X", "he will meet X": nothing that those do who only speak for others."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in _STAYS
    return token.dep_ in SUBJECTS and (token.head.lemma_ in _GOES or _meets(token))


def _quoted(token: Token) -> range:
    """The tokens of what the sentence quotes, where a pronoun stands outside: "…", he said."""
    sentence = token.sent
    marks = [t.i for t in sentence if t.text in _MARKS]
    if len(marks) < 2:
        return range(0)
    inside = range(marks[0], marks[-1] + 1)
    return range(0) if token.i in inside else inside


def _meets(token: Token) -> bool:
    """Whether a pronoun is the subject of meeting or being received: people do that with those of other states."""
    verbs = [token.head, *(c for c in token.head.children if c.dep_ in ("xcomp", "conj"))]
    return any(v.lemma_ in _RECEIVED or v.lemma_ in _TOGETHER or _talks(v) for v in verbs)


def _talks(verb: Token) -> bool:
    """ "held talks", "had a meeting"."""
    return any(c.dep_ == "dobj" and c.lemma_ in _TALKS for c in verb.children)


def _co_argument(token: Token, met: Seen) -> bool:
    """ "Putin met him": him is not Putin."""
    if token.dep_ in ("poss", *SUBJECTS):
        return False
    other = token.doc[met.lead]
    verb = verb_above(token)
    while verb.dep_ == "xcomp" and other.head != verb and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head  # "was waiting to welcome him"
    return other.dep_ in SUBJECTS and other.head == verb


def they(reading: Reading, token: Token, seen: list[Seen], number: int) -> tuple[Entity, ...]:
    """The people who together are the subject of this sentence or the last: "A and B landed …, where they …".

    Whoever "they" that met or talked are, they are two: then the last two people of different states.
    """
    groups: dict[tuple[int, int], list[Seen]] = {}
    for met in reversed(seen[-14:]):
        if number - met.sentence > 1:
            break
        groups.setdefault((met.sentence, met.lead), []).append(met)
    for found in groups.values():
        people = {m.entity.key: m.entity for m in reversed(found)}
        if len(people) > 1 and max(m.weight for m in found) >= 0.6:
            return tuple(people.values())
    if token.dep_ == "nsubj" and (token.head.lemma_.lower() in _TOGETHER or _talks(token.head)):
        return last_two(reading, seen, number)
    if token.dep_ == "poss" and token.head.lemma_.lower() in _TALKS:
        return last_two(reading, seen, number)
    return ()
