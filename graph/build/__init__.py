"""Articles -> a store whose facts and inferences are just those that its articles and layers support.

layers      the ontology and the reference data, put into a store once for each version
reference   the reference data of a store, as fusion asks for them
records     claims and contexts as lines of JSON
ledger      the graph `index`: what must be found again fast
decisions   what users have decided, as nodes of the unnamed graph
desk        where one change is worked out
traffic     articles that enter and leave
people      who is who after a change
regrouping  which claims a change has others to be fused with
weaving     their groups, fused again
drafts      articles that leave and enter, or a decision, worked out
anew        all facts worked out at once: rebuild
history     what a change does to the facts, written beside it
journal     what it does to the quads, kept so that it can be undone in thought
stories     the same read back
since       what has come and gone since a moment of the log
doubts      people and events that may be one
builder     ingest, remove, rebuild: each batch of articles one transaction
withdrawal  what would fall without an article
listing     what a store holds
"""

from summitry.graph.build.builder import Builder, Step
from summitry.graph.build.layers import Layers, shipped, unfinished
from summitry.graph.build.listing import Entry, Status, articles, status
from summitry.graph.build.withdrawal import Withdrawal, render_withdrawal, withdrawal

__all__ = [
    "Builder",
    "Entry",
    "Layers",
    "Status",
    "Step",
    "Withdrawal",
    "articles",
    "render_withdrawal",
    "shipped",
    "status",
    "unfinished",
    "withdrawal",
]
