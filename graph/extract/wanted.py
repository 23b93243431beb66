"""Arrest warrants by the parse: who issued one for whom, in any construction; states and their courts issue them too."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Warrant
from summitry.graph.extract.arguments import agents_of, prepositions, verb_of
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import mention_at, owners, sides
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.when import When
from summitry.graph.extract.wishing import happened, plain

_ISSUING = frozenset("issue release approve confirm grant sign unseal".split())
_ISSUERS = (EntityKind.ORGANISATION, EntityKind.BODY, EntityKind.STATE)


def wanted(template: Template, when: When) -> Iterator[Finding]:
    """The warrants and indictments that a sentence tells of."""
    if "warrant" in template.text:
        for noun in triggers(template, frozenset({"warrant"}), "NOUN"):
            yield from _warrant(template, noun, when)
    if "indict" in template.text:
        for verb in triggers(template, frozenset({"indict"}), "VERB"):
            if happened(verb):
                done = roles(verb)
                yield from _told(
                    template, verb, _issuers(template, done.doers), _people(template, done.themes), when
                )


def _warrant(template: Template, noun: Token, when: When) -> Iterator[Finding]:
    verb = verb_of(noun)
    issued = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _ISSUING]
    issuers = _issuers(template, [n for v in issued for n in (agents_of(v) or roles(v).doers)])
    behind = [noun, *issued]
    trigger = noun
    if verb.pos_ == "VERB" and verb.lemma_.lower() in _ISSUING and noun.dep_ in ("dobj", "nsubjpass"):
        if not happened(verb):
            return
        issuers = issuers or _issuers(template, roles(verb).doers)
        behind.append(verb)
        trigger = verb
    elif not issued:
        if verb.pos_ == "VERB" and not plain(verb):
            return
        issuers = [e for e in owners(template, noun) if e.kind in _ISSUERS]
    people = [
        e
        for at in behind
        for _, n in prepositions(at, "for", "against", "on")
        for e in _people(template, [n])
    ]
    yield from _told(template, trigger, issuers, people, when)


def _issuers(template: Template, tokens: list[Token] | tuple[Token, ...]) -> list[Entity]:
    """The court, or the state whose authorities issue a warrant."""
    found: list[Entity] = []
    for token in tokens:
        mention = mention_at(template, token)
        named = list(template.reading.entities(mention)) if mention is not None else []
        found += [e for e in named if e.kind in _ISSUERS] or [
            e for e in sides(template, token) if e.kind in _ISSUERS
        ]
    return found[:1]


def _people(template: Template, tokens: list[Token] | tuple[Token, ...]) -> list[Entity]:
    """The people of a row, whatever posts and kin stand between: "for Libya's leader A, his son B and the country's C, D"."""
    found: dict[str, Entity] = {}
    for token in tokens:
        for item in (
            token,
            *(t for t in token.subtree if t.dep_ in ("conj", "appos", "compound", "nmod") and t.i > token.i),
        ):
            mention = mention_at(template, item)
            entities = template.reading.entities(mention) if mention is not None else ()
            for entity in entities:
                if entity.kind is EntityKind.PERSON:
                    found.setdefault(entity.key, entity)
    return list(found.values())


def _told(
    template: Template, trigger: Token, issuers: list[Entity], people: list[Entity], when: When
) -> Iterator[Finding]:
    if not issuers or not people:
        return
    date = when.of(template.passage, trigger, Status.OCCURRED).start
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for person in people:
        yield Finding(Warrant(issuers[0], person, date), (evidence,), 0.85, "warrant")
