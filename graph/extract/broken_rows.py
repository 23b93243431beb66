"""The states of a list that the parser broke up: "Chad, Mali, Niger and Togo signed" with a subject in the middle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import OBJECTS, SUBJECTS
from summitry.graph.extract.parties import meant
from summitry.graph.extract.template import Template, series

_ROW = re.compile(series("SPL", "row") + r"(?= )")


def in_row(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states of the lists that some subjects stand in, where the parser broke a list of names up."""
    at = {template.passage.starts[t.i] for t in tokens if t.dep_ in SUBJECTS}
    found: dict[str, Entity] = {}
    for match in template.finditer(_ROW) if at else ():
        slots = [template.slots[int(n)] for n in re.findall(r"⟦[SPL](\d+)⟧", match["row"])]
        starts = {mention.start for mention, _ in slots} | {template.passage.starts[t.i] for _, t in slots}
        if len(slots) > 2 and at & starts and not any(_governed(token) for _, token in slots):
            found.update(
                (e.key, e)
                for mention, _ in slots
                for e in meant(template, mention)
                if e.kind is EntityKind.STATE
            )
    return list(found.values())


def _governed(token: Token) -> bool:
    """Whether a name, or the first of its list, stands behind a preposition or undergoes something."""
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    return token.dep_ in ("pobj", "pcomp", *OBJECTS)
