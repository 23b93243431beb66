"""Guests in a row, each with a place or a day of his own: "met A in Rome on Monday, B in Oslo on Friday and then C".

Parsers lose the names behind the first place or day, so the row is read from left to right.
"""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.dates import Dated
from summitry.graph.extract.event_dates import UNSAID, Dates
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at
from summitry.graph.extract.times import STARTS
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_LEADS = frozenset({"in", "at", "on", "near"})
_FILLS = frozenset("the late early later same next following".split())
_JOINS = frozenset("and then later finally with also".split())
_PLACES = frozenset({MentionKind.CITY, MentionKind.STATE, MentionKind.REGION})
_SEVERAL = 2
_GOES_ON = ("VERB", "AUX", "PART")


def in_row(reading: Reading, passage: Passage, last: Token) -> list[Token]:
    """The names behind a guest's place or day: B and C of "met A in Rome on Monday, B in Oslo and C on Friday"."""
    found: list[Token] = []
    after = _next(reading, passage, last)
    while after is not None:
        found.append(after)
        after = _next(reading, passage, after)
    return found


def by_state(passage: Passage, group: Token) -> list[Token]:
    """ "his counterparts from A, X; B, Y; and C, Z": the names, each behind its state; [] where they are not so put."""
    found: list[Token] = []
    state = True  # that of the first stands with the post
    for token in passage.doc[group.i + 1 : group.sent.end]:
        mention = passage.mention_at.get(token.i)
        if mention is not None and mention.kind is MentionKind.STATE and not state:
            state = True
        elif mention is not None and mention.kind is MentionKind.PERSON and state:
            found.append(token)
            state = False
        elif mention is not None or not (
            _joins(token) or token.lower_ in ("the", "from", "of") or _within(passage, token)
        ):
            break
    return found if len(found) > 1 else []


def _within(passage: Passage, token: Token) -> bool:
    """Whether a token belongs to the name behind it."""
    after = token.head
    return token.dep_ in ("compound", "nmod", "amod") and after.i > token.i and after.i in passage.mention_at


def own_place(reading: Reading, passage: Passage, guest: Token) -> Place | None:
    """The place right behind a guest's name: "with A in Rome"."""
    at = _end(passage, guest)
    if at + 1 >= guest.sent.end or passage.doc[at].lower_ not in ("in", "at"):
        return None
    name = passage.doc[at + 1]
    return place_at(reading, passage, name.head if name.dep_ == "poss" else name)  # "in Italy's Milan"


def own_days(reading: Reading, passage: Passage, guests: list[Token]) -> dict[int, Dates]:
    """The days right behind the names of several guests, or before them, where they are different ones; those named together
    share one.
    """
    ends = [_end(passage, guest) for guest in guests]
    days = {g.i: _day(reading, passage, end) for g, end in zip(guests, ends, strict=True)}
    if len({day.start for day in days.values()} - {None}) < _SEVERAL:
        days = {g.i: _day_before(reading, passage, g) for g in guests}
    if len({day.start for day in days.values()} - {None}) < _SEVERAL:
        return {}
    for guest, end, after in reversed(list(zip(guests, ends, guests[1:], strict=False))):
        if days[guest.i].start is None and all(_joins(t) for t in passage.doc[end : after.i][:1]):
            days[guest.i] = days[after.i]  # "A and B on Monday"
    return days


def _day(reading: Reading, passage: Passage, k: int) -> Dates:
    """The day in the words for a place or a time that begin at a token."""
    for dated in _times(reading, passage, k):
        expression = dated.expression
        first = passage.span(expression.start, expression.end)[0].i
        if all(_placed(passage, i) for i in range(k, first)) and expression.bound in STARTS:
            return Dates(dated.value.start, dated.value.end, reading.article.today)
    return UNSAID


def _day_before(reading: Reading, passage: Passage, guest: Token) -> Dates:
    """The day that stands before a guest: "received on Monday by A and on Tuesday by B"."""
    at = guest.i - 1
    if at > guest.sent.start and passage.doc[at].lower_ in ("by", "with"):
        for dated in _times(reading, passage, guest.sent.start):
            if passage.span(dated.expression.start, dated.expression.end)[-1].i == at - 1:
                return Dates(dated.value.start, dated.value.end, reading.article.today)
    return UNSAID


def _times(reading: Reading, passage: Passage, k: int) -> tuple[Dated, ...]:
    """The times of a sentence from a token on."""
    if k >= len(passage.doc):
        return ()
    return reading.timeline.within(passage.starts[k], passage.ends[passage.doc[k].sent.end - 1])


def _joins(token: Token) -> bool:
    return token.text in (",", ";") or token.lower_ in _JOINS


def _next(reading: Reading, passage: Passage, name: Token) -> Token | None:
    """The name joined behind the place or the day of another, or itself followed by a place: "met A, and B in Oslo"."""
    doc, end = passage.doc, name.sent.end
    first = k = _end(passage, name)
    spans = [(t.expression.start, t.expression.end) for t in _times(reading, passage, name.i)]
    while k < end and (_placed(passage, k) or any(s <= passage.starts[k] < e for s, e in spans)):
        k += 1
    behind = k
    while k < end and (_joins(doc[k]) or doc[k].lower_ == "the" or _people(passage, k)):
        k += 1
    if k == behind or k >= end or not any(_joins(t) for t in doc[behind:k]):
        return None
    token = next(
        (doc[i] for i in range(k, end) if _begins(passage.mention_at.get(i), passage.starts[k])), None
    )
    if token is None or (token.dep_ in ("nsubj", "nsubjpass") and token.head.i > token.i):
        return None
    if first == behind and own_place(reading, passage, token) is None:
        return None
    after = _end(passage, token)
    return None if after < end and (doc[after].pos_ in _GOES_ON or doc[after].tag_ == "MD") else token


def _people(passage: Passage, k: int) -> bool:
    """Whether a token is "Indian" in "the Indian Narendra Modi"."""
    mention = passage.mention_at.get(k)
    return mention is not None and mention.kind is MentionKind.DEMONYM


def _begins(mention: Mention | None, start: int) -> bool:
    return mention is not None and mention.kind is MentionKind.PERSON and mention.start == start


def _placed(passage: Passage, k: int) -> bool:
    """Whether a token is of the words for a place or a time, or leads to them."""
    mention = passage.mention_at.get(k)
    word = passage.doc[k].lower_
    return word in _LEADS or word in _FILLS or (mention is not None and mention.kind in _PLACES)


def _end(passage: Passage, token: Token) -> int:
    """The token behind the words of a name."""
    mention = passage.mention_at.get(token.i)
    stop = mention.end if mention is not None else passage.ends[token.i]
    k = token.i + 1
    while k < token.sent.end and passage.starts[k] < stop:
        k += 1
    return k
