"""What a child does for one message: answer a query, work out a change, write a graph or a layer out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import IO, Any, cast

from summitry.graph.build.since import read_moment, since
from summitry.graph.errors import BadParameter, QuerySyntaxError, UsageError
from summitry.graph.export import export
from summitry.server.contexts import settle
from summitry.server.engine import GRAPH_FORMATS, Job, check_query, evaluate
from summitry.server.federation import Fetched, Key, fill_in, questions
from summitry.server.literals import Unwrapped
from summitry.server.outline import Outline, read_outline
from summitry.server.repairs import repair
from summitry.server.rewrites import count_known
from summitry.server.unions import united
from summitry.server.values import see_values
from summitry.server.workers import changes
from summitry.server.workers.changes import Kind
from summitry.server.workers.draft import Draft, upload
from summitry.server.workers.frames import Message
from summitry.server.workers.guard import Guard
from summitry.server.workers.mirror import Mirror
from summitry.server.workers.spool import Spool
from summitry.server.workers.view import View

# Whatever is repaired, answered by others or not to be kept; escapes could hide any of it.
CLOSER = (
    *("\\u", "true", "false", "group_concat", "bnode", "graph", "from"),
    *("service", "now", "rand", "uuid"),
)
PLAIN_STARS = ("(*", "select *", "distinct *")  # any other is that of a path
PATH_MARK = re.compile(r"\?(?!\w)")  # as is a question mark with no name behind it
Task = Callable[[Mirror, Message, Spool], dict[str, Any]]


def read_job(data: dict[str, Any]) -> Job:
    """The job in a message."""
    named = data["named_graphs"]
    lists = {
        "default_graphs": tuple(data["default_graphs"]),
        "named_graphs": None if named is None else tuple(named),
    }
    return Job(**(data | lists))


def do_query(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Evaluates a query, or says what must be fetched for it first."""
    job, rows = read_job(message.head["job"]), message.head["rows"]
    known = count_known(job, mirror.size) if is_plain(job) else None
    if known is not None and (known is not job or not mirror.wraps):
        form = evaluate(mirror.store, known, cast(IO[bytes], spool), rows)
        return {"ok": True, "form": form, "volatile": False}
    outline = read_outline(job.text)
    volatile = outline.volatile
    if "SERVICE" in outline.words:
        outline, wanted = federate(mirror, job, outline, message)
        if wanted:
            return {"ok": True, "wanted": wanted}
        job = replace(job, text=outline.text)
    with united(mirror.store, job, outline) as job, as_written(mirror, spool) as sink:
        repaired = repair(mirror.store, job, outline)
        try:
            form = evaluate(mirror.store, with_values(mirror, repaired), sink, rows)
        except QuerySyntaxError:
            if repaired.text == job.text:
                raise
            form = evaluate(
                mirror.store, job, sink, rows
            )  # places in messages are those of the text as it came
    return {"ok": True, "form": form, "volatile": volatile}


def with_values(mirror: Mirror, job: Job) -> Job:
    """The job, its query written for the literals that are wrapped in this graph; QuerySyntaxError where there is none
    to write."""
    if not mirror.wraps:
        return job
    outline = read_outline(job.text)
    seen = see_values(outline, job.base, depth=mirror.depth)
    if seen is outline:
        return job
    check_query(job.text, job.base)  # what is wrong with it may be gone once it is rewritten
    return replace(job, text=seen.text)


@contextmanager
def as_written(mirror: Mirror, spool: Spool) -> Iterator[IO[bytes]]:
    """The sink of an answer, in which literals are those that were written."""
    if not mirror.wraps:
        yield cast(IO[bytes], spool)
        return
    sink = Unwrapped(cast(IO[bytes], spool))
    yield cast(IO[bytes], sink)
    sink.close()


def is_plain(job: Job) -> bool:
    """Whether nothing in a query asks for a closer look, as far as one glance tells: the outline of a small query
    takes longer than its answer."""
    text = job.text.lower()
    if len(job.default_graphs) > 1 or any(word in text for word in CLOSER) or PATH_MARK.search(text):
        return False
    return text.count("*") == sum(map(text.count, PLAIN_STARS))


def federate(
    mirror: Mirror, job: Job, outline: Outline, message: Message
) -> tuple[Outline, list[tuple[str, str]]]:
    """The query with the answers of other hosts in it, or what is to be asked of them."""
    if not message.head["remote"]:
        raise UsageError("SERVICE is switched off: this server asks no other hosts")
    if not message.head["fetched"]:
        check_query(job.text, job.base)
    fetched = read_fetched(message)
    asked = questions(mirror.store, job, outline, partial(with_values, mirror))
    wanted = sorted({key for _, keys in asked for key in keys if key not in fetched})
    return (outline, wanted) if wanted else (fill_in(outline, asked, fetched), [])


def do_update(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Works an update out, or says which documents must be fetched for it first."""
    head, fetched = message.head, read_fetched(message)
    text = message.body[: head["size"]].decode("utf-8", "surrogatepass")
    if "SERVICE" in read_outline(text).words:
        raise UsageError("SERVICE is not answered within updates: ask first, then insert what came")
    documents = {address: answer for (address, question), answer in fetched.items() if not question}
    wanted = fill_contexts(documents, fetched)
    draft = Draft(
        mirror,
        head["base"],
        Guard(tuple(head["guarded"])),
        tuple(head["using"]),
        tuple(head["using_named"]),
        documents,
    )
    wanted += [(address, "") for address in draft.sources(text) if address not in documents]
    if wanted and head["remote"]:
        return {"ok": True, "wanted": wanted}
    spool.write(changes.encode(draft.update(text)))
    return {"ok": True}


def fill_contexts(documents: dict[str, Fetched], fetched: dict[Key, Fetched]) -> list[Key]:
    """Puts the contexts that documents name into them; those that must be fetched first are returned."""
    wanted: dict[Key, None] = {}
    for address, answer in documents.items():
        if GRAPH_FORMATS["jsonld"].media_type != answer.media_type:
            continue
        try:
            body, more = settle(answer.body, address, fetched)
        except UsageError as error:
            documents[address] = replace(answer, problem=str(error))
        else:
            documents[address] = replace(answer, body=body)
            wanted |= dict.fromkeys(more)
    return list(wanted)


def read_fetched(message: Message) -> dict[Key, Fetched]:
    """What other hosts answered: it stands behind the text in the body."""
    found, place = {}, message.head.get("size", 0)
    for address, question, media_type, problem, size in message.head["fetched"]:
        found[address, question] = Fetched(media_type, message.body[place : place + size], problem)
        place += size
    return found


def do_upload(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Works out what a graph sent to the store changes."""
    head = message.head
    graph = changes.read_graph(head["graph"].encode())
    Guard(tuple(head["guarded"])).check(changes.on_graph(Kind.CLEAR, graph))
    existed = mirror.exists(graph)
    body = message.body[: head["size"]]
    if head["format"] == "jsonld" and head["remote"]:
        body, wanted = settle(body, head["base"], read_fetched(message))
        if wanted:
            return {"ok": True, "wanted": wanted}
    change = upload(mirror, graph, body, GRAPH_FORMATS[head["format"]], head["base"], head["replace"])
    mirror.apply(change)  # this reader goes on with the graph as it will be
    spool.write(changes.encode(change))
    return {"ok": True, "existed": existed}


def do_graph(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Writes one graph out."""
    graph = changes.read_graph(message.head["graph"].encode())
    if not mirror.exists(graph):
        return {"ok": True, "existed": False}
    if message.head["format"]:
        with as_written(mirror, spool) as sink:
            mirror.home(graph).dump(sink, GRAPH_FORMATS[message.head["format"]], from_graph=graph)
    return {"ok": True, "existed": True}


def do_export(mirror: Mirror, message: Message, spool: Spool) -> dict[str, Any]:
    """Writes a layer out, or what has changed in it; the same bytes for the same graph."""
    head = message.head
    view, layer, when = View(mirror, head["base"]), head["layer"], head["since"]
    moment = read_moment(when) if when else None
    if when and moment is None:
        raise BadParameter("since", f"{when!r} is neither a day or time nor a change; example: 2022-06-29")
    with as_written(mirror, spool) as sink:
        export(view, sink, layer, head["format"], since=since(view, moment, layer) if moment else None)
    return {"ok": True}


TASKS: dict[str, Task] = {
    "query": do_query,
    "update": do_update,
    "upload": do_upload,
    "graph": do_graph,
    "export": do_export,
}
