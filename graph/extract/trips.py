"""Visits told by nouns: "his trip to Rome", lists of foreign trips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import (
    actors_at,
    agents_of,
    doers,
    objects_of,
    owner_of,
    people_at,
    prepositions,
    subject_of,
    verb_of,
)  # fmt: skip
from summitry.graph.extract.certain_people import indefinite
from summitry.graph.extract.event_dates import UNSAID
from summitry.graph.extract.guests import aboard
from summitry.graph.extract.legs import COURSE, COVERS, companions, named_stop, said_of_last, taking_in
from summitry.graph.extract.localities import Place, state_at
from summitry.graph.extract.occasions import from_afar
from summitry.graph.extract.places import place_at
from summitry.graph.extract.predecessors import predecessors
from summitry.graph.extract.receptions import HOSTS
from summitry.graph.extract.status import status_of
from summitry.graph.extract.travel import Telling, stops_of, visit
from summitry.graph.extract.unnamed_parties import remember
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

TRIPS = frozenset(
    "visit trip tour stay stopover stop journey pilgrimage arrival swing mission voyage travel layover leg destination itinerary sojourn "
    "excursion".split()
)
_STOPS = frozenset("stop stopover layover leg destination".split())
_LIGHT = frozenset("use make pay begin start conclude complete end undertake finish wrap wind round conduct carry perform abandon kick have cut continue embark plan launch open "
                   "schedule be close cap bring take arrive leave cancel postpone announce follow call put scrap delay repay return "
                   "reciprocate interrupt extend shorten curtail resume break shelve defer abort".split())  # fmt: skip
_RETURNED = frozenset("return repay reciprocate".split())  # those lead to where the other one came from
_ENDS = frozenset("begin start open kick end conclude close finish".split())
_HAPPENS = frozenset("come follow plan schedule expect arrange due pencil set slate fix announce cancel postpone put call delay shelve scrap "
                     "book earmark defer suspend drop confirm".split()) | COURSE  # fmt: skip
_HOSTS = HOSTS | {"meet"}
_SPEAKERS = ("our", "my")
_OTHERS = frozenset(
    "team delegation group official minister envoy mission aide adviser diplomat lawmaker expert fleet ship".split()
)
_STRIKES = frozenset("cancels postpones scraps delays shelves aborts axes drops".split())
_AWAITS = frozenset("expect await receive host get".split())
ABROAD = frozenset("foreign abroad overseas international".split())


def trip(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """ "his trip to Rome", "paid Rome a visit": the visits that a word for a journey tells of."""
    if not any(c.dep_ == "poss" for c in noun.children) and _no_journey(passage, noun):
        return
    places = told.where.of_trip(passage, noun)
    status = Status.CANCELLED if _struck(passage, noun) else status_of(noun, passage.headline)
    if status is None or from_afar(noun):
        return
    if not places and any(True for _ in prepositions(noun, "from")) and noun.head.lemma_ in _AWAITS:
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
        and verb_of(noun).lemma_ in _LIGHT - _RETURNED
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


def visitors(told: Telling, passage: Passage, noun: Token) -> list[Entity]:
    """Who makes a trip: its owner, the subject of "paid a visit", whom "it is his first trip" tells of."""
    reading = told.reading
    if noun.lemma_.lower() in _STOPS:  # "the first stop of his tour"
        for _, journey in prepositions(noun, "of", "on", "in"):
            if journey.lemma_.lower() in TRIPS:
                return visitors(told, passage, journey)
    twin = _twin(noun)
    if twin is not None:
        return visitors(told, passage, twin)
    own = _follows(told, passage, noun) or [
        e for e in owner_of(reading, passage, noun) if e.kind is EntityKind.PERSON
    ]
    if (
        own and noun.lemma_ == "arrival" and verb_of(noun).lemma_.lower() in _HOSTS
    ):  # "welcomed X upon his arrival"
        return people_at(reading, passage, objects_of(verb_of(noun))) or own
    own = own or _behind_place(told, passage, noun) or _expected(told, passage, noun)
    return own if own or _of_somebody(passage, noun) else _makers(told, passage, noun)


def _expected(told: Telling, passage: Passage, noun: Token) -> list[Entity]:
    """ "Rome is expecting a visit from X"."""
    awaits = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _AWAITS
    return people_at(told.reading, passage, (n for _, n in prepositions(noun, "from"))) if awaits else []


def _behind_place(told: Telling, passage: Passage, noun: Token) -> list[Entity]:
    """ "the arrival in Rome of X": whose it is stands behind the place."""
    places = [n for _, n in prepositions(noun, "in", "to", "at") if n.i in passage.mention_at]
    return people_at(
        told.reading, passage, (n for place in places for _, n in prepositions(place, "of", "by"))
    )


def _makers(told: Telling, passage: Passage, noun: Token) -> list[Entity]:
    """Who makes a trip whose owner is not named: as the clause says that it stands in."""
    reading, verb = told.reading, verb_of(noun)
    if noun.dep_ == "dobj" and verb.lemma_ in ("follow", "precede"):
        return _next_after(told, passage, noun, verb)
    if noun.dep_ == "pobj" and verb.lemma_ == "be":  # "This is X's sixth trip, following a visit to …"
        trips = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in TRIPS]
        own = [e for t in trips for e in owner_of(reading, passage, t) if e.kind is EntityKind.PERSON]
        if own:
            return own
    same = _said_of(noun, verb)
    if same is not None:
        return [e for e in owner_of(reading, passage, same) if e.kind is EntityKind.PERSON]
    if noun.lemma_.lower() in _STOPS and (verb == noun or verb.lemma_ == "be"):
        return _named_before(reading, passage, noun) or list(told.where.scene.subject(passage, noun))
    if verb == noun:
        return _named_before(reading, passage, noun)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        agents = people_at(reading, passage, agents_of(verb))
        return agents or (list(told.where.scene.subject(passage, noun)) if verb.lemma_ in _HAPPENS else [])
    if (
        noun.dep_ in ("appos", "conj")
        and noun.head.pos_ in ("NOUN", "PROPN")
        and noun.head.lemma_.lower() in TRIPS
    ):
        return visitors(told, passage, noun.head)
    journey = _journey_of(noun, verb)
    if journey is not None:
        return visitors(told, passage, journey)
    if noun.dep_ == "dobj" and verb.lemma_.lower() not in _LIGHT:
        return []
    if noun.dep_ == "attr":
        return _told_of(told, passage, noun, verb)
    if verb.lemma_ == "accompany" and noun.dep_ == "pobj":  # "was accompanied by X on his trip"
        along = people_at(reading, passage, (*agents_of(verb), *objects_of(verb)))
        return list(dict.fromkeys([*doers(reading, passage, verb, people_only=True), *along]))
    return doers(reading, passage, verb, people_only=True) or aboard(told, passage, verb)


def _journey_of(noun: Token, verb: Token) -> Token | None:
    """ "His itinerary includes stops in Rome", "the tour is to begin with a visit to Rome": the journey it is a part of."""
    opens = noun.head.lower_ == "with" and noun.head.head.lemma_ in _ENDS
    covered = noun.dep_ == "dobj" and verb.lemma_.lower() in COVERS
    journey = subject_of(verb) if opens or covered else None
    return journey if journey is not None and journey.lemma_.lower() in TRIPS else None


def _said_of(noun: Token, verb: Token) -> Token | None:
    """ "The visit to Rome is X's third trip", "The trip to Rome, X's first, …": the words that say whose it is."""
    beside = (c for c in noun.subtree if c.dep_ == "appos" and c.i < verb.i)
    told = (c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in TRIPS)
    found = [*told, *beside] if noun.dep_ == "nsubj" else []
    return next((c for c in found if any(o.dep_ == "poss" for o in c.children)), None)


def _next_after(told: Telling, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """ "The trip will follow a visit to Rome": whoever makes the one makes the other."""
    trip = subject_of(verb)
    if trip is None or trip.lemma_.lower() not in TRIPS:
        return doers(told.reading, passage, verb, people_only=True)
    return visitors(told, passage, trip) or list(told.where.scene.subject(passage, noun))


def _twin(noun: Token) -> Token | None:
    """ "X's visit to Rome and his trip to Paris": the first of them, whose maker makes both."""
    his = next((c for c in noun.children if c.dep_ == "poss" and c.lower_ in ("his", "her")), None)
    if his is None or his.i == noun.sent.start or his.nbor(-1).lower_ != "and":
        return None
    before = (
        t
        for t in reversed(noun.doc[noun.sent.start : his.i])
        if t.lemma_.lower() in TRIPS and t.pos_ == "NOUN"
    )
    first = next(before, None)
    owned = first is not None and any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in first.children)
    return first if owned else None


def _of_somebody(passage: Passage, noun: Token) -> bool:
    """ "a visit by the Iranian president", "after our visit": somebody's whom the text does not name."""
    if any(c.dep_ == "poss" and c.pos_ == "NOUN" and c.i not in passage.mention_at for c in noun.children):
        return True  # "the envoy's visit"
    for _, owner in prepositions(noun, "by", "of"):
        mention = passage.mention_at.get(owner.i)
        if mention is None and owner.lemma_.lower() in _OTHERS:
            return True
        if mention is not None and mention.kind is MentionKind.POST and not indefinite(owner):
            return True
    return noun.dep_ == "pobj" and any(c.lower_ in _SPEAKERS for c in noun.children)


def _follows(told: Telling, passage: Passage, noun: Token) -> list[Entity]:
    """ "During his visit to Rome, Xi …": whose it is follows, unless he is at home there."""
    verb = verb_of(noun)
    his = any(c.dep_ == "poss" and c.tag_ == "PRP$" and c.lower_ not in _SPEAKERS for c in noun.children)
    subject = subject_of(verb) if his and noun.dep_ == "pobj" else None
    if subject is None or subject.i < noun.i or subject.tag_ == "PRP" or verb.i < noun.i:
        return []
    people = actors_at(told.reading, passage, subject, people_only=True)
    states = {p.state.key for p in told.where.of_trip(passage, noun) if p.state is not None}
    homes = {state_of(told.reading, p) for p in people}
    return people if len(people) == 1 and states and not homes & states and None not in homes else []


def _told_of(told: Telling, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """ "For Medvedev it is the first stay in …", "His last trip was a visit to …"."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower() in TRIPS:
        return [e for e in owner_of(told.reading, passage, subject) if e.kind is EntityKind.PERSON]
    if subject is None or subject.lower_ not in ("it", "this", "that"):
        return []
    for child in verb.children:
        if child.lower_ == "for":
            return people_at(told.reading, passage, child.children)
    return []


def _named_before(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """A headline without a verb: "Putin in Kyrgyzstan, his first foreign trip"."""
    for child in noun.children:
        mention = passage.mention_at.get(child.i)
        if child.i < noun.i and mention is not None and mention.kind is MentionKind.PERSON:
            return actors_at(reading, passage, child, people_only=True)
    return []
