"""What the text itself says of its publication: the day, a dateline, the agency or paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .boilerplate import MONTH
from .datelines import Dateline, dateline_alone, read_dateline
from .model import Block, BlockKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINAL = r"(?:st|nd|rd|th)?"
_FULL = re.compile(
    rf"\b(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}}){_ORDINAL}[\s-]+(?P<month2>{MONTH})\.?,?[\s-]+(?P<year2>(?:19|20)\d\d)\b"
    r"|\b(?P<year3>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month3>\d{1,2})(?P=mark)(?P<day3>\d{1,2})(?!\d)"
    r"|\b(?P<one>\d{1,2})(?P<mark4>[-/]|\.\s?)(?P<two>\d{1,2})(?P=mark4)(?P<year4>(?:19|20)\d\d)\b",
    re.I,
)
_DAY_ONLY = re.compile(
    rf"(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s(?P<month2>{MONTH})", re.I
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights", re.I)
_CHANGED = re.compile(r"\b(?:updated|modified|edited|changed)\b", re.I)
_FIRST = re.compile(r"\b(?:published|posted|created|date)\b", re.I)
_SOURCE = re.compile(r"\(?source\s*[:：]\s*(?P<name>[A-Z][^\n|/;()]{1,50}?)\)?\.?$", re.I)
_BY_AGENCY = re.compile(r"by\s[^\n]{2,40}?\s[-–—|/]\s(?P<name>[A-Z]{2,8}|Reuters|Xinhua|Interfax)$", re.I)
_TOLD = 5000  # characters of the article that are asked which reading of a day they fit
_MARGIN = 300  # characters of a margin that are looked at


@dataclass(frozen=True, slots=True)
class Imprint:
    """Each part None where the text does not say it. `dateline` is "--09-28" for a day without a year."""

    published: date | None
    dateline: str | None
    place: str | None
    publisher: str | None


def read_imprint(text: str, margins: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> Imprint:
    """The day from lines beside the article, those that tell of publication first; else its dateline."""
    lines = [text[start : min(end, start + _MARGIN)] for start, end in margins]
    beside = next(filter(None, map(dateline_alone, lines)), None)
    line = _dateline(text, blocks) or beside
    day = (line.day if line else None) or (beside.day if beside else None)
    published = _published(lines) or (full_date(day) if day else None) or _likelier(lines, text, blocks)
    return Imprint(
        published=published,
        dateline=_month_day(day) if day else None,
        place=line.place if line else None,
        publisher=_publisher(lines) or (line.agency if line else None),
    )


def _dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of one of the first paragraphs: a summary may stand before the text proper."""
    paragraphs = [b for b in blocks if b.kind is BlockKind.PARAGRAPH][:3]
    found = (read_dateline(_opening(text, block)) for block in paragraphs)
    alone = (dateline_alone(text[block.start : block.end]) for block in blocks[:4])
    return next((line for line in (*found, *alone) if line), None)


def full_date(text: str) -> date | None:
    """The first day named with its year in the text; 3/4/2019 is none, as it could be either of two."""
    return next(_dates(text), None)


def _opening(text: str, block: Block) -> str:
    """The block's line from its start, as the block itself begins after the dateline."""
    start = text.rfind("\n", 0, block.start) + 1
    return text[max(start, block.start - 160) : block.end][:400].lstrip()


def _published(lines: Sequence[str]) -> date | None:
    dated = [(line, day) for line in lines if not _RIGHTS.search(line) and (day := full_date(line))]
    for wanted in (_FIRST, None, _CHANGED):
        for line, day in dated:
            if wanted.search(line) if wanted else not _CHANGED.search(line):
                return day
    return None


def _likelier(lines: Sequence[str], text: str, blocks: Sequence[Block]) -> date | None:
    """Of 05/10/2017, the reading of which the article itself speaks more: its weekday, days of its month."""
    told = " ".join(text[b.start : b.end] for b in blocks[:8])[:_TOLD]
    for found in (f for line in lines if not _RIGHTS.search(line) for f in _FULL.finditer(line) if f["one"]):
        one, two, year = int(found["one"]), int(found["two"]), int(found["year4"])
        if not (1 <= one <= 12 and 1 <= two <= 12):
            continue
        scored = sorted((_spoken(day, told), day) for day in (date(year, one, two), date(year, two, one)))
        if scored[0][0] < scored[1][0]:
            return scored[1][1]
    return None


def _spoken(day: date, told: str) -> int:
    before = day - timedelta(1)
    weekday = 2 * (f"{day:%A}" in told) + (f"{before:%A}" in told)
    named = f"{day.day} {day:%B}" in told or f"{day:%B} {day.day}" in told
    today = f"this {day:%A}" in told
    # "in May" alone is a month gone by: nobody calls his own so.
    near = re.search(rf"\b{day:%B} \d{{1,2}}\b|\b\d{{1,2}} {day:%B}\b", told) is not None
    return weekday + 2 * today + 3 * named + near


def _dates(text: str) -> Iterator[date]:
    for found in _FULL.finditer(text):
        if found["one"]:
            day, month = _day_first(int(found["one"]), int(found["two"]), found["mark4"])
        else:
            month = _month(found["month"] or found["month2"] or found["month3"])
            day = int(found["day"] or found["day2"] or found["day3"])
        year = int(found["year"] or found["year2"] or found["year3"] or found["year4"])
        try:
            yield date(year, month, day)
        except ValueError:
            continue  # 31 June, or an ambiguous pair: no day at all is better than a wrong one


def _day_first(one: int, two: int, mark: str) -> tuple[int, int]:
    """(day, month) of a pair whose order is clear, as it is with dots; (0, 0), no date, of another."""
    if one == two or one > 12 or mark[0] == ".":
        return one, two
    return (two, one) if two > 12 else (0, 0)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _month_day(text: str) -> str | None:
    found = _DAY_ONLY.match(text)
    if not found:
        return None
    month, day = _month(found["month"] or found["month2"]), int(found["day"] or found["day2"])
    try:
        date(2000, month, day)
    except ValueError:
        return None
    return f"--{month:02}-{day:02}"


def _publisher(lines: Sequence[str]) -> str | None:
    for pattern in (_SOURCE, _BY_AGENCY):
        for line in lines:
            found = pattern.match(line)
            if found:
                return found["name"].strip()
    return None
