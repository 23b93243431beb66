"""A layer of a store in any format, written to a stream of bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from summitry.graph.errors import UnknownName, UsageError
from summitry.graph.export.changes import Change, Difference, changes, come, ordered
from summitry.graph.export.description import Counted
from summitry.graph.export.patches import PATCHES
from summitry.graph.export.selection import Part, check_layer, select
from summitry.graph.export.turtle import Shortener, paragraphs
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import PREFIXES

_ELEMENT = re.compile(r"[^\W\d][\w.-]*\Z")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Writer = Callable[[Iterable[Part], IO[bytes], str], None]


def export(
    store: GraphStore,
    output: IO[bytes],
    layer: str = "all",
    format: str = "turtle",
    *,
    since: Path | Difference | None = None,
) -> Counted:
    """Writes a layer of the store, and gives what passed; see `LAYERS`, `FORMATS` and `PATCHES`.

    TriG and N-Quads keep the graphs apart; in Turtle, N-Triples and RDF/XML they flow together. With `since`, a
    former export of the same layer or what is known to differ, only what has changed: what came, and in patches and
    updates also what went.
    """
    if format not in FORMATS and format not in PATCHES:
        offered = ", ".join((*FORMATS, *PATCHES))
        raise UnknownName(f"there is no format {format!r} to export; the formats are {offered}")
    counted = Counted(select(store, layer))
    found: Iterable[Change] | None = None
    if isinstance(since, Difference):
        check_layer(layer)
        found = ordered(since, layer, store.iris)
    elif since is not None:
        found = changes(since, counted, layer, store.iris)
    try:
        if format in PATCHES:
            PATCHES[format](_all(counted) if found is None else found, output)
        elif found is None:
            FORMATS[format](counted, output, store.iris.base)
        else:
            counted = Counted(come(found))
            FORMATS[format](counted, output, store.iris.base)
    except ValueError as error:
        raise UsageError(f"{format} cannot carry this graph: {error}") from None
    return counted


def _all(parts: Iterable[Part]) -> Iterator[Change]:
    """Everything, as if there had been nothing before."""
    return (Change(True, part.layer, part.graph, key) for part in parts for key in part)


def _turtle(parts: Iterable[Part], output: IO[bytes], base: str) -> None:
    shortener = Shortener(base)
    output.write(shortener.header().encode())
    section = ""
    for part in parts:
        if part.layer != section:
            section = part.layer
            output.write(f"\n# {section}\n".encode())
        for piece in paragraphs(part, shortener):
            output.write(piece.encode())


def _trig(parts: Iterable[Part], output: IO[bytes], base: str) -> None:
    shortener = Shortener(base)
    output.write(shortener.header().encode())
    for part in parts:
        output.write(f"\n{shortener.term(f'<{part.graph}>')} {{\n".encode() if part.graph else b"\n{\n")
        for piece in paragraphs(part, shortener):
            output.write(piece.encode())
        output.write(b"}\n")


def _ntriples(parts: Iterable[Part], output: IO[bytes], base: str) -> None:
    for part in parts:
        for lines in part.lines():
            output.write("".join(f"{line}\n" for line in lines).encode())


def _nquads(parts: Iterable[Part], output: IO[bytes], base: str) -> None:
    for part in parts:
        end = f" <{part.graph}> .\n" if part.graph else " .\n"
        for lines in part.lines():
            output.write("".join(f"{line[:-2]}{end}" for line in lines).encode())


def _jsonld(parts: Iterable[Part], output: IO[bytes], base: str) -> None:
    serialize(_quads(parts), output, RdfFormat.JSON_LD, prefixes=PREFIXES)
    output.write(b"\n")


def _rdfxml(parts: Iterable[Part], output: IO[bytes], base: str) -> None:
    serialize(map(_nameable, _triples(parts)), output, RdfFormat.RDF_XML, prefixes=PREFIXES)


def _nameable(triple: Triple) -> Triple:
    """The triple, if XML can carry it; the engine would write nameless elements and forbidden characters."""
    predicate, value = triple.predicate.value, triple.object
    if not _ELEMENT.search(predicate):
        raise ValueError(f"<{predicate}> does not end in a name that XML allows")
    if isinstance(value, Literal) and _FORBIDDEN.search(value.value):
        raise ValueError(f"a text of {triple.subject} has a control character")
    return triple


def _triples(parts: Iterable[Part]) -> Iterator[Triple]:
    for part in parts:
        for lines in part.lines():
            for parsed in parse("\n".join(lines), RdfFormat.N_TRIPLES):
                yield parsed.triple


def _quads(parts: Iterable[Part]) -> Iterator[Quad]:
    for part in parts:
        name = NamedNode(part.graph) if part.graph else DefaultGraph()
        for lines in part.lines():
            for parsed in parse("\n".join(lines), RdfFormat.N_TRIPLES):
                yield Quad(parsed.subject, parsed.predicate, parsed.object, name)


FORMATS: dict[str, Writer] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _nquads,
    "ntriples": _ntriples,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}
"""The formats of exports, and who writes each."""
