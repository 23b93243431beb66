"""Time expressions -> dates at the precision that the text supports.

model       the frozen shapes: TimeExpression, Anchor, DateValue, Dated
words       months, weekdays, numbers, units, as pieces of patterns
partial     arithmetic on partial ISO dates ("2022-06", "--06-28")
absolute    patterns of days, months, years
relative    patterns of weekdays, "yesterday", "last week", "three days after", "two-day"
finding     a text -> its expressions
weekdays    a weekday -> a date
distances   "yesterday", "last week", "three days ago" -> dates
resolving   an expression and its anchor -> a date
tense       past or future, guessed from the words around
timeline    an article -> its expressions, each with its date where it stands
"""

from .distances import last_day, shifted
from .finding import find_times
from .model import (
    Anchor,
    Bound,
    Dated,
    DateValue,
    Point,
    Precision,
    Relation,
    Tense,
    TimeExpression,
    TimeKind,
    Unit,
)
from .partial import bounds, end_of, precision, shift_days
from .resolving import resolve
from .tense import guess_tense
from .timeline import Timeline, day_context, read_timeline

__all__ = [
    "Anchor",
    "Bound",
    "DateValue",
    "Dated",
    "Point",
    "Precision",
    "Relation",
    "Tense",
    "TimeExpression",
    "TimeKind",
    "Timeline",
    "Unit",
    "bounds",
    "day_context",
    "end_of",
    "find_times",
    "guess_tense",
    "last_day",
    "precision",
    "read_timeline",
    "resolve",
    "shift_days",
    "shifted",
]
