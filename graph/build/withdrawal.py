"""What would fall if an article were withdrawn: a dry run of its removal, told for people and programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from dataclasses import asdict, dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from summitry.graph.build.builder import Builder
from summitry.graph.reasoning.words import Words
from summitry.graph.vocabulary import PREFIXES, RDF, RDFS, SKOS, SY

_BOOKKEEPING = frozenset({RDF.type, RDFS.label, SKOS.altLabel, SY.hasValue, SY.supportedBy, SY.reportedIn})


@dataclass(frozen=True, slots=True)
class Revision:
    """A fact that other articles keep, but that would say something else; `after` is None for nothing."""

    iri: str
    label: str
    property: str
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What would leave the graph with an article, and what others keep, but no longer in the same words.

    `facts` are pairs of IRI and label; `statements` the plain triples that would no longer be stated, `inferred`
    those that would no longer follow, as sentences; `triples` all of it as RDF.
    """

    article: str
    facts: tuple[tuple[str, str], ...]
    revised: tuple[Revision, ...]
    statements: tuple[str, ...]
    inferred: tuple[str, ...]
    triples: frozenset[Triple]


def withdrawal(builder: Builder, article: str) -> Withdrawal:
    """What would fall without an article, named as for `remove`; nothing is changed.

    UnknownName where no article, or more than one, is called so.
    """
    iri, store = builder.find(article), builder.store
    change = builder.without(iri)
    facts, inferred = store.iris.graph("facts"), store.iris.graph("inferred")
    come = {quad.triple for quad in change.added if quad.graph_name in (facts, inferred)}
    lost = {quad.triple: quad.graph_name for quad in change.removed if quad.triple not in come}
    stated = [triple for triple, graph in lost.items() if graph == facts and not _answers(triple)]
    words = Words(store, builder.reasoner.ready()[0], builder.reasoner.said())
    nodes = {quad.subject for quad in change.removed if quad.predicate == SY.supportedBy}
    gone = {triple.subject for triple in stated if triple.predicate == RDF.type} & nodes
    plain = [
        triple for triple in stated if triple.predicate not in _BOOKKEEPING and triple.subject not in gone
    ]
    return Withdrawal(
        article=iri,
        facts=tuple(sorted((node.value, words.of(node)) for node in gone if isinstance(node, NamedNode))),
        revised=tuple(_revised((t for t in plain if t.subject in nodes), change.added, words)),
        statements=_sentences((t for t in plain if t.subject not in nodes), words),
        inferred=_sentences((t for t in lost if lost[t] == inferred and _telling(t, gone)), words),
        triples=frozenset(triple for triple, graph in lost.items() if graph in (facts, inferred)),
    )


def _answers(triple: Triple) -> bool:
    """Whether a triple is of an attributed value, which its fact already speaks for."""
    return isinstance(triple.subject, NamedNode) and "/value/" in triple.subject.value


def _telling(triple: Triple, gone: Set[object]) -> bool:
    """Whether somebody would miss an inference: not what kind of thing a fallen fact was."""
    return triple.predicate != RDF.type and triple.subject not in gone and triple.object not in gone


def _sentences(triples: Iterable[Triple], words: Words) -> tuple[str, ...]:
    return tuple(sorted(words.sentence((t.subject, t.predicate, t.object)) for t in triples))


def _revised(stated: Iterable[Triple], added: Iterable[Quad], words: Words) -> Iterator[Revision]:
    """The triples of facts that stay, each with what would take its place."""
    new: dict[tuple[object, NamedNode], set[str]] = {}
    for quad in added:
        new.setdefault((quad.subject, quad.predicate), set()).add(words.of(quad.object))
    for triple in sorted(stated, key=str):
        node = triple.subject
        if isinstance(node, NamedNode):
            yield Revision(
                node.value,
                words.of(node),
                words.of(triple.predicate),
                words.of(triple.object),
                "; ".join(sorted(new.get((node, triple.predicate), ()))) or None,
            )


def render_withdrawal(lost: Withdrawal, format: str = "text") -> str:
    """A withdrawal as `text`, `json`, or `turtle` with the triples that would fall."""
    if format == "json":
        told = {name: value for name, value in asdict(lost).items() if name != "triples"}
        told["facts"] = [{"iri": iri, "label": label} for iri, label in lost.facts]
        return json.dumps(told, ensure_ascii=False, indent=2)
    if format == "turtle":
        ordered = sorted(lost.triples, key=str)
        return (serialize(ordered, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    parts = (
        ("Facts that no other article supports", [label for _, label in lost.facts]),
        ("Facts that would say something else", [_change(each) for each in lost.revised]),
        ("No longer stated", lost.statements),
        ("No longer following", lost.inferred),
    )
    lines = [f"Without {lost.article}:"]
    for title, entries in parts:
        lines += [f"  {title} ({len(entries)})", *(f"    {entry}" for entry in entries)] if entries else []
    return "\n".join(lines if len(lines) > 1 else [*lines, "  nothing would fall; others state all of it"])


def render_fate(lost: Withdrawal, triple: Triple, sentence: str, format: str = "text") -> str:
    """Whether one triple would fall: as `text`, `json`, or `turtle` that holds it if it would."""
    falls = triple in lost.triples
    if format == "json":
        told = {"article": lost.article, "sentence": sentence, "falls": falls}
        return json.dumps(told, ensure_ascii=False, indent=2)
    if format == "turtle":
        return (serialize([triple] * falls, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    return f"{sentence}: {'would fall' if falls else 'would stand'} without {lost.article}"


def _change(each: Revision) -> str:
    return f"{each.label}: {each.property} {each.before} → {each.after or 'nothing'}"
