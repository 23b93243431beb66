"""Queries whose answer is known before they are evaluated, written so that the engine need not look for it."""

from __future__ import annotations

from dataclasses import replace

from summitry.server.engine import Job
from summitry.server.outline import Outline, read_outline

MOST_TEXT = 4096  # characters: a query that counts everything is short
SHAPE = ("SELECT", "(", "COUNT", "(", "*", ")", "AS", "?", ")", "WHERE", "{", "?", "?", "?", "}")


def count_known(job: Job, size: int) -> Job:
    """The job; where it counts every triple of the default dataset, of which there are `size`, it names that
    number instead of visiting them all."""
    if len(job.text) > MOST_TEXT or "count" not in job.text.lower() or job.default_graphs or job.named_graphs:
        return job
    outline = read_outline(job.text)
    result = counts_all(outline)
    if not result:
        return job
    return replace(job, text=f"{outline.prologue}SELECT {result} WHERE {{ VALUES {result} {{ {size} }} }}")


def counts_all(outline: Outline) -> str:
    """The variable of `SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }`; empty where the query is another one."""
    start = next(outline.find("SELECT"), 0)
    tokens = outline.tokens[start:]
    if not len(SHAPE) - 1 <= len(tokens) <= len(SHAPE) + 1:
        return ""
    found = ["?" if token.kind == "variable" else token.text.upper() for token in tokens]
    if found[9:10] == ["{"]:
        found.insert(9, "WHERE")  # it may be left out
    if found[-2:] == [".", "}"]:
        del found[-2]
    names = [token.text[1:] for token in tokens if token.kind == "variable"]
    if tuple(found) != SHAPE or len(set(names)) < len(names):
        return ""
    return f"?{names[0]}"
