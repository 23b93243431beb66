"""The tree of errors; each message names the thing, what was found and what would do.

SummitryError
├── UsageError            the caller asked for something that cannot be (exit 2, HTTP 400)
│   ├── UnreadableInput       a file or line that cannot be read
│   ├── UnknownName           no such saved query, parameter, format, layer, entity or article
│   ├── BadParameter          a parameter's value is not of its type
│   └── QuerySyntaxError      SPARQL that does not parse
├── ConfigurationError    a data file or setting of ours is wrong (exit 2, HTTP 500)
├── StoreError            the store refused or broke (exit 3, HTTP 500)
│   └── StoreUnavailable      the store or endpoint cannot be reached, or is in use (exit 3, HTTP 503)
├── ModelError            a language model's endpoint refused to answer (exit 3)
│   └── ModelUnavailable      it was asked in vain, however often
└── LimitExceeded         a query ran past its time, memory or size (exit 3, HTTP 503)
"""

from __future__ import annotations


class SummitryError(Exception):
    """Root of everything this package raises on purpose."""


class UsageError(SummitryError):
    """The caller asked for something that cannot be; the message says what would do."""


class UnreadableInput(UsageError):
    """A file, or a line of it, that cannot be read; `where` is the path, with `:line` where one is known."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


class UnknownName(UsageError):
    """A name that nothing answers to; the message lists what does."""


class BadParameter(UsageError):
    """A parameter whose value is not of its type; `name` is the parameter."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"parameter {name}: {problem}")
        self.name = name


class QuerySyntaxError(UsageError):
    """SPARQL that does not parse; `line` and `column` are 1-based where the parser gave them."""

    def __init__(self, problem: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(problem)
        self.line = line
        self.column = column


class ConfigurationError(SummitryError):
    """A data file or setting that ships with the product, or was given to it, is wrong."""


class StoreError(SummitryError):
    """The store refused an operation."""


class StoreUnavailable(StoreError):
    """The store or the endpoint cannot be reached, or another process holds it."""


class ModelError(SummitryError):
    """The endpoint of a language model refused a question; the message says what would do."""


class ModelUnavailable(ModelError):
    """A language model gave no answer of use, however often it was asked."""


class LimitExceeded(SummitryError):
    """A query ran past its time, memory or size limit."""
