"""A term as a person types it -> an RDF term."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from summitry.graph.errors import UnknownName
from summitry.graph.vocabulary import PREFIXES


def parse_term(text: str, resolve: Callable[[str], str]) -> NamedNode | Literal:
    """`<iri>`, `sy:visited`, `"text"@en`, `7000`, `a`, or a name that `resolve` turns into an IRI."""
    if text == "a":
        return NamedNode(f"{PREFIXES['rdf']}type")
    prefix, colon, local = text.partition(":")
    if colon and not local.startswith("//"):
        if prefix not in PREFIXES:
            raise UnknownName(
                f"unknown prefix {prefix}: in {text!r}; known are {', '.join(sorted(PREFIXES))}"
            )
        return NamedNode(PREFIXES[prefix] + local)
    if text[:1] in ("<", '"', "'") or text[:1].isdigit():
        try:
            value = next(iter(parse(f"<urn:s> <urn:p> {text} .", format=RdfFormat.TURTLE))).object
        except (SyntaxError, ValueError) as error:
            raise UnknownName(f"{text!r} is not a term: {error}") from None
        if isinstance(value, NamedNode | Literal):
            return value
    return NamedNode(resolve(text))
