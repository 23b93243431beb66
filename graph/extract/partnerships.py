"""Strategic partnerships by the parse: "lifted ties with Chad to a strategic partnership", "call each other strategic partners"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Finding
from summitry.graph.extract.alliances import both_ends, stands
from summitry.graph.extract.bonds import related, tied
from summitry.graph.extract.roles import triggers
from summitry.graph.extract.template import Template

_ABOUT = re.compile(r"[Ss]trategic")
_KIND = "strategic_partner"


def partnerships(template: Template) -> Iterator[Finding]:
    """The strategic partners that a sentence tells of."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, frozenset({"partnership", "partner", "association"}), "NOUN", "PROPN"):
        if not _strategic(noun) or not stands(noun):
            continue
        if noun.lemma_.lower() == "partner":
            yield from related(template, noun, *both_ends(template, noun), _KIND)
        else:
            yield from tied(template, _bearer(noun), _KIND)


def _strategic(noun: Token) -> bool:
    """ "strategic partnership", "special strategic and global partnership"."""
    return any(
        t.lower_ == "strategic"
        for c in noun.children
        if c.i < noun.i
        for t in (c, *c.children)
        if t.i < noun.i
    )


def _bearer(noun: Token) -> Token:
    """ "a strategic partnership agreement": the ends are the agreement's."""
    heads = ("agreement", "treaty", "pact", "declaration", "accord", "document", "deal")
    return noun.head if noun.dep_ == "compound" and noun.head.lemma_.lower() in heads else noun
