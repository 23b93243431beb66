"""The touched blocks, fused again: facts that change, go or come, and what holds because of them."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from summitry.graph.build.desk import Desk, spells
from summitry.graph.build.extending import core, extend_lasting
from summitry.graph.build.ledger import ASSERTS, CORE, SPELLS, STANDS, sentence
from summitry.graph.build.regrouping import regrouped
from summitry.graph.claims import EntityKind
from summitry.graph.facts import Fact
from summitry.graph.fusion import Spelling, describe, fuse_groups
from summitry.graph.triples import fact_quads, resource_quads
from summitry.graph.vocabulary import RDF, RDFS, SKOS, SY


def fuse_touched(desk: Desk) -> None:
    """Replaces the facts of the touched blocks."""
    extend_lasting(desk)
    groups = regrouped(desk)
    nodes = {NamedNode(claim) for group in groups for claim in group} | desk.left
    lines = _take_out(desk, nodes)
    reports = ([desk.report(NamedNode(claim)) for claim in group] for group in groups)
    enter_facts(desk, fuse_groups(reports, desk.known), lines)


def enter_facts(desk: Desk, facts: Iterable[Fact], gone: Iterable[str] = ()) -> None:
    """Enters facts, and the plain triples that hold because of them; those that are `gone` stay if others hold them."""
    lines = set(gone)
    for fact in facts:
        lines |= _put_in(desk, fact)
    _settle(desk, lines)


def _take_out(desk: Desk, claims: Iterable[NamedNode]) -> set[str]:
    """Removes the facts that rest on claims; gives the plain triples that held because of them."""
    lines: set[str] = set()
    graph = desk.iris.graph("facts").value
    held = {quad.subject for claim in claims for quad in desk.store.quads(None, SY.supportedBy, claim, graph)}
    for fact in held:
        if not isinstance(fact, NamedNode) or "/value/" in fact.value:
            continue
        lines.update(desk.ledger.texts(fact, ASSERTS))
        desk.ledger.drop(fact, ASSERTS)
        desk.ledger.drop(fact, CORE)  # STANDS is the reference data's
        for quad in desk.store.quads(fact, None, None, graph):
            if quad.predicate == SY.hasValue and isinstance(quad.object, NamedNode):
                desk.removed.update(desk.store.quads(quad.object, None, None, graph))
            desk.removed.add(quad)
    return lines


def _put_in(desk: Desk, fact: Fact) -> set[str]:
    """Enters a fact; gives the plain triples that hold because of it."""
    lines: set[str] = set()
    node = desk.iris.entity(fact.key)
    joined = desk.known.node(fact.key) is not None
    for quad in fact_quads(fact, desk.iris):
        assert isinstance(quad.subject, NamedNode)
        if quad.subject != node and not quad.subject.value.startswith(f"{node.value}/value/"):
            line = sentence(quad.triple)
            lines.add(line)
            desk.ledger.add(node, ASSERTS, line)
        elif not (joined and _known(desk, quad)):
            desk.added.add(quad)
    for row in core(fact):
        desk.ledger.add(node, CORE, row)
    return lines


def _known(desk: Desk, quad: Quad) -> bool:
    """True if the reference data say it already: no triple stands in two layers."""
    return desk.store.has(Quad(quad.subject, quad.predicate, quad.object, desk.iris.graph("reference")))


def _settle(desk: Desk, lines: Iterable[str]) -> None:
    """Keeps each plain triple as long as a fact, or the reference data, gives it."""
    text = "".join(f"{line} .\n" for line in sorted(lines))
    graph = desk.iris.graph("facts")
    for parsed in parse(text, RdfFormat.N_TRIPLES):
        quad = Quad(parsed.subject, parsed.predicate, parsed.object, graph)
        line = sentence(quad.triple)
        holds = desk.ledger.any(ASSERTS, line) or desk.ledger.any(STANDS, line)
        if holds and not _known(desk, quad):
            desk.added.add(quad)
        if desk.store.has(quad):
            desk.removed.add(quad)


def describe_touched(desk: Desk) -> None:
    """Describes the things whose spellings have changed: their label and their other names."""
    facts = desk.iris.graph("facts").value
    for key in sorted(desk.spelt):
        node = desk.iris.entity(key)
        old = [
            quad
            for predicate in (RDF.type, RDFS.label, SKOS.altLabel)
            for quad in desk.store.quads(node, predicate, None, facts)
        ]
        desk.removed.update(old)
        texts = desk.spelt[key] | {
            quad.object.value  # type: ignore[union-attr]
            for quad in old
            if quad.predicate != RDF.type
        }
        kind = EntityKind(key.partition("/")[0])
        options = (Spelling(key, kind, text, canonical) for text in texts for canonical in (True, False))
        said = [spelling for spelling in options if desk.ledger.any(SPELLS, spells(spelling))]
        resource = describe(key, said, desk.known)
        if said and resource is not None:
            joined = desk.known.node(key) is not None
            quads = resource_quads(resource, desk.iris)
            desk.added.update(quad for quad in quads if not (joined and _known(desk, quad)))
