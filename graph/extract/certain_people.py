"""Whether a post means somebody in particular: "the president", not "a head of state" or "world leaders"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.mentions.model import Mention


def indefinite(token: Token) -> bool:
    """ "a Chinese head of state", "no American president": nobody in particular."""
    return any(
        c.lower_ in ("a", "an", "any", "no", "every", "another", "each")
        for c in token.children
        if c.dep_ == "det"
    )


def at_large(mention: Mention, token: Token) -> bool:
    """ "world leaders", "leaders of the two sides": a plural of no state, without "the", "both" or a number."""
    if not mention.plural or any(post.of is not None for post in mention.posts):
        return False
    return not any(
        c.dep_ in ("det", "nummod", "predet", "poss", "cc", "conj", "appos") for c in token.children
    )
