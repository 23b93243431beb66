"""Allies by their pacts: "the alliance between A and B", "bound by treaty to defend B", "come to each other's aid"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import EntityKind, Finding
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.bonds import pairs_of, related
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.parties import mention_at, states_of
from summitry.graph.extract.roles import roles
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_OTHER_ALLIANCES = frozenset(
    "electoral political trade business airline opposition coalition customs energy solar climate ruling parliamentary governing "
    "rebel democratic wartime atlantic western global international transatlantic world pacific military-led".split()
)
_OBLIGED = frozenset("oblige bind commit require compel pledge undertake promise vow obligate".split())
_AID = frozenset("aid help defence defense assistance rescue".split())
STATE_KINDS = frozenset({MentionKind.STATE, MentionKind.DEMONYM, MentionKind.METONYM, MentionKind.CITY})
PACTS = frozenset("treaty pact agreement accord clause alliance".split())


def club(template: Template, token: Token) -> bool:
    """Whether a word names something else than a state: "a NATO ally"."""
    mention = mention_at(template, token)
    return mention is not None and mention.kind not in STATE_KINDS


def binding(template: Template, noun: Token) -> bool:
    """Whether a pact or an alliance binds its parties to help each other."""
    words = {t.lower_ for c in noun.children if c.i < noun.i for t in (c, *c.children)}
    if noun.lemma_.lower() == "alliance":
        return not words & _OTHER_ALLIANCES and not any(club(template, c) for c in noun.children)
    return bool(words & {"mutual", "collective"}) and bool(words & (_AID | {"security"}))


def pacted(template: Template, noun: Token) -> Iterator[Finding]:
    for a, b in pairs_of(template, noun):
        if a.kind is EntityKind.STATE and b.kind is EntityKind.STATE:
            yield from related(template, noun, [a], [b], "ally")


def defending(template: Template, verb: Token) -> Iterator[Finding]:
    """ "Japan, which the Americans are obliged by treaty to defend", "come to each other's aid"."""
    whom = _defended(verb)
    if not whom or not any(t.lemma_.lower() in PACTS or t.lower_ == "article" for t in template.sentence):
        return
    bound = verb.head if verb.dep_ in ("xcomp", "advcl", "ccomp") else verb
    if verb.dep_ == "pcomp":  # "committed to defending"
        bound = verb.head.head
    if bound.lemma_ not in _OBLIGED and not any(c.lower_ in ("must", "shall") for c in verb.children):
        return
    if negated(bound) or negated(verb) or conditional(bound):
        return
    done = roles(bound)
    who = [t for t in (*done.themes, *done.doers, *roles(verb).doers) if t.lemma_.lower() not in PACTS]
    states = next((found for t in who if (found := states_of(template, [t]))), [])
    if any(t.lower_ in ("other", "another") for w in whom for t in w.subtree):
        yield from related(template, verb, states[:1], states[1:], "ally")
    else:
        yield from related(template, verb, states, states_of(template, whom), "ally")


def _defended(verb: Token) -> list[Token]:
    if verb.lemma_ != "come":
        return [c for c in verb.children if c.dep_ == "dobj"]
    aid = [n for _, n in prepositions(verb, "to") if n.lemma_ in _AID]
    return [c for n in aid for c in (*(c for c in n.children if c.dep_ == "poss"), *(o for _, o in prepositions(n, "of")))]  # fmt: skip
