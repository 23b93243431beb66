"""Explanations -> text for people, JSON for programs, Turtle for graphs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize

from summitry.graph.errors import UnknownName
from summitry.graph.reasoning.explain import Explanation
from summitry.graph.reasoning.sources import Citation, Source
from summitry.graph.reasoning.terms import Term, expand
from summitry.graph.vocabulary import PREFIXES, PROV, RDF, RDFS, SY, XSD

FORMATS = ("text", "json", "turtle")
_LAYERS = {"reference": "reference data", "ontology": "the ontology", "curated": "curated by hand"}
_ENDS = tuple(NamedNode(expand(name)) for name in ("rdf:subject", "rdf:predicate", "rdf:object"))
_STATEMENT = NamedNode(expand("rdf:Statement"))


def render(explanations: Sequence[Explanation], format: str = "text") -> str:
    """Explanations in one of the `FORMATS`."""
    if format == "text":
        return "\n\n".join(_text(explanations))
    if format == "json":
        return json.dumps([as_json(each) for each in explanations], ensure_ascii=False, indent=2) + "\n"
    if format == "turtle":
        return as_turtle(explanations)
    raise UnknownName(f"explanations have no format {format!r}; they have {', '.join(FORMATS)}")


def _text(explanations: Sequence[Explanation]) -> Iterator[str]:
    for number, each in enumerate(explanations, 1):
        head = [f"Proof {number} of {len(explanations)}"] if len(explanations) > 1 else []
        yield "\n".join([*head, *_lines(each)])


def _lines(each: Explanation) -> Iterator[str]:
    """A tree, the conclusion first; below it what it follows from."""
    if each.rule:
        yield f"{each.sentence}  [{each.rule}]"
    else:
        yield each.sentence
    children = [*each.premises, *each.axioms] if each.rule else []
    notes = [note for source in each.sources for note in _notes(source)] if not each.rule else []
    if not each.rule and not each.sources:
        notes = ["(nothing says where this stands)"]
    for note in notes:
        yield f"      {note}"
    for place, child in enumerate(children):
        last = place == len(children) - 1
        for number, line in enumerate(_lines(child)):
            mark = ("└─ " if last else "├─ ") if number == 0 else ("   " if last else "│  ")
            yield mark + line


def _notes(source: Source) -> Iterator[str]:
    if source.layer == "ontology":
        yield f"in the ontology: {source.definition}" if source.definition else "in the ontology"
    elif source.layer == "facts":
        yield from map(_quote, source.citations)
        if not source.citations:
            yield "among the facts"
    else:
        origins = f" ({'; '.join(source.origins)})" if source.origins else ""
        yield _LAYERS[source.layer] + origins


def _quote(citation: Citation) -> str:
    about = ", ".join(each for each in (citation.publisher, citation.published) if each)
    words = " ".join(citation.exact.split())
    where = f"{citation.title} ({about})" if about else citation.title
    return f"“{words}” — {where}, characters {citation.start}–{citation.end}"


def as_json(each: Explanation) -> dict[str, object]:
    """An explanation as plain data."""
    shown: dict[str, object] = {"sentence": each.sentence}
    if each.triple:
        shown["triple"] = [str(term) for term in each.triple]
    if each.rule:
        shown |= {
            "rule": each.rule,
            "link": each.link,
            "premises": [as_json(one) for one in each.premises],
            "axioms": [as_json(one) for one in each.axioms],
        }
    else:
        shown["sources"] = [_source_json(source) for source in each.sources]
    return shown


def _source_json(source: Source) -> dict[str, object]:
    shown: dict[str, object] = {"layer": source.layer}
    if source.definition:
        shown["definition"] = source.definition
    if source.origins:
        shown["origins"] = list(source.origins)
    if source.layer == "facts":
        shown["citations"] = [
            {name: getattr(citation, name) for name in Citation.__dataclass_fields__}
            for citation in source.citations
        ]
    return shown


def as_turtle(explanations: Sequence[Explanation]) -> str:
    """Explanations as RDF: reified triples, each with its rule, premises and axioms, or with the claims
    behind it.
    """
    quads = [quad for number, each in enumerate(explanations) for quad in _quads(each, f"p{number}")]
    data = serialize((quad.triple for quad in quads), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    # The engine lists all prefixes, in an order that changes from run to run.
    lines = (data or b"").decode().split("\n", len(PREFIXES))
    used = [line for line in lines[:-1] if f" {line.split()[1]}" in lines[-1]]
    return "\n".join([*sorted(used), lines[-1]])


def _quads(each: Explanation, name: str) -> Iterator[Quad]:
    node = BlankNode(name)
    yield Quad(node, RDFS.label, Literal(each.sentence, language="en"))
    if each.triple and not isinstance(each.triple[0], Literal):
        yield Quad(node, RDF.type, _STATEMENT)
        for arc, term in zip(_ENDS, each.triple, strict=True):
            yield Quad(node, arc, _named(term))
    if each.link:
        yield Quad(node, SY.byRule, NamedNode(each.link))
    for arc, parts in ((SY.premise, each.premises), (SY.axiom, each.axioms)):
        for number, part in enumerate(parts):
            below = f"{name}{'a' if arc == SY.axiom else 'p'}{number}"
            yield Quad(node, arc, BlankNode(below))
            yield from _quads(part, below)
    for source in each.sources:
        yield from _source_quads(node, source)


def _named(term: Term) -> Term:
    """Blank nodes of the ontology get names that cannot be those of the proof."""
    return BlankNode(f"x{term.value}") if isinstance(term, BlankNode) else term


def _source_quads(node: BlankNode, source: Source) -> Iterator[Quad]:
    for citation in source.citations:
        yield Quad(node, SY.supportedBy, NamedNode(citation.claim))
        yield Quad(node, SY.reportedIn, NamedNode(citation.article))
    for origin in source.origins:
        yield Quad(node, PROV.wasDerivedFrom, NamedNode(origin) if "://" in origin else Literal(origin))
    if source.layer != "facts":
        yield Quad(node, RDFS.comment, Literal(_LAYERS[source.layer], datatype=XSD.string))
