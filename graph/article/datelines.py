"""The dateline that an agency's first paragraph opens with: place, day, agency.

"MOSCOW, Sept 28 (Reuters) - ", "HAMBURG, July 7. /TASS/. ", "DUSHANBE -- ", "New Delhi, Feb 17: ",
"9 Nov, Beijing: ", "(AFP) - ", "Addis Ababa /ENA/ February 17/2023 ".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .boilerplate import MONTH

_NAME = r"(?:[A-Z][\w'’-]{1,24})"
_OPENS = r"On|In|By|At|From|Since|After|Before|Until|For|During|Between|The(?! Hague\b)|And|But|This|That|Last|Next|Late|Early"
_PLACE = rf"(?!(?:{_OPENS})\b){_NAME}(?:(?:[ /]|\s/\s){_NAME}){{0,3}}(?:,\s[A-Z][A-Za-z]{{2,14}}(?:\s[A-Z][A-Za-z]{{2,14}})?)?"
_DAY = rf"(?i:{MONTH}\.?\s\d{{1,2}}|\d{{1,2}}\s{MONTH}\.?)(?:,?\s(?:19|20)\d\d)?"
_SIGN = r"\([A-Z][^()\n]{1,40}\)|/[A-Z][\w. -]{1,20}/|\[[A-Z][^\]\n]{1,30}\]|[A-Z][A-Z.-]{2,14}\b"
_DASH = r"\.?\s?(?:[-–—]{1,2}|:\s?[-–—]{0,2})\s*"
_NEXT = r"(?=[“\"‘'(]?[A-Z\d])"
_PATTERNS = (
    re.compile(rf"(?P<place>{_PLACE})(?:\s(?P<agency>{_SIGN}))?{_DASH}(?P<day>{_DAY})\.\s+{_NEXT}"),
    re.compile(
        rf"(?P<place>{_PLACE})(?:[,.]?\s(?P<day>{_DAY}))?(?:[,.]?\s(?P<agency>{_SIGN}))?"
        rf"(?:{_DASH}|(?(day)(?:\.\s+|(?<=\))\s+)|(?!))|(?<=/)\s+)(?:[-–—]\s*)?{_NEXT}"
    ),
    re.compile(rf"(?P<day>{_DAY}),\s(?P<place>{_PLACE})(?:\s(?P<agency>{_SIGN}))?{_DASH}{_NEXT}"),
    re.compile(rf"(?:(?P<day>{_DAY})\s)?(?P<agency>\([A-Z][\w./& -]{{1,24}}\)){_DASH}{_NEXT}"),
)
# A line of its own: "ACCRA, Ghana, May 23 Newswire", "Sat 19 Aug 2023, ACCRA, Ghana."
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s)?"
_ALONE = (
    re.compile(
        rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?P<place>{_PLACE}),\s{_WEEKDAY}(?P<day>{_DAY})(?:,?\s(?P<agency>\(?[A-Z][\w. ]{{1,24}}\)?))?\.?\s?[-–—]?\s*$"
    ),
    re.compile(
        rf"{_WEEKDAY}(?P<day>{_DAY}),\s(?P<place>{_PLACE}(?:,\s[A-Z][a-z]{{1,4}})?)(?P<agency>)\.?\s*$"
    ),
)
# The parts of one in any order, with a full date among them: "Addis Ababa /ENA/ February 17/2023 The president …".
_PARTS = re.compile(
    rf"(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\b\.?)"
    rf"|(?P<day>(?i:{MONTH}\.?\s(?P<one>\d{{1,2}})|(?P<two>\d{{1,2}})\s{MONTH}\.?)(?:st|nd|rd|th)?[,/\s-]{{1,2}}(?P<year>(?:19|20)\d\d)\b)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    r"|(?P<sign>\([A-Z][^()\n]{1,40}\)|/[A-Z][\w. -]{1,20}/|\[[A-Z][^\]\n]{1,30}\])"
    rf"|(?P<name>(?!(?:{_OPENS}|Dear)\b){_NAME})"
)
_BETWEEN = re.compile(r"(?:[\s,.:–—-]|/(?![A-Z][\w. -]{1,20}/)){0,4}")
_MOST_NAMES = 6  # words of agency and place
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline that ends at offset `end` of its paragraph; None for the parts that it lacks."""

    end: int
    place: str | None
    day: str | None
    agency: str | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that the text opens with; a bare place needs capitals: "Putin: We will…" is none."""
    head = text[:_LONGEST]
    for pattern in _PATTERNS:
        found = pattern.match(head)
        if not found:
            continue
        parts = found.groupdict()
        place, day, agency = parts.get("place"), parts.get("day"), parts.get("agency")
        city = (place or "").partition(",")[0]  # "NAIROBI, Kenya"
        if day or agency or (city.isupper() and len(city) > 3):
            line = Dateline(found.end(), place, day, agency.strip("()/[]. ") if agency else None)
            return line if day else _in_any_order(head) or line
    return _in_any_order(head)


def _in_any_order(head: str) -> Dateline | None:
    """Names, weekday, agency and a full date as they come, up to the last of those that are no names."""
    at = end = 0
    names: list[tuple[int, int]] = []
    day = iso = agency = None
    while (found := _PARTS.match(head, at)) is not None:
        at = _after(head, found.end())
        if found["name"]:
            names.append(found.span())
            continue
        day, iso = found["day"] or day, found["iso"] or iso
        agency = found["sign"] or agency
        end = at
    if not (day or iso) or not re.match(r"[“\"‘'(]?[A-Z\d]", head[end:]):
        return None
    named = [span for span in names if span[0] < end]
    if len(named) > _MOST_NAMES:
        return None
    place = head[named[0][0] : named[-1][1]] if named else None
    day = f"{day[:-5].rstrip(' ,/-')}, {day[-4:]}" if day else iso
    return Dateline(end, place, day, agency and agency.strip("()/[]. "))


def _after(head: str, at: int) -> int:
    found = _BETWEEN.match(head, at)
    return found.end() if found else at


def dateline_alone(line: str) -> Dateline | None:
    """The dateline that is a line of its own above the text."""
    found = (
        next((m for pattern in _ALONE if (m := pattern.match(line))), None) if len(line) < _LONGEST else None
    )
    if found is None:
        return None
    return Dateline(found.end(), found["place"], found["day"], (found["agency"] or "").strip("() ") or None)
