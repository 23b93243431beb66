"""Lists of an organisation's members: most of them beside its name, or some behind words that say what the list is.

"Brazil, Russia, India and China met as BRIC"; "the bloc is made up of A, B and C"; "ten members of it from the south - A, B, C";
"leaders of the member states, including President X of A and President Y of B"; "the addition of A in 1952, B and C in 1999".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.graph.claims import Entity, EntityKind, Finding, Membership
from summitry.graph.extract.clubs import on_record
from summitry.graph.extract.template import Template, series, slot

_LIST = re.compile(series("SL", "states"))
_FEW, _MOST = 3, 0.6  # a list must have so many states, and so large a part of all members
_NEARLY = 0.7  # of what a club is said to be made up of, so much must be on record
_ROW = r"(?P<row>(?:(?:the |both )?⟦[SCLP]\d+⟧(?:,? (?:and|as well as|along with|together with) |, | )?)+)"
_PLURAL = r"(?:states?|countr(?:y|ies)|nations?|economies|governments)"
_NOUNS = rf"(?:\bmembers?(?: {_PLURAL})?|(?:⟦O\d+⟧ |\bmember[ -]){_PLURAL})"
_MARK = (
    r"(?:including|include|includes|included|such as|like|namely|among them|notably|comprising|i\.e\.|viz\.?)"
)
_MADE = re.compile(
    r"\b(?:made up|composed|comprised|formed|constituted|consist(?:s|ed|ing)?|built|put together)(?: [a-z]+ly| today| now)? (?:of|by|from)"
    rf"(?: the| its)?(?: [a-z][\w-]*){{0,5}}?[:,–—-]? {_ROW}"
)
_OF = re.compile(
    rf"(?<!-){_NOUNS}\b(?:(?: |[^.;:⟦]{{0,30}}?,? {_MARK}[:,]? ){_ROW}|[^.;:]{{0,90}}? ?(?:--|[—–:(]| -) ?{_ROW.replace('row', 'apart')}(?=[.;)—–:]|-|$))"
)
_ENTRY = re.compile(
    r"\b(?:[Aa]ddition|[Ii]nclusion|[Ee]ntry|[Aa]ccession|[Aa]dmission|[Jj]oined|[Aa]dmitted|[Ee]nlarge(?:d|ments?)|[Ee]xpan(?:ded|sions?)|[Ii]nducted)\b"
)
_DATED = re.compile(
    series("SC", "row") + r"(?: (?:followed|joined|did so|came|entered))? (?:in )?(?:⟦T\d+⟧|(?:19|20)\d\d)"
)
_FORMER = re.compile(r"\b(?:former|ex-|potential|aspiring|future|would-be|possible|non-?)\s*$")


def member_lists(template: Template) -> Iterator[Finding]:
    """The members that the lists of a sentence name."""
    yield from _complete(template)
    for match in template.finditer(_MADE):
        states = _states(template, match["row"])
        for club in _spoken_of(template, match.start()):
            known = on_record(template, club)
            if len(states) >= _FEW and sum(s.key in known for s in states) >= _NEARLY * len(states):
                yield from _told(template, match, states, club)
                break
    for match in template.finditer(_OF):
        if not _FORMER.search(template.text[: match.start()]):
            row = "row" if match["row"] else "apart"
            yield from _known(template, match, row, _spoken_of(template, match.start(row)))
    rounds = list(template.finditer(_DATED)) if _ENTRY.search(template.text) else []
    for match in rounds if len(rounds) > 1 else ():
        yield from _known(template, match, "row", _spoken_of(template, match.start()))


def _known(template: Template, match: re.Match[str], row: str, clubs: Sequence[Entity]) -> Iterator[Finding]:
    """Those of a list that are on record as members of the first club that any of it is a member of."""
    states = _states(template, match[row])
    for club in clubs:
        known = on_record(template, club)
        inside = [s for s in states if s.key in known]
        if inside and len(inside) >= _NEARLY * len(states):
            yield from _told(template, match, inside, club)
            return


def _told(
    template: Template, match: re.Match[str], states: Sequence[Entity], club: Entity
) -> Iterator[Finding]:
    for state in states:
        yield Finding(Membership(state, club, "member"), (template.evidence(match),), 0.88, "membership.list")


def _states(template: Template, row: str) -> list[Entity]:
    """The states of a list, and those that its people act for."""
    found = [*template.states(row), *template.homes(template.entities(row))]
    return list({e.key: e for e in found}.values())


def _spoken_of(template: Template, index: int) -> list[Entity]:
    """The organisations named before a character, the nearest first; where there are none, the one that was named last."""
    near = reversed(template.entities(" ".join(re.findall(slot("O"), template.text[:index]))))
    found = [o for o in near if o.kind is EntityKind.ORGANISATION]
    last = template.context.organisation
    return found or ([last] if last is not None else [])


def _complete(template: Template) -> Iterator[Finding]:
    """A list of most of an organisation's members beside its name: "Brazil, Russia, India and China met as BRIC"."""
    near = template.entities(" ".join(re.findall(slot("O") + r"(?! (?:treaty|pact)\b)", template.text)))
    near += [
        p.of for m, _ in template.slots for p in m.posts if p.of is not None and m.plural
    ]  # "the bloc's leaders"
    near = [o for o in near if o.kind is EntityKind.ORGANISATION]
    if not near and template.context.organisation is not None:
        near = [template.context.organisation]
    for match in template.finditer(_LIST) if near else ():
        states = template.states(match["states"])
        for organisation in near:
            known = on_record(template, organisation)
            if (
                len(states) >= _FEW
                and all(s.key in known for s in states)
                and len(states) >= _MOST * len(known)
            ):
                yield from _told(template, match, states, organisation)
