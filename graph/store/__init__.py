"""One interface, two engines: a folder (embedded Oxigraph) or the URL of any SPARQL 1.1 server.

interface   what a store can do, whatever the engine
datasets    which graphs a query reads: the union of the layers, unless it says so itself
answers     what a query gives, written as table, CSV, TSV, JSON, XML or RDF
changes     quads -> the text of a SPARQL Update, in chunks
embedded    pyoxigraph on a folder or in memory
http        requests to a SPARQL 1.1 server, and its refusals as our errors
remote      a SPARQL 1.1 server over HTTP
locations   a path or URL and the environment -> the right one of the two
"""

from summitry.graph.store.answers import GRAPH_FORMATS, TABLE_FORMATS, Answer
from summitry.graph.store.datasets import UNNAMED, Dataset, names_dataset
from summitry.graph.store.embedded import EmbeddedStore
from summitry.graph.store.http import Endpoints
from summitry.graph.store.interface import GraphStore
from summitry.graph.store.locations import endpoints, is_url, open_store
from summitry.graph.store.remote import RemoteStore

__all__ = [
    "GRAPH_FORMATS",
    "TABLE_FORMATS",
    "UNNAMED",
    "Answer",
    "Dataset",
    "EmbeddedStore",
    "Endpoints",
    "GraphStore",
    "RemoteStore",
    "endpoints",
    "is_url",
    "names_dataset",
    "open_store",
]
