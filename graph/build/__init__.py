"""Articles -> a store whose facts and inferences hold just what the articles, and the layers we ship, support.

layers      the ontology and the reference data, put into a store once for each version
reference   the reference data of a store, as fusion asks for them
records     claims and contexts as lines of JSON
ledger      the graph `index`: what must be found again fast
desk        where one change is worked out
traffic     articles that enter and leave
people      who is who after a change
weaving     the touched blocks, fused again
builder     ingest, remove, rebuild: each batch of articles one transaction
listing     what a store holds
"""

from summitry.graph.build.builder import Builder, Step
from summitry.graph.build.layers import reference_files, versions
from summitry.graph.build.listing import Entry, Status, articles, status

__all__ = ["Builder", "Entry", "Status", "Step", "articles", "reference_files", "status", "versions"]
