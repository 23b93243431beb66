"""Words that come with an arrival instead of a place: times, and the "in" of "flew in"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import subject_of
from summitry.graph.mentions.recogniser import is_dated

BARE = frozenset("arrive land".split())  # without a place, at the scene
INWARD = frozenset("fly jet drive come".split())  # "flew in"
_STAYS = frozenset("visit trip talk tour stay".split())
_COMING = frozenset(
    "too also again late early today yesterday recently once alone personally last previously twice already".split()
)
_TIMES = frozenset("today tomorrow course day morning afternoon evening night week month".split())


def soon(verb: Token) -> bool:
    """ "are expected today", "is expected in the course of the day": with nothing but a time beside it."""
    if any(c.dep_ in ("xcomp", "ccomp", "oprd") for c in verb.children):
        return False
    nouns = [n for c in verb.children for n in (c, *c.children) if n.dep_ in ("npadvmod", "pobj")]
    times = [n for n in nouns if n.lower_ in _TIMES or is_dated(n)]
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


def comes_in(verb: Token) -> bool:
    """ "arrived", "flew in", "came on a visit", "had come too", "came in June": to where the story is told from."""
    lemma = verb.lemma_.lower()
    if lemma in BARE or (lemma in INWARD and any(c.lower_ == "in" and particle(c) for c in verb.children)):
        return True
    if lemma != "come":
        return False
    nouns = [(w, n) for w in verb.children if w.dep_ == "prep" for n in w.children if n.dep_ == "pobj"]
    if any(n.lemma_ in _STAYS and w.lower_ in ("for", "on") for w, n in nouns):
        return True
    timed = all(is_time(n) or is_dated(n) for w, n in nouns if w.lower_ != "for")
    plain = all(c.lower_ in _COMING or is_dated(c) for c in verb.children if c.dep_ in ("advmod", "npadvmod", "prt"))  # fmt: skip
    other = any(c.dep_ in ("acomp", "attr", "ccomp", "oprd", "prt") for c in verb.children)
    denied = any(t.lower_ in ("neither", "nor") for t in verb.sent)
    return timed and plain and not other and not denied and _by_people(verb)


def _by_people(verb: Token) -> bool:
    """Whether the subject of "came" is a name."""
    subject = subject_of(verb)
    return subject is not None and (subject.pos_ in ("PROPN", "PRON") or subject.tag_ in ("WP",)) and subject.lower_ not in ("it", "this", "that")  # fmt: skip
