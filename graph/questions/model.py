"""The frozen shapes of a saved query: what it asks, what it takes, how its answer is best drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ParameterType(StrEnum):
    """What a parameter's text is read as; the end of its name in the query, as in grlc's `?_since_date`."""

    IRI = "iri"
    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    CHOICE = "choice"


RESERVED = ("format", "limit", "offset", "page", "view")
"""What a saved query's address may say beside its parameters; none of these can be one."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that a person may give; without it, and without a default, the query is not narrowed.

    `kinds` are the kinds of entity that a typed name may stand for (empty: any). `last` says that a year or a
    month stands for its last day rather than its first.
    """

    name: str
    type: ParameterType
    description: str
    example: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    last: bool = False

    @property
    def token(self) -> str:
        """Its variable's name in the query, without the question mark."""
        return f"_{self.name}_{self.type}"


@dataclass(frozen=True, slots=True)
class Chart:
    """A hint at the view that suits the answer: its kind, and which column plays which part in it."""

    kind: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A saved query: `text` is the whole file, `columns` the names that its SELECT gives, in order.

    `proof` is the triple that a row stands on where it was inferred: the column of its subject, its property as
    `sy:met`, the column of its object.
    """

    name: str
    summary: str
    asks: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
    chart: Chart | None = None
    proof: tuple[str, str, str] | None = None

    @property
    def theme(self) -> str:
        """The tag it is listed under."""
        return self.tags[0] if self.tags else "other"

    @property
    def query(self) -> str:
        """The query without its header."""
        return "\n".join(line for line in self.text.splitlines() if not line.startswith("#+")).strip() + "\n"
