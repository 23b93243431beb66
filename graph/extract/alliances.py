"""Alliances and partnerships by the parse: "seen as Russia's closest ally", "the two with which it has strategic partnerships".

The phrases of `relations` know how news usually puts it; here adverbs, asides and subjects that stand far off make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.arguments import prepositions, subject_of, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import all_sides, named_as, named_before, owners, sides
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import HYPOTHETICAL, plain

_FORMER = frozenset(
    "former erstwhile once ex potential possible would-be no onetime one-time old natural unlikely".split()
)
_ABOUT = re.compile(r"\ball(?:y|ies|ied)\b|[Ss]trategic")
_TAIWAN = "state/taiwan"  # its allies are those who recognise it


def alliances(template: Template) -> Iterator[Finding]:
    """The allies and strategic partners that a sentence tells of."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, frozenset({"ally"}), "NOUN"):
        yield from _ally(template, noun)
    for verb in triggers(template, frozenset({"ally", "allied"}), "VERB", "ADJ"):
        yield from _allied(template, verb)
    for noun in triggers(template, frozenset({"partnership", "partner"}), "NOUN", "PROPN"):
        if any(c.lemma_.lower() == "strategic" for c in noun.children):
            yield from _partners(template, noun)


def related(
    template: Template, trigger: Token, a: list[Entity], b: list[Entity], kind: str
) -> Iterator[Finding]:
    """A relation of some with others, each pair once."""
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for one in a:
        for other in b:
            if one.key != other.key and not (kind == "ally" and _TAIWAN in (one.key, other.key)):
                yield Finding(Relation(one, other, kind), (evidence,), 0.85, f"relation.{kind}")


def _ally(template: Template, noun: Token) -> Iterator[Finding]:
    """ "X, an ally of Y", "Y's ally X", "X is seen as Y's closest ally"."""
    words = {c.lower_ for c in noun.children if c.dep_ in ("amod", "advmod", "det", "compound", "neg")}
    if words & _FORMER or any(c.lower_ == "between" for c in noun.children):
        return
    whose = [e for e in owners(template, noun, 1) if e.kind is EntityKind.STATE]
    whose += [
        e for e in all_sides(template, [n for _, n in prepositions(noun, "of", "to")]) if e not in whose
    ]
    whose = [e for e in whose if e.kind is EntityKind.STATE]
    who = [e for e in named_as(template, noun) if e.kind is EntityKind.STATE]
    yield from related(template, noun, who, whose, "ally")


def _allied(template: Template, verb: Token) -> Iterator[Finding]:
    """ "Belarus, traditionally allied with Russia"."""
    with_whom = [e for _, n in prepositions(verb, "with", "to") for e in sides(template, n)]
    if not with_whom or not plain(verb):
        return
    head = verb.head if verb.dep_ in ("acl", "amod", "relcl", "appos", "advcl") else subject_of(verb)
    if head is not None and head.pos_ == "VERB":
        head = subject_of(head)
    who = sides(template, antecedent(head)) if head is not None else []
    states = [[e for e in side if e.kind is EntityKind.STATE] for side in (who, with_whom)]
    yield from related(template, verb, states[0], states[1], "ally")


def _partners(template: Template, noun: Token) -> Iterator[Finding]:
    """ "their strategic partnership", "raised ties with Y to a strategic partnership", "the X-Y strategic partnership"."""
    verb = verb_of(noun)
    if verb.pos_ in ("VERB", "AUX") and (not _plain_enough(verb) or negated(verb)):
        return
    if {c.lower_ for c in noun.children} & _FORMER:
        return
    between = all_sides(template, [n for _, n in prepositions(noun, "between", "of", "among")])
    if noun.lemma_.lower() == "partner":
        yield from related(
            template,
            noun,
            named_as(template, noun),
            owners(template, noun, 1) or between,
            "strategic_partner",
        )
        return
    pair = named_before(template, noun)
    if len(between) == 2 or len(pair) == 2:
        two = between if len(between) == 2 else pair
        yield from related(template, noun, two[:1], two[1:], "strategic_partner")
        return
    themes = [noun, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "prep"))]
    others = all_sides(template, around(template, verb, themes, "with"))
    who = all_sides(template, roles(verb).doers) if verb.pos_ in ("VERB", "AUX") else []
    who = pair or [e for e in who if e.key not in {o.key for o in others}]
    if noun.dep_ == "dobj" and verb.dep_ == "relcl" and not others:
        others = sides(template, verb.head)  # "the two with which Vietnam has …"
    if others:
        yield from related(template, noun, who, others, "strategic_partner")
    elif len(who) == 2 and verb.pos_ == "VERB" and verb.lemma_ not in ("have", "say", "make"):
        yield from related(template, noun, who[:1], who[1:], "strategic_partner")


def _plain_enough(verb: Token) -> bool:
    """What is agreed on counts here; what is wished, supposed or may be does not."""
    if conditional(verb) or denied(verb):
        return False
    at = verb
    for _ in range(4):
        if {c.lower_ for c in at.children if c.dep_ == "aux"} & HYPOTHETICAL:
            return False
        if at != verb and at.lemma_.lower() in ("want", "hope", "hop", "wish", "propose", "urge", "ask", "seek", "expect", "refuse", "fail", "call"):  # fmt: skip
            return False
        if at.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "prep") or at.head == at:
            return True
        at = at.head
    return True
