"""Summits: which organisation's, where, when, who attended and who stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Summit
from summitry.graph.extract.arguments import (
    prepositions,
    verb_of,
)
from summitry.graph.extract.attendance import absentees_of, attendees_of, companions
from summitry.graph.extract.days import days_between
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.gatherings import gatherings
from summitry.graph.extract.places import Place, dateline_city, place_at, places_of
from summitry.graph.extract.series import Series, series_nearby, series_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.summit_dates import dates_of, elsewhen
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_NOUNS = frozenset({"summit", "outreach"})
_FORUMS = frozenset({"forum"})
_TRAVEL = frozenset("arrive come depart fly go head journey land leave return travel turn".split())
_ARRIVAL = "summit.arrival"  # dated by the day on which somebody came for it
_STAY = 5  # days between coming and the summit
_OTHERS = frozenset("previous last next another earlier future".split())
_SPOTS = frozenset("city resort town capital port island".split())
_ORDINAL = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)$")
_WORD_ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}


def find(reading: Reading) -> Iterator[Finding]:
    """The summits that an article states."""
    when = When(reading)
    found: list[tuple[Token, Finding]] = []
    told = [
        (passage, event, series)
        for passage, sentence in reading.sentences()
        for token in sentence
        for event, series in (*_called(reading, passage, token), *gatherings(reading, passage, token))
    ]
    known = {series.name: series for _, _, series in told if series is not None}
    for passage, event, series in told:
        if series is None and len(known) == 1 and _definite(event):
            series = next(iter(known.values()))
        series = series or _by_place(reading, passage, event)
        if series is not None:
            found += [(event, f) for f in _summit(reading, when, passage, event, series)]
    yield from _settled(found)


def _definite(noun: Token) -> bool:
    """ "the summit", "their annual summit": one that the article has told of."""
    if next(prepositions(noun, "with", "between"), None) is not None:
        return False
    return noun.tag_ == "NN" and any(c.lower_ in ("the", "this", "their", "its") for c in noun.children)


def _called(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series | None]]:
    """What is called a summit, and forums that are; without a series where the words beside it name none."""
    word = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN") or word not in _NOUNS | _FORUMS:
        return
    series = series_of(reading, passage, token)
    if word in _FORUMS and (series is None or "Forum" not in series.name or series.organisation is not None):
        return
    yield token, series or _series(reading, passage, token)


def _settled(found: list[tuple[Token, Finding]]) -> Iterator[Finding]:
    """Sightings of one series: where one alone is dated, the undated ones beside it tell of the same summit."""
    plain = [
        (f.payload, f.rule)
        for token, f in found
        if isinstance(f.payload, Summit) and not any(c.lower_ in _OTHERS for c in token.subtree)
    ]
    for token, sighting in found:
        summit = sighting.payload
        assert isinstance(summit, Summit)
        dated = {s.date: s for s, rule in plain if s.date and rule != _ARRIVAL and _alike(s, summit)}
        whole = {day for day in dated if not any(day != more and more.startswith(day) for more in dated)}
        day = whole.pop() if len(whole) == 1 else None
        if day is not None and not any(c.lower_ in _OTHERS for c in token.subtree):
            away = days_between(summit.date, day)
            if summit.date is None or (sighting.rule == _ARRIVAL and away is not None and 0 <= away <= _STAY):
                status = summit.status if summit.status is Status.CANCELLED else dated[day].status
                summit = replace(summit, date=day, place=summit.place or dated[day].place, status=status)
        yield replace(sighting, payload=summit)


def _alike(a: Summit, b: Summit) -> bool:
    same = (
        a.organisation.key == b.organisation.key
        if a.organisation and b.organisation
        else a.name_or_org == b.name_or_org
    )
    return same and (
        a.place is None
        or b.place is None
        or a.place.key == b.place.key
        or EntityKind.STATE in (a.place.kind, b.place.kind)
    )


def _summit(reading: Reading, when: When, passage: Passage, noun: Token, series: Series) -> Iterator[Finding]:
    verb = verb_of(noun)
    absent = absentees_of(reading, passage, noun, verb)
    status = _status(reading, passage, noun, bool(absent))
    if status is Status.CANCELLED and noun.tag_ == "VBG":  # "leaders meeting in Accra suspended it"
        status = Status.OCCURRED
    if status is None:
        return
    place = _place(reading, passage, noun, verb)
    dates = dates_of(reading, when, passage, noun, status, series)
    status = dates.settle(status)
    beside = elsewhen(noun)
    attendees = [] if absent or beside else attendees_of(reading, passage, noun, verb)
    attendees += companions(reading, passage, noun)
    people = any(a.kind is EntityKind.PERSON for a in attendees)
    attendees = [a for a in attendees if not (people and place and place.state and a.key == place.state.key)]
    name = f"{_edition(noun)}{series.name}"
    payload = Summit(
        name, series.organisation, _narrowest(reading, passage, noun, place), dates.start,
        _unique(attendees), _unique(absent), status,
    )  # fmt: skip
    rule = (
        _ARRIVAL
        if verb.lemma_ in _TRAVEL and noun.dep_ == "pobj" and noun.head.lower_ == "for"
        else "summit.noun"
    )
    yield finding(reading, passage, noun, payload, 0.92, rule, *(series.tokens))


def _place(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """Where: behind the summit, behind its verb, the place its clause hangs from, or the dateline's for "here"."""
    place = next(places_of(reading, passage, noun, "in", "at"), None)
    if place is None and verb != noun:
        place = next(places_of(reading, passage, verb, "in", "at", "to"), None)
        place = place or _relative_place(reading, passage, noun, verb)
    if place is None and verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_ in _TRAVEL:
        place = next(places_of(reading, passage, verb.head, "in", "at", "to"), None)
    if place is None and any(
        c.lower_ == "here" or (c.lower_ == "this" and c.head.lower_ in _SPOTS)
        for c in (*verb.subtree, *noun.subtree)
    ):
        return dateline_city(reading)
    return place


def _narrowest(reading: Reading, passage: Passage, noun: Token, place: Place | None) -> Entity | None:
    """The place as the text names it: a region is nearer than its state."""
    if place is not None and place.city is None:
        mention = passage.mention_at.get(place.token)
        if (
            mention is not None
            and mention.kind is MentionKind.REGION
            and mention.entity is not None
            and passage.doc[place.token].sent == noun.sent
        ):
            return mention.entity
    return place.narrowest if place else None


def _series(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """A summit whose organisation the words around it name; none for a summit of two, or of many unknown ones."""
    if noun.tag_ in ("NNS", "VBG", "VBD") or next(prepositions(noun, "with", "between"), None) is not None:
        return None
    sides = [passage.mention_at[t.i].kind for t in noun.subtree if t.i < noun.i and t.i in passage.mention_at]
    if (
        sum(kind in (MentionKind.STATE, MentionKind.DEMONYM) for kind in sides) > 1
    ):  # "the India-Russia summit"
        return None
    for child in noun.children:  # "the COP21 summit"
        if (
            child.dep_ == "compound"
            and child.pos_ == "PROPN"
            and child.i not in passage.mention_at
            and child.text[:2].isupper()
        ):
            return Series(f"{child.text} Summit", None, (child,))
    return series_nearby(reading, passage, noun)


def _by_place(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """A summit that only its place names: "the Paris summit"."""
    if noun.tag_ == "NNS" or next(prepositions(noun, "with", "between"), None) is not None:
        return None
    place = next(places_of(reading, passage, noun, "in", "at"), None)
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and place is None:
            place = place_at(reading, passage, child)
    return (
        Series(f"{place.city.name} summit", None, ())
        if place is not None and place.city is not None
        else None
    )


def _status(reading: Reading, passage: Passage, noun: Token, absent: bool) -> Status | None:
    status = status_of(noun, passage.headline)
    if status is not None or not absent:
        return status
    return (
        Status.PLANNED
        if any(c.lower_ in ("will", "wo", "'ll") for c in verb_of(noun).children)
        else Status.OCCURRED
    )


def _edition(noun: Token) -> str:
    for child in noun.subtree:
        if child.i >= noun.i or noun.i - child.i > 8:
            continue
        match = _ORDINAL.match(child.lower_)
        if match:
            return f"{child.lower_} "
        if (
            child.lower_ in _WORD_ORDINALS
            and child.dep_ in ("amod", "compound")
            and child.lower_ not in ("first", "second", "third")
        ):
            number = _WORD_ORDINALS[child.lower_]
            return f"{number}th "
    return ""


def _unique(found: list[Entity]) -> tuple[Entity, ...]:
    return tuple({e.key: e for e in found}.values())


def _relative_place(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """ "Ashgabat, where he will attend a summit": the place before "where"."""
    at = verb
    for _ in range(3):
        if at.dep_ == "relcl":
            where = next((c.i for c in at.subtree if c.lower_ == "where" and c.i < noun.i), None)
            before = (
                [i for i in range(at.head.i, where) if i in passage.mention_at] if where is not None else []
            )
            return place_at(reading, passage, passage.doc[before[-1]]) if before else None
        if at.head == at:
            return None
        at = at.head
    return None
