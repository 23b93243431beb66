"""Who visited which state: arrivals, trips, visits paid and received, stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Status, Visit
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.arguments import (
    actors_at, agents_of, doers, is_passive, objects_of, owner_of, subject_of, undergoers, verb_of,
)  # fmt: skip
from summitry.graph.extract.destinations import Destinations
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.meetings import meetings_in
from summitry.graph.extract.places import Place, places_of, whole
from summitry.graph.extract.status import negated, status_of
from summitry.graph.extract.when import Dates, When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_DIRECT = frozenset("visit tour".split())
_REACH = frozenset("reach enter arrive leave depart".split())
_MOVES = frozenset("arrive travel fly go head come land journey jet return touch set depart leave move proceed swing stop "
                   "descend show turn walk drive sail continue rush hasten storm".split())  # fmt: skip
_HOSTS = frozenset("host receive welcome greet entertain".split())
_TAKES = frozenset("take bring lead carry".split())
_AWAITED = frozenset("expect await".split())
_SPEAKS = frozenset("say speak tell announce declare promise warn state pledge insist argue vow address".split())
_NOUNS = frozenset("visit trip tour stay stopover stop journey pilgrimage arrival swing mission voyage travel layover".split())
_LIGHT = frozenset("make pay begin start conclude complete end undertake finish wrap kick have cut continue embark plan launch open "
                   "schedule be close cap bring take arrive leave cancel postpone announce follow call put scrap delay".split())  # fmt: skip
_HAPPENS = frozenset("come follow plan schedule expect arrange due".split())
_PRESENT = frozenset("attend join participate take address speak sign".split())
_TIMETABLE = frozenset("travel fly go head leave depart return continue proceed set move".split())
_TRIPS = frozenset("trip visit journey tour".split())
_ABROAD = frozenset("foreign abroad overseas international".split())
_RESIDENT = frozenset({"ambassador", "special envoy", "spokesperson", "representative", "high commissioner", "adviser", "analyst"})
_CERTAINTY = {
    "visit.direct": 0.95, "visit.move": 0.93, "visit.noun": 0.92, "visit.host": 0.9, "visit.stay": 0.9, "visit.expected": 0.9,
    "visit.taken": 0.9, "visit.attend": 0.8, "visit.speak": 0.8, "visit.scene": 0.8, "visit.listed": 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Finder:
    reading: Reading
    when: When
    where: Destinations


def find(reading: Reading) -> Iterator[Finding]:
    """The visits that an article states."""
    finder = _Finder(reading, When(reading), Destinations(reading))
    abroad: tuple[str, ...] = ()  # those of whose trips abroad the sentence before tells
    for passage, sentence in reading.sentences():
        if abroad:
            yield from _listed(finder, passage, sentence, abroad)
        abroad = _travellers(finder, passage, sentence)
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                yield from _verb(finder, passage, token)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in _NOUNS:
                yield from _noun(finder, passage, token)


def _travellers(finder: _Finder, passage: Passage, sentence: Span) -> tuple[str, ...]:
    """Whose "three foreign trips" a sentence speaks of."""
    for noun in sentence:
        if noun.tag_ == "NNS" and noun.lemma_.lower() in _TRIPS:
            words = {c.lower_ for c in noun.children} | {c.lower_ for c in verb_of(noun).children}
            if words & _ABROAD and not negated(verb_of(noun)):
                return tuple(e.key for e in _visitors(finder, passage, noun))
    return ()


def _listed(finder: _Finder, passage: Passage, sentence: Span, travellers: tuple[str, ...]) -> Iterator[Finding]:
    """"He made three foreign trips. He met A in Geneva, B in Delhi": each meeting abroad was one of them."""
    for met in meetings_in(finder.reading, finder.when, finder.where.scene, passage, sentence):
        payload = met.payload
        if not isinstance(payload, Meeting) or payload.place is None:
            continue
        place = whole(finder.reading, payload.place)
        for visitor in payload.participants:
            if visitor.key in travellers and place.state is not None and state_of(finder.reading, visitor) != place.state.key:
                visit = Visit(visitor, place.state, place.city, payload.date, None, payload.status)
                yield replace(met, payload=visit, certainty=_CERTAINTY["visit.listed"], rule="visit.listed")


def _verb(finder: _Finder, passage: Passage, verb: Token) -> Iterator[Finding]:
    lemma, where = verb.lemma_.lower(), finder.where
    if lemma in _DIRECT:
        yield from _went(finder, passage, verb, where.visited(passage, verb), "visit.direct")
    elif lemma in _TAKES and lemma not in _MOVES and _trip_subject(verb):
        yield from _taken(finder, passage, verb)
    elif lemma in _MOVES or lemma in _REACH:
        reached = where.visited(passage, verb) if lemma in _REACH and not _away(verb, lemma) else []
        yield from _went(finder, passage, verb, reached or where.moved(passage, verb), "visit.move")
        yield from _went(finder, passage, verb, where.origin(passage, verb), "visit.move", Status.OCCURRED)
    elif lemma in _HOSTS:
        yield from _hosted(finder, passage, verb)
    elif lemma in _AWAITED and is_passive(verb):
        yield from _went(finder, passage, verb, where.expected(passage, verb), "visit.expected")
    elif lemma in ("be", "stay", "remain", "spend", "set"):
        yield from _stayed(finder, passage, verb)
    elif lemma in _PRESENT or lemma in _SPEAKS:
        events = where.events(passage, verb) if lemma in _PRESENT else []
        yield from _went(finder, passage, verb, events, "visit.attend")
        if lemma in _SPEAKS and not events:
            yield from _spoke(finder, passage, verb)


def _away(verb: Token, lemma: str) -> bool:
    """"will leave Dushanbe", "left Minsk for Moscow": no word of a stay that has ended."""
    if lemma not in ("leave", "depart"):
        return False
    return verb.tag_ not in ("VBD", "VBN") or any(c.lower_ == "for" for c in verb.children)


def _stayed(finder: _Finder, passage: Passage, verb: Token) -> Iterator[Finding]:
    due = next((c for c in verb.children if c.lower_ in ("due", "expected")), None) if verb.lemma_ == "be" else None
    if due is not None:
        places = finder.where.expected(passage, due) or finder.where.expected(passage, verb)
        yield from _went(finder, passage, verb, places, "visit.expected", Status.PLANNED)
        return
    if not negated(verb):
        yield from _went(finder, passage, verb, finder.where.stayed(passage, verb), "visit.stay")


def _spoke(finder: _Finder, passage: Passage, verb: Token) -> Iterator[Finding]:
    """"said in Tashkent": a leader who speaks abroad is there; those who are posted abroad are not meant."""
    places = list(places_of(finder.reading, passage, verb, "in"))
    if len(places) != 1 or status_of(verb) not in (Status.OCCURRED, Status.ONGOING):
        return
    for visitor in doers(finder.reading, passage, verb, people_only=True):
        home, role = state_of(finder.reading, visitor), role_of(finder.reading, visitor)
        if home is not None and home.startswith("state/") and role is not None and role not in _RESIDENT and places[0].city is not None:
            yield from _visit(finder, passage, verb, visitor, places[0], Status.OCCURRED, "visit.speak")


def _went(
    finder: _Finder, passage: Passage, verb: Token, places: list[Place], rule: str, status: Status | None = None
) -> Iterator[Finding]:  # fmt: skip
    if not places:
        return
    status = status or (Status.PLANNED if rule == "visit.expected" else status_of(verb, passage.headline))
    if status is None or negated(verb):
        return
    if is_passive(verb) and agents_of(verb) and verb.lemma_.lower() in _DIRECT:
        visitors = [a for noun in agents_of(verb) for a in actors_at(finder.reading, passage, noun, people_only=True)]
    else:
        visitors = doers(finder.reading, passage, verb, people_only=True)
    for visitor in visitors:
        for place in places:
            yield from _visit(finder, passage, verb, visitor, place, status, rule)


def _trip_subject(verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in _NOUNS


def _taken(finder: _Finder, passage: Passage, verb: Token) -> Iterator[Finding]:
    """"a tour that took him to Kuwait", "his trip, which also takes in Chile"."""
    status, trip = status_of(verb, passage.headline), subject_of(verb)
    if status is None or trip is None:
        return
    status = _trip_status(finder, passage, trip, verb) or status
    people = [a for o in objects_of(verb) for a in actors_at(finder.reading, passage, o, people_only=True)]
    takes_in = any(c.dep_ == "prt" and c.lower_ == "in" for c in verb.children)
    places = finder.where.visited(passage, verb) if takes_in else list(places_of(finder.reading, passage, verb, "to", "through"))
    for visitor in people or [e for e in _visitors(finder, passage, trip)]:
        for place in places:
            yield from _visit(finder, passage, verb, visitor, place, status, "visit.taken")


def _trip_status(finder: _Finder, passage: Passage, trip: Token, verb: Token) -> Status | None:
    """"his tour, which takes in Chile" is yet to be, where the tour is."""
    return Status.PLANNED if verb.tag_ in ("VBZ", "VBP") and not passage.headline else None


def _hosted(finder: _Finder, passage: Passage, verb: Token) -> Iterator[Finding]:
    """"Xi hosted Putin in Beijing": the guest visits where the host is at home."""
    reading, status = finder.reading, status_of(verb, passage.headline)
    if status is None:
        return
    if is_passive(verb):
        guests = undergoers(reading, passage, verb)
        hosts = [a for agent in agents_of(verb) for a in actors_at(reading, passage, agent)]
    else:
        guests = [a for o in objects_of(verb) for a in actors_at(reading, passage, o, people_only=True)]
        hosts = doers(reading, passage, verb)
    home = {state_of(reading, h) for h in hosts} - {None}
    for place in places_of(reading, passage, verb, "in", "at"):
        for guest in guests:
            if place.state is not None and (place.state.key in home or not home):
                yield from _visit(finder, passage, verb, guest, place, status, "visit.host")


def _noun(finder: _Finder, passage: Passage, noun: Token) -> Iterator[Finding]:
    owned = any(c.dep_ == "poss" for c in noun.children)
    if noun.lemma_.lower() in ("stop", "stay", "mission", "travel") and not owned and noun.dep_ not in ("dobj", "pobj", "attr"):
        return
    places = finder.where.of_trip(passage, noun)
    status = status_of(noun, passage.headline)
    if status is None:
        return
    for visitor in _visitors(finder, passage, noun):
        for place in places:
            yield from _visit(finder, passage, noun, visitor, place, status, "visit.noun")
        if not places and finder.where.here is not None and _at_scene(noun, status):
            yield from _visit(finder, passage, noun, visitor, finder.where.here, status, "visit.scene")


def _at_scene(noun: Token, status: Status) -> bool:
    """"cancelled his trip", "will begin his visit on Monday": without another word, to where the story is told from."""
    return noun.lemma_.lower() in ("visit", "trip") and noun.dep_ == "dobj" and status is not Status.ONGOING and verb_of(noun).lemma_ in _LIGHT


def _visitors(finder: _Finder, passage: Passage, noun: Token) -> list[Entity]:
    """Who makes a trip: its owner, the subject of "paid a visit", whom "it is his first trip" tells of."""
    reading = finder.reading
    own = [e for e in owner_of(reading, passage, noun) if e.kind is EntityKind.PERSON]
    if own:
        return own
    verb = verb_of(noun)
    if verb == noun:
        return _named_before(reading, passage, noun)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        agents = [a for by in agents_of(verb) for a in actors_at(reading, passage, by, people_only=True)]
        return agents or (list(finder.where.scene.subject(passage, noun)) if verb.lemma_ in _HAPPENS else [])
    if noun.dep_ in ("appos", "conj") and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.lemma_.lower() in _NOUNS:
        return _visitors(finder, passage, noun.head)
    if noun.dep_ == "dobj" and verb.lemma_.lower() not in _LIGHT:
        return []
    if noun.dep_ == "attr":
        return _told_of(finder, passage, noun, verb)
    return doers(reading, passage, verb, people_only=True)


def _told_of(finder: _Finder, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """"For Medvedev it is the first stay in …", "His last trip was a visit to …"."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower() in _NOUNS:
        return [e for e in owner_of(finder.reading, passage, subject) if e.kind is EntityKind.PERSON]
    if subject is None or subject.lower_ not in ("it", "this", "that"):
        return []
    for child in verb.children:
        if child.lower_ == "for":
            return [a for n in child.children for a in actors_at(finder.reading, passage, n, people_only=True)]
    return []


def _named_before(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """A headline without a verb: "Putin in Kyrgyzstan, his first foreign trip"."""
    for child in noun.children:
        mention = passage.mention_at.get(child.i)
        if child.i < noun.i and mention is not None and mention.kind is MentionKind.PERSON:
            return actors_at(reading, passage, child, people_only=True)
    return []


def _visit(
    finder: _Finder, passage: Passage, trigger: Token, visitor: Entity, place: Place, status: Status, rule: str
) -> Iterator[Finding]:
    state, reading = place.state, finder.reading
    home = state_of(reading, visitor)
    if state is None or home == state.key or home is None and trigger.lemma_ == "return":
        return
    dates = finder.when.of(passage, trigger, status)
    status = _timetable(trigger, passage, dates, dates.settle(status))
    payload = Visit(visitor, state, place.city, dates.start, dates.end, status)
    token = passage.doc[place.token] if place != finder.where.here else None
    yield finding(reading, passage, trigger, payload, _CERTAINTY[rule], rule, token)


def _timetable(trigger: Token, passage: Passage, dates: Dates, status: Status) -> Status:
    """"travels to Rome on Monday": the present tense of what has not begun."""
    if trigger.tag_ not in ("VBZ", "VBP") or passage.headline or trigger.lemma_ == "be" or status is not Status.ONGOING:
        return status
    if dates.past:
        return Status.OCCURRED
    return Status.PLANNED if trigger.lemma_ in _TIMETABLE else status
