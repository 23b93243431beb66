"""Texts as pages have them, and the blocks that are read in them."""

from __future__ import annotations

from summitry.graph.article.blocks import choose
from summitry.graph.article.model import Draft, Metadata

ONE = "The presidents of Ghana and Togo opened talks in Accra on Tuesday about the crisis, a minister said."
TWO = (
    '"We will not leave before there is an agreement," the host told reporters, with his guest by his side, '
    "at the palace in the centre of the capital."
)
THREE = "The guest is expected to fly on to Abuja on Wednesday, where the mediators want to hear from him."


def kept(text: str) -> list[tuple[str, str]]:
    """The kinds and words of the text's blocks."""
    draft = Draft("x.txt", text, Metadata(), ((0, len(text)),))
    return [(b.kind.value, text[b.start : b.end]) for b in choose(draft).blocks]


def words(text: str) -> list[str]:
    return [block for _, block in kept(text)]


def page(*lines: str) -> str:
    return "\n\n".join(lines)
