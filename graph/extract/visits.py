"""Who visited which state: arrivals, trips, visits paid and received, stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import doers, owner_of, people_at
from summitry.graph.extract.arguments import (
    agents_of,
    is_passive,
    objects_of,
    prepositions,
    subject_of,
    verb_of,
)
from summitry.graph.extract.calling_off import called_off_later
from summitry.graph.extract.ceremonies import guests
from summitry.graph.extract.days import is_day
from summitry.graph.extract.denial import fell_through, negated
from summitry.graph.extract.departures import back_from, homeward
from summitry.graph.extract.destinations import Destinations
from summitry.graph.extract.event_dates import UNSAID, Dates
from summitry.graph.extract.foreign_trips import gone_abroad, listed_trips, travellers
from summitry.graph.extract.guests import aboard, guest
from summitry.graph.extract.legs import CHOICES, ENDS, chooses, companions, fellows, likewise
from summitry.graph.extract.lineup import examples
from summitry.graph.extract.localities import Place
from summitry.graph.extract.motion import leads_on, leaves_for, moves, moves_things, off_to
from summitry.graph.extract.occasions import from_afar
from summitry.graph.extract.places import places_at, places_of
from summitry.graph.extract.predecessors import predecessors
from summitry.graph.extract.receptions import hosted, received, receives
from summitry.graph.extract.retinue import gone_along, members
from summitry.graph.extract.retold import retold
from summitry.graph.extract.status import status_of
from summitry.graph.extract.status_words import TRIPS as JOURNEYS
from summitry.graph.extract.stays import STAYS, bound_for, points, sets_foot, stayed
from summitry.graph.extract.tours import taken, takes_abroad
from summitry.graph.extract.travel import Telling, came_there, stops_of, visit
from summitry.graph.extract.trip_makers import TRIPS, visitors
from summitry.graph.extract.trips import trip
from summitry.graph.extract.unnamed_parties import remember
from summitry.graph.extract.when import When
from summitry.graph.extract.whereabouts import acted, acts, beside, on_way, travels
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_DIRECT = frozenset("visit tour".split())
_REACH = frozenset("reach enter arrive leave depart".split())
_TAKES = frozenset("take bring lead carry".split())
_AWAITED = frozenset("expect await".split())
_LEAVES = frozenset("leave depart".split())
_SENDS = frozenset("send dispatch".split())
_UPON, _DONE = frozenset("on upon after since".split()), (Status.OCCURRED, Status.ONGOING)
_OFTEN = frozenset("often regularly frequently usually sometimes always rarely seldom".split())
_PRESENT = frozenset("attend join participate take address speak sign represent".split())


def find(reading: Reading) -> Iterator[Finding]:
    """The visits that an article states."""
    told = Telling(reading, When(reading), Destinations(reading))
    made = told.made
    abroad: tuple[str, ...] = ()  # those of whose trips abroad the sentence before tells
    for passage, sentence in reading.sentences():
        if abroad:
            yield from listed_trips(told, passage, sentence, abroad)
        if away := gone_abroad(told, passage, sentence):
            yield from listed_trips(told, passage, sentence, away)
        abroad = travellers(told, passage, sentence)
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                made += list(_verb(told, passage, token)) or gone_along(told, passage, token, made)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in TRIPS:
                off = called_off_later(told, passage, token, made)
                made += [] if off else list(trip(told, passage, token)) or retold(told, passage, token)
            elif token.lemma_ == "return":
                yield from _back(told, passage, token)
            if token.pos_ == "NOUN":
                made += members(told, passage, token, made)
            if token.i in passage.mention_at:
                yield from guest(told, passage, token)
                yield from beside(told, passage, token)
            elif token.lower_ in ("way", "route"):
                yield from on_way(told, passage, token)
    yield from made
    yield from guests(told)


def _verb(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    lemma, where = verb.lemma_.lower(), told.where
    if lemma in _DIRECT:
        yield from _went(told, passage, verb, where.visited(passage, verb), "visit.direct")
    elif lemma in _TAKES and (_trip_subject(verb) or takes_abroad(verb)):
        yield from taken(told, passage, verb)
    elif (lemma in STAYS and not hosted(verb)) or sets_foot(verb):
        yield from _stayed(told, passage, verb)
    elif lemma in _SENDS:
        yield from _sent(told, passage, verb)
    elif lemma in _AWAITED and (is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")):
        yield from _went(told, passage, verb, where.expected(passage, verb), "visit.expected")
    elif receives(verb):
        yield from received(told, passage, verb)
    elif (moves(verb) or lemma in _REACH) and not moves_things(verb) and not homeward(verb):
        reached = where.visited(passage, verb) if lemma in _REACH and not _away(verb, lemma) else []
        if reached and lemma in _LEAVES and leads_on(verb):
            yield from _left(told, passage, verb, reached)
            reached = []
        reached = reached or where.moved(passage, verb) or came_there(told, passage, verb)
        yield from _went(told, passage, verb, reached, "visit.move")
        if (
            status_of(verb, passage.headline) is not Status.PLANNED
        ):  # "will fly on from Rome": who knows since when
            origin = where.origin(passage, verb, bool(reached))
            yield from _went(told, passage, verb, origin, "visit.origin", Status.OCCURRED)
    elif lemma in ENDS and not objects_of(verb) and not is_passive(verb):
        yield from _went(told, passage, verb, where.paused(passage, verb), "visit.stay")
    elif lemma in CHOICES and chooses(verb):
        yield from _went(told, passage, verb, where.visited(passage, verb), "visit.noun")
    elif lemma in _PRESENT or acts(verb):
        events = where.events(passage, verb) if lemma in _PRESENT else []
        yield from _went(told, passage, verb, events, "visit.attend")
        if acts(verb) and not events:
            yield from acted(told, passage, verb)


def _back(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """ "said on his return from Rome": the day, where one is given, is that of coming back."""
    upon = noun.dep_ == "pobj" and noun.head.lower_ in _UPON
    places = back_from(told.reading, passage, noun) if upon else []
    if not places or status_of(verb_of(noun), passage.headline) not in _DONE:
        return
    for visitor in owner_of(told.reading, passage, noun):
        for place in places:
            if travels(told, visitor):
                yield from visit(told, passage, noun, visitor, place, Status.OCCURRED, "visit.origin", UNSAID)


def _sent(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "sent his foreign minister to Rome": who is sent goes."""
    status = status_of(verb, passage.headline)
    if status is None or negated(verb):
        return
    status = Status.PLANNED if status is Status.ONGOING else status  # "is sending X to Rome"
    for place in places_of(told.reading, passage, verb, "to"):
        for visitor in people_at(told.reading, passage, objects_of(verb)):
            yield from visit(told, passage, verb, visitor, place, status, "visit.move")


def _hinges(verb: Token) -> bool:
    """ "flies to Rome if the date is confirmed"."""
    marks = [m.lower_ for c in verb.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark"]
    return any(m in ("if", "unless", "provided") for m in marks)


def _habit(verb: Token) -> bool:
    """ "travels to Rome every month": no visit of any day."""
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    often = any(c.lower_ in _OFTEN for c in verb.children if c.dep_ == "advmod")
    times = (c for c in verb.children if c.dep_ == "npadvmod")
    return often or any(d.lower_ in ("every", "each") for t in times for d in t.children)


def _neither(verb: Token) -> bool:
    """ "will travel neither to Rome nor to Athens"."""
    return any(t.lower_ == "neither" and abs(t.i - verb.i) <= 2 for t in verb.subtree)


def _away(verb: Token, lemma: str) -> bool:
    """ "will leave Dushanbe", "left Minsk for Moscow": no word of a stay that has ended."""
    return lemma in _LEAVES and verb.tag_ not in ("VBD", "VBN")


def _left(told: Telling, passage: Passage, verb: Token, places: list[Place]) -> Iterator[Finding]:
    """ "left Minsk for Moscow": who leaves a foreign place has been there; the day is that of leaving."""
    if status_of(verb, passage.headline) is not Status.OCCURRED or negated(verb):
        return
    last = told.when.of(passage, verb, Status.OCCURRED).start
    dates = replace(UNSAID, end=last if is_day(last) else None)
    for visitor in doers(told.reading, passage, verb, people_only=True):
        for place in places[:1]:
            if travels(told, visitor):
                yield from visit(told, passage, verb, visitor, place, Status.OCCURRED, "visit.move", dates)


def _stayed(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    due = (
        next((c for c in verb.children if c.lower_ in ("due", "expected") and c.dep_ != "conj"), None)
        if verb.lemma_ == "be"
        else None
    )
    if due is not None:
        places = told.where.expected(passage, due) or told.where.expected(passage, verb)
        places = places or told.where.clause(passage, verb)
        yield from _went(told, passage, verb, places, "visit.expected", Status.PLANNED)
        return
    off = off_to(verb)
    if off is not None and not _back_in(verb, off):
        yield from _off(told, passage, verb, off)
        return
    way = places_at(told.reading, passage, bound_for(verb))
    if way:
        yield from _went(told, passage, verb, way, "visit.way", Status.ONGOING)
    if not negated(verb):
        rule = "visit.stay" if points(verb) else "visit.been"
        yield from _went(told, passage, verb, stayed(told.reading, told.where, passage, verb), rule)


def _back_in(verb: Token, word: Token) -> bool:
    """ "is back in Rome": no word of where somebody was."""
    return word.lower_ == "back" and any(True for t in (word, verb) for _ in prepositions(t, "in"))


def _off(told: Telling, passage: Passage, verb: Token, word: Token) -> Iterator[Finding]:
    """ "is off to Rome", which is yet to be; "is back from Rome", which has been."""
    away, status = word.lower_ == "off", status_of(verb, passage.headline)
    if status is not None and not away:
        status = Status.OCCURRED
    elif status is not None and verb.tag_ in ("VBZ", "VBP"):
        status = Status.PLANNED
    way = "to" if away else "from"
    places = [p for token in (word, verb) for p in places_of(told.reading, passage, token, way)]
    yield from _went(told, passage, verb, places, "visit.move", status)


def _went(
    told: Telling, passage: Passage, verb: Token, places: list[Place], rule: str, status: Status | None = None
) -> Iterator[Finding]:  # fmt: skip
    if not places or from_afar(verb):
        return
    status = status or (Status.PLANNED if rule == "visit.expected" else status_of(verb, passage.headline))
    if rule == "visit.expected" and any(fell_through(t) for t in (verb, *verb.children)):
        status = Status.CANCELLED
    if passage.headline and verb.i and verb.nbor(-1).lower_ == "to" and status is not Status.CANCELLED:
        status = Status.PLANNED  # "PM to Visit China": parsers take a capital for another verb
    if status is Status.OCCURRED and leaves_for(verb) and not passage.headline:
        status = Status.ONGOING  # who has left for a place may not have reached it
    if _neither(verb):
        status = Status.CANCELLED if status is Status.PLANNED else None
    if status is None or (negated(verb) and status is not Status.CANCELLED) or _hinges(verb) or _habit(verb):
        return
    goers = _goers(told, passage, verb, places)
    if not goers:
        remember(told, passage, verb, places, status)
    stops = stops_of(told, passage, verb, places, status)
    own = _own_day(told, passage, verb)
    yield from predecessors(told, passage, verb, places)
    for visitor in goers:
        if rule == "visit.origin" and state_of(told.reading, visitor) is None:
            continue  # who knows where he is at home
        for place in places:
            ahead = place.token in stops.ahead and rule != "visit.been"
            now = Status.PLANNED if ahead else status
            yield from visit(told, passage, verb, visitor, place, now, rule, stops.days.get(place.token, own))


def _goers(told: Telling, passage: Passage, verb: Token, places: list[Place]) -> list[Entity]:
    """Who goes where a verb says, with all who go along."""
    reading = told.reading
    if is_passive(verb) and agents_of(verb) and verb.lemma_.lower() in _DIRECT:
        return people_at(reading, passage, agents_of(verb))
    found = aboard(told, passage, verb) or doers(reading, passage, verb, people_only=True)
    group = subject_of(verb) if not found else None
    if group is not None:
        found = list(dict.fromkeys(people_at(reading, passage, examples(reading, passage, group))))
    journey = subject_of(verb) if not found else None
    if journey is not None and journey.lemma_ in JOURNEYS | {"arrival"}:
        found = visitors(told, passage, journey)
    if not found and verb.head.lemma_ == "plan" and verb.head.dep_ in ("nsubj", "nsubjpass"):
        named = people_at(reading, passage, (n for _, n in prepositions(verb.head, "for")))
        found = named or list(told.where.scene.subject(passage, verb))  # "Plans to visit Rome were scrapped"
    if not found:
        return []
    along = fellows(reading, passage, verb, found[0]) if moves(verb) else []
    if verb.lemma_ == "accompany":
        along = people_at(reading, passage, [*objects_of(verb), *agents_of(verb)])
    same = likewise(reading, passage, verb) if told.where.here not in places else []
    return [*found, *companions(reading, passage, verb), *same, *along]


def _own_day(told: Telling, passage: Passage, verb: Token) -> Dates | None:
    """ "Having spent a day in Rome, he left on Monday": a clause of what came before has no other day than its own."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "having" for c in verb.children):
        return None
    return told.when.within(passage, verb.left_edge.i, verb.right_edge.i + 1)


def _trip_subject(verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in TRIPS
