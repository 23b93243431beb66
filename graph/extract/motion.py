"""Verbs of moving, and the small words that lead from each to the place it goes to."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import objects_of, subject_of
from summitry.graph.extract.status_words import TRIPS
from summitry.graph.mentions.recogniser import is_dated

_AT = ("in", "at")
_INTO = ("to", "into", "through")
_ALL = ("to", "into", "through", "in", "at", "for")

# Those that end somewhere, or tell of moving about: "arrived in", "travelled in".
_ENDING = frozenset("arrive land journey travel fly head jet return proceed move swing descend walk drive sail continue rush hasten storm "
                    "disembark alight deplane emerge step stroll".split())  # fmt: skip
# "turned up in", "stopped over in", "dropped in at": mere "turn to" is no travel.
_PARTICLE = frozenset("turn show touch stop drop pop check".split())
# Those that need "to": "come in third", "pass in silence".
_ONWARD = frozenset("come go pass cross trek hurry dash speed race hop wing transit advance embark venture decamp repair flock converge "
                    "slip sneak steal shuttle commute press jump accompany sweep roll detour march ride cruise motor steam zoom flit relocate pilgrimage".split())  # fmt: skip
_SHUTTLE = frozenset("shuttle commute".split())
_LEAVING = frozenset("leave depart set".split())
# "was flown to", "was whisked off to"
_CARRIED = frozenset(
    "fly drive take bring whisk ferry escort carry rush lead chauffeur airlift shuttle transport conduct".split()
)
SUITES = frozenset("delegation mission team entourage group contingent party".split())
_OWN = frozenset("way path step journey course".split())  # "made his way to"
_CRAFT = frozenset("plane jet aircraft airplane flight train helicopter".split())
MOVES = _ENDING | _PARTICLE | _ONWARD | _LEAVING


def moves(verb: Token) -> bool:
    """Whether a verb tells of moving, or of being moved."""
    lemma = verb.lemma_.lower()
    return (
        lemma in MOVES or calls(verb) or carried(verb) or makes_way(verb) or leads_suite(verb) or boards(verb)
    )


def ways(verb: Token) -> tuple[str, ...]:
    """The small words behind which the place stands that a verb of moving leads to."""
    lemma = verb.lemma_.lower()
    if lemma in _LEAVING or boards(verb):
        return ("for", "to") if any(c.lower_ in ("off", "out") for c in verb.children) else ("for",)
    if lemma in _PARTICLE or calls(verb):
        return _AT
    if lemma in _SHUTTLE:
        return (*_INTO, "between")
    if (
        lemma == "head" and objects_of(verb)
    ) or lemma == "lead":  # "heads a delegation to Rome", "heads the government in Rome"
        return ("to",)
    if lemma in _ENDING:
        return _ALL
    return (*_INTO, "for") if lemma in ("come", "go", "embark") else _INTO


def leads_on(verb: Token) -> bool:
    """ "left Rome for Athens", "left Rome in the morning for Athens"."""
    return any(c.lower_ == "for" or any(n.lower_ == "for" for t in c.children if t.dep_ in ("pobj", "npadvmod") and _timed(t) for n in (t, *t.children))
               or (c.dep_ == "advcl" and any(n.lower_ == "for" and n.dep_ == "mark" for n in c.children))
               for c in verb.children if c.dep_ in ("prep", "npadvmod", "dative", "advmod", "advcl"))  # fmt: skip


def _timed(noun: Token) -> bool:
    """Whether a noun is a time or a name, as parsers may hang "for Athens" on it."""
    return (
        is_dated(noun)
        or noun.pos_ == "PROPN"
        or noun.lower_ in ("morning", "afternoon", "evening", "night", "day")
    )


def off_to(verb: Token) -> Token | None:
    """ "is off to Rome", "is back from Rome", "was away to": the word beside a form of "be" that moves its subject."""
    if verb.lemma_ != "be":
        return None
    return next(
        (
            c
            for c in verb.children
            if c.lower_ in ("off", "back", "home") and c.dep_ in ("advmod", "prt", "acomp", "prep")
        ),
        None,
    )


def calls(verb: Token) -> bool:
    """ "called in at Rome", "called at Rome": stopped there."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "advmod")}
    return verb.lemma_ == "call" and {"in", "at"} <= words and not objects_of(verb)


def leaves_for(verb: Token) -> bool:
    """ "left for Rome", "set off for", "headed to": told of the start of a journey."""
    return boards(verb) or (
        verb.lemma_.lower() in _LEAVING | {"embark", "head"}
        and (leads_on(verb) or any(c.lower_ == "to" for c in verb.children))
    )


def carried(verb: Token) -> bool:
    """ "was flown to Rome", "was driven to the palace": a passive that moves its subject."""
    return verb.lemma_.lower() in _CARRIED and any(c.dep_ == "auxpass" for c in verb.children)


def leads_suite(verb: Token) -> bool:
    """ "led a team of experts to Chad": who leads those who go goes with them."""
    return verb.lemma_ in ("lead", "head", "take", "bring") and any(
        o.lemma_.lower() in SUITES for o in objects_of(verb)
    )


def moves_things(verb: Token) -> bool:
    """ "returned the money to Rome", "left Rome off the list", "reached out to Rome", "came under fire in Rome": nobody goes
    anywhere.
    """
    words = {c.lower_ for c in verb.children}
    things = any(c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i - verb.i < 4 for c in verb.children)
    if verb.lemma_ in ("return", "pass"):
        return things
    if verb.lemma_ == "come":
        subject = subject_of(verb)
        return "under" in words or (subject is not None and subject.lemma_ in TRIPS)
    return (verb.lemma_ == "leave" and "off" in words) or (verb.lemma_ == "reach" and "out" in words)


def boards(verb: Token) -> bool:
    """ "boarded a plane for Rome"."""
    return verb.lemma_ == "board" and any(o.lemma_.lower() in _CRAFT for o in objects_of(verb))


def makes_way(verb: Token) -> bool:
    """ "made his way to Rome", "wended her way to"."""
    return verb.lemma_ in ("make", "wend", "retrace", "direct", "thread") and any(
        o.lower_ in _OWN and any(c.dep_ == "poss" for c in o.children) for o in objects_of(verb)
    )
