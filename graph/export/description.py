"""What an export holds -> VoID and DCAT to lay beside it: how much of what, in which file, with which checksum.

https://www.w3.org/TR/void/ and https://www.w3.org/TR/vocab-dcat-3/. Nothing in it depends on the clock.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, cast
from urllib.parse import quote

from summitry.graph.export.selection import Part
from summitry.graph.export.turtle import Shortener
from summitry.graph.vocabulary import PREFIXES

_MEDIA = {
    "turtle": ("text/turtle", "Turtle"),
    "trig": ("application/trig", "TriG"),
    "nquads": ("application/n-quads", "N-Quads"),
    "ntriples": ("application/n-triples", "N-Triples"),
    "jsonld": ("application/ld+json", "JSON-LD"),
    "rdfxml": ("application/rdf+xml", "RDF_XML"),
}
_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DESCRIBED = tuple(_MEDIA)
"""The formats whose exports can be described."""


@dataclass(slots=True)
class Tally:
    """How much one layer holds."""

    triples: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)


class Counted:
    """Parts on their way to a document, counted as they pass."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = parts
        self.layers: dict[str, Tally] = {}

    def __iter__(self) -> Iterator[Part]:
        for part in self._parts:
            tally = self.layers.setdefault(part.layer, Tally())
            yield Part(part.layer, part.graph, self._count(part.batches, tally))

    def _count(self, batches: Iterator[list[str]], tally: Tally) -> Iterator[list[str]]:
        for batch in batches:
            tally.triples += len(batch)
            for key in batch:
                _, predicate, rest = key.split(" ", 2)
                tally.properties[predicate] += 1
                if predicate == "!" and rest[0] == "<":
                    tally.classes[rest[:-2]] += 1
            yield batch


class Hashed:
    """A stream of bytes that remembers their number and hash."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Hands the data on."""
        self._hash.update(data)
        self.size += len(data)
        return self._output.write(data)

    def flush(self) -> None:
        """Hands on what is held back."""
        self._output.flush()

    @property
    def stream(self) -> IO[bytes]:
        """This, for those who write."""
        return cast(IO[bytes], self)

    @property
    def digest(self) -> str:
        """The SHA-256 of what was written, in hex."""
        return self._hash.hexdigest()


def describe(file: str, format: str, layer: str, counted: Counted, hashed: Hashed, base: str) -> str:
    """The description, in Turtle, of an export in a file of that name; it belongs into the same folder."""
    media_type, name = _MEDIA[format]
    dump = f"<{quote(file)}>"
    whole = "the whole graph" if layer == "all" else f"the layer {layer}"
    title = json.dumps(f"Summitry: {whole} of a knowledge graph of international relations")
    lines = [
        "<#dataset> a void:Dataset, dcat:Dataset",
        f"    dcterms:title {title}@en",
        f"    dcterms:conformsTo <{PREFIXES['sy'].rstrip('#')}>",
        f'    void:uriSpace "{base}id/"',
        f"    void:vocabulary <{PREFIXES['sy']}>",
        f"    void:feature <http://www.w3.org/ns/formats/{name}>",
        f"    void:dataDump {dump}",
        f"    void:triples {sum(tally.triples for tally in counted.layers.values())}",
        *(f"    void:subset <#{each}>" for each in counted.layers),
        "    dcat:distribution <#file>",
    ]
    file_lines = [
        "<#file> a dcat:Distribution",
        f"    dcat:downloadURL {dump}",
        f"    dcat:mediaType <https://www.iana.org/assignments/media-types/{media_type}>",
        f"    dcat:byteSize {hashed.size}",
        "    spdx:checksum <#checksum>",
    ]
    checksum = [
        "<#checksum> a spdx:Checksum",
        "    spdx:algorithm spdx:checksumAlgorithm_sha256",
        f'    spdx:checksumValue "{hashed.digest}"^^xsd:hexBinary',
    ]
    about = ["<> a void:DatasetDescription", "    foaf:primaryTopic <#dataset>"]
    prefixes = _PREFIXES | PREFIXES
    shortener = Shortener(base, prefixes)
    layers = [_layer(each, tally, shortener) for each, tally in counted.layers.items()]
    header = [f"@prefix {key}: <{iri}> ." for key, iri in sorted(prefixes.items())]
    blocks = ["\n".join(header), *(" ;\n".join(each) + " ." for each in (about, lines, file_lines, checksum))]
    return "\n\n".join([*blocks, *layers]) + "\n"


def _layer(name: str, tally: Tally, shortener: Shortener) -> str:
    lines = [
        f"<#{name}> a void:Dataset",
        f"    dcterms:title {json.dumps(f'The layer {name}')}@en",
        f"    void:triples {tally.triples}",
        f"    void:classes {len(tally.classes)}",
        f"    void:properties {len(tally.properties)}",
    ]
    lines += [
        f"    void:classPartition [ void:class {_full(node, shortener)} ; void:entities {count} ]"
        for node, count in sorted(tally.classes.items())
    ]
    lines += [
        f"    void:propertyPartition [ void:property {_full(node, shortener)} ; void:triples {count} ]"
        for node, count in sorted(tally.properties.items())
    ]
    return " ;\n".join(lines) + " ."


def _full(node: str, shortener: Shortener) -> str:
    """A term in its short form where that does not lean on a base, which this document has none of."""
    marked = {"!": "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "#": "rdfs:label"}.get(node, node)
    short = shortener.term(marked) if marked[0] == "<" else marked
    return marked if short[0] == "<" else short
