"""Tours that take somebody along: "a tour that took him to Kuwait", "his trip, which also takes in Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status
from summitry.graph.extract.actors import people_at
from summitry.graph.extract.arguments import objects_of, subject_of
from summitry.graph.extract.days import is_day
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.places import places_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.travel import Telling, visit
from summitry.graph.extract.trip_makers import visitors
from summitry.graph.mentions.document import Passage


def taken(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "a tour that took him to Kuwait", "his trip, which also takes in Chile"."""
    status, trip = status_of(verb, passage.headline), subject_of(verb)
    if status is None or trip is None:
        return
    if verb.tag_ in ("VBZ", "VBP") and not passage.headline:
        status = Status.PLANNED  # "his tour, which takes in Chile" is yet to be
    people = people_at(told.reading, passage, objects_of(verb))
    takes_in = any(c.dep_ == "prt" and c.lower_ == "in" for c in verb.children)
    places = (
        told.where.visited(passage, verb)
        if takes_in
        else list(places_of(told.reading, passage, verb, "to", "through"))
    )
    places = told.where.stops(passage, verb, places)
    days = _tour_days(told, passage, verb, trip, status, [p.token for p in places])
    if not takes_in and people:
        people = _nearest(told, passage, verb, [*people, *visitors(told, passage, trip)])
    for visitor in people or visitors(told, passage, trip):
        for place in places:
            yield from visit(told, passage, verb, visitor, place, status, "visit.taken", days[place.token])


def _tour_days(
    told: Telling, passage: Passage, verb: Token, trip: Token, status: Status, stops: list[int]
) -> dict[int, Dates]:
    """The days of a tour's stops: their own, else that of the clause; of "arrived on Monday on a tour that will also take him
    to A and B" none, as the day is that of another place.
    """
    own = told.when.stops(passage, verb, stops)
    days = told.when.within(passage, verb.left_edge.i, verb.right_edge.i + 1)
    also = verb.dep_ == "relcl" and any(c.lower_ == "also" for c in verb.children)
    if days.start is None:
        days = told.when.of(passage, trip, status)
        days = replace(days, start=None, end=None) if also and is_day(days.start) else days
    rest = replace(days, start=None, end=None) if own or is_day(days.start) else days
    return {stop: own.get(stop, rest if own or n else days) for n, stop in enumerate(stops)}


def takes_abroad(verb: Token) -> bool:
    """ "the mediation that took them to New York": a thing that takes people somewhere."""
    subject = subject_of(verb)
    person = any(o.tag_ == "PRP" or o.pos_ == "PROPN" for o in objects_of(verb))
    return (
        subject is not None and subject.tag_ in ("NN", "NNS") and person and verb.lemma_ in ("take", "bring")
    )


def _nearest(told: Telling, passage: Passage, verb: Token, people: list[Entity]) -> list[Entity]:
    """Of those whom "him" may mean, the one named last before "a tour that will take him to"."""
    keys = {e.key: e for e in people}
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        mention = passage.mention_at.get(i)
        found = [e for e in told.reading.entities(mention) if e.key in keys] if mention is not None else []
        if found:
            return found[:1]
    return people
