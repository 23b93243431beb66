"""Who visited which state: arrivals, trips, visits paid and received, stays."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Finding, Status
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.arguments import (
    actors_at,
    agents_of,
    doers,
    is_passive,
    objects_of,
    prepositions,
    subject_of,
    undergoers,
)  # fmt: skip
from summitry.graph.extract.destinations import Destinations
from summitry.graph.extract.guests import aboard, guest
from summitry.graph.extract.places import Place, places_of
from summitry.graph.extract.status import negated, status_of
from summitry.graph.extract.travel import Telling, visit
from summitry.graph.extract.trips import TRIPS, listed_trips, taken, travellers, trip
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_DIRECT = frozenset("visit tour".split())
_REACH = frozenset("reach enter arrive leave depart".split())
_MOVES = frozenset("arrive travel fly go head come land journey jet return touch set depart leave move proceed swing stop "
                   "descend show turn walk drive sail continue rush hasten storm".split())  # fmt: skip
_HOSTS = frozenset("host receive welcome greet entertain".split())
_TAKES = frozenset("take bring lead carry".split())
_AWAITED = frozenset("expect await".split())
_ARRIVALS = frozenset("airport airfield arrival tarmac".split())
_SPEAKS = frozenset(
    "say speak tell announce declare promise warn state pledge insist argue vow address".split()
)
_PRESENT = frozenset("attend join participate take address speak sign".split())
_RESIDENT = frozenset(
    {
        "ambassador",
        "special envoy",
        "spokesperson",
        "representative",
        "high commissioner",
        "adviser",
        "analyst",
    }
)


def find(reading: Reading) -> Iterator[Finding]:
    """The visits that an article states."""
    told = Telling(reading, When(reading), Destinations(reading))
    abroad: tuple[str, ...] = ()  # those of whose trips abroad the sentence before tells
    for passage, sentence in reading.sentences():
        if abroad:
            yield from listed_trips(told, passage, sentence, abroad)
        abroad = travellers(told, passage, sentence)
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                yield from _verb(told, passage, token)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in TRIPS:
                yield from trip(told, passage, token)
            if token.i in passage.mention_at:
                yield from guest(told, passage, token)


def _verb(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    lemma, where = verb.lemma_.lower(), told.where
    if lemma in _DIRECT:
        yield from _went(told, passage, verb, where.visited(passage, verb), "visit.direct")
    elif lemma in _TAKES and lemma not in _MOVES and _trip_subject(verb):
        yield from taken(told, passage, verb)
    elif lemma in _MOVES or lemma in _REACH:
        reached = where.visited(passage, verb) if lemma in _REACH and not _away(verb, lemma) else []
        yield from _went(told, passage, verb, reached or where.moved(passage, verb), "visit.move")
        yield from _went(told, passage, verb, where.origin(passage, verb), "visit.move", Status.OCCURRED)
    elif lemma in _HOSTS:
        yield from _hosted(told, passage, verb)
    elif lemma in _AWAITED and is_passive(verb):
        yield from _went(told, passage, verb, where.expected(passage, verb), "visit.expected")
    elif lemma in ("be", "stay", "remain", "spend", "set"):
        yield from _stayed(told, passage, verb)
    elif lemma in _PRESENT or lemma in _SPEAKS:
        events = where.events(passage, verb) if lemma in _PRESENT else []
        yield from _went(told, passage, verb, events, "visit.attend")
        if lemma in _SPEAKS and not events:
            yield from _spoke(told, passage, verb)


def _away(verb: Token, lemma: str) -> bool:
    """ "will leave Dushanbe", "left Minsk for Moscow": no word of a stay that has ended."""
    if lemma not in ("leave", "depart"):
        return False
    return verb.tag_ not in ("VBD", "VBN") or any(c.lower_ == "for" for c in verb.children)


def _stayed(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    due = (
        next((c for c in verb.children if c.lower_ in ("due", "expected")), None)
        if verb.lemma_ == "be"
        else None
    )
    if due is not None:
        places = told.where.expected(passage, due) or told.where.expected(passage, verb)
        yield from _went(told, passage, verb, places, "visit.expected", Status.PLANNED)
        return
    if not negated(verb):
        yield from _went(told, passage, verb, told.where.stayed(passage, verb), "visit.stay")


def _spoke(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "said in Tashkent": a leader who speaks abroad is there; those who are posted abroad are not meant."""
    places = list(places_of(told.reading, passage, verb, "in"))
    if len(places) != 1 or status_of(verb) not in (Status.OCCURRED, Status.ONGOING):
        return
    for visitor in doers(told.reading, passage, verb, people_only=True):
        home, role = state_of(told.reading, visitor), role_of(told.reading, visitor)
        if (
            home is not None
            and home.startswith("state/")
            and role is not None
            and role not in _RESIDENT
            and places[0].city is not None
        ):
            yield from visit(told, passage, verb, visitor, places[0], Status.OCCURRED, "visit.speak")


def _went(
    told: Telling, passage: Passage, verb: Token, places: list[Place], rule: str, status: Status | None = None
) -> Iterator[Finding]:  # fmt: skip
    if not places:
        return
    status = status or (Status.PLANNED if rule == "visit.expected" else status_of(verb, passage.headline))
    if status is None or negated(verb):
        return
    if is_passive(verb) and agents_of(verb) and verb.lemma_.lower() in _DIRECT:
        visitors = [
            a for noun in agents_of(verb) for a in actors_at(told.reading, passage, noun, people_only=True)
        ]
    else:
        visitors = aboard(told, passage, verb) or doers(told.reading, passage, verb, people_only=True)
    stops = told.when.stops(passage, verb, [p.token for p in places])
    for visitor in visitors:
        for place in places:
            yield from visit(told, passage, verb, visitor, place, status, rule, stops.get(place.token))


def _trip_subject(verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in TRIPS


def _hosted(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "Xi hosted Putin in Beijing": the guest visits where the host is at home."""
    reading, status = told.reading, status_of(verb, passage.headline)
    if status is None:
        return
    if is_passive(verb):
        guests = undergoers(reading, passage, verb)
        hosts = [a for agent in agents_of(verb) for a in actors_at(reading, passage, agent)]
    else:
        guests = [a for o in objects_of(verb) for a in actors_at(reading, passage, o, people_only=True)]
        hosts = doers(reading, passage, verb)
    home = {state_of(reading, h) for h in hosts} - {None}
    places = list(places_of(reading, passage, verb, "in", "at")) or _reception(told, passage, verb)
    for place in places:
        for visitor in guests:
            if place.state is not None and (place.state.key in home or not home):
                yield from visit(told, passage, verb, visitor, place, status, "visit.host")


def _reception(told: Telling, passage: Passage, verb: Token) -> list[Place]:
    """ "hosted X for a summit in Rome", "whom Y greeted at the airport": where the occasion or the story is."""
    for word, noun in prepositions(verb, "for", "at", "during", "on", "upon"):
        if noun.lower_ in _ARRIVALS and told.where.here is not None:
            return [told.where.here]
        if word.lower_ != "upon":
            found = list(places_of(told.reading, passage, noun, "in", "at"))
            if found:
                return found
    return []
