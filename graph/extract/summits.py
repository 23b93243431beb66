"""Summits: which organisation's, where, when, who attended and who stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Summit
from summitry.graph.extract.arguments import actors_at, is_passive, objects_of, prepositions, subject_of, verb_of
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.places import Place, place_at, places_of
from summitry.graph.extract.series import Series, series_nearby, series_of
from summitry.graph.extract.status import negated, status_of
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_NOUNS = frozenset({"summit"})
_ATTEND = frozenset("attend join participate address gather go travel fly arrive be come expect speak meet take open chair host appear "
                    "schedule represent leave visit".split())  # fmt: skip
_ABSENT = frozenset("skip miss boycott snub avoid shun".split())
_ABSENT_WORDS = frozenset("absent absentee absentees absence".split())
_ORDINAL = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)$")
_WORD_ORDINALS = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)}


def find(reading: Reading) -> Iterator[Finding]:
    """The summits that an article states."""
    when = When(reading)
    for passage, sentence in reading.sentences():
        for token in sentence:
            if token.lemma_.lower() in _NOUNS and token.pos_ in ("NOUN", "PROPN"):
                yield from _summit(reading, when, passage, token)


def _summit(reading: Reading, when: When, passage: Passage, noun: Token) -> Iterator[Finding]:
    series = series_of(reading, passage, noun) or _series(reading, passage, noun)
    if series is None:
        return
    verb = verb_of(noun)
    absent = _absentees(reading, passage, noun, verb)
    status = _status(reading, passage, noun, bool(absent))
    if status is None:
        return
    place = next(places_of(reading, passage, noun, "in", "at"), None)
    if place is None and verb != noun:
        place = next(places_of(reading, passage, verb, "in", "at", "to"), None) or _relative_place(reading, passage, noun, verb)
    dates = when.of(passage, noun, status)
    if dates.start is None and len({t.value.start for t in reading.timeline.within(*_bounds(passage, noun))} - {None}) == 1:
        dates = when.within(passage, noun.sent.start, noun.sent.end)
    status = dates.settle(status)
    attendees = [] if absent else _attendees(reading, passage, noun, verb)
    away, present = _companions(reading, passage, noun, verb)
    attendees = [a for a in [*attendees, *present] if a.key not in {x.key for x in away}]
    name = f"{_edition(noun)}{series.name}"
    payload = Summit(
        name, series.organisation, place.narrowest if place else None, dates.start,
        _unique(attendees), _unique([*absent, *away]), status,
    )  # fmt: skip
    yield finding(reading, passage, noun, payload, 0.92, "summit.noun", *(series.tokens))


def _bounds(passage: Passage, noun: Token) -> tuple[int, int]:
    return passage.starts[noun.sent.start], passage.ends[noun.sent.end - 1]


def _series(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """A summit that the words around it name; none for a summit of two, or of many unknown ones."""
    if noun.tag_ == "NNS" or next(prepositions(noun, "with", "between"), None) is not None:
        return None
    near = series_nearby(reading, passage, noun)
    if near is not None:
        return near
    place = next(places_of(reading, passage, noun, "in", "at"), None)
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and place is None:
            place = place_at(reading, passage, child)
    return Series(f"{place.city.name} summit", None, ()) if place is not None and place.city is not None else None


def _status(reading: Reading, passage: Passage, noun: Token, absent: bool) -> Status | None:
    status = status_of(noun, passage.headline)
    if status is not None or not absent:
        return status
    return Status.PLANNED if any(c.lower_ in ("will", "wo", "'ll") for c in verb_of(noun).children) else Status.OCCURRED


def _edition(noun: Token) -> str:
    for child in noun.subtree:
        if child.i >= noun.i or noun.i - child.i > 8:
            continue
        match = _ORDINAL.match(child.lower_)
        if match:
            return f"{child.lower_} "
        if child.lower_ in _WORD_ORDINALS and child.dep_ in ("amod", "compound") and child.lower_ not in ("first", "second", "third"):
            number = _WORD_ORDINALS[child.lower_]
            return f"{number}th "
    return ""


def _unique(found: list[Entity]) -> tuple[Entity, ...]:
    return tuple({e.key: e for e in found}.values())


def _attendees(reading: Reading, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """Whoever is the subject of attending it, and the owner of an address to it."""
    found: list[Entity] = []
    if verb != noun and verb.lemma_.lower() in _ATTEND and not negated(verb):
        subject = subject_of(verb)
        if subject is not None and subject != noun and noun not in subject.subtree:
            found += [a for a in actors_at(reading, passage, subject) if a.kind is not EntityKind.ORGANISATION]
    at = noun
    for _ in range(6):  # "in his address to the summit"
        if at.head == at:
            break
        at = at.head
        if at.pos_ == "NOUN" and at.lemma_ in ("address", "speech", "participation", "attendance", "remark", "statement", "presence", "sideline"):
            for child in at.children:
                if child.dep_ == "poss":
                    found += actors_at(reading, passage, child, people_only=True)
    return found


def _companions(reading: Reading, passage: Passage, noun: Token, verb: Token) -> tuple[list[Entity], list[Entity]]:
    """(absent, present) among those that the words around the summit list: "including the leaders of A and B"."""
    present: list[Entity] = []
    for token in noun.sent:
        if token.i <= noun.i:
            continue
        if token.lower_ in ("including", "include", "includes", "presence", "attended", "alongside", "gather", "gathers", "gathering", "bring", "brings", "brought"):
            if token.lower_ in ("include", "includes") and token.dep_ != "relcl":
                continue
            present += _named_after(reading, passage, token)
    return [], present


def _named_after(reading: Reading, passage: Passage, start: Token) -> list[Entity]:
    found = []
    for token in start.subtree:
        if token.i <= start.i:
            continue
        mention = passage.mention_at.get(token.i)
        if mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.STATE) and token.dep_ in ("pobj", "conj", "dobj", "appos", "pcomp", "nsubj"):
            found += [e for e in reading.entities(mention)]
    return found


def _absentees(reading: Reading, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """"will not attend the summit", "skipped it", "a major absentee at it"."""
    if verb == noun:
        return []
    denied = negated(verb) and verb.lemma_.lower() in _ATTEND | {"make"}
    stays = verb.lemma_ == "stay" and any(c.lower_ in ("away", "home") for c in verb.children)
    words = {t.lower_ for t in _between(noun)}
    if denied or stays or verb.lemma_.lower() in _ABSENT or words & _ABSENT_WORDS:
        subject = subject_of(verb)
        if subject is not None:
            return [a for a in actors_at(reading, passage, subject) if a.kind is not EntityKind.ORGANISATION]
    return []


def _between(noun: Token) -> list[Token]:
    chain = []
    at = noun
    for _ in range(8):
        if at.head == at or at.pos_ == "VERB":
            break
        at = at.head
        chain.append(at)
        chain.extend(c for c in at.children if c.dep_ in ("acomp", "attr", "prep"))
    return chain


def _relative_place(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """"Ashgabat, where he will attend a summit": the place that the clause hangs from."""
    at = verb
    for _ in range(3):
        if at.dep_ == "relcl" and any(c.lower_ == "where" for c in at.children):
            return place_at(reading, passage, at.head)
        if at.head == at:
            return None
        at = at.head
    return None


