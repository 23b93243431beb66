"""Store -> the triples worth checking: facts, curated data, and what other layers say of the same things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from summitry.graph.ontology import triples as ontology_triples
from summitry.graph.store import UNNAMED, Dataset, GraphStore
from summitry.graph.vocabulary import RDF, RDFS, SKOS, SY

Node = NamedNode | BlankNode | Triple

_BATCH = 500
_SOURCES = (SY.supportedBy, SY.reportedIn)
_OPEN = Dataset()  # the unnamed graph is the default graph; all others are named


@dataclass(frozen=True, slots=True)
class Selection:
    """Triples to check, and the nodes in question; the rest is there for its class and label."""

    triples: set[Triple]
    nodes: frozenset[Node]


def whole(store: GraphStore) -> Selection:
    """Everything in the facts and the unnamed graph, with its surroundings."""
    facts = store.iris.graph("facts").value
    stated = {_triple(quad) for name in (facts, UNNAMED) for quad in store.quads(graph=name)}
    return _selected(store, stated, {triple.subject for triple in stated})


def around(store: GraphStore, nodes: Iterable[NamedNode]) -> Selection:
    """What is stated of some nodes, with their attributed values, their facts and their surroundings."""
    wanted: set[Node] = set(nodes)
    stated = _described(store, wanted, ("facts",), curated=True)
    answers = [triple.subject for triple in stated if triple.object == SY.AttributedValue]
    facts = {quad.subject for each in answers for quad in store.quads(None, SY.hasValue, each)}
    stated |= _described(store, facts, ("facts",), curated=True)
    values = {triple.object for triple in stated if triple.predicate == SY.hasValue}
    stated |= _described(store, values, ("facts",), curated=True)
    wanted |= facts | {value for value in values if isinstance(value, NamedNode)}
    return _selected(store, stated, wanted)


def hierarchy() -> Iterator[Triple]:
    """The classes' order and the concepts, from the shipped files."""
    for triple in ontology_triples():
        is_concept = (triple.predicate, triple.object) == (RDF.type, SKOS.Concept)
        if is_concept or triple.predicate == RDFS.subClassOf:
            yield triple


def articles(store: GraphStore, focus: str, value: str | None) -> tuple[str, ...]:
    """The articles that report a node, or else those that report facts about it (and about the value)."""
    if focus.startswith("_:"):
        return ()
    node, facts = NamedNode(focus), store.iris.graph("facts").value
    found = _reports(store, (node,), facts)
    if not found:
        about = _subjects(store, node, facts)
        if value is not None and _is_iri(value):
            about &= _subjects(store, NamedNode(value), facts)
        found = _reports(store, about, facts)
    return tuple(sorted(found))


def _selected(store: GraphStore, stated: set[Triple], nodes: set[Node]) -> Selection:
    """Adds what other layers say of the nodes, and the class and label of whatever they point at."""
    layers = ("reference", "inferred")
    told = stated | _described(store, nodes, layers)
    followed = (triple.object for triple in told if triple.predicate not in _SOURCES)
    ends = {end for end in followed if isinstance(end, NamedNode)} - nodes
    known = _described(store, ends, (*layers, "facts"), curated=True, only=(RDF.type, RDFS.label))
    return Selection(told | known | set(hierarchy()), frozenset(nodes))


def _described(
    store: GraphStore,
    nodes: Iterable[object],
    layers: Sequence[str],
    *,
    curated: bool = False,
    only: tuple[NamedNode, ...] = (),
) -> set[Triple]:
    """The triples of some subjects in some layers, a few hundred subjects a query."""
    graphs = [f"GRAPH {store.iris.graph(layer)} {{ PATTERN }}" for layer in layers]
    graphs += ["PATTERN"] if curated else []
    choice = f"FILTER (?p IN ({', '.join(map(str, only))}))" if only else ""
    listed = sorted(node.value for node in nodes if isinstance(node, NamedNode))
    found: set[Triple] = set()
    for start in range(0, len(listed), _BATCH):
        values = " ".join(str(NamedNode(iri)) for iri in listed[start : start + _BATCH])
        arms = (f"{{ VALUES ?s {{ {values} }} {graph} }}" for graph in graphs)
        pattern = " UNION ".join(arms).replace("PATTERN", f"?s ?p ?o {choice}")
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"
        found.update(store.query(text, dataset=_OPEN).triples())
    return found


def _reports(store: GraphStore, facts: Iterable[NamedNode], graph: str) -> set[str]:
    quads = (quad for fact in facts for quad in store.quads(fact, SY.reportedIn, None, graph))
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}


def _subjects(store: GraphStore, node: NamedNode, graph: str) -> set[NamedNode]:
    quads = store.quads(None, None, node, graph)
    return {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}


def _is_iri(text: str) -> bool:
    return "://" in text and not any(sign.isspace() for sign in text)


def _triple(quad: Quad) -> Triple:
    return Triple(quad.subject, quad.predicate, quad.object)
