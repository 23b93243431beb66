"""Times behind "since": of what came before an event, unless it lasts."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.recogniser import is_dated

_SINCE = 5  # tokens behind "since" in which the year of a name stands
_LASTING = frozenset("be stay remain hold host station deploy keep".split())


def of_predecessor(event: Token, time: Token) -> bool:
    """Whether a time is that of "since Coolidge in 1928", not of the event itself."""
    before = event.doc[max(time.i - _SINCE, time.sent.start) : time.i]
    since = [t.i for t in before if t.lower_ == "since" and t.i > event.i]
    names = takewhile(lambda t: t.pos_ != "ADP", event.doc[since[-1] + 1 : time.i] if since else ())
    return any(t.pos_ == "PROPN" and not is_dated(t) for t in names)


def later(event: Token, time: Token) -> bool:
    """ "his first trip since the war began on February 24": the time of what came before."""
    if not 0 < time.i - event.i < 40:
        return False
    between = [event.doc[i].lower_ for i in range(event.i + 1, time.i - 1)]
    if "since" not in between:
        return False
    since = between.index("since")
    if is_dated(event.doc[event.i + since + 2]) and since < len(between) - 2:
        return False  # "their first talks since 2019, on Monday": that is the time of what came before
    return not {",", "-", "–", "—", ")"}.intersection(between[since:])


def lasts(event: Token, passage: Passage, since: int) -> bool:
    """Whether an event goes on since a time: "has stayed since May", not "held their first talks since May"."""
    between = event.doc[event.i + 1 : passage.span(since, since + 1)[0].i]
    return event.lemma_ in _LASTING and not any(t.lower_ in ("first", "highest") for t in between)
