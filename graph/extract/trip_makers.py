"""Who makes the journey that a noun tells of: its owner, the subject of "paid a visit", whom "it is his first trip" tells of."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import actors_at, doers, owner_of, people_at
from summitry.graph.extract.arguments import agents_of, objects_of, prepositions, subject_of, verb_of
from summitry.graph.extract.certain_people import indefinite
from summitry.graph.extract.guests import aboard
from summitry.graph.extract.legs import COURSE, COVERS
from summitry.graph.extract.receptions import HOSTS
from summitry.graph.extract.travel import Telling
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

AWAITS = frozenset("expect await receive host get".split())
LIGHT = frozenset("use make pay begin start conclude complete end undertake finish wrap wind round conduct carry perform abandon kick have cut continue embark plan launch open "
                   "schedule be close cap bring take arrive leave cancel postpone announce follow call put scrap delay repay return "
                   "reciprocate interrupt extend shorten curtail resume break shelve defer abort".split())  # fmt: skip
TRIPS = frozenset(
    "visit trip tour stay stopover stop journey pilgrimage arrival swing mission voyage travel layover leg destination itinerary sojourn "
    "excursion".split()
)
_STOPS = frozenset("stop stopover layover leg destination".split())
_ENDS = frozenset("begin start open kick end conclude close finish".split())
_HAPPENS = frozenset("come follow plan schedule expect arrange due pencil set slate fix announce cancel postpone put call delay shelve scrap "
                     "book earmark defer suspend drop confirm".split()) | COURSE  # fmt: skip
_HOSTS = HOSTS | {"meet"}
_SPEAKERS = ("our", "my")
_OTHERS = frozenset(
    "team delegation group official minister envoy mission aide adviser diplomat lawmaker expert fleet ship".split()
)


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
    awaits = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in AWAITS
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
    if noun.dep_ == "dobj" and verb.lemma_.lower() not in LIGHT:
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
