"""The summit that an article is about takes its day and its place from the lead: "CHICAGO — NATO leaders agreed on Monday …".

Done after sightings are joined, so that a summit which has its own day elsewhere in the article keeps that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.claims import Entity, Finding, Status, Summit
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.days import days_between, is_day
from summitry.graph.extract.inheriting import background, trigger
from summitry.graph.extract.lead import lead_day
from summitry.graph.extract.organisers import organisation_of
from summitry.graph.extract.places import dateline_city
from summitry.graph.extract.summit_asides import left_behind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_LESS = 0.07  # certainty that a day from elsewhere costs
_SPAN = 3  # days around the lead's that belong to one summit
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_OTHERS = frozenset("previous last next another earlier future former first recent".split())


def settle(reading: Reading, findings: list[Finding]) -> list[Finding]:
    """The findings, the undated summit of the lead's organisation with the lead's day and the dateline's city; what is under way
    as the article is written is of its month.
    """
    return [_of_this_month(reading, f) for f in _of_lead_day(reading, findings)]


def _of_this_month(reading: Reading, found: Finding) -> Finding:
    """ "where the leaders are meeting": on which day it began nothing says."""
    summit, today = found.payload, reading.article.today
    if not isinstance(summit, Summit) or summit.status is not Status.ONGOING or summit.date is not None:
        return found
    token, _ = trigger(reading, found)
    going_on = token is not None and verb_of(token).tag_ == "VBG"
    return (
        replace(found, payload=replace(summit, date=today[:-3]))
        if today and is_day(today) and going_on
        else found
    )


def _of_lead_day(reading: Reading, findings: list[Finding]) -> list[Finding]:
    article = reading.article
    day = lead_day(reading, article.today)
    if day is None:
        return findings
    told = _organisations(reading)
    findings = [_placed(reading, f) if _of_lead(f, told, day) else f for f in findings]
    ours = [f for f in findings if _undated(reading, f, told)]
    keys = {
        f.payload.organisation.key for f in ours if isinstance(f.payload, Summit) and f.payload.organisation
    }
    if len(keys) != 1 or any(_known(f, told, day) for f in findings):
        return findings
    return [_with_day(reading, f, day) if f in ours[:1] else f for f in findings]


def _organisations(reading: Reading) -> set[str]:
    """The organisations that the headline and the first two paragraphs name."""
    found = set()
    for passage in _opening(reading):
        for mention in passage.mention_at.values():
            entity: Entity | None = organisation_of(reading, mention)
            if entity is not None:
                found.add(entity.key)
    return found


def _opening(reading: Reading) -> Iterator[Passage]:
    bodies = 0
    for passage in reading.passages:
        if bodies == 2:
            return
        bodies += not passage.headline
        yield passage


def _undated(reading: Reading, found: Finding, told: set[str]) -> bool:
    """Whether a summit of one of the lead's organisations has been or is held, on a day that nothing says."""
    summit = found.payload
    if not isinstance(summit, Summit) or summit.date is not None or summit.status not in _DONE:
        return False
    if summit.organisation is None or summit.organisation.key not in told:
        return False
    token, _ = trigger(reading, found)
    if token is None or background(token) or left_behind(token) or left_behind(token.head):
        return False
    return not any(c.lower_ in _OTHERS for c in token.subtree)


def _known(found: Finding, keys: set[str], day: str) -> bool:
    """Whether the article dates a summit of the organisation near the lead's day."""
    summit = found.payload
    if not isinstance(summit, Summit) or summit.organisation is None or summit.organisation.key not in keys:
        return False
    away = days_between(day, summit.date)
    return summit.date is not None and (away is None or abs(away) <= _SPAN)


def _of_lead(found: Finding, told: set[str], day: str) -> bool:
    """Whether a summit of one of the lead's organisations was held on the lead's day."""
    summit = found.payload
    if not isinstance(summit, Summit) or summit.organisation is None:
        return False
    return summit.date == day and summit.status in _DONE and summit.organisation.key in told


def _placed(reading: Reading, found: Finding) -> Finding:
    """The summit in the city of the dateline, where nothing else says where it was."""
    summit = found.payload
    assert isinstance(summit, Summit)
    filed = dateline_city(reading) if summit.place is None else None
    if filed is None:
        return found
    return replace(
        found, payload=replace(summit, place=filed.narrowest), certainty=round(found.certainty - _LESS, 2)
    )


def _with_day(reading: Reading, found: Finding, day: str) -> Finding:
    summit = found.payload
    assert isinstance(summit, Summit)
    dated = replace(found, payload=replace(summit, date=day), certainty=round(found.certainty - _LESS, 2))
    return _placed(reading, dated)
