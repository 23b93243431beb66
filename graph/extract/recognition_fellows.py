"""Who does the same in one sentence with those who recognise or break: "along with A and B", "after C", "… - A, B and C".

"Chad was one of the few to recognise it, along with A and B"; "became the third to cut its ties, following A and B"; "besides A, only
B has recognised it"; "seven states have recognised it - A, B and C".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.statehood import DISPUTED, said_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import DOES, DOES_NOT

_SOME = r"(?:(?:the|a|an|two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|another|tiny|small|fellow|island|kingdom|state|nation|republic|of|states|countries|nations|islands|neighbouring|neighboring|archipelago|more|further|African|Asian|European|Latin|American|Pacific|Caribbean|Arab|Muslim|Gulf|Balkan|Baltic|Nordic|⟦[DG]\d+⟧)(?:,| -| –)? )*"
ROW = rf"(?P<row>{_SOME}⟦[SC]\d+⟧(?:(?:,? (?:and|as well as|plus|then|and then|followed by) |, ){_SOME}⟦[SC]\d+⟧)*)"
_STATED = r"recogni[sz]\w+|(?:ties|relations|relationship|links)\b"
_RANK = r"(?:only|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|one of|among|\d+(?:st|nd|rd|th)|another|few)"
_BESIDE = re.compile(
    rf"(?:,? (?:along|together) with|,? alongside|,? in addition to|,? as well as|,? besides|,? joining) {ROW}"
)
_AFTER = re.compile(
    rf"{_RANK}\b[^.;]*?(?:{_STATED})[^.;]*?,? (?:following|after|behind|joining) {ROW}(?=[.,;)]|$| (?:in|on|last|this|earlier)\b)"
)
_FIRST = re.compile(
    rf"^(?:[A-Z][a-z]+ )?(?:[Bb]esides|[Aa]part from|[Aa]side from|[Ii]n addition to|[Bb]eyond|[Oo]ther than|[Aa]long with|[Tt]ogether with|[Ll]ike|[Aa]fter) {ROW}, "
)
_ASIDE = re.compile(rf"⟦S\d+⟧, (?:just )?(?:like|as well as|along with|together with|alongside) {ROW}, ")
_UNLIKE = re.compile(rf"(?:^[Uu]nlike {ROW.replace('<row>', '<first>')}, |, unlike {ROW}(?=[,.;]|$))")
_LATER = re.compile(
    rf"recogni[sz]\w+[^.;]*?,? (?:only |just )?(?:an?|one|two|three|four|five|six|\d+|several|some) (?:hours?|days?|weeks?|months?|years?) (?:after|behind) {ROW}(?=[.,;)]|$)"
)
_THEN = re.compile(
    rf"(?:only |just )?{ROW} (?:is|are|was|were|remains?|became|has|have|had|recogni[sz]ed?)\b"
)
_LIST = re.compile(
    rf"(?:members?|states|countries|nations|governments|allies|capitals|partners)\b[^.;]*?(?:{_STATED})[^.;]*? ?(?:--|[—–:(]| -) ?{ROW}(?=[.;)—–]| -|$)"
)  # fmt: skip

_OTHERWISE = {DOES: DOES_NOT, DOES_NOT: DOES}


def fellows(template: Template, stated: Sequence[Relation]) -> Iterator[Finding]:
    """Those whom a sentence names beside whoever does what is stated; a subject that is not named is its own object."""
    kinds = {r.kind for r in stated}
    if len(kinds) != 1 or not kinds <= {DOES, DOES_NOT}:
        return
    objects = list({r.b.key: r.b for r in stated}.values())
    doers = {r.a.key for r in stated if r.a.key not in {o.key for o in objects}}
    kind = next(iter(kinds))
    patterns = (_BESIDE, _AFTER, _LATER, _FIRST, _ASIDE, _UNLIKE) if doers else (_LIST,)
    for pattern in patterns:
        said = kind if pattern is not _UNLIKE else _OTHERWISE[kind]
        for match in template.finditer(pattern):
            if pattern is _BESIDE and not re.search(_STATED, template.text[: match.start()]):
                continue
            then = _THEN.match(template.text, match.end()) if pattern is _FIRST else None
            for a in template.states(
                (match["row"] or match["first"]) + (then["row"] if then is not None else "")
            ):
                if not _same_sort(a, objects):
                    yield from _told(template, match, a, objects, said)


def _same_sort(state: Entity, objects: Sequence[Entity]) -> bool:
    """ "recognised A, along with B": one more that is recognised, where both are of those in question."""
    return any(state.key == o.key for o in objects) or state.key in DISPUTED


def _told(
    template: Template, match: re.Match[str], a: Entity, objects: Sequence[Entity], kind: str
) -> Iterator[Finding]:
    for b in objects:
        if said_of(a, b, kind) is not None and b.kind is not EntityKind.CITY:
            yield Finding(Relation(a, b, kind), (template.evidence(match),), 0.85, f"relation.{kind}")
