"""Our complete closure as the OWL 2 RL conformance runner asks for it.

PYTHONPATH=tests python run.py --callable owl2rl_adapter:closure
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode

from summitry.graph.reasoning import close
from summitry.graph.reasoning.owlrl_engine import from_rdflib, to_rdflib

RdfTriple = tuple[Any, Any, Any]


def closure(graph: Any) -> tuple[list[RdfTriple], list[str]]:
    """All triples that follow from an rdflib graph, with its own, and the rules that it breaks."""
    closed = close([tuple(map(from_rdflib, triple)) for triple in graph], complete=True)

    def found() -> Iterator[RdfTriple]:
        for fact in closed.index:
            subject, predicate, obj = (closed.terms[number] for number in fact)
            if not isinstance(subject, Literal) and isinstance(predicate, NamedNode):
                yield to_rdflib(subject), to_rdflib(predicate), to_rdflib(obj)

    broken = [closed.plan.horns[clash[0]].step.name for clash in closed.clashes]
    return list(found()), broken + ["dt-not-type"] * len(closed.terms.illtyped)
