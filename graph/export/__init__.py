"""A store -> documents: the same graph gives the same bytes.

selection   layer -> the graphs it is made of, each as sorted lines of N-Triples
canonical   blank nodes under names that follow from the graph (RDFC-1.0)
turtle      sorted lines -> Turtle as a person would write it
documents   a layer in any format
"""

from summitry.graph.export.documents import FORMATS, export
from summitry.graph.export.selection import LAYERS

__all__ = ["FORMATS", "LAYERS", "export"]
