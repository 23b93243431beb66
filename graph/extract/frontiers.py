"""Borders by the parse: between whom a border runs, in any construction, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Border, Entity, EntityKind, Finding
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.numbers import kilometres
from summitry.graph.extract.parties import all_sides, mention_at, named_before, owners
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_BORDERS = frozenset("border frontier boundary".split())
_SHARING = frozenset("share have".split())
_TOPIC = ("nsubj", "nsubjpass", "dobj")  # a border that is closed, or runs somewhere
_LENGTH = re.compile(r"(?P<length>\d[\d,. ]*\d|\d+)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)\b")


def frontiers(template: Template) -> Iterator[Finding]:
    """The borders that a sentence measures, or says to be shared; one that is merely crossed or watched is no news."""
    if re.search(r"border|frontier|boundary", template.text) is None:
        return
    for verb in triggers(template, frozenset({"border"}), "VERB"):
        evidence = span_evidence(template.reading, template.passage, verb.i, verb.i)
        for a in _states(all_sides(template, list(_bordering(verb)))):
            for b in _row(template, verb):
                if a.key != b.key:
                    yield Finding(Border(a, b, None), (evidence,), 0.8, "border.parse")
    nouns = list(triggers(template, _BORDERS, "NOUN"))
    for noun in nouns:
        pair = _pair(template, noun)
        length = _length(template) if len(nouns) == 1 else None
        if len(pair) == 2 and (length is not None or _shared(noun) or noun.dep_ in _TOPIC):
            evidence = span_evidence(template.reading, template.passage, noun.i, noun.i)
            yield Finding(Border(pair[0], pair[1], length), (evidence,), 0.8, "border.parse")


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
    return _states(found)


def _shared(noun: Token) -> bool:
    verb = verb_of(noun)
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _SHARING and noun.dep_ == "dobj"


def _length(template: Template) -> float | None:
    """The length that a sentence gives, where it gives one."""
    found = list(_LENGTH.finditer(template.text))
    figures = {kilometres(m["length"], m["unit"]) for m in found}
    if len(found) == 2 and found[1].start() - found[0].end() < 5:
        return kilometres(found[0]["length"], found[0]["unit"])  # "2,640-kilometer (1,640-mile)"
    return figures.pop() if len(figures) == 1 else None


def _pair(template: Template, noun: Token) -> list[Entity]:
    """The two states of a border; fewer, or more, where that is open."""
    between = _states(all_sides(template, [n for _, n in prepositions(noun, "between")]))
    if between:
        return between if len(between) == 2 else []
    beside = named_before(template, noun)
    if len(beside) == 2:
        return beside
    verb = verb_of(noun)
    shared = _shared(noun)
    others = _states(
        all_sides(template, around(template, verb if shared or noun.dep_ in _TOPIC else noun, [noun], "with"))
    )
    mine = beside or _states(owners(template, noun))
    if shared and not mine:
        mine = _states(all_sides(template, [antecedent(d) for d in roles(verb).doers]))
        if not others and len(mine) == 2:
            return mine
    pair = {e.key: e for e in (*mine, *others)}
    return list(pair.values()) if mine and len(others) == 1 and len(mine) == 1 else []


def _states(found: list[Entity]) -> list[Entity]:
    return [e for e in found if e.kind is EntityKind.STATE]
