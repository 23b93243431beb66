"""What the reference data know, as far as fusion asks: nodes with their labels and properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the reference data. Properties go by local name, things by key, literals by their text."""

    key: str
    kind: str  # the local name of its class: "State", "Tenure"
    label: str
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str | None:
        """The value of a property that has one; the first in order where there are several."""
        return min(self.properties.get(name, ()), default=None)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a property."""
        return self.properties.get(name, ())


class Known(Protocol):
    """The reference data."""

    def node(self, key: str) -> Node | None:
        """The node with this key."""

    def pointing(self, name: str, key: str) -> tuple[Node, ...]:
        """The nodes whose property leads to `key`, in the order of their keys."""


class KnownNodes:
    """`Known` from nodes in memory."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._nodes = {node.key: node for node in nodes}
        self._pointing: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for key in sorted(self._nodes):
            node = self._nodes[key]
            for name, values in node.properties.items():
                for value in values:
                    self._pointing[name, value].append(node)

    def __iter__(self) -> Iterator[Node]:
        return iter(self._nodes.values())

    def node(self, key: str) -> Node | None:
        """The node with this key."""
        return self._nodes.get(key)

    def pointing(self, name: str, key: str) -> tuple[Node, ...]:
        """The nodes whose property leads to `key`, in the order of their keys."""
        return tuple(self._pointing.get((name, key), ()))


def state_of(key: str, known: Known) -> str | None:
    """The state that a city, region, body or state belongs to; None where nobody knows."""
    if key.startswith("state/"):
        return key
    node = known.node(key)
    if node is not None:
        for name in ("inState", "locatedIn", "bodyOf"):
            found = node.one(name)
            if found and found.startswith("state/"):
                return found
    # The key of a city ends with its state's: "city/dushanbe-tajikistan".
    parts = key.partition("/")[2].split("-")
    for cut in range(1, len(parts)):
        candidate = f"state/{'-'.join(parts[cut:])}"
        if key.startswith("city/") and known.node(candidate) is not None:
            return candidate
    return None
