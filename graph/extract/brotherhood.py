"""Nations called brothers: "brotherly Chad", "our sister republic", "the two fraternal countries", "one nation, two states"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.bonds import TIES, owned, related, speaking, tied
from summitry.graph.extract.calling import calling
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.parties import all_sides, mention_at, sides, states_of
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_ABOUT = re.compile(
    r"\b(?:brother|sister|fraternal|kindred|one (?:people|nation)|same people|siblings?)", re.I
)
_KINDRED = frozenset("brotherly sisterly fraternal brother sister kindred".split())
_TOWNS = frozenset(
    "city cities town province party paper newspaper school university port company ship".split()
)
_NATIONS = frozenset("nation country state people republic kingdom land neighbour neighbor".split())


def brotherhoods(template: Template) -> Iterator[Finding]:
    """The states that a sentence calls kin."""
    if _ABOUT.search(template.text) is None:
        return
    for token in template.sentence:
        if token.i + 1 < len(token.doc) and token.nbor().lemma_.lower() in _TOWNS:
            continue  # "sister city relations"
        if token.lower_ in _KINDRED and token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
            yield from _kindred(template, token.head)
    for noun in triggers(template, frozenset({"people", "nation"}), "NOUN"):
        if any(c.lower_ in ("one", "same", "single") for c in noun.children):
            yield from _one(template, noun)


def _kindred(template: Template, noun: Token) -> Iterator[Finding]:
    """Of a noun that is called brotherly: who is, and whose brother it is."""
    lemma = noun.lemma_.lower()
    verb = verb_of(noun)
    if conditional(verb) or negated(verb):
        return
    if lemma in TIES:
        yield from tied(template, noun, "kin")
        return
    named = _states(template, noun, lemma)
    if len(named) > 1 and noun.tag_ == "NNS" and any(c.lower_ in ("two", "both") for c in noun.children):
        for a, b in combinations(named, 2):
            yield from related(template, noun, [a], [b], "kin")
        return
    keys = {e.key for e in named}
    whose = [e for e in _whose(template, noun) if e.key not in keys]
    yield from related(template, noun, whose, named, "kin")


def _states(template: Template, noun: Token, lemma: str) -> list[Entity]:
    """The states that are meant: "brotherly Chad", "the brotherly Republic of Chad", "called Chad a brotherly nation"."""
    mention = mention_at(template, noun)
    if mention is not None and mention.kind in (MentionKind.STATE, MentionKind.METONYM):
        return [e for e in sides(template, noun) if e.kind is EntityKind.STATE]
    if lemma not in _NATIONS:
        return []
    of = (
        [e for _, n in prepositions(noun, "of") for e in sides(template, n)]
        if noun.tag_ == "NNS" or lemma != "people"
        else []
    )
    beside = [e for c in noun.children if c.dep_ == "appos" for e in sides(template, c)]
    adjectives = [m for c in noun.children if c.dep_ == "amod" and (m := mention_at(template, c)) is not None]
    people = [e for m in adjectives for e in template.reading.entities(m) if e.kind is EntityKind.STATE]
    said = calling(noun)
    called = states_of(template, said.called) if said is not None else []
    if called:
        return called
    if noun.dep_ == "appos" or (
        noun.dep_ in ("compound", "nmod") and mention_at(template, noun.head) is not None
    ):
        return states_of(template, [noun.head])
    return people or beside or of


def _whose(template: Template, noun: Token) -> list[Entity]:
    """Whose brother a nation is: whoever owns it, calls it so, speaks of it, or does something to it."""
    said = calling(noun)
    found = owned(template, noun)
    if not found and said is not None:
        found = all_sides(template, [n for _, n in prepositions(noun, "of", "to")]) or all_sides(
            template, said.callers
        )
    if not found:
        found = speaking(template, noun)
    verb = verb_of(noun)
    if not found and verb.pos_ == "VERB":
        done = roles(verb)
        found = all_sides(template, done.doers)
    return [e for e in found if e.kind is EntityKind.STATE][:1]


def _one(template: Template, noun: Token) -> Iterator[Finding]:
    """ "A and B are one nation": two states that are said to be of one people."""
    said = calling(noun)
    if said is None or said.verb.lemma_ != "be" or negated(said.verb) or conditional(said.verb):
        return
    called = [
        t
        for t in said.called
        if (m := mention_at(template, t)) is not None and m.kind in (MentionKind.STATE, MentionKind.CITY)
    ]
    named = states_of(template, called)
    if len(named) == 2:
        yield from related(template, noun, named[:1], named[1:], "kin")
