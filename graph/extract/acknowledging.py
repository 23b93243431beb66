"""Who recognises whom by the parse: the same verbs and nouns in any construction.

The phrases of `recognition` know how news usually puts it; here adverbs, asides, gerunds ("by recognising"), lists and subjects
that stand far off make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.extract.alliances import related
from summitry.graph.extract.arguments import listed, prepositions, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.parties import all_sides, meant, mention_at, owners
from summitry.graph.extract.recognition import broken, ties
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import DOES, DOES_NOT, TAKEN_BACK, plain, sense
from summitry.graph.mentions.model import MentionKind

_TIES = frozenset({"tie", "relation", "relationship"})
_SEVERING = frozenset("cut sever break end terminate suspend renounce abandon drop".split())
_FORMING = frozenset(
    "establish open restore resume normalise normalize reestablish re-establish forge".split()
)
_KEEPING = frozenset("have maintain keep enjoy retain".split())
_GRANTED = frozenset("extend grant give announce offer accord award confirm".split())
_QUALITIES = frozenset(
    "independence sovereignty statehood state republic territory region entity government".split()
)
_RECOGNISE = frozenset({"recognise", "recognize"})
_ABOUT = re.compile(r"recogni|\bties\b|\brelations")


def acknowledgements(template: Template) -> Iterator[Finding]:
    """Who recognises whom, as a sentence states."""
    if _ABOUT.search(template.text) is None:
        return
    for verb in triggers(template, _RECOGNISE, "VERB"):
        yield from _recognising(template, verb)
    for noun in triggers(template, frozenset({"recognition"}), "NOUN"):
        yield from _recognition(template, noun)
    for noun in triggers(template, _TIES, "NOUN"):
        yield from _tied(template, noun)


# recognition ----------------------------------------------------------


def _recognising(template: Template, verb: Token) -> Iterator[Finding]:
    done = roles(verb)
    kind = sense(verb)
    whose = all_sides(template, done.doers)
    what = [e for t in done.themes for e in _recognised(template, t)]
    if kind is None or not what:
        return
    yield from related(template, verb, whose, what, kind)
    if kind == DOES:
        for child in verb.children:  # "… recognised it, followed by Sweden"
            if child.lemma_.lower() == "follow" and child.dep_ in ("advcl", "conj", "prep"):
                more = [n for c in child.children if c.dep_ == "agent" for n in c.children]
                more += [
                    c for c in child.children if child.lower_ == "following" and c.dep_ in ("pobj", "dobj")
                ]
                yield from related(template, child, all_sides(template, more), what, kind)


def _recognised(template: Template, token: Token) -> list[Entity]:
    """What is recognised: a state or region, a person, or that of which the independence is."""
    found: list[Entity] = []
    for item in listed(antecedent(token)):
        mention = mention_at(template, item)
        if mention is not None:
            if (
                mention.kind is MentionKind.PERSON and not mention.posts
            ) or mention.kind is MentionKind.REGION:
                found += template.reading.entities(mention)
            elif mention.kind in (MentionKind.STATE, MentionKind.CITY, MentionKind.METONYM):
                found += [e for e in meant(template, mention) if e.kind is EntityKind.STATE]
        elif item.lemma_.lower() in _QUALITIES:
            named = [n for _, n in prepositions(item, "of")]
            named += [c for c in item.children if c.dep_ in ("poss", "appos")]
            found += [e for n in named for e in _recognised(template, n)]
    return found


def _recognition(template: Template, noun: Token) -> Iterator[Finding]:
    """ "extended recognition to", "withdrew its recognition of", "Chad's recognition of"."""
    verb = verb_of(noun)
    what = [e for n in around(template, noun, [], "of") for e in _recognised(template, n)]
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubjpass"):
        return
    lemma = verb.lemma_.lower()
    done = roles(verb)
    doers = all_sides(template, done.doers) or owners(template, noun)
    if lemma in TAKEN_BACK and plain(verb):
        yield from related(template, noun, doers, what, DOES_NOT)
    elif lemma in _GRANTED and plain(verb):
        what = what or [e for _, n in prepositions(verb, "to") for e in _recognised(template, n)]
        yield from related(template, noun, doers, what, DOES)


def _tied(template: Template, noun: Token) -> Iterator[Finding]:
    """Diplomatic ties that are made, kept or cut, where they mean recognition."""
    verb = verb_of(noun)
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubjpass", "pobj") or not plain(verb):
        return
    lemma = verb.lemma_.lower()
    official = any(c.lower_ in ("diplomatic", "official", "formal") for c in noun.children)
    whose = all_sides(template, roles(verb).doers)
    others = all_sides(template, around(template, verb, [noun], "with", "to"))
    if not others and len(whose) == 2 and lemma in _FORMING and noun.dep_ == "dobj":
        whose, others = whose[:1], whose[1:]
    for a in whose if others else ():
        for b in others:
            if lemma in _SEVERING:
                pairs = list(broken(a, b))
            elif lemma in _FORMING or (lemma in _KEEPING and official):
                pairs = list(ties(a, b))
            else:
                pairs = []
            for one, other, kind in pairs:
                yield from related(template, noun, [one], [other], kind)
