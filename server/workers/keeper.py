"""The process that holds the graph in memory: it applies changes and forks readers, one message at a time.

It has one thread and evaluates nothing, so a fork copies a process at rest, and its pages are shared by all
readers. Started as `python -m summitry.server.workers.keeper FD`; it ends when the socket on FD closes.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import socket
import sys
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import pyoxigraph as ox

from summitry.server.workers import changes, frames, reader
from summitry.server.workers.frames import Message
from summitry.server.workers.mirror import Mirror

REAP_EVERY = 0.05
BATCH = 1 << 19  # bytes of N-Quads in hand while loading, so that the writer can go on reading


@dataclass(slots=True)
class Keeper:
    """The graph, and the children that read it."""

    sock: socket.socket
    mirror: Mirror = field(default_factory=Mirror)
    version: int = 0
    hidden: tuple[bytes, ...] = ()
    doomed: set[int] = field(default_factory=set)

    def run(self) -> None:
        """Answers messages until the front is gone."""
        while True:
            timeout = REAP_EVERY if self.doomed else None
            if not select.select([self.sock], [], [], timeout)[0]:
                self.reap_doomed()
                continue
            try:
                message = frames.receive(self.sock)
                reply = getattr(self, "do_" + message.head["do"])(message)
                frames.send(self.sock, reply)
            except frames.Gone:
                return

    def do_open(self, message: Message) -> dict[str, Any]:
        """Says which named graphs make up the default dataset, and which are no part of the graph."""
        self.mirror = Mirror(message.head["merged"])
        self.hidden = tuple(ending_of(graph) for graph in message.head["hidden"])
        self.version = message.head["version"]
        return {"ok": True, "version": self.version}

    def do_load(self, message: Message) -> dict[str, Any]:
        """Reads the graph from descriptors: the unnamed graph, then everything as N-Quads."""
        unnamed, everything = (os.fdopen(fd, "rb") for fd in message.fds)
        with unnamed, everything:
            load(self.mirror, unnamed, everything, self.hidden)
        self.mirror.count()
        gc.collect()
        gc.freeze()
        self.version += 1
        return {"ok": True, "version": self.version}

    def do_fork(self, message: Message) -> dict[str, Any]:
        """Forks a reader that talks on the descriptor given."""
        (fd,) = message.fds
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                self.sock.close()
                with socket.socket(fileno=fd) as sock:
                    reader.serve(sock, self.mirror, message.head["bounds"], parent)
                status = 0
            finally:
                os._exit(status)
        os.close(fd)
        return {"ok": True, "pid": pid, "version": self.version}

    def do_apply(self, message: Message) -> dict[str, Any]:
        """Applies a change, from the message or from the file that came with it."""
        data = message.body
        if message.fds:
            with os.fdopen(message.fds[0], "rb") as source:
                data = source.read()
        self.mirror.apply(changes.decode(data))
        self.version += 1
        return {"ok": True, "version": self.version}

    def do_reap(self, message: Message) -> dict[str, Any]:
        """Collects a child that has ended, or notes one that is about to."""
        pid = message.head["pid"]
        status: int | None = None
        with contextlib.suppress(ChildProcessError):
            found, code = os.waitpid(pid, 0 if message.head["wait"] else os.WNOHANG)
            if found:
                status = os.waitstatus_to_exitcode(code)
            else:
                self.doomed.add(pid)
        return {"ok": True, "status": status}

    def reap_doomed(self) -> None:
        """Collects the children that were on their way out."""
        for pid in tuple(self.doomed):
            with contextlib.suppress(ChildProcessError):
                if os.waitpid(pid, os.WNOHANG)[0] == 0:
                    continue
            self.doomed.discard(pid)


def load(mirror: Mirror, unnamed: BinaryIO, everything: BinaryIO, hidden: tuple[bytes, ...] = ()) -> None:
    """Fills an empty mirror. The engine's fast loader renames blank nodes, so their lines take the slower
    way."""
    if mirror.layers:
        fill(mirror.unnamed, unnamed.readlines())
    while lines := everything.readlines(BATCH):
        if hidden:
            lines = [line for line in lines if not line.endswith(hidden)]
        merged = []
        for layer in mirror.layers:
            ending = ending_of(layer.value)
            merged += [line[: -len(ending)] + b" .\n" for line in lines if line.endswith(ending)]
        fill(mirror.store, lines + merged)


def ending_of(graph: str) -> bytes:
    """How every line of a graph ends in N-Quads."""
    return f" <{graph}> .\n".encode()


def fill(store: ox.Store, lines: list[bytes]) -> None:
    """Puts N-Quads into a store."""
    plain = [line for line in lines if b"_:" not in line]
    store.bulk_load(b"".join(plain), ox.RdfFormat.N_QUADS)
    if len(plain) < len(lines):
        labelled = b"".join(line for line in lines if b"_:" in line)
        store.bulk_extend(ox.parse(labelled, format=ox.RdfFormat.N_QUADS))


def main() -> None:
    """Runs a keeper on the socket given as the only argument."""
    with socket.socket(fileno=int(sys.argv[1])) as sock:
        Keeper(sock).run()


if __name__ == "__main__":
    main()
