"""Who goes along on a visit that another sentence told: "He is accompanied by X", "X will accompany the president"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import agents_of, doers, is_passive, objects_of, people_at, undergoers
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.status import status_of
from summitry.graph.extract.travel import Telling
from summitry.graph.mentions.document import Passage

_REACH = 500  # characters between a visit and who goes along
_RULE, _SURE = "visit.guest", 0.85


def gone_along(told: Telling, passage: Passage, verb: Token, made: Sequence[Finding]) -> Iterator[Finding]:
    """The visits of those who accompany whoever was told to travel last."""
    reading = told.reading
    status = status_of(verb, passage.headline)
    if verb.lemma_ != "accompany" or status in (None, Status.CANCELLED):
        return
    if is_passive(verb):
        leaders, fellows = undergoers(reading, passage, verb), people_at(reading, passage, agents_of(verb))
    else:
        leaders = people_at(reading, passage, objects_of(verb))
        fellows = doers(reading, passage, verb, people_only=True)
    trip = _last(made, [e for e in leaders if e.kind is EntityKind.PERSON], passage.starts[verb.i])
    if trip is None or trip.state is None:
        return
    for fellow in fellows:
        if state_of(reading, fellow) not in (None, trip.state.key):
            yield finding(reading, passage, verb, replace(trip, visitor=fellow), _SURE, _RULE)


def _last(made: Sequence[Finding], leaders: Sequence[Entity], at: int) -> Visit | None:
    """The visit of one of some people that was told last, shortly before an offset."""
    keys = {leader.key for leader in leaders}
    for found in reversed(made):
        visit, away = found.payload, at - found.evidence[0].start
        if away > _REACH:
            return None
        if isinstance(visit, Visit) and visit.visitor.key in keys and visit.status is not Status.CANCELLED:
            return visit if away >= 0 else None
    return None
