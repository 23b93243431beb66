"""Who does what a verb says, and to what: passives, participles, relatives, control and gerunds in one shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.extract.arguments import (
    OBJECTS,
    SUBJECTS,
    agents_of,
    is_passive,
    listed,
    prepositions,
    subject_of,
)
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.template import Template


@dataclass(frozen=True, slots=True)
class Roles:
    """The nouns of a verb's doers and of what it is done to."""

    doers: tuple[Token, ...]
    themes: tuple[Token, ...]


def roles(verb: Token) -> Roles:
    """Who does what a verb says, and to what, in any construction."""
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not _has_subject(verb)):
        subject = [c for c in verb.children if c.dep_ == "nsubjpass"]
        if not subject and verb.dep_ in ("acl", "relcl", "amod"):
            subject = [verb.head]
        if not subject and verb.dep_ == "conj":
            above = subject_of(verb.head)
            subject = [above] if above is not None else []
        return Roles(tuple(agents_of(verb)), tuple(map(antecedent, subject)))
    doer = _doer(verb)
    themes = [c for c in verb.children if c.dep_ in OBJECTS]
    if not themes and verb.dep_ == "relcl" and _has_subject(verb) and verb.head != doer:
        themes = [verb.head]  # "the jets that Russia sold", "the jets Russia sold"
    if not themes and verb.dep_ != "conj":
        themes = [o for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" for o in c.children if o.dep_ in OBJECTS]  # fmt: skip
    row = [
        c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i
    ]  # "Chad, Mali, Niger recognised": each a subject
    doers = row if len(row) > 1 else [doer] if doer is not None else []
    return Roles(tuple(map(antecedent, doers)), tuple(map(antecedent, themes)))


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _doer(verb: Token) -> Token | None:
    """The subject of an active verb, through control and gerunds behind any preposition."""
    at = verb
    for _ in range(3):
        subject = subject_of(at)
        if subject is not None:
            return subject
        if at.dep_ == "pcomp" and at.head.dep_ == "prep":
            at = at.head.head
            if at.pos_ in ("NOUN", "PROPN"):
                while at.pos_ in ("NOUN", "PROPN", "ADP") and at.head != at:
                    at = at.head
            continue
        return None
    return None


def around(template: Template, verb: Token, themes: Sequence[Token], *words: str) -> list[Token]:
    """The nouns of prepositions that hang from a verb or, as parsers often have it, from what it is done to."""
    places = [verb, *(n for t in themes for n in listed(t))]
    return [noun for place in places for _, noun in prepositions(place, *words)]


def triggers(template: Template, lemmas: frozenset[str], *tags: str) -> Iterator[Token]:
    """The words of a sentence with one of the lemmas that are no part of a name."""
    at = template.passage.mention_at
    for token in template.sentence:
        if token.lemma_.lower() in lemmas and token.pos_ in tags and token.i not in at:
            yield token
