"""Says on stderr that something long is under way, and for how long already."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

LOG = logging.getLogger("summitry.server")
EVERY = 10.0  # seconds


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """A moving sign on a terminal; elsewhere a line now and then."""
    if sys.stderr.isatty():
        with Console(stderr=True).status(what):
            yield
        return
    done, began = threading.Event(), time.monotonic()

    def tell() -> None:
        while not done.wait(EVERY):
            LOG.info("%s: %d s so far", what, time.monotonic() - began)

    threading.Thread(target=tell, daemon=True).start()
    try:
        yield
    finally:
        done.set()
