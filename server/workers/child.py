"""A forked child that reads the graph, as the front sees it: asked one thing at a time, slowed down, killed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

from summitry.graph.errors import LimitExceeded
from summitry.server.workers import frames
from summitry.server.workers.frames import Message

LONG = 0.25  # seconds after which a query yields to others, if there are any
MOST_LEARNT = 1000
YIELDING = 10  # its niceness from then on
LAST = 19  # the niceness of a suspect: it has what nobody else wants


class Died(Exception):
    """A reader ended in the middle of a job."""


@dataclass(slots=True, eq=False)
class Reader:
    """A forked child, seen from the front."""

    pid: int
    sock: socket.socket
    version: int
    crowded: Callable[[], bool] = lambda: False  # whether others want the processor too
    spent: bool = False  # stopped, or slowed down for the others' sake
    ended: bool = False  # and its number perhaps another's
    suspect: bool = False  # it works for a client whose query was killed not long ago
    slowed: bool = False  # it runs for the time that others leave
    yielded: bool = False  # spent only because it cannot be hurried again
    doomed: bool = False  # its copy of the graph is no longer the graph
    learnt: int = 0  # changes it was told instead of being forked anew

    def ask(self, message: Message, seconds: float) -> Message:
        """The reply to a message; LimitExceeded at the deadline, Died where the child ended."""
        deadline = time.monotonic() + seconds
        try:
            self.begin(message, seconds)
            return self._wait(deadline)
        except TimeoutError:
            raise too_long(seconds) from None
        except frames.Gone as error:
            raise Died(str(error)) from None

    def begin(self, message: Message, seconds: float) -> None:
        """Sends a message; the reply is for `take`, once the socket is readable."""
        self.spent = True  # unless the reply comes soon
        self.slowed = self.slowed or (self.suspect and self.crowded() and self._set_nice(LAST))
        self.sock.settimeout(seconds)
        frames.send(self.sock, message.head, message.body)

    def take(self) -> Message:
        """The reply that has come."""
        reply = frames.receive(self.sock)
        # only some users may hurry a process again
        self.spent = self.yielded = self.slowed and not self._set_nice(0)
        self.slowed = self.yielded
        return reply

    def give_way(self) -> None:
        """Lets others go first from here on, if there are any."""
        self.slowed = self.slowed or (self.crowded() and self._set_nice(YIELDING))

    def _wait(self, deadline: float) -> Message:
        while True:
            left = deadline - time.monotonic()
            self.sock.settimeout(max(0.001, min(LONG, left)))
            try:
                return self.take()
            except TimeoutError:
                if left <= LONG:
                    raise
                self.give_way()

    def _set_nice(self, value: int) -> bool:
        try:
            os.setpriority(os.PRIO_PROCESS, self.pid, value)
            return True
        except OSError:
            return False

    def learn(self, changes: int) -> None:
        """Notes changes that the child was told; every one makes it share fewer pages with the others."""
        self.version += changes
        self.learnt += changes
        self.doomed = self.doomed or self.learnt > MOST_LEARNT

    def kill(self) -> None:
        """Ends the child; it stays a zombie, and its number its own, until the keeper collects it."""
        if not self.ended:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self.sock.close()


def too_long(seconds: float) -> LimitExceeded:
    """What is said of a request that was stopped."""
    return LimitExceeded(f"the request ran past its limit of {seconds:g} seconds and was stopped")
