"""The processes behind the front, so that no query can take the server down. In the order of a request:

frames     messages over Unix sockets: a JSON head, a body, file descriptors pool       front side: readers
lent to requests in turn, grown, reniced, killed at the deadline keeper     one single-threaded process that
holds the graph in memory, applies changes, forks readers mirror     the graph in memory: named graphs, and
the default dataset merged once instead of at every query reader     a forked child that answers queries on
the pages it shares with the keeper draft      a forked child that works an update or upload out into a
change, and is then thrown away jail       what a child may not do: sockets, programs, memory and files
without bound changes    a change of the graph as a value: the same bytes go to the journal, the durable
store and the keeper writer     one process that owns the durable store and its journal
"""
