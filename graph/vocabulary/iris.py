"""Where things of our data live below a configurable base, and back from an IRI to its key."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from summitry.graph.errors import BadParameter, UnknownName
from summitry.graph.names import slug
from summitry.graph.vocabulary.concepts import CONCEPTS

DEFAULT_BASE = "https://w3id.org/summitry/"
LAYERS = ("ontology", "reference", "facts", "inferred", "about")
"""The named graphs `<base>graph/…`; each article has one too, and curated triples are in the unnamed one."""

_BASE = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|^`\\?#]+/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one data set; `base` is absolute and ends with a slash."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            problem = f"{self.base!r} is not an absolute IRI that ends with '/', such as {DEFAULT_BASE}"
            raise BadParameter("base", problem)

    def entity(self, key: str) -> NamedNode:
        """An entity, a fact or any other thing by its key: "state/tajikistan"."""
        return NamedNode(f"{self.base}id/{key}")

    def key(self, node: NamedNode) -> str:
        """The key of a thing of ours, the way back from `entity`."""
        start = f"{self.base}id/"
        if not node.value.startswith(start):
            raise UnknownName(f"{node.value} is not below {start}")
        return node.value[len(start) :]

    def graph(self, layer: str) -> NamedNode:
        """The named graph of a layer: "facts"."""
        if layer not in LAYERS:
            raise UnknownName(f"there is no layer {layer!r}; the layers with a graph are {', '.join(LAYERS)}")
        return NamedNode(f"{self.base}graph/{layer}")

    def article(self, digest: str) -> NamedNode:
        """An article, which is also the name of the graph of its claims, by 16 hexadecimal digits."""
        return self.entity(f"article/{digest}")

    def fact(self, kind: str, name: str) -> NamedNode:
        """A fact by kind and slug: fact("visit", "vladimir-putin-tajikistan-2022-06-28")."""
        return self.entity(f"{kind}/{name}")

    def value(self, fact: str, name: str, number: int) -> NamedNode:
        """One attributed value of the fact with this key, for the property with this name."""
        return self.entity(f"{fact}/value/{name}/{number}")

    def role(self, text: str) -> NamedNode:
        """The concept of a role; one that is on no list of ours lives below the base of the data."""
        return CONCEPTS.get(("role", text)) or self.entity(f"role/{slug(text) or 'other'}")

    @staticmethod
    def claim(article: str, key: str) -> NamedNode:
        """A claim of an article."""
        return NamedNode(f"{article}/claim/{key}")

    @staticmethod
    def part(claim: NamedNode, name: str) -> NamedNode:
        """A part of a claim: "content", "evidence/0", "mention/1"."""
        return NamedNode(f"{claim.value}/{name}")

    @staticmethod
    def reading(article: str) -> NamedNode:
        """The activity of reading an article, which generated its claims."""
        return NamedNode(f"{article}/reading")
