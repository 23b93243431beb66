"""Literals as they were written, in an engine that keeps numbers and dates by their value alone.

The engine would give back `"-3"^^xsd:negativeInteger` as an `xsd:integer` and `01` as `1`, which are other terms
(RDF 1.1, 3.3; docs/upstream/oxigraph-literals.md). Such a literal is put into the graph in memory wrapped: under
a datatype that the engine leaves alone, the true one behind a mark. What leaves is rid of the mark; what queries
count with is in `values`. Literals that the engine keeps as they are stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import IO, Any

import pyoxigraph as ox

from summitry.graph.errors import UsageError
from summitry.server.outline import Edit
from summitry.server.scan import Token

MARK = "urn:x-summitry:b62c9b3f52d14ae0:"
"""Before the datatype of a wrapped literal. Nothing else may hold it: see `refuse_mark`."""
MARK_BYTES = MARK.encode()
XSD = "http://www.w3.org/2001/XMLSchema#"
DAY, TIME = r"\d{4}-\d\d-\d\d", r"(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d*[1-9])?"
# What the engine keeps by value, and spellings that it is known to keep as they are: the others are tried.
KEPT = {
    XSD + name: re.compile(shape, re.ASCII)
    for name, shape in {
        "integer": r"0|-?[1-9]\d{0,17}",
        "decimal": r"0|-?[1-9]\d{0,14}|(?!-?0\.?0*$)-?(?:0|[1-9]\d{0,11})\.\d{0,5}[1-9]",
        "boolean": r"true|false",
        "date": DAY,
        "time": TIME + "Z?",
        "dateTime": f"{DAY}T{TIME}Z?",
        "gYear": r"\d{4}",
        "gYearMonth": r"\d{4}-\d\d",
        **dict.fromkeys(("double", "float", "gMonth", "gMonthDay", "gDay", "dateTimeStamp"), r"(?!)"),
        **dict.fromkeys(("duration", "yearMonthDuration", "dayTimeDuration"), r"(?!)"),
        **dict.fromkeys(("long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"), r"(?!)"),
        **dict.fromkeys(("nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt"), r"(?!)"),
        **dict.fromkeys(("unsignedShort", "unsignedByte"), r"(?!)"),
    }.items()
}
Resolve = Callable[[str], str]
"""The absolute IRI that a name in a text stands for."""


def is_kept(lexical: str, datatype: str) -> bool:
    """Whether the engine gives a literal back as it was written."""
    shape = KEPT.get(datatype)
    if shape is None or shape.fullmatch(lexical):
        return True
    return kept_by_value(lexical, datatype) == ox.Literal(lexical, datatype=ox.NamedNode(datatype))


@lru_cache(1 << 14)
def kept_by_value(lexical: str, datatype: str) -> ox.Literal:
    """The literal that the engine gives back for this one."""
    scratch, node = ox.Store(), ox.NamedNode("urn:x-summitry:scratch")
    scratch.add(ox.Quad(node, node, ox.Literal(lexical, datatype=ox.NamedNode(datatype))))
    (quad,) = scratch
    assert isinstance(quad.object, ox.Literal), "a literal stays one"
    return quad.object


def turn(term: Any, make: Callable[[ox.Literal], ox.Literal]) -> Any:
    """A term with its literal, if it is or holds one, made anew."""
    if isinstance(term, ox.Triple):
        return ox.Triple(term.subject, term.predicate, turn(term.object, make))
    return make(term) if isinstance(term, ox.Literal) else term


def wrap(term: Any) -> Any:
    """The term as it goes into the graph: wrapped where the engine would change it."""
    return turn(term, lambda it: it if is_kept(it.value, it.datatype.value) else marked(it))


def marked(term: Any) -> Any:
    """The term wrapped if the engine keeps its kind by value, whether or not it would change this one."""

    def make(it: ox.Literal) -> ox.Literal:
        name = it.datatype.value
        return ox.Literal(it.value, datatype=ox.NamedNode(MARK + name)) if name in KEPT else it

    return turn(term, make)


def unwrap(term: Any) -> Any:
    """The term as it was written."""

    def make(it: ox.Literal) -> ox.Literal:
        name = it.datatype.value
        return ox.Literal(it.value, datatype=ox.NamedNode(name[len(MARK) :])) if name.startswith(MARK) else it

    return turn(term, make)


def by_value(term: Any) -> Any:
    """The term that the engine would make of the one that was written."""

    def make(it: ox.Literal) -> ox.Literal:
        lexical, name = it.value, it.datatype.value.removeprefix(MARK)
        return kept_by_value(lexical, name) if name in KEPT else it

    return turn(term, make)


def refuse_mark(text: bytes | str) -> None:
    """UsageError where what is brought holds the mark, which would be lost on the way out."""
    if (MARK in text) if isinstance(text, str) else (MARK_BYTES in text):
        raise UsageError(f"{MARK} is reserved")


class Unwrapped:
    """A sink that takes the mark out of what passes, in whatever format that is: no format writes it otherwise."""

    def __init__(self, sink: IO[bytes]) -> None:
        self._sink = sink
        self._rest = b""  # how a mark may begin that goes on in the next piece

    def write(self, data: bytes) -> int:
        """Passes a piece on."""
        whole = (self._rest + data).replace(MARK_BYTES, b"")
        most = min(len(MARK_BYTES) - 1, len(whole))
        held = next((size for size in range(most, 0, -1) if whole.endswith(MARK_BYTES[:size])), 0)
        end = len(whole) - held
        self._rest = whole[end:]
        if end:
            self._sink.write(whole[:end])
        return len(data)

    def flush(self) -> None:
        """What is held back may be the half of a mark: see `close`."""

    def close(self) -> None:
        """Passes on what was held back; nothing comes after it."""
        self._sink.write(self._rest)
        self._rest = b""


def constants(tokens: Sequence[Token], places: range, resolve: Resolve) -> Iterator[Edit]:
    """The edits that wrap the literals of patterns, templates and data within these places."""
    for place in places:
        token = tokens[place]
        if token.kind == "string" and place + 2 < len(tokens) and tokens[place + 1].text == "^^":
            datatype = resolve(tokens[place + 2].text)
            if datatype in KEPT and not is_kept(text_of(token.text), datatype):
                yield Edit(place + 2, place + 2, f"<{MARK}{datatype}>")
        elif token.kind == "number":
            before = tokens[place - 1] if place else token
            sign = before.text if before.text in ("+", "-") and before.end == token.start else ""
            number = token.text.rstrip(".")  # a dot at the end is that of the triple
            datatype = XSD + type_of(number)
            if not is_kept(sign + number, datatype):
                dot = token.text[len(number) :]
                yield Edit(place - len(sign), place, f'"{sign}{number}"^^<{MARK}{datatype}>{dot}')


def type_of(number: str) -> str:
    """The datatype of a number without quotes (SPARQL 1.1, 4.1.2)."""
    return "double" if "e" in number.lower() else "decimal" if "." in number else "integer"


def text_of(string: str) -> str:
    """The text that a string in quotes stands for; the string itself where it cannot be read."""
    if "\\" not in string:
        return string[3:-3] if string[:3] in ('"""', "'''") else string[1:-1]
    try:
        (quad,) = ox.parse(f"<urn:s> <urn:p> {string} .", format=ox.RdfFormat.TURTLE)
    except SyntaxError:
        return string
    assert isinstance(quad.object, ox.Literal), "a string is one"
    return quad.object.value
