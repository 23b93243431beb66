"""When a report's event may have been, in months: reports that share no month cannot tell of one event.

So a block of the same people and place falls into parts that are fused by themselves, and one more article costs what
its own months hold, not what a decade does. Which part a report of no known time belongs to, see `groups`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from summitry.graph.claims import Entity, EntityKind, Meeting, MilitaryAction, Payload, Summit, Topic, Visit
from summitry.graph.fusion.moment import anchor, window
from summitry.graph.fusion.reports import Context, Report
from summitry.graph.fusion.trips import SLIPPED
from summitry.graph.fusion.when import Span, day_span, level, span

MONTH = 30  # days
REACH = timedelta(days=SLIPPED // 2 + 1)  # two events this far apart on both sides may still be one

TIMED = (Visit, Meeting, Summit, MilitaryAction, Topic)
"""What happens at a time. Warrants do too, but are so few, and so often told of without a date, that they stay whole."""

ALWAYS = "*"


def seasons(report: Report) -> tuple[str, ...]:
    """The months in which the event may have been, as words of a block's key; `ALWAYS` where nobody knows."""
    payload = report.payload
    if isinstance(payload, Topic):
        return _months(_around(report.context))
    return _months(_possible(report, payload))


def _months(days: Iterable[tuple[date, date]] | None) -> tuple[str, ...]:
    if days is None:
        return (ALWAYS,)
    found = {
        number for first, last in days for number in range(_month(first, -REACH), _month(last, REACH) + 1)
    }
    return tuple(str(number) for number in sorted(found))


def _month(day: date, reach: timedelta) -> int:
    return min(max(day.toordinal() + reach.days, 1), date.max.toordinal()) // MONTH


def _possible(report: Report, payload: Payload) -> list[tuple[date, date]] | None:
    told = span(getattr(payload, "date", None), getattr(payload, "end", None))
    if told is not None:
        if told.yearless:
            published = report.context.published
            if published is None:
                return None
            told = level(told, day_span(published))[0]
        return [told.days()]
    here = anchor(report.context)
    if here is None or here.yearless:
        return None
    return [_window(here, *window(report))]


def _window(here: Span, before: int, after: int) -> tuple[date, date]:
    first, last = here.days()
    return first - timedelta(days=before), last + timedelta(days=after)


def _around(context: Context) -> list[tuple[date, date]] | None:
    """The time of all that an article tells of: a topic belongs to one of its events."""
    here = anchor(context)
    told = [each for text, _ in context.dates if (each := span(text, None)) is not None]
    if here is None or here.yearless or (any(each.yearless for each in told) and context.published is None):
        return None
    days = [_window(here, 60, 365 if context.published is None else 120)]
    for each in told:
        days.append((level(each, here)[0] if each.yearless else each).days())
    return days


def scattered(keys: Iterable[str], report: Report) -> Iterator[str]:
    """The keys of a block, each in every month in which the event may have been: "visit/…@24600"."""
    months = seasons(report)
    for key in keys:
        yield from (f"{key}@{month}" for month in months)


def whole(key: str) -> str:
    """The key of the block that a part belongs to."""
    return key.partition("@")[0]


def timeless(key: str) -> bool:
    """True of the key of a block at no known time."""
    return key.endswith(f"@{ALWAYS}")


def dated(key: str) -> bool:
    """True of the key of a block in a month."""
    return "@" in key and not timeless(key)


def places_of(report: Report, keys: Iterable[str]) -> tuple[str, ...]:
    """Where reports of no known time look for this one: in its block; there, on the days and in the months that it
    names, whatever the year, in its town, and, if that is so, where only the two of the block meet.
    """
    own = {whole(key) for key in keys if dated(key)}
    marks = [
        *(mark for some in _times(report) for mark in some),
        *_town(report.payload),
        *_two(report.payload),
    ]
    return tuple(sorted(own | {f"{key}@{mark}" for key in own for mark in marks}))


def sought_by(report: Report, keys: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Where a report of no known time looks for others if its block holds several events, one place after the other:
    on the day that it names, in the month; without these, in the town, where the two are by themselves.
    """
    own = {whole(key) for key in keys if timeless(key)}
    told = _times(report) or (_town(report.payload), _two(report.payload))
    return tuple(frozenset(f"{key}@{mark}" for key in own for mark in some) for some in told)


def _times(report: Report) -> tuple[list[str], ...]:
    """The days that a report names, "--06-28", and the months, "--06"; nothing where it names no month."""
    payload = report.payload
    told = span(getattr(payload, "date", None), getattr(payload, "end", None))
    if told is None or told.start.month is None:
        return ()
    first, last = told.days()
    count = min(12 * (last.year - first.year) + last.month - first.month, 11)
    months = [f"--{(first.month + number - 1) % 12 + 1:02}" for number in range(count + 1)]
    days = [f"--{day:%m-%d}" for day in (first, last)] if told.start.day is not None else []
    return list(dict.fromkeys(days)), months


def _town(payload: Payload) -> list[str]:
    spot = getattr(payload, "city", None) or getattr(payload, "place", None)
    return [spot.key] if isinstance(spot, Entity) and spot.kind is not EntityKind.STATE else []


def _two(payload: Payload) -> list[str]:
    """A mark of meetings of two: others in their block are of wider circles."""
    two = isinstance(payload, Meeting) and len({person.key for person in payload.participants}) == 2
    return ["two"] if two else []
