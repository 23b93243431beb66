"""A second day of those who met: "met on May 3 and June 7", "met in Rome on May 3 and in Paris on June 7"."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from summitry.graph.dates import TimeKind
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.days import days_between
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_AND = re.compile(
    r",? and(?: then| again| later| most recently)?(?: (?:in|at) (?P<place>[^,.;:()]{2,40}?),?)?(?: (?:on|in)(?: the)?)? "
)
_END = re.compile(r"[.;:)]|,(?! (?:he|she|they)\b)|\s*$| (?:with|to|for|during|in|at)\b")
_KINDS = frozenset({TimeKind.DAY, TimeKind.MONTH, TimeKind.YEAR})
_LENGTH = 7  # days that a meeting may last


def second(reading: Reading, passage: Passage, trigger: Token, first: str | None) -> tuple[str, Place | None] | None:  # fmt: skip
    """The day joined by "and" to the first, too far from it to be of the same meeting, and the place beside it."""
    text, sentence = reading.article.text, trigger.sent
    times = reading.timeline.within(passage.starts[sentence.start], passage.ends[sentence.end - 1])
    for one, other in pairwise(times):
        kinds = {one.expression.kind, other.expression.kind}
        if first is None or one.value.start != first or len(kinds) > 1 or not kinds <= _KINDS:
            continue
        joint = _AND.fullmatch(text, one.expression.end, other.expression.start)
        if joint is None or other.value.start is None or not _apart(first, other.value.start):
            continue
        last = passage.span(other.expression.start, other.expression.end).root
        if not _END.match(text, other.expression.end) or verb_of(last).i > last.i:
            continue  # "met him on May 3 and on June 7 flew to Rome"
        if joint["place"] is None:
            return other.value.start, None
        place = _place(reading, passage, joint.start("place"), joint.end("place"))
        return (other.value.start, place) if place is not None else None
    return None


def _apart(first: str, other: str) -> bool:
    """Whether two times are of two events: days far from each other, or different months and years."""
    away = days_between(first, other)
    return abs(away) > _LENGTH if away is not None else len(first) == len(other) and first != other


def _place(reading: Reading, passage: Passage, start: int, end: int) -> Place | None:
    """The place that some words of the sentence name, where they name nothing else."""
    inside = [t for t in passage.doc if start <= passage.starts[t.i] < end]
    found = [place for t in inside if (place := place_at(reading, passage, t)) is not None]
    return found[0] if len(found) == 1 else None
