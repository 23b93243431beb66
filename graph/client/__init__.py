"""The graph for Python programs: the same on a store of one's own and on an endpoint.

rows     answers as values of Python, as frames of pandas
served   what a server of ours does itself
client   a store or an endpoint, to ask, explain, export and fill
"""

from summitry.graph.client.client import Client, connect
from summitry.graph.client.rows import Row, Rows

__all__ = ["Client", "Row", "Rows", "connect"]
