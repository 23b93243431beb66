"""A process of ours, started as a module with a socket to it, and asked one thing at a time."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from ctypes.util import find_library
from functools import cache
from typing import Any

from summitry.graph.errors import StoreError, StoreUnavailable
from summitry.server.workers import frames
from summitry.server.workers.frames import Message

GRACE = 10.0
# The engine allocates much; in our tests these took a quarter off the time of analytic queries.
ALLOCATORS = ("jemalloc", "tcmalloc_minimal")
# Without them: large pages, since lookups jump about in the graph, and memory that stays in hand between two
# queries; together they took 8 to 20 % off the same queries at 0.9 million triples.
TUNABLES = {
    "tcache_count": 1000,
    "hugetlb": 1,
    "mmap_threshold": 32 << 20,
    "trim_threshold": 64 << 20,
}


class Link:
    """The process and the socket to it; `ask` may be called from any thread."""

    def __init__(self, module: str, *arguments: str, environ: Mapping[str, str] | None = None) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", module, str(theirs.fileno()), *arguments],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env={**os.environ, **(environ or {})},
                # a Ctrl-C at the terminal is for the front, which stops the others in order
                start_new_session=True,
            )
        self._sock = ours
        self._lock = threading.Lock()

    def ask(
        self, do: str, body: bytes = b"", fds: tuple[int, ...] = (), given: bool = False, **details: Any
    ) -> Message:
        """What the process answers; StoreError with its words where it could not do what was asked.

        Descriptors that are `given` are closed here as soon as the process has them.
        """
        with self._lock:
            try:
                try:
                    frames.send(self._sock, {"do": do, **details}, body, fds)
                finally:
                    frames.close(fds if given else ())
                reply = frames.receive(self._sock)
            except (frames.Gone, OSError) as error:
                raise StoreUnavailable(f"a process of the server has ended: {error}") from None
        if "error" in reply.head:
            kind = StoreUnavailable if reply.head.get("unavailable") else StoreError
            raise kind(reply.head["error"])
        return reply

    def close(self) -> None:
        """Ends the process: it stops when its socket closes, or is stopped."""
        with contextlib.suppress(OSError):
            self._sock.close()
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@cache
def allocator() -> dict[str, str]:
    """What to put into the environment of a process so that it allocates fast, with what this machine has."""
    if sys.platform != "linux" or "LD_PRELOAD" in os.environ:
        return {}
    found = next(filter(None, map(find_library, ALLOCATORS)), None)
    if found:
        return {"LD_PRELOAD": found}
    return {"GLIBC_TUNABLES": ":".join(f"glibc.malloc.{name}={value}" for name, value in TUNABLES.items())}
