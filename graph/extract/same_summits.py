"""Sightings of one summit in an article: where one alone has a day, those beside it are of that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import EntityKind, Finding, Status, Summit
from summitry.graph.extract.agreement import dates_agree, places_agree, same_series, statuses_agree
from summitry.graph.extract.days import days_between, is_day

ARRIVAL = "summit.arrival"  # dated by the day on which somebody came for it
_SEASON = 180  # days around the article's own within which a summit is no earlier edition
_STAY = 5  # days between coming and the summit
_WEEKS = 20  # days after which a summit is no news
_SESSION = 4  # days within which two days given for one series are days of one summit
_BOTH = {Status.PLANNED, Status.OCCURRED}
_OTHERS = frozenset("previous last next another earlier future".split())


def settled(found: list[tuple[Token, Finding]], today: str | None) -> Iterator[Finding]:
    """Sightings of one series: where one alone is dated, the undated ones beside it tell of the same summit."""
    plain = [
        (f.payload, f.rule)
        for token, f in found
        if isinstance(f.payload, Summit) and not any(c.lower_ in _OTHERS for c in token.subtree)
    ]
    known: dict[tuple[str | None, ...], tuple[str | None, dict[str, Summit]]] = {}
    for token, sighting in found:
        summit = sighting.payload
        assert isinstance(summit, Summit)
        at = (e.key if e is not None else None for e in (summit.organisation, summit.place))
        key = (summit.name_or_org, *at)
        if key not in known:
            same = [(s, rule) for s, rule in plain if s.date and _alike(s, summit)]
            dated = {s.date: s for s, rule in same if rule != ARRIVAL and s.date}
            came = {s.date: s for s, rule in same if rule == ARRIVAL and s.date}
            known[key] = (_one_day(set(dated), set(came), today or max(came, default=None)), came | dated)
        day, dated = known[key]
        if _of_old(summit, dated, today):
            continue
        if day is not None and not any(c.lower_ in _OTHERS for c in token.subtree):
            away = days_between(summit.date, day)
            if summit.date is None or (sighting.rule == ARRIVAL and away is not None and 0 <= away <= _STAY):
                status = summit.status if summit.status is Status.CANCELLED else dated[day].status
                summit = replace(summit, date=day, place=summit.place or dated[day].place, status=status)
        if summit.date is None and summit.status in _BOTH and _both(summit, plain):
            summit = replace(summit, status=Status.ONGOING)
        yield replace(sighting, payload=summit)


def _both(summit: Summit, told: Sequence[tuple[Summit, str]]) -> bool:
    """Whether a summit that no day is told of is spoken of as held and as to come: it is going on."""
    statuses = {s.status for s, _ in told if s.date is None and s.status in _BOTH and _alike(s, summit)}
    return statuses == _BOTH


def _one_day(dated: set[str], came: set[str], today: str | None) -> str | None:
    """The one day told of a series, that of coming to it where only editions of years past have their own."""
    whole = dated - {more[:end] for more in dated for end in range(1, len(more))}
    if today is None:  # a bare year or month is background where the article's own is not known
        whole = {day for day in whole if is_day(day) or day.startswith("--")}
    near = {day for day in whole if _present(day, today)}
    if whole and not near:
        near = {day for day in came if _present(day, today)} or whole
    return near.pop() if len(near) == 1 else None


def _of_old(summit: Summit, dated: dict[str, Summit], today: str | None) -> bool:
    """ "could join at the summit in Rome", where only that of months ago has a day: another, of which nothing more is known."""
    if summit.status is not Status.PLANNED or summit.date is not None or not dated or today is None:
        return False
    return all(s.status is Status.OCCURRED and _over(day, today) for day, s in dated.items())


def _over(day: str, today: str) -> bool:
    """Whether a day or a month was over some weeks ago."""
    away = days_between(today, day)
    return away < -_WEEKS if away is not None else day < today[: len(day)]


def _present(day: str, today: str | None) -> bool:
    """Whether a date is not one of years past: "was decided at the summit held in 2015"."""
    if today is None or day.startswith("--") or today.startswith("--"):
        return True
    away = days_between(today, day)
    return abs(away) <= _SEASON if away is not None else today.startswith(day) or day > today


def _alike(a: Summit, b: Summit) -> bool:
    return same_series(a, b) and (
        a.place is None
        or b.place is None
        or a.place.key == b.place.key
        or EntityKind.STATE in (a.place.kind, b.place.kind)
    )


def same_summit(today: str | None, x: Finding, y: Finding) -> bool:
    """Whether two findings tell of one summit."""
    a, b = x.payload, y.payload
    assert isinstance(a, Summit) and isinstance(b, Summit)
    if not (same_series(a, b) or _of_its_place(a, b)) or not places_agree(a.place, b.place):
        return False
    if _background(today, a, b) or _background(today, b, a):
        return False
    apart = days_between(a.date, b.date)
    if apart is not None and abs(apart) <= _SESSION:
        return True
    off = a.date == b.date and {a.status, b.status} == {Status.PLANNED, Status.CANCELLED}
    alike = off or statuses_agree(a.status, b.status) or None in (a.date, b.date)
    return dates_agree(a.date, b.date) and alike


def _background(today: str | None, a: Summit, b: Summit) -> bool:
    """Whether `a` was in a year or a month that need not be the article's own, and `b`, undated, is told of otherwise."""
    if a.status is not Status.OCCURRED or a.date is None or is_day(a.date) or a.date.startswith("--"):
        return False
    own = today is not None and _present(a.date, today)
    return not own and b.date is None and b.status is not Status.OCCURRED


def _of_its_place(a: Summit, b: Summit) -> bool:
    """ "the Jeddah summit", and that of the Arab League in Jeddah."""
    here = a.place is not None and b.place is not None and a.place.key == b.place.key
    return here and any(s.place is not None and s.name_or_org == f"{s.place.name} summit" for s in (a, b))
