"""Patterns of time named by distance: weekdays, "yesterday", "last week", "three days after", "two-day"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Bound, Point, Relation, TimeExpression, TimeKind, Unit
from .words import COUNT, PART, WEEKDAY, count_of, unit_of, weekday_number

_TIME = r"(?:\s(?P<part>morning|afternoon|evening|night|noon|midday))?"
_SHIFT = r"this\scoming|this\spast|this|last|next|coming|past|previous|current|upcoming"
_WEEKDAY = re.compile(
    rf"\b(?:(?P<shift>{_SHIFT})\s)?(?P<weekday>{WEEKDAY}){_TIME}"
    r"(?:,?\s(?:of\s)?(?P<week>this|last|next|the\ssame|the\sprevious|the\sfollowing)\sweek)?"
    r"|\b(?P<week2>this|last|next)\sweek,?\son\s(?P<weekday2>" + WEEKDAY + ")",
    re.I,
)
_NAMED = re.compile(r"(?:\b(?:Black|Bloody|Super|Palm|Ash|Cyber|Every|Each|every|each|Easter)\s)$")
_PAPER = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night|Club)\b")
_NEAR = re.compile(
    r"\b(?:(?P<far>the\sday\s(?:before\syesterday|after\stomorrow))"
    rf"|(?:(?:earlier|later|early|late)\s)?(?P<near>yesterday|today|tomorrow|tonight){_TIME}"
    r"|(?:(?:earlier|later)\s)?(?P<this>this\s(?:morning|afternoon|evening)|last\s(?:night|evening)))\b",
    re.I,
)
_NAME = re.compile(r"\b[A-Z]\w+\s$")
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_UNIT = r"week|month|year|weekend|quarter|fortnight|decade|spring|summer|autumn|fall|winter"
_PERIOD = re.compile(
    rf"\b(?:(?P<part>{PART}|earlier\s|later\s|sometime\s))?(?P<the>the\s)?(?P<shift>{_SHIFT})\s(?P<unit>{_UNIT})\b"
    r"(?!\sof\b|-)|\b(?:over|at|during|on)\s(?P<weekend>the\sweekend)\b"
    r"|\b(?:in|for|during|by|until)\s(?P<season>the\s(?:spring|summer|autumn|fall|winter))\b(?!\sof\b)"
    r"|\b(?P<within>(?:the\s)?(?:end|close|middle|beginning|start)\sof\s(?:the|this)\s(?P<whole>month|year))\b(?!\sof\b)",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:the\s(?P<next>next|following|previous|preceding|same)|that(?:\ssame)?|the\s(?P<very>very\s)(?:next|same))"
    r"\s(?P<unit>day|week|month|year|morning|afternoon|evening|night)\b(?!\s(?:of|after|before)\b)"
    r"|\bthe\s(?P<eve>eve)\b(?P<of>\sof\b)?|\bthe\s(?:day|morning|afternoon|evening|night)\s(?P<day>after|before)\b"
    r"(?!\s(?:yesterday|tomorrow))",
    re.I,
)
_ABOUT = (
    r"about|around|nearly|almost|(?:just|little|slightly)\s(?:over|under|short\sof)|more\sthan|less\sthan"
    r"|over|at\sleast|roughly|barely|some|just|only"
)
_OFFSET = re.compile(
    rf"\b(?:(?P<about>{_ABOUT})\s)?(?:(?P<count>{COUNT})\s(?:full\s|whole\s)?)?(?P<unit>(?:hour|day|week|fortnight|month|year|decade)s?)\s"
    r"(?P<relation>ago|earlier|later|before|after|prior\sto|prior|afterwards?|from\snow|following|ahead\sof)\b",
    re.I,
)
_AHEAD = re.compile(rf"\bin\s(?P<count>{COUNT})\s(?P<unit>(?:hour|day|week|month|year)s?)['’]?\stime\b", re.I)
_DURATION = re.compile(
    rf"\b(?P<count>{COUNT})[-‐‑–](?P<unit>hour|day|week|month|year)(?:[-‐‑–]long)?\b(?![-‐‑–]old|\sold)"
    r"|\b(?P<long>day|week|month|year)s?[-‐‑–]?long\b"
    rf"|\b(?:for|of|lasting|lasts?|takes?|took)\s(?P<count2>{COUNT})\s(?P<unit2>(?:day|week|month)s?)\b(?!\s(?:ago|earlier|later|before|after)\b)",
    re.I,
)
_ORDINAL = re.compile(
    r"(?:\bon\s)(?P<point>the\s(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=\s*(?:[.,;:)”\"]|$)|\s(?:of\s(?:this|the|that|last|next)\smonth|and|to|in|at|for|he|she|they)\b)"
)


def find_weekdays(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """The weekdays of `text[start:end]`."""
    for found in _WEEKDAY.finditer(text, start, end):
        word = found["weekday"] or found["weekday2"]
        if _NAMED.search(text[max(found.start() - 12, 0) : found.start()]) or _PAPER.match(text, found.end()):
            continue
        week = found["week"] or found["week2"]
        yield TimeExpression(
            *found.span(),
            found.group(),
            TimeKind.WEEKDAY,
            weekday=weekday_number(word),
            shift=_shift(week or found["shift"]),
            unit=Unit.WEEK if week else None,
            part=found["part"].lower() if found["part"] else None,
        )


def find_near(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """ "yesterday", "today", "this morning", "the previous evening" and the like in `text[start:end]`."""
    for found in _NEAR.finditer(text, start, end):
        if found["near"] == "Today" and _NAME.search(text, max(found.start() - 20, 0), found.start()):
            continue  # "USA Today"
        words = (found["part"] or found["this"] or "").lower().split()
        part = words[-1] if words else None
        yield TimeExpression(
            *found.span(), found.group(), TimeKind.NEAR, unit=Unit.DAY, shift=_near_days(found), part=part
        )
    for found in _NEXT.finditer(text, start, end):
        yield _next(found)


def _near_days(found: re.Match[str]) -> int:
    if found["far"]:
        return -2 if "before" in found["far"].lower() else 2
    if found["this"]:
        return -1 if found["this"].lower().startswith("last") else 0
    return _NEAR_DAYS[found["near"].lower()]


def find_counted(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """The periods, offsets and durations of `text[start:end]`: whatever names a unit of time."""
    yield from _periods(text, start, end)
    yield from _offsets(text, start, end)
    yield from _durations(text, start, end)


def find_ordinals(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    """The days of a month that is not named in `text[start:end]`: "on the 28th"."""
    for found in _ORDINAL.finditer(text, start, end):
        point = Point(day=int(found["day"]))
        yield TimeExpression(*found.span("point"), found["point"], TimeKind.ORDINAL, first=point)


def _periods(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    for found in _PERIOD.finditer(text, start, end):
        if found["weekend"]:
            yield _period(found, found.span("weekend"), Unit.WEEKEND, None)
            continue
        if found["season"]:
            yield _period(found, found.span("season"), Unit.SEASON, 0)
            continue
        if found["within"]:
            yield _period(found, found.span("within"), unit_of(found["whole"]), 0)
            continue
        # "the last year", "over the past week" are lengths, not the calendar's year or week.
        length = found["the"] and found["shift"].lower() not in ("current", "upcoming")
        if not length and found["shift"].lower() != "past":
            coming = found["shift"].lower() in ("coming", "upcoming")
            yield _period(
                found, found.span(), unit_of(found["unit"]), 1 if coming else _shift(found["shift"])
            )
    for found in _NEXT.finditer(text, start, end):
        yield _next(found)


def _period(found: re.Match[str], span: tuple[int, int], unit: Unit, shift: int | None) -> TimeExpression:
    part = (found["part"] or "").lower().replace("-", " ").split()
    kept = " ".join(w for w in part if w not in ("the", "of", "in", "very"))
    return TimeExpression(
        *span, found.string[span[0] : span[1]], TimeKind.PERIOD, unit=unit, shift=shift, part=kept or None
    )


def _next(found: re.Match[str]) -> TimeExpression:
    """ "the following day", "that year", "the eve of": from the day mentioned last, or from what follows."""
    groups = found.groupdict()
    word = (groups["next"] or ("next" if " next " in found.group() else "same")).lower()
    relation, count = Relation.LATER, 0 if word == "same" else 1
    if word in ("previous", "preceding"):
        relation = Relation.EARLIER
    unit = Unit(groups["unit"].lower()) if groups["unit"] in ("week", "month", "year") else Unit.DAY
    if groups["eve"] or groups["day"]:
        count = 1
        after = (groups["day"] or "").lower() == "after"
        names = groups["of"] or not (groups["eve"] or _CLOSED.match(found.string, found.end()))
        before = Relation.BEFORE if names else Relation.EARLIER
        relation = (Relation.AFTER if names else Relation.LATER) if after else before
    return TimeExpression(
        *found.span(), found.group(), TimeKind.OFFSET, unit=unit, count=count, relation=relation
    )


# Nothing follows that an offset could count from: "the day before, he …", "the day before in Rome".
_CLOSED = re.compile(r"\s*[.,;)]|\s*$|\s(?:in|at|with|from|to|by|had|was|were)\b")
_RELATIONS = {
    "ago": Relation.AGO,
    "earlier": Relation.EARLIER,
    "later": Relation.LATER,
    "afterwards": Relation.LATER,
    "afterward": Relation.LATER,
    "before": Relation.BEFORE,
    "prior": Relation.BEFORE,
    "prior to": Relation.BEFORE,
    "ahead of": Relation.BEFORE,
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "from now": Relation.AHEAD,
}


def _count(found: re.Match[str]) -> int | None:
    """How many units an offset counts; a fortnight is two weeks."""
    count = count_of(found["count"]) if found["count"] else None
    return count * 2 if count is not None and found["unit"].lower().startswith("fortnight") else count


def _offsets(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    for pattern in (_OFFSET, _AHEAD):
        for found in pattern.finditer(text, start, end):
            groups = found.groupdict()
            word = " ".join((groups.get("relation") or "from now").lower().split())
            relation = _RELATIONS[word]
            if relation in (Relation.BEFORE, Relation.AFTER) and _CLOSED.match(text, found.end(), end):
                relation = Relation.EARLIER if relation is Relation.BEFORE else Relation.LATER
            about = " ".join((groups.get("about") or "").lower().split())
            yield TimeExpression(
                *found.span(),
                found.group(),
                TimeKind.OFFSET,
                unit=unit_of(found["unit"]),
                count=_count(found),
                relation=relation,
                approximate=about not in ("", "just", "only"),
            )


def _durations(text: str, start: int, end: int) -> Iterator[TimeExpression]:
    for found in _DURATION.finditer(text, start, end):
        unit = found["unit"] or found["long"] or found["unit2"]
        count = 1 if found["long"] else count_of(found["count"] or found["count2"])
        first = found.start("count2") if found["count2"] else found.start()
        yield TimeExpression(
            first,
            found.end(),
            text[first : found.end()],
            TimeKind.DURATION,
            unit=unit_of(unit),
            count=count,
            bound=Bound.FOR,
        )


def _shift(text: str | None) -> int | None:
    if text is None:
        return None
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1}.get(
        text.lower().split()[-1], 0
    )
