"""The course of a journey as verbs tell it: "began his tour in Honiara", "the trip includes Rome", "the next stop is Athens"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import actor_at, people_at
from summitry.graph.extract.arguments import agents_of, listed, objects_of, prepositions, subject_of, verb_of
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at, places_at, places_of
from summitry.graph.extract.status_words import PREPARES, TRIPS
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import is_dated

_ENDS = frozenset("begin start open kick launch resume continue end conclude finish wrap close complete culminate round cap repay "
                  "return reciprocate".split())  # fmt: skip
ENDS = frozenset("begin start finish end conclude culminate".split())  # "began in Tripoli"
_BEGINS = frozenset("begin start open kick launch embark undertake".split())
CHOICES = frozenset("choose pick select".split())
_ALONG = frozenset("accompany join follow".split())
_JOURNEYS = TRIPS | {"destination", "stop"}
_STOPS = frozenset("stop stopover layover leg destination".split())
COVERS = frozenset("include cover comprise feature span encompass".split())
COURSE = _ENDS | COVERS


def course(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    """The places that the verb of a journey names."""
    for child in _told_of(noun):  # "a tour that includes Seoul"
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in COVERS:
            return _listed(reading, passage, objects_of(child))
    verb = verb_of(noun)
    if noun.lemma_ in ("mission", "travel"):
        return []  # "will open a mission in Ramallah"
    if verb == noun or noun.head != verb:
        return _beside(reading, passage, noun)
    lemma = verb.lemma_.lower()
    if lemma in _ENDS and noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return list(places_of(reading, passage, verb, "in", "at", "with"))
    if lemma in COVERS and noun.dep_ == "nsubj":
        return _listed(reading, passage, objects_of(verb))
    if lemma == "be" and noun.dep_ == "attr" and noun.lemma_ in _STOPS:
        return places_at(reading, passage, [c for c in verb.children if c.dep_ == "nsubj"])
    if lemma == "be" and noun.dep_ == "nsubj":
        return _listed(reading, passage, [c for c in verb.children if c.dep_ == "attr"])
    return []


def _told_of(noun: Token) -> list[Token]:
    """ "a tour that includes Seoul", "a tour of four states, which includes Seoul": what hangs from a journey or from its goals."""
    return [*noun.children, *(c for _, n in prepositions(noun, "to", "of") for c in n.children)]


def taking_in(noun: Token) -> bool:
    """ "opening a tour that includes Rome", "the first stop on a tour that includes Rome": whose stops are yet to come."""
    clauses = [c for c in _told_of(noun) if c.dep_ in ("relcl", "acl") and c.lemma_.lower() in COVERS]
    begun = noun.dep_ == "dobj" and noun.head.lemma_ in _BEGINS
    first = noun.lemma_ in _STOPS and any(c.lower_ == "first" for c in noun.children)
    return (begun or first) and any(c.tag_ in ("VBZ", "VBP", "VBG") for c in clauses)


def said_of_last(noun: Token) -> bool:
    """ "It was the last stop of his tour": said of the place named last, on no day of its own."""
    stop = noun.lemma_ in _STOPS and noun.dep_ == "attr" and any(True for _ in prepositions(noun, "of", "on"))
    return stop and any(c.dep_ == "nsubj" and c.lower_ in ("it", "this", "that") for c in noun.head.children)


def _listed(reading: Reading, passage: Passage, nouns: list[Token]) -> list[Place]:
    return places_at(reading, passage, (item for noun in nouns for item in listed(noun)))


def chooses(verb: Token) -> bool:
    """ "chose Moscow for his maiden trip"."""
    return any(n.lemma_.lower() in _JOURNEYS for _, n in prepositions(verb, "for", "as"))


def behind_owner(reading: Reading, passage: Passage, trip: Token) -> list[Place]:
    """ "the arrival of X, in Chad", "her tour of Africa in Chad", "is in Chad to prepare for X's visit": a place that parsers, or the
    words, put behind whose trip it is or with who prepares it.
    """
    for _, owner in prepositions(trip, "of"):
        found = list(places_of(reading, passage, owner, "in", "to", "at")) or _apposed(
            reading, passage, owner
        )
        if found:
            return found
    verb = verb_of(trip)
    if trip.dep_ != "pobj" or trip.head.lower_ != "for" or verb.lemma_ not in PREPARES | {"lay"}:
        return []
    if verb.dep_ in ("advcl", "xcomp"):
        return list(places_of(reading, passage, verb.head, "in", "to"))
    return _hosts_to_be(reading, passage, verb)


def _hosts_to_be(reading: Reading, passage: Passage, verb: Token) -> list[Place]:
    """ "The Chilean government is preparing for the visit of X": the state that prepares."""
    subject = subject_of(verb)
    states = actor_at(reading, passage, subject) if subject is not None else ()
    return [Place(None, s, verb.i) for s in states if s.kind is EntityKind.STATE][:1]


def _apposed(reading: Reading, passage: Passage, owner: Token) -> list[Place]:
    """ "of X, in Chad": behind the comma."""
    words = passage.doc[owner.i + 1 : min(owner.i + 4, owner.sent.end)]
    if len(words) < 3 or words[0].text != "," or words[1].lower_ not in ("in", "to"):
        return []
    place = place_at(reading, passage, words[2])
    return [place] if place is not None else []


def companions(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """ "together with X", "accompanied by X": who goes along."""
    found: list[Entity] = []
    subject = subject_of(verb)
    first = (
        verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else None
    )  # "was the first to arrive"
    for child in (t for at in (verb, subject, first) if at is not None for t in at.children):
        along = any(c.lower_ in ("together", "along") for c in child.children) or (
            child.i > 0 and child.nbor(-1).lower_ in ("together", "along")
        )
        if child.dep_ == "prep" and child.lower_ == "with" and along:
            found += people_at(reading, passage, child.children)
        elif (
            child.dep_ in ("advcl", "acl", "conj") and child.lemma_ in _ALONG and child.tag_ in ("VBN", "VBD")
        ):
            found += people_at(reading, passage, agents_of(child)) if not _later(child) else []
    return found


def _later(clause: Token) -> bool:
    """ "followed on Monday by X", "followed a day later by X": on another day."""
    times = [n for c in clause.children for n in (c, *c.children) if n.dep_ in ("npadvmod", "pobj")]
    return any(
        (is_dated(n) and n.lemma_ not in ("hour", "minute")) or n.lemma_ in ("day", "week", "month", "year")
        for n in times
        if n.head.dep_ != "agent"
    )


def fellows(reading: Reading, passage: Passage, verb: Token, leader: Entity) -> list[Entity]:
    """ "flew to Rome with his foreign minister, X": compatriots who move along."""
    home = state_of(reading, leader)
    found = people_at(reading, passage, (n for _, n in prepositions(verb, "with", "alongside")))
    return [a for a in found if home is not None and state_of(reading, a) == home and a.key != leader.key]


def likewise(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """ "went to Rome, as did X and Y": who does the same."""
    found: list[Entity] = []
    for did in verb.children:
        if did.dep_ == "advcl" and did.lemma_ == "do" and did.i and did.nbor(-1).lower_ == "as":
            nouns = [c for c in did.children if c.dep_ in ("nsubj", "dobj") and c.i > did.i]
            found += people_at(reading, passage, nouns)
    return found


def named_stop(passage: Passage, noun: Token) -> bool:
    """ "Next stop Rome", "the first stop, Athens": with the name of the place beside it."""
    return any(
        c.dep_ in ("appos", "nmod") and c.i > noun.i and c.i in passage.mention_at for c in noun.children
    )


def _beside(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    names = [c for c in noun.children if c.dep_ in ("appos", "nmod") and c.i > noun.i]
    return places_at(reading, passage, names)[:1]
