"""Visits told by nouns: "his trip to Rome", "paid Rome a visit", "will return the visit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import doers
from summitry.graph.extract.arguments import prepositions, subject_of, verb_of
from summitry.graph.extract.event_dates import UNSAID
from summitry.graph.extract.legs import companions, named_stop, said_of_last, taking_in
from summitry.graph.extract.localities import Place, state_at
from summitry.graph.extract.occasions import from_afar
from summitry.graph.extract.places import place_at
from summitry.graph.extract.predecessors import predecessors
from summitry.graph.extract.status import status_of
from summitry.graph.extract.travel import Telling, stops_of, visit
from summitry.graph.extract.trip_makers import AWAITS, LIGHT, visitors
from summitry.graph.extract.unnamed_parties import remember
from summitry.graph.mentions.document import Passage

_RETURNED = frozenset("return repay reciprocate".split())  # those lead to where the other one came from
_STRIKES = frozenset("cancels postpones scraps delays shelves aborts axes drops".split())
ABROAD = frozenset("foreign abroad overseas international".split())


def trip(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """ "his trip to Rome", "paid Rome a visit": the visits that a word for a journey tells of."""
    if not any(c.dep_ == "poss" for c in noun.children) and _no_journey(passage, noun):
        return
    places = told.where.of_trip(passage, noun)
    status = Status.CANCELLED if _struck(passage, noun) else status_of(noun, passage.headline)
    if status is None or from_afar(noun):
        return
    if not places and any(True for _ in prepositions(noun, "from")) and noun.head.lemma_ in AWAITS:
        places = _cancelled_by(told, passage, noun)
    if not places and status is Status.CANCELLED:
        places = _cancelled_by(told, passage, noun)
    ahead = taking_in(noun)
    unsaid = UNSAID if ahead or said_of_last(noun) else None
    if ahead and status is not Status.CANCELLED:
        status = Status.PLANNED
    stops = stops_of(told, passage, noun, places, status)
    yield from predecessors(told, passage, noun, places)
    who = visitors(told, passage, noun)
    if not who:
        remember(told, passage, noun, places, status)
    for visitor in [*who, *(companions(told.reading, passage, noun) if who else ())]:
        for place in places:
            now = Status.PLANNED if place.token in stops.ahead else status
            days = stops.days.get(place.token) or unsaid
            yield from visit(told, passage, noun, visitor, place, now, "visit.noun", days)
        filed = told.where.scene.filed
        if not places and filed is not None and _at_scene(noun, status):
            yield from visit(told, passage, noun, visitor, filed, status, "visit.scene")


def _no_journey(passage: Passage, noun: Token) -> bool:
    """ "gifts to missions in Iraq": bodies of people that are there; a stop, a stay and travel are much else besides."""
    lemma, behind = noun.lemma_.lower(), noun.dep_ == "pobj"
    if lemma == "mission" and (noun.tag_ == "NNS" or (behind and noun.head.head.pos_ in ("NOUN", "PROPN"))):
        return True
    loose = not behind and noun.dep_ not in ("dobj", "attr") and not named_stop(passage, noun)
    return lemma in ("stop", "stay", "mission", "travel") and loose


def _struck(passage: Passage, noun: Token) -> bool:
    """A headline's "Minister Cancels Trip To Rome": parsers take a capital for a name."""
    before = passage.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    return passage.headline and any(t.lower_ in _STRIKES for t in before)


def _cancelled_by(told: Telling, passage: Passage, noun: Token) -> list[Place]:
    """ "Hungary cancelled a visit by X": to the state that calls it off."""
    subject = subject_of(verb_of(noun)) if noun.dep_ == "dobj" else None
    place = place_at(told.reading, passage, subject) if subject is not None else None
    return [place] if place is not None else []


def _at_scene(noun: Token, status: Status) -> bool:
    """ "cancelled his trip", "will begin his visit on Monday": without another word, to where the story is told from."""
    abroad = any(c.lower_ in ABROAD for c in noun.children)
    return (
        noun.lemma_.lower() in ("visit", "trip")
        and noun.dep_ == "dobj"
        and status is not Status.ONGOING
        and verb_of(noun).lemma_ in LIGHT - _RETURNED
        and not abroad
    )


def returned(told: Telling, passage: Passage, noun: Token, made: Sequence[Finding]) -> Iterator[Finding]:
    """ "will return the visit": to the state of whoever came last to the visitor's own."""
    verb = noun.head
    if noun.lemma_ != "visit" or noun.dep_ != "dobj" or verb.lemma_ not in _RETURNED:
        return
    status = status_of(verb, passage.headline)
    for visitor in doers(told.reading, passage, verb, people_only=True) if status is not None else []:
        home = state_of(told.reading, visitor)
        guests = [
            v.visitor
            for f in reversed(made)
            if isinstance(v := f.payload, Visit) and v.state and v.state.key == home
        ]
        place = state_at(told.reading, state_of(told.reading, guests[0]), noun.i) if guests else None
        if place is not None and status is not None:
            yield from visit(told, passage, verb, visitor, place, status, "visit.noun")
