"""Between whom a border runs that a sentence names: both by name, one by name and the other as its neighbour, or "their" border."""

from __future__ import annotations

import re
from itertools import combinations, product

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.nearby import states_named
from summitry.graph.extract.parties import all_sides, mention_at, named_before, owners
from summitry.graph.extract.roles import around, roles
from summitry.graph.extract.template import Template

Pair = tuple[Entity, Entity]
SHARING = frozenset("share have".split())
TOPIC = ("nsubj", "nsubjpass", "dobj")  # a border that is closed, or runs somewhere
_MUTUAL = frozenset("common shared joint mutual".split())
_BOTH = frozenset("them both each other country nation state neighbour neighbor side republic two".split())
_PARTING = frozenset("separate divide part split".split())
# a border that is none, is at sea, or is of more than two
_OTHER = re.compile(r"\b(?:no|sea|maritime|marine|water|naval|(?:three|four|five|several|all)\W+(?:\w+\W+)?(?:countries|states|nations|neighbou?rs))\b", re.IGNORECASE)  # fmt: skip


def pairs(template: Template, noun: Token) -> list[Pair]:
    """The states on either side of a border, two by two."""
    if _OTHER.search(" ".join(t.text for t in noun.subtree)):
        return []
    between = [n for _, n in prepositions(noun, "between")]
    found = _two(all_sides(template, [*between, *_parted(noun)]))
    if found or (between and any(mention_at(template, n) for n in between)):
        return found
    beside = named_before(template, noun)
    if len(beside) == 2:
        return _two(beside)
    if noun.dep_ in ("compound", "nmod"):
        return []  # "border guards": whose border they guard is unsaid
    if between and any(n.lemma_.lower() in _BOTH for n in between):
        return _theirs(template, noun)
    mine = beside or states_among(owners(template, noun))
    others = _beyond(template, noun)
    shared = is_shared(noun)
    if shared and not mine:
        mine = states_among(all_sides(template, [antecedent(d) for d in roles(verb_of(noun)).doers]))
        if not others and len(mine) == 2:
            return _two(mine)
    if others:
        return _with(template, noun, mine, others)
    if len(mine) == 2 and any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children):
        return _two(mine)  # "the borders of X and Y"
    return _theirs(template, noun) if _of_both(noun) else []


def is_shared(noun: Token) -> bool:
    """Whether a border is what somebody shares, or has."""
    verb = verb_of(noun)
    return verb.pos_ == "VERB" and verb.lemma_.lower() in SHARING and noun.dep_ == "dobj"


def states_among(found: list[Entity]) -> list[Entity]:
    """The states among some parties: no clubs, no regions."""
    return [e for e in found if e.kind is EntityKind.STATE]


def _two(found: list[Entity]) -> list[Pair]:
    states = states_among(found)
    return [(states[0], states[1])] if len(states) == 2 else []


def _parted(noun: Token) -> list[Token]:
    """ "the frontier that separates X from Y", "the border dividing X and Y": the two."""
    found: list[Token] = []
    for verb in noun.children:
        if verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in _PARTING:
            found += roles(verb).themes if not _passive(verb) else ()
            found += [n for _, n in prepositions(verb, "from")]
    return found


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def _beyond(template: Template, noun: Token) -> list[Entity]:
    """The states behind "with": those of the border, or of what is done with it."""
    at = verb_of(noun) if is_shared(noun) or noun.dep_ in TOPIC else noun
    after = noun.doc[noun.i + 1 : noun.i + 2]
    behind = [c for t in after if t.lower_ == "with" for c in t.children if c.dep_ == "pobj"]
    return states_among(all_sides(template, behind or around(template, at, [noun], "with")))


def _with(template: Template, noun: Token, mine: list[Entity], others: list[Entity]) -> list[Pair]:
    """ "X's borders with A and B", "closed the border with A": each with its neighbour where none is named."""
    if mine:
        return (
            [(a, b) for a, b in product(mine, others) if a.key != b.key]
            if 1 in (len(mine), len(others))
            else []
        )
    found = [(a, b) for b in others for a in _neighbour(template, noun, b, others)]
    return found if len(found) == len(others) else []


def _neighbour(template: Template, noun: Token, of: Entity, others: list[Entity]) -> list[Entity]:
    """The neighbour of a state that a border with it is told of: who acts, the only one of the sentence, or of those before it."""
    near = set(template.reading.gazetteer.neighbours(of.key)) - {o.key for o in others}
    verb = verb_of(noun)
    acting = all_sides(template, roles(verb).doers) if verb.pos_ == "VERB" else []
    for found in (acting, states_named(template), list(template.context.states[:3])):
        fitting = {e.key: e for e in found if e.key in near}
        if fitting:
            return list(fitting.values()) if len(fitting) == 1 else []
    return []


def _of_both(noun: Token) -> bool:
    """ "their border", "the countries' shared border", "neighbours with a common frontier"."""
    words = {c.lower_ for c in noun.children} | {
        c.lemma_.lower() for c in noun.children if c.dep_ == "poss" and c.tag_ == "NNS"
    }
    return bool(words & (_MUTUAL | _BOTH | {"their"}))


def _theirs(template: Template, noun: Token) -> list[Pair]:
    """The only two neighbours of the sentence, else those that the text before it told of."""
    known = template.reading.gazetteer
    for found in (states_named(template), list(template.context.pair)):
        near = [(a, b) for a, b in combinations(found, 2) if b.key in known.neighbours(a.key)]
        if near:
            return near if len(near) == 1 else []
    return []
