"""What a change of the store does to its facts, written beside it: the graph `history`.

The time is the caller's. Facts, claims and exports do not depend on this graph: it tells how they came about, and a
store that is built afresh has a shorter story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.build.desk import Desk
from summitry.graph.build.journal import keep
from summitry.graph.triples.literals import english, text_literal, time_literal
from summitry.graph.vocabulary import PROV, RDF, RDFS, SY, Iris

_SUPPORT = frozenset([SY.supportedBy, SY.reportedIn, SY.hasValue])
_OUTCOMES = ("added", "changed", "removed")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why the store changes; articles by IRI."""

    entered: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    words: str = ""  # where it is not articles


def graph_name(iris: Iris) -> NamedNode:
    """The name of the graph."""
    return NamedNode(f"{iris.base}graph/history")


@dataclass(frozen=True, slots=True)
class _Side:
    """One fact before or after: its own triples, the properties that are disputed, its claims and articles."""

    slots: frozenset[tuple[str, str]]
    disputed: frozenset[NamedNode]
    claims: frozenset[str]
    articles: frozenset[str]
    label: str


def record(desk: Desk, occasion: Occasion, at: datetime) -> None:
    """Adds the story of what is on the desk to it."""
    graph = graph_name(desk.iris)
    node = desk.iris.entity(f"change/{at.strftime('%Y%m%dT%H%M%S-%f')}")
    before, after = _facts(desk, desk.removed), _facts(desk, desk.added)
    for key in desk.extended:  # facts that were only added to had been there before
        before.setdefault(key, after[key])
    revisions = [
        quad
        for number, key in enumerate(sorted(before.keys() | after.keys()))
        for quad in _revision(desk.iris.part(node, str(number)), key, before, after)
    ]
    arcs: list[tuple[NamedNode, NamedNode | Literal]] = [(RDF.type, SY.Change)]
    arcs.append((PROV.startedAtTime, time_literal(at)))
    arcs.append((RDFS.label, english(_summary(occasion, revisions))))
    for predicate, articles in (
        (SY.entered, occasion.entered), (SY.reread, occasion.reread), (SY.left, occasion.left),
    ):  # fmt: skip
        arcs += [(predicate, NamedNode(article)) for article in articles]
    if not revisions and not any((occasion.entered, occasion.reread, occasion.left, occasion.words)):
        return
    keep(desk, node)
    desk.added.update(Quad(node, predicate, value, graph) for predicate, value in arcs)
    touched = {*occasion.entered, *occasion.reread, *occasion.left}
    for revision, predicate, value in revisions:
        if predicate != PROV.wasDerivedFrom or value.value in touched:
            desk.added.add(Quad(revision, predicate, value, graph))
        if predicate == SY.outcome:
            desk.added.add(Quad(revision, PROV.wasGeneratedBy, node, graph))


def _facts(desk: Desk, quads: Iterable[Quad]) -> dict[str, _Side]:
    """The facts that quads of the graph `facts` describe, by IRI."""
    graph = desk.iris.graph("facts")
    rows: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if quad.graph_name == graph and isinstance(quad.subject, NamedNode):
            rows[quad.subject.value].append(quad)
    told = {
        iri
        for iri, own in rows.items()
        if "/value/" not in iri and any(q.predicate == SY.reportedIn for q in own)
    }
    return {iri: _side(iri, rows, _name(desk, iri)) for iri in told}


def _name(desk: Desk, iri: str) -> str:
    """What the reference data call a fact of theirs, whose label is not in the graph of facts."""
    key = iri.partition("/id/")[2]
    node = desk.known.node(key)
    return key if node is None else node.label


def _side(iri: str, rows: dict[str, list[Quad]], name: str) -> _Side:
    own = rows[iri]
    values = [rows.get(q.object.value, []) for q in own if q.predicate == SY.hasValue]  # type: ignore[union-attr]
    return _Side(
        slots=frozenset(
            (quad.predicate.value, _text(quad)) for quad in own if quad.predicate not in {*_SUPPORT, RDF.type}
        ),
        disputed=frozenset(
            quad.object
            for value in values
            if any(quad.predicate == SY.disputed and _text(quad) == "true" for quad in value)
            for quad in value
            if quad.predicate == SY.ofProperty and isinstance(quad.object, NamedNode)
        ),
        claims=frozenset(_text(quad) for quad in own if quad.predicate == SY.supportedBy),
        articles=frozenset(_text(quad) for quad in own if quad.predicate == SY.reportedIn),
        label=next((_text(quad) for quad in own if quad.predicate == RDFS.label), name),
    )


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode | Literal) else str(quad.object)


Arc = tuple[NamedNode, NamedNode, NamedNode | Literal]


def _revision(node: NamedNode, iri: str, before: dict[str, _Side], after: dict[str, _Side]) -> Iterator[Arc]:
    """What became of one fact; nothing where it merely gained or lost a source."""
    old, new = before.get(iri), after.get(iri)
    if old is not None and new is not None and (old.slots, old.disputed) == (new.slots, new.disputed):
        return
    outcome = "added" if old is None else "removed" if new is None else "changed"
    told = new or old
    assert told is not None
    yield node, RDF.type, SY.Revision
    yield node, SY.outcome, text_literal(outcome)
    yield node, SY.revises, NamedNode(iri)
    yield node, RDFS.label, english(told.label)
    empty: frozenset[str] = frozenset()
    for article in sorted((old.articles if old else empty) | (new.articles if new else empty)):
        yield node, PROV.wasDerivedFrom, NamedNode(article)
    if old is not None and new is not None:
        yield from ((node, RDFS.comment, english(line)) for line in _differences(old, new))
    if new is not None:
        was = old.disputed if old else frozenset()
        yield from ((node, SY.newlyDisputed, each) for each in sorted(new.disputed - was, key=str))
        yield from ((node, SY.settled, each) for each in sorted(was - new.disputed, key=str))
    if old is None and new is not None:
        for other in sorted(before.keys() - after.keys()):
            if before[other].claims & new.claims:
                yield node, SY.formerly, NamedNode(other)


def _differences(old: _Side, new: _Side) -> Iterator[str]:
    """The properties whose values changed: "startDate: 2022-06 → 2022-06-28"."""
    gone, come = old.slots - new.slots, new.slots - old.slots
    for predicate in sorted({name for name, _ in gone | come} - {RDFS.label.value}):
        left, right = (
            ", ".join(sorted(_short(text) for name, text in side if name == predicate))
            for side in (gone, come)
        )
        yield f"{predicate.rpartition('#')[2].rpartition('/')[2]}: {left or 'nothing'} → {right or 'nothing'}"


def _short(text: str) -> str:
    return text.rpartition("/id/")[2].rpartition("/")[2] if text.startswith("http") else text


def _summary(occasion: Occasion, revisions: Iterable[Arc]) -> str:
    """ "2 articles read, 1 removed: 3 facts added, 1 changed; 1 newly disputed"."""
    told = list(revisions)
    outcomes = [value.value for _, predicate, value in told if predicate == SY.outcome]
    disputed = len({node for node, predicate, _ in told if predicate == SY.newlyDisputed})
    counts = [
        (len(occasion.entered), "read"), (len(occasion.reread), "read anew"), (len(occasion.left), "removed"),
    ]  # fmt: skip
    what = [f"{_articles(count)} {verb}" for count, verb in counts if count]
    did = [f"{outcomes.count(outcome)} {outcome}" for outcome in _OUTCOMES if outcome in outcomes]
    told_facts = f"facts: {', '.join(did)}" if did else "no fact changed"
    parts = [", ".join(what) or occasion.words or "changed", told_facts]
    return "; ".join([*parts, *([f"{disputed} newly disputed"] if disputed else [])])


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
