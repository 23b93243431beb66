"""When somebody held a post, beside the day of the article: "ratified in 2000 under President Estrada" is of a former one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitry.graph.claims import Entity
from summitry.graph.coreference import HEAD_ROLES
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.office_homes import Spot
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.reading import Reading

_HANDOVER = 60  # days: posts are given up and taken over while an article is written
_LONG = 1  # years before that of the article that are still its own time
_INCOMING = re.compile(r"\bincoming\b", re.I)
_UNTIL = re.compile(
    r"\s*(?:(?:until|till|from \d{4} (?:to|until|till)|between \d{4} and) (?:\w+ )?((?:19|20)\d\d)"
    r"|(?:from |in |\()?((?:19|20)\d\d) ?[-–—] ?((?:19|20)?\d\d))\b",
    re.I,
)


def awaited(post: Post, words: str) -> bool:
    """ "the incoming chair": whose turn is yet to come; an incoming president has been elected."""
    return post.role == "chairman" and _INCOMING.search(words) is not None


def left(spot: Spot, person: Entity, role: str, of: Entity) -> bool:
    """Whether somebody had left a post when the article was written: by the record, or where the text tells of a year long
    ago and the record has another one in the post now.
    """
    published, gazetteer = spot.reading.published, spot.reading.gazetteer
    if published is None:
        return False
    held = [t for t in gazetteer.tenures(person.key) if t.of == of.key]
    ends = [t.end for t in held if t.role == role]
    if ends:
        over = all(end is not None and _last_day(end) < _earlier(published) for end in ends)
        now = gazetteer.current(person.key, published)
        return over and (now is None or now.of != of.key)
    others = gazetteer.leaders(of.key, role, published)
    return bool(others) and role in HEAD_ROLES and long_ago(spot)


def _last_day(end: str) -> str:
    """The last day of a year or of a month, itself of a day."""
    return end + "-12-31"[len(end) - 4 :]


def _earlier(day: date) -> str:
    return (day - timedelta(_HANDOVER)).isoformat()


def long_ago(spot: Spot) -> bool:
    """Whether the sentence of a mention tells what happened in a year well before that of the article."""
    reading, passage, sentence = spot.reading, spot.passage, spot.token.sent
    if reading.published is None:
        return False
    verb = verb_of(spot.token)
    if verb.tag_ not in ("VBD", "VBN") or any(c.tag_ == "MD" for c in verb.children):
        return False
    start, end = passage.starts[sentence.start], passage.ends[sentence.end - 1]
    years = [t.value.start[:4] for t in reading.timeline.within(start, end) if t.value.start]
    return bool(years) and all(y.isdigit() and int(y) < reading.published.year - _LONG for y in years)


def over(reading: Reading, end: int) -> bool:
    """ "president until 2008": a post, told of up to some character, that ended in a year before the article's."""
    until = _UNTIL.match(reading.article.text, end)
    if until is None or reading.published is None:
        return until is not None
    year = until.group(1) or ((until.group(2) or "")[:2] + until.group(3))[-4:]  # "2017-18"
    return int(year) < reading.published.year
