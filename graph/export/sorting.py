"""Lines of text, as many as there are -> sorted keys in batches, in the same memory however many there are.

What does not fit in memory is sorted in runs and spilled to files without a name; the runs are merged block by block,
which the sort of Python does at once since each block is in order already.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO

ROOM = 16 << 20
"""Bytes sorted at a time; the memory taken is some six times as much."""
LARGEST = 128 << 20
"""Bytes in one spill file: a server's readers may not write larger ones."""
SMALLEST = 64 << 10
"""Bytes read from a run at a time, at least."""


@dataclass(slots=True)
class Run:
    """Sorted keys in a part of a file, read a block at a time."""

    file: IO[bytes]
    place: int
    end: int
    keys: list[str] = field(default_factory=list)

    @property
    def more(self) -> bool:
        """True if some keys are still to be read."""
        return self.place < self.end

    def read(self, size: int) -> None:
        """Takes the next block into `keys`."""
        self.file.seek(self.place)
        data = self.file.read(min(size, self.end - self.place))
        while not data.endswith(b"\n"):
            cut = data.rfind(b"\n") + 1
            if cut:
                data = data[:cut]
            else:  # one key longer than the block
                data += self.file.read(min(size, self.end - self.place - len(data)))
        self.place += len(data)
        self.keys = data.decode().split("\n")[:-1]


class Sorter:
    """A sink of bytes; `keys` makes the keys to sort of a list of whole lines."""

    def __init__(self, keys: Callable[[list[str]], Iterable[str]] = iter, room: int = ROOM) -> None:
        self._keys = keys
        self._room = room
        self._pieces: list[bytes] = []
        self._loose: list[str] = []
        self._held = 0
        self._runs: list[Run] = []
        self._file: IO[bytes] | None = None

    def write(self, data: bytes) -> int:
        """Takes the next piece of text; lines may break anywhere."""
        self._pieces.append(bytes(data))
        self._hold(len(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back that `batches` would not give."""

    def add(self, keys: Sequence[str]) -> None:
        """Takes keys that are ready."""
        self._loose.extend(keys)
        self._hold(sum(map(len, keys)))

    def _hold(self, size: int) -> None:
        self._held += size
        if self._held > self._room:
            self._spill(self._take())

    def _take(self) -> list[str]:
        """The keys at hand, sorted; a broken last line stays."""
        text = b"".join(self._pieces)
        cut = text.rfind(b"\n") + 1
        rest = text[cut:]
        self._pieces, self._held = [rest], len(rest)
        taken, self._loose = self._loose, []
        taken.extend(self._keys(text[:cut].decode().split("\n")[:-1]))
        taken.sort()
        return taken

    def _spill(self, keys: list[str]) -> None:
        if not keys:
            return
        if self._file is None or self._file.tell() > LARGEST - 2 * self._room:
            self._file = tempfile.TemporaryFile(prefix="summitry-")  # noqa: SIM115 - its runs keep it open
        start = self._file.tell()
        self._file.write("".join(f"{key}\n" for key in keys).encode())
        self._runs.append(Run(self._file, start, self._file.tell()))

    def batches(self) -> Iterator[list[str]]:
        """All keys in order, in lists of some size; asked for once, when everything is in."""
        rest = self._take()
        if not self._runs:
            if rest:
                yield rest
            return
        self._spill(rest)
        del rest
        yield from _merge(self._runs, max(SMALLEST, self._room // len(self._runs)))


def _merge(runs: list[Run], size: int) -> Iterator[list[str]]:
    while runs:
        for run in runs:
            if not run.keys and run.more:
                run.read(size)
        # Up to the smallest of the last keys at hand, no run can have anything that is not at hand.
        bound = min((run.keys[-1] for run in runs if run.more), default=None)
        batch: list[str] = []
        for run in runs:
            cut = len(run.keys) if bound is None else bisect_right(run.keys, bound)
            batch += run.keys[:cut]
            del run.keys[:cut]
        batch.sort()
        yield batch
        runs = [run for run in runs if run.keys or run.more]
