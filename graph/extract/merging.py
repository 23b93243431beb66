"""Several sightings of one event in one article -> one finding: a headline, a lead and a recapitulation tell one visit once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from summitry.graph.claims import EntityKind, Finding, Meeting, Status, Summit, Visit
from summitry.graph.extract.agreement import (
    dates_agree,
    finer,
    firmer,
    long_before,
    places_agree,
    statuses_agree,
)
from summitry.graph.extract.days import days_between, is_day
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.occasions import CALL, TOPIC
from summitry.graph.extract.same_summits import same_summit
from summitry.graph.extract.same_visits import one_visit, same_visit

_SHELF = 24  # earlier events of the same people that a sighting is compared with
_SIGHTINGS = 12
_DAYS_AGO = 3  # days after a meeting from which on a coming one of the same people is another


def merge(findings: list[Finding], today: str | None) -> list[Finding]:
    """The findings with visits, meetings and summits that can be one event joined; `today` is the article's own day."""
    rest = [f for f in findings if not isinstance(f.payload, Visit | Meeting | Summit)]
    visits = _fold(_of(Visit, findings), _visit_keys, partial(same_visit, today), _join_visits)
    joined = partial(_join_meetings, today)
    meetings = _fold(_of(Meeting, findings), _meeting_keys, partial(_same_meeting, today), joined)
    summits = _fold(_of(Summit, findings), lambda f: ("",), partial(same_summit, today), _join_summits)
    return [*rest, *visits, *(m for m in meetings if not any(_is_summit(m, s) for s in summits)), *summits]


def _of(kind: type, findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if isinstance(f.payload, kind)]


def _fold(
    findings: list[Finding],
    keys: Callable[[Finding], tuple[str, ...]],
    same: Callable[[Finding, Finding], bool],
    join: Callable[[Finding, Finding], Finding],
) -> list[Finding]:
    """Each finding joined to the likeliest earlier one; those that say when and where come first, so that others find them.

    Only the last few with a key in common are looked at, so that long articles take no longer than they are long.
    """
    kept: list[Finding] = []
    shelves: dict[str, list[int]] = {}
    for found in sorted(findings, key=_vagueness):
        near = dict.fromkeys(i for key in keys(found) for i in shelves.get(key, ())[-_SHELF:])
        fitting = [i for i in near if same(kept[i], found)]
        if fitting:
            i = max(fitting, key=lambda i: (_likeness(kept[i], found), -abs(_start(kept[i]) - _start(found))))
            kept[i] = join(kept[i], found)
        else:
            i = len(kept)
            kept.append(found)
        for key in keys(kept[i]):
            shelf = shelves.setdefault(key, [])
            if i not in shelf[-_SHELF:]:
                shelf.append(i)
    return kept


def _start(found: Finding) -> int:
    return found.evidence[0].start


def _vagueness(found: Finding) -> tuple[bool, int]:
    assert isinstance(found.payload, Visit | Meeting | Summit)
    return found.payload.date is None, _start(found)


def _likeness(known: Finding, found: Finding) -> int:
    """How much two sightings that may be one say alike."""
    a, b = known.payload, found.payload
    assert isinstance(a, Visit | Meeting | Summit) and isinstance(b, Visit | Meeting | Summit)
    place, other = (
        (a.city, b.city)
        if isinstance(a, Visit) and isinstance(b, Visit)
        else (getattr(a, "place", None), getattr(b, "place", None))
    )
    alike = place is not None and other is not None and place.key == other.key
    return 2 * alike + (a.status == b.status) + 2 * (a.date is not None and a.date == b.date)


def _visit_keys(found: Finding) -> tuple[str, ...]:
    assert isinstance(found.payload, Visit)
    return (found.payload.visitor.key,)


def _meeting_keys(found: Finding) -> tuple[str, ...]:
    assert isinstance(found.payload, Meeting)
    return tuple(p.key for p in found.payload.participants)


def _join_visits(x: Finding, y: Finding) -> Finding:
    a, b = x.payload, y.payload
    assert isinstance(a, Visit) and isinstance(b, Visit)
    return _joined(x, y, one_visit(a, b))


def _joined(x: Finding, y: Finding, payload: Visit | Meeting | Summit) -> Finding:
    best = x if x.certainty >= y.certainty else y
    evidence = tuple(dict.fromkeys((*best.evidence, *x.evidence, *y.evidence)))[:_SIGHTINGS]
    certainty = min(0.99, max(x.certainty, y.certainty) + 0.02)
    return replace(
        best,
        payload=payload,
        evidence=evidence,
        certainty=certainty,
        attribution=x.attribution or y.attribution,
        alone=x.alone or y.alone,
    )


def _same_meeting(today: str | None, x: Finding, y: Finding) -> bool:
    a, b = x.payload, y.payload
    assert isinstance(a, Meeting) and isinstance(b, Meeting)
    mine, theirs = {p.key for p in a.participants}, {p.key for p in b.participants}
    if not (mine <= theirs or theirs <= mine) or not dates_agree(a.date, b.date):
        return False
    part = x if len(mine) < len(theirs) else y
    if mine != theirs and (part.alone or len(mine & theirs) < 2 or not _told_alike(a, b)):
        return False
    if not places_agree(a.place, b.place) or long_before(today, x, y) or long_before(today, y, x):
        return False
    if _by_phone(x, y) or _by_phone(y, x):
        return False
    if _what_about(x, y) or _what_about(y, x):
        return True
    if a.date is None and b.date is None and {a.status, b.status} == {Status.PLANNED, Status.OCCURRED}:
        return False  # one has been, another is to come
    same_day = is_day(a.date) and a.date == b.date and Status.CANCELLED not in (a.status, b.status)
    return (
        statuses_agree(a.status, b.status)
        or same_day
        or (None in (a.date, b.date) and not (_was_before(today, a, b) or _was_before(today, b, a)))
    )


def _was_before(today: str | None, done: Meeting, plan: Meeting) -> bool:
    """ "met him last week … will meet him": two meetings."""
    ahead = plan.status is Status.PLANNED and plan.date is None and done.status is Status.OCCURRED
    return ahead and (days_between(done.date, today) or 0) > _DAYS_AGO


def _by_phone(call: Finding, seen: Finding) -> bool:
    """Whether one is told as a call and the other names a place where they met."""
    assert isinstance(seen.payload, Meeting)
    return call.rule == CALL and seen.payload.place is not None


def _what_about(topic: Finding, told: Finding) -> bool:
    """ "met behind closed doors … are expected to discuss trade": the agenda of that meeting, not another one."""
    plan = topic.payload
    assert isinstance(plan, Meeting)
    vague = plan.date is None and plan.place is None and plan.status is not Status.CANCELLED
    return topic.rule == TOPIC and vague and told.rule != TOPIC


def _told_alike(a: Meeting, b: Meeting) -> bool:
    """Whether a meeting of two and one of three may be told of as one: the two may yet sit down with the third."""
    return a.status == b.status or (a.date is not None and a.date == b.date)


def _join_meetings(today: str | None, x: Finding, y: Finding) -> Finding:
    a, b = x.payload, y.payload
    assert isinstance(a, Meeting) and isinstance(b, Meeting)
    people = a.participants if len(a.participants) >= len(b.participants) else b.participants
    place = (
        a.place if a.place and (a.place.kind is EntityKind.CITY or b.place is None) else b.place or a.place
    )
    day = finer(a.date, b.date)
    status = Dates(day, None, today).settle(firmer(a.status, b.status))  # planned still: "after the talks"
    both = _joined(x, y, Meeting(people, place, day, status))
    return replace(both, rule=CALL) if CALL in (x.rule, y.rule) else both


def _is_summit(x: Finding, y: Finding) -> bool:
    """Whether those who are said to have met, three or more, are those of a summit of that day and place."""
    meeting, summit = x.payload, y.payload
    assert isinstance(meeting, Meeting) and isinstance(summit, Summit)
    there = {a.key for a in summit.attendees}
    return (
        len(meeting.participants) > 2
        and not x.alone
        and None not in (meeting.date, summit.date)
        and dates_agree(meeting.date, summit.date)
        and places_agree(meeting.place, summit.place)
        and {p.key for p in meeting.participants} <= there
    )


def _join_summits(x: Finding, y: Finding) -> Finding:
    a, b = x.payload, y.payload
    assert isinstance(a, Summit) and isinstance(b, Summit)
    absent = {e.key: e for e in (*a.absentees, *b.absentees)}
    present = {e.key: e for e in (*a.attendees, *b.attendees) if e.key not in absent}
    place = (
        a.place if a.place and (a.place.kind is EntityKind.CITY or b.place is None) else b.place or a.place
    )
    name = max(a, b, key=lambda s: (s.organisation is not None, len(s.name_or_org))).name_or_org
    apart = days_between(a.date, b.date)
    day = (a.date if apart > 0 else b.date) if apart else finer(a.date, b.date)
    payload = Summit(
        name,
        a.organisation or b.organisation,
        place,
        day,
        tuple(present.values()),
        tuple(absent.values()),
        _told_status(a, b),
    )
    return _joined(x, y, payload)


def _told_status(a: Summit, b: Summit) -> Status:
    """What the sighting that gives the day says: others may only mention the summit on the way."""
    if (a.date is None) == (b.date is None) or Status.CANCELLED in (a.status, b.status):
        return firmer(a.status, b.status)
    return a.status if a.date is not None else b.status
