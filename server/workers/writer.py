"""The process that owns the durable store: it applies changes, and hands the whole graph out to a keeper.

Started as `python -m summitry.server.workers.writer FD STORE`; it ends, and lets go of the store, when FD
closes.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from summitry.server.workers import changes, frames
from summitry.server.workers.frames import Message
from summitry.server.workers.journal import Journal


class Writer:
    """The durable store and the journal before it."""

    def __init__(self, path: Path) -> None:
        self.store = ox.Store(path)
        self.journal = Journal(path.with_name(path.name + ".journal"), self.store)

    def do_dump(self, message: Message) -> dict[str, Any]:
        """Writes the unnamed graph and then everything, as N-Quads, to the descriptors given."""
        self.journal.checkpoint()  # its note is no part of the graph
        unnamed, everything = message.fds
        with os.fdopen(unnamed, "wb") as sink:
            if message.head["unnamed"]:
                self.store.dump(sink, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        with os.fdopen(everything, "wb") as sink:
            self.store.dump(sink, ox.RdfFormat.N_QUADS)
        return {"ok": True}

    def do_commit(self, message: Message) -> dict[str, Any]:
        """Makes a change durable: in the journal first, then in the store."""
        data = message.body
        if message.fds:
            with os.fdopen(message.fds[0], "rb") as source:
                data = source.read()
        self.journal.append(data)
        changes.apply(self.store, changes.decode(data))
        self.journal.done()
        return {"ok": True}


def main() -> None:
    """Runs a writer on the socket and the store given as arguments."""
    with socket.socket(fileno=int(sys.argv[1])) as sock:
        try:
            writer = Writer(Path(sys.argv[2]))
        except OSError as error:
            frames.receive(sock)
            frames.send(sock, {"error": f"{sys.argv[2]}: {error}", "unavailable": True})
            return
        while True:
            try:
                message = frames.receive(sock)
            except frames.Gone:
                writer.journal.close()
                return
            try:
                reply = getattr(writer, "do_" + message.head["do"])(message)
            except OSError as error:
                reply = {"error": str(error)}
            frames.send(sock, reply)


if __name__ == "__main__":
    main()
