"""Which states share a border, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Border, Entity, Finding
from summitry.graph.extract.frontiers import frontiers
from summitry.graph.extract.measured import measured
from summitry.graph.extract.numbers import kilometres
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template, series, slot
from summitry.graph.mentions.reading import Reading

_LENGTH = r"(?P<length>\d[\d,. ]*\d|\d+)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)(?:[ -]long)?"
_LINE = r"(?:land |common |shared |joint |state |long |porous |volatile |mountainous |disputed |northern |southern |eastern |western |maritime )*(?:border|frontier|boundary)"
_ABOUT = r"(?:an? |the |its |their |more than |over |about |around |some |almost |nearly |roughly |approximately |of |only |just |at least |up to )*"
_A = rf"(?:[Tt]he )?{slot('SC', 'a')}"
_B = rf"(?:the )?{slot('SC', 'b')}"
_BS = series("SC", "b")
_GAP = r"[^.;]{0,60}?"
_NEAR = r"[^.;⟦]{0,60}?"
_NATIONS = r"(?:\w+ )?(?P<b>⟦D\d+⟧) (?:states|provinces|regions|districts|cantons)"

_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_A}(?:'s)?(?: and {_B})? (?:\w+ )?{_ABOUT}(?:\w+,? )?{_LENGTH} {_LINE} with {slot('SC', 'c')}",
        rf"{_A}{_NEAR},?[\"”]? (?:which |that )?(?:also )?(?:shares?|has|have|sharing|with) {_ABOUT}(?:\w+ )?{_LENGTH}(?: of)? {_LINE} with {_BS}",
        rf"{_A}{_GAP},? (?:which |that )?(?:also )?(?:shares?|has|have|sharing|with) {_ABOUT}(?:\w+ )?{_LENGTH}(?: of)? {_LINE} with {_BS}",
        rf"{_A} and {_B} (?:have|share|are separated by|are divided by) {_ABOUT}(?:\w+ )?{_LENGTH}(?: of)? {_LINE}",
        rf"{_A} and {_B} (?:have|share) {_ABOUT}{_LINE}{_GAP}{_ABOUT}{_LENGTH}",
        rf"{slot('S', 'both')} (?:share|have) {_ABOUT}(?:{_LENGTH}(?: of)? )?{_LINE}(?: of {_ABOUT}(?P<length2>\d[\d,. ]*\d|\d+)[ -]?(?P<unit2>km|kilomet(?:er|re)s?|miles?))?",
        rf"{_LINE} between (?:the )?(?:two |both )?{slot('S', 'both')}{_NEAR}(?: is|,| of| has a length of| measures| stretch(?:es|ing)| extend(?:s|ing)| runn?(?:s|ing)| spann?(?:s|ing))+ {_ABOUT}{_LENGTH}",
        rf"{_LINE} between (?P<them>them|the two|the two sides|both){_NEAR}(?: is|,| of| has a length of| measures| stretch(?:es|ing)| extend(?:s|ing)| runn?(?:s|ing)| spann?(?:s|ing))+ {_ABOUT}{_LENGTH}",
        rf"(?P<them>[Tt]hey|[Tt]heir) (?:share |have )?{_ABOUT}(?:{_LENGTH}(?: of)? )?{_LINE}(?:(?: is|,| of| stretches| runs| extends)* {_ABOUT}(?P<length2>\d[\d,. ]*\d|\d+)[ -]?(?P<unit2>km|kilomet(?:er|re)s?|miles?))?",
        rf"{_A}{_NEAR} (?:shares?|has|have) {_ABOUT}{_LINE} of {_ABOUT}{_LENGTH} with {_NATIONS}",
        rf"{_A}{_NEAR},? (?:shares?|has|have) {_ABOUT}(?:\w+ )?{_LENGTH}(?: of)? {_LINE} with {_NATIONS}",
        rf"{_LENGTH}(?: of)? (?:shared |common |joint )?{_LINE} (?:that |which )?(?:divides|separates|between|dividing|separating|linking) (?:the )?{_A} (?:and|from) {_B}",
        rf"[Aa]t {_ABOUT}{_LENGTH},? the {_LINE} (?:between|of) {_A} and {_B}",
        rf"{_LENGTH} {_LINE} {_A} shares with {_B}",
        rf"{_A}{_NEAR} shares? with {_B} {_ABOUT}{_LENGTH}(?: of)? {_LINE}",
        rf"{_B},? with which {_A} (?:has|shares) {_ABOUT}{_LINE} of {_ABOUT}{_LENGTH}",
        rf"{_A}'s {_LINE} with {_B}(?:,| at| of| is| which is| measuring| some| runs| stretches| extends)+ {_ABOUT}{_LENGTH}",
        rf"{_A}[ –-]+{_B} (?:land )?{_LINE} {_GAP}{_LENGTH}",
        rf"{_B},? with which {_A} (?:has|shares) {_ABOUT}{_LENGTH} {_LINE}",
        rf"{_A}{_GAP} (?:shares?|has) {_ABOUT}{_LINE}{_GAP}{_ABOUT}{_LENGTH} with {_BS}",
        rf"{_A} (?:shares?|has) {_ABOUT}{_LINE} with {_BS}(?: of| that is| which is| stretching| extending| running| spanning|,)? {_ABOUT}{_LENGTH}",
        rf"{_LINE} (?:between|of) {_A} and {_B}{_GAP}{_LENGTH}",
        rf"{_LENGTH} {_LINE} (?:between|of) {_A} and {_B}",
        rf"{slot('D', 'a')}[ -]+{slot('D', 'b')} {_LINE}{_GAP}{_LENGTH}",
        rf"{_A}'s {_LINE} with (?:the )?{slot('D', 'b')} (?:exclave|enclave|territory|region)[^.;]{{0,30}} (?:is|measures|runs|stretches|extends) {_ABOUT}{_LENGTH}",
        rf"{_A}'s (?:{_LINE}|line) with {_B}{_NEAR} (?:is|measures|runs|stretches|extends)(?: for| over| to)? {_ABOUT}{_LENGTH}",
        rf"{slot('S', 'both')}'s? {_LINE}{_NEAR} (?:is|measures|runs|stretches|extends)(?: for| over| to)? {_ABOUT}{_LENGTH}",
        rf"{_LENGTH}(?: long)? (?:strip|stretch|section|length) of (?:the )?{_LINE} between {_A} and {_B}",
        rf"(?P<own>[Tt]he|[Ii]ts) {_LINE} with {_B}{_NEAR} (?:is|measures|runs|stretches|extends)(?: for| over| to)? {_ABOUT}{_LENGTH}",
        rf"(?P<them>along|on|across|over|of) (?:the|their) {_LENGTH} (?:common |shared |joint )?{_LINE}(?! (?:with|between))",
        rf"{_LENGTH} {slot('DS', 'a')}[ –/-]+{slot('DS', 'b')} {_LINE}",
        rf"{slot('S', 'a')}[–/-]{slot('S', 'b')} {_LINE}{_NEAR}{_LENGTH}",
    )
)  # fmt: skip

_PLAIN = tuple(  # without a length
    re.compile(p)
    for p in (
        rf"{_A},? (?:which )?(?:also )?(?:shares?|sharing) (?:an? |its |the |only |longest |long )*{_LINE}(?: it has)? with {_BS}",
        rf"{_A} and {_B} share (?:an? |the |long )*{_LINE}\b(?! (?:post|crossing|with))",
        rf"{_A},? (?:which )?borders (?:on )?{_BS}",
    )
)  # fmt: skip
_ONES = tuple(  # the border of another state with the one that the sentence before told of
    re.compile(p)
    for p in (
        rf"{_A},? (?:which )?(?:has|shares) (?:an? )?(?:\w+ )?one of {_ABOUT}{_LENGTH}(?: with {slot('S', 'c')})?",
        rf"{_A}'s(?: {_LINE})?(?:, [^,;.⟦]{{0,30}},)? (?:is|measures|runs|stretches(?: over)?) (?:an? )?(?:mere |only |just )?{_ABOUT}{_LENGTH}(?: long)?",
    )
)  # fmt: skip
_APART = 3.0  # times by which lengths of one border may differ
_GATE = re.compile(r"border|frontier|boundary")


def find(reading: Reading) -> Iterator[Finding]:
    """The borders that an article states; each pair once, with a length where any sentence gives one."""
    found: dict[frozenset[str], Finding] = {}
    last: Border | None = None
    for template in templates(reading):
        views = template.views if _GATE.search(template.text) else ()
        stated = [f for view in views for f in _in_sentence(view)]
        for candidate in (*measured(template), *stated, *_another(template, last), *frontiers(template)):
            payload = candidate.payload
            assert isinstance(payload, Border)
            if not _possible(reading, payload):
                continue
            last = payload
            pair = frozenset({payload.a.key, payload.b.key})
            known = found.get(pair)
            if known is None or (known.payload.length_km is None and payload.length_km is not None):  # type: ignore[union-attr]
                found[pair] = candidate
    yield from found.values()


def _possible(reading: Reading, border: Border) -> bool:
    """Whether two states are neighbours, and their border about as long as said, as far as either is known."""
    known = reading.gazetteer
    length = known.border(border.a.key, border.b.key)
    if length is None:
        return not (known.neighbours(border.a.key) or known.neighbours(border.b.key))
    return border.length_km is None or length / _APART <= border.length_km <= length * _APART


def _in_sentence(template: Template) -> Iterator[Finding]:
    for pattern in _PATTERNS:
        for match in template.finditer(pattern):
            groups = match.groupdict()
            figure, unit = (
                (groups["length"], groups["unit"])
                if groups["length"]
                else (groups.get("length2"), groups.get("unit2"))
            )
            if not figure or not unit:
                continue
            length = kilometres(figure, unit)
            yield from _borders(template, match, length, 0.93)
    for pattern in _PLAIN:
        for match in template.finditer(pattern):
            yield from _borders(template, match, None, 0.85)


def _another(template: Template, last: Border | None) -> Iterator[Finding]:
    """ "China's is a mere 76 km": with the second state of the border told of last."""
    for pattern in _ONES if last is not None else ():
        for match in template.finditer(pattern):
            others = template.states(match.groupdict().get("c")) or ([last.b] if last is not None else [])
            for left in template.states(match["a"]):
                if others and left.key != others[0].key:
                    yield Finding(
                        Border(left, others[0], kilometres(match["length"], match["unit"])),
                        (template.evidence(match),),
                        0.85,
                        "border.another",
                    )


def _borders(
    template: Template, match: re.Match[str], length: float | None, certainty: float
) -> Iterator[Finding]:
    groups = match.groupdict()
    if groups.get("both") or groups.get("them"):
        pair = template.states(groups.get("both")) if groups.get("both") else _them(template, match)
        a, others = pair[:1], pair[1:2]
    elif groups.get("own"):
        a, others = template.doer(match.start()), template.states(groups["b"])
    else:
        a = template.states(groups["a"])
        others = template.states(groups.get("c") or groups.get("b"))
    for left in a:
        for right in others:
            if left.key != right.key:
                yield Finding(Border(left, right, length), (template.evidence(match),), certainty, "border")


def _them(template: Template, match: re.Match[str]) -> list[Entity]:
    """The two that "them" can mean: the last two states of the sentence, else those named before it."""
    before = template.text[: match.start()]
    near = {s.key: s for s in template.states(before)}
    if len(near) < 2:
        near |= {s.key: s for person in re.findall(slot("P"), before) for s in template.acting(person)}
    return list(near.values())[-2:] if len(near) > 1 else list(template.context.pair)
