"""The dateline that an agency's first paragraph opens with: place, day, agency.

"MOSCOW, Sept 28 (Reuters) - ", "HAMBURG, July 7. /TASS/. ", "DUSHANBE -- ", "New Delhi, Feb 17: ",
"9 Nov, Beijing: ", "(AFP) - ".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .boilerplate import MONTH

_NAME = r"(?:[A-Z][\w'’-]{1,24})"
_PLACE = rf"(?!(?:On|In|By|At|From|Since|After|Before|Until|For|During|Between|The|And|But|This|That|Last|Next|Late|Early)\b){_NAME}(?:(?:[ /]|\s/\s){_NAME}){{0,3}}(?:,\s[A-Z][A-Za-z]{{2,14}}(?:\s[A-Z][A-Za-z]{{2,14}})?)?"
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
        rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?P<place>{_PLACE}),\s{_WEEKDAY}(?P<day>{_DAY})(?:,?\s(?P<agency>\(?[A-Z][\w. ]{{1,24}}\)?))?\.?\s*$"
    ),
    re.compile(
        rf"{_WEEKDAY}(?P<day>{_DAY}),\s(?P<place>{_PLACE}(?:,\s[A-Z][a-z]{{1,4}})?)(?P<agency>)\.?\s*$"
    ),
)
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
            return Dateline(found.end(), place, day, agency.strip("()/[]. ") if agency else None)
    return None


def dateline_alone(line: str) -> Dateline | None:
    """The dateline that is a line of its own above the text."""
    found = (
        next((m for pattern in _ALONE if (m := pattern.match(line))), None) if len(line) < _LONGEST else None
    )
    if found is None:
        return None
    return Dateline(found.end(), found["place"], found["day"], (found["agency"] or "").strip("() ") or None)
