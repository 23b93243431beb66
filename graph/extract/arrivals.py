"""Words that come with an arrival instead of a place: times, and the "in" of "flew in"."""

from __future__ import annotations

from spacy.tokens import Token

_TIMES = frozenset("today tomorrow course day morning afternoon evening night week month".split())


def soon(verb: Token) -> bool:
    """ "are expected today", "is expected in the course of the day": with nothing but a time beside it."""
    if any(c.dep_ in ("xcomp", "ccomp", "oprd") for c in verb.children):
        return False
    nouns = [n for c in verb.children for n in (c, *c.children) if n.dep_ in ("npadvmod", "pobj")]
    times = [n for n in nouns if n.ent_type_ in ("DATE", "TIME") or n.lower_ in _TIMES]
    return bool(times) and len(times) == len(nouns)


def particle(word: Token) -> bool:
    """ "flew in", "flew in last night"."""
    inner = [c for c in word.children if c.dep_ == "pobj"]
    return word.dep_ in ("prt", "advmod") or not inner or all(is_time(c) for c in inner)


def is_time(noun: Token) -> bool:
    """A name or a part of the day where a place might stand: "landed on Wednesday in Moscow"."""
    return noun.pos_ == "PROPN" or noun.lower_ in (
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "time",
    )
