"""Queries answered from the loop that reads connections, without a thread: what differs from an earlier request in
its query alone, where the answer is known or a reader is free.

Everything else, and whatever ends otherwise than with a short answer, goes the long way through the application.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.server import BaseWSGIServer  # type: ignore[import-untyped]
from waitress.task import WSGITask  # type: ignore[import-untyped]
from waitress.utilities import build_http_date  # type: ignore[import-untyped]
from waitress.wasyncore import poll2  # type: ignore[import-untyped]

from summitry.graph.errors import SummitryError
from summitry.server.answers import Answer
from summitry.server.engine import Job
from summitry.server.errands import Errand, Errands
from summitry.server.logs import Environ, note
from summitry.server.metrics import Meter
from summitry.server.recipes import UNFINISHED, Raw, Recipe, Recipes, read_raw
from summitry.server.results import LEARN, SAME, SETTLE, fits, headers_of, tag
from summitry.server.service import Service

LOG = logging.getLogger("summitry.server")
ROUTE = "/sparql"
IDENT = "summitry"
IDLE = 1.0  # seconds between two rounds of the loop at most


class Pending:
    """Stands for a request that the loop itself sees to, so that nothing more is read meanwhile."""

    def close(self) -> None:
        """It holds nothing."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request on its way, and what is noted of it."""

    channel: Channel
    recipe: Recipe
    job: Job
    version: str
    began: float

    @property
    def line(self) -> list[str]:
        """The method, the address and the version of HTTP."""
        return self.channel.whole.partition(b"\r\n")[0].decode("latin-1").split(" ")


class Landing:
    """Where the answer of a reader comes in: an entry among the connections of the loop."""

    accepting = False

    def __init__(self, lane: Lane, request: Request, errand: Errand) -> None:
        self.request, self.errand = request, errand
        self.fd = errand.reader.sock.fileno()
        self._lane = lane
        self._landed = False

    def readable(self) -> bool:
        """It waits for one thing."""
        return True

    def writable(self) -> bool:
        """What it had to say has been said."""
        return False

    def handle_read_event(self) -> None:
        """Something came, or the reader has ended."""
        if not self._landed:
            self._landed = True
            self._lane.land(self)

    handle_expt_event = handle_close = close = handle_read_event

    def handle_error(self) -> None:
        """A fault of ours: it must not stop the loop."""
        LOG.exception("an answer was lost")
        self.request.channel.will_close = True


class Chore:
    """Something that waits for other processes, for a thread to do."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.service = work

    def cancel(self) -> None:
        """The server ends, and what it waits for too."""


class Task(WSGITask):  # type: ignore[misc]
    """A request that goes the long way: what was learnt of it on the short one goes with it."""

    def get_environment(self) -> Environ:
        """The environment of the request."""
        environ: Environ = super().get_environment()
        environ.setdefault(LEARN, self.channel.learn)
        environ.setdefault(SETTLE, self.channel.claim)
        return environ


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection."""

    task_class = Task

    def __init__(self, lane: Lane, *arguments: Any, **options: Any) -> None:
        self._lane = lane
        self._raw: Raw | None = None
        self._settle: Callable[[], Answer | None] | None = None
        self._early = b""  # of a request whose body has yet to come
        self.whole = b""
        super().__init__(*arguments, **options)

    def received(self, data: bytes) -> bool:
        """Takes bytes: a request that can be answered here and now, or a piece of another one."""
        self.whole, self._early = self._early + data, b""
        ours = self.request is None and not (
            self.will_close or self.close_when_flushed or self._lane.closed()
        )
        raw = read_raw(self.whole) if ours else None
        if raw == UNFINISHED:
            self._early = self.whole
            return True
        self._raw = raw
        if raw and self._lane.send(self, raw):
            return True
        return bool(super().received(self.whole))

    def take_long_way(self, settle: Callable[[], Answer | None]) -> None:
        """Lets the application answer, with what became of the query."""
        self.requests: list[Any] = []
        self._settle = settle
        if self.connected:
            super().received(self.whole)
        if not self.requests:
            self.server.add_task(Chore(self.claim))

    def claim(self) -> Answer | None:
        """What became of the query, told once."""
        settle, self._settle = self._settle, None
        return settle() if settle else None

    def learn(self, text: str, recipe: Recipe) -> None:
        """Keeps what the application made of the request."""
        if self._raw is not None:
            self._lane.recipes.learn(self.addr[0], self._raw, text, recipe)

    def service(self) -> None:
        """Lets the application answer; nothing that was left to it stays behind."""
        try:
            super().service()
        finally:
            with contextlib.suppress(SummitryError):
                self.claim()

    def send_all(self, data: bytes) -> None:
        """Sends from the loop: at once what the system takes, the rest when it can."""
        if not self.connected:
            return
        with self.outbuf_lock:
            sent = self.send(data)
            if self.connected and sent < len(data):
                self.outbufs[-1].append(data[sent:])
                self.current_outbuf_count += len(data) - sent
                self.total_outbufs_len += len(data) - sent
        self.last_activity = time.time()


class Lane:
    """What all connections share."""

    def __init__(self, service: Service, meter: Meter, closed: Callable[[], bool]) -> None:
        self.recipes = Recipes()
        self.errands = Errands(service)
        self._channels: dict[int, Any] = {}
        self._longest = service.settings.limits.query_bytes
        self.closed = closed
        self._service = service
        self._meter = meter
        self._under_way: dict[int, Landing] = {}
        self._second, self._date = 0, ""

    def open(self, channels: dict[int, Any]) -> None:
        """Lets every listening server make connections of this lane."""
        for each in channels.values():
            if isinstance(each, BaseWSGIServer):
                each.channel_class = partial(Channel, self)

    def run(self, server: Any, channels: dict[int, Any]) -> None:
        """Serves until told to stop."""
        self._channels = channels
        try:
            while channels:
                poll2(self._patience(), channels)
                self._look_after()
        except (SystemExit, KeyboardInterrupt):
            server.task_dispatcher.shutdown()

    def send(self, channel: Channel, raw: Raw) -> bool:
        """Answers a request or sends it to a reader; False where it is to go the long way."""
        recipe = self.recipes.find(channel.addr[0], raw)
        text = raw.text() if recipe else None
        if recipe is None or text is None or len(text) > self._longest:
            return False
        began, version = time.monotonic(), self._service.version
        job = replace(recipe.job, text=text)
        found = self.errands.send(job, recipe.gzip, recipe.seconds, recipe.client)
        if found is None or (isinstance(found, Answer) and not fits(found, recipe.types)):
            return False
        request = Request(channel, recipe, job, version, began)
        if isinstance(found, Answer):
            self.answer(request, found)
        elif found.fault:
            channel.take_long_way(partial(self.errands.settle, found))
        else:
            channel.requests = [Pending()]  # nothing more is read from this connection until it is answered
            landing = Landing(self, request, found)
            self._under_way[landing.fd] = self._channels[landing.fd] = landing
        return True

    def land(self, landing: Landing) -> None:
        """Takes what a reader says."""
        request, errand = self._leave(landing), landing.errand
        answer = self.errands.fetch(errand)
        if answer is None:
            request.channel.take_long_way(partial(self.errands.settle, errand))
            return
        if errand.ended is not None:
            replace = partial(self._service.pool.replace, errand.ended)
            request.channel.server.add_task(Chore(replace))
        if fits(answer, request.recipe.types):
            request.channel.requests = []
            self.answer(request, answer)
        else:
            request.channel.take_long_way(lambda: answer)

    def answer(self, request: Request, answer: Answer) -> None:
        """Sends an answer, and notes that it was given."""
        etag = tag(request.version, request.job, request.recipe.types, request.recipe.gzip)
        lines = dict(headers_of(answer, request.recipe.types[answer.form], etag))
        lines |= SAME | {"Content-Length": str(len(answer.body)), "Server": IDENT, "Date": self._today()}
        head = "".join(f"{name}: {lines[name]}\r\n" for name in sorted(lines))
        request.channel.send_all(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode("latin-1") + answer.body)
        seconds, recipe = time.monotonic() - request.began, request.recipe
        method, address, _ = request.line
        self._meter.short += 1
        self._meter.count(ROUTE, method, 200, seconds)
        note(recipe.address, method, address, "200", lines["Content-Length"], seconds, recipe.agent)

    def _leave(self, landing: Landing) -> Request:
        del self._under_way[landing.fd], self._channels[landing.fd]
        return landing.request

    def _patience(self) -> float:
        return max(0.001, min((each.errand.left for each in self._under_way.values()), default=IDLE))

    def _look_after(self) -> None:
        """Makes queries that run long yield to others, and stops those past their limit."""
        for landing in [each for each in self._under_way.values() if each.errand.left <= 0]:
            if not landing.errand.look_after():
                self._leave(landing).channel.take_long_way(partial(self.errands.settle, landing.errand))

    def _today(self) -> str:
        now = int(time.time())
        if now != self._second:
            self._second, self._date = now, build_http_date(now)
        return self._date
