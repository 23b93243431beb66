"""Changes on disk before they are acknowledged.

The engine's own commits survive a killed process, but reach the disk some time later, so a power cut can
take the last ones. A change is appended here and synced first (4 ms against 50 for syncing the engine), and
what the store does not have is applied again when it is next opened. How far the store has come stands in
the store itself.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from summitry.server.workers import changes
from summitry.server.workers.changes import Change

RECORD = struct.Struct("!QQI")  # number, size, checksum
FULL = 64 << 20  # bytes after which the store is synced and the journal begun anew
NAME = ox.NamedNode("urn:x-summitry:journal")
APPLIED = ox.NamedNode("urn:x-summitry:applied")
Turned = Callable[[Change], Iterable[Change]]


class Journal:
    """The changes that the store may not have on disk yet."""

    def __init__(self, path: Path, store: ox.Store, turned: Turned = lambda change: iter((change,))) -> None:
        self._store = store
        self._turned = turned  # what a change is to the store
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._last = self._applied()
        self.replayed = 0  # changes that the store had to be told again
        self.replay()

    def append(self, data: bytes) -> None:
        """Keeps a change on disk."""
        number = self._last + 1
        head = RECORD.pack(number, len(data), zlib.crc32(data))
        place = os.lseek(self._fd, 0, os.SEEK_END)
        try:
            view = memoryview(head + data)
            while view:
                view = view[os.write(self._fd, view) :]
            os.fsync(self._fd)
        except OSError:
            os.ftruncate(self._fd, place)  # a half-written record must not hide what comes after it
            raise
        self._last = number

    def done(self) -> None:
        """Notes in the store that it has the last change."""
        self._note(self._last)
        if os.lseek(self._fd, 0, os.SEEK_END) > FULL:
            self.checkpoint()

    def replay(self) -> None:
        """Applies what the store does not have, and begins anew."""
        have = self._applied()
        for number, data in self._records():
            if number > have:
                for part in self._turned(changes.decode(data)):
                    changes.apply(self._store, part)
                self.replayed += 1
        self.checkpoint()

    def checkpoint(self) -> None:
        """Syncs the store, after which the journal may be empty and the note in the store go."""
        if os.lseek(self._fd, 0, os.SEEK_END):
            self._store.flush()
            os.ftruncate(self._fd, 0)
            os.fsync(self._fd)
        if self._store.contains_named_graph(NAME):
            self._store.remove_graph(NAME)
        self._last = 0

    def close(self) -> None:
        """Leaves nothing to be done when the store is next opened."""
        self.checkpoint()
        os.close(self._fd)

    def _records(self) -> Iterator[tuple[int, bytes]]:
        """The whole records; one cut short by a power failure ends them."""
        data, place = self._read(), 0
        while place + RECORD.size <= len(data):
            number, size, checksum = RECORD.unpack_from(data, place)
            place += RECORD.size
            body = data[place : place + size]
            place += size
            if len(body) < size or zlib.crc32(body) != checksum:
                return
            yield number, body

    def _read(self) -> bytes:
        os.lseek(self._fd, 0, os.SEEK_SET)
        pieces = []
        while piece := os.read(self._fd, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces)

    def _applied(self) -> int:
        """The number of the last change that the store has."""
        quads = self._store.quads_for_pattern(NAME, APPLIED, None, NAME)
        return max((int(q.object.value) for q in quads if isinstance(q.object, ox.Literal)), default=0)

    def _note(self, number: int) -> None:
        old = list(self._store.quads_for_pattern(NAME, APPLIED, None, NAME))
        self._store.add(ox.Quad(NAME, APPLIED, ox.Literal(number), NAME))
        for quad in old:
            self._store.remove(quad)
