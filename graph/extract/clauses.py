"""What a clause hangs from that parsers hang elsewhere: "Chad, which he visited", "Bamako, where he travelled"."""

from __future__ import annotations

from spacy.tokens import Span, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_LEADS = frozenset("det amod compound poss nmod".split())  # what stands before a name and hangs from it
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


def across(token: Token, name: Token) -> bool:
    """Whether the verb stands between a subject and a name behind it, which parsers put beside it all the same."""
    return token.dep_ in _SUBJECTS and token.i < token.head.i < name.i


def astray(last: Token) -> Token | None:
    """ "to meet A, and B in Rome": the name behind a list that parsers join to the verb instead of to the name before it."""
    at = last.right_edge.i + 1
    words = last.doc[at : at + 2]
    if last.pos_ != "PROPN" or len(words) < 2 or words[0].text != "," or words[1].lower_ != "and":
        return None
    after = last.doc[at + 2] if at + 2 < last.sent.end else None
    while after is not None and after.dep_ in _LEADS and after.head.i > after.i:
        after = after.head
    if after is None or after.dep_ != "conj" or after.pos_ != "PROPN" or after.head.pos_ != "VERB":
        return None
    return after if after.head.i < last.i else None


def joined_to(verb: Token) -> Token:
    """The verb that another is joined to: "X will visit Chad, his office said, and hold talks", not the saying put in between."""
    head = verb.head
    told = verb.dep_ == "conj" and verb.tag_ == "VB" and head.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    if not told or any(c.dep_ in ("aux", *_SUBJECTS) for c in verb.children):
        return head
    plans = (c for c in head.children if c.dep_ == "ccomp" and c.i < head.i and c.tag_ == "VB")
    return next(plans, head)


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
            return _described(token)
        if token.pos_ in ("NOUN", "VERB") and token.lower_ not in (
            "way",
            "morning",
            "afternoon",
            "evening",
            "night",
        ):
            return None
    return None


def _described(name: Token) -> Token:
    """ "Baku, the capital of Azerbaijan, where …": what the words with a name in them tell of."""
    noun = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "of" else name
    return noun.head if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN" else name
