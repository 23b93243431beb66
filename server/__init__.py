"""A small server that answers questions about the graph. The modules in the order a request meets them:

settings      limits, addresses, what `serve` was told
app           create_app(service): every blueprint registered, one line each
protocol      HTTP request -> the query or update it carries
negotiation   Accept header and `format=` -> the format to answer in
sparql        /sparql and /update
results       an answer of the engine -> an HTTP response: ETag, 304, gzip, streaming
failures      errors -> problem+json for programs, a readable page for people
service       what the views ask: query, update, version; the only door to the processes behind
engine        evaluates one job on one store; runs in a reader process, never in the front
run           waitress, signals, the process tree

A blueprint is made by a function `blueprint(service)` in its own module; a view asks the service it was
given and nothing global. `Service.query(Job(text))` gives an `Answer`, `Service.rows(text)` gives plain rows
for pages.
"""
