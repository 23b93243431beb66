"""What a relative clause hangs from: "Chad, which he visited", "Bamako, where he travelled"."""

from __future__ import annotations

from spacy.tokens import Span, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = ("nsubj", "nsubjpass", "dobj")


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for: "Chad, which he visited" (the token itself where it is none)."""
    if token.tag_ not in ("WDT", "WP", "WP$") and not (token.lower_ == "that" and token.dep_ in _PARTS):
        return token
    at = token
    for _ in range(6):
        at = at.head
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ == "ccomp" and at.head.lemma_ == "be":  # "it was Chad that …"
            return _cleft(at.head) or token
        if at.head == at:
            return token
    return token


def said_to_be(noun: Token) -> Token | None:
    """ "the last president to visit was X", "among those visiting were X and Y": who a noun is said to be."""
    among = noun.dep_ == "pobj" and noun.head.lower_ == "among" and noun.head.i < noun.head.head.i
    verb = noun.head.head if among else noun.head
    if verb.lemma_ != "be" or not (among or noun.dep_ in _SUBJECTS):
        return None
    found = (
        c for c in verb.children if c.dep_ in ("attr", *_SUBJECTS) and c.pos_ == "PROPN" and c.i > verb.i
    )
    return next(found, None)


def _cleft(verb: Token) -> Token | None:
    """Whom "it was Chad that …" names."""
    if not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "attr"), None)


def place_clause(verb: Token) -> Token | None:
    """The noun that a clause of place describes: "Bamako, where he travelled last week"."""
    at = verb
    for _ in range(4):
        if at.dep_ == "relcl":
            where = next((c for c in _near_before(verb) if c.lower_ == "where" and at.is_ancestor(c)), None)
            return _before(where) or at.head if where is not None else None
        if at.dep_ not in ("conj", "xcomp", "ccomp") or at.head == at:
            return None
        at = at.head
    return None


def _near_before(verb: Token) -> Span:
    """The words that stand shortly before a verb in its sentence."""
    return verb.doc[max(verb.sent.start, verb.i - 40) : verb.i]


def _before(where: Token) -> Token | None:
    """The name right before "where", days left aside: parsers hang "A, B and C, where …" on A."""
    for i in range(where.i - 1, max(where.sent.start, where.i - 7) - 1, -1):
        token = where.doc[i]
        if token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME"):
            return token
        if token.pos_ in ("NOUN", "VERB") and token.lower_ not in (
            "way",
            "morning",
            "afternoon",
            "evening",
            "night",
        ):
            return None
    return None
