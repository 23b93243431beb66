"""Saved queries -> what the endpoint shows of them in its default graph, where query editors look for examples."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from summitry.graph.questions import Question
from summitry.graph.questions.examples import examples
from summitry.server.workers.changes import add, encode


def shown(questions: Iterable[Question], base: str) -> bytes:
    """Their descriptions as a change of the graph `queries`, which no store keeps."""
    graph = NamedNode(f"{base}graph/queries")
    quads = (
        Quad(triple.subject, triple.predicate, triple.object, graph) for triple in examples(questions, base)
    )
    return encode((add(quads),))
