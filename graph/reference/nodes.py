"""What every builder makes: nodes of the reference graph, written as Turtle and indexed for the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Another node, or a concept, by its path below the base: "id/state/tajikistan"."""

    path: str


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A term of a vocabulary as a prefixed name: "sy:State", "wd:Q863"."""

    name: str


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal; `tag` is a language ("en"), a datatype ("xsd:gYear") or empty for a plain string."""

    text: str
    tag: str = ""


Object = Ref | Term | Value
Property = tuple[str, Object]


@dataclass(frozen=True, slots=True)
class Node:
    """One resource: path below the base, classes, English label, what else is said of it, and the sources."""

    path: str
    classes: tuple[str, ...]
    label: str
    properties: tuple[Property, ...] = ()
    sources: tuple[str, ...] = ("editors",)

    @property
    def key(self) -> str:
        """The path below `<base>id/`, as `Entity.key` has it."""
        return self.path.removeprefix("id/")

    def all(self, predicate: str) -> tuple[Object, ...]:
        """Every object of `predicate`, in order."""
        return tuple(value for name, value in self.properties if name == predicate)

    def texts(self, predicate: str) -> tuple[str, ...]:
        """The literals of `predicate` as strings."""
        return tuple(value.text for value in self.all(predicate) if isinstance(value, Value))

    def refs(self, predicate: str) -> tuple[str, ...]:
        """The nodes that `predicate` points at, as keys."""
        return tuple(
            value.path.removeprefix("id/") for value in self.all(predicate) if isinstance(value, Ref)
        )

    def concept(self, predicate: str) -> str:
        """The one concept that `predicate` points at, in the words of its list: "prime minister"."""
        names = (value.name for value in self.all(predicate) if isinstance(value, Term))
        return next(names, "").partition(":")[2].replace("-", " ")

    def text(self, predicate: str) -> str | None:
        """The one literal of `predicate`, None where there is none."""
        return next(iter(self.texts(predicate)), None)

    def ref(self, predicate: str) -> str | None:
        """The one node that `predicate` points at, None where there is none."""
        return next(iter(self.refs(predicate)), None)


Layer = Literal["states", "organisations", "leaders", "cities", "treaties"]


def ref(key: str) -> Ref:
    """The node with this key."""
    return Ref(f"id/{key}")


def concept(scheme: str, text: str) -> Term:
    """A concept of ontology/schemes.ttl: concept("role", "prime minister")."""
    return Term(f"{scheme}:{text.replace('_', '-').replace(' ', '-')}")


def spelled(predicate: str, texts: tuple[str, ...] | list[str], tag: str = "") -> list[Property]:
    """One property for each spelling, duplicates dropped, order kept."""
    return [(predicate, Value(text, tag)) for text in dict.fromkeys(texts) if text]


def dated(start: str | None, end: str | None) -> list[Property]:
    """Start and end date, each with the datatype of its precision."""
    pairs = (("sy:startDate", start), ("sy:endDate", end))
    return [(name, Value(day, DATATYPES[len(day)])) for name, day in pairs if day]


DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
