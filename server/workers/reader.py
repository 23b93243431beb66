"""A child that answers jobs on the pages it shares with the keeper, until its socket closes or it is
killed."""

from __future__ import annotations

import gc
import os
import socket
from typing import Any

from summitry.graph.errors import (
    BadParameter,
    LimitExceeded,
    QuerySyntaxError,
    StoreError,
    SummitryError,
    UnknownName,
    UsageError,
)
from summitry.server.engine import NotAcceptable
from summitry.server.federation import RemoteFailed
from summitry.server.workers import changes, jail
from summitry.server.workers.frames import Gone, Message, receive, send
from summitry.server.workers.guard import NotPermitted
from summitry.server.workers.mirror import Mirror
from summitry.server.workers.spool import Spool
from summitry.server.workers.tasks import TASKS

# Errors that are made from their message alone.
PLAIN = {
    error.__name__: error for error in (LimitExceeded, UnknownName, NotPermitted, RemoteFailed, StoreError)
}
Reply = tuple[dict[str, Any], Spool]


def serve(sock: socket.socket, mirror: Mirror, bounds: dict[str, int], parent: int) -> None:
    """Fences this process and answers messages one by one."""
    silence()
    gc.disable()
    jail.confine(bounds["memory"], bounds["file_bytes"], parent)
    while True:
        try:
            message = receive(sock)
        except Gone:
            return
        head, spool = answer(mirror, catch_up(mirror, message))
        body, file = spool.finish() if head.get("ok") else (b"", None)
        if head.get("ok"):
            head["gzip"] = spool.gzipped
        try:
            send(sock, head, body, () if file is None else (file,))
        except Gone:
            return
        finally:
            spool.drop()


def silence() -> None:
    """A child that runs out of memory prints a page of backtrace; nobody reads it."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    os.close(null)


def catch_up(mirror: Mirror, message: Message) -> Message:
    """The message without the changes before it, which this copy of the graph has missed."""
    place = 0
    for size in message.head["missed"]:
        mirror.apply(changes.decode(message.body[place : place + size]))
        place += size
    return Message(message.head, message.body[place:]) if place else message


def answer(mirror: Mirror, message: Message) -> Reply:
    """The reply to a message; what went wrong is part of it."""
    head = message.head
    spool = Spool(head["inline"], head["limit"], head.get("gzip", False))
    try:
        return TASKS[head["do"]](mirror, message, spool), spool
    except SummitryError as error:
        return describe(error), spool
    except MemoryError:
        return {
            "error": "LimitExceeded",
            "message": "the request needs more memory than this server gives",
        }, spool
    except (OSError, RuntimeError, ValueError) as error:
        if spool.full:
            return {
                "error": "LimitExceeded",
                "message": f"the answer is larger than {head['limit']} bytes",
            }, spool
        return {"error": "UsageError", "message": str(error)}, spool


def describe(error: SummitryError) -> dict[str, Any]:
    """An error as the head of a reply."""
    head: dict[str, Any] = {"error": type(error).__name__, "message": str(error)}
    if isinstance(error, QuerySyntaxError):
        head |= {"line": error.line, "column": error.column}
    if isinstance(error, NotAcceptable):
        head |= {"form": error.form}
    if isinstance(error, BadParameter):
        head |= {"name": error.name}
    return head


def rebuild(head: dict[str, Any]) -> SummitryError:
    """The error that a reply describes."""
    kind, text = head["error"], str(head["message"])
    if kind == "QuerySyntaxError":
        return QuerySyntaxError(text, head.get("line"), head.get("column"))
    if kind == "NotAcceptable":
        return NotAcceptable(head["form"])
    if kind == "BadParameter":
        name = head["name"]
        return BadParameter(name, text.removeprefix(f"parameter {name}: "))
    return PLAIN.get(kind, UsageError)(text)
