"""Values -> SPARQL terms in text, written by the engine's library, so that no value ends its term early."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from summitry.graph.errors import UsageError
from summitry.graph.vocabulary import XSD


def iri(text: str) -> str:
    """An absolute IRI in angle brackets."""
    try:
        node = NamedNode(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is not an absolute IRI: {error}") from error
    # The library passes control characters that SPARQL's grammar does not allow between angle brackets.
    if re.search(r"[\x00-\x20<>\"{}|^`\\]", text):
        raise UsageError(f"{text!r} is not an absolute IRI")
    return str(node)


def literal(text: str, datatype: str | None = None) -> str:
    """A string, or a literal of an XML Schema type given by its short name."""
    try:
        return str(Literal(text) if datatype is None else Literal(text, datatype=XSD.term(datatype)))
    except ValueError as error:
        raise UsageError("the text holds half a character (a lone surrogate)") from error
