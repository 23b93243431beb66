"""Values -> SPARQL terms in text, escaped so that nothing in a value can end the term early.

https://www.w3.org/TR/sparql11-query/#rSTRING_LITERAL2 and #rIRIREF.
"""

from __future__ import annotations

import re

from summitry.graph.errors import UsageError

_XSD = "http://www.w3.org/2001/XMLSchema#"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f-\x9f\ud800-\udfff]+")
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}


def iri(text: str) -> str:
    """An absolute IRI in angle brackets."""
    if not _IRI.fullmatch(text):
        raise UsageError(f"{text!r} is not an absolute IRI")
    return f"<{text}>"


def literal(text: str, datatype: str | None = None) -> str:
    """A string, or a literal of an XML Schema type given by its short name."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise UsageError("the text holds half a character (a lone surrogate)")
    body = "".join(_ESCAPES.get(char) or (char if char >= " " else f"\\u{ord(char):04X}") for char in text)
    return f'"{body}"' if datatype is None else f'"{body}"^^<{_XSD}{datatype}>'
