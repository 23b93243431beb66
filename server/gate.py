"""What stands between waitress and the application: a count of who is inside, and an end in good order."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from types import FrameType
from typing import Any

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]

from summitry.server.logs import Application, Environ, StartResponse

LOG = logging.getLogger("summitry.server")
BUSY = b'{"type":"about:blank","title":"Stopping","status":503,"detail":"this server is stopping"}\n'


class Gate:
    """Wraps an application: counts the requests inside, and lets no more in once the server stops."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._lock = threading.Lock()
        self._inside = 0
        self.closed = False

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answers, or says that the server stops."""
        if self.closed:
            start_response(
                "503 Service Unavailable",
                [("Content-Type", "application/problem+json"), ("Retry-After", "5")],
            )
            return [BUSY]
        with self._lock:
            self._inside += 1
        try:
            return self._application(environ, start_response)
        finally:
            with self._lock:
                self._inside -= 1

    def drain(self, channels: Mapping[int, Any], seconds: float) -> None:
        """Waits until every answer has left, or so long; from here on nobody gets in."""
        self.closed = True
        deadline = time.monotonic() + seconds
        quiet = 0  # an answer is for a moment neither inside nor yet with its channel
        while quiet < 3 and time.monotonic() < deadline:
            quiet = 0 if self._inside or any(map(is_busy, list(channels.values()))) else quiet + 1
            time.sleep(0.02)


def is_busy(channel: object) -> bool:
    """Whether this is a connection on which something is asked or still being sent."""
    return isinstance(channel, HTTPChannel) and bool(channel.requests or channel.total_outbufs_len)


def listen_for_stop(gate: Gate, channels: Mapping[int, Any], grace: float) -> None:
    """The first signal lets running requests end; a second one does not wait."""

    def stop(number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        LOG.info("stopping: requests that are running have %g seconds", grace)
        threading.Thread(target=finish, daemon=True).start()

    def finish() -> None:
        gate.drain(channels, grace)
        signal.raise_signal(signal.SIGUSR1)

    def leave(*_: Any) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGUSR1, leave)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def listen_for_reload(reload: Callable[[], None]) -> None:
    """SIGHUP takes the graph from the durable store again, without a pause."""
    signal.signal(signal.SIGHUP, lambda *_: threading.Thread(target=reload, daemon=True).start())
