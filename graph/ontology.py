"""The Turtle files of ontology/ -> triples: what is reasoned over, and the shapes beside it.

They stay files: a store rewrites literals, "1"^^xsd:nonNegativeInteger say, and with them axioms and shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from pyoxigraph import RdfFormat, Triple, parse

from summitry.graph.errors import UnknownName

ONTOLOGY = ("summitry", "reused", "schemes")
"""What goes into the graph `ontology` and into the reasoner."""
ALIGNMENTS = "alignments"
"""Published beside it, never reasoned over."""
SHAPES = "shapes"
TERM_SHAPES = "term-shapes"
DOCUMENTS = (*ONTOLOGY, ALIGNMENTS, SHAPES, TERM_SHAPES)


def document(name: str) -> bytes:
    """The Turtle file with this name, as it is."""
    if name not in DOCUMENTS:
        raise UnknownName(f"the ontology has no document {name!r}; it has {', '.join(DOCUMENTS)}")
    return files("summitry.ontology").joinpath(f"{name}.ttl").read_bytes()


def triples(names: Iterable[str] = ONTOLOGY) -> Iterator[Triple]:
    """The triples of some documents; blank nodes of different documents stay apart."""
    for name in names:
        for quad in parse(document(name), format=RdfFormat.TURTLE, rename_blank_nodes=True):
            yield quad.triple
