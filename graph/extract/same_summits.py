"""Sightings of one summit in an article: where one alone has a day, those beside it are of that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import EntityKind, Finding, Status, Summit
from summitry.graph.extract.agreement import same_series
from summitry.graph.extract.days import days_between

ARRIVAL = "summit.arrival"  # dated by the day on which somebody came for it
_SEASON = 180  # days around the article's own within which a summit is no earlier edition
_STAY = 5  # days between coming and the summit
_WEEKS = 20  # days after which a summit is no news
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
        yield replace(sighting, payload=summit)


def _one_day(dated: set[str], came: set[str], today: str | None) -> str | None:
    """The one day told of a series, that of coming to it where only editions of years past have their own."""
    whole = dated - {more[:end] for more in dated for end in range(1, len(more))}
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
