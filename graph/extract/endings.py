"""Days that are the last of an event, or the second: "left on Friday after a visit", "came to an end on Sunday", "returned home on Monday after visiting"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import objects_of, prepositions, verb_of
from summitry.graph.extract.motion import leads_on

_BREAKS = frozenset("end conclude finish".split())
_ENDS = frozenset("leave depart end conclude complete finish wrap close quit".split())
_AFTER = frozenset("after following".split())
_RETURNS = frozenset("return leave depart".split())
_HOME = frozenset("home back".split())
_DAYS = {
    "first": 0,
    "opening": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "last": -1,
    "final": -1,
    "closing": -1,
}
_JOURNEYS = frozenset("visit trip tour stay stopover journey".split())
_CLOSE = frozenset("end close conclusion".split())


def closes(event: Token) -> bool:
    """Whether the verb of an event says that it ends: the day given is the last, a length counts back from it."""
    verb = event if event.pos_ == "VERB" else event.head
    if _to_an_end(verb) and event.dep_ == "nsubj":
        return True
    bare = (
        event.lemma_ in _BREAKS and event == verb and not objects_of(verb)
    )  # "will finish in Rome on Friday"
    return verb.lemma_.lower() in _ENDS and not bare and not leads_on(verb)


def comes_home(event: Token) -> bool:
    """ "returned home on Tuesday after a visit to Rome": the visit is over by the day given."""
    behind = event.dep_ in ("pobj", "pcomp") and event.head.lower_ in _AFTER
    if not behind or event.lemma_ not in _JOURNEYS:
        return False
    verb = verb_of(event.head)
    home = any(n.lower_ == "country" for _, n in prepositions(verb, "in", "into"))  # "flew into the country"
    return home or verb.lemma_ in _RETURNS or any(c.lower_ in _HOME for c in verb.children)


def day_of(event: Token) -> tuple[Token, int] | None:
    """ "on the second day of his visit": the verb told with it, and which day it is; -1 for the last."""
    day = event.head.head
    if event.dep_ != "pobj" or event.head.lower_ != "of" or day.lower_ != "day":
        return None
    rank = next((_DAYS[c.lower_] for c in day.children if c.lower_ in _DAYS), None)
    return (verb_of(day), rank) if rank is not None else None


def _to_an_end(verb: Token) -> bool:
    return verb.lemma_ in ("come", "draw") and any(n.lower_ in _CLOSE for _, n in prepositions(verb, "to"))
