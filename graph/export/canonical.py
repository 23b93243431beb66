"""Graphs as N-Triples -> the same, with blank nodes named by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).

The names follow from the triples that hold blank nodes, in all graphs of a document together; other triples
have no say in them, so they need not be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
    serialize,
)


def has_blank(line: str) -> bool:
    """True if the line may hold a blank node; a text that looks like one does no harm."""
    return line.startswith("_:") or " _:" in line


def named(parts: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """The lines of each graph that hold blank nodes, with canonical names; `parts` are (graph, lines)."""
    quads = [
        Quad(parsed.subject, parsed.predicate, parsed.object, NamedNode(graph) if graph else DefaultGraph())
        for graph, lines in parts
        for parsed in parse("\n".join(lines), RdfFormat.N_TRIPLES)
    ]
    if any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object)):
        dataset = Dataset(quads)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        quads = list(dataset)
    found: dict[str, list[Quad]] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
        found.setdefault(name, []).append(quad)
    return {name: _lines(each) for name, each in found.items()}


def _lines(quads: Iterable[Quad]) -> list[str]:
    data = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    return data.decode().split("\n")[:-1]
