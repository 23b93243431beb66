"""The course of a journey as verbs tell it: "began his tour in Honiara", "the trip includes Rome", "the next stop is Athens"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, objects_of, verb_of
from summitry.graph.extract.places import Place, place_at, places_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_ENDS = frozenset("begin start open kick launch resume continue end conclude finish wrap close complete culminate round cap repay "
                  "return reciprocate".split())  # fmt: skip
_COVERS = frozenset("include cover comprise feature span encompass".split())
COURSE = _ENDS | _COVERS


def course(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    """The places that the verb of a journey names."""
    verb = verb_of(noun)
    if noun.lemma_ in ("mission", "travel"):
        return []  # "will open a mission in Ramallah"
    if verb == noun or noun.head != verb:
        return _beside(reading, passage, noun)
    lemma = verb.lemma_.lower()
    if lemma in _ENDS and noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return list(places_of(reading, passage, verb, "in", "at", "with"))
    if lemma in _COVERS and noun.dep_ == "nsubj":
        nouns = [item for o in objects_of(verb) for item in listed(o)]
        return [p for n in nouns if (p := place_at(reading, passage, n)) is not None]
    if lemma == "be" and noun.dep_ == "nsubj":
        nouns = [item for c in verb.children if c.dep_ == "attr" for item in listed(c)]
        return [p for n in nouns if (p := place_at(reading, passage, n)) is not None]
    return []


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
