"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is, in the order of the reports."""

    VIOLATION = "violation"  # the data are wrong
    WARNING = "warning"  # the data have a gap
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong: at which node, in which property, with which value, and who is behind it.

    `focus` is an IRI (or "_:…"), `path` the IRI of the property where one is at fault, `value` the offending
    IRI or text. `message` is a sentence. `articles` are the IRIs of the articles that the wrong data come
    from; empty for reference and curated data. `source` names the shape or rule that was broken.
    """

    focus: str
    path: str | None
    message: str
    severity: Severity = Severity.VIOLATION
    value: str | None = None
    articles: tuple[str, ...] = ()
    source: str | None = None

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """What reports are sorted by: the worst first."""
        rank = list(Severity).index(self.severity)
        return rank, self.focus, self.path or "", self.value or "", self.message
