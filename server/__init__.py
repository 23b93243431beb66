"""A small server that answers questions about the graph. The modules in the order a request meets them:

settings      limits, addresses, what `serve` was told
run           waitress and the application, started and stopped in order
gate          the signals that stop and reload, and the wait for answers under way
lane          queries answered from the loop that reads connections, without a thread
channel       a connection: what of its requests goes that way
recipes       the bytes of a request -> its query, and what its head asks for as worked out before
errands       queries that readers work on while no thread waits
waiting       what is said of a long start
app           create_app(service): every blueprint registered, one line each
logs          who asked what; who changed what
auth          bearer tokens with scopes, from a file of digests
protocol      HTTP request -> the query or update it carries
negotiation   Accept header and `format=` -> the format to answer in
sparql        /sparql and /update
graphs        /graphs, the Graph Store HTTP Protocol
saved, entities, pages   saved queries, things and their pages
listing, openapi   the addresses described for programs: a plain list, OpenAPI
compression   pages and the files they load, compressed
intake        text that somebody brings -> the claims in it -> the graph
deliveries    /ingest for programs
exports       /export.ttl: the whole graph, the same bytes for the same graph
description   what the endpoint and its data are, in RDF
metrics       /health and /metrics
results       an answer of the engine -> an HTTP response: ETag, 304, gzip, streaming
failures      errors -> problem+json for programs, a readable page for people
service       what the views ask: query, update, version; the only door to the processes behind
answers       answers, and those kept because the same question comes again
workers       the processes behind: readers, the keeper of the graph, the writer of the store
engine        evaluates one job on one store; runs in a reader process, never in the front
tables        the solutions of a SELECT written in a format, within the limit of rows
scan          SPARQL text -> tokens, in linear time
outline       tokens -> which bracket closes which, and edits
unions        several default graphs as one, each triple once
federation    SERVICE in a query -> questions for other hosts, and their answers in its place
contexts      a JSON-LD document with the contexts it names put into it
remotes       other hosts: only those on the list, never a private address it does not spell
repairs       what the engine gets wrong, written so that it gets it right
literals      literals kept as they were written, in an engine that changes some of them
values        queries that count, compare and sort such literals
rewrites      queries whose answer is known, written so that nothing is searched
updates       SPARQL Update text -> its operations

A blueprint is made by a function `blueprint(service)` in its own module; a view asks the service it was given
and nothing global. `Service.query(Job(text))` gives an `Answer`, `Service.rows(text)` plain rows for pages.
"""
