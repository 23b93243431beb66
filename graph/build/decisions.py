"""Decisions of users, as nodes of the unnamed graph: exported, backed up and queried like all that they curate."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.fusion import Decision, Decisions, Verdict
from summitry.graph.store import GraphStore
from summitry.graph.triples.literals import english, text_literal, time_literal
from summitry.graph.vocabulary import DCTERMS, RDF, RDFS, SY, Iris

CURATED = ""
"""The graph where users write."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A decision as it was stored: by whom, when, and of what in words."""

    decision: Decision
    label: str
    by: str
    at: str | None


def make_decision(verdict: Verdict, one: Iterable[str], other: Iterable[str]) -> Decision:
    """A decision whose key depends on the two sides alone, whatever the order in which they are named."""
    sides = sorted((tuple(sorted(set(one))), tuple(sorted(set(other)))))
    text = "\n\n".join("\n".join(side) for side in sides)
    return Decision(hashlib.sha256(text.encode()).hexdigest()[:12], verdict, *sides)


def decision_node(key: str, iris: Iris) -> NamedNode:
    """The node of a decision."""
    return iris.entity(f"decision/{key}")


def decision_quads(
    decision: Decision, label: str, by: str, at: datetime | None, iris: Iris
) -> Iterator[Quad]:
    """A decision as RDF."""
    node = decision_node(decision.key, iris)
    yield Quad(node, RDF.type, SY.Decision)
    yield Quad(node, RDFS.label, english(label))
    yield Quad(node, SY.verdict, text_literal(decision.verdict))
    yield Quad(node, DCTERMS.creator, text_literal(by))
    if at is not None:
        yield Quad(node, DCTERMS.created, time_literal(at))
    for predicate, side in ((SY.oneSide, decision.one), (SY.otherSide, decision.other)):
        for each in side:
            yield Quad(node, predicate, iris.entity(each) if each.startswith("person/") else NamedNode(each))


def read_decisions(store: GraphStore) -> Decisions:
    """What has been decided; what somebody wrote by hand and left incomplete is passed over."""
    return Decisions(tuple(stored.decision for stored in stored_decisions(store)))


def stored_decisions(store: GraphStore) -> list[Stored]:
    """The decisions of a store, in the order of their time, then of their keys."""
    nodes = {quad.subject for quad in store.quads(None, RDF.type, SY.Decision, CURATED)}
    found = (_read(store, node) for node in nodes if isinstance(node, NamedNode))
    return sorted(
        (stored for stored in found if stored is not None),
        key=lambda stored: (stored.at or "", stored.decision.key),
    )


def _read(store: GraphStore, node: NamedNode) -> Stored | None:
    iris = store.iris
    start = decision_node("", iris).value

    def texts(predicate: NamedNode) -> list[str]:
        found = (quad.object for quad in store.quads(node, predicate, None, CURATED))
        return sorted(term.value for term in found if isinstance(term, Literal | NamedNode))

    def side(predicate: NamedNode) -> tuple[str, ...]:
        own = f"{iris.base}id/person/"
        return tuple(
            text.removeprefix(f"{iris.base}id/") if text.startswith(own) else text
            for text in texts(predicate)
        )

    verdict, one, other = texts(SY.verdict), side(SY.oneSide), side(SY.otherSide)
    if verdict not in (["same"], ["different"]) or not one or not other or not node.value.startswith(start):
        return None
    decision = Decision(node.value[len(start) :], Verdict(verdict[0]), one, other)
    label, by, at = texts(RDFS.label), texts(DCTERMS.creator), texts(DCTERMS.created)
    return Stored(decision, label[0] if label else decision.key, by[0] if by else "", at[0] if at else None)
