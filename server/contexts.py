"""Contexts that a JSON-LD document names by address -> the document with the contexts themselves in it.

A reader has no network: it says which contexts it needs, the front fetches them from hosts on its list, and
they come back as data. https://www.w3.org/TR/json-ld11/#the-context
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from summitry.graph.errors import UsageError
from summitry.server.federation import Fetched, Key

CONTEXT = "@context"  # in the place of a question: a context is wanted
MOST_CONTEXTS = 20
Contexts = Mapping[Key, Fetched]


def settle(body: bytes, base: str | None, fetched: Contexts) -> tuple[bytes, list[Key]]:
    """The document as far as its contexts are known, and those that are still wanted."""
    if b"@context" not in body:
        return body, []
    try:
        document = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the document cannot be read: {error}") from None
    wanted: dict[Key, None] = {}
    document = fill(document, base or "", fetched, wanted, ())
    if len(wanted) + len(fetched) > MOST_CONTEXTS:
        raise UsageError(f"the document names more than {MOST_CONTEXTS} contexts of other hosts")
    return json.dumps(document).encode(), list(wanted)


def fill(node: Any, base: str, fetched: Contexts, wanted: dict[Key, None], within: tuple[str, ...]) -> Any:
    """A part of a document with the contexts that are known; the others are noted."""
    if isinstance(node, list):
        return [fill(each, base, fetched, wanted, within) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        name: list(contexts(value, base, fetched, wanted, within))
        if name == CONTEXT
        else fill(value, base, fetched, wanted, within)
        for name, value in node.items()
    }


def contexts(
    value: Any, base: str, fetched: Contexts, wanted: dict[Key, None], within: tuple[str, ...]
) -> Iterator[Any]:
    """The contexts of one `@context`, in their order."""
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, str):
            yield fill(each, base, fetched, wanted, within)
            continue
        address = urljoin(base, each)
        if address in within:
            raise UsageError(f"the context <{address}> includes itself")
        key = address, CONTEXT
        if key in fetched:
            inner = read_context(address, fetched[key])
            yield from contexts(inner, address, fetched, wanted, (*within, address))
        else:
            wanted[key] = None


def read_context(address: str, answer: Fetched) -> Any:
    """The context in what another host answered."""
    if answer.problem:
        raise UsageError(f"the context <{address}> is not to be had: {answer.problem}")
    try:
        return json.loads(answer.body)[CONTEXT]
    except (ValueError, RecursionError, KeyError, TypeError):
        raise UsageError(f"what <{address}> answers is no context") from None
