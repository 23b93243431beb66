"""What each change did to the quads of the layers, kept beside the log: the graph `journal`.

<change>   did "…" .    compressed: a line of JSON, then the quads that came and those that went

What follows from the facts is not kept: it can be worked out. Nothing else depends on this graph; see `since`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from summitry.graph.build.desk import Desk
from summitry.graph.build.layers import loaded
from summitry.graph.store import GraphStore
from summitry.graph.store.changes import graph_name as graph_of
from summitry.graph.store.embedded import canonical
from summitry.graph.triples.articles import READER
from summitry.graph.vocabulary import Iris

DID = NamedNode("urn:summitry:journal:did")
MOST = 10_000
"""Triples of the unnamed graph up to which the journal can tell whether others have changed it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What one change did; `versions` are those of the layers that it leant on.

    `curated` stands for the unnamed graph as the change left it, None where that is too large to tell.
    """

    added: frozenset[Quad]
    removed: frozenset[Quad]
    versions: dict[str, str]
    curated: str | None


def graph_name(iris: Iris) -> NamedNode:
    """The name of the graph."""
    return NamedNode(f"{iris.base}graph/journal")


def keep(desk: Desk, change: NamedNode) -> None:
    """Adds to the desk what it is about to do to the store, under the name of the change."""
    come, gone = set(canonical(desk.added)), set(canonical(desk.removed))
    # The software that reads is described with every article; all else that is added was not there before.
    added = {quad for quad in come - gone if quad.subject != READER or not desk.store.has(quad)}
    removed = gone - come
    curated = unnamed(desk.store)
    if curated is not None:
        curated = {quad for quad in curated - removed if graph_of(quad) == ""} | {
            quad for quad in added if graph_of(quad) == ""
        }
    head = {"versions": loaded(desk.store), "curated": curated if curated is None else mark(curated)}
    text = "\n".join([json.dumps(head, sort_keys=True), *_lines("A", added), *_lines("D", removed)])
    packed = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    desk.added.add(Quad(change, DID, Literal(packed), graph_name(desk.iris)))


def _lines(sign: str, quads: Iterable[Quad]) -> list[str]:
    text = (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()
    return sorted(f"{sign} {line}" for line in text.split("\n")[:-1])


def deed(store: GraphStore, change: str) -> Deed | None:
    """What a change did, by its IRI; None where that was not kept."""
    row = next(store.quads(NamedNode(change), DID, None, graph_name(store.iris).value), None)
    if row is None:
        return None
    assert isinstance(row.object, Literal)
    head, *lines = zlib.decompress(base64.b64decode(row.object.value)).decode().split("\n")
    told = json.loads(head)
    return Deed(_quads("A ", lines), _quads("D ", lines), told["versions"], told["curated"])


def _quads(sign: str, lines: list[str]) -> frozenset[Quad]:
    text = "\n".join(line[2:] for line in lines if line.startswith(sign))
    return frozenset(parse(text, RdfFormat.N_QUADS))


def unnamed(store: GraphStore) -> set[Quad] | None:
    """The unnamed graph; None where it is large."""
    found = set[Quad]()
    for quad in store.quads(graph=""):
        if len(found) == MOST:
            return None
        found.add(quad)
    return found


def mark(quads: Iterable[Quad]) -> str:
    """A mark that two sets of quads share only if they are the same, but for the names of blank nodes."""
    lines = (
        " ".join("_:" if str(term).startswith("_:") else str(term) for term in quad.triple) for quad in quads
    )
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]
