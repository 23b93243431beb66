"""When: the time expression that belongs to an event, resolved to a date at the precision the text supports."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.dates import Bound, Dated, TimeKind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_STARTS = frozenset({Bound.AT, Bound.SINCE, Bound.FROM, Bound.BETWEEN})


@dataclass(frozen=True, slots=True)
class Dates:
    """The start and end of an event, each None where unsaid; `published` to tell past from future."""

    start: str | None
    end: str | None
    published: str | None

    def settle(self, status: Status) -> Status:
        """A full date after the article's own makes an event planned."""
        if self.published is None or self.start is None or len(self.start) < 10 or self.start.startswith("--"):
            return status
        if self.start > self.published and status in (Status.OCCURRED, Status.ONGOING):
            return Status.PLANNED
        return status


class When:
    """Finds the times of one article's events."""

    def __init__(self, reading: Reading) -> None:
        self._published = reading.published.isoformat() if reading.published else None
        self._times = reading.timeline

    def of(self, passage: Passage, event: Token, status: Status) -> Dates:
        """The dates of an event; (None, None) where its sentence gives none that belongs to it."""
        found = self._nearest(passage, event)
        if found is None:
            return Dates(None, None, self._published)
        return Dates(found.value.start, found.value.end, self._published)

    def within(self, passage: Passage, first: int, last: int) -> Dates:
        """The first date among tokens `first` to `last` (excluded)."""
        for dated in self._times.within(passage.starts[first], passage.ends[last - 1]):
            if dated.expression.bound in _STARTS and dated.value.start is not None:
                return Dates(dated.value.start, dated.value.end, self._published)
        return Dates(None, None, self._published)

    def inside(self, start: int, end: int) -> Dates:
        """The first date within a span of the text."""
        for dated in self._times.within(start, end):
            if dated.expression.bound in _STARTS and dated.value.start is not None:
                return Dates(dated.value.start, dated.value.end, self._published)
        return Dates(None, None, self._published)

    def _nearest(self, passage: Passage, event: Token) -> Dated | None:
        """The time that hangs nearest above or below the event in the tree, none that another event owns."""
        sentence = event.sent
        best: tuple[int, int, Dated] | None = None
        for dated in self._times.within(passage.starts[sentence.start], passage.ends[sentence.end - 1]):
            expression = dated.expression
            if expression.bound not in _STARTS or expression.kind is TimeKind.DURATION or dated.value.start is None:
                continue
            root = passage.span(expression.start, expression.end).root
            distance = _distance(event, root)
            if distance is None:
                continue
            rank = (distance, abs(root.i - event.i), dated)
            if best is None or rank[:2] < best[:2]:
                best = rank
        return best[2] if best is not None else None


def _chain(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head != chain[-1]:
        chain.append(chain[-1].head)
    return chain


def _of_place(verb: Token) -> bool:
    """"a visit to Beijing in February, where he met Xi": the clause tells of the same time."""
    return any(c.lower_ in ("where", "when") for c in verb.children)


def _distance(event: Token, time: Token) -> int | None:
    """Steps between an event and a time in the tree; None where another clause stands between them."""
    up = _chain(event)
    places = {t.i: n for n, t in enumerate(up)}
    for steps, token in enumerate(_chain(time)):
        if token.i not in places:
            if steps and token.pos_ == "VERB" and token != event and token.dep_ not in ("xcomp", "aux"):
                return None
            continue
        above = places[token.i]
        if any(t.dep_ == "relcl" and not _of_place(t) for t in up[:above]):
            return None
        crossed = sum(1 for t in up[:above] if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ccomp", "advcl"))
        return steps + above + 3 * crossed
    return None
