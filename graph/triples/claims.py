"""Claim <-> quads of its article's graph, without loss.

    <claim> a sy:Claim ; sy:claims <claim/content> ; sy:certainty 0.9 ; sy:foundBy "visits.arrival" ;
            prov:wasGeneratedBy <article/reading> ; sy:evidence <claim/evidence/0> .
    <claim/content> a sy:Visit ; sy:visitor <…> ; sy:startDate "2022-06-28" ; sy:mention <claim/mention/0> .
    <claim/mention/0> a sy:Mention ; sy:ofProperty sy:visitor ; sy:mentions <…> ;
            rdfs:label "Emomali Rahmon"@en ; sy:spelling "Rakhmon" .

Evidence and mentions are numbered in the order of the claim; their IRIs carry the number. A mention keeps the
question that it answers ("place"); the content fits the answer: a state is a host, a city or region a place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote as percent_encode

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from summitry.graph.claims import Claim, Entity, EntityKind, Evidence, Finding
from summitry.graph.errors import ConfigurationError
from summitry.graph.triples.literals import boolean, decimal, english, integer, text_literal
from summitry.graph.triples.payloads import (
    SHAPE_OF,
    SHAPE_OF_CLASS,
    Plain,
    Shape,
    mentions,
    plain_slots,
    rebuild,
)
from summitry.graph.triples.slots import CONCEPTS, DECIMALS, fitting, slot_term
from summitry.graph.vocabulary import OA, PROV, RDF, RDFS, SITE, SY, XSD, Iris, concept_text

Term = NamedNode | BlankNode | Literal | Triple
Arcs = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]
Index = Mapping[NamedNode, Mapping[NamedNode, list[Term]]]


def claim_quads(claim: Claim, iris: Iris) -> Iterator[Quad]:
    """The quads of a claim, in a fixed order."""
    graph = NamedNode(claim.article)
    for subject, predicate, value in _arcs(claim, iris):
        yield Quad(subject, predicate, value, graph)


def _arcs(claim: Claim, iris: Iris) -> Arcs:
    finding = claim.finding
    node = iris.claim(claim.article, claim.key)
    content = iris.part(node, "content")
    yield node, RDF.type, SY.Claim
    yield node, SY.claims, content
    yield node, SY.certainty, decimal(finding.certainty)
    yield node, SY.foundBy, text_literal(finding.rule)
    if finding.attribution is not None:
        yield node, SY.attribution, text_literal(finding.attribution)
    yield node, PROV.wasGeneratedBy, iris.reading(claim.article)
    if claim.agent is not None:
        yield from _agent_arcs(node, claim.agent)
    for number, evidence in enumerate(finding.evidence):
        yield from _evidence_arcs(node, iris.part(node, f"evidence/{number}"), evidence, claim.article)
    yield from _content_arcs(claim, node, content, iris)


def _agent_arcs(node: NamedNode, name: str) -> Arcs:
    """Whoever read the claim, if it was not our rules: a model by its name."""
    agent = NamedNode(f"{SITE}id/software/{percent_encode(name, safe='')}")
    yield node, PROV.wasAttributedTo, agent
    yield agent, RDF.type, PROV.SoftwareAgent
    yield agent, RDFS.label, text_literal(name)


def _evidence_arcs(claim: NamedNode, node: NamedNode, evidence: Evidence, article: str) -> Arcs:
    position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    yield claim, SY.evidence, node
    yield node, RDF.type, OA.SpecificResource
    yield node, OA.hasSource, NamedNode(article)
    yield node, OA.hasSelector, position
    yield node, OA.hasSelector, quote
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, integer(evidence.start)
    yield position, OA.end, integer(evidence.end)
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, text_literal(evidence.exact)


def _content_arcs(claim: Claim, node: NamedNode, content: NamedNode, iris: Iris) -> Arcs:
    payload = claim.payload
    yield content, RDF.type, SY.term(SHAPE_OF[type(payload)].cls)
    for name, value in plain_slots(payload):
        yield content, SY.term(name), _plain_term(name, value, iris)
        if name == "roleName":
            yield content, SY.role, iris.role(str(value))
    for number, (name, entity) in enumerate(mentions(payload)):
        yield content, SY.term(fitting(name, entity)), iris.entity(entity.key)
        yield from _mention_arcs(content, iris.part(node, f"mention/{number}"), name, entity, iris)


def _mention_arcs(content: NamedNode, node: NamedNode, name: str, entity: Entity, iris: Iris) -> Arcs:
    if not entity.key.startswith(f"{entity.kind}/"):
        raise ConfigurationError(f"the key {entity.key!r} does not start with its kind, {entity.kind}/")
    yield content, SY.mention, node
    yield node, RDF.type, SY.Mention
    yield node, SY.ofProperty, SY.term(name)
    yield node, SY.mentions, iris.entity(entity.key)
    yield node, RDFS.label, english(entity.name)
    if entity.written != entity.name:
        yield node, SY.spelling, text_literal(entity.written)


def _plain_term(name: str, value: Plain, iris: Iris) -> NamedNode | Literal:
    if isinstance(value, bool):
        return boolean(value)
    if name in DECIMALS:
        return decimal(float(value))
    return slot_term(name, str(value) if isinstance(value, str) else int(value), iris)


def claims_of(quads: Iterable[Quad], iris: Iris) -> Iterator[Claim]:
    """The claims written as these quads, in the order of their IRIs; other quads are passed over."""
    index: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            index[quad.subject][quad.predicate].append(quad.object)
    found = [node for node, arcs in index.items() if SY.Claim in arcs.get(RDF.type, ())]
    for node in sorted(found, key=lambda node: node.value):
        yield _claim(node, index, iris)


def _claim(node: NamedNode, index: Index, iris: Iris) -> Claim:
    arcs = index[node]
    article, _, key = node.value.rpartition("/claim/")
    content = index[_node(arcs[SY.claims][0])]
    shape = SHAPE_OF_CLASS[_node(content[RDF.type][0]).value]
    named: dict[str, list[Entity]] = defaultdict(list)
    for name, entity in (_mention(index[part], iris) for part in _numbered(content.get(SY.mention, ()))):
        named[name].append(entity)
    attribution = arcs.get(SY.attribution)
    finding = Finding(
        payload=rebuild(shape, named, _plain_values(shape, content)),
        evidence=tuple(_evidence(part, index) for part in _numbered(arcs.get(SY.evidence, ()))),
        certainty=float(_text(arcs[SY.certainty][0])),
        rule=_text(arcs[SY.foundBy][0]),
        attribution=_text(attribution[0]) if attribution else None,
    )
    agent = arcs.get(PROV.wasAttributedTo)
    reader = _text(index[_node(agent[0])][RDFS.label][0]) if agent else None
    return Claim(article=article, key=key, finding=finding, agent=reader)


def _evidence(node: NamedNode, index: Index) -> Evidence:
    position, quote = index[NamedNode(f"{node.value}/position")], index[NamedNode(f"{node.value}/quote")]
    start, end = (int(_text(position[arc][0])) for arc in (OA.start, OA.end))
    return Evidence(start=start, end=end, exact=_text(quote[OA.exact][0]))


def _mention(arcs: Mapping[NamedNode, list[Term]], iris: Iris) -> tuple[str, Entity]:
    name = _text(arcs[RDFS.label][0])
    key = iris.key(_node(arcs[SY.mentions][0]))
    spelling = arcs.get(SY.spelling)
    written = _text(spelling[0]) if spelling else name
    entity = Entity(kind=EntityKind(key.partition("/")[0]), name=name, key=key, written=written)
    return SY.name(_node(arcs[SY.ofProperty][0])), entity


def _plain_values(shape: Shape, content: Mapping[NamedNode, list[Term]]) -> dict[str, Plain]:
    values = {}
    for _, name in shape.fields:
        terms = content.get(SY.term(name))
        if terms and (name in CONCEPTS or isinstance(terms[0], Literal)):
            values[name] = _plain(terms[0])
    return values


def _plain(term: Term) -> Plain:
    if isinstance(term, NamedNode):
        return concept_text(term)
    text = _text(term)
    datatype = term.datatype if isinstance(term, Literal) else XSD.string
    if datatype == XSD.boolean:
        return text == "true"
    if datatype == XSD.integer:
        return int(text)
    return float(text) if datatype == XSD.decimal else text


def _numbered(terms: Iterable[Term]) -> list[NamedNode]:
    return sorted((_node(term) for term in terms), key=lambda node: int(node.value.rpartition("/")[2]))


def _node(term: Term) -> NamedNode:
    if not isinstance(term, NamedNode):
        raise ConfigurationError(f"{term} stands where an IRI should")
    return term


def _text(term: Term) -> str:
    if not isinstance(term, Literal):
        raise ConfigurationError(f"{term} stands where a literal should")
    return term.value
