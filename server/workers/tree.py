"""The processes as one thing, seen from the front: started, kept alive, given changes, ended in order."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from summitry.graph.errors import LimitExceeded, StoreUnavailable, SummitryError, UsageError
from summitry.graph.vocabulary import LAYERS
from summitry.server.settings import Settings
from summitry.server.workers.child import Reader
from summitry.server.workers.frames import Message
from summitry.server.workers.link import Link, allocator
from summitry.server.workers.pool import Pool

KEEPER = "summitry.server.workers.keeper"
WRITER = "summitry.server.workers.writer"
WIDE = 1 << 20
RECALLED = 64  # changes kept for the readers that have yet to see them
LARGE = 16 << 10  # bytes of a change beyond which a fresh reader is the quicker way
MOST_WRITERS = 24  # changes under way or waiting
HIDDEN = ("index",)  # what fusion keeps for itself is no part of the graph


class Tree:
    """A keeper with its readers, and a writer where there is a store to write to."""

    def __init__(self, settings: Settings, turned: Callable[[], None], shown: bytes = b"") -> None:
        self.settings = settings
        self._shown = shown  # a change that is seen here, in the graph `queries`, and stored nowhere
        self._turned = turned  # called whenever the graph has changed
        self._changing = threading.RLock()
        self._telling = threading.Lock()
        self._writers = 0
        self._homes: dict[Reader, Link] = {}  # which keeper forked a reader
        self._log: deque[bytes] = deque(maxlen=RECALLED)  # the last changes, the newest at the end
        self._keeper = Link(KEEPER, environ=allocator())
        self._writer: Link | None = None
        limits = settings.limits
        self.pool = Pool(
            self._fork,
            self._bury,
            warm=limits.warm_readers,
            most=limits.readers,
            per_client=limits.per_client,
            queue=limits.queue,
        )

    def start(self) -> None:
        """Loads the graph and makes readers ready."""
        self._turn(self._fill(self._keeper), None)
        self.pool.fill()

    def reload(self) -> None:
        """Takes the graph from the durable store again; what is asked meanwhile is answered from the old one."""
        with self._changing:
            fresh = Link(KEEPER, environ=allocator())
            try:
                version = self._fill(fresh)
            except SummitryError:
                fresh.close()
                raise
            old, self._keeper = self._keeper, fresh
            self._turn(version, None)
            self._dismiss(old)

    @property
    def writes(self) -> bool:
        """Whether the durable store is held open for changes; else others may write to it."""
        return bool(self.settings.store and self.settings.token_file)

    def close(self) -> None:
        """Ends every process, the durable store last."""
        self.pool.close()
        self._keeper.close()
        with self._changing:
            if self._writer:
                self._writer.close()

    @property
    def alive(self) -> bool:
        """Whether the process that holds the graph is there."""
        return self._keeper.process.poll() is None

    @contextlib.contextmanager
    def changing(self, patience: float) -> Iterator[None]:
        """Held by whoever works a change out and applies it: there is one at a time. Few may wait, lest they
        keep everybody else out."""
        with self._telling:
            if self._writers >= MOST_WRITERS:
                raise LimitExceeded("too many changes are waiting; try again in a few seconds")
            self._writers += 1
        try:
            if not self._changing.acquire(timeout=patience):
                raise LimitExceeded("other changes took too long; try again in a few seconds")
            try:
                yield
            finally:
                self._changing.release()
        finally:
            with self._telling:
                self._writers -= 1

    def apply(self, change: Message) -> int:
        """Makes a change durable, then visible, with what follows from it. The version is that of the graph
        with the change alone."""
        with self._changing:
            try:
                followed = self._commit(change)
                for fd in change.fds:
                    os.lseek(fd, 0, os.SEEK_SET)
                version = last = int(self._keeper.ask("apply", change.body, change.fds).head["version"])
                if followed:
                    last = self._keeper.ask("apply", followed).head["version"]
            except StoreUnavailable:
                self._recover()
                raise
            self._turn(last, None if change.fds else change.body, *((followed,) if followed else ()))
            return version

    def enter(self, body: bytes, **details: Any) -> Message:
        """Lets the writer put articles in, which is durable then, and makes visible what that changed."""
        with self._changing:
            if self._writer is None:
                raise UsageError(
                    "this server keeps its graph in memory, so it takes no articles; serve a folder"
                )
            try:
                reply = self._writer.ask("enter", body, **details)
                if reply.body:
                    version = self._keeper.ask("apply", reply.body).head["version"]
                    self._turn(version, reply.body)
            except StoreUnavailable:
                self._recover()
                raise
            return reply

    def missed(self, reader: Reader) -> list[bytes]:
        """The changes that a reader has not seen; StoreUnavailable where they are no longer known."""
        with self._telling:
            behind = self.pool.version - reader.version
            if behind > len(self._log):
                reader.doomed = True
                raise StoreUnavailable("this reader is too old")
            return list(self._log)[len(self._log) - behind :] if behind > 0 else []

    def _commit(self, change: Message) -> bytes:
        """What follows from a change that is now durable."""
        return self._writer.ask("commit", change.body, change.fds).body if self._writer else b""

    def explain(self, reader: Reader) -> SummitryError:
        """Why a reader ended, as its exit tells."""
        reader.ended = True
        reasons: Mapping[int | None, str] = {
            -signal.SIGABRT: "the request needs more memory than this server gives",
            -signal.SIGSEGV: "the request is nested too deeply",
        }
        keeper = self._homes.pop(reader, self._keeper)
        status = keeper.ask("reap", pid=reader.pid, wait=True).head["status"]
        return LimitExceeded(reasons.get(status, "the request ended its process"))

    def _start_writer(self) -> Link:
        settings = self.settings
        return Link(WRITER, settings.store, settings.base, "plain" if settings.empty else "layers")

    def _fill(self, keeper: Link) -> int:
        """Gives a keeper the graph as the durable store has it."""
        graphs = f"{self.settings.base}graph/"
        merged, hidden = ((), ()) if self.settings.empty else (LAYERS, HIDDEN)
        told = keeper.ask(
            "open",
            version=self.pool.version + 1,
            merged=[graphs + layer for layer in (*merged, "queries") if merged],
            hidden=[graphs + name for name in hidden],
        )
        version = int(told.head["version"])
        if self.settings.store:
            self._writer = self._writer or self._start_writer()
            try:
                version = self._load(keeper, self._writer)
            finally:
                if not self.writes:
                    self._writer.close()
                    self._writer = None
        if self._shown:
            version = int(keeper.ask("apply", self._shown).head["version"])
        return version

    def _load(self, keeper: Link, writer: Link) -> int:
        """Lets the writer hand the graph to the keeper, through pipes between the two."""
        (from_unnamed, to_unnamed), (from_all, to_all) = os.pipe(), os.pipe()
        with contextlib.suppress(OSError, AttributeError):  # a wide pipe lets one read while the other writes
            fcntl.fcntl(to_all, fcntl.F_SETPIPE_SZ, WIDE)
        told: list[Message | SummitryError] = []

        def dump() -> None:
            try:
                unnamed = not self.settings.empty
                told.append(writer.ask("dump", fds=(to_unnamed, to_all), given=True, unnamed=unnamed))
            except SummitryError as error:
                told.append(error)

        thread = threading.Thread(target=dump)
        thread.start()
        version = int(keeper.ask("load", fds=(from_unnamed, from_all), given=True).head["version"])
        thread.join()
        (reply,) = told
        if isinstance(reply, SummitryError):
            raise reply
        return int(keeper.ask("apply", reply.body).head["version"]) if reply.body else version

    def _turn(self, version: int, *steps: bytes | None) -> None:
        """From here on the graph is of this version. Small changes are kept for the readers that have yet to
        see them; a large one, or one that is not known, makes them start anew."""
        with self._telling:
            for step in steps:
                if step is None or len(step) > LARGE:
                    self._log.clear()
                else:
                    self._log.append(step)
            self.pool.refresh(version, version - len(self._log))
        self._turned()

    def _fork(self) -> Reader:
        """A new reader; a keeper that has ended is started anew first."""
        try:
            return self._fork_from(self._keeper)
        except StoreUnavailable:
            self.mend()
            return self._fork_from(self._keeper)

    def mend(self) -> None:
        """Starts a keeper in the place of one that has ended."""
        with self._changing:
            if not self.alive:
                self._renew_keeper()

    def _recover(self) -> None:
        """After a process has ended within a change: what the durable store has is what counts."""
        if self._writer and self._writer.process.poll() is not None:
            self._writer.close()
            self._writer = self._start_writer()
        self._renew_keeper()

    def _renew_keeper(self) -> None:
        self._keeper.close()
        self.pool.abandon()
        self._homes.clear()
        self._keeper = Link(KEEPER, environ=allocator())
        self._turn(self._fill(self._keeper), None)

    def _fork_from(self, keeper: Link) -> Reader:
        ours, theirs = socket.socketpair()
        limits = self.settings.limits
        bounds = {"memory": limits.memory, "file_bytes": limits.result_bytes}
        with theirs:
            reply = keeper.ask("fork", fds=(theirs.fileno(),), bounds=bounds)
        reader = Reader(reply.head["pid"], ours, reply.head["version"])
        self._homes[reader] = keeper
        return reader

    def _bury(self, reader: Reader) -> None:
        """Ends a reader; where its keeper has ended, so has it."""
        reader.kill()
        keeper = self._homes.pop(reader, None)
        if keeper is None:
            return
        try:
            keeper.ask("reap", pid=reader.pid, wait=False)
        except StoreUnavailable:
            return
        self._dismiss(keeper)

    def _dismiss(self, keeper: Link) -> None:
        """Ends a keeper that was replaced, once none of its readers is at work: they end with it."""
        if keeper is not self._keeper and keeper not in self._homes.values():
            keeper.close()
