"""Visits told in passing: "Hollande, in Washington for talks, said", "signed the treaty in Rome", "on his way to Cairo"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.actors import doers, owner_of
from summitry.graph.extract.arguments import is_passive, objects_of, prepositions, verb_of
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.localities import Place
from summitry.graph.extract.occasions import from_afar
from summitry.graph.extract.places import place_at, places_at, places_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.stays import bound_for
from summitry.graph.extract.travel import Telling, visit
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind

SPEAKS = frozenset(
    "say speak tell announce declare promise warn state pledge insist argue vow address".split()
)
# what is done in person, where one is
ACTS = frozenset("sign initial ink inaugurate unveil dine lunch breakfast toast lay cut pray kneel applaud embrace hug kiss bow clasp shake "
                 "confer talk huddle mediate negotiate attend tour inspect watch celebrate campaign lobby open reopen launch wrap conclude "
                 "begin start end finish deliver hand present receive accept collect appear stop pause stroll walk run jog ride plant taste "
                 "sip eat cook preach commemorate mark honour honor exchange swap gather assemble convene preside chair witness oversee kick "
                 "address brief survey greet wave pose bid shop play sing dance stand sit sleep wake".split())  # fmt: skip
# what is announced only where somebody goes: "is to address students in Rome"
_BOOKED = frozenset(
    "address inaugurate lay unveil tour attend preside celebrate commemorate dine lunch".split()
)
# what is ordered from afar: "opened an inquiry", "launched strikes"
_ORDERED = frozenset("inquiry investigation probe case fire front door way war operation offensive attack strike assault crackdown proceeding "
                     "border airspace market account bid campaign programme program initiative missile rocket satellite era chapter "
                     "role help aid support weapon blow message letter warning signal report".split())  # fmt: skip
_HEARERS = frozenset(
    "parliament student crowd audience troop soldier lawmaker rally conference leader gathering assembly forum congress".split()
)
_HELD = frozenset("hold give deliver make have address".split())
_EVENTS = frozenset("conference speech address lecture remarks remark comment announcement statement pledge talk meeting briefing lunch dinner breakfast discussion negotiation consultation "
                    "round session".split())  # fmt: skip
RESIDENT = frozenset({"ambassador", "special envoy", "spokesperson", "representative", "high commissioner", "adviser", "analyst"})  # fmt: skip
_NAMES = frozenset({MentionKind.PERSON, MentionKind.POST})
_ADVERBS = frozenset("already now currently still just back again meanwhile also then".split())
_CLOSES = frozenset({",", ".", ";", "since", "when", "where", "who", "which", "after", "before", "as"})
_PURPOSE = frozenset("for to on where , during as".split())


def acts(verb: Token) -> bool:
    """Whether a verb tells of something done in person."""
    lemma = verb.lemma_.lower()
    if any(o.lemma_.lower() in _ORDERED for o in objects_of(verb)):
        return False
    if lemma == "call":  # "called on the president in Rome"
        return any(n.pos_ in ("PROPN", "PRON") for _, n in prepositions(verb, "on")) and not any(
            c.dep_ in ("xcomp", "ccomp") for c in verb.children
        )
    return lemma in ACTS | SPEAKS or (
        lemma in _HELD and any(o.lemma_.lower() in _EVENTS for o in objects_of(verb))
    )


def acted(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "said in Tashkent": a leader who acts abroad is there; those who are posted abroad are not meant."""
    clause = told.where.clause(passage, verb)
    places = list(places_of(told.reading, passage, verb, "in")) or clause or _site(told, passage, verb)
    cities = [p for p in places if p.city is not None]
    if len(cities) == 1 and all(p.state == cities[0].state for p in places):
        places = cities  # "in Rome, Italy"
    during = any(c.lower_ == "while" and c.i < verb.i for c in verb.children)  # "While in Peru, he said"
    if is_passive(verb) or len(places) != 1 or (places[0].city is None and not during) or from_afar(verb):
        return
    status = status_of(verb)
    ahead = clause or verb.lemma_.lower() in _BOOKED
    if status in (None, Status.CANCELLED) or (status is Status.PLANNED and not ahead):
        return
    for visitor in doers(told.reading, passage, verb, people_only=True):
        if travels(told, visitor):
            done = Status.PLANNED if status is Status.PLANNED else Status.OCCURRED
            yield from visit(told, passage, verb, visitor, places[0], done, "visit.speak")


def _site(told: Telling, passage: Passage, verb: Token) -> list[Place]:
    """ "opened an embassy in Tirana", "laid a wreath at the memorial in Kigali": the city of what is done in person."""
    heard = verb.lemma_ == "address" and any(o.lemma_ in _HEARERS for o in objects_of(verb))
    if verb.lemma_.lower() in SPEAKS and not heard:
        return []
    nouns = [*objects_of(verb), *(n for _, n in prepositions(verb, "at", "on"))]
    for _ in range(2):
        found = [p for n in nouns for p in places_of(told.reading, passage, n, "in")]
        if found or not nouns:
            return found
        nouns = [inner for n in nouns for _, inner in prepositions(n, "at", "on", "of", "for")]
    return []


def travels(told: Telling, visitor: Entity) -> bool:
    """Whether somebody is a leader of a state, at home there, rather than posted abroad."""
    home, role = state_of(told.reading, visitor), role_of(told.reading, visitor)
    return home is not None and home.startswith("state/") and role is not None and role not in RESIDENT


def beside(told: Telling, passage: Passage, token: Token) -> Iterator[Finding]:
    """ "Hollande, in Washington to see Obama", "Trump, on his way to Singapore": what stands beside a name."""
    mention = passage.mention_at[token.i]
    if mention.kind not in _NAMES or token.i + 4 >= token.sent.end or token.nbor(1).text != ",":
        return
    status = status_of(verb_of(token), passage.headline)
    people = [e for e in told.reading.entities(mention) if e.kind is EntityKind.PERSON]
    if status not in (Status.OCCURRED, Status.ONGOING) or len(people) != 1:
        return
    way = places_at(told.reading, passage, bound_for(token))
    for place in way[:1]:
        dates = _beside(told, passage, token, place)
        yield from visit(told, passage, token, people[0], place, Status.ONGOING, "visit.beside", dates)
    stay = None if way else _stay(told, passage, token)
    if stay is not None and travels(told, people[0]):
        dates = _beside(told, passage, token, stay)
        yield from visit(told, passage, token, people[0], stay, status, "visit.beside", dates)


def on_way(told: Telling, passage: Passage, way: Token) -> Iterator[Finding]:
    """ "stopped in Oslo on his way to Rome", "en route to Rome": where somebody goes on to, though the sentence tells of
    something else.
    """
    route = way.lower_ == "route" and way.head.lower_ == "en"
    if (not route and (way.head.lower_ != "on" or way.head.dep_ != "prep")) or verb_of(way).lemma_ == "be":
        return
    status = status_of(verb_of(way), passage.headline)
    places = list(places_of(told.reading, passage, way, "to")) or list(
        places_of(told.reading, passage, way.head, "to")
    )
    if status in (None, Status.CANCELLED) or not (route or any(c.dep_ == "poss" for c in way.children)):
        return
    ahead = Status.PLANNED if status is Status.PLANNED else Status.ONGOING
    who = (
        doers(told.reading, passage, verb_of(way), people_only=True)
        if route
        else owner_of(told.reading, passage, way)
    )
    for visitor in who:
        if visitor.kind is EntityKind.PERSON:
            for place in places[:1]:
                yield from visit(told, passage, way, visitor, place, ahead, "visit.way")


def _beside(told: Telling, passage: Passage, token: Token, place: Place) -> Dates:
    """The date between the commas; that of the sentence is of what else somebody does."""
    behind = (i for i in range(place.token + 1, token.sent.end) if passage.doc[i].lower_ in _CLOSES)
    return told.when.within(passage, token.i, next(behind, token.sent.end))


def _stay(told: Telling, passage: Passage, token: Token) -> Place | None:
    """The place behind ", in" after a name, where a purpose or a comma follows it."""
    doc, i, end = passage.doc, token.i + 2, token.sent.end
    while i < end and doc[i].lower_ in _ADVERBS:
        i += 1
    if i >= end or doc[i].lower_ not in ("in", "visiting"):
        return None
    for k in range(i + 1, min(i + 5, end - 1)):
        named = k in passage.mention_at or doc[k].lower_ == "capital"
        place = place_at(told.reading, passage, doc[k]) if named else None
        if place is not None:
            return place if doc[k + 1].lower_ in _PURPOSE else None
    return None
