"""The process that reads articles: the statistical parser stays loaded in it, away from those that answer requests.

Started as `python -m summitry.server.workers.parser FD`, fenced once the parser is loaded; it ends when FD closes, even
in the middle of a text, and after a while without any.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import threading
from datetime import date
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from summitry.graph.article import read_articles
from summitry.graph.errors import SummitryError
from summitry.graph.extract import Extractor, build_extractor
from summitry.graph.triples import claim_quads
from summitry.graph.vocabulary import Iris
from summitry.server.workers import frames, jail
from summitry.server.workers.frames import Message

MEMORY = 2 << 30  # bytes beyond what the parser itself takes
FILE_BYTES = 1 << 20  # it has no business writing any
IDLE = 600.0  # seconds without a text, after which its memory is given back
GLANCE = 500  # milliseconds between two looks at whether the front is still there


def claims(extractor: Extractor, message: Message) -> Message:
    """The claims in a file as N-Quads, of those articles that are wanted; what failed is in the head, by article."""
    head, failed = message.head, dict[str, str]()
    published = date.fromisoformat(head["published"]) if head["published"] else None
    wanted, iris = set(head["wanted"]), Iris(head["base"])
    found: list[Quad] = []
    for article in read_articles([Path(head["path"])], published, iris.base, on_problem=lambda _: None):
        if article.iri in wanted:
            try:
                found += (quad for claim in extractor.claims(article) for quad in claim_quads(claim, iris))
            except Exception as error:  # whatever it is, it is told with the article that it befell
                failed[article.iri] = str(error) if isinstance(error, SummitryError) else repr(error)
    return Message({"ok": True, "failed": failed}, serialize(found, format=RdfFormat.N_QUADS) or b"")


def end_with(sock: socket.socket) -> None:
    """Ends this process as soon as the other end of the socket has closed."""
    watch = select.poll()
    watch.register(sock, select.POLLHUP)
    while not watch.poll(GLANCE):
        pass
    os._exit(0)


def main() -> None:
    """Reads what the front brings."""
    with socket.socket(fileno=int(sys.argv[1])) as sock:
        threading.Thread(target=end_with, args=(sock,), daemon=True).start()
        try:
            extractor = build_extractor()
        except SummitryError as error:
            frames.receive(sock)
            frames.send(sock, {"error": str(error)})
            return
        jail.limit(MEMORY, FILE_BYTES)
        jail.forbid_reach()
        waiting = select.poll()
        waiting.register(sock, select.POLLIN)
        with contextlib.suppress(frames.Gone):
            while waiting.poll(IDLE * 1000):
                reply = claims(extractor, frames.receive(sock))
                frames.send(sock, reply.head, reply.body)


if __name__ == "__main__":
    main()
