"""`summitry serve`: the application behind waitress, started and stopped in order."""

from __future__ import annotations

import logging
import signal
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import waitress  # type: ignore[import-untyped]

from summitry.graph.errors import SummitryError, UsageError
from summitry.graph.questions import load_questions
from summitry.graph.store import is_url
from summitry.server.app import create_app
from summitry.server.logs import AccessLog, Application, Environ, StartResponse
from summitry.server.service import Service
from summitry.server.settings import Settings, read_settings

LOG = logging.getLogger("summitry.server")
GRACE = 10.0  # seconds that running requests get when the server is told to stop
LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"
BUSY = b'{"type":"about:blank","title":"Stopping","status":503,"detail":"this server is stopping"}\n'


def run(
    store: str,
    host: str | None = None,
    port: int | None = None,
    token_file: Path | None = None,
    query_timeout: float | None = None,
    empty: bool | None = None,
    config: Path | None = None,
    queries: Iterable[Path] = (),
    remotes: Iterable[str] | None = None,
) -> None:
    """Serves the store until told to stop by SIGTERM or SIGINT; what is not given comes from the
    environment, then from the file `config`."""
    flags = {
        "store": store,
        "host": host,
        "port": port,
        "token_file": token_file,
        "query_timeout": query_timeout,
        "empty": empty,
        "remotes": None if remotes is None else tuple(remotes),
    }
    serve(read_settings(flags, config), queries)


def serve(settings: Settings, queries: Iterable[Path] = ()) -> None:
    """Serves until told to stop."""
    if is_url(settings.store):
        raise UsageError(f"{settings.store} is served already; `serve` takes a folder")
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format=LINE)
    service = Service(settings)
    try:
        service.start()
        gate = Gate(create_app(service, load_questions(*queries)).wsgi_app)
        server = waitress.create_server(
            AccessLog(gate),
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            connection_limit=1000,
            channel_timeout=settings.limits.idle_seconds,
            cleanup_interval=2,
            max_request_header_size=settings.limits.header_bytes,
            max_request_body_size=settings.limits.upload_bytes,
            channel_request_lookahead=0,
            ident="summitry",
        )
        listen_for_stop(gate)
        listen_for_reload(service)
        print(
            f"Summitry answers at http://{settings.host}:{server.effective_port}/",
            file=sys.stderr,
            flush=True,
        )
        server.run()
    finally:
        service.close()


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

    def drain(self, seconds: float) -> None:
        """Waits until nobody is inside, or so long."""
        self.closed = True
        deadline = time.monotonic() + seconds
        while self._inside and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.05)  # the last answers leave through the main thread


def listen_for_stop(gate: Gate) -> None:
    """The first signal lets running requests end; a second one does not wait."""

    def stop(number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        LOG.info("stopping")
        threading.Thread(target=finish, daemon=True).start()

    def finish() -> None:
        gate.drain(GRACE)
        signal.raise_signal(signal.SIGUSR1)

    def leave(*_: Any) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGUSR1, leave)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def listen_for_reload(service: Service) -> None:
    """SIGHUP takes the graph from the durable store again, without a pause."""

    def reload() -> None:
        try:
            service.reload()
            LOG.info("the graph was loaded again")
        except SummitryError as error:
            LOG.error("the graph could not be loaded again: %s", error)

    signal.signal(signal.SIGHUP, lambda *_: threading.Thread(target=reload, daemon=True).start())
