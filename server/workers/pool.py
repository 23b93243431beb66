"""Readers lent to requests: first come, first served, fairly between clients, never more than the limit.

A reader whose query runs long is made to yield to the others (nice) and replaced afterwards; one that runs
past its deadline is killed, which is the only thing that stops the engine.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from summitry.graph.errors import LimitExceeded
from summitry.server.workers.child import Reader

PATIENCE = 0.05  # seconds to wait for a reader before another is forked
REMEMBERED = 60.0  # seconds for which a client whose query had to be killed yields from the start
CROWDED = "too many requests are waiting; try again in a few seconds"


@dataclass(slots=True, eq=False)
class Ticket:
    """A request waiting for a reader."""

    client: str
    ready: threading.Event = field(default_factory=threading.Event)
    reader: Reader | None = None
    displaced: bool = False  # by a client that asks for less


@dataclass(slots=True)
class Pool:
    """The readers there are, and the requests that wait for them."""

    fork: Callable[[], Reader]
    bury: Callable[[Reader], None]  # kills and collects
    warm: int
    most: int
    per_client: int
    queue: int
    version: int = 0
    oldest: int = 0
    forked: int = 0
    killed: int = 0  # at their deadline, or dead by themselves
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _idle: list[Reader] = field(default_factory=list)
    _live: int = 0
    _hogged: int = 0  # lent to clients whose queries were killed not long ago
    _waiting: deque[Ticket] = field(default_factory=deque)
    _running: Counter[str] = field(default_factory=Counter)
    _suspects: dict[str, float] = field(default_factory=dict)  # client -> until when
    _closed: bool = False

    @contextlib.contextmanager
    def lend(self, client: str, patience: float) -> Iterator[Reader]:
        """A reader for the length of one request."""
        reader = self._acquire(client, patience)
        try:
            yield reader
        finally:
            self.replace(self.give_back(client, reader))

    def take(self, client: str) -> Reader | None:
        """A reader of the graph as it is now, if one is idle and this client's turn; never waits."""
        with self._lock:
            if not self._idle or self._waiting or self._idle[-1].version != self.version:
                return None
            if self._running[client] >= self._share():
                return None
            return self._hand(client, self._idle.pop())

    def replace(self, reader: Reader | None) -> None:
        """Ends a reader that is not to be lent again, and forks another if somebody waits for one."""
        if reader is not None:
            self.bury(reader)
            self._grow(asked=not self._short)

    @property
    def _short(self) -> bool:
        """Whether fewer readers are there for well-behaved clients than are kept ready."""
        return self._live - self._hogged < self.warm

    def crowded(self) -> bool:
        """Whether more than one request is here."""
        return self._running.total() > 1 or bool(self._waiting)

    @property
    def idle(self) -> bool:
        """Whether a reader is waiting for work."""
        return bool(self._idle)

    @property
    def counts(self) -> dict[str, int]:
        """Figures for operators."""
        with self._lock:
            return {
                "live": self._live,
                "idle": len(self._idle),
                "waiting": len(self._waiting),
                "forked": self.forked,
                "killed": self.killed,
            }

    def refresh(self, version: int, oldest: int) -> None:
        """The graph is of this version; readers older than `oldest` are past being told what they missed."""
        with self._lock:
            self.version, self.oldest = version, oldest
            stale = [reader for reader in self._idle if reader.version < oldest]
            self._idle = [reader for reader in self._idle if reader.version >= oldest]
            self._live -= len(stale)
        for reader in stale:
            self.bury(reader)

    def abandon(self) -> None:
        """Forgets the idle readers, which have ended with their keeper; their numbers may be others' by now."""
        with self._lock:
            ended, self._idle = self._idle, []
            self._live -= len(ended)
        for reader in ended:
            reader.ended = True
            reader.kill()

    def fill(self) -> None:
        """Forks until as many readers are there as are kept ready."""
        while self._live < self.warm and not self._closed:
            self._grow(asked=False)

    def close(self) -> None:
        """Ends the idle readers and lends no more."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            waiting, self._waiting = list(self._waiting), deque()
        for ticket in waiting:
            ticket.ready.set()
        for reader in idle:
            self.bury(reader)

    def _fork(self) -> Reader:
        """A new reader; `_live` already counts it."""
        try:
            reader = self.fork()
        except BaseException:
            with self._lock:
                self._live -= 1
            raise
        self.forked += 1
        reader.crowded = self.crowded
        return reader

    def _acquire(self, client: str, patience: float) -> Reader:
        ticket = Ticket(client)
        with self._lock:
            self._make_room(client)
            self._waiting.append(ticket)
            self._serve()
        if not ticket.ready.is_set() and self._short:
            self._grow()
        deadline = time.monotonic() + patience
        while not ticket.ready.wait(PATIENCE):
            if time.monotonic() > deadline:
                self._give_up(ticket)
                break
            self._grow()
        if ticket.reader is None:
            raise LimitExceeded(
                CROWDED if ticket.displaced else "no reader became free in time; try again later"
            )
        return ticket.reader

    def _make_room(self, client: str) -> None:
        """Where the queue is full, the client with the most in it loses its last place to one with fewer;
        called with the lock held."""
        if len(self._waiting) < self.queue:
            return
        counts = Counter(ticket.client for ticket in self._waiting)
        greediest, most = counts.most_common(1)[0] if counts else ("", 0)
        if counts[client] + 1 >= most:
            raise LimitExceeded(CROWDED)
        last = next(ticket for ticket in reversed(self._waiting) if ticket.client == greediest)
        self._waiting.remove(last)
        last.displaced = True
        last.ready.set()

    def _give_up(self, ticket: Ticket) -> None:
        with self._lock, contextlib.suppress(ValueError):
            self._waiting.remove(ticket)

    def _grow(self, asked: bool = True) -> None:
        """Forks one more reader where there may be one, and somebody may have it or none need ask."""
        with self._lock:
            if self._live >= self.most or self._closed or (asked and self._next() is None):
                return
            self._live += 1
        reader = self._fork()
        with self._lock:
            self._idle.append(reader)
            self._serve()

    def _suspect(self, client: str) -> None:
        """Remembers a client whose query had to be killed, and forgets those it was long ago; called with the
        lock held."""
        now = time.monotonic()
        self._suspects = {name: until for name, until in self._suspects.items() if until > now}
        self._suspects[client] = now + REMEMBERED

    def _next(self) -> Ticket | None:
        """The first in the queue of the client that has the fewest readers, if that is less than its share."""
        share = self._share()
        best = min(self._waiting, key=lambda ticket: self._running[ticket.client], default=None)
        return best if best is not None and self._running[best.client] < share else None

    def _share(self) -> int:
        """How many readers a client may have: the last third is for clients that have none."""
        return self.per_client if self._running.total() < self.most - self.most // 3 else 1

    def _hand(self, client: str, reader: Reader) -> Reader:
        """The reader, noted as the client's; called with the lock held."""
        self._running[client] += 1
        reader.suspect = bool(self._suspects) and self._suspects.get(client, 0.0) > time.monotonic()
        self._hogged += reader.suspect
        return reader

    def _serve(self) -> None:
        """Hands idle readers to those who wait; called with the lock held."""
        while self._idle:
            ticket = self._next()
            if ticket is None:
                return
            reader = self._idle.pop()
            if reader.version < self.oldest:
                self._live -= 1
                self.bury(reader)
                continue
            self._waiting.remove(ticket)
            ticket.reader = self._hand(ticket.client, reader)
            ticket.ready.set()

    def give_back(self, client: str, reader: Reader) -> Reader | None:
        """Takes a reader back; the reader itself where it is to be replaced."""
        with self._lock:
            self._running[client] -= 1
            if not self._running[client]:
                del self._running[client]
            self._hogged -= reader.suspect
            if reader.spent and not reader.yielded:
                self.killed += 1
                self._suspect(client)
            if reader.spent or reader.doomed or reader.version < self.oldest or self._closed:
                self._live -= 1
                ended: Reader | None = reader
            else:
                self._idle.append(reader)
                ended = None
            self._serve()
        return ended
