"""Changes -> a document that makes them elsewhere: an RDF Patch, or a SPARQL Update.

https://afs.github.io/rdf-patch/ and https://www.w3.org/TR/sparql11-update/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import IO

from summitry.graph.errors import UsageError
from summitry.graph.export.canonical import has_blank
from summitry.graph.export.changes import Change

_ROOM = 500
"""Triples in one operation; some servers refuse many more."""

Writer = Callable[[Iterable[Change], IO[bytes]], None]


def write_patch(changes: Iterable[Change], output: IO[bytes]) -> None:
    """One line for each triple: A where it came, D where it went."""
    output.write(b"TX .\n")
    for change in changes:
        graph = f" <{change.graph}>" if change.graph else ""
        output.write(f"{'A' if change.added else 'D'} {change.line[:-2]}{graph} .\n".encode())
    output.write(b"TC .\n")


def write_update(changes: Iterable[Change], output: IO[bytes]) -> None:
    """An update of as many operations as it takes; blank nodes cannot be taken out by one."""
    lines: list[str] = []
    for (added, graph), some in groupby(changes, lambda change: (change.added, change.graph)):
        for change in some:
            if not added and has_blank(change.line):
                raise UsageError("an update cannot take out triples with blank nodes; a patch can")
            lines.append(change.line)
            if len(lines) == _ROOM:
                _operation(added, graph, lines, output)
        _operation(added, graph, lines, output)


def _operation(added: bool, graph: str, lines: list[str], output: IO[bytes]) -> None:
    if not lines:
        return
    verb = "INSERT" if added else "DELETE"
    body = "\n".join(lines)
    where = f"GRAPH <{graph}> {{\n{body}\n}}" if graph else body
    output.write(f"{verb} DATA {{\n{where}\n}} ;\n".encode())
    lines.clear()


PATCHES: dict[str, Writer] = {"patch": write_patch, "update": write_update}
"""The formats that say what went as well as what came, and who writes each."""
