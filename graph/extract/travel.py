"""What every rule of visits shares: what it reads with, and how a visit becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.dates import Bound, TimeKind
from summitry.graph.extract.actors import doers
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.arrivals import BARE, comes_in
from summitry.graph.extract.assuming import assumed
from summitry.graph.extract.days import days_between, is_day, shift
from summitry.graph.extract.destinations import Destinations
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.governors import goes_on_from
from summitry.graph.extract.localities import Place
from summitry.graph.extract.twice import second
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

CERTAINTY = {
    "visit.direct": 0.95, "visit.move": 0.93, "visit.noun": 0.92, "visit.host": 0.9, "visit.stay": 0.9, "visit.been": 0.9, "visit.expected": 0.9,
    "visit.taken": 0.9, "visit.attend": 0.8, "visit.speak": 0.8, "visit.scene": 0.8, "visit.guest": 0.85, "visit.listed": 0.8,
    "visit.before": 0.85,
    "visit.beside": 0.85, "visit.way": 0.8, "visit.origin": 0.85,
}  # fmt: skip
_TOURS = frozenset("tour swing embark begin start kick".split())
_SETS_OUT = frozenset("embark begin start kick set leave depart head".split())
_REACH = 800  # characters back to the visit on which somebody "arrived"
_NEWS = 3  # days back to the beginning of a journey whose length nobody tells
_TIMETABLE = frozenset("travel fly go head leave depart return continue proceed set move".split())


@dataclass(frozen=True, slots=True)
class Telling:
    reading: Reading
    when: When
    where: Destinations
    made: list[Finding] = field(default_factory=list)  # the visits told so far
    parties: list[Finding] = field(default_factory=list)  # journeys of those whom nobody has named yet


def visit(
    told: Telling,
    passage: Passage,
    trigger: Token,
    visitor: Entity,
    place: Place,
    status: Status,
    rule: str,
    dates: Dates | None = None,
) -> Iterator[Finding]:
    """One visit; `dates` where the text gives the stop its own, else those of the trigger."""
    state, reading = place.state, told.reading
    home = state_of(reading, visitor)
    entry = reading.gazetteer.find(visitor.key)
    back = trigger.lemma_ == "return" or any(c.lower_ == "home" for c in trigger.children)
    if state is None or state.key in (home, entry and entry.state) or (home is None and back):
        return
    dates = dates or told.when.of(passage, trigger, status)
    if rule == "visit.way" and dates.start is not None:
        dates = replace(dates, start=dates.start[:-3] if is_day(dates.start) else dates.start, end=None)
    if status is Status.PLANNED and _over(told, passage, trigger, dates):
        status = Status.OCCURRED
    status = _timetable(trigger, passage, dates, dates.settle(status))
    payload = Visit(visitor, state, place.city, dates.start, dates.end, status)
    token = passage.doc[place.token] if place != told.where.here else None
    found = finding(reading, passage, trigger, payload, CERTAINTY[rule], rule, token)
    yield replace(found, assumed=assumed(trigger, passage.headline))
    if status is Status.OCCURRED and dates.end is None and trigger.tag_ in ("VBD", "VBN"):
        again = second(reading, passage, trigger, dates.start)
        if again is not None and again[1] is None:  # "visited Rome in 2017 and 2019"
            more = replace(payload, date=again[0])
            yield finding(reading, passage, trigger, more, CERTAINTY[rule], rule, token)


def _over(told: Telling, passage: Passage, trigger: Token, dates: Dates) -> bool:
    """ "before leaving for Rome on Monday", "met him on Monday before flying to Rome": told the day after, it has been."""
    if trigger.tag_ != "VBG" or any(c.lower_ in ("will", "'ll", "’ll") for c in trigger.children):
        return False
    if dates.start is None and goes_on_from(trigger):
        dates = told.when.of(passage, verb_of(trigger.head), Status.OCCURRED)
    return dates.past and dates.start != dates.today


def came_there(told: Telling, passage: Passage, verb: Token) -> list[Place]:
    """ "X's visit to Rome is his first. He arrived on Monday": where the visit led that was told of him last."""
    if verb.lemma_ not in BARE or not comes_in(verb):
        return []
    keys = {e.key for e in doers(told.reading, passage, verb, people_only=True)}
    at = passage.starts[verb.i]
    for found in reversed(told.made):
        if at - found.evidence[0].start > _REACH:
            break
        led = found.payload
        if isinstance(led, Visit) and led.visitor.key in keys and led.status is not Status.CANCELLED:
            return [Place(led.city, led.state, verb.i)]
    return _where_others_came(told, passage, verb, keys)


def _where_others_came(told: Telling, passage: Passage, verb: Token, keys: set[str]) -> list[Place]:
    """ "X was welcomed in Rome on Friday. Y is expected to arrive on Saturday": where the visit led that the paragraph told of last."""
    last = told.made[-1] if told.made else None
    led = last.payload if last is not None else None
    if last is None or not isinstance(led, Visit) or led.status is Status.CANCELLED or not keys:
        return []
    here = passage.block.start <= last.evidence[0].start < passage.starts[verb.i]
    return [Place(led.city, led.state, verb.i)] if here and led.visitor.key not in keys else []


@dataclass(frozen=True, slots=True)
class Stops:
    """What a sentence says of a journey's places, by their tokens: the dates of those that have some, and those still to come."""

    days: Mapping[int, Dates]
    ahead: frozenset[int] = frozenset()


def stops_of(
    told: Telling, passage: Passage, trigger: Token, places: Sequence[Place], status: Status
) -> Stops:
    """The days of a journey's places: their own; else, of a tour through several states, its first day for the first stop, and its
    month for the others where it ends in the same one; as many days as stops are a day each.
    """
    own = told.when.stops(passage, trigger, [p.token for p in places])
    several = len({p.state.key for p in places if p.state is not None}) > 1
    length = _length(told, passage, trigger) if several else None
    if length is None:
        return Stops(own)
    dates = told.when.of(passage, trigger, status)
    tokens = sorted(p.token for p in places)
    begun = status in (Status.OCCURRED, Status.ONGOING) and _sets_out(trigger, dates, length)
    elsewhere = _region_before(passage, trigger, tokens[0])
    days = own or _shared(dates, length, [trigger.i, *tokens] if elsewhere else tokens)
    return Stops(days, frozenset(tokens if elsewhere else tokens[1:]) if begun else frozenset())


def _region_before(passage: Passage, trigger: Token, first: int) -> bool:
    """ "a tour of Europe, Canada and Japan": the journey begins where nobody says."""
    named = (passage.mention_at.get(i) for i in range(trigger.i + 1, first))
    return any(m is not None and m.kind is MentionKind.REGION for m in named)


def _shared(dates: Dates, length: int, stops: Sequence[int]) -> dict[int, Dates]:
    """A tour's dates, shared out among its stops."""
    if not is_day(dates.start) or dates.start is None:
        return {}
    last = dates.end or shift(dates.start, length - 1 if length else 0)
    known = length or dates.end is not None
    rest = dates.start[:-3] if known and last and last[:-3] == dates.start[:-3] else None
    each = dates.end is not None and days_between(dates.start, last) == len(stops) - 1
    days = [shift(dates.start, n) if each or not n else rest for n in range(len(stops))]
    return {stop: replace(dates, start=day, end=None) for stop, day in zip(stops, days, strict=True)}


def _sets_out(trigger: Token, dates: Dates, length: int) -> bool:
    """Whether a journey has only just begun: "left on Monday on a tour of A, B and C"."""
    begun = any(t.lemma_.lower() in _SETS_OUT and t.tag_ in ("VBD", "VBN", "VBZ") for t in trigger.sent)
    ago = days_between(dates.start, dates.today)
    return begun and (dates.start is None or (ago is not None and ago <= (length or _NEWS)))


def _length(told: Telling, passage: Passage, trigger: Token) -> int | None:
    """The days of the journey that a sentence tells of, 0 where it does not say how many; None where it tells of no journey:
    "on a six-day tour", "from January 12", "will begin a trip".
    """
    sentence = trigger.sent
    span = passage.starts[sentence.start], passage.ends[sentence.end - 1]
    times = told.reading.timeline.within(*span)
    lengths = [abs(t.expression.days or 0) for t in times if t.expression.kind is TimeKind.DURATION]
    if lengths:
        return max(lengths)
    spread = any(t.expression.bound is Bound.FROM or t.value.end for t in times)
    return 0 if spread or any(t.lemma_.lower() in _TOURS for t in sentence) else None


def _timetable(trigger: Token, passage: Passage, dates: Dates, status: Status) -> Status:
    """ "travels to Rome on Monday": the present tense of what has not begun."""
    if (
        trigger.tag_ not in ("VBZ", "VBP")
        or passage.headline
        or trigger.lemma_ == "be"
        or status is not Status.ONGOING
    ):
        return status
    if dates.past and dates.start != dates.today:
        return Status.OCCURRED  # "flies to Rome" today: about to, or on the way
    return Status.PLANNED if trigger.lemma_ in _TIMETABLE and not dates.past else status
