"""When: the time expression that belongs to an event, resolved to a date at the precision the text supports."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.dates import Bound, Dated, Precision, TimeKind
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.assuming import assumed
from summitry.graph.extract.belonging import (
    aimed,
    apart,
    behind_another,
    beside,
    chain,
    cleft,
    distance,
    serves,
    told_on,
    when_clause,
)
from summitry.graph.extract.counting import Counting
from summitry.graph.extract.courses import breaks_off, course
from summitry.graph.extract.days import days_between, is_day, shift
from summitry.graph.extract.endings import closes, comes_home, day_of
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.governors import after_things, goes_on_from, was_due
from summitry.graph.extract.motion import moves
from summitry.graph.extract.since import lasts, later, of_predecessor
from summitry.graph.extract.story import Story
from summitry.graph.extract.times import STARTS, Times
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_NEAR = 4  # days ahead within which the weekday lies for which somebody "was expected"
_MODIFIES = ("compound", "nmod", "amod", "poss", "nummod")
_ZONE = 1  # days by which a page may be dated before its text
_LAST = 14  # tokens behind the last stop of a journey in which its day may stand
_FAR = 6  # steps in the tree that standing side by side is worth
_SOON = 5  # days ahead within which what is called off was to be


class When:
    """Finds the times of one article's events."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._today = article.today
        # A page may bear a later day than the one its text is told from.
        self._told_from = reading.timeline.day.isoformat() if reading.timeline.day else self._today
        self._times = Times(reading)
        self._counting = Counting(self._times, Story(reading, self._today), self._today)

    def of(self, passage: Passage, event: Token, status: Status) -> Dates:
        """The dates of an event; (None, None) where its sentence gives none that belongs to it."""
        counted = self._counting.counted(passage, event)
        if counted is not None:
            dates = Dates(counted, None, self._today)
            late = status is Status.OCCURRED and event.tag_ in ("VBD", "VBN") and dates.future
            return Dates(None, None, self._today) if late else dates
        if event.pos_ == "NOUN" and breaks_off(event):
            whole = self.course(passage, event, status)
            if whole.end is not None:
                return whole
        part = day_of(event)
        if part is not None:
            return self._counted_from(passage, *part, status)
        found = self._described(passage, event) or self._nearest(passage, event, status)
        if found is None and comes_home(event):
            home = self.of(passage, verb_of(event.head), status)
            return replace(home, start=None, end=home.start) if is_day(home.start) else home
        if found is None:
            found = self._purpose(passage, event) if event.pos_ == "VERB" else None
        if found is None:
            return Dates(
                self._counting.elsewhere(passage, event, status is Status.OCCURRED, status is Status.PLANNED),
                None,
                self._today,
            )
        dates = self._onward(passage, event, found, self._turned(found, event, status))
        return self._ending(passage, event, dates) if dates.end is None else dates

    def _counted_from(self, passage: Passage, verb: Token, rank: int, status: Status) -> Dates:
        """The dates of what has its first, second or last day when something else takes place."""
        dates = self.of(passage, verb, status)
        if dates.start is None or not is_day(dates.start):
            return Dates(None, None, self._today)
        if rank < 0:
            return replace(dates, start=None, end=dates.start)
        return replace(dates, start=shift(dates.start, -rank), end=None)

    def course(self, passage: Passage, noun: Token, status: Status) -> Dates:
        """The first and the last day of a journey, as far as the words around its noun give them."""
        return course(self._turned, self._times, passage, noun, status)

    def one_day(self, passage: Passage, event: Token, dates: Dates) -> Dates:
        """The dates of an event that lasts no longer than a day: of "in Rome on 3-5 May he met X" it is unsaid on which."""
        if dates.end in (None, dates.start) or self._hangs(passage, event, dates):
            return dates
        return replace(dates, start=None, end=None)

    def _hangs(self, passage: Passage, event: Token, dates: Dates) -> bool:
        """Whether a span is of an event's own clause, none of where somebody was while it took place."""
        for dated in self._times.near(passage, event):
            if (dated.value.start, dated.value.end) == (dates.start, dates.end):
                root = passage.span(dated.expression.start, dated.expression.end).root
                return not apart(event, root)
        return True

    def counted(self, passage: Passage, event: Token) -> str | None:
        """The day of an event that stands so many days before or after what its sentence tells."""
        return self._counting.counted(passage, event)

    def stops(self, passage: Passage, trigger: Token, places: list[int]) -> dict[int, Dates]:
        """The days of the places of a journey, where its sentence gives them days of their own.

        "to Rome on Tuesday and to Athens the day after": the time behind each place, up to the next one; where the times come
        first ("on Tuesday in Rome and on Wednesday in Athens"), the one before it.
        """
        if len(places) < 2:
            return {}
        places = sorted(places)
        ends = [*places[1:], min(trigger.sent.end, places[-1] + _LAST)]
        behind = {p: self.within(passage, p, end) for p, end in zip(places, ends, strict=True)}
        starts = [trigger.sent.start, *places[:-1]]
        before = {p: self.within(passage, first, p) for first, p in zip(starts, places, strict=True)}
        days = {
            n: len({d.start for d in found.values()} - {None}) for n, found in enumerate((behind, before))
        }
        if days[1] > max(days[0], 1):
            return before
        return behind if days[0] > 1 else {}

    def within(self, passage: Passage, first: int, last: int) -> Dates:
        """The first date among tokens `first` to `last` (excluded)."""
        return self.inside(passage.starts[first], passage.ends[last - 1])

    def inside(self, start: int, end: int) -> Dates:
        """The first date within a span of the text."""
        for dated in self._times.between(start, end):
            if dated.expression.bound in STARTS and dated.value.start is not None:
                return Dates(dated.value.start, dated.value.end, self._today)
        return Dates(None, None, self._today)

    # ------------------------------------------------------------------

    def _nearest(self, passage: Passage, event: Token, status: Status) -> Dated | None:
        """The time that hangs nearest above or below the event in the tree, none that another event owns."""
        fitting: list[tuple[int, int, Dated]] = []
        up = chain(event)
        for dated in self._times.near(passage, event):
            expression = dated.expression
            if expression.kind is TimeKind.DURATION or dated.value.start is None:
                continue
            if expression.bound is Bound.SINCE and not lasts(event, passage, expression.start):
                continue
            if status is Status.PLANNED and (expression.shift or 0) < 0:
                continue  # "spoke last week of the coming summit"
            root = passage.span(expression.start, expression.end).root
            modifies = root.dep_ in _MODIFIES
            beside_it = root.head == event and modifies
            if modifies and not beside_it and expression.kind is TimeKind.YEAR:
                continue  # "the 2012 hurricane"
            if expression.bound not in STARTS and not beside_it and not _by_year_end(dated, status):
                continue
            steps = distance(up, root)
            steps = 1 if steps is None and cleft(event, root) else steps
            steps = _FAR if steps is None and beside(event, root) else steps
            if steps is None or later(event, root) or (status is Status.OCCURRED and aimed(event, root)):
                continue
            if event.pos_ == "NOUN" and event.dep_ == "pobj" and beside(event, root):
                steps = 1  # "arrived on Sunday for a meeting on Monday"
            if event.pos_ in ("NOUN", "PROPN") and event.is_ancestor(root):
                steps = min(steps, 1)  # "arrived today for talks, set for tomorrow"
            if behind_another(event, root):
                steps += _FAR
            if told_on(event, root.left_edge, root) or of_predecessor(event, root):
                continue
            fitting.append((steps, abs(root.i - event.i), dated))
        fitting.sort(key=lambda rank: rank[:2])
        return _finest(fitting) if fitting else None

    def _turned(self, found: Dated, event: Token, status: Status) -> Dates:
        """A weekday on the event's side of the article's own: "on Friday" of what is planned is the coming one."""
        dates = Dates(found.value.start, found.value.end, self._today)
        expression = found.expression
        bare = expression.shift is None and expression.unit is None and dates.end is None
        if expression.kind is TimeKind.WEEKDAY and bare and dates.start is not None:
            ahead = days_between(self._told_from, dates.start) or 0
            past = _is_past(event, status) or (status is Status.ONGOING and event.tag_ == "VBD")
            onward = status is Status.PLANNED or (event.tag_ in ("VBZ", "VBP") and moves(event))
            onward = onward and not goes_on_from(event)
            if status is Status.PLANNED and was_due(event):
                past, onward = ahead > _NEAR, False
            days = -7 if past and ahead > _ZONE else 7 if onward and ahead < 0 else 0
            if status is Status.CANCELLED:  # "had been due on Monday": before or after the article's day
                days = -7 if ahead > _SOON else 7 if ahead < _SOON - 7 else 0
            return Dates(shift(dates.start, days), None, self._today)
        unsaid = expression.first is not None and expression.first.year is None
        if expression.kind is TimeKind.DAY and unsaid and _is_past(event, status):
            dates = _year_before(dates) if dates.days_ahead > _ZONE else dates  # "went to see X on 3 June"
        return self._possible(event, status, dates)

    def _onward(self, passage: Passage, event: Token, found: Dated, dates: Dates) -> Dates:
        """ "arrived on Monday for a meeting on Wednesday": what somebody came for lies ahead of his coming."""
        if (
            found.expression.kind is not TimeKind.WEEKDAY
            or event.dep_ != "pobj"
            or event.head.lower_ != "for"
        ):
            return dates
        back = days_between(self._counting.before(passage, event), dates.start)
        return replace(dates, start=shift(dates.start, 7)) if dates.start and back and back < 0 else dates

    def _possible(self, event: Token, status: Status, dates: Dates) -> Dates:
        """What has happened did not happen on a day to come."""
        month = dates.start is not None and not is_day(dates.start) and dates.future
        ahead = _is_past(event, status) and (month or dates.days_ahead > _ZONE)
        return Dates(None, None, self._today) if ahead else dates

    def _described(self, passage: Passage, event: Token) -> Dated | None:
        """The time that the event's own clause stands behind."""
        noun = when_clause(event)
        if noun is None:
            return None
        last = min(noun.i + 1, noun.sent.end)
        first = max(noun.sent.start, noun.i - 4)
        found = [
            t
            for t in self._times.between(passage.starts[first], passage.ends[noun.right_edge.i])
            if t.value.start
        ]
        return next((t for t in reversed(found) if t.expression.start <= passage.starts[last - 1]), None)

    def _purpose(self, passage: Passage, event: Token) -> Dated | None:
        """ "travels to Rome for a summit starting on Wednesday", "flies to Beijing, where on April 26 he attends …"."""
        for dated in self._times.near(passage, event):
            if (
                dated.expression.bound not in STARTS
                or dated.expression.bound is Bound.SINCE
                or dated.expression.kind is TimeKind.DURATION
                or dated.value.start is None
            ):
                continue
            root = passage.span(dated.expression.start, dated.expression.end).root
            if dated.expression.kind is TimeKind.YEAR and root.dep_ in _MODIFIES:
                continue  # "to remember the 1932 famine"
            since = of_predecessor(event, root) or later(event, root)
            if root.i > event.i and serves(event, root) and not since:
                return dated
        return None

    def _ending(self, passage: Passage, event: Token, dates: Dates) -> Dates:
        """ "left on Friday after a two-day visit": the day given is the last."""
        if dates.start is None or not is_day(dates.start):
            return dates
        if not closes(event):
            return dates
        days = self._length(passage, event)
        return replace(dates, start=shift(dates.start, 1 - days) if days else None, end=dates.start)

    def _length(self, passage: Passage, event: Token) -> int | None:
        """The days in the "two-day visit" of the event's sentence."""
        for dated in self._times.near(passage, event):
            if dated.expression.kind is TimeKind.DURATION and dated.expression.days is not None:
                return abs(dated.expression.days) or None
        return None


def _finest(fitting: list[tuple[int, int, Dated]]) -> Dated:
    """The nearest of some times, the nearest first; "next month … on 3 April" is that day where both stand as near."""
    steps, _, best = fitting[0]
    month = best.value.start or ""
    within = (d for s, _, d in fitting[1:] if s <= steps + 1 and is_day(d.value.start))
    finer = next((d for d in within if (d.value.start or "").startswith(month + "-")), None)
    return finer if finer is not None and not is_day(month) else best


def _is_past(event: Token, status: Status) -> bool:
    """Whether an event's verb, or the verb it hangs from, tells that it is over."""
    if status is not Status.OCCURRED or assumed(event, headline=False):
        return False
    verb = event if event.tag_ in ("VBD", "VBN") or event.head == event else verb_of(event.head)
    return verb.tag_ in ("VBD", "VBN") or after_things(event)


def _year_before(dates: Dates) -> Dates:
    """The same day of the year before."""
    start = dates.start or ""
    end = f"{int(dates.end[:4]) - 1:04}{dates.end[4:]}" if dates.end else None
    return replace(dates, start=f"{int(start[:4]) - 1:04}{start[4:]}", end=end)


def _by_year_end(dated: Dated, status: Status) -> bool:
    """ "plans to come before the end of the year": in that year."""
    ahead = dated.expression.bound in (Bound.BEFORE, Bound.BY) and status is Status.PLANNED
    return ahead and dated.value.precision is Precision.YEAR
