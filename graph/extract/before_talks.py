"""Whose meeting it is, by the names before its noun: "the Trump-Kim summit", "X and Y's talks"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.extract.actors import actors_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading


def hyphened(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """ "the Trump-Kim summit", "the Modi–Xi talks": the two before the noun, for parsers one inside the other."""
    names = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod", "poss") and c.i < noun.i]
    names += [
        inner for c in names for inner in c.children if inner.dep_ in ("compound", "nmod", "amod", "npadvmod")
    ]
    people = [
        e for c in sorted(names, key=lambda t: t.i) for e in actors_at(reading, passage, c, people_only=True)
    ]
    dashed = any(t.text in ("-", "–", "—") for t in noun.doc[max(0, noun.i - 6) : noun.i])
    return people if dashed and len({p.key for p in people}) == 2 else []


def shared_owner(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """ "X and Y's meeting": for parsers X, and the meeting of Y."""
    first = noun.head
    if noun.dep_ != "conj" or first.i + 1 >= noun.i or noun.doc[first.i + 1].lower_ != "and":
        return []
    second = next((c for c in noun.children if c.dep_ == "poss" and c.i == first.i + 2), None)
    if second is None:
        return []
    people = [actors_at(reading, passage, t, people_only=True)[:1] for t in (first, second)]
    return [*people[0], *people[1]] if all(people) else []
