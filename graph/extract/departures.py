"""Where somebody comes from: "flew in from Astana", "came back from Oslo", "flew out of Rome"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, objects_of, prepositions
from summitry.graph.extract.governors import ranked
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_COMES = frozenset("fly jet arrive land travel".split())
_GOES = frozenset("return depart".split())
_JOURNEYS = frozenset("visit trip tour".split())
_AWAY = frozenset("back home out".split())


def came_from(reading: Reading, passage: Passage, verb: Token, bound: bool) -> list[Place]:
    """ "flew in from Astana, where the president had received him", "came to Lima from Chile": where somebody comes from, if
    more is said of it or of where he is `bound`, or if he leaves or is back.
    """
    found: list[Place] = []
    gone = verb.lemma_ in _GOES or any(c.lower_ in _AWAY for c in verb.children)
    moved = verb.lemma_.lower() in _COMES or (bound and verb.lemma_ == "come")
    flown = moved and (verb.tag_ in ("VBD", "VBN") or ranked(verb.head))
    for noun in _left(verb):
        place = place_at(reading, passage, noun)
        told = gone or any(c.dep_ == "relcl" for c in noun.children)
        if place is not None and (told or (flown and (place.city is not None or bound))):
            found.append(place)
    return found


def back_from(reading: Reading, passage: Passage, noun: Token) -> list[Place]:
    """ "on his return from Rome": where somebody has been."""
    own = noun.lemma_ == "return" and any(c.dep_ == "poss" for c in noun.children)
    nouns = [item for _, n in prepositions(noun, "from") for item in listed(n)] if own else []
    return [p for n in nouns if (p := place_at(reading, passage, n)) is not None]


def homeward(verb: Token) -> bool:
    """ "left the country for a visit to Rome", "flew into the country after a trip", "is to return to the country": his own."""
    named = [*objects_of(verb), *(n for _, n in prepositions(verb, "to", "in", "into"))]
    if not any(n.lower_ == "country" and [c.lower_ for c in n.children] == ["the"] for n in named):
        return False
    journeys = (n for _, n in prepositions(verb, "for", "on", "after", "following"))
    return any(n.lemma_ in _JOURNEYS for n in journeys) or (verb.lemma_ == "return" and verb.tag_ == "VB")


def _left(verb: Token) -> Iterator[Token]:
    """The nouns behind "from" and "out of"."""
    for at in (verb, *(c for c in verb.children if c.lower_ in _AWAY)):
        for _, noun in prepositions(at, "from", *(("of",) if at != verb else ())):
            yield from listed(noun)
    for _, noun in prepositions(verb, "out"):
        yield from listed(noun)
