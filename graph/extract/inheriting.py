"""Days that events take over from what is told around them: where their place, their sentence or the lead gives one.

Done after sightings are joined, so that an event which has its own day elsewhere in the article keeps that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Status, Summit, Visit
from summitry.graph.dates import TimeKind
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.days import days_between, is_day
from summitry.graph.extract.lead import RECENT, lead_actors, lead_day, of_story, opens
from summitry.graph.extract.localities import whole
from summitry.graph.extract.times import of_coming
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_LESS = 0.07  # certainty that a day from elsewhere costs
_FIRST = 4  # words of a sentence that tell that it goes on from the one before
_THEN = frozenset("then later afterwards afterward subsequently finally next".split())
_TALKS = frozenset("meeting talks summit session ceremony".split())
_BACK = 3  # sentences of a paragraph that are looked back upon
_BEHIND = (
    "visit.origin",
    "visit.way",
)  # where somebody comes from or goes on to: of another day than the story's
_NOUN = "visit.noun"
_ATTENDING = "visit.attend"
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_NEWS = frozenset("arrive land leave begin start open depart".split())  # "has arrived": just now
_BACKGROUND = frozenset(
    "last previous previously earlier first once ever never twice thrice since ago often repeatedly times several former "
    "history historic decade decades year years month months recently recent past".split()
)


_BY_TODAY = frozenset({TimeKind.WEEKDAY, TimeKind.NEAR})
_Days = Mapping[str, Sequence["_Seen"]]  # a participant's key -> the dated events of theirs


@dataclass(frozen=True, slots=True)
class _Seen:
    """A dated event: who took part, in which state and city, on which day; `span` for one of several days."""

    people: frozenset[str]
    state: str | None
    city: str | None
    day: str
    done: bool
    span: bool


def inherit(reading: Reading, findings: list[Finding]) -> list[Finding]:
    """The findings, undated visits and meetings with the day of the story they belong to."""
    article = reading.article
    today = article.today or _told_first(reading)
    dated: dict[str, list[_Seen]] = {}
    for found in findings:
        for seen in _dated(reading, found):
            for key in seen.people:
                dated.setdefault(key, []).append(seen)
    lead = lead_day(reading, today)
    return [_with_day(reading, found, dated, lead, today) for found in findings]


def _dated(reading: Reading, found: Finding) -> Iterator[_Seen]:
    payload = found.payload
    if isinstance(payload, Visit) and is_day(payload.date):
        state, city = payload.state, payload.city
        keys = frozenset({payload.visitor.key})
        span = payload.end is not None and payload.end != payload.date
    elif isinstance(payload, Meeting | Summit) and is_day(payload.date):
        place = whole(reading, payload.place) if payload.place is not None else None
        state, city = (place.state, place.city) if place is not None else (None, None)
        people = payload.attendees if isinstance(payload, Summit) else payload.participants
        keys, span = frozenset(p.key for p in people), isinstance(payload, Summit)
    else:
        return
    done = payload.status in _DONE
    yield _Seen(keys, _key(state), _key(city), payload.date or "", done, span)


def _key(entity: Entity | None) -> str | None:
    return entity.key if entity is not None else None


def _with_day(reading: Reading, found: Finding, dated: _Days, lead: str | None, today: str | None) -> Finding:
    payload = found.payload
    if not isinstance(payload, Visit | Meeting) or payload.date is not None:
        return found
    if payload.status is Status.CANCELLED or found.rule in _BEHIND:
        return found
    if isinstance(payload, Visit) and payload.end is not None and found.rule == _NOUN:
        return found  # "his visit ended on Friday": when it began is unsaid
    token, passage = trigger(reading, found)
    if _own_day_unknown(reading, found):
        return found
    told_of = token is not None and isinstance(payload, Meeting) and _further_back(token)
    day = None if told_of else _of_place(reading, payload, dated, found.rule == _ATTENDING)
    if passage is not None and opens(reading, passage) and (days_between(day, today) or 0) > RECENT:
        day = None  # the news, and not what somebody did there long ago
    told = payload.status in _DONE and day is None
    if told and token is not None and passage is not None and not (background(token) or _sums_up(token)):
        day = _told_near(reading, passage, token, today)
        if day is None and not _told_otherwise(reading, passage, token, today):
            day = _of_lead(reading, passage, payload, dated, lead)
    if day is None:
        return found
    if _elsewhere(reading, payload, dated, day):
        day = day[:-3]  # a stop of the same journey: in that month
    return replace(found, payload=replace(payload, date=day), certainty=round(found.certainty - _LESS, 2))


def _own_day_unknown(reading: Reading, found: Finding) -> bool:
    """Whether a day is given that nobody can tell: "met on Tuesday", where the text has no day of its own."""
    for evidence in found.evidence:
        token, passage = trigger(reading, replace(found, evidence=(evidence,)))
        if token is not None and passage is not None:
            start, end = passage.starts[token.sent.start], passage.ends[token.sent.end - 1]
            times = reading.timeline.within(start, end)
            if any(t.expression.kind in _BY_TODAY and t.value.start is None for t in times):
                return True
    return False


def _of_place(
    reading: Reading, payload: Visit | Meeting, dated: _Days, attending: bool = False
) -> str | None:
    """The one day on which somebody of an event was where it took place; who comes to attend comes on the first of several."""
    state, city = _where(reading, payload)
    if state is None:
        return None
    days = {
        (seen.day, seen.span)
        for person in _people(payload)
        for seen in dated.get(person.key, ())
        if seen.state == state
        and (city is None or seen.city is None or seen.city == city)
        and seen.done == (payload.status in _DONE)
    }
    if len(days) != 1:
        return None
    day, span = days.pop()
    return None if span and not attending else day


def _where(reading: Reading, payload: Visit | Meeting) -> tuple[str | None, str | None]:
    """The keys of an event's state and city."""
    if isinstance(payload, Visit):
        return _key(payload.state), _key(payload.city)
    place = whole(reading, payload.place) if payload.place is not None else None
    return (_key(place.state), _key(place.city)) if place is not None else (None, None)


def _elsewhere(reading: Reading, payload: Visit | Meeting, dated: _Days, day: str) -> bool:
    """Whether somebody of an event was in another state on that day: each stop of a tour has a day of its own."""
    state, _ = _where(reading, payload)
    seen = (s for p in _people(payload) for s in dated.get(p.key, ()) if s.day == day and not s.span)
    return state is not None and any(s.state not in (None, state) for s in seen)


def trigger(reading: Reading, found: Finding) -> tuple[Token | None, Passage | None]:
    """The token at which a finding's evidence starts, and its passage."""
    start = found.evidence[0].start
    at = bisect_right(reading.passages, start, key=lambda p: p.block.start) - 1
    passage = reading.passages[at] if at >= 0 else None
    if passage is None or not passage.covers(start):
        return None, None
    return passage.span(start, start + 1)[0], passage


def background(token: Token) -> bool:
    """Whether the words around an event tell of something further back than the story."""
    verb = verb_of(token)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    perfect = verb.tag_ == "VBN" and auxiliaries & {"has", "have"} and verb.lemma_ not in _NEWS
    if _same_day(token.sent):
        return False
    if auxiliaries & {"had", "'d", "’d"} or perfect or _on_the_day(verb) or _came_after(verb):
        return True
    first, last = max(token.sent.start, verb.i - 12), min(token.sent.end, verb.i + 25)
    return any(t.lower_ in _BACKGROUND for t in token.doc[first:last])


def _same_day(sentence: Span) -> bool:
    """ "Earlier, he had met Y", "Before the talks, he met Y": on the day that the sentences before tell of."""
    words = [t.lower_ for t in sentence[: _FIRST + 1]]
    if words[0] == "earlier":
        return words[1:2] == [","]
    before = words[0] == "before" or words[:2] in (["prior", "to"], ["ahead", "of"])
    return before and any(w in _TALKS for w in words[2:])


def _came_after(verb: Token) -> bool:
    """ "The call came after he had talks with Y": what the story came after."""
    marked = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "after" for c in verb.children)
    return marked and verb.head.lemma_ in ("come", "follow")


def _further_back(token: Token) -> bool:
    """ "had received X there", "received X there on the day the war began"."""
    verb = verb_of(token)
    had = any(c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in verb.children)
    return _on_the_day(verb) or (had and not _same_day(token.sent))


def _on_the_day(verb: Token) -> bool:
    """ "called him on the day he was elected"."""
    nouns = (n for c in verb.children if c.dep_ == "prep" for n in c.children if n.lower_ == "day")
    return any(c.dep_ == "relcl" for n in nouns for c in n.children)


def _sums_up(token: Token) -> bool:
    """ "X has been meeting leaders. He saw Y": an instance of what the sentence before has told of a longer time."""
    first = token.sent.start
    root = token.doc[first - 1].sent.root if first else token
    helpers = {c.lower_ for c in root.children if c.dep_ == "aux"}
    return bool(first) and root.tag_ == "VBG" and "been" in helpers and bool(helpers & {"has", "have"})


def _told_near(reading: Reading, passage: Passage, token: Token, today: str | None) -> str | None:
    """The one day that the event's sentence names, else the one named last in the sentences of its paragraph before it; in
    those of the paragraph before, too, where its own goes on from there.
    """
    for other, sentence in _backwards(reading, passage, token):
        start, end = other.starts[sentence.start], other.ends[sentence.end - 1]
        times = [t for t in reading.timeline.within(start, end) if not of_coming(reading, t)]
        days = list(dict.fromkeys(t.value.start for t in times if of_story(t, today)))
        if len(days) == 1:
            return days[0]
        if times:
            return None
    return None


def _backwards(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Passage, Span]]:
    """An event's sentence and those before it, the latest first."""
    at: tuple[Passage, Span] | None = (passage, token.sent)
    for _ in range(_BACK + 1):
        if at is None:
            return
        yield at
        here, sentence = at
        before = reading.before(here, sentence)
        goes_on = any(t.lower_ in _THEN for t in sentence[:_FIRST]) or _same_day(sentence)
        at = before if before is None or before[0] is here or goes_on else None


def _told_otherwise(reading: Reading, passage: Passage, token: Token, today: str | None) -> bool:
    """Whether the event's own sentence names a day further back: it is not told of the lead's."""
    start, end = passage.starts[token.sent.start], passage.ends[token.sent.end - 1]
    days = (days_between(t.value.start, today) for t in reading.timeline.within(start, end))
    return any(ago is not None and ago > RECENT for ago in days)


def _told_first(reading: Reading) -> str | None:
    """The first day that an article names, where nothing tells on which it is told."""
    return next((t.value.start for t in reading.timeline.times if is_day(t.value.start)), None)


def _of_lead(
    reading: Reading, passage: Passage, payload: Visit | Meeting, dated: _Days, lead: str | None
) -> str | None:
    """The lead's day, where it is told of somebody who takes part, or right behind the lead."""
    if opens(reading, passage) or passage.headline:
        return lead
    people = [p for p in _people(payload) if p.kind is EntityKind.PERSON]
    acting = any(seen.day == lead and seen.done for p in people for seen in dated.get(p.key, ()))
    if not acting and isinstance(payload, Meeting):
        acting = not lead_actors(reading).isdisjoint(p.key for p in people)
    return lead if acting else None


def _people(payload: Visit | Meeting) -> tuple[Entity, ...]:
    return (payload.visitor,) if isinstance(payload, Visit) else payload.participants
