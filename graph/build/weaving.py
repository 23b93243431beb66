"""The touched blocks, fused again: facts that change, go or come, and what holds because of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from summitry.graph.build.desk import Desk, spells
from summitry.graph.build.extending import core, extend_lasting
from summitry.graph.build.ledger import ASSERTS, BLOCK, CORE, SPELLS, STANDS, WHOLE, sentence
from summitry.graph.claims import EntityKind
from summitry.graph.facts import Fact
from summitry.graph.fusion import ALWAYS, Spelling, describe, fuse, keys_of
from summitry.graph.triples import fact_quads, resource_quads
from summitry.graph.vocabulary import RDF, RDFS, SKOS, SY


def fuse_touched(desk: Desk) -> None:
    """Replaces the facts of the touched blocks."""
    extend_lasting(desk)
    keys, nodes = _reach(desk)
    lines = _take_out(desk, keys)
    reports = [desk.report(node) for node in sorted(nodes, key=lambda node: node.value)]
    blocks = {report.iri: keys_of(report, desk.known) for report in reports}
    enter_facts(desk, fuse(reports, desk.known, blocks), blocks, lines)


def enter_facts(
    desk: Desk, facts: Iterable[Fact], blocks: Mapping[str, Iterable[str]], gone: Iterable[str] = ()
) -> None:
    """Enters facts, and the plain triples that hold because of them; those that are `gone` stay if others hold them.

    `blocks` gives the blocks of each claim, by its IRI.
    """
    lines = set(gone)
    for fact in facts:
        lines |= _put_in(desk, fact, {key for claim in fact.claims for key in blocks[claim]})
    _settle(desk, lines)


def _reach(desk: Desk) -> tuple[set[str], set[NamedNode]]:
    """The touched blocks, with those that claims join to them, and all their claims."""
    keys, nodes, todo = set(desk.touched), set[NamedNode](), sorted(desk.touched)
    opened = set[str]()  # blocks of which every month is looked at
    while todo:
        key = todo.pop()
        found = desk.ledger.subjects(BLOCK, key)
        own, mark, month = key.partition("@")
        # A report of no known time ties all months together, and lets them go when it leaves.
        if mark and own not in opened and (month == ALWAYS or desk.ledger.any(BLOCK, f"{own}@{ALWAYS}")):
            opened.add(own)
            found = [*found, *desk.ledger.subjects(WHOLE, own)]
        for node in found:
            if "/claim/" in node.value and node not in nodes:
                nodes.add(node)
                new = set(desk.ledger.texts(node, BLOCK)) - keys
                keys |= new
                todo.extend(new)
    return keys, nodes


def _take_out(desk: Desk, keys: Iterable[str]) -> set[str]:
    """Removes the blocks' facts; gives the plain triples that held because of them."""
    lines: set[str] = set()
    found = {node for key in keys for node in desk.ledger.subjects(BLOCK, key)}
    graph = desk.iris.graph("facts").value
    for fact in found:
        if "/claim/" in fact.value:
            continue
        lines.update(desk.ledger.texts(fact, ASSERTS))
        desk.ledger.drop(fact, ASSERTS)
        desk.ledger.drop(fact, CORE)
        desk.ledger.drop(fact, BLOCK)  # STANDS is the reference data's
        for quad in desk.store.quads(fact, None, None, graph):
            if quad.predicate == SY.hasValue and isinstance(quad.object, NamedNode):
                desk.removed.update(desk.store.quads(quad.object, None, None, graph))
            desk.removed.add(quad)
    return lines


def _put_in(desk: Desk, fact: Fact, keys: Iterable[str]) -> set[str]:
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
    for key in keys:
        desk.ledger.add(node, BLOCK, key)
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
