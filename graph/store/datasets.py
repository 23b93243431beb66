"""Which graphs a query reads: the union of the layers, unless the query or the caller says otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.graph.vocabulary import LAYERS, PREFIXES, Iris

UNNAMED = ""
"""The name of the unnamed graph."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs a query reads: `default` None is the unnamed graph alone, `named` None every named graph."""

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


def layers(iris: Iris) -> Dataset:
    """What a query reads by default: ontology, reference, facts, inferred, about and the unnamed graph.

    No triple stands in two of them (fusion and reasoner see to that): Oxigraph would count it twice. Claims
    are in reach of `GRAPH`.
    """
    return Dataset((*(iris.graph(layer).value for layer in LAYERS), UNNAMED))


# What may hide the word FROM (https://www.w3.org/TR/sparql11-query/#sparqlGrammar): IRIs, strings, comments,
# variables, prefixed names; then any other word.
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>
    | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | \#[^\n\r]*
    | [?$@]\w+
    | [\w.-]*:(?:[\w.:%-]|\\.)*
    | (?P<word>\w+)""",
    re.VERBOSE | re.DOTALL,
)


def names_dataset(query: str) -> bool:
    """True if the query has a FROM or FROM NAMED of its own."""
    return any((found["word"] or "").upper() == "FROM" for found in _TOKEN.finditer(query))


def with_prefixes(query: str) -> str:
    """The query with those of our prefixes declared that it uses undeclared; its lines keep their numbers."""
    missing = (
        f"PREFIX {name}: <{iri}> "
        for name, iri in PREFIXES.items()
        if f"{name}:" in query and not re.search(rf"\bPREFIX\s+{name}\s*:", query, re.IGNORECASE)
    )
    return "".join(missing) + query


def uses_graphs(query: str) -> bool:
    """True if the query has a GRAPH clause."""
    return any((found["word"] or "").upper() == "GRAPH" for found in _TOKEN.finditer(query))
