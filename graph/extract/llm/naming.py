"""Names that a model gives -> entities, by what the article's own mentions stand for, else by the gazetteer.

A name that the article does not write anywhere is nobody's: no entity comes from the model's own knowledge.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.extract.llm.quoting import occurrences
from summitry.graph.extract.llm.slots import Sort
from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.model import Mention
from summitry.graph.mentions.reading import Reading
from summitry.graph.names import slug

_POWERS = frozenset({EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.REGION, EntityKind.BODY})
KINDS: dict[Sort, frozenset[EntityKind]] = {
    Sort.PERSON: frozenset({EntityKind.PERSON}),
    Sort.ACTOR: _POWERS | {EntityKind.PERSON},
    Sort.ACTORS: _POWERS | {EntityKind.PERSON},
    Sort.POWER: _POWERS,
    Sort.STATE: frozenset({EntityKind.STATE}),
    Sort.ORGANISATION: frozenset({EntityKind.ORGANISATION, EntityKind.BODY}),
    Sort.PLACE: frozenset({EntityKind.CITY, EntityKind.REGION, EntityKind.STATE}),
    Sort.CITY: frozenset({EntityKind.CITY, EntityKind.REGION}),
}
_NEAREST = 12  # places of a name that are looked at
_LONGEST = 120  # characters of a name


class Namer:
    """Who or what is meant by names in one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        found = {(m.start, m.end): m for passage in reading.passages for m in passage.mention_at.values()}
        self._mentions = [found[span] for span in sorted(found)]
        self._starts = [m.start for m in self._mentions]

    def find(self, name: str, sort: Sort, evidence: Sequence[Evidence]) -> tuple[Entity, ...]:
        """The entities of a fitting kind that a name stands for, as it is meant nearest to the evidence; none if unknown."""
        text = self._reading.article.text
        spans = occurrences(text, name) if len(name) <= _LONGEST else []
        spans.sort(key=lambda span: (_distance(span, evidence), span))
        for start, end in spans[:_NEAREST]:
            entities = self._mentioned(start, end, KINDS[sort])
            if entities:
                return entities
        if not spans:
            return ()
        start, end = spans[0]
        return self._known(text[start:end], sort)

    def _mentioned(self, start: int, end: int, kinds: frozenset[EntityKind]) -> tuple[Entity, ...]:
        """What the mention there stands for; the one that covers most of the words, where there are several."""
        near = [m for m in self._around(start, end) if any(e.kind in kinds for e in self._entities(m))]
        if not near:
            return ()
        best = max(near, key=lambda m: min(m.end, end) - max(m.start, start))
        if 2 * (min(best.end, end) - max(best.start, start)) < end - start:
            return ()  # a word of a longer name
        return tuple(e for e in self._entities(best) if e.kind in kinds)

    def _around(self, start: int, end: int) -> list[Mention]:
        at = bisect_left(self._starts, start)
        found = [m for m in self._mentions[max(0, at - 2) : at] if m.end > start]
        while at < len(self._mentions) and self._starts[at] < end:
            found.append(self._mentions[at])
            at += 1
        return found

    def _entities(self, mention: Mention) -> tuple[Entity, ...]:
        return self._reading.entities(mention)

    def _known(self, name: str, sort: Sort) -> tuple[Entity, ...]:
        """The gazetteer's entity for a name that no mention covers; a new person for an unknown full name."""
        gazetteer, kinds = self._reading.gazetteer, KINDS[sort]
        written = " ".join(name.split())
        for entry in gazetteer.lookup(written):
            if entry.kind in kinds:
                return (_entity(entry, written),)
        state = gazetteer.demonym(written) if EntityKind.STATE in kinds else None
        if state is not None:
            return (_entity(state, written),)
        people = gazetteer.surname(written) if EntityKind.PERSON in kinds else ()
        if len(people) == 1:
            return (_entity(people[0], written),)
        return (_person(written),) if sort is Sort.PERSON and _is_full_name(written) else ()


def _distance(span: tuple[int, int], evidence: Sequence[Evidence]) -> int:
    return min(max(0, e.start - span[1], span[0] - e.end) for e in evidence)


def _entity(entry: Entry, written: str) -> Entity:
    return Entity(entry.kind, entry.name, entry.key, written)


def _is_full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and words[0][:1].isupper() and words[-1][:1].isupper() and bool(slug(name))


def _person(name: str) -> Entity:
    return Entity(EntityKind.PERSON, name, f"person/{slug(name)}", name)
