"""A sentence's pieces -> each further predicate of its subjects, as a sentence of its own.

"Armenia hosts a base and is a member of the pact" has "Armenia is a member of the pact" in it, so that a pattern which
begins with whoever does something need not foresee what else they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.extract.trimming import Piece

_SUBJECTS = ("nsubj", "nsubjpass")
_MOST = 3  # further predicates of a sentence that are looked at


def predicates(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each coordinated predicate that names somebody, behind those of its subjects."""
    at = {piece.token.i: k for k, piece in enumerate(pieces)}
    found = 0
    for piece in pieces:
        verb = piece.token
        if piece.slot or verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX") or found == _MOST:
            continue
        subjects = _subjects(verb)
        owners = sorted(at[t.i] for t in subjects if t.i in at and pieces[at[t.i]].slot)
        first = min((at[t.i] for t in _opening(verb) if t.i in at), default=None)
        if not owners or len(owners) < len(subjects) or first is None or owners[-1] >= first:
            continue
        last = max(at[t.i] for t in verb.subtree if t.i in at)
        if any(p.slot or p.text.lower() == "it" for p in pieces[first : last + 1]):
            found += 1
            yield [*_joined(pieces, owners), *pieces[first : last + 1]]


def _subjects(verb: Token) -> list[Token]:
    """Whose predicate a verb is: the subjects of the verb that it is joined to; none where it has one of its own."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in ("VERB", "AUX"):
        if any(c.dep_ in (*_SUBJECTS, "expl") for c in at.children):
            return []
        at = at.head
    own = [c for c in at.children if c.dep_ in _SUBJECTS and c.i < at.i]
    return [t for s in own for t in (s, *_listed(s))]


def _listed(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _listed(child)


def _opening(verb: Token) -> Iterator[Token]:
    """The verb with its auxiliaries."""
    yield verb
    yield from (c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i)


def _joined(pieces: Sequence[Piece], owners: Sequence[int]) -> Iterator[Piece]:
    """The subjects with what stands between them: "A, B and C"; far ones alone."""
    for n, k in enumerate(owners):
        if n:
            before = owners[n - 1] + 1
            between = pieces[before:k]
            yield from between if len(between) < 4 else pieces[k - 1 : k]
        yield pieces[k]
