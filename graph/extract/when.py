"""When: the time expression that belongs to an event, resolved to a date at the precision the text supports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.dates import Bound, Dated, Relation, TimeKind, shifted
from summitry.graph.extract.story import Story
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_STARTS = frozenset({Bound.AT, Bound.SINCE, Bound.FROM, Bound.BETWEEN})
_REPORT = frozenset("say tell announce add confirm report state note reveal indicate explain reiterate declare tweet recall write".split())
_ELSEWHEN = frozenset("after before since until till because although though if unless once following ahead".split())
_LASTING = frozenset("be stay remain hold host station deploy keep".split())
_ENDS = frozenset("leave depart end conclude complete finish wrap close quit".split())
_GATHERINGS = frozenset("ceremony signing signature plenary session parade opening unveiling inauguration funeral proceedings".split())
_PARTS = frozenset("day evening morning afternoon night".split())
_INVERSE = {Relation.AFTER: Relation.BEFORE, Relation.BEFORE: Relation.AFTER}
_REACH = 600  # characters around an event in which its time may stand
_STORY = 1500  # characters back to the day that "in the evening" continues


@dataclass(frozen=True, slots=True)
class Dates:
    """The start and end of an event, each None where unsaid; `today` to tell past from future."""

    start: str | None
    end: str | None
    today: str | None

    def settle(self, status: Status) -> Status:
        """A full date after the article's own makes an event planned."""
        if status in (Status.OCCURRED, Status.ONGOING) and self.future:
            return Status.PLANNED
        return status

    @property
    def future(self) -> bool:
        """Whether the event begins after the article's day."""
        ahead = _days_between(self.today, self.start)
        return ahead is not None and ahead > 0

    @property
    def past(self) -> bool:
        """Whether the event began by the article's day."""
        ahead = _days_between(self.today, self.start)
        return ahead is not None and ahead <= 0


class When:
    """Finds the times of one article's events."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._today = article.published.isoformat() if article.published else article.dateline
        self._times = reading.timeline.times
        self._starts = [dated.expression.start for dated in self._times]
        self._story = Story(reading, self._today)

    def of(self, passage: Passage, event: Token, status: Status) -> Dates:
        """The dates of an event; (None, None) where its sentence gives none that belongs to it."""
        counted = self._counted(passage, event)
        if counted is not None:
            return Dates(counted, None, self._today)
        found = self._nearest(passage, event, status)
        if found is None:
            found = self._purpose(passage, event) if event.pos_ == "VERB" else None
        if found is None:
            return Dates(self._same_day(passage, event) or self._measured(passage, event), None, self._today)
        dates = Dates(found.value.start, found.value.end, self._today)
        return self._ending(passage, event, dates) if dates.end is None else dates

    def within(self, passage: Passage, first: int, last: int) -> Dates:
        """The first date among tokens `first` to `last` (excluded)."""
        return self.inside(passage.starts[first], passage.ends[last - 1])

    def inside(self, start: int, end: int) -> Dates:
        """The first date within a span of the text."""
        for dated in self._span(start, end):
            if dated.expression.bound in _STARTS and dated.value.start is not None:
                return Dates(dated.value.start, dated.value.end, self._today)
        return Dates(None, None, self._today)

    # ------------------------------------------------------------------

    def _span(self, start: int, end: int) -> Iterator[Dated]:
        for i in range(bisect_left(self._starts, start), len(self._times)):
            if self._times[i].expression.start >= end:
                return
            if self._times[i].expression.end <= end:
                yield self._times[i]

    def _near(self, passage: Passage, event: Token) -> Iterator[Dated]:
        """The times of the event's sentence, as far as they are near it."""
        at, sentence = passage.starts[event.i], event.sent
        start = max(passage.starts[sentence.start], at - _REACH)
        return self._span(start, min(passage.ends[sentence.end - 1], at + _REACH))

    def _nearest(self, passage: Passage, event: Token, status: Status) -> Dated | None:
        """The time that hangs nearest above or below the event in the tree, none that another event owns."""
        best: tuple[int, int, Dated] | None = None
        up = _chain(event)
        for dated in self._near(passage, event):
            expression = dated.expression
            if expression.kind is TimeKind.DURATION or dated.value.start is None:
                continue
            if expression.bound is Bound.SINCE and event.lemma_ not in _LASTING:
                continue
            root = passage.span(expression.start, expression.end).root
            if expression.bound not in _STARTS and not (root.head == event and root.dep_ in ("compound", "nmod", "amod")):
                continue
            distance = _distance(up, root)
            if distance is None or status is Status.OCCURRED and _aimed(event, root):
                continue
            rank = (distance, abs(root.i - event.i), dated)
            if best is None or rank[:2] < best[:2]:
                best = rank
        return best[2] if best is not None else None

    def _purpose(self, passage: Passage, event: Token) -> Dated | None:
        """"travels to Rome for a summit starting on Wednesday", "flies to Beijing, where on April 26 he attends …"."""
        for dated in self._near(passage, event):
            if dated.expression.bound not in _STARTS or dated.expression.kind is TimeKind.DURATION or dated.value.start is None:
                continue
            root = passage.span(dated.expression.start, dated.expression.end).root
            if root.i > event.i and _serves(event, root):
                return dated
        return None

    def _counted(self, passage: Passage, event: Token) -> str | None:
        """"the trip comes three days after he met X": counted back from the day of what stands before."""
        for dated in self._near(passage, event):
            expression = dated.expression
            relation = _INVERSE.get(expression.relation) if expression.relation else None
            if relation is None or expression.end > passage.starts[event.i]:
                continue
            root = passage.span(expression.start, expression.end).root
            if event in (root.head, root.head.head):
                base = self._story.day(passage, event.sent.start, root.i)
                return shifted(base, replace(expression, relation=relation)).start if base else None
        return None

    def _measured(self, passage: Passage, event: Token) -> str | None:
        """"the visit has taken place three days after …": what another event is counted from has the day of its story."""
        verb = event.head if event.pos_ != "VERB" else event
        for dated in self._near(passage, event):
            if dated.expression.relation in _INVERSE and dated.expression.start > passage.starts[event.i]:
                root = passage.span(dated.expression.start, dated.expression.end).root
                if verb in (root.head, root.head.head, root.head.head.head):
                    return self._story.day(passage, event.sent.start, root.i)
        return None

    def _same_day(self, passage: Passage, event: Token) -> str | None:
        """The story's day, where an event is put into it: "in the evening", "before the ceremony"."""
        if not _goes_on(event):
            return None
        start = passage.starts[event.sent.start]
        last = None
        for dated in self._span(start - _STORY, passage.starts[event.i]):
            day = dated.value.start
            if dated.expression.bound in _STARTS and day is not None and len(day.lstrip("-")) in (5, 10):
                last = day
        return last

    def _ending(self, passage: Passage, event: Token, dates: Dates) -> Dates:
        """"left on Friday after a two-day visit": the day given is the last."""
        verb = event if event.pos_ == "VERB" else event.head
        if verb.lemma_.lower() not in _ENDS or dates.start is None or any(c.lower_ == "for" for c in verb.children):
            return dates
        days = self._length(passage, event)
        return replace(dates, start=shift(dates.start, 1 - days) if days else None, end=dates.start)

    def _length(self, passage: Passage, event: Token) -> int | None:
        """The days in the "two-day visit" of the event's sentence."""
        for dated in self._near(passage, event):
            if dated.expression.kind is TimeKind.DURATION and dated.expression.days is not None:
                return abs(dated.expression.days) or None
        return None


def shift(day: str, days: int) -> str | None:
    """A full date, or one without a year, moved by some days; None for anything coarser."""
    whole = _day(day)
    if whole is None:
        return None
    moved = (whole + timedelta(days)).isoformat()
    return moved if not day.startswith("--") else "--" + moved[5:]


def _day(text: str | None) -> date | None:
    if text is None or len(text.lstrip("-")) not in (5, 10):
        return None
    try:
        return date.fromisoformat(f"2000-{text[2:]}" if text.startswith("--") else text)
    except ValueError:
        return None


def _days_between(a: str | None, b: str | None) -> int | None:
    """How many days `b` lies after `a`; None where one is no full day."""
    if a is None or b is None or len(b.lstrip("-")) not in (5, 10):
        return None
    if a.startswith("--") or b.startswith("--"):
        a, b = "--" + a[-5:], "--" + b[-5:]
    first, second = _day(a), _day(b)
    if first is None or second is None:
        return None
    days = (second - first).days
    return days if not a.startswith("--") or abs(days) < 183 else days - 366 if days > 0 else days + 366


def _chain(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head != chain[-1]:
        chain.append(chain[-1].head)
    return chain


def _of_place(verb: Token) -> bool:
    """"a visit to Beijing in February, where he met Xi": the clause tells of the same time."""
    return any(c.lower_ in ("where", "when") or c.dep_ == "prep" and any(n.tag_ == "WDT" for n in c.children) for c in verb.children)


def _distance(up: list[Token], time: Token) -> int | None:
    """Steps between an event and a time in the tree; None where another clause stands between them."""
    event = up[0]
    places = {t.i: n for n, t in enumerate(up)}
    for steps, token in enumerate(_chain(time)):
        if token.i not in places:
            if steps and token.pos_ == "VERB" and token.dep_ not in ("xcomp", "aux"):
                return None
            continue
        above = places[token.i]
        if not all(_shares(t, event, time) for t in up[:above]):
            return None
        crossed = sum(1 for t in up[:above] if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ccomp", "advcl", "acl"))
        return steps + above + 3 * crossed
    return None


def _shares(token: Token, event: Token, time: Token) -> bool:
    """Whether a time of the clause above a token may be the time of what stands in it."""
    if token.dep_ == "relcl":
        return _of_place(token)
    if token.dep_ in ("ccomp", "parataxis"):
        return token.head.lemma_ in _REPORT and time.i < event.i < token.head.i
    if token.dep_ == "advcl" or token.dep_ == "pcomp":
        marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod", "prep")} | ({token.head.lower_} if token.dep_ == "pcomp" else set())
        return not marks & _ELSEWHEN
    if token.dep_ == "pobj" and token.head.lower_ in _ELSEWHEN:
        return False
    if token.dep_ == "conj" and token.pos_ == "VERB" and token.head.pos_ == "VERB":
        return _will(token) == _will(token.head)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in ("day", "leg", "stage", "eve"):
        return False  # "on the second day of his visit"
    return True


def _will(verb: Token) -> bool:
    """Whether a verb looks ahead, or tells in the present beside one that tells of the past."""
    if verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return True
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "’ll", "to") for c in verb.children)


def _serves(event: Token, time: Token) -> bool:
    """Whether a time stands in what an event is for, or in what happens at its place."""
    at = time
    for _ in range(10):
        at = at.head
        if at == event:
            return True
        if at.pos_ == "VERB":
            aims = at.dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" for c in at.children)
            if not (at.dep_ == "acl" or aims or at.dep_ == "relcl" and any(c.lower_ == "where" for c in at.subtree if c.i < at.i)):
                return False
        if at.head == at:
            return False
    return False


def _goes_on(event: Token) -> bool:
    """Whether a sentence goes on with the day before it: "later in the day", "before the ceremony"."""
    doc, first, last = event.doc, max(event.sent.start, event.i - 25), min(event.sent.end, event.i + 25)
    for child in (doc[i] for i in range(first, last) if doc[i].dep_ == "prep"):
        nouns = [n for n in child.children if n.dep_ == "pobj"]
        if child.lower_ == "in" and any(n.lower_ in _PARTS and any(d.lower_ in ("the", "that") for d in n.children) for n in nouns):
            return True
        if child.lower_ in ("before", "after", "at", "during") and any(n.lemma_ in _GATHERINGS and not _dated(n) for n in nouns):
            return True
    return False


def _aimed(event: Token, time: Token) -> bool:
    """"flew to Lima for the summit on Tuesday": when the summit is, not the flight."""
    return event.pos_ == "VERB" and any(
        c.lower_ == "for" and c.dep_ == "prep" and event.i < c.i < time.i and time.i - c.i < 9 for t in (event, *event.children) for c in t.children
    )


def _dated(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("of", "in", "on") for c in noun.children)
