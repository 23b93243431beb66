"""Which named graphs make up the default dataset."""

from __future__ import annotations

LAYERS = ("ontology", "reference", "facts", "inferred", "about")


def merged_graphs(base: str, empty: bool) -> tuple[str, ...]:
    """The graphs that a query without GRAPH reads beside the unnamed one; none for a plain store."""
    return () if empty else tuple(f"{base}graph/{layer}" for layer in LAYERS)
