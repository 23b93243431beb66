"""What the verb above another says of it: "had been due to", "was the first to", "was in Rome to", "is billed to", "before ending"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.status_words import ARRIVES, REPORT

_DUE = frozenset("due schedule plan expect slate set book".split())
_ENDS = frozenset("end conclude finish wrap complete close cap".split())
_RANKS = frozenset("first second third last latest only highest youngest".split())


def had_been(governor: Token) -> bool:
    """ "had been due": a plan that is told because nothing came of it."""
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")} | {verb.lower_}
    return "had" in words and "been" in words and governor.lemma_ in _DUE


def ranked(verb: Token) -> bool:
    """ "was the first leader to visit", "became the only president to do so": of what somebody did, not of what he is to do."""
    rank = next((c for c in verb.children if c.dep_ in ("attr", "oprd")), None)
    if rank is None or verb.lemma_ not in ("be", "become"):
        return False
    return rank.lower_ == "president" or any(c.lower_ in _RANKS for c in rank.children)


def one_of(governor: Token, infinitive: Token) -> bool:
    """ "were among the leaders to arrive", "the first to arrive was …": so did those named."""
    if governor.lemma_ == "be":
        return any(c.dep_ == "prep" and c.lower_ == "among" and c.i < infinitive.i for c in governor.children)
    return governor.lower_ in _RANKS and governor.head.lemma_ == "be"


def cut_short(verb: Token) -> bool:
    """ "before ending his visit": what had begun by then."""
    return verb.lemma_ in _ENDS and verb.dep_ == "pcomp" and verb.head.lower_ == "before"


def came(verb: Token, governor: Token) -> bool:
    """ "visited a factory before arriving in Rome": he did arrive."""
    return verb.lemma_ in ARRIVES and governor.tag_ == "VBD" and governor.lemma_ not in REPORT


def somewhere(verb: Token) -> bool:
    """Whether a form of "be" says where: "was in Rome"."""
    return any(
        c.dep_ == "prep" and c.lower_ in ("in", "at") and any(n.pos_ == "PROPN" for n in c.children)
        for c in verb.children
    )


def told_to(governor: Token) -> bool:
    """ "is billed to", "has been asked to": a passive that points ahead."""
    return any(c.dep_ == "auxpass" and c.lower_ in ("is", "are", "'s") for c in governor.children)
