"""A store -> documents: the same graph gives the same bytes.

sorting     lines -> sorted keys, in the same memory however many there are
selection   layer -> the graphs it is made of, each as sorted keys
canonical   blank nodes under names that follow from the graph (RDFC-1.0)
turtle      sorted keys -> Turtle as a person would write it
changes     a former export and the graphs of today -> what came and what went
patches     changes -> an RDF Patch or a SPARQL Update
description what passed -> VoID and DCAT
documents   a layer in any format
"""

from summitry.graph.export.changes import Difference
from summitry.graph.export.description import DESCRIBED, Counted, Hashed, describe
from summitry.graph.export.documents import FORMATS, export
from summitry.graph.export.patches import PATCHES
from summitry.graph.export.selection import LAYERS

__all__ = [
    "DESCRIBED",
    "FORMATS",
    "LAYERS",
    "PATCHES",
    "Counted",
    "Difference",
    "Hashed",
    "describe",
    "export",
]
