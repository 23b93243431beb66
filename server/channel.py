"""A connection: its requests are answered from the loop where that can be, else by the application in a thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Any, Protocol

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.task import WSGITask  # type: ignore[import-untyped]

from summitry.graph.errors import SummitryError
from summitry.server.answers import Answer
from summitry.server.logs import Environ
from summitry.server.recipes import UNFINISHED, Raw, Recipe, Recipes, read_raw
from summitry.server.results import LEARN, SETTLE


class Loop(Protocol):
    """What answers requests without a thread."""

    recipes: Recipes

    def closed(self) -> bool:
        """Whether the server is stopping."""

    def send(self, channel: Channel, raw: Raw) -> bool:
        """Takes a request, or says that it is to go the long way."""


class Pending:
    """Stands for a request that the loop itself sees to, so that nothing more is read meanwhile."""

    def close(self) -> None:
        """It holds nothing."""


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

    def __init__(self, loop: Loop, *arguments: Any, **options: Any) -> None:
        self._loop = loop
        self._raw: Raw | None = None
        self._settle: Callable[[], Answer | None] | None = None
        self._early = b""  # of a request whose body has yet to come
        self.whole = b""
        super().__init__(*arguments, **options)

    def received(self, data: bytes) -> bool:
        """Takes bytes: a request that can be answered here and now, or a piece of another one."""
        self.whole, self._early = self._early + data, b""
        ours = self.request is None and not (
            self.will_close or self.close_when_flushed or self._loop.closed()
        )
        raw = read_raw(self.whole) if ours else None
        if raw == UNFINISHED:
            self._early = self.whole
            return True
        self._raw = raw
        if raw and self._loop.send(self, raw):
            return True
        return bool(super().received(self.whole))

    def take_long_way(self, settle: Callable[[], Answer | None] | None = None) -> None:
        """Lets the application answer, with what became of the query if it was begun."""
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
            self._loop.recipes.learn(self.addr[0], self._raw, text, recipe)

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
