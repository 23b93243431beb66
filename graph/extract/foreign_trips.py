"""Trips abroad that are told by whom somebody met there: "He made three foreign trips. He met A in Rome, B in Oslo"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from summitry.graph.claims import Finding, Meeting, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import doers
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.denial import negated
from summitry.graph.extract.localities import whole
from summitry.graph.extract.meetings import meetings_in
from summitry.graph.extract.status_words import TRIPS as JOURNEYS
from summitry.graph.extract.travel import CERTAINTY, Telling
from summitry.graph.extract.trip_makers import visitors
from summitry.graph.extract.trips import ABROAD
from summitry.graph.mentions.document import Passage

_GOES = frozenset("go travel be venture journey".split())


def travellers(told: Telling, passage: Passage, sentence: Span) -> tuple[str, ...]:
    """Whose "three foreign trips" a sentence speaks of."""
    for noun in sentence:
        if noun.tag_ == "NNS" and noun.lemma_.lower() in JOURNEYS:
            words = {c.lower_ for c in noun.children} | {c.lower_ for c in verb_of(noun).children}
            if words & ABROAD and not negated(verb_of(noun)):
                return tuple(e.key for e in visitors(told, passage, noun))
    return ()


def listed_trips(
    told: Telling, passage: Passage, sentence: Span, travellers: tuple[str, ...]
) -> Iterator[Finding]:
    """ "He made three foreign trips. He met A in Geneva, B in Delhi": each meeting abroad was one of them."""
    for met in meetings_in(told.reading, told.when, told.where.scene, passage, sentence):
        payload = met.payload
        if not isinstance(payload, Meeting) or payload.place is None:
            continue
        place = whole(told.reading, payload.place)
        for visitor in payload.participants:
            if (
                visitor.key in travellers
                and place.state is not None
                and state_of(told.reading, visitor) != place.state.key
            ):
                visit = Visit(visitor, place.state, place.city, payload.date, None, payload.status)
                yield replace(met, payload=visit, certainty=CERTAINTY["visit.listed"], rule="visit.listed")


def gone_abroad(told: Telling, passage: Passage, sentence: Span) -> tuple[str, ...]:
    """Who "last went abroad in February, when he met X in Rome"."""
    for word in sentence:
        verb = word.head
        if word.lower_ != "abroad" or verb.lemma_ not in _GOES or negated(verb):
            continue
        if any(c.dep_ == "advcl" and any(m.lower_ == "when" for m in c.children) for c in verb.children):
            return tuple(e.key for e in doers(told.reading, passage, verb, people_only=True))
    return ()
