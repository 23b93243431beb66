"""When a summit is: as its own words say, then its clause, then the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.dates import Bound
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.days import days_between, is_day, shift
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.numbers import number
from summitry.graph.extract.series import Series
from summitry.graph.extract.summit_asides import (
    OPENS,
    apart,
    aside,
    elsewhen,
    left_behind,
    of_coming,
    own_clauses,
    told_then,
)
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_STARTS = frozenset("start begin open kick convene get inaugurate".split())
_ENDS = frozenset("conclude end".split())
_LENGTH = re.compile(r"\b(\w+)-day\b")
_NTH = {"first": 0, "opening": 0, "second": 1, "third": 2}  # days of a summit that have passed
_NEAR = 7  # days
_REACH = 12  # words behind a summit in which its time may stand
_MONTH = len("2022-06")
_DAYS = re.compile(
    r"\b(an?|one|two|three|four|five|\d+) days? (before|ahead of|after) (?:the|an?|this|its|their|a) (?:[\w'’-]+ ){0,5}$"
)


def dates_of(
    reading: Reading, when: When, passage: Passage, noun: Token, status: Status, series: Series
) -> tuple[Dates, bool]:
    """When, and whether that is but the day on which somebody came for it."""
    dates = _dates(reading, when, passage, noun, status, series)
    return dates, of_coming(passage, reading.timeline.within(*_bounds(passage, noun)), noun, dates.start)


def _dates(
    reading: Reading, when: When, passage: Passage, noun: Token, status: Status, series: Series
) -> Dates:
    """When: what its own words say, then what its clause says, then the one date of its sentence or of the one before."""
    for clause in own_clauses(noun):
        dates = when.of(passage, clause, status)
        if dates.start is not None:
            return _from_last(reading, passage, noun, dates) if clause.lemma_ in _ENDS else dates
    counted = _counted(reading, when, passage, noun, status) or _day_of(when, passage, noun, status)
    if counted is not None:
        return counted
    if left_behind(noun):
        return replace(when.of(passage, noun, status), start=None, end=None)
    day = when.counted(passage, noun)
    if day is not None:
        return replace(when.of(passage, noun, status), start=day, end=None)
    dates = when.of(passage, noun, status)
    first, last = _bounds(passage, noun)
    times = [
        t
        for t in reading.timeline.within(first, last)
        if t.value.start and t.expression.bound is not Bound.SINCE
    ]
    told_of = [told_then(passage, t, noun) for t in times if t.value.start == dates.start]
    if (elsewhen(noun) and not _own(reading, passage, noun)) or (told_of and all(told_of)):
        dates = replace(dates, start=None, end=None)
    if dates.start is None or (status is Status.PLANNED and dates.past):
        dates = _behind(when, passage, noun, status) or dates
    if status is Status.PLANNED:
        times = [t for t in times if (t.expression.shift or 0) >= 0]
    days = {t.value.start for t in times}
    if (
        dates.start is None
        and len(days) == 1
        and not aside(passage, times[0], noun)
        and not apart(passage, times[0], noun)
    ):
        told = when.inside(times[0].expression.start, times[0].expression.end)
        if not elsewhen(noun):
            dates = told
        elif status is Status.OCCURRED and not _long_ago(noun):
            dates = _month(told)
    if dates.start is None and not days and status is Status.OCCURRED:
        dates = _told_before(reading, when, passage, noun, series) or dates
    if dates.start is None and not days and is_day(dates.today) and _under_way(noun):
        dates = replace(dates, start=dates.today)
    return dates


def _from_last(reading: Reading, passage: Passage, noun: Token, dates: Dates) -> Dates:
    """ "a three-day summit that ended on Thursday": the first of the days that it took."""
    before = reading.article.text[passage.starts[noun.left_edge.i] : passage.starts[noun.i]]
    length = _LENGTH.search(before)
    days = number(length.group(1)) if length is not None else None
    if not days or dates.start is None or not is_day(dates.start):
        return dates
    return replace(dates, start=shift(dates.start, int(1 - days)), end=dates.start)


def _day_of(when: When, passage: Passage, noun: Token, status: Status) -> Dates | None:
    """ "on Monday, the second day of the summit": the day before that."""
    day = noun.head.head
    first = day.left_edge.i
    apart = (
        noun.dep_ == "pobj" and noun.head.lower_ == "of" and day.lemma_ == "day" and first > noun.sent.start
    )
    if not apart or noun.doc[first - 1].text not in (",", "-", "–", "—", "("):
        return None
    passed = next((_NTH[c.lower_] for c in day.children if c.lower_ in _NTH), None)
    dates = when.within(passage, max(noun.sent.start, first - _REACH // 2), first)
    if passed is None or dates.start is None or not is_day(dates.start):
        return None
    return replace(when.of(passage, noun, status), start=shift(dates.start, -passed), end=None)


def _behind(when: When, passage: Passage, noun: Token, status: Status) -> Dates | None:
    """The time right behind a summit, with nothing but its place between; of what is planned, the next month of that name."""
    last = noun.i + 1
    while last < min(noun.sent.end, noun.i + _REACH) and not _breaks(noun.doc[last]):
        last += 1
    dates = when.within(passage, noun.i, last)
    if status is Status.PLANNED and dates.past and dates.start is not None and len(dates.start) == _MONTH:
        dates = replace(dates, start=f"{int(dates.start[:4]) + 1:04}{dates.start[4:]}", end=None)
    return dates if dates.start is not None and (status is Status.PLANNED) == dates.future else None


def _breaks(token: Token) -> bool:
    """Whether a word ends what is said of a summit itself."""
    other = token.pos_ == "VERB" and token.lemma_ not in OPENS and token.dep_ != "amod"
    return (
        other
        or token.text in (",", ";", ":", "-", "–", "—")
        or token.lower_ in ("and", "but", "with", "after", "before", "since")
    )


def _under_way(noun: Token) -> bool:
    """ "has begun", "opens", "is being held": told on its first day."""
    verb = verb_of(noun)
    if elsewhen(noun) or noun.dep_ not in ("nsubj", "nsubjpass", "dobj") or noun.head != verb:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "would", "to", "had", "was", "were", "not", "may", "could"}:
        return False
    if verb.lemma_ in _STARTS and not any(
        c.dep_ in ("advcl", "mark") and c.lower_ in ("every", "when") for c in verb.children
    ):
        return verb.tag_ in ("VBZ", "VBP") or bool(helpers & {"has", "have", "is", "are"})
    return verb.lemma_ == "hold" and bool(helpers & {"has", "have", "being"}) and verb.tag_ == "VBN"


def _own(reading: Reading, passage: Passage, noun: Token) -> bool:
    """Whether a time stands in the noun's own words: "after the June 14 summit", "after the summit on Monday"."""
    first, last = passage.starts[noun.left_edge.i], passage.ends[noun.right_edge.i]
    return any(t.value.start for t in reading.timeline.within(first, last))


def _long_ago(noun: Token) -> bool:
    return any(t.lower_ in ("since", "until", "before", "ahead") for t in noun.sent if t.i < noun.i)


def _month(dates: Dates) -> Dates:
    """The month of a day that tells of something just after it, where that day is near the article's own."""
    away = days_between(dates.today, dates.start)
    near = away is not None and -_NEAR <= away <= 0
    return replace(dates, start=dates.start[:-3] if near and dates.start else None, end=None)


def _counted(reading: Reading, when: When, passage: Passage, noun: Token, status: Status) -> Dates | None:
    """ "met on Thursday, a day before the summit": one day after that."""
    before = reading.article.text[passage.starts[noun.sent.start] : passage.starts[noun.i]]
    match = _DAYS.search(before)
    if match is None:
        return None
    start = passage.starts[noun.sent.start] + match.start()
    head = passage.span(start, start + 1)[0]
    base = when.of(passage, verb_of(head), status).start
    count = number(match.group(1)) or 1
    day = shift(base, int(count if match.group(2) != "after" else -count)) if base else None
    return replace(when.of(passage, noun, status), start=day, end=None) if day else None


def _told_before(reading: Reading, when: When, passage: Passage, noun: Token, series: Series) -> Dates | None:
    """The one date of the sentence before, where that names the same organisation."""
    before = reading.before(passage, noun.sent)
    if before is None:
        return None
    passage, last = before
    named = {
        m.entity.key
        for i, m in passage.mention_at.items()
        if last.start <= i < last.end and m.entity is not None
    }
    if series.organisation is None or series.organisation.key not in named:
        return None
    days = {
        t.value.start for t in reading.timeline.within(passage.starts[last.start], passage.ends[last.end - 1])
    } - {None}
    dates = when.within(passage, last.start, last.end)
    told = {t.lemma_.lower() for t in last}
    return dates if len(days) == 1 and not dates.future and "summit" not in told else None


def _bounds(passage: Passage, noun: Token) -> tuple[int, int]:
    return passage.starts[noun.sent.start], passage.ends[noun.sent.end - 1]
