"""Days that are counted: "a day after visiting Rome", "three days before he met X", "later in the day"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.dates import Bound, Relation, TimeKind, Unit, shifted
from summitry.graph.extract.belonging import beside, goes_on, introduces
from summitry.graph.extract.days import days_between, is_day
from summitry.graph.extract.story import Story
from summitry.graph.extract.times import STARTS, Times
from summitry.graph.mentions.document import Passage

_INVERSE = {Relation.AFTER: Relation.BEFORE, Relation.BEFORE: Relation.AFTER}
_STORY = 1500  # characters back to the day that "in the evening" continues
_RECENT = 8  # days before the article's own in which that day lies


class Counting:
    """Finds the days of events that are told by their distance from others."""

    def __init__(self, times: Times, story: Story, today: str | None) -> None:
        self._times = times
        self._story = story
        self._today = today

    def counted(self, passage: Passage, event: Token) -> str | None:
        """ "the trip comes three days after he met X": counted back from the day of what stands before."""
        if self._own(passage, event):
            return None
        for dated in self._times.near(passage, event):
            expression = dated.expression
            relation = _INVERSE.get(expression.relation) if expression.relation else None
            if relation is None or expression.end > passage.starts[event.i]:
                continue
            words = passage.span(expression.start, expression.end)
            root = words.root
            noun = event.pos_ != "VERB" and event in (root.head, root.head.head)
            if noun or introduces(words[-1], event):
                base = self._told(passage, root, expression.unit) or self._story.day(
                    passage, event.sent.start, root.i
                )
                return shifted(base, replace(expression, relation=relation)).start if base else None
        return None

    def _own(self, passage: Passage, event: Token) -> bool:
        """Whether a day or a month stands right behind an event: "the eve of his visit on Thursday"."""
        return any(
            (is_day(t.value.start) or t.expression.kind is TimeKind.MONTH)
            and beside(event, passage.span(t.expression.start, t.expression.end).root)
            for t in self._times.near(passage, event)
        )

    def before(self, passage: Passage, event: Token) -> str | None:
        """The day named last in an event's sentence before it."""
        start = passage.starts[event.sent.start]
        days = [t.value.start for t in self._times.between(start, passage.starts[event.i])]
        return next((day for day in reversed(days) if is_day(day)), None)

    def _told(self, passage: Passage, root: Token, unit: Unit | None) -> str | None:
        """The day named last in a sentence before one of its words, else the only one behind; a month where months are counted."""
        first, at = passage.starts[root.sent.start], passage.starts[root.i]
        times = [
            t
            for t in self._times.between(first, passage.ends[root.sent.end - 1])
            if t.expression.bound is Bound.AT
        ]
        before = [t.value.start for t in times if t.expression.start < at]
        behind = [t.value.start for t in times if t.expression.start > at]
        enough = (
            {Unit.MONTH: 7, Unit.YEAR: 4}.get(unit, 10) if unit is not None else 10
        )  # letters of the base
        days = [day for day in (before or behind[-1:] * (len(behind) == 1)) if day and len(day) >= enough]
        return days[-1] if days else None

    def elsewhere(self, passage: Passage, event: Token, done: bool, ahead: bool) -> str | None:
        """The day of its story for an event that the text puts into it without naming a day again."""
        return self._same_day(passage, event, done) or (None if ahead else self._measured(passage, event))

    def _measured(self, passage: Passage, event: Token) -> str | None:
        """ "the visit has taken place three days after …": what another event is counted from has the day of its story."""
        verb = event.head if event.pos_ != "VERB" else event
        if verb.lemma_ == "follow" and event.dep_ == "dobj":
            return None  # "The meeting followed talks with X, a day after …": so did the meeting
        for dated in self._times.near(passage, event):
            if dated.expression.relation in _INVERSE and dated.expression.start > passage.starts[event.i]:
                root = passage.span(dated.expression.start, dated.expression.end).root
                if verb in (root.head, root.head.head, root.head.head.head):
                    return self._story.day(passage, event.sent.start, root.i)
        return None

    def _same_day(self, passage: Passage, event: Token, done: bool) -> str | None:
        """The story's day, where an event is put into it: "in the evening", "before the ceremony"."""
        if not goes_on(event):
            return None
        start = passage.starts[event.sent.start]
        last = None
        for dated in self._times.between(start - _STORY, passage.starts[event.i]):
            day = dated.value.start
            ago = days_between(day, self._today)
            if done and ago is not None and ago < 0:
                continue  # a day to come, told before
            recent = is_day(day) and (ago is None or ago <= _RECENT)
            if dated.expression.bound in STARTS and recent and not self._times.aside(dated):
                last = day
        return last
