"""The processes behind the front, so that no query can take the server down. In the order of a request:

frames     messages over Unix sockets: a JSON head, a body, file descriptors
tree       front side: the processes as one thing, kept alive, given changes, ended in order
link       front side: a process of ours, asked one thing at a time
child      front side: a reader, asked, slowed down, killed
pool       front side: readers lent to requests in turn, grown, reniced, killed at the deadline
keeper     one single-threaded process that holds the graph in memory, applies changes, forks readers
mirror     the graph in memory: named graphs, and the default dataset merged once, not at every query
jail       what a child may not do: sockets, programs, memory and files without bound
reader     a forked child that answers on the pages it shares with the keeper
tasks      what it does for one message
view       the graph in memory as a store, for what reads stores
spool      where it writes an answer: in memory first, then in a file, never past a limit
draft      a forked child that works an update or upload out into a change, and is then thrown away
guard      which graphs a change may touch
templates  what one solution makes of an update's templates
changes    a change as a value: the same bytes go to the journal, the durable store and the keeper
writer     one process that owns the durable store
spellings  how literals were written that the durable store holds by value
journal    changes on disk before they are acknowledged
watch      notices changes by others to a store that this server only reads
follower   what follows from a change, by the reasoner
entry      articles with their claims, put into the durable store
parser     one process that reads articles
"""
