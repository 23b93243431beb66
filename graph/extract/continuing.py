"""Meetings that go on where the sentence before them stands: "In Rome on Monday she will meet X. She will also see Y."."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Finding, Meeting, Status
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.inheriting import trigger
from summitry.graph.mentions.reading import Reading

_ALSO = frozenset({"also", "additionally", "likewise"})
_Told = tuple[int, Meeting]  # where its words begin, what they tell


def continued(reading: Reading, findings: list[Finding]) -> list[Finding]:
    """The findings, meetings planned "also" with the day and the place of the one planned right before by somebody of theirs."""
    planned: list[_Told] = []
    for found in findings:
        event = found.payload
        if isinstance(event, Meeting) and event.status is Status.PLANNED and (event.date or event.place):
            planned += [(evidence.start, event) for evidence in found.evidence]
    planned.sort(key=_begins)
    return [_continued(reading, found, planned) for found in findings]


def _continued(reading: Reading, found: Finding, planned: list[_Told]) -> Finding:
    event = found.payload
    if not isinstance(event, Meeting) or event.status is not Status.PLANNED or (event.date and event.place):
        return found
    token, passage = trigger(reading, found)
    if token is None or passage is None or not _also(token):
        return found
    start = passage.starts[(passage.before(token.sent) or token.sent).start]
    first, last = (bisect_left(planned, at, key=_begins) for at in (start, passage.starts[token.sent.start]))
    people = {p.key for p in event.participants}
    for _, other in reversed(planned[first:last]):
        theirs = {p.key for p in other.participants}
        if people & theirs and people != theirs:
            both = replace(event, date=event.date or other.date, place=event.place or other.place)
            return replace(found, payload=both)
    return found


def _also(token: Token) -> bool:
    return any(c.lower_ in _ALSO for verb in (token, verb_of(token)) for c in verb.children)


def _begins(told: _Told) -> int:
    return told[0]
