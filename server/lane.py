"""Queries answered from the loop that reads connections, without a thread: what differs from an earlier request in
its query alone, where the answer is known or a reader is free.

Everything else, and whatever ends otherwise than with a short answer, goes the long way through the application.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from waitress.server import BaseWSGIServer  # type: ignore[import-untyped]
from waitress.utilities import build_http_date  # type: ignore[import-untyped]
from waitress.wasyncore import poll2  # type: ignore[import-untyped]

from summitry.server.answers import Answer
from summitry.server.channel import Channel, Chore, Pending
from summitry.server.engine import Job
from summitry.server.errands import Errand, Errands
from summitry.server.logs import note
from summitry.server.metrics import Meter
from summitry.server.recipes import Raw, Recipe, Recipes
from summitry.server.results import SAME, fits, headers_of, tag
from summitry.server.service import Service

LOG = logging.getLogger("summitry.server")
ROUTE = "/sparql"
IDENT = "summitry"
IDLE = 1.0  # seconds between two rounds of the loop at most
PARKED = 0.01  # seconds that a request waits here for a reader before it waits where more are forked


@dataclass(frozen=True, slots=True)
class Request:
    """A request on its way, and what is noted of it."""

    channel: Channel
    recipe: Recipe
    job: Job
    began: float

    @property
    def line(self) -> list[str]:
        """The method, the address and the version of HTTP."""
        return self.channel.whole.partition(b"\r\n")[0].decode("latin-1").split(" ")


class Landing:
    """Where the answer of a reader comes in: an entry among the connections of the loop."""

    accepting = False

    def __init__(self, lane: Lane, request: Request, errand: Errand, version: str) -> None:
        self.request, self.errand, self.version = request, errand, version
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
        self._parked: deque[Request] = deque()
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
        request = Request(channel, recipe, replace(recipe.job, text=text), time.monotonic())
        channel.requests = [Pending()]  # nothing more is read from this connection until it is answered
        if self._parked or not self._begin(request):
            self._parked.append(request)
        return True

    def _begin(self, request: Request) -> bool:
        """Answers a request or sends it to a reader; False where none is free."""
        recipe, version = request.recipe, self._service.version
        found = self.errands.send(request.job, recipe.gzip, recipe.seconds, recipe.client)
        if isinstance(found, Answer):
            self._end(request, found, version)
        elif found is None:
            return False
        elif found.fault:
            request.channel.take_long_way(partial(self.errands.settle, found))
        else:
            landing = Landing(self, request, found, version)
            self._under_way[landing.fd] = self._channels[landing.fd] = landing
        return True

    def _unpark(self) -> None:
        """Begins what waits, in turn; what has waited long enough goes the long way."""
        while self._parked:
            request = self._parked[0]
            late = time.monotonic() - request.began > PARKED
            if late:
                request.channel.take_long_way()
            elif not self._service.pool.idle or not self._begin(request):
                break
            self._parked.popleft()

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
        self._end(request, answer, landing.version)

    def _end(self, request: Request, answer: Answer, version: str) -> None:
        """Sends an answer, if it is a short one."""
        if fits(answer, request.recipe.types):
            request.channel.requests = []
            self._say(request, answer, version)
        else:
            request.channel.take_long_way(lambda: answer)

    def _say(self, request: Request, answer: Answer, version: str) -> None:
        """Writes an answer, and notes that it was given."""
        etag = tag(version, request.job, request.recipe.types, request.recipe.gzip)
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
        if self._parked:
            return PARKED
        return max(0.001, min((each.errand.left for each in self._under_way.values()), default=IDLE))

    def _look_after(self) -> None:
        """Makes queries that run long yield to others, and stops those past their limit."""
        for landing in [each for each in self._under_way.values() if each.errand.left <= 0]:
            if not landing.errand.look_after():
                self._leave(landing).channel.take_long_way(partial(self.errands.settle, landing.errand))
        self._unpark()

    def _today(self) -> str:
        now = int(time.time())
        if now != self._second:
            self._second, self._date = now, build_http_date(now)
        return self._date
