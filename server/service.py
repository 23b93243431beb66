"""What the views ask: the only door to the graph and the processes that hold it."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from summitry.graph.errors import LimitExceeded, StoreUnavailable, SummitryError
from summitry.graph.vocabulary import LAYERS
from summitry.server.answers import Answer, Kept, Spooled
from summitry.server.engine import Form, Job
from summitry.server.settings import Settings
from summitry.server.workers import frames
from summitry.server.workers.frames import Message
from summitry.server.workers.link import Link
from summitry.server.workers.pool import Died, Pool, Reader
from summitry.server.workers.reader import rebuild

HIDDEN = ("index",)  # what fusion keeps for itself is no part of the graph
LOCAL = "local"  # the client of what the server asks itself


@dataclass(frozen=True, slots=True)
class Upload:
    """A graph sent to the store; `graph` is empty for the unnamed graph."""

    graph: str
    body: bytes
    format: str
    base: str | None
    replace: bool


class Service:
    """Answers queries and takes changes; made by `start`, ended by `close`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.nonce = os.urandom(6).hex()
        self._write = threading.Lock()
        self._keeper = Link("summitry.server.workers.keeper")
        self._writer: Link | None = None
        self.kept = Kept(settings.limits.kept_bytes, settings.limits.kept_file_bytes)
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
        settings = self.settings
        if settings.store:
            mode = "plain" if settings.empty else "layers"
            self._writer = Link("summitry.server.workers.writer", settings.store, settings.base, mode)
        self._fill_keeper()
        self.pool.fill()

    def _fill_keeper(self) -> None:
        """Gives the keeper the graph as the durable store has it."""
        settings = self.settings
        graphs = f"{settings.base}graph/"
        merged, hidden = ((), ()) if settings.empty else (LAYERS, HIDDEN)
        self._keeper.ask(
            "open", merged=[graphs + layer for layer in merged], hidden=[graphs + name for name in hidden]
        )
        if self._writer:
            self._load(self._writer)

    @property
    def alive(self) -> bool:
        """Whether the process that holds the graph is there."""
        return self._keeper.process.poll() is None

    def close(self) -> None:
        """Ends every process, the durable store last."""
        self.pool.close()
        self._keeper.close()
        with self._write:
            if self._writer:
                self._writer.close()

    @property
    def version(self) -> str:
        """Changes with every change of the graph, and with every start."""
        return f"{self.nonce}-{self.pool.version}"

    def query(
        self, job: Job, client: str = LOCAL, gzip: bool = False, seconds: float | None = None
    ) -> Answer:
        """The answer to a query; kept until the graph changes."""
        key = (self.pool.version, job, gzip)
        kept = self.kept.get(key)
        if kept is None:
            reply = self._ask("query", client=client, seconds=seconds, job=asdict(job), gzip=gzip)
            kept = read_answer(reply, reply.head["form"])
            self.kept.put(key, kept)
        return kept

    def rows(self, text: str, base: str | None = None) -> list[dict[str, str]]:
        """The solutions of a SELECT as plain text, unbound variables left out: a page wants labels, not
        terms."""
        found = json.loads(self.query(Job(text, base)).read())["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]

    def update(
        self,
        text: str,
        base: str | None = None,
        using: tuple[str, ...] = (),
        using_named: tuple[str, ...] = (),
        client: str = LOCAL,
        admin: bool = False,
    ) -> None:
        """Applies an update as a whole, or raises and changes nothing."""
        with self._write:
            reply = self._ask(
                "update",
                text.encode("utf-8", "surrogatepass"),
                client=client,
                base=base,
                using=using,
                using_named=using_named,
                guarded=self._guarded(admin),
                documents=[],
            )
            self._commit(reply)

    def upload(self, upload: Upload, client: str = LOCAL, admin: bool = False) -> bool:
        """Replaces a graph or adds to it; says whether it was there before."""
        details = {name: getattr(upload, name) for name in ("graph", "format", "base", "replace")}
        with self._write:
            guarded = self._guarded(admin)
            reply = self._ask("upload", upload.body, client=client, guarded=guarded, **details)
            self._commit(reply)
        return bool(reply.head["existed"])

    def graph(self, graph: str, format: str, client: str = LOCAL, gzip: bool = False) -> Answer | None:
        """One graph written out; None where there is no such graph."""
        reply = self._ask("graph", client=client, graph=graph, format=format, gzip=gzip)
        if not reply.head["existed"]:
            return None
        return read_answer(reply, "graph")

    def export(self, layer: str, format: str, client: str = LOCAL, gzip: bool = False) -> Answer:
        """A layer written out; the same graph gives the same bytes. Kept like the answer to a query."""
        key = (self.pool.version, "export", layer, format, gzip)
        kept = self.kept.get(key)
        if kept is None:
            base = self.settings.base
            reply = self._ask("export", client=client, layer=layer, format=format, base=base, gzip=gzip)
            kept = read_answer(reply, "graph")
            self.kept.put(key, kept)
        return kept

    def _ask(
        self, do: str, body: bytes = b"", *, client: str, seconds: float | None = None, **details: Any
    ) -> Message:
        """What a reader answers; its errors raised here."""
        limits = self.settings.limits
        seconds = min(seconds or limits.seconds, limits.seconds)
        head = {"do": do, "inline": limits.inline_bytes, "limit": limits.result_bytes, **details}
        with self.pool.lend(client, seconds) as reader:
            if do in ("update", "upload"):
                reader.doomed = True  # its graph is no longer the graph
            try:
                reply = reader.ask(Message(head, body), seconds)
            except Died:
                raise self._explain(reader) from None
        if "error" in reply.head:
            frames.close(reply.fds)
            raise rebuild(reply.head)
        return reply

    def _explain(self, reader: Reader) -> SummitryError:
        """Why a reader ended, as its exit tells."""
        reader.ended = True
        status = self._keeper.ask("reap", pid=reader.pid, wait=True).head["status"]
        reasons: Mapping[int | None, str] = {
            -signal.SIGABRT: "the request needs more memory than this server gives",
            -signal.SIGSEGV: "the request is nested too deeply",
        }
        return LimitExceeded(reasons.get(status, "the request ended its process"))

    def _commit(self, reply: Message) -> None:
        """Makes a change durable, then visible; called with the write lock held."""
        try:
            if reply.body or reply.fds:
                self._turn(self._apply(reply))
        finally:
            frames.close(reply.fds)

    def _guarded(self, admin: bool) -> tuple[str, ...]:
        """How the names of the graphs begin that a change may not touch."""
        base = self.settings.base
        return () if admin or self.settings.empty else (f"{base}graph/", f"{base}id/article/")

    def _apply(self, reply: Message) -> int:
        """Applies a change to the durable store and to the graph in memory; what follows from it comes
        along."""
        steps = [(reply.body, reply.fds)]
        if self._writer:
            followed = self._writer.ask("commit", reply.body, reply.fds)
            if followed.body:
                steps.append((followed.body, ()))
        for fd in reply.fds:
            os.lseek(fd, 0, os.SEEK_SET)
        version = 0
        for body, fds in steps:
            version = self._keeper.ask("apply", body, fds).head["version"]
        return version

    def _turn(self, version: int) -> None:
        """From here on the graph is of this version."""
        self.pool.refresh(version)
        self.kept.clear()

    def _load(self, writer: Link) -> None:
        """Lets the writer hand the graph to the keeper, through pipes between the two."""
        (from_unnamed, to_unnamed), (from_all, to_all) = os.pipe(), os.pipe()
        told: list[Message | SummitryError] = []

        def dump() -> None:
            try:
                unnamed = not self.settings.empty
                told.append(writer.ask("dump", fds=(to_unnamed, to_all), given=True, unnamed=unnamed))
            except SummitryError as error:
                told.append(error)

        thread = threading.Thread(target=dump)
        thread.start()
        version = self._keeper.ask("load", fds=(from_unnamed, from_all), given=True).head["version"]
        thread.join()
        (reply,) = told
        if isinstance(reply, SummitryError):
            raise reply
        if reply.body:
            version = self._keeper.ask("apply", reply.body).head["version"]
        self._turn(version)

    def _fork(self) -> Reader:
        """A new reader; a keeper that has ended is started anew first."""
        try:
            return self._fork_from(self._keeper)
        except StoreUnavailable:
            self._revive(self._keeper)
            return self._fork_from(self._keeper)

    def _revive(self, ended: Link) -> None:
        """Starts a keeper in the place of one that has ended."""
        with self._write:
            if self._keeper is not ended:
                return  # another thread was first
            ended.close()
            self._keeper = Link("summitry.server.workers.keeper")
            self._fill_keeper()

    def _fork_from(self, keeper: Link) -> Reader:
        ours, theirs = socket.socketpair()
        limits = self.settings.limits
        bounds = {"memory": limits.memory, "file_bytes": limits.result_bytes}
        with theirs:
            reply = keeper.ask("fork", fds=(theirs.fileno(),), bounds=bounds)
        return Reader(reply.head["pid"], ours, reply.head["version"])

    def _bury(self, reader: Reader) -> None:
        """Ends a reader."""
        reader.kill()
        self._keeper.ask("reap", pid=reader.pid, wait=False)


def read_answer(reply: Message, form: Form) -> Answer:
    """The answer in a reply."""
    file = Spooled(reply.fds[0]) if reply.fds else None
    head = reply.head
    return Answer(form, reply.body, file, bool(head.get("gzip")), bool(head.get("volatile")))
