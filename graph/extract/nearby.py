"""What stands near a sentence: the one other state, the only day."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Entity
from summitry.graph.dates import TimeKind
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_STATES = (MentionKind.STATE, MentionKind.DEMONYM, MentionKind.METONYM, MentionKind.CITY)
_BEFORE = 2  # sentences
_DAYS = (TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.NEAR)


def other_state(template: Template, known: Sequence[Entity]) -> Entity | None:
    """The one state besides that a sentence and the two before it name: who is meant where a side is left unsaid."""
    notes = template.reading.notes.setdefault("named_near", {})
    if not notes:
        rows: list[list[Entity]] = []
        for sentence in templates(template.reading):
            slots = "".join(f"⟦S{n}⟧" for n, (m, _) in enumerate(sentence.slots) if m.kind in _STATES)
            rows.append(sentence.states(slots))
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
