"""Notices that another process has changed the durable store, while this server only reads it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from summitry.graph.errors import StoreUnavailable, SummitryError

LOG = logging.getLogger("summitry.server")
EVERY = 2.0  # seconds
Stamp = frozenset[tuple[str, int, int]]


def stamp(folder: Path) -> Stamp:
    """What tells one state of a store from another: its tables, and its log where something is in it.

    Opening a store without changing it leaves both as they were.
    """
    found = []
    for path in folder.glob("*"):
        if path.suffix in (".sst", ".log"):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            if stat.st_size:
                found.append((path.name, stat.st_size, stat.st_mtime_ns))
    return frozenset(found)


class Watch:
    """A thread that reloads the graph once the store has changed and come to rest."""

    def __init__(self, folder: Path, reload: Callable[[], None]) -> None:
        self._folder = folder
        self._reload = reload
        self._stop = threading.Event()
        self._seen = stamp(folder)
        threading.Thread(target=self._run, daemon=True).start()

    def close(self) -> None:
        """Stops watching."""
        self._stop.set()

    def _run(self) -> None:
        last = self._seen
        while not self._stop.wait(EVERY):
            now = stamp(self._folder)
            if now != self._seen and now == last:
                self._try()
                now = stamp(self._folder)
            last = now

    def _try(self) -> None:
        try:
            self._reload()
            LOG.info("%s has changed; the graph was loaded again", self._folder)
        except StoreUnavailable:
            return  # its writer is still at work
        except SummitryError as error:
            LOG.error("%s has changed, but cannot be loaded: %s", self._folder, error)
        self._seen = stamp(self._folder)
