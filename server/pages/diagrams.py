"""The ontology's classes -> a diagram of each: what it is a kind of, and what its properties lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summitry.graph.vocabulary import SY
from summitry.server.pages.links import short
from summitry.server.pages.terms import Ontology, TermPage

WIDTH = 720
_ROW = 26.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A property of a class, and the class or type of its values; `inherited` from a wider class."""

    name: str
    href: str
    target: str
    target_href: str | None
    y: float
    inherited: bool


@dataclass(frozen=True, slots=True)
class Diagram:
    """A class with its wider classes above and its properties beside it."""

    name: str
    wider: tuple[str, ...]
    arrows: tuple[Arrow, ...]
    height: float
    middle: float


def draw_classes(ontology: Ontology) -> dict[str, Diagram]:
    """The diagram of each class that has properties, by the IRI of the class."""
    terms = {term.iri: term for chapter in ontology.chapters for term in chapter.terms}
    above = {iri: _tied(term, "is a kind of") for iri, term in terms.items()}
    drawn = {}
    for iri, term in terms.items():
        wider = _wider(iri, above)
        arrows = [
            (property, owner != iri)
            for owner in (iri, *wider)
            for property in terms.values()
            if owner in _tied(property, "said of")
        ]
        if arrows and iri.startswith(SY.IRI):
            drawn[iri] = _diagram(term, wider, arrows)
    return drawn


def _tied(term: TermPage, words: str) -> tuple[str, ...]:
    return next((values for tie, values in term.ties if tie == words), ())


def _wider(iri: str, above: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The classes that include this one, the nearest first."""
    found: list[str] = []
    left = list(above.get(iri, ()))
    while left:
        one = left.pop(0)
        if one not in found and one in above:
            found.append(one)
            left += above[one]
    return tuple(found)


def _diagram(term: TermPage, wider: Iterable[str], arrows: list[tuple[TermPage, bool]]) -> Diagram:
    drawn = []
    for place, (property, inherited) in enumerate(arrows):
        target = next(iter(_tied(property, "takes")), "")
        href = f"#{target.removeprefix(SY.IRI)}" if target.startswith(SY.IRI) else None
        drawn.append(
            Arrow(property.name, f"#{property.name}", short(target), href, 8 + _ROW * place, inherited)
        )
    height = 16 + _ROW * len(drawn)
    return Diagram(term.name, tuple(short(iri) for iri in wider), tuple(drawn), height, height / 2)


def tree(ontology: Ontology) -> tuple[tuple[TermPage, int], ...]:
    """Our classes, each under the one it is a kind of, with its depth."""
    terms = {term.iri: term for term in ontology.chapters[0].terms}
    below: dict[str, list[TermPage]] = {}
    roots = []
    for term in terms.values():
        parents = [iri for iri in _tied(term, "is a kind of") if iri in terms]
        for parent in parents[:1]:
            below.setdefault(parent, []).append(term)
        if not parents:
            roots.append(term)

    def walk(some: list[TermPage], depth: int) -> list[tuple[TermPage, int]]:
        return [each for term in some for each in [(term, depth), *walk(below.get(term.iri, []), depth + 1)]]

    return tuple(walk(roots, 0))
