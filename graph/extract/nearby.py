"""What a sentence names, and what stands near it: its states, the one other state, the only day."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.dates import TimeKind
from summitry.graph.extract.parties import meant
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_STATES = (MentionKind.STATE, MentionKind.DEMONYM, MentionKind.METONYM, MentionKind.CITY)
_BEFORE = 2  # sentences
_DAYS = (TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.NEAR)


def named(template: Template) -> list[Entity]:
    """The states that a sentence names, as such, by their people, by their capitals or seats of power."""
    found: dict[str, Entity] = {}
    for mention, _ in template.slots:
        if mention.kind in _STATES:
            for entity in meant(template, mention):
                found.setdefault(entity.key, entity)
    return [e for e in found.values() if e.kind is EntityKind.STATE]


def states_named(template: Template) -> list[Entity]:
    """The states of a sentence: those that it names, and those that its people act for."""
    found = {e.key: e for e in named(template)}
    for mention, _ in template.slots:
        found |= {e.key: e for e in template.homes(list(template.reading.entities(mention)))}
    return list(found.values())


def other_state(template: Template, known: Sequence[Entity]) -> Entity | None:
    """The one state besides that a sentence and the two before it name: who is meant where a side is left unsaid."""
    notes = template.reading.notes.setdefault("named_near", {})
    if not notes:
        rows: list[list[Entity]] = []
        for sentence in templates(template.reading):
            rows.append(named(sentence))
            if sentence.pieces:
                notes[sentence.pieces[0].start] = [e for row in rows[-_BEFORE - 1 :] for e in row]
    mine = {e.key for e in known}
    others = {e.key: e for e in notes.get(template.pieces[0].start, []) if e.key not in mine}
    return others.popitem()[1] if len(others) == 1 else None


def only_day(template: Template) -> str | None:
    """The one day that a sentence names, or else its paragraph up to its end."""
    block = template.passage.block
    end = template.pieces[-1].end
    for start in (template.pieces[0].start, block.start):
        times = template.reading.timeline.within(start, end)
        days = {t.value.start for t in times if t.expression.kind in _DAYS} - {None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None
