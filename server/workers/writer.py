"""The process that owns the durable store: it applies changes, and hands the whole graph out to a keeper.

Started as `python -m summitry.server.workers.writer FD STORE BASE MODE`; it ends, and lets go of the store,
when FD closes. In the mode "layers" it also keeps true what follows from a change.
"""

from __future__ import annotations

import logging
import os
import select
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from summitry.graph.errors import StoreError, StoreUnavailable, SummitryError
from summitry.server.settings import LINE
from summitry.server.workers import changes, frames
from summitry.server.workers.changes import Kind, Step
from summitry.server.workers.entry import enter
from summitry.server.workers.follower import Follower, Recorder
from summitry.server.workers.frames import Message
from summitry.server.workers.journal import Journal
from summitry.server.workers.spellings import Spellings

LOG = logging.getLogger("summitry.server")


class Writer:
    """The durable store, the journal before it, and the reasoner behind it."""

    def __init__(self, path: Path, base: str, reasons: bool) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.store = Recorder(path, base=base)
        self.follower = Follower(self.store) if reasons else None
        self.spellings = Spellings(path.with_name(path.name + ".spellings"), self.store.engine)
        journal = path.with_name(path.name + ".journal")
        self.journal = Journal(journal, self.store.engine, self.spellings.turned)
        if self.journal.replayed and self.follower:
            self.follower.rebuild()  # what followed from these changes may be missing as well

    def do_dump(self, message: Message) -> Message:
        """Writes the unnamed graph and then everything, as N-Quads, to the descriptors given."""
        self.journal.checkpoint()  # its note is no part of the graph
        unnamed, everything = message.fds
        engine = self.store.engine
        with os.fdopen(unnamed, "wb") as sink:
            if message.head["unnamed"]:
                engine.dump(sink, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        with os.fdopen(everything, "wb") as sink:
            engine.dump(sink, ox.RdfFormat.N_QUADS)
        bare = () if self.follower else self._bare_graphs()
        return Message({"ok": True}, changes.encode((*bare, *self.spellings.steps())))

    def _bare_graphs(self) -> Iterator[Step]:
        """The graphs that hold nothing, which a dump does not tell."""
        for graph in self.store.engine.named_graphs():
            if next(self.store.engine.quads_for_pattern(None, None, None, graph), None) is None:
                yield changes.on_graph(Kind.CREATE, graph)

    def do_commit(self, message: Message) -> Message:
        """Makes a change durable, in the journal first, then in the store; replies what follows."""
        data = message.body
        if message.fds:
            with os.fdopen(message.fds[0], "rb") as source:
                data = source.read()
        change = changes.decode(data)
        self.journal.append(data)
        for part in self.spellings.turned(change):
            if self.follower is None:
                changes.apply(self.store.engine, part)
            else:
                self.follower.follow(part)
        self.journal.done()
        return Message({"ok": True}, changes.encode(self.store.take()))

    def do_enter(self, message: Message) -> Message:
        """Puts articles in, durably; replies what became of each, and what that changed."""
        if self.follower is None:
            raise StoreError("this server keeps no layers, so it takes no articles")
        head = message.head
        try:
            steps = enter(self.follower.builder, message.body, head["anew"], head["words"])
        except (ValueError, KeyError, TypeError, AttributeError, AssertionError) as error:
            LOG.exception("articles could not be entered")
            raise StoreError(f"the articles could not be entered: {error!r}") from error
        return Message({"ok": True, "steps": steps}, changes.encode(self.store.take()))


def answer(writer: Writer, message: Message) -> Message:
    """The reply to a message; what the store refuses is part of it."""
    try:
        reply = getattr(writer, "do_" + message.head["do"])(message)
        assert isinstance(reply, Message), "every message has a reply"
        return reply
    except (OSError, SummitryError) as error:
        return refusal(error)


def refusal(error: Exception) -> Message:
    """An error as a reply."""
    head: dict[str, Any] = {"error": str(error), "unavailable": isinstance(error, StoreUnavailable)}
    return Message(head)


def leave_with(sock: socket.socket, opened: threading.Event) -> None:
    """Ends this process if the front ends while the store is still being made ready: that can take long."""
    watch = select.poll()
    watch.register(sock, select.POLLHUP)
    while not opened.is_set():
        if watch.poll(200):
            os._exit(1)  # a store survives that at any moment


def main() -> None:
    """Runs a writer on the socket and the store given as arguments."""
    fd, store, base, mode = sys.argv[1:5]
    opened = threading.Event()
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format=LINE)
    with socket.socket(fileno=int(fd)) as sock:
        threading.Thread(target=leave_with, args=(sock, opened), daemon=True).start()
        try:
            writer = Writer(Path(store), base, mode == "layers")
            opened.set()
        except (OSError, StoreError) as error:
            frames.receive(sock)
            frames.send(sock, refusal(error).head)
            return
        while True:
            try:
                message = frames.receive(sock)
                reply = answer(writer, message)
                frames.send(sock, reply.head, reply.body)
            except frames.Gone:
                writer.journal.close()
                return


if __name__ == "__main__":
    main()
