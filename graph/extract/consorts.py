"""Wives and husbands who are named beside those who meet: "Xi and his wife, Peng Liyuan, received Putin" is Xi's meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitry.graph.claims import Entity
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_KIN = re.compile(r"(?i)\b(?:wife|husband|spouse|first lady),? (?:(?:mrs?|ms|dr|madame?|mme)\.? )?$")
_BEFORE = 30  # characters before a name in which it is said whose wife or husband it is
_CONSORTS = "wives and husbands"


def without_consorts(reading: Reading, people: Sequence[Entity]) -> list[Entity]:
    """Some people without the wives and husbands among them; all of them where there is nobody else."""
    others = [p for p in people if p.key not in _consorts(reading)] if len(people) > 1 else []
    return others or list(people)


def _consorts(reading: Reading) -> set[str]:
    """The keys of those whom the article names as somebody's wife or husband."""
    found = reading.notes.get(_CONSORTS)
    if not isinstance(found, set):
        found = reading.notes[_CONSORTS] = set()
        text = reading.article.text
        for passage in reading.passages:
            for mention in passage.mention_at.values():
                if mention.kind is MentionKind.PERSON and mention.entity is not None:
                    name = max(mention.start, mention.name_start)
                    if _KIN.search(text, max(0, name - _BEFORE), name):
                        found.add(mention.entity.key)
    return found
