"""A saved query -> the same for some of its rows, and a query for how many rows there are."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.graph.errors import BadParameter
from summitry.graph.questions.tokens import tokens

_OWN = ("LIMIT", "OFFSET", "VALUES")


def sliced(query: str, limit: int | None, offset: int) -> str:
    """The query for at most `limit` of its rows, from the row `offset` on."""
    if limit is None and not offset:
        return query
    if any(word in _OWN for _, word in _outer(query)):
        raise BadParameter("limit", "this query sets a limit of its own; ask for it whole")
    most = "" if limit is None else f"LIMIT {limit} "
    return f"{query.rstrip()}\n{most}OFFSET {offset}\n"


def counting(query: str) -> str | None:
    """A query whose only row has the number of the query's rows as ?rows; None where it cannot be written."""
    words = list(_outer(query))
    start = next((place for place, word in words if word == "SELECT"), None)
    if start is None or any(word == "FROM" for _, word in words):
        return None
    return f"{query[:start]}SELECT (COUNT(*) AS ?rows) WHERE {{ {{ {query[start:]}\n}} }}"


def _outer(query: str) -> Iterator[tuple[int, str]]:
    """The words outside all braces, in capitals, with their places."""
    place, depth = 0, 0
    for kind, text in tokens(query):
        if kind == "word" and not depth:
            yield place, text.upper()
        elif kind == "other":
            depth += {"{": 1, "}": -1}.get(text, 0)
        place += len(text)
