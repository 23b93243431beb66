"""The command line over the graph; `summitry.server.cli` adds what serves it.

frame     the group, its global options, and errors as one line with the right exit code
reading   ingest, extract, evaluate
asking    query, queries, run, explain
exporting export
deciding  log, resolve
keeping   articles, remove, rebuild, check, status
"""
