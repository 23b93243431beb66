"""What was bought from whom: "bought tanks from A and radars from B", each before its own source, wherever parsers hang it."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.template import Template
from summitry.graph.extract.weapons import weapons


def by_source(template: Template, verb: Token) -> list[tuple[list[Token], list[Token]]]:
    """The sellers behind each "from" of a verb, with the weapons that stand before it and behind the last one."""
    found: list[tuple[list[Token], list[Token]]] = []
    first = verb.i + 1
    for source in verb.subtree:
        if source.i < first or source.lower_ != "from" or source.dep_ != "prep":
            continue
        nouns = [
            t for t in verb.doc[first : source.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"
        ]
        bought = {w.i: w for t in nouns for w in weapons(template, t) if first <= w.i < source.i}
        found.append(([c for c in source.children if c.dep_ == "pobj"], list(bought.values())))
        first = source.i + 1
    return found
