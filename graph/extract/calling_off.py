"""Trips that a later sentence calls off: "X was to visit Rome on Friday. The trip has been cancelled."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Finding, Status, Visit
from summitry.graph.extract.status import status_of
from summitry.graph.extract.status_words import TRIPS
from summitry.graph.extract.travel import Telling
from summitry.graph.extract.trip_makers import visitors
from summitry.graph.mentions.document import Passage

_THE = frozenset("the this that his her their".split())
_REACH = 1_200  # characters between the plan and its end
_ONE = 150  # characters within which the plans of one journey stand


def called_off_later(told: Telling, passage: Passage, noun: Token, made: list[Finding]) -> bool:
    """Whether "the trip" is said to be called off; the plans told last are then turned into what was."""
    known = any(c.lower_ in _THE for c in noun.children) and noun.lemma_.lower() in TRIPS
    if not known or not made or status_of(noun, passage.headline) is not Status.CANCELLED:
        return False
    if told.where.of_trip(passage, noun):
        return False
    plans = list(_last_plans(made, passage.starts[noun.i], {v.key for v in visitors(told, passage, noun)}))
    for i, visit in plans:
        made[i] = replace(made[i], payload=replace(visit, status=Status.CANCELLED))
    return bool(plans)


def _last_plans(made: Sequence[Finding], at: int, whose: set[str]) -> Iterator[tuple[int, Visit]]:
    """The plans of the journey told last before an offset, by their numbers; `whose` may be unknown."""
    last: tuple[str, int] | None = None
    for i in range(len(made) - 1, -1, -1):
        visit, start = made[i].payload, made[i].evidence[0].start
        if at - start > _REACH or (last is not None and last[1] - start > _ONE):
            return
        if not isinstance(visit, Visit) or visit.status is not Status.PLANNED:
            continue
        keys = {last[0]} if last is not None else whose
        if not keys or visit.visitor.key in keys:
            last = last or (visit.visitor.key, start)
            yield i, visit
