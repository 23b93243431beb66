"""Which nouns do something and which undergo it, as the tree has it: through passives, control, relatives and lists."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract import clauses
from summitry.graph.extract.clauses import across, astray, joined_to, said_to_be

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "obj", "dative")
_CITES = frozenset("quote cite report describe show picture".split())
_SENDS = frozenset("invite ask urge allow send dispatch expect order".split())
CLIMB = frozenset({"xcomp", "acomp", "conj", "advcl", "acl", "relcl", "ccomp", "pcomp", "aux"})


def verb_of(token: Token) -> Token:
    """The verb that governs a token (the token itself where it is one)."""
    while (token.pos_ not in ("VERB", "AUX") or token.dep_ == "prep") and token.head != token:
        token = token.head  # "following talks": no verb, whatever its form
    return token


def listed(token: Token) -> list[Token]:
    """A noun with everything coordinated to it: "A, B and C" from A."""
    found = [token]
    if token.dep_ == "pobj" and token.head.head.lower_ == "according":
        return found  # "According to A, B …": B goes on with something else
    for child in token.children:
        beside = child.dep_ == "appos" and child.pos_ == "PROPN" and not across(token, child)
        if (child.dep_ == "conj" or beside) and child.i > token.i and not clauses.left_out(child):
            found.extend(listed(child))
    further = astray(found[-1])
    return found if further is None else [*found, *listed(further)]


def subject_of(verb: Token, passive: bool = True) -> Token | None:
    """The subject of a verb, found upwards through "is due to …", "and …", "who …" where it has none of its own."""
    at = verb
    for _ in range(8):
        own = [c for c in at.children if c.dep_ in SUBJECTS and (passive or c.dep_ == "nsubj")]
        if own:
            before = [c for c in own if c.i < at.i and (len(own) == 1 or c.lower_ != "each")]
            subject = before[-1] if before else own[0]
            if subject.tag_ in ("WDT", "WP") and at.dep_ == "relcl":
                return clauses.described(at, subject)
            return subject
        over = clauses.told_over(at)
        if over is not None:
            at = over
            continue
        if at.dep_ in ("relcl", "acl") and (named := said_to_be(at.head)) is not None:
            return named
        agent = agent_of(at)
        if agent is not None and at == verb:
            return agent
        if at.dep_ in ("relcl", "acl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            if at.dep_ == "acl" and at.head.dep_ in OBJECTS and at.tag_ == "VB":
                at = verb_of(at.head)
                continue
            return clauses.right_before(at) or at.head
        if at.dep_ in CLIMB and at.head != at:
            if at.dep_ == "xcomp" and at.head.pos_ in ("VERB", "AUX", "ADJ"):
                theme = [c for c in at.head.children if c.dep_ in OBJECTS]
                if theme and at.head.lemma_ in _SENDS:
                    return theme[0]
            at = joined_to(at)
            continue
        if at.pos_ == "NOUN" and at.head != at:
            at = verb_of(at)
            continue
        if (
            (
                at.lower_ in ("after", "before", "since", "upon", "on", "while", "by")
                or (at.lower_ == "as" and at.head.lemma_ in _CITES)
            )
            and at.dep_ == "prep"
            and at.head != at
        ):  # "spoke after meeting X", "was quoted as saying"
            at = at.head
            continue
        return None
    return None


def agent_of(verb: Token) -> Token | None:
    """The "by …" of a passive."""
    return next(iter(agents_of(verb)), None)


def agents_of(verb: Token) -> list[Token]:
    """Every "by …" of a passive: "received by the president and by the speaker"."""
    found = []
    for child in verb.children:
        if child.dep_ == "agent":
            found += [noun for _, noun in _under(child)]
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, also as a bare participle: "Received by X, he …"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)


def objects_of(verb: Token) -> list[Token]:
    """The direct objects, or the passive subject."""
    found = [c for c in verb.children if c.dep_ in OBJECTS]
    if not found and is_passive(verb):
        found = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return found


def prepositions(token: Token, *words: str) -> Iterator[tuple[Token, Token]]:
    """The (preposition, its noun) pairs that hang from a token, for the given prepositions (all where none is given)."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "advmod") and (not words or child.lower_ in words):
            yield from _under(child)


def _under(preposition: Token) -> Iterator[tuple[Token, Token]]:
    """The nouns of a preposition, of one inside it ("from in") and of one beside it ("with A and with B")."""
    for noun in preposition.children:
        if noun.dep_ in ("pobj", "pcomp"):
            yield preposition, noun
        elif noun.dep_ == "prep":
            for inner in noun.children:
                if inner.dep_ == "pobj":
                    yield preposition, inner
        elif noun.dep_ == "conj" and noun.lower_ == preposition.lower_:
            yield from _under(noun)
