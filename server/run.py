"""`summitry serve`: the application behind waitress, started and stopped in order."""

from __future__ import annotations

import ctypes
import logging
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import waitress  # type: ignore[import-untyped]

from summitry.graph.errors import ConfigurationError, SummitryError, UsageError
from summitry.graph.questions import load_questions
from summitry.graph.store import is_url
from summitry.server.app import create_app
from summitry.server.examples import shown
from summitry.server.gate import Gate, listen_for_reload, listen_for_stop
from summitry.server.lane import IDENT, Lane
from summitry.server.logs import AccessLog, Application, open_audit
from summitry.server.metrics import Meter
from summitry.server.service import Service
from summitry.server.settings import LINE, Settings, read_settings
from summitry.server.waiting import waiting

LOG = logging.getLogger("summitry.server")
FORWARDED = {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"}
ARENA_MAX, TRIM_THRESHOLD = -8, -1  # of mallopt(3)
SWITCH = 0.0005  # seconds: the loop that reads connections does not wait the usual 5 ms for a busy thread
SPARE_FILES = 1000  # beside those of connections and kept answers


def run(config: Path | None = None, queries: Iterable[str | Path] = (), **flags: Any) -> None:
    """Serves until told to stop by SIGTERM or SIGINT; settings that are not given come from the environment,
    then from the file `config`."""
    serve(read_settings(flags, config), map(Path, queries))


def serve(settings: Settings, queries: Iterable[Path] = ()) -> None:
    """Serves until told to stop."""
    if is_url(settings.store):
        raise UsageError(f"{settings.store} is served already; `serve` takes a folder")
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format=LINE)
    open_audit(settings.audit_file)
    limits = settings.limits
    sys.setswitchinterval(SWITCH)
    return_memory()
    allow_files(limits.connections + limits.kept_files + SPARE_FILES)
    questions = load_questions(*queries)
    service = Service(settings, b"" if settings.empty else shown(questions.values(), settings.base))
    try:
        began = time.monotonic()
        with waiting(f"loading {settings.store or 'an empty graph'}"):
            service.start()
        meter = Meter()
        gate = Gate(create_app(service, questions, meter).wsgi_app)
        lane = Lane(service, meter, lambda: gate.closed)
        channels: dict[int, Any] = {}
        server = listen(AccessLog(gate), settings, channels)
        lane.open(channels)
        listen_for_stop(gate, channels, settings.grace)
        listen_for_reload(lambda: reload(service))
        LOG.info("ready after %.1f s", time.monotonic() - began)
        for host, port in getattr(server, "effective_listen", [(settings.host, effective_port(server))]):
            where = f"[{host}]" if ":" in host else host
            print(f"Summitry answers at http://{where}:{port}/", file=sys.stderr, flush=True)
        lane.run(server, channels)
    finally:
        service.close()


def listen(application: Application, settings: Settings, channels: dict[int, Any]) -> Any:
    """A server on the address of the settings; `channels` will hold its connections."""
    limits, proxy = settings.limits, {}
    if settings.trusted_proxy:
        proxy = {"trusted_proxy": settings.trusted_proxy, "trusted_proxy_headers": FORWARDED}
    try:
        return waitress.create_server(
            application,
            map=channels,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            connection_limit=limits.connections,
            channel_timeout=limits.idle_seconds,
            cleanup_interval=2,
            max_request_header_size=limits.header_bytes,
            max_request_body_size=limits.upload_bytes,
            channel_request_lookahead=0,
            recv_bytes=128 << 10,
            asyncore_use_poll=True,  # select() ends at 1,024 open files
            ident=IDENT,
            **proxy,
        )
    except (OSError, ValueError) as error:
        where = f"{settings.host}:{settings.port}"
        raise ConfigurationError(f"cannot listen at {where}: {error}; try another --port or --host") from None


def effective_port(server: Any) -> int:
    """The port that a server got."""
    return int(server.effective_port)


def allow_files(wanted: int) -> None:
    """Lets this process and its children open so many files, as far as the system does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    ceiling = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < ceiling:
        resource.setrlimit(resource.RLIMIT_NOFILE, (ceiling, hard))


def return_memory() -> None:
    """Makes the C library give memory back: with an arena for every thread, a thousand large requests left
    200 MiB behind."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(ARENA_MAX, 2)
        libc.mallopt(TRIM_THRESHOLD, 128 << 10)


def reload(service: Service) -> None:
    """Takes the graph from the durable store again."""
    try:
        service.reload()
        LOG.info("the graph was loaded again")
    except SummitryError as error:
        LOG.error("the graph could not be loaded again: %s", error)
