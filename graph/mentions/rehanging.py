"""A parsed passage -> the same with words hung where they belong that parsers hang on a saying put in between.

"He accused X, in a call with Y, his office said", "X will meet Y, she said on Monday, in their first talks since May": both
tell of what is said, none of the saying.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

_SAY = frozenset(
    "say report announce add state tell confirm reveal note explain write claim disclose".split()
)
_SUBJECTS = ("nsubj", "nsubjpass")
_HANGING = ("prep", "advcl", "npadvmod")
_OWN = frozenset({"their", "what"})


def rehang(doc: Doc) -> None:
    """Moves what stands before the subject of a saying, or behind it with "their", to the verb of what is said."""
    for verb in [t for t in doc if t.pos_ == "VERB" and t.lemma_ in _SAY]:
        told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
        who = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if told is None or who is None or told.pos_ not in ("VERB", "AUX"):
            continue
        for child in [c for c in verb.children if c.dep_ in _HANGING]:
            if told.i < child.i < who.left_edge.i or _theirs(verb, child):
                child.head = told


def _theirs(verb: Token, child: Token) -> bool:
    """ ", in their first talks since …" behind a saying."""
    if child.i < verb.i or child.dep_ != "prep" or child.nbor(-1).text != ",":
        return False
    return any(c.lower_ in _OWN for n in child.children if n.dep_ in ("pobj", "pcomp") for c in n.children)
