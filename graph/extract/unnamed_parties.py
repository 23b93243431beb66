"""Journeys of those whom nobody names yet: "Zambian officials will leave for Rome. The delegation is led by X"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from summitry.graph.claims import EntityKind, Status, Visit
from summitry.graph.extract.actors import senders
from summitry.graph.extract.arguments import subject_of, verb_of
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.lineup import PEOPLE
from summitry.graph.extract.localities import Place
from summitry.graph.extract.motion import SUITES
from summitry.graph.extract.travel import Telling
from summitry.graph.mentions.document import Passage

_RULE = "visit.party"  # stated of nobody


def remember(
    told: Telling, passage: Passage, trigger: Token, places: Sequence[Place], status: Status
) -> None:
    """Keeps a journey whose makers a sentence does not name, for those whom a later one does: as a visit of their state."""
    group = subject_of(verb_of(trigger))
    if group is None or group.lemma_.lower() not in SUITES | PEOPLE:
        return
    states = [e for e in senders(told.reading, passage, group) if e.kind is EntityKind.STATE]
    if len(states) != 1:
        return
    dates = told.when.of(passage, trigger, status)
    for place in places:
        if place.state is not None and place.state.key != states[0].key:
            visit = Visit(states[0], place.state, place.city, dates.start, dates.end, dates.settle(status))
            told.parties.append(finding(told.reading, passage, trigger, visit, 0.0, _RULE))
