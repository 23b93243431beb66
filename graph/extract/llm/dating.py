"""Dates and figures that a model gives, held against those that the text states."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summitry.graph.claims import Evidence
from summitry.graph.dates.partial import parse
from summitry.graph.extract.agreement import dates_agree
from summitry.graph.extract.numbers import number
from summitry.graph.mentions.reading import Reading

_FIGURE = re.compile(
    r"(?<![\w.,])\d[\d,. ]*(?:\s(?:hundred|thousand|million))?"
    r"|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)?\s?(?:dozen|hundred|thousand|million)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_MILE = 1.609344
_NEAR = 0.01


def supported_date(reading: Reading, text: str | None) -> str | None:
    """The date as far as the article's own times, or its day, bear it out; None where nothing does."""
    if not text:
        return None
    try:
        parse(text)
    except ValueError:
        return None
    told = [t.value.start for t in reading.timeline.times] + [t.value.end for t in reading.timeline.times]
    days = (reading.timeline.day, reading.published)
    told += [day.isoformat() for day in days if day is not None]
    borne = [min(text, value, key=len) for value in told if value is not None and dates_agree(text, value)]
    return max(borne, key=len, default=None)


def supported_number(value: float | None, evidence: Iterable[Evidence]) -> float | None:
    """The figure, where the evidence has it (in miles, perhaps); None otherwise."""
    if value is None:
        return None
    for passage in evidence:
        for found in _FIGURE.finditer(passage.exact):
            read = number(found.group())
            if read and any(abs(value - read * unit) <= _NEAR * value for unit in (1, _MILE)):
                return value
    return None
