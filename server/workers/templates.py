"""The quads of an update's templates: variables and blank nodes in, what one solution makes of them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from summitry.server.workers.changes import Graph
from summitry.server.workers.mirror import DEFAULT

VARIABLE = "urn:x-summitry:variable:"
"""A template is parsed by the engine as data, its variables written as IRIs that begin so."""
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def relocate(quads: list[ox.Quad], graph: Graph) -> list[ox.Quad]:
    """The quads with those of the default graph put where WITH says."""
    if graph == DEFAULT:
        return quads
    return [ox.Quad(q.subject, q.predicate, q.object, graph) if q.graph_name == DEFAULT else q for q in quads]


def parts(quad: ox.Quad | ox.Triple) -> Iterator[object]:
    """The terms of a quad, those of triple terms too."""
    for term in quad:
        yield from parts(term) if isinstance(term, ox.Triple) else (term,)


def variables(quads: list[ox.Quad]) -> tuple[str, ...]:
    """The variables that templates use, in a fixed order."""
    names = {
        term.value[len(VARIABLE) :]
        for quad in quads
        for term in parts(quad)
        if isinstance(term, ox.NamedNode) and term.value.startswith(VARIABLE)
    }
    return tuple(sorted(names))


def has_blank(quad: ox.Quad) -> bool:
    """Whether a template makes new blank nodes."""
    return any(isinstance(term, ox.BlankNode) for term in parts(quad))


def fill(template: list[ox.Quad], solution: Mapping[str, Term]) -> list[ox.Quad]:
    """The quads a solution gives; those with a gap or a term in the wrong place are left out (SPARQL 1.1,
    4.2.3)."""

    def replace(term: object) -> object:
        if isinstance(term, ox.NamedNode) and term.value.startswith(VARIABLE):
            return solution[term.value[len(VARIABLE) :]]
        return term

    return [quad for quad in (rebuild(quad, replace) for quad in template) if quad is not None]


def rename(quads: list[ox.Quad]) -> list[ox.Quad]:
    """The quads with blank nodes that nothing else has."""
    new: dict[str, ox.BlankNode] = {}

    def replace(term: object) -> object:
        return new.setdefault(term.value, ox.BlankNode()) if isinstance(term, ox.BlankNode) else term

    return [quad for quad in (rebuild(quad, replace) for quad in quads) if quad is not None]


def rebuild(quad: ox.Quad, replace: Callable[[object], object]) -> ox.Quad | None:
    """A quad with every term replaced, None where that gives no lawful quad."""

    def turn(term: Any) -> Any:
        return ox.Triple(*map(turn, term)) if isinstance(term, ox.Triple) else replace(term)

    try:
        return ox.Quad(*map(turn, quad))
    except (KeyError, TypeError):
        return None
