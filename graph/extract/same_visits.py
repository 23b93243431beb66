"""When two sightings of a visit are of one, and what they say of it together."""

from __future__ import annotations

from summitry.graph.claims import Entity, Finding, Status, Visit
from summitry.graph.extract.agreement import dates_agree, ended, finer, firmer, statuses_agree, stays_on
from summitry.graph.extract.days import days_between

_STAY = 3  # days within which two sightings of somebody in one place are one visit
_NEWS = 4  # days from its article within which a visit is the one that it tells of


def same_visit(today: str | None, x: Finding, y: Finding) -> bool:
    """Whether two sightings of visits can be of one; `today` is the article's own day."""
    a, b = x.payload, y.payload
    assert isinstance(a, Visit) and isinstance(b, Visit)
    if a.visitor.key != b.visitor.key or not _same(a.state, b.state):
        return False
    if a.city and b.city and a.city.key != b.city.key:
        return False
    if any((days_between(one.end, other.date) or 0) > 0 for one, other in ((a, b), (b, a))):
        return False  # one was over before the other began
    if (
        _under_way(today, a, b)
        or _under_way(today, b, a)
        or (today is None and (stays_on(a, y) or stays_on(b, x)))
    ):
        return True
    if not _dates_overlap(a, b):
        return _one_stay(a, b)
    return (
        statuses_agree(a.status, b.status)
        or (a.date is not None and a.date == b.date)
        or _one_undated_plan(a, b)
        or (a.date is None and b.date is None and Status.CANCELLED not in (a.status, b.status))
    )


def _under_way(today: str | None, visit: Visit, plan: Visit) -> bool:
    """ "arrived on Monday … before departing, he said …": what is told as a plan of somebody who has just come."""
    ago = days_between(visit.date, today)
    return (
        plan.date is None
        and plan.status is Status.PLANNED
        and (plan.city is None or visit.city is not None)
        and visit.status in (Status.OCCURRED, Status.ONGOING)
        and ago is not None
        and abs(ago) <= _NEWS
    )


def _one_undated_plan(a: Visit, b: Visit) -> bool:
    """ "will travel to X … during the visit": a plan and its retelling, when neither has a date of its own."""
    return (
        Status.CANCELLED not in (a.status, b.status)
        and (a.date is None) != (b.date is None)
        and Status.PLANNED in (a.status, b.status)
        and not (
            (a.date is not None and a.status is Status.OCCURRED)
            or (b.date is not None and b.status is Status.OCCURRED)
        )
    )


def _dates_overlap(a: Visit, b: Visit) -> bool:
    if dates_agree(a.date, b.date):
        return True
    return any(_covers(one, other.date) for one, other in ((a, b), (b, a)))


def _covers(visit: Visit, day: str | None) -> bool:
    """Whether a day lies within a visit of several."""
    start, end = visit.date, visit.end
    if start is None or end is None or day is None:
        return False
    return len(start) == len(end) == len(day) and start <= day <= end


def _one_stay(a: Visit, b: Visit) -> bool:
    """ "arrived on Saturday … was received on Sunday": nobody comes to one place twice within days."""
    first, second = (a, b) if (a.date or "") <= (b.date or "") else (b, a)
    apart = days_between(first.date, second.date)
    if apart is None or not 0 < apart <= _STAY or Status.CANCELLED in (a.status, b.status):
        return False
    return first.status is not Status.PLANNED or second.status is not Status.OCCURRED


def _same(a: Entity | None, b: Entity | None) -> bool:
    return a is None or b is None or a.key == b.key


def one_visit(a: Visit, b: Visit) -> Visit:
    """The visit that two sightings tell of: each tells what the other leaves out."""
    start = finer(a.date, b.date) if dates_agree(a.date, b.date) else min(a.date or "", b.date or "")
    end = ended(start, a.end or b.end)
    return Visit(a.visitor, a.state or b.state, a.city or b.city, start, end, _told_status(a, b))


def _told_status(a: Visit, b: Visit) -> Status:
    """A plan with a day stays one, however a sighting without a day tells of it."""
    for one, other in ((a, b), (b, a)):
        if one.status is Status.PLANNED and one.date is not None and other.date is None:
            return Status.CANCELLED if other.status is Status.CANCELLED else Status.PLANNED
    if a.date is None and b.date is None and {a.status, b.status} == {Status.PLANNED, Status.OCCURRED}:
        return Status.ONGOING  # "came to Rome … during the visit he will"
    return firmer(a.status, b.status)
