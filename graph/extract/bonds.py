"""Whom a noun ties to whom: "the alliance between A and B", "its partnership with B", "raised relations with B to …".

Both ends are looked for wherever the parse may have them: beside the noun, at the verb it hangs from, at the relations that are raised
to it, and, where only one end is named, with whoever speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Relation
from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, prepositions, verb_of
from summitry.graph.extract.calling import speakers_of
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import all_sides, mention_at, named_before, owners, sides
from summitry.graph.extract.roles import around, roles
from summitry.graph.extract.statehood import said_of
from summitry.graph.extract.template import Template

Pairs = list[tuple[Entity, Entity]]
TIES = frozenset("relation tie relationship link bond cooperation friendship partnership interaction".split())
_BETWEEN = ("between", "among", "amongst", "of", "linking", "uniting", "binding")
_BOTH = frozenset("both they them two".split())
_SIGNING = frozenset(
    "sign conclude agree seal announce proclaim declare establish form forge launch have share enjoy enter build create raise lift elevate "
    "upgrade promote bring take turn transform adopt establish strengthen deepen bind link tie unite develop inaugurate formalise "
    "formalize set start become renew cement boast maintain expand reaffirm confirm celebrate advance describe call consider".split()
)


def related(
    template: Template, trigger: Token, a: list[Entity], b: list[Entity], kind: str
) -> Iterator[Finding]:
    """A relation of some with others."""
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for one in a:
        for other in b:
            said = said_of(one, other, kind)
            if said is not None:
                yield Finding(Relation(one, other, said), (evidence,), 0.85, f"relation.{said}")


def tied(template: Template, noun: Token, kind: str) -> Iterator[Finding]:
    """The relation that a noun like "alliance" or "relations" states of those whom it ties to each other."""
    for a, b in pairs_of(template, noun):
        yield from related(template, noun, [a], [b], kind)


def pairs_of(template: Template, noun: Token) -> Pairs:
    """The pairs of states and clubs that a noun like "alliance" or "relations" ties to each other."""
    return _joined(template, noun) or _raised(template, noun)


def _joined(template: Template, noun: Token) -> Pairs:
    between = all_sides(template, [n for _, n in prepositions(noun, *_BETWEEN)])
    before = named_before(template, noun)
    for group in (between, before):
        if len(group) > 1:
            return list(combinations(group, 2))
    own = before or between or owned(template, noun)
    if len(own) > 1:
        return list(combinations(own, 2))
    return _across(template, noun, own)


def owned(template: Template, noun: Token) -> list[Entity]:
    """Whose something is; "their" and "the two countries'" are those spoken of, "our" is said by the state of whoever speaks."""
    for child in noun.children:
        if child.dep_ != "poss":
            continue
        if child.lower_ in ("our", "my"):
            return speaking(template, noun)
        if child.lower_ == "their":
            return theirs(template, child)
    return owners(template, noun, 1)


def theirs(template: Template, token: Token) -> list[Entity]:
    """Whom "they", "their" and "both" mean: the several subjects of the clause, else the pair that was spoken of last."""
    verb = verb_of(token)
    above = verb.head.children if verb.dep_ == "ccomp" else ()  # "A and B announced that they would …"
    for subject in (
        c for c in (*verb.children, *above) if c.dep_ in SUBJECTS and c.i < token.i and c != token
    ):
        found = all_sides(template, [subject])
        if len(found) > 1:
            return found
    pair = template.context.pair
    return [pair[1], pair[0]] if len(pair) == 2 else []


def who_acts(template: Template, tokens: tuple[Token, ...]) -> list[Entity]:
    """The states and clubs of several nouns, "both" and "they" among them."""
    found = all_sides(template, tokens)
    if not found and len(tokens) == 1 and _plural(template, tokens[0]):
        return theirs(template, tokens[0])
    return found


def speaking(template: Template, word: Token) -> list[Entity]:
    """The state of whoever says what a word is part of."""
    return all_sides(template, speakers_of(word))


def reciprocal(verb: Token, *of: str) -> bool:
    """ "recognised each other", "call one another partners"; with words, also "each other's independence"."""
    things = [c for c in verb.children if c.dep_ in (*OBJECTS, "nsubj", "oprd", "attr") and c.i > verb.i]
    inner = [
        c
        for t in things
        for c in t.children
        if c.dep_ in ("amod", "det", "nmod") or (c.dep_ == "poss" and t.lemma_.lower() in of)
    ]
    return any(_each_other(t) for t in (*things, *inner) if t.i > verb.i)


def _each_other(token: Token) -> bool:
    before = token.nbor(-1).lower_
    return (token.lower_ == "other" and before == "each") or (token.lower_ == "another" and before == "one")


def _plural(template: Template, token: Token) -> bool:
    """ "both", "they", "the two", "the two sides": several that were named before."""
    mention = mention_at(template, token)
    if mention is not None and template.reading.entities(mention):
        return False
    return token.lower_ in _BOTH or any(c.lower_ in ("two", "both") for c in token.children)


def _across(template: Template, noun: Token, own: list[Entity]) -> Pairs:
    """One end at the noun or its verb, the other behind "with"."""
    others = all_sides(template, [n for _, n in prepositions(noun, "with")])
    verb = verb_of(noun)
    acts = verb.pos_ in ("VERB", "AUX")
    if own and others:
        return _each(own, others)
    doers = who_acts(template, roles(verb).doers) if acts else []
    if not others and acts:
        things = [noun, *(c for c in verb.children if c.dep_ in (*OBJECTS, "nsubjpass"))]
        others = all_sides(template, around(template, verb, things, "with"))
        if not others and verb.dep_ == "relcl" and _with_which(verb):
            others = sides(template, verb.head)
    if others:
        keys = {e.key for e in others}
        who = own or [e for e in doers if e.key not in keys] or speaking(template, noun)
        return _each(who, others)
    signed = [c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in _SIGNING]
    doers = who_acts(template, roles(signed[0]).doers) if signed else doers
    if not own and len(doers) == 2 and (signed or verb.lemma_ in _SIGNING or reciprocal(verb)):
        return list(combinations(doers, 2))
    return []


def _raised(template: Template, noun: Token) -> Pairs:
    """ "relations with B were raised to a partnership": the ends of the relations."""
    verb = verb_of(noun)
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    for child in verb.children:
        if child.dep_ in (*OBJECTS, *SUBJECTS) and child.lemma_.lower() in TIES and child != noun:
            found = _joined(template, child)
            if found:
                return found
    return []


def _with_which(verb: Token) -> bool:
    return any(
        t.lower_ in ("which", "whom") and t.head.lower_ == "with" for t in verb.subtree if t.i < verb.i
    )


def _each(some: list[Entity], others: list[Entity]) -> Pairs:
    return [(a, b) for a in some for b in others if a.key != b.key]
