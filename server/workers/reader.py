"""A child that answers jobs on the pages it shares with the keeper, until its socket closes or it is
killed."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from dataclasses import asdict
from typing import IO, Any, cast

from summitry.graph.errors import LimitExceeded, QuerySyntaxError, SummitryError, UsageError
from summitry.server.engine import GRAPH_FORMATS, Job, NotAcceptable, evaluate
from summitry.server.scan import outline, scan, unescape
from summitry.server.workers import changes, jail
from summitry.server.workers.draft import Document, Draft, upload
from summitry.server.workers.frames import Gone, Message, receive, send
from summitry.server.workers.mirror import Mirror
from summitry.server.workers.spool import Spool

Handler = Callable[[Mirror, Message, Spool], dict[str, Any]]
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
        head, spool = answer(mirror, message)
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


def answer(mirror: Mirror, message: Message) -> Reply:
    """The reply to a message; what went wrong is part of it."""
    head = message.head
    spool = Spool(head["inline"], head["limit"], head.get("gzip", False))
    try:
        return HANDLERS[head["do"]](mirror, message, spool), spool
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
    return head


def rebuild(head: dict[str, Any]) -> SummitryError:
    """The error that a reply describes."""
    kind, text = head["error"], str(head["message"])
    if kind == "QuerySyntaxError":
        return QuerySyntaxError(text, head.get("line"), head.get("column"))
    if kind == "NotAcceptable":
        return NotAcceptable(head["form"])
    return LimitExceeded(text) if kind == "LimitExceeded" else UsageError(text)


def write_job(job: Job) -> dict[str, Any]:
    """A job as part of a message."""
    return asdict(job)


def read_job(data: dict[str, Any]) -> Job:
    """The job in a message."""
    named = data["named_graphs"]
    lists = {
        "default_graphs": tuple(data["default_graphs"]),
        "named_graphs": None if named is None else tuple(named),
    }
    return Job(**(data | lists))


def do_query(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Evaluates a query."""
    job = read_job(message.head["job"])
    seen = outline(scan(unescape(job.text)))
    if "SERVICE" in seen.words:
        raise UsageError("SERVICE is switched off: this server asks no other hosts")
    form = evaluate(mirror.store, job, cast(IO[bytes], spool))
    return {"ok": True, "form": form, "volatile": seen.volatile}


def do_update(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Works an update out."""
    head = message.head
    draft = Draft(
        mirror, head["base"], tuple(head["using"]), tuple(head["using_named"]), read_documents(message)
    )
    text = message.body[sum(size for _, _, size, _ in head["documents"]) :].decode()
    if "SERVICE" in outline(scan(unescape(text))).words:
        raise UsageError("SERVICE is switched off: this server asks no other hosts")
    change = draft.update(text)
    spool.write(changes.encode(change))
    return {"ok": True, "graphs": changes.graphs(change)}


def read_documents(message: Message) -> dict[str, Document]:
    """The documents that stand before the text of an update."""
    found, place = {}, 0
    for iri, format, size, problem in message.head["documents"]:
        body = message.body[place : place + size]
        found[iri] = Document(GRAPH_FORMATS.get(format), body, problem)
        place += size
    return found


def do_upload(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Works out what a graph sent to the store changes."""
    head = message.head
    graph = changes.read_graph(head["graph"].encode())
    existed = mirror.exists(graph)
    change = upload(mirror, graph, message.body, GRAPH_FORMATS[head["format"]], head["base"], head["replace"])
    spool.write(changes.encode(change))
    return {"ok": True, "existed": existed, "graphs": [changes.write_graph(graph).decode()]}


def do_graph(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Writes one graph out."""
    graph = changes.read_graph(message.head["graph"].encode())
    if not mirror.exists(graph):
        return {"ok": True, "existed": False}
    if message.head["format"]:
        store = mirror.home(graph)
        store.dump(cast(IO[bytes], spool), GRAPH_FORMATS[message.head["format"]], from_graph=graph)
    return {"ok": True, "existed": True}


HANDLERS: dict[str, Handler] = {
    "query": do_query,
    "update": do_update,
    "upload": do_upload,
    "graph": do_graph,
}
