"""Journeys taken up again without their place: "will visit Rome next week … his trip from Monday", "The visit begins on May 3"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Finding, Status, Visit
from summitry.graph.extract.agreement import dates_agree
from summitry.graph.extract.days import is_day
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.travel import CERTAINTY, Telling
from summitry.graph.extract.trip_makers import visitors
from summitry.graph.extract.trips import returned
from summitry.graph.mentions.document import Passage

_NOUNS = frozenset("visit trip stay".split())
_KNOWN = frozenset("the this his her their".split())
_OTHERS = frozenset("last previous next another first second third earlier recent".split())
_REACH = 900  # characters back to the visit that is meant
_RULE = "visit.noun"


def retold(told: Telling, passage: Passage, noun: Token) -> list[Finding]:
    """What a journey's noun without a place tells: that a visit will be returned, or the days of the one told last."""
    return list(returned(told, passage, noun, told.made)) or list(_dated(told, passage, noun))


def _dated(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    before = [c for c in noun.children if c.i < noun.i]
    known = any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in before)
    if noun.lemma_.lower() not in _NOUNS or not known or any(c.lower_ in _OTHERS for c in before):
        return
    if told.where.of_trip(passage, noun):
        return
    for last in _last(told, passage, noun):
        visit = last.payload
        assert isinstance(visit, Visit)
        dates = told.when.course(passage, noun, visit.status)
        if (dates.start is None and dates.end is None) or not _of_it(visit, dates.start, dates.end):
            continue
        status = dates.settle(visit.status)
        payload = Visit(visit.visitor, visit.state, visit.city, dates.start, dates.end, status)
        yield finding(told.reading, passage, noun, payload, CERTAINTY[_RULE], _RULE)


def _of_it(visit: Visit, start: str | None, end: str | None) -> bool:
    """Whether days can be those of a visit that was told before."""
    if start is None or visit.date is None or dates_agree(visit.date, start):
        return True
    if not (is_day(visit.date) and is_day(start) and len(visit.date) == len(start)):
        return False
    return start <= visit.date <= (end or start)  # "left on 9 May … during his stay from 7 to 9 May"


def _last(told: Telling, passage: Passage, noun: Token) -> list[Finding]:
    """The visits told last of those whose journey the noun is, where all that are near led to one state."""
    owners = {e.key for e in visitors(told, passage, noun)}
    at = passage.starts[noun.i]
    found: list[Finding] = []
    for made in reversed(told.made):
        if at - made.evidence[0].start > _REACH:
            break
        visit = made.payload
        if isinstance(visit, Visit) and (not owners or visit.visitor.key in owners):
            found.append(made)
    states = {f.payload.state.key for f in found if isinstance(f.payload, Visit) and f.payload.state}
    whose = {f.payload.visitor.key for f in found if isinstance(f.payload, Visit)}
    if len(states) != 1 or (not owners and len(whose) > 1):
        return []
    return [f for f in found[:1] if isinstance(f.payload, Visit) and f.payload.status is not Status.CANCELLED]
