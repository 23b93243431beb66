"""Counts of right, wrong and missed facts, the errors behind them, and both as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summitry.graph.claims import PAYLOADS

from .names import Fact

SURE = 0.9
TYPES = tuple(payload.type for payload in PAYLOADS)
TALK = ("statement", "topic")  # never core: what was said and spoken about, not what happened
FACTS, OVERALL = "facts", "overall"  # totals: without and with statements and topics


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were found rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def gold(self) -> int:
        return self.right + self.missed

    @property
    def found(self) -> int:
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """A gold fact that was missed, or a finding that matches none."""

    article: str
    kind: Literal["missed", "wrong"]
    fact: Fact


@dataclass(frozen=True, slots=True)
class Report:
    """Tallies by type and for the totals "facts" and "overall", over all gold facts and over the core ones.

    `attendance` counts the names in the attendees and absentees of the summits that matched; `sure` the findings of a
    certainty of 0.9 or more, which promises that 95 % of them are right.
    """

    all: dict[str, Tally]
    core: dict[str, Tally]
    attendance: Tally
    errors: tuple[Error, ...]
    sure: Tally = Tally()


def total(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """The tallies of the types, in their order, followed by the two totals."""
    kept = {t: tallies[t] for t in TYPES if t in tallies}
    facts = sum((v for t, v in kept.items() if t not in TALK), Tally())
    return {**kept, FACTS: facts, OVERALL: sum(kept.values(), Tally())}


def render(report: Report, *, errors: bool = False) -> str:
    """The report as text for a terminal: a table for CORE, one for ALL, and the errors if wanted."""
    lines = [*_table("CORE", report.core), "", *_table("ALL", report.all)]
    seen = report.attendance
    lines += [
        "",
        f"attendance of matched summits: precision {seen.precision:.3f}, recall {seen.recall:.3f}",
        f"facts of a certainty of {SURE} or more: {report.sure.found}, of them right {report.sure.precision:.3f}",
    ]
    if errors:
        lines += ["", *map(_line, report.errors)]
    return "\n".join(lines)


def _table(title: str, tallies: dict[str, Tally]) -> Iterator[str]:
    yield f"{title:18}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    for name, t in tallies.items():
        yield f"{name:18}{t.gold:>6}{t.found:>7}{t.right:>7}{t.precision:>11.3f}{t.recall:>8.3f}{t.f1:>7.3f}"


_SILENT = ("evidence", "core", "as_written", "certainty", "article", "file", "type")


def _line(error: Error) -> str:
    slots = {k: v for k, v in error.fact.items() if k not in _SILENT and v not in (None, [], False)}
    return f"{error.kind:7}{error.article}: {error.fact['type']} {json.dumps(slots, ensure_ascii=False)}"
