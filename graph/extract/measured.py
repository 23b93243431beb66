"""Borders by their length: which two of the states that a text speaks of have a border as long as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from summitry.graph.claims import Border, Entity, Finding
from summitry.graph.extract.evidence import text_evidence
from summitry.graph.extract.nearby import named
from summitry.graph.extract.numbers import kilometres
from summitry.graph.extract.template import Template

_FIGURE = re.compile(
    r"(?P<length>\d[\d,. ]*\d|\d+)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:border|frontier|boundary|boundaries|borders|divided by|separat\w+|shares?)\b")
_NEAR = 0.3  # part of a length by which sources differ
_SAME = 0.05
_SHORT = 30  # km below which a figure is a distance


def measured(template: Template) -> Iterator[Finding]:
    """The borders whose length a sentence gives, told by the figure alone: "the land border, 1,559 km long, is closed"."""
    if _ABOUT.search(template.text) is None:
        return
    text = template.reading.article.text
    start, end = template.pieces[0].start, template.pieces[-1].end
    for match in _FIGURE.finditer(text, start, end):
        length = kilometres(match["length"], match["unit"])
        if length is None or length < _SHORT:
            continue
        pair = _pair(template, length)
        if pair is not None:
            evidence = text_evidence(template.reading, match.start(), match.end())
            yield Finding(Border(*pair, length), (evidence,), 0.85, "border.measured")


def _pair(template: Template, length: float) -> tuple[Entity, Entity] | None:
    """The only two states so far apart: of the sentence, else one of it with one told of before, else two told of before."""
    here = named(template)
    before = [s for s in template.context.states if s.key not in {h.key for h in here}]
    them = [template.context.pair] if len(template.context.pair) == 2 else []
    rings = (
        list(combinations(here, 2)),
        [(a, b) for a in here for b in before[:4]],
        [(p[0], p[1]) for p in them],
        list(combinations(before[:3], 2)),
    )
    for ring in rings:
        fitting = _fitting(template, ring, length, _NEAR)
        if len(fitting) > 1:
            fitting = _fitting(template, fitting, length, _SAME)
            return fitting[0] if len(fitting) == 1 else None
        if fitting:
            return fitting[0]
        if any(template.reading.gazetteer.border(a.key, b.key) for a, b in ring[:1]):
            return None  # the two are neighbours, whatever they share
    return None


def _fitting(
    template: Template, pairs: Sequence[tuple[Entity, Entity]], length: float, near: float
) -> list[tuple[Entity, Entity]]:
    found = []
    for a, b in pairs:
        known = template.reading.gazetteer.border(a.key, b.key)
        if known is not None and abs(known - length) <= near * known:
            found.append((a, b))
    return found
