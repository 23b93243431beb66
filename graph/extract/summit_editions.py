"""Several summits of one series in one sentence: "summits were held in Rome in 2018 and in Oslo in 2019"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Finding, Status, Summit
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at
from summitry.graph.extract.series import Series
from summitry.graph.extract.status import status_of
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_HELD = frozenset("hold take host convene follow gather".split())
_NTH = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last latest next previous other".split()
)
_BETWEEN = frozenset("one ones was were is will be held hosted and took place".split())
_NEAR = 5  # words between "the third" and its town
_PLACES = frozenset({"in", "at"})


def editions(
    reading: Reading, when: When, passage: Passage, noun: Token, series: Series
) -> Iterator[Finding]:
    """The summits of a series that a plural tells of, each with the place and the day told beside it; none where only one place is."""
    verb = verb_of(noun)
    if noun.lower_ != "summits":
        return
    places = {place.token: place for place in _places(reading, passage, noun, verb)}
    stops = when.stops(passage, noun, list(places)) if len(places) > 1 else {}
    status = status_of(noun, passage.headline)
    if status is None or status is Status.CANCELLED:
        return
    for token, dates in stops.items():
        name, club = series.name, series.organisation
        settled = dates.settle(status)
        if dates.past and settled is not Status.PLANNED:
            settled = Status.OCCURRED
        payload = Summit(name, club, places[token].narrowest, dates.start, (), (), settled)
        yield finding(reading, passage, noun, payload, 0.92, "summit.noun", passage.doc[token])


def further(reading: Reading, when: When, passage: Passage, noun: Token, series: Series) -> Iterator[Finding]:
    """The summits that a sentence adds to one: "the second summit was held in Rome in 2007, the third in Oslo in 2010"."""
    spots = [at for t in noun.doc[noun.i + 1 : noun.sent.end] if (at := _counted(t)) is not None]
    for n, spot in enumerate(spots):
        last = spots[n + 1].i - 1 if n + 1 < len(spots) else noun.sent.end
        town = next(
            (t for t in noun.doc[spot.i + 1 : min(last, spot.i + _NEAR)] if t.i in passage.mention_at), None
        )
        place = place_at(reading, passage, town) if town is not None else None
        dates = when.within(passage, spot.i, last)
        if place is None or place.city is None or dates.start is None:
            continue
        status = dates.settle(Status.OCCURRED)
        payload = Summit(series.name, series.organisation, place.narrowest, dates.start, (), (), status)
        yield finding(reading, passage, noun, payload, 0.92, "summit.noun", passage.doc[place.token])


def _counted(token: Token) -> Token | None:
    """The preposition of "the third in", "the third one was held in"."""
    if token.lower_ not in _NTH or token.nbor(-1).lower_ != "the":
        return None
    for behind in token.doc[token.i + 1 : min(token.sent.end, token.i + _NEAR)]:
        if behind.lower_ in _PLACES:
            return behind
        if behind.lower_ not in _BETWEEN:
            return None
    return None


def _places(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Iterator[Place]:
    """The towns behind the noun, or behind the verb of holding whose subject or object it is."""
    held = verb.lemma_ in _HELD and noun.head == verb
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        under = noun.is_ancestor(token) or (held and verb.is_ancestor(token))
        place = place_at(reading, passage, token) if under and token.i in passage.mention_at else None
        if place is not None and place.city is not None and _located(token):
            yield place


def _located(token: Token) -> bool:
    """ "in Rome and Oslo", also where the parser has joined the second town to the first one's day."""
    at = token
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    return at.dep_ == "pobj" and (at.head.lower_ in _PLACES or at != token)
