"""Store -> everything that is wrong with it, each with the articles that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import BlankNode, NamedNode, Triple

from summitry.graph.store import GraphStore
from summitry.graph.validation.model import Violation
from summitry.graph.validation.selection import around, articles, whole
from summitry.graph.validation.shacl import validate
from summitry.graph.vocabulary import RDF, SY


def check(
    store: GraphStore, nodes: Iterable[NamedNode] | None = None, clashes: Iterable[Violation] = ()
) -> tuple[Violation, ...]:
    """All violations, the worst first; with `nodes`, only what concerns these (after an ingest, say).

    `clashes` are inconsistencies that the reasoner found; they are reported with the rest, and get the
    articles behind their focus where they bring none.
    """
    chosen = whole(store) if nodes is None else around(store, nodes)
    asked = {_focus(node) for node in chosen.nodes}
    wrong = (each for each in validate(chosen.triples) if each.focus in asked)
    placed = (_placed(store, each) for each in {*wrong, *undeclared(chosen.triples), *clashes})
    return tuple(sorted(placed, key=lambda violation: violation.order))


def undeclared(triples: Iterable[Triple]) -> Iterator[Violation]:
    """Uses of terms in our namespace that the ontology does not declare: misspelt ones, mostly."""
    declared = {f"{SY.IRI}{name}" for name in SY.NAMES}
    for triple in triples:
        term = triple.object if triple.predicate == RDF.type else triple.predicate
        if isinstance(term, NamedNode) and term.value.startswith(SY.IRI) and term.value not in declared:
            message = f"The ontology has no term sy:{term.value.removeprefix(SY.IRI)}."
            yield Violation(_focus(triple.subject), term.value, message, source="undeclared")


def _focus(node: NamedNode | BlankNode | Triple) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)


def _placed(store: GraphStore, violation: Violation) -> Violation:
    if violation.articles:
        return violation
    return replace(violation, articles=articles(store, violation.focus, violation.value))
