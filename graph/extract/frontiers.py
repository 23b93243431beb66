"""Borders by the parse: between whom a border runs, in any construction, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Border, Entity, Finding
from summitry.graph.extract.border_sides import TOPIC, is_shared, pairs, states_among
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.numbers import kilometres
from summitry.graph.extract.parties import all_sides, mention_at
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_BORDERS = frozenset("border frontier boundary".split())
_LENGTH = re.compile(r"(?P<length>\d[\d,. ]*\d|\d+)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)\b")


def frontiers(template: Template) -> Iterator[Finding]:
    """The borders that a sentence measures, or says something of; one that is merely crossed or watched is no news."""
    if re.search(r"border|frontier|boundary", template.text) is None:
        return
    for verb in triggers(template, frozenset({"border"}), "VERB"):
        evidence = span_evidence(template.reading, template.passage, verb.i, verb.i)
        for a in states_among(all_sides(template, list(_bordering(verb)))):
            for b in _row(template, verb):
                if a.key != b.key:
                    yield Finding(Border(a, b, None), (evidence,), 0.8, "border.parse")
    nouns = list(triggers(template, _BORDERS, "NOUN"))
    for noun in nouns:
        found = pairs(template, noun)
        told = noun.dep_ in TOPIC or is_shared(noun)
        length = _length(template, None if told else noun) if len(nouns) == len(found) == 1 else None
        evidence = span_evidence(template.reading, template.passage, noun.i, noun.i)
        for a, b in found if told or length is not None else ():
            yield Finding(Border(a, b, length), (evidence,), 0.8, "border.parse")


def _bordering(verb: Token) -> tuple[Token, ...]:
    """What borders, or is bordered by, the states behind the verb."""
    done = roles(verb)
    return done.themes if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) else done.doers


def _row(template: Template, verb: Token) -> list[Entity]:
    """The neighbours of "borders A to the south, B and C to the east": the states behind it, up to another verb."""
    found: list[Entity] = []
    for token in template.passage.doc[verb.i + 1 : template.sentence.end]:
        if token.pos_ in ("VERB", "AUX", "PRON") or token.text in (";", ":"):
            break
        mention = mention_at(template, token)
        if mention is not None and mention.kind is MentionKind.STATE:
            found += template.reading.entities(mention)
    return states_among(found)


def _length(template: Template, noun: Token | None) -> float | None:
    """The length that a sentence gives, where it gives one; of a border that is named in passing, its own phrase."""
    found = list(_LENGTH.finditer(template.text if noun is None else " ".join(t.text for t in noun.subtree)))
    figures = {kilometres(m["length"], m["unit"]) for m in found}
    if len(found) == 2 and found[1].start() - found[0].end() < 5:
        return kilometres(found[0]["length"], found[0]["unit"])  # "2,640-kilometer (1,640-mile)"
    return figures.pop() if len(figures) == 1 else None
