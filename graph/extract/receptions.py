"""Visits told by those who receive: "Xi hosted Putin in Beijing", "Scholz expects Vucic in Berlin", "was greeted at the airport"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.actors import actors_at, doers, undergoers
from summitry.graph.extract.arguments import agents_of, is_passive, objects_of, prepositions, subject_of
from summitry.graph.extract.event_dates import UNSAID
from summitry.graph.extract.localities import Place, state_at
from summitry.graph.extract.places import at_airport, place_at, places_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.travel import Telling, visit
from summitry.graph.extract.welcomes import gets_welcome, honoured, honours
from summitry.graph.mentions.document import Passage

HOSTS = frozenset("host receive welcome greet entertain fete expect await".split())
_AHEAD = frozenset("expect await".split())
_AT_HOME = frozenset(
    "host receive entertain fete be play".split()
)  # what is done at home, where no place is named
_SIDES = frozenset("sideline margin fringe occasion".split())
_ARRIVALS = frozenset("airport airfield arrival tarmac".split())
_HEADS = frozenset(
    {"president", "prime minister", "king", "queen", "emperor", "emir", "sultan", "chancellor", "premier"}
)


def received(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """The guest visits where the host is at home."""
    reading, status = told.reading, status_of(verb, passage.headline)
    if status is None:
        return
    ahead = verb.lemma_ in _AHEAD
    gets = gets_welcome(verb)
    if gets is not None:
        guests, hosts = actors_at(reading, passage, gets, people_only=True), []
    elif is_passive(verb):
        guests = undergoers(reading, passage, verb)
        hosts = [a for agent in agents_of(verb) for a in actors_at(reading, passage, agent)]
        if ahead and not hosts:
            return  # "is expected in Rome": told with the verbs of coming
    else:
        nouns = hosted(verb) or honoured(verb) or objects_of(verb)
        guests = [a for o in nouns for a in actors_at(reading, passage, o, people_only=True)]
        hosts = doers(reading, passage, verb)
    if ahead:
        if any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
            return  # "expects him to resign"
        status = Status.PLANNED if status is not Status.CANCELLED else status
    home = {state_of(reading, h) for h in hosts} - {None}
    behind = (n for _, n in prepositions(verb, "with", "by", "for", "to"))
    inner = [verb, *objects_of(verb), *behind]
    found = [p for token in inner for p in places_of(reading, passage, token, "in", "at", "to")][:1]
    places = [at_airport(reading, verb, p) for p in found] or _reception(told, passage, verb)
    places = places or told.where.clause(passage, verb) or _home(told, passage, verb, hosts)
    unsaid = UNSAID if _sees_off(verb) else None  # the day is that of leaving
    for place in places:
        for visitor in guests:
            if place.state is not None and (place.state.key in home or not home):
                yield from visit(told, passage, verb, visitor, place, status, "visit.host", unsaid)


def receives(verb: Token) -> bool:
    """Whether a verb tells that somebody is received, with or without honours."""
    told = _met_on_arrival(verb) or _sees_off(verb)
    return verb.lemma_.lower() in HOSTS or bool(hosted(verb)) or honours(verb) or told


def _sees_off(verb: Token) -> bool:
    """ "was seen off at the airport"."""
    return verb.lemma_ == "see" and any(c.lower_ == "off" and c.dep_ == "prt" for c in verb.children)


def _met_on_arrival(verb: Token) -> bool:
    """ "was met at the airport in Rome"."""
    return (
        verb.lemma_ == "meet"
        and is_passive(verb)
        and any(n.lower_ in _ARRIVALS for _, n in prepositions(verb, "at", "on", "upon"))
    )


def hosted(verb: Token) -> list[Token]:
    """Whom "is host to X" and "plays host to X" receive."""
    hosts = [c for c in verb.children if c.lower_ == "host" and c.dep_ in ("attr", "dobj")]
    return [n for host in (*hosts, *([verb] if hosts else [])) for _, n in prepositions(host, "to")]


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


def _elsewhere(verb: Token) -> bool:
    """ "received him at the summit", "on the margins of the forum", "welcomed him back to the fold"."""
    return any(c.lower_ == "back" for c in verb.children) or any(
        w.lower_ != "on" or n.lemma_ in _SIDES
        for w, n in prepositions(verb, "at", "during", "on", "to", "into")
    )


def _home(told: Telling, passage: Passage, verb: Token, hosts: list[Entity]) -> list[Place]:
    """The state that a host leads, where no other place is named: "had received the king in the morning"; the city or state that
    is itself the host.
    """
    lands = bool(hosts) and all(h.kind is EntityKind.STATE for h in hosts)
    if (verb.lemma_ not in _AT_HOME and not lands and not honours(verb)) or _elsewhere(verb):
        return []
    subject = subject_of(verb) if not is_passive(verb) else None
    city = place_at(told.reading, passage, subject) if subject is not None else None
    if city is not None and city.city is not None:
        return [city]
    homes = {
        state_of(told.reading, h)
        for h in hosts
        if h.kind is EntityKind.STATE or (h.kind is EntityKind.PERSON and role_of(told.reading, h) in _HEADS)
    }
    key = homes.pop() if len(homes) == 1 else None
    state, here = state_at(told.reading, key, verb.i), told.where.here
    if state is not None and here is not None and here.state is not None and here.state.key == key:
        return [here]
    return [state] if state is not None else []
