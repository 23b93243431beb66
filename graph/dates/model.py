"""The frozen shapes: what a text says of time, what that is read against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TimeKind(StrEnum):
    """What sort of time expression a text uses."""

    DAY = "day"  # "June 28, 2022", "28 June", "4-5 February"
    MONTH = "month"  # "June 2021", "end of February", "last March"
    YEAR = "year"  # "2014", "the summer of 2019"
    WEEKDAY = "weekday"  # "on Tuesday", "last Friday", "Monday to Wednesday"
    NEAR = "near"  # "today", "yesterday", "tomorrow morning"
    ORDINAL = "ordinal"  # "on the 28th"
    PERIOD = "period"  # "last week", "later this year", "over the weekend"
    OFFSET = "offset"  # "three days ago", "two weeks after", "the following day"
    DURATION = "duration"  # "two-day", "for three days"


class Unit(StrEnum):
    """What is counted."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class Relation(StrEnum):
    """What an offset counts from."""

    AGO = "ago"  # back from the day of the text
    AHEAD = "ahead"  # on from the day of the text: "in three days' time"
    EARLIER = "earlier"  # back from the day mentioned last
    LATER = "later"  # on from the day mentioned last: "two weeks later", "the same day"
    BEFORE = "before"  # back from an event that the text names next: "three days before he met"
    AFTER = "after"  # on from an event that the text names next


class Bound(StrEnum):
    """How the time stands to what happened; only AT, SINCE and FROM say when something happened or began."""

    AT = "at"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"  # some time or times within a span
    FOR = "for"  # a length


class Tense(StrEnum):
    """The direction in time of the verb that an expression belongs to, as the caller reads it."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How exact a resolved date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Point:
    """The calendar parts that a text names; None for those it does not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The words `text` = `source[start:end]`, without the preposition before them, taken apart.

    Which fields are filled depends on the kind: `first` and `last` (of a range) for DAY, MONTH, YEAR and
    ORDINAL; `weekday` (Monday is 0) and `to_weekday` for WEEKDAY, and `weekday` also for a DAY that names it;
    `shift` for last (-1), this (0) and next (1), and for the days that NEAR is from today; `unit`, `count`
    (None where the text does not say) and `relation` for OFFSET and DURATION. `part` is "early", "late",
    "morning" and the like.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    first: Point | None = None
    last: Point | None = None
    weekday: int | None = None
    to_weekday: int | None = None
    unit: Unit | None = None
    shift: int | None = None
    count: int | None = None
    relation: Relation | None = None
    bound: Bound = Bound.AT
    part: str | None = None
    approximate: bool = False

    @property
    def days(self) -> int | None:
        """The signed number of days of an offset or a duration that is exact to the day; None for others."""
        size = {Unit.DAY: 1, Unit.WEEK: 7}.get(self.unit) if self.unit else None
        if size is None or self.count is None or self.approximate:
            return None
        back = self.relation in (Relation.AGO, Relation.EARLIER, Relation.BEFORE)
        return -size * self.count if back else size * self.count


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read against.

    `published` is the article's day; `day` the day that its text is told from, where that is another (the day
    of the dateline, or of the last "on Thursday" of a text that was published on Monday). `last` is the day
    mentioned last before, as a partial date, and `year` one that the same sentence has named. `weekdays` are
    days that the text itself gives for a weekday ("Tuesday, June 28"), as (weekday, partial date).
    """

    published: date | None = None
    day: date | None = None
    dateline: str | None = None
    last: str | None = None
    year: tuple[int, int] | None = None  # (year, month it was named with, or 0)
    weekdays: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DateValue:
    """A resolved time: ISO 8601 at the precision that text and anchor support; `end` only for a range.

    `earliest` and `latest` bound the start where it is less exact than what the text says ("last week" is a
    month at best, yet seven days at most). `symbolic` is what can be said without an anchor: "tuesday",
    "today-1", "week-1".
    """

    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.NONE
    symbolic: str | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with the value it has where it stands."""

    expression: TimeExpression
    value: DateValue
