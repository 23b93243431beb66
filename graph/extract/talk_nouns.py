"""Nouns that tell of people who meet or speak: "talks", "a working dinner", "an exchange of views"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import prepositions

_NOUNS = frozenset("meeting talk discussion negotiation conversation consultation call dinner lunch breakfast audience encounter "
                   "tete-a-tete tête-à-tête tête tete dialogue summit handshake trilateral bilateral one-on-one sitdown sit-down huddle "
                   "banquet teleconference videoconference engagement chat meal parley get-together heart-to-heart pull-aside tea coffee".split())  # fmt: skip
_JOINT = frozenset("conference session".split())  # "a press conference with X"
MEALS = frozenset("dinner lunch breakfast banquet reception meal".split())
_SESSIONS = frozenset("session exchange".split())  # with somebody, or of two
_ONWARD = frozenset("with to towards toward for behind about of".split())
_SPELLS = frozenset("hour minute".split())  # "had an hour with X"
_ADJECTIVES = frozenset("trilateral bilateral".split())
_HELD = ("NOUN", "PROPN")
HOLD = frozenset("use complete interrupt get enjoy attend join host give throw tell address chair hold have conduct start begin open continue conclude end finish resume wrap enter kick plan schedule expect "
                  "leave lead launch arrange pay receive make place take".split())  # fmt: skip
_PARTS = frozenset(
    "day round hour series tour string flurry set session number couple morning afternoon evening night week weekend minute "
    "first second third last latest next final phase leg stage".split()
)  # "two days of talks"


def is_meeting(noun: Token) -> bool:
    """Whether a noun tells of people who meet or speak."""
    lemma = noun.lemma_.lower()
    if lemma in ("tête", "tete") and noun.dep_ in ("compound", "amod"):
        return False
    if noun.pos_ not in _HELD and not (lemma in _ADJECTIVES and noun.dep_ in ("dobj", "pobj", "nsubj")):
        return False
    if lemma == "call" and any(prepositions(noun, "for")) and not any(prepositions(noun, "with", "between")):
        return False  # "joined calls for a ceasefire"
    words = {c.lower_ for c in noun.children}
    shared = any(prepositions(noun, "with", "between"))
    return (
        lemma in _NOUNS
        or (lemma in _SESSIONS and (shared or (noun.dep_ == "dobj" and noun.head.lemma_ in ("hold", "have"))))
        or (lemma in _SPELLS and shared and noun.head.lemma_ in ("get", "have"))
        or (lemma == "face" and noun.doc[noun.i : noun.i + 5].text.lower().startswith("face-to-face"))
        or (lemma in _JOINT and bool(words & {"press", "news", "joint", "video"}))
        or (lemma == "reception" and bool(honoured(noun)))
        or (lemma == "communication" and bool(words & {"phone", "telephone", "telephonic", "video"}))
        or (lemma == "visit" and "courtesy" in words)
        or (lemma == "visit" and shared and not any(prepositions(noun, "to", "by", "from", "of")))
        or (lemma == "view" and noun.head.head.lower_ == "exchange")
    )


def process(noun: Token) -> bool:
    """ "move forward with the dialogue between A and B", "progress in talks": what goes on for long, whatever day stands in its clause."""
    under = noun.dep_ == "pobj" and noun.head.lower_ in _ONWARD and whole_of(noun) == noun
    return under and not any(prepositions(noun, "in", "on", "at"))


def whole_of(noun: Token) -> Token:
    """ "two days of talks", "an exchange of views": the noun that stands for the meeting in its clause."""
    of = noun.head
    parts = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ in ("NOUN", "ADJ")
    return of.head if parts and (of.head.lemma_ in _PARTS or of.head.lower_ == "exchange") else noun


def honoured(noun: Token) -> list[Token]:
    """For whom a meal is given: "a dinner for X", "a banquet in honour of X"."""
    found = [n for _, n in prepositions(noun, "for")]
    for at in (noun, noun.head):
        for _, honour in prepositions(at, "in"):
            if honour.lower_ in ("honour", "honor"):
                found += [n for _, n in prepositions(honour, "of")]
    return found
