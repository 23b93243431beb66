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

_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


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
        if not subject and (verb.dep_ == "conj" or verb.head.lemma_ == "be"):  # "was, in 2008, attacked"
            above = subject_of(verb.head)
            subject = [above] if above is not None else []
        return Roles(tuple(agents_of(verb)), tuple(map(antecedent, subject)))
    doer = _doer(verb)
    themes = [c for c in verb.children if c.dep_ in OBJECTS]
    if not themes and verb.dep_ == "relcl" and _has_subject(verb) and verb.head != doer and not _placed(verb):
        themes = [verb.head]  # "the jets that Russia sold", "the jets Russia sold"
    if not themes and verb.dep_ != "conj":
        themes = [o for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" for o in c.children if o.dep_ in OBJECTS]  # fmt: skip
    row = [
        c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i
    ]  # "Chad, Mali, Niger recognised": each a subject
    doers = row if len(row) > 1 else [doer] if doer is not None else []
    return Roles(tuple(map(antecedent, doers)), tuple(map(antecedent, themes)))


def _placed(verb: Token) -> bool:
    """Whether a relative clause says where, whose or with what: "from whose soil they marched"."""
    return any(
        t.tag_ in ("WRB", "WP$") or (t.tag_ in ("WDT", "WP") and t.dep_ == "pobj")
        for t in verb.subtree
        if t.i < verb.i
    )


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
    for token, lemma, tag in _words(template):
        if lemma in lemmas and tag in tags:
            yield token


def _words(template: Template) -> list[tuple[Token, str, str]]:
    """The verbs, nouns and adjectives of a sentence that are no part of a name, worked out once."""
    notes = template.reading.notes.setdefault("words", {})
    key = template.passage.starts[template.sentence.start]
    if key not in notes:
        at = template.passage.mention_at
        notes[key] = [
            (t, t.lemma_.lower(), t.pos_) for t in template.sentence if t.pos_ in _CONTENT and t.i not in at
        ]
    found: list[tuple[Token, str, str]] = notes[key]
    return found
