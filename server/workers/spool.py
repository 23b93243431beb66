"""Where a child writes an answer: the start in memory, the rest in a file without a name, never past a
limit."""

from __future__ import annotations

import os
import tempfile
import zlib

from summitry.graph.errors import LimitExceeded

GZIP = 16 + zlib.MAX_WBITS
WORTH_GZIP = 1024  # a shorter answer travels in one packet anyway


class Spool:
    """A sink for an answer of unknown size."""

    def __init__(self, inline: int, limit: int, gzip: bool = False) -> None:
        self.written = 0  # before compression
        self.full = False
        self._inline = inline
        self._limit = limit
        self._parts: list[bytes] = []
        self._held = 0
        self._file: int | None = None
        self._wants_gzip = gzip
        self._packer: zlib._Compress | None = None

    @property
    def gzipped(self) -> bool:
        """Whether the answer is compressed."""
        return self._packer is not None

    def write(self, data: bytes) -> int:
        """Takes the next piece; LimitExceeded past the limit."""
        self.written += len(data)
        if self.written > self._limit:
            self.full = True
            raise LimitExceeded(f"the answer is larger than the {self._limit} bytes this server gives")
        if self._wants_gzip and self._packer is None and self.written > WORTH_GZIP:
            self._packer = zlib.compressobj(1, wbits=GZIP)
            start, self._parts, self._held = b"".join(self._parts), [], 0
            self._keep(self._packer.compress(start))
        self._keep(self._packer.compress(data) if self._packer else bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back from the process itself."""

    def _keep(self, data: bytes) -> None:
        self._parts.append(data)
        self._held += len(data)
        if self._held > self._inline:
            self._spill()

    def _spill(self) -> None:
        if self._file is None:
            self._file, path = tempfile.mkstemp(prefix="summitry-")
            os.unlink(path)
        view = memoryview(b"".join(self._parts))
        while view:
            view = view[os.write(self._file, view) :]
        self._parts, self._held = [], 0

    def finish(self) -> tuple[bytes, int | None]:
        """The answer: in memory, or as a file descriptor where it did not fit."""
        if self._packer:
            self._keep(self._packer.flush())
        if self._file is None:
            return b"".join(self._parts), None
        self._spill()
        return b"", self._file

    def drop(self) -> None:
        """Forgets the answer."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._parts, self._held = [], 0
