"""The times of one article, as they lie around its events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.dates import Bound, Dated
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

STARTS = frozenset({Bound.AT, Bound.SINCE, Bound.FROM, Bound.BETWEEN})
_COMING = frozenset("arrive come land begin start".split())
_REACH = 600  # characters around an event in which its time may stand


class Times:
    """The dated expressions of an article, found by where they stand."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._times = reading.timeline.times
        self._starts = [dated.expression.start for dated in self._times]

    def between(self, start: int, end: int) -> Iterator[Dated]:
        """The times of a span of the text, in order."""
        for i in range(bisect_left(self._starts, start), len(self._times)):
            if self._times[i].expression.start >= end:
                return
            if self._times[i].expression.end <= end:
                yield self._times[i]

    def near(self, passage: Passage, event: Token) -> Iterator[Dated]:
        """The times of the event's sentence, as far as they are near it."""
        at, sentence = passage.starts[event.i], event.sent
        start = max(passage.starts[sentence.start], at - _REACH)
        return self.between(start, min(passage.ends[sentence.end - 1], at + _REACH))

    def aside(self, dated: Dated) -> bool:
        """Whether a time only tells when somebody came."""
        return of_coming(self._reading, dated)


def of_coming(reading: Reading, dated: Dated) -> bool:
    """ "X, who arrived on Monday, met Y": a time of a coming that is told aside."""
    at = dated.expression.start
    i = bisect_right(reading.passages, at, key=lambda p: p.block.start) - 1
    if i < 0 or not reading.passages[i].covers(at):
        return False
    time = reading.passages[i].span(at, dated.expression.end).root
    verb = next((t for t in time.ancestors if t.pos_ == "VERB"), None)
    who = next((c for c in verb.children if c.lower_ == "who"), None) if verb is not None else None
    return who is not None and verb is not None and verb.dep_ == "relcl" and verb.lemma_ in _COMING
