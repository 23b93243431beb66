"""Queries that readers work on while no thread waits for them: sent, fetched when the answer is there.

What ends otherwise than with a short answer is settled in a thread, by the same rules as every request.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from summitry.graph.errors import LimitExceeded, StoreUnavailable
from summitry.server.answers import Answer, Key
from summitry.server.engine import Job
from summitry.server.service import Service, read_answer
from summitry.server.workers import frames
from summitry.server.workers.child import LONG, Reader, too_long
from summitry.server.workers.frames import Message
from summitry.server.workers.reader import rebuild

PROMPT = 1.0  # seconds within which an answer that has begun to come is there


@dataclass(slots=True, eq=False)
class Errand:
    """A query under way."""

    reader: Reader
    client: str
    key: Key
    seconds: float
    began: float = field(default_factory=time.monotonic)
    due: float = LONG  # seconds after which it is looked after next
    reply: Message | None = None
    fault: Exception | None = None
    ended: Reader | None = None  # to be replaced, which takes a moment

    @property
    def left(self) -> float:
        """Seconds until something is due: to make it yield to others, or to stop it."""
        return self.began + min(self.due, self.seconds) - time.monotonic()

    def look_after(self) -> bool:
        """Makes it yield to others; False where it ran past its limit."""
        ran = time.monotonic() - self.began
        if ran >= self.seconds:
            return False
        self.due = ran + LONG
        self.reader.give_way()
        return True


class Errands:
    """Sends queries for a loop that must never wait."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def send(self, job: Job, gzip: bool, seconds: float | None, client: str) -> Answer | Errand | None:
        """The answer where it is known, the errand where a reader could have it at once; else None."""
        service, most = self._service, self._service.settings.limits.seconds
        key = service.key(job, gzip)
        kept = service.kept.get(key)
        if kept is not None:
            return kept
        reader = service.pool.take(client)
        if reader is None:
            return None
        errand = Errand(reader, client, key, min(seconds or most, most))
        try:
            reader.begin(service.message("query", job=job.told(), gzip=gzip), errand.seconds)
        except (OSError, frames.Gone) as error:
            errand.fault = error
        return errand

    def fetch(self, errand: Errand) -> Answer | None:
        """The answer that has come, if it is a short one; the errand is then over."""
        reader = errand.reader
        try:
            reader.sock.settimeout(PROMPT)
            errand.reply = reply = reader.take()
        except (OSError, LimitExceeded) as error:
            errand.fault = error
            reader.spent = True
            return None
        told = reply.head
        if reply.fds or "error" in told or "form" not in told or reader.spent or reader.doomed:
            return None
        return self._keep(errand, reply)

    def settle(self, errand: Errand) -> Answer | None:
        """What became of an errand; None where the query is to be asked anew. May wait for other processes."""
        pool = self._service.pool
        try:
            if errand.reply is None:
                raise self._service.explain(errand.reader, errand.fault) or too_long(errand.seconds)
            if "error" in errand.reply.head:
                frames.close(errand.reply.fds)
                raise rebuild(errand.reply.head)
            if "form" not in errand.reply.head:
                return None  # it asks for what other hosts have
            answer = read_answer(errand.reply, errand.reply.head["form"])
            self._service.kept.put(errand.key, answer)
            return answer
        except StoreUnavailable:
            self._service.mend()
            return None
        finally:
            pool.replace(pool.give_back(errand.client, errand.reader))

    def _keep(self, errand: Errand, reply: Message) -> Answer:
        errand.ended = self._service.pool.give_back(errand.client, errand.reader)
        answer = read_answer(reply, reply.head["form"])
        self._service.kept.put(errand.key, answer)
        return answer
