"""Which states share a border, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Border, Entity, Finding
from summitry.graph.extract.numbers import kilometres
from summitry.graph.extract.template import Template, series, slot, templates
from summitry.graph.mentions.reading import Reading

_LENGTH = r"(?P<length>\d[\d,. ]*\d|\d+)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)(?:[ -]long)?"
_LINE = r"(?:land |common |shared |joint |state |long |porous |volatile |mountainous |disputed |northern |southern |eastern |western |maritime )*(?:border|frontier|boundary)"
_ABOUT = r"(?:an? |the |its |their |more than |over |about |around |some |almost |nearly |roughly |approximately |of |only |just |at least |up to )*"
_A = slot("SC", "a")
_B = slot("SC", "b")
_BS = series("SC", "b")
_GAP = r"[^.;]{0,60}?"

_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_A}(?:'s)?(?: and {_B})? (?:\w+ )?{_ABOUT}(?:\w+,? )?{_LENGTH} {_LINE} with {slot('SC', 'c')}",
        rf"{_A}{_GAP},? (?:which |that )?(?:shares?|has|have|sharing|with) {_ABOUT}(?:\w+ )?{_LENGTH}(?: of)? {_LINE} with {_BS}",
        rf"{_A} and {_B} (?:have|share|are separated by|are divided by) {_ABOUT}(?:\w+ )?{_LENGTH}(?: of)? {_LINE}",
        rf"{_A} and {_B} (?:have|share) {_ABOUT}{_LINE}{_GAP}{_ABOUT}{_LENGTH}",
        rf"{_A}{_GAP} (?:shares?|has) {_ABOUT}{_LINE}{_GAP}{_ABOUT}{_LENGTH} with {_BS}",
        rf"{_A} (?:shares?|has) {_ABOUT}{_LINE} with {_BS}(?: of| that is| which is| stretching| extending| running| spanning|,)? {_ABOUT}{_LENGTH}",
        rf"{_LINE} (?:between|of) {_A} and {_B}{_GAP}{_LENGTH}",
        rf"{_LENGTH} {_LINE} (?:between|of) {_A} and {_B}",
        rf"{slot('D', 'a')}[ -]+{slot('D', 'b')} {_LINE}{_GAP}{_LENGTH}",
        rf"{_LENGTH} {slot('D', 'a')}[ -–]+{slot('D', 'b')} {_LINE}",
    )
)  # fmt: skip
_PLAIN = tuple(
    re.compile(p)
    for p in (
        rf"{_A},? (?:which |that )?(?:shares?|has|have|sharing) {_ABOUT}{_LINE}s? with {_BS}",
        rf"{_A},? (?:which )?borders (?:on )?(?:the )?{_BS}",
        rf"{_A} and {_B} share {_ABOUT}{_LINE}\b",
    )
)


def find(reading: Reading) -> Iterator[Finding]:
    """The borders that an article states; each pair once, with a length where any sentence gives one."""
    found: dict[frozenset[str], Finding] = {}
    for template in templates(reading):
        for candidate in _in_sentence(template):
            payload = candidate.payload
            assert isinstance(payload, Border)
            pair = frozenset({payload.a.key, payload.b.key})
            known = found.get(pair)
            if known is None or known.payload.length_km is None and payload.length_km is not None:  # type: ignore[union-attr]
                found[pair] = candidate
    yield from found.values()


def _in_sentence(template: Template) -> Iterator[Finding]:
    if not re.search(r"border|frontier|boundary", template.text):
        return
    for pattern in _PATTERNS:
        for match in template.finditer(pattern):
            length = kilometres(match["length"], match["unit"])
            yield from _borders(template, match, length, 0.93)
    for pattern in _PLAIN:
        for match in template.finditer(pattern):
            yield from _borders(template, match, None, 0.85)


def _borders(template: Template, match: re.Match[str], length: float | None, certainty: float) -> Iterator[Finding]:
    groups = match.groupdict()
    a = template.states(groups["a"])
    others: list[Entity] = template.states(groups.get("c") or groups.get("b"))
    for left in a:
        for right in others:
            if left.key != right.key:
                yield Finding(Border(left, right, length), (template.evidence(match),), certainty, "border")
