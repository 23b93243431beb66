"""Saved queries -> their descriptions as `sh:SPARQLExecutable`s, which query editors look for.

https://github.com/sib-swiss/sparql-examples and https://www.w3.org/TR/shacl-af/#SPARQLExecutable
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from summitry.graph.questions.model import Question
from summitry.graph.questions.tokens import tokens
from summitry.graph.vocabulary import RDF, RDFS

_SH, _SCHEMA = "http://www.w3.org/ns/shacl#", "https://schema.org/"
_ANY_URI = NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")
_PREFIXES = {"rdfs": RDFS.label.value.rpartition("#")[0] + "#", "schema": _SCHEMA, "sh": _SH}
_KINDS = {
    "SELECT": "SPARQLSelectExecutable",
    "ASK": "SPARQLAskExecutable",
    "CONSTRUCT": "SPARQLConstructExecutable",
    "DESCRIBE": "SPARQLConstructExecutable",
}


def examples(questions: Iterable[Question], root: str, endpoint: str | None = None) -> Iterator[Triple]:
    """What describes the saved queries; their IRIs begin with `root`, and `endpoint` is where to ask them.

    Parameters stand in them as variables of their own, so that each runs as it is, not narrowed.
    """
    declared: dict[str, str] = {}
    for question in questions:
        node = NamedNode(f"{root}queries/{question.name}")
        form = _form(question)
        yield Triple(node, RDF.type, NamedNode(f"{_SH}SPARQLExecutable"))
        yield Triple(node, RDF.type, NamedNode(_SH + _KINDS[form]))
        yield Triple(node, RDFS.label, Literal(question.summary, language="en"))
        yield Triple(node, RDFS.comment, Literal(question.asks, language="en"))
        yield Triple(node, NamedNode(_SH + form.lower()), Literal(question.query))
        yield Triple(node, NamedNode(f"{_SH}prefixes"), NamedNode(f"{root}queries#prefixes"))
        for tag in question.tags:
            yield Triple(node, NamedNode(f"{_SCHEMA}keywords"), Literal(tag))
        if endpoint is not None:
            yield Triple(node, NamedNode(f"{_SCHEMA}target"), NamedNode(endpoint))
        declared.update(_prefixes(question))
    prefixes = NamedNode(f"{root}queries#prefixes")
    for prefix, namespace in sorted(declared.items()):
        place = NamedNode(f"{root}queries#prefix-{prefix}")
        yield Triple(prefixes, NamedNode(f"{_SH}declare"), place)
        yield Triple(place, NamedNode(f"{_SH}prefix"), Literal(prefix))
        yield Triple(place, NamedNode(f"{_SH}namespace"), Literal(namespace, datatype=_ANY_URI))


def listing(questions: Iterable[Question], root: str, endpoint: str) -> str:
    """The same in Turtle, the same bytes each time."""
    text = serialize(examples(questions, root, endpoint), format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b""
    # The engine lists the prefixes in an order that changes from run to run.
    lines = text.decode().split("\n", len(_PREFIXES))
    return "\n".join([*sorted(lines[:-1]), lines[-1]])


def _form(question: Question) -> str:
    return next(
        text.upper() for kind, text in tokens(question.query) if kind == "word" and text.upper() in _KINDS
    )


def _prefixes(question: Question) -> Iterator[tuple[str, str]]:
    """The prefixes that a query declares."""
    words = [text for kind, text in tokens(question.query) if not text.isspace() and kind != "comment"]
    for place, word in enumerate(words):
        # `PREFIX`, then the name with its colon in one or two pieces, then the namespace
        if word.upper() == "PREFIX":
            name = "".join(words[place + 1 : place + 3]).partition(":")[0]
            namespace = next((each for each in words[place + 1 :] if each.startswith("<")), None)
            if namespace is not None:
                yield name, namespace[1:-1]
