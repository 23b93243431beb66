"""Sorted triples -> Turtle as a person would write it: prefixes, one subject a paragraph, `a` first.

rdflib's writer takes 13 s for 100,000 triples; this one works on the lines of the engine's own writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from summitry.graph.vocabulary import PREFIXES, RDFS, XSD

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\Z")
_PATH = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_%-][A-Za-z0-9_.%-]*)*\Z")
_PLAIN = {
    str(XSD.integer): re.compile(r"[+-]?[0-9]+\Z"),
    str(XSD.decimal): re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
    str(XSD.boolean): re.compile(r"(?:true|false)\Z"),
}
ROOM = 200_000
"""Terms remembered in their short form."""
CHUNK = 10_000
"""Pieces of text joined before they are handed on."""


class Shortener:
    """Terms of N-Triples in Turtle's short form."""

    def __init__(self, base: str, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self.base = base
        self._prefixes = {namespace: prefix for prefix, namespace in sorted(prefixes.items())}
        self._known: dict[str, str] = {}

    def header(self) -> str:
        """The lines that declare the base and the prefixes."""
        lines = sorted(f"@prefix {prefix}: <{iri}> ." for iri, prefix in self._prefixes.items())
        return "\n".join([f"@base <{self.base}> .", *lines]) + "\n"

    def term(self, text: str) -> str:
        """A term in its short form."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= ROOM:
                self._known.clear()
            known = self._known[text] = self._short(text)
        return known

    def _short(self, text: str) -> str:
        if text[0] == "<" and text[-1] == ">" and not text.startswith("<<"):
            return self.iri(text[1:-1])
        if text[0] == '"' and text[-1] == ">":
            value, _, datatype = text.rpartition("^^")
            plain = _PLAIN.get(datatype)
            bare = value[1:-1]
            return bare if plain and plain.match(bare) else f"{value}^^{self.iri(datatype[1:-1])}"
        return text

    def iri(self, iri: str) -> str:
        """An IRI in its short form."""
        # Namespaces end where a local name can begin: after the last slash or hash.
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:cut])
        if prefix is not None and _LOCAL.match(rest := iri[cut:]):
            return f"{prefix}:{rest}"
        if iri.startswith(self.base) and _PATH.match(rest := iri[len(self.base) :]):
            return f"<{rest}>"
        return f"<{iri}>"


def paragraphs(keys: Iterable[str], shortener: Shortener) -> Iterator[str]:
    """The Turtle of triples as `selection.Part` has them, in pieces of some size."""
    names = {"!": "a", "#": shortener.term(str(RDFS.label))}
    last, arc = "", ""
    pieces: list[str] = []
    add = pieces.append
    for key in keys:
        subject, predicate, rest = key.split(" ", 2)
        # Plain and tagged literals are as short as they get, and seldom come twice.
        value = rest[:-2] if rest[0] == '"' and rest[-3] != ">" else shortener.term(rest[:-2])
        if subject == last and predicate == arc:
            add(f", {value}")
            continue
        name = names.get(predicate)
        if name is None:
            name = names[predicate] = shortener.term(predicate)
        if subject == last:
            add(f" ;\n    {name} {value}")
        else:
            if len(pieces) > CHUNK:
                yield "".join(pieces)
                pieces.clear()
            node = shortener.iri(subject) if subject[0] != "\x7f" else subject[1:]
            add(f"{' .' if last else ''}\n\n{node} {name} {value}" if last else f"\n{node} {name} {value}")
            last = subject
        arc = predicate
    if last:
        add(" .\n")
    yield "".join(pieces)
