"""What every rule of visits shares: what it reads with, and how a visit becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.days import is_day
from summitry.graph.extract.destinations import Destinations
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.places import Place
from summitry.graph.extract.when import Dates, When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

CERTAINTY = {
    "visit.direct": 0.95, "visit.move": 0.93, "visit.noun": 0.92, "visit.host": 0.9, "visit.stay": 0.9, "visit.expected": 0.9,
    "visit.taken": 0.9, "visit.attend": 0.8, "visit.speak": 0.8, "visit.scene": 0.8, "visit.guest": 0.85, "visit.listed": 0.8,
    "visit.beside": 0.85, "visit.way": 0.8,
}  # fmt: skip
_TIMETABLE = frozenset("travel fly go head leave depart return continue proceed set move".split())


@dataclass(frozen=True, slots=True)
class Telling:
    reading: Reading
    when: When
    where: Destinations


def visit(
    told: Telling,
    passage: Passage,
    trigger: Token,
    visitor: Entity,
    place: Place,
    status: Status,
    rule: str,
    dates: Dates | None = None,
) -> Iterator[Finding]:
    """One visit; `dates` where the text gives the stop its own, else those of the trigger."""
    state, reading = place.state, told.reading
    home = state_of(reading, visitor)
    back = trigger.lemma_ == "return" or any(c.lower_ == "home" for c in trigger.children)
    if state is None or home == state.key or (home is None and back):
        return
    dates = dates or told.when.of(passage, trigger, status)
    if rule == "visit.way" and dates.start is not None:
        dates = replace(dates, start=dates.start[:-3] if is_day(dates.start) else dates.start, end=None)
    will = any(c.lower_ in ("will", "'ll", "’ll") for c in trigger.children)
    if (
        status is Status.PLANNED
        and trigger.tag_ == "VBG"
        and not will
        and dates.past
        and dates.start != dates.today
    ):
        status = Status.OCCURRED  # "before leaving for Rome on Monday": told the day after
    status = _timetable(trigger, passage, dates, dates.settle(status))
    payload = Visit(visitor, state, place.city, dates.start, dates.end, status)
    token = passage.doc[place.token] if place != told.where.here else None
    yield finding(reading, passage, trigger, payload, CERTAINTY[rule], rule, token)


def _timetable(trigger: Token, passage: Passage, dates: Dates, status: Status) -> Status:
    """ "travels to Rome on Monday": the present tense of what has not begun."""
    if (
        trigger.tag_ not in ("VBZ", "VBP")
        or passage.headline
        or trigger.lemma_ == "be"
        or status is not Status.ONGOING
    ):
        return status
    if dates.past and dates.start != dates.today:
        return Status.OCCURRED  # "flies to Rome" today: about to, or on the way
    return Status.PLANNED if trigger.lemma_ in _TIMETABLE and not dates.past else status
