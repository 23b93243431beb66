"""Triples -> violations of the SHACL shapes. The only module that names pySHACL.

It runs over an rdflib graph in memory: over a pyoxigraph.Store pySHACL 0.40 took a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib.namespace import SH
from rdflib.term import Node

from summitry.graph.errors import ConfigurationError
from summitry.graph.ontology import SHAPES, document
from summitry.graph.validation.model import Severity, Violation
from summitry.graph.vocabulary import XSD

Term = NamedNode | BlankNode | Literal | Triple

_SEVERITIES = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}


def validate(triples: Iterable[Triple], shapes: str = SHAPES) -> tuple[Violation, ...]:
    """What violates the shapes of that document, sorted.

    The triples must include the class hierarchy that targets and `sh:class` rely on.
    """
    data = rdflib.Graph()
    known: dict[Term, Node] = {}
    data.addN((*(_term(term, known) for term in triple), data) for triple in triples)  # type: ignore[misc]
    rules = rdflib.Graph().parse(document(shapes), format="turtle")
    owners = _flatten(rules)
    _, report, text = pyshacl.validate(data, shacl_graph=rules, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise ConfigurationError(f"the shapes {shapes} cannot be used: {text}")
    sweeping = set(rules.subjects(SH.sparql, None))
    found = {_violation(report, result, owners, sweeping) for result in report.objects(None, SH.result)}
    return tuple(sorted(found, key=lambda violation: violation.order))


def _flatten(rules: rdflib.Graph) -> dict[Node, Node]:
    """Gives property shapes the targets of their node shape; each property shape with that node shape.

    It means the same, and lets pySHACL look at all targets of a property at once instead of one by one.
    """
    owners: dict[Node, Node] = {}
    for shape, part in list(rules.subject_objects(SH.property)):
        owners[part] = shape
        for kind in (SH.targetClass, SH.targetSubjectsOf, SH.targetNode):
            for target in rules.objects(shape, kind):
                rules.add((part, kind, target))
        rules.remove((shape, SH.property, part))
    return owners


def _violation(
    report: rdflib.Graph, result: Node, owners: dict[Node, Node], sweeping: set[Node]
) -> Violation:
    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    shape = report.value(result, SH.sourceShape)
    if shape in sweeping:
        focus, value = value, None  # a shape over all nodes at once reports the node at fault as the value
    path = report.value(result, SH.resultPath)
    messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
    severity = report.value(result, SH.resultSeverity)
    return Violation(
        focus=_text(focus),
        path=str(path) if isinstance(path, rdflib.URIRef) else None,
        message=" ".join(messages),
        severity=_SEVERITIES.get(severity, Severity.VIOLATION),  # type: ignore[call-overload]
        value=None if value is None else _text(value),
        source=str(owners.get(shape, shape)) if shape is not None else None,
    )


def _text(node: Node | None) -> str:
    return f"_:{node}" if isinstance(node, rdflib.BNode) else str(node)


def _term(term: Term, known: dict[Term, Node]) -> Node:
    """The rdflib term, made once; literals keep their spelling."""
    found = known.get(term)
    if found is not None:
        return found
    match term:
        case NamedNode(value=iri):
            made: Node = rdflib.URIRef(iri)
        case BlankNode(value=name):
            made = rdflib.BNode(name)
        case Literal(value=text, language=str(language)):
            made = rdflib.Literal(text, lang=language)
        case Literal(value=text, datatype=datatype):
            kind = None if datatype == XSD.string else rdflib.URIRef(datatype.value)
            made = rdflib.Literal(text, datatype=kind, normalize=False)
        case _:
            raise ConfigurationError(f"shapes cannot see the triple term {term}")
    known[term] = made
    return made
