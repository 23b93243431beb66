"""A dataset whose default graph is the union of several graphs.

The engine looks every pattern up once per graph and does not notice a triple that two of them state: it
would count twice. So the union is made as a graph of its own, in the reader's own copy of the memory, for as
long as the query.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pyoxigraph as ox

from summitry.server.engine import Job, resolve
from summitry.server.outline import Outline

UNION = ox.NamedNode("urn:x-summitry:union")


@contextmanager
def united(store: ox.Store, job: Job, outline: Outline) -> Iterator[Job]:
    """The job with at most one default graph."""
    default, named = job.default_graphs, job.named_graphs
    if not default and not named and "FROM" in outline.words:
        default, named = read_from(job, outline)
    names = list(dict.fromkeys(default))
    if len(names) < 2:
        yield job
        return
    try:
        for name in names:
            if store.contains_named_graph(ox.NamedNode(name)):
                store.update(f"ADD GRAPH <{name}> TO GRAPH <{UNION.value}>")
        yield replace(job, default_graphs=(UNION.value,), named_graphs=named)
    finally:
        store.remove_graph(UNION)


def read_from(job: Job, outline: Outline) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The graphs of FROM and of FROM NAMED."""
    found: dict[bool, list[str]] = {False: [], True: []}
    for place in outline.find("FROM"):
        named = outline.kind(place + 1) == "word"
        name = outline.text_of(place + 1 + named)
        if outline.kind(place + 1 + named) in ("iri", "name"):
            found[named].append(resolve(outline.prologue, name, job.base))
    return tuple(found[False]), tuple(found[True])
