"""How literals were written that the durable store holds by value alone: a store beside it, where there are any.

The graph in memory has such literals wrapped (`server.literals`), and so have changes. The durable store has their
values, as everything that opens it expects. Beside it, in the same graphs, stand the quads as they were written; a
quad that was written in the engine's own way too has a note of that, its literal wrapped all the same. What stands
here only tells more of quads that the durable store has: losing it loses spellings, no facts.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from summitry.server.literals import MARK_BYTES, by_value, marked, unwrap
from summitry.server.workers import changes
from summitry.server.workers.changes import Change, Kind, Step


class Spellings:
    """Takes the spellings out of changes, and puts them back into the graph that is handed out."""

    def __init__(self, path: Path, store: ox.Store) -> None:
        self._path = path
        self._store = store
        self._written = ox.Store(str(path)) if path.exists() else None
        if self._written is not None:  # others may have changed the durable store
            self._forget(quad for quad in list(self._written) if value_of(quad) not in store)
            if next(iter(self._written), None) is None:
                self._written = None
                shutil.rmtree(path)

    def turned(self, change: Change) -> Iterator[Change]:
        """The change as the durable store is to have it, in parts, each applied before the next is asked for.

        What is added is noted before it is applied, what is removed afterwards, and all of it is on disk when the
        last part is done: a change that is applied again after a crash finds what it needs.
        """
        if self._written is None and not any(MARK_BYTES in step.text for step in change):
            yield change
            return
        for step in change:
            if step.kind is Kind.ADD:
                yield (self._add(step),)
            elif step.kind is Kind.REMOVE:
                values, notes = self._gone(step)
                yield (changes.remove(values),)
                self._forget(notes)
            else:
                yield (step,)
                if self._written is not None and step.kind is not Kind.CREATE:
                    self._written.remove_graph(step.graph)
                    self._written.flush()

    def steps(self) -> Change:
        """What makes of the durable store's graph the one that was written."""
        if self._written is None:
            return ()
        written = [quad for quad in self._written if value_of(quad) in self._store]
        plain = {value_of(quad) for quad in written if is_note(quad)}
        come = [quad for quad in written if not is_note(quad)]
        gone = {value_of(quad) for quad in come} - plain
        return changes.remove(gone), changes.add(come)

    def _add(self, step: Step) -> Step:
        """Notes the spellings; what is to be added are values."""
        values: dict[ox.Quad, None] = {}
        notes: dict[
            ox.Quad, set[ox.Quad]
        ] = {}  # of each value: how it is written from here on, if not plainly
        for quad in step.quads():
            value = value_of(quad)
            known = notes.get(value) or self._of(value)
            if is_wrapped(quad):
                plain = not known and (value in self._store or value in values)
                notes[value] = known | {quad} | ({note_of(value)} if plain else set())
            elif known:
                notes[value] = known | {note_of(value)}
            values[value] = None
        self._keep(quad for found in notes.values() for quad in found)
        return changes.add(values)

    def _gone(self, step: Step) -> tuple[list[ox.Quad], list[ox.Quad]]:
        """The values that nothing states once these quads are out, and the notes that go with the quads."""
        values: list[ox.Quad] = []
        notes: set[ox.Quad] = set()
        for quad in step.quads():
            value = value_of(quad)
            known = self._of(value) - notes
            if not known and not is_wrapped(quad):
                values.append(value)
            ends = known & {quad if is_wrapped(quad) else note_of(value)}
            left = known - ends
            if ends and not left:
                values.append(value)
            notes |= known if left == {note_of(value)} else ends
        return values, list(notes)

    def _of(self, value: ox.Quad) -> set[ox.Quad]:
        """The ways in which a quad is written, if it is written otherwise than in the engine's own way alone."""
        if self._written is None:
            return set()
        same = self._written.quads_for_pattern(value.subject, value.predicate, None, value.graph_name)
        return {quad for quad in same if value_of(quad) == value}

    def _keep(self, quads: Iterable[ox.Quad]) -> None:
        found = list(quads)
        if found:
            if self._written is None:
                self._written = ox.Store(str(self._path))
            self._written.extend(found)
            self._written.flush()

    def _forget(self, quads: Iterable[ox.Quad]) -> None:
        found = list(quads)
        if found and self._written is not None:
            for quad in found:
                self._written.remove(quad)
            self._written.flush()


def value_of(quad: ox.Quad) -> ox.Quad:
    """The quad as the engine keeps it."""
    return ox.Quad(quad.subject, quad.predicate, by_value(quad.object), quad.graph_name)


def note_of(value: ox.Quad) -> ox.Quad:
    """The note that a quad is written in the engine's own way too."""
    return ox.Quad(value.subject, value.predicate, marked(value.object), value.graph_name)


def is_wrapped(quad: ox.Quad) -> bool:
    """Whether a quad is written in a way of its own."""
    return bool(unwrap(quad.object) != quad.object)


def is_note(quad: ox.Quad) -> bool:
    """Whether this is a note that a quad is written in the engine's own way too."""
    return bool(unwrap(quad.object) == by_value(quad.object))
