"""Quads -> the text of a SPARQL 1.1 Update, in chunks that any server takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, Triple, serialize

from summitry.graph.errors import StoreError

ROOM = 500
"""Quads in one request: Virtuoso refuses 1,500, since they become too many lines of SQL."""


def graph_name(quad: Quad) -> str:
    """The name of a quad's graph, "" for the unnamed one."""
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def by_graph(quads: Iterable[Quad]) -> dict[str, list[Triple]]:
    """The triples of each graph."""
    graphs: dict[str, list[Triple]] = {}
    for quad in quads:
        graphs.setdefault(graph_name(quad), []).append(quad.triple)
    return graphs


def data(operation: str, quads: Iterable[Quad]) -> str:
    """INSERT DATA or DELETE DATA for the quads; "" where there are none."""
    parts = [_block(name, triples) for name, triples in by_graph(quads).items()]
    return f"{operation} DATA {{\n{''.join(parts)}}}" if parts else ""


def _block(name: str, triples: list[Triple]) -> str:
    # Every line of N-Triples is a line of SPARQL too.
    lines = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert lines is not None
    text = lines.decode()
    return f"GRAPH <{name}> {{\n{text}}}\n" if name else text


def change(added: Iterable[Quad], removed: Iterable[Quad]) -> str:
    """One update that takes out, then puts in; "" where there is nothing to do."""
    gone = list(removed)
    refuse_blank(gone)
    return " ;\n".join(part for part in (data("DELETE", gone), data("INSERT", added)) if part)


def refuse_blank(removed: Iterable[Quad]) -> None:
    """StoreError where a quad has a blank node: no update can name one."""
    for quad in removed:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise StoreError(f"a triple with a blank node cannot be removed by itself: {quad.triple}")


def chunks(quads: Iterable[Quad], room: int = ROOM) -> Iterator[list[Quad]]:
    """The quads in lists of at most `room`."""
    rest = iter(quads)
    while some := list(islice(rest, room)):
        yield some
