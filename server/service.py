"""What the views ask: the only door to the graph and the processes that hold it."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

from flask import has_request_context, request

from summitry.graph.errors import StoreUnavailable, UsageError
from summitry.server.answers import Answer, Kept, Key, Spooled
from summitry.server.engine import Form, Job
from summitry.server.remotes import Remotes
from summitry.server.settings import Settings
from summitry.server.workers import frames
from summitry.server.workers.child import Died, Reader
from summitry.server.workers.frames import Message
from summitry.server.workers.pool import Pool
from summitry.server.workers.reader import rebuild
from summitry.server.workers.tree import Tree
from summitry.server.workers.watch import Watch

MOST_ROUNDS = 5  # of questions to other hosts, for one request
LOCAL = "local"  # the client of what the server asks itself


def asker() -> str:
    """Who asks, for a fair share of the readers: whatever view serves the request, its client is the one."""
    if not has_request_context():
        return LOCAL
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return request.remote_addr or "unknown"
    # one customer has a whole network of these (RFC 6177)
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


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

    def __init__(self, settings: Settings, shown: bytes = b"") -> None:
        self.settings = settings
        self.nonce = os.urandom(6).hex()
        limits = settings.limits
        self.kept = Kept(limits.kept_bytes, limits.kept_file_bytes, limits.kept_files)
        self._remotes = Remotes(settings.remotes)
        self._watch: Watch | None = None
        self._tree = Tree(settings, self.kept.clear, shown)

    def start(self) -> None:
        """Loads the graph and makes readers ready."""
        self._tree.start()
        if self.settings.store and not self._tree.writes:
            self._watch = Watch(Path(self.settings.store), self.reload)

    def reload(self) -> None:
        """Takes the graph from the durable store again."""
        self._tree.reload()

    def close(self) -> None:
        """Ends every process."""
        if self._watch:
            self._watch.close()
        self._tree.close()

    @property
    def alive(self) -> bool:
        """Whether the process that holds the graph is there."""
        return self._tree.alive

    @property
    def pool(self) -> Pool:
        """The readers."""
        return self._tree.pool

    @property
    def version(self) -> str:
        """Changes with every change of the graph, and with every start."""
        return f"{self.nonce}-{self.pool.version}"

    def query(self, job: Job, gzip: bool = False, seconds: float | None = None) -> Answer:
        """The answer to a query; kept until the graph changes."""
        key = self.key(job, gzip)
        kept = self.kept.get(key)
        if kept is None:
            reply = self._ask("query", seconds=seconds, job=job.told(), gzip=gzip)
            kept = read_answer(reply, reply.head["form"])
            self.kept.put(key, kept)
        return kept

    def key(self, job: Job, gzip: bool) -> Key:
        """What the answer to a job is kept under; the text itself may be large."""
        return self.pool.version, digest(job), gzip

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
        admin: bool = False,
    ) -> None:
        """Applies an update as a whole, or raises and changes nothing."""
        body = text.encode("utf-8", "surrogatepass")
        details = {"base": base, "using": using, "using_named": using_named, "size": len(body)}
        self._change("update", body, admin, details)

    def upload(self, upload: Upload, admin: bool = False) -> bool:
        """Replaces a graph or adds to it; says whether it was there before."""
        details = {name: getattr(upload, name) for name in ("graph", "format", "base", "replace")}
        details["size"] = len(upload.body)
        return bool(self._change("upload", upload.body, admin, details).head["existed"])

    def enter(self, body: bytes, anew: bool, words: str = "") -> list[dict[str, Any]]:
        """Puts articles with their claims into the graph; tells what became of each. See `workers.entry`."""
        with self._tree.changing(self.settings.limits.seconds):
            steps: list[dict[str, Any]] = self._tree.enter(body, anew=anew, words=words).head["steps"]
        return steps

    def graph(self, graph: str, format: str, gzip: bool = False) -> Answer | None:
        """One graph written out; None where there is no such graph."""
        reply = self._ask("graph", graph=graph, format=format, gzip=gzip)
        if not reply.head["existed"]:
            return None
        return read_answer(reply, "graph")

    def export(self, layer: str, format: str, gzip: bool = False, since: str = "") -> Answer:
        """A layer written out, or what has changed in it since a moment; the same graph gives the same bytes.

        Kept like the answer to a query.
        """
        key = (self.pool.version, "export", layer, format, since, gzip)
        kept = self.kept.get(key)
        if kept is None:
            base = self.settings.base
            reply = self._ask("export", layer=layer, format=format, base=base, gzip=gzip, since=since)
            kept = read_answer(reply, "graph")
            self.kept.put(key, kept)
        return kept

    def _ask(self, do: str, body: bytes = b"", *, seconds: float | None = None, **details: Any) -> Message:
        """What a reader answers; its errors raised here."""
        limits = self.settings.limits
        seconds = min(seconds or limits.seconds, limits.seconds)
        message, client = self.message(do, body, **details), asker()
        try:
            with self.pool.lend(client, seconds) as reader:
                return self._reply(reader, message, seconds)
        except StoreUnavailable:  # the keeper ended, and its readers with it
            self.mend()
            with self.pool.lend(client, seconds) as reader:
                return self._reply(reader, message, seconds)

    def _change(self, do: str, body: bytes, admin: bool, details: dict[str, Any]) -> Message:
        """Lets a reader work a change out, and applies it; the reader then has it already."""
        seconds = self.settings.limits.seconds
        message = self.message(do, body, guarded=self._guarded(admin), **details)
        with self._tree.changing(seconds), self.pool.lend(asker(), seconds) as reader:
            reader.doomed = True  # until what it did to its copy of the graph holds for all
            reply = self._reply(reader, message, seconds)
            try:
                if reply.body or reply.fds:
                    reader.version = self._tree.apply(reply)
                reader.doomed = False
            finally:
                frames.close(reply.fds)
        return reply

    def message(self, do: str, body: bytes = b"", **details: Any) -> Message:
        """What a reader is told to do."""
        limits = self.settings.limits
        head = {
            "do": do,
            "remote": bool(self.settings.remotes),
            "fetched": [],
            "missed": [],
            "inline": limits.inline_bytes,
            "limit": limits.result_bytes,
            "rows": limits.result_rows,
            **details,
        }
        return Message(head, body)

    def mend(self) -> None:
        """Starts the process that holds the graph anew, if it has ended."""
        self._tree.mend()

    def explain(self, reader: Reader, fault: Exception | None) -> Exception | None:
        """Why a reader gave no answer; None where it had no time to."""
        ended = isinstance(fault, frames.Gone | OSError) and not isinstance(fault, TimeoutError)
        return self._tree.explain(reader) if ended else fault

    def _reply(self, reader: Reader, message: Message, seconds: float) -> Message:
        """The reply of one reader; its errors raised here."""
        try:
            reply = self._converse(reader, message, seconds)
        except Died:
            raise self._tree.explain(reader) from None
        if "error" in reply.head:
            frames.close(reply.fds)
            raise rebuild(reply.head)
        return reply

    def _converse(self, reader: Reader, message: Message, seconds: float) -> Message:
        """What a reader answers once it knows the changes it missed, and has what it wants of other hosts."""
        deadline = time.monotonic() + seconds
        missed = self._tree.missed(reader)
        head = message.head | {"missed": [len(change) for change in missed]}
        reply = reader.ask(Message(head, b"".join((*missed, message.body))), seconds)
        reader.learn(len(missed))
        told, bodies = [], [message.body]
        for _ in range(MOST_ROUNDS):
            wanted = reply.head.get("wanted")
            if not wanted:
                return reply
            for address, question in wanted:
                got = self._remotes.fetch(address, question, max(0.0, deadline - time.monotonic()))
                told.append((address, question, got.media_type, got.problem, len(got.body)))
                bodies.append(got.body)
            again = Message(message.head | {"fetched": told}, b"".join(bodies))
            reply = reader.ask(again, max(0.01, deadline - time.monotonic()))
        raise UsageError("the request asks other hosts again and again")

    def _guarded(self, admin: bool) -> tuple[str, ...]:
        """How the names of the graphs begin that a change may not touch."""
        base = self.settings.base
        return () if admin or self.settings.empty else (f"{base}graph/", f"{base}id/article/")


def digest(job: Job) -> bytes:
    """What tells one job from another."""
    return hashlib.sha256(repr(job).encode("utf-8", "surrogatepass")).digest()


def read_answer(reply: Message, form: Form) -> Answer:
    """The answer in a reply."""
    file = Spooled(reply.fds[0]) if reply.fds else None
    head = reply.head
    return Answer(form, reply.body, file, bool(head.get("gzip")), bool(head.get("volatile")))
