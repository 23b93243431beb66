"""Answers of the readers, and those kept because the same question comes again before the graph changes."""

from __future__ import annotations

import contextlib
import os
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import BinaryIO

from summitry.graph.errors import LimitExceeded
from summitry.server.engine import Form

MOST_READ = 16 << 20  # bytes of an answer that a page may be made from


class Spooled:
    """A file without a name; it goes when nobody holds it any more."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.size = os.fstat(fd).st_size

    def open(self) -> BinaryIO:
        """The file from its start, with a position of its own."""
        path = f"/proc/self/fd/{self.fd}"
        if os.path.exists(path):
            return open(path, "rb")
        file = os.fdopen(os.dup(self.fd), "rb")  # elsewhere the position is shared: such answers are not kept
        file.seek(0)
        return file

    def __del__(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self.fd)


@dataclass(frozen=True, slots=True)
class Answer:
    """The form a query had, and its answer: in memory, or in a file where it is large."""

    form: Form
    body: bytes
    file: Spooled | None = None
    gzip: bool = False
    volatile: bool = False  # asking again may rightly give another answer

    @property
    def size(self) -> int:
        """The bytes of the answer."""
        return self.file.size if self.file else len(self.body)

    def read(self) -> bytes:
        """The whole answer; LimitExceeded where it would fill the memory of the front."""
        if self.file is None:
            return self.body
        if self.size > MOST_READ:
            raise LimitExceeded(
                "the answer is too large for a page; ask for less (LIMIT), or for it as CSV or JSON"
            )
        with self.file.open() as file:
            return file.read()


Key = tuple[int, bytes, bool]
"""The version of the graph, the digest of the question, and whether the answer is compressed."""


class Kept:
    """The answers used last, within a number of bytes and of open files."""

    def __init__(self, bytes_in_memory: int, bytes_in_files: int, files: int) -> None:
        self._files = files
        self._limits = {False: bytes_in_memory, True: bytes_in_files}
        self._answers: dict[bool, OrderedDict[Hashable, Answer]] = {False: OrderedDict(), True: OrderedDict()}
        self._sizes = {False: 0, True: 0}
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0

    def get(self, key: Hashable) -> Answer | None:
        """The answer kept under a key."""
        with self._lock:
            for answers in self._answers.values():
                if key in answers:
                    answers.move_to_end(key)
                    self.hits += 1
                    return answers[key]
            return None

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keeps an answer, unless it is volatile or would push out everything else."""
        large = answer.file is not None
        self.misses += 1
        if answer.volatile or answer.size > self._limits[large] // 4:
            return
        with self._lock:
            answers = self._answers[large]
            if key in answers:
                return
            answers[key] = answer
            self._sizes[large] += answer.size
            while self._sizes[large] > self._limits[large] or (large and len(answers) > self._files):
                self._sizes[large] -= answers.popitem(last=False)[1].size

    def clear(self) -> None:
        """Forgets everything: the graph has changed."""
        with self._lock:
            for large, answers in self._answers.items():
                answers.clear()
                self._sizes[large] = 0
