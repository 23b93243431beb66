"""Claims with what fusion must know of their articles, and how many independent voices they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from summitry.graph.claims import Claim, Payload, Status
from summitry.graph.fusion.decisions import Mark

Item = TypeVar("Item")
Kind = TypeVar("Kind")
WORDS = 40  # characters that two articles must share before one counts as a copy of the other


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says of its own time, and who publishes it.

    `dates` are the dates of its events, as (ISO 8601, took place), sorted; they date an undated article.
    """

    article: str
    published: date | None = None
    publisher: str | None = None
    dates: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One claim in its context."""

    claim: Claim
    context: Context
    marks: tuple[Mark, ...] = ()  # what users have decided about it

    @property
    def payload(self) -> Payload:
        """What is claimed."""
        return self.claim.payload

    def told(self, kind: type[Kind]) -> Kind:
        """The payload, which is of this kind."""
        assert isinstance(self.claim.payload, kind)
        return self.claim.payload

    @property
    def article(self) -> str:
        """The article's IRI."""
        return self.claim.article

    @property
    def iri(self) -> str:
        """The claim's IRI."""
        return f"{self.claim.article}/claim/{self.claim.key}"

    @property
    def certainty(self) -> float:
        """How sure the extraction is, in [0, 1]."""
        return self.claim.finding.certainty

    @property
    def status(self) -> Status | None:
        """The status of an event; None for what has none."""
        return getattr(self.claim.payload, "status", None) if hasattr(self.claim.payload, "date") else None

    @property
    def happened(self) -> bool:
        """True if it tells of something that took place or is going on."""
        return self.status in (Status.OCCURRED, Status.ONGOING)


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports in the one order that does not depend on when they came."""
    return tuple(sorted(reports, key=lambda report: (report.article, report.claim.key)))


def voices(reports: Sequence[Report]) -> list[list[Report]]:
    """The independent voices behind the reports, each with its reports of one text.

    Copies of the same words are one text, whoever prints them, and a publisher is one voice, however much it prints: as
    many texts as can each be given a publisher of its own, the surest first. So a paper that copies an agency once
    does not lose the voice of its own correspondent.
    """
    texts = sorted(connected(reports, _text_marks), key=lambda text: (-_surest(text), _first(text)))
    holder: dict[str, int] = {}  # publisher -> the text whose voice it is

    def settle(number: int, seen: set[str]) -> bool:
        for publisher in sorted({_publisher(report) for report in texts[number]} - seen):
            seen.add(publisher)
            if publisher not in holder or settle(holder[publisher], seen):
                holder[publisher] = number
                return True
        return False

    return [text for number, text in enumerate(texts) if settle(number, set())]


def _text_marks(report: Report) -> list[str]:
    words = (_plain(evidence.exact) for evidence in report.claim.finding.evidence)
    return [report.article, *(text for text in words if len(text) >= WORDS)]


def _publisher(report: Report) -> str:
    name = report.context.publisher
    return f"by {name.casefold()}" if name else report.article


def _surest(text: Sequence[Report]) -> float:
    return max(report.certainty for report in text)


def _first(text: Sequence[Report]) -> tuple[str, str]:
    return min((report.article, report.claim.key) for report in text)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def weight(reports: Sequence[Report]) -> float:
    """The independent voices, each at the certainty of its surest claim."""
    return round(sum(max(report.certainty for report in voice) for voice in voices(reports)), 6)


def newest(reports: Iterable[Report]) -> date:
    """The day of the newest dated article; the first of all days where none is dated."""
    return max((report.context.published or date.min for report in reports), default=date.min)


def connected(items: Sequence[Item], keys: Callable[[Item], Iterable[object]]) -> list[list[Item]]:
    """The items in groups that share a key, directly or through others; order kept."""
    parent = list(range(len(items)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    owner: dict[object, int] = {}
    for place, item in enumerate(items):
        for key in keys(item):
            first = owner.setdefault(key, place)
            low, high = sorted((root(first), root(place)))
            parent[high] = low
    groups: dict[int, list[Item]] = {}
    for place, item in enumerate(items):
        groups.setdefault(root(place), []).append(item)
    return list(groups.values())
