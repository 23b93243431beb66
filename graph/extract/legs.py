"""The course of a journey as verbs tell it: "began his tour in Honiara", "the trip includes Rome", "the next stop is Athens"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import (
    actors_at,
    agents_of,
    listed,
    objects_of,
    prepositions,
    subject_of,
    verb_of,
)
from summitry.graph.extract.places import Place, place_at, places_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_ENDS = frozenset("begin start open kick launch resume continue end conclude finish wrap close complete culminate round cap repay "
                  "return reciprocate".split())  # fmt: skip
ENDS = frozenset("begin start finish end conclude culminate".split())  # "began in Tripoli"
CHOICES = frozenset("choose pick select".split())
_JOURNEYS = frozenset("trip visit journey tour destination stop".split())
COVERS = frozenset("include cover comprise feature span encompass".split())
COURSE = _ENDS | COVERS


def course(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    """The places that the verb of a journey names."""
    for child in noun.children:  # "a tour that includes Seoul"
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in COVERS:
            nouns = [item for o in objects_of(child) for item in listed(o)]
            return [p for n in nouns if (p := place_at(reading, passage, n)) is not None]
    verb = verb_of(noun)
    if noun.lemma_ in ("mission", "travel"):
        return []  # "will open a mission in Ramallah"
    if verb == noun or noun.head != verb:
        return _beside(reading, passage, noun)
    lemma = verb.lemma_.lower()
    if lemma in _ENDS and noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return list(places_of(reading, passage, verb, "in", "at", "with"))
    if lemma in COVERS and noun.dep_ == "nsubj":
        nouns = [item for o in objects_of(verb) for item in listed(o)]
        return [p for n in nouns if (p := place_at(reading, passage, n)) is not None]
    if lemma == "be" and noun.dep_ == "nsubj":
        nouns = [item for c in verb.children if c.dep_ == "attr" for item in listed(c)]
        return [p for n in nouns if (p := place_at(reading, passage, n)) is not None]
    return []


def chooses(verb: Token) -> bool:
    """ "chose Moscow for his maiden trip"."""
    return any(n.lemma_.lower() in _JOURNEYS for _, n in prepositions(verb, "for", "as"))


def companions(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """ "together with X", "accompanied by X": who goes along."""
    found: list[Entity] = []
    subject = subject_of(verb)
    for child in (*verb.children, *(subject.children if subject is not None else ())):
        along = any(c.lower_ in ("together", "along") for c in child.children) or (
            child.i > 0 and child.nbor(-1).lower_ in ("together", "along")
        )
        if child.dep_ == "prep" and child.lower_ == "with" and along:
            found += [a for n in child.children for a in actors_at(reading, passage, n, people_only=True)]
        elif child.dep_ in ("advcl", "acl") and child.lemma_ == "accompany":
            found += [a for n in agents_of(child) for a in actors_at(reading, passage, n, people_only=True)]
    return found


def fellows(reading: Reading, passage: Passage, verb: Token, leaders: list[Entity]) -> list[Entity]:
    """ "flew to Rome with his foreign minister, X": compatriots who move along."""
    homes = {state_of(reading, leader) for leader in leaders} - {None}
    found = [
        a
        for _, n in prepositions(verb, "with", "alongside")
        for a in actors_at(reading, passage, n, people_only=True)
    ]
    return [a for a in found if state_of(reading, a) in homes and a.key not in {e.key for e in leaders}]


def likewise(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """ "went to Rome, as did X and Y": who does the same."""
    found: list[Entity] = []
    for did in verb.children:
        if did.dep_ == "advcl" and did.lemma_ == "do" and did.i and did.nbor(-1).lower_ == "as":
            nouns = [c for c in did.children if c.dep_ in ("nsubj", "dobj") and c.i > did.i]
            found += [a for n in nouns for a in actors_at(reading, passage, n, people_only=True)]
    return found


def named_stop(passage: Passage, noun: Token) -> bool:
    """ "Next stop Rome", "the first stop, Athens": with the name of the place beside it."""
    return any(
        c.dep_ in ("appos", "nmod") and c.i > noun.i and c.i in passage.mention_at for c in noun.children
    )


def _beside(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    places = [
        place_at(reading, passage, c) for c in noun.children if c.dep_ in ("appos", "nmod") and c.i > noun.i
    ]
    return [p for p in places if p is not None][:1]
