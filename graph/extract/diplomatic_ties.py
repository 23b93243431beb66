"""Diplomatic ties that are made, kept or cut, where they mean recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.bonds import related
from summitry.graph.extract.nearby import states_named
from summitry.graph.extract.parties import all_sides
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.signatories import sent_by
from summitry.graph.extract.statehood import CHINA, TAIWAN, broken, ties
from summitry.graph.extract.template import Template, series
from summitry.graph.extract.wishing import DOES, plain

_TIES = frozenset({"tie", "relation", "relationship"})
_SEVERING = frozenset("cut sever break end terminate suspend renounce abandon drop".split())
_FORMING = frozenset(
    "establish seal open restore resume normalise normalize reestablish re-establish forge".split()
)
_KEEPING = frozenset("have maintain keep enjoy retain reaffirm preserve".split())
_OWN = r"(?:both |all |also |its |their |an? |(?:one|two|three|some) of )*(?:[a-z⟦S\d⟧'-]+ ){0,3}?"
_DIPLOMATIC = re.compile(
    rf"{series('SC', 'a')},? (?:is |are |remains? )?{_OWN}diplomatic all(?:y|ies)\b|diplomatic all(?:y|ies),? {series('SC', 'b')}"
)
_LOST = re.compile(r"\bformer\b| as ")  # "lost Chad as a diplomatic ally"
_LAST_CENTURY = re.compile(r"\b19\d\d\b")


def diplomatic_ties(template: Template) -> Iterator[Finding]:
    """Who recognises whom, as the ties tell that a sentence says to be made, kept or cut."""
    for noun in triggers(template, _TIES, "NOUN"):
        yield from _tied(template, noun)
    yield from _diplomatic_allies(template)


def _diplomatic_allies(template: Template) -> Iterator[Finding]:
    """ "Tuvalu and Palau, both diplomatic allies": of Taiwan, where that is spoken of."""
    for match in template.finditer(_DIPLOMATIC):
        near = (*states_named(template), *template.context.states)
        taiwan = next((e for e in near if e.key == TAIWAN), None)
        who = template.states(match["a"] or match["b"])
        if taiwan is not None and not _LOST.search(match.group()):
            yield from related(template, template.token_at(match.start()), who, [taiwan], DOES)


def _tied(template: Template, noun: Token) -> Iterator[Finding]:
    verb = verb_of(noun)
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return
    lemma = verb.lemma_.lower()
    official = any(c.lower_ in ("diplomatic", "official", "formal") for c in noun.children)
    doers = roles(verb).doers
    whose = all_sides(template, doers) or sent_by(template, doers)
    others = all_sides(template, around(template, verb, [noun], "with", "to"))
    if not plain(verb) or any(c.lower_ in ("no", "neither", "any", "without") for c in noun.children):
        return
    if not others and len(whose) == 2 and lemma in _FORMING | _SEVERING and noun.dep_ == "dobj":
        whose, others = whose[:1], whose[1:]
    for a in whose if others else ():
        for b in others:
            if lemma in _SEVERING:
                pairs = list(broken(a, b))
            elif lemma in _FORMING or (lemma in _KEEPING and official):
                pairs = list(ties(a, b)) if not _of_old(template, a, b) else []
            else:
                pairs = []
            for one, other, kind in pairs:
                yield from related(template, noun, [one], [other], kind)


def _of_old(template: Template, a: Entity, b: Entity) -> bool:
    """Whether ties with China were made in the last century: no question of Taiwan any more."""
    return CHINA in (a.key, b.key) and _LAST_CENTURY.search(template.sentence.text) is not None
