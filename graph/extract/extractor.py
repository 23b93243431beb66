"""Article -> claims: read it, resolve its references, run every finder, merge what was seen twice."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator

from summitry.graph import coreference
from summitry.graph.article import Article
from summitry.graph.claims import Claim, Finding
from summitry.graph.extract import (
    actions,
    arms,
    bases,
    borders,
    meetings,
    memberships,
    offices,
    relations,
    statements,
    summits,
    topics,
    treaties,
    visits,
    warrants,
)  # fmt: skip
from summitry.graph.extract.assuming import agreed
from summitry.graph.extract.certainty import STATED, calibrated
from summitry.graph.extract.continuing import continued
from summitry.graph.extract.inheriting import inherit
from summitry.graph.extract.main_summit import settle
from summitry.graph.extract.merging import merge
from summitry.graph.extract.placing import placed
from summitry.graph.extract.retinue import with_fellows
from summitry.graph.extract.rolls import by_name
from summitry.graph.gazetteer import Gazetteer, load_gazetteer
from summitry.graph.mentions.reader import Reader
from summitry.graph.mentions.reading import Reading
from summitry.graph.pipeline import DEFAULT_PIPELINE, load_pipeline

_LOG = logging.getLogger(__name__)
Finder = Callable[[Reading], Iterator[Finding]]
FINDERS: tuple[Finder, ...] = (
    offices.find, memberships.find, visits.find, meetings.find, summits.find, bases.find, borders.find, treaties.find,
    warrants.find, actions.find, arms.find, relations.find, statements.find,
)  # fmt: skip


class Extractor:
    """Rule-based extraction; `name` goes into provenance. What is less sure than `least` is not stated."""

    name = "rules"

    def __init__(self, reader: Reader, least: float = STATED) -> None:
        self._reader = reader
        self._least = least

    def read(self, article: Article) -> Reading:
        """The article with its mentions resolved; for looking at what the finders see."""
        reading = self._reader.read(article)
        coreference.resolve(reading)
        return reading

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """What the article states, in the order of the text."""
        reading = self.read(article)
        sightings = agreed(found for finder in FINDERS for found in _found(finder, reading))
        findings = merge(sightings, article.today)
        findings = placed(reading, continued(reading, findings))
        findings = merge(placed(reading, inherit(reading, findings), beside=True), article.today)
        findings = with_fellows(findings)
        findings = settle(reading, [by_name(reading, f) for f in findings])
        findings += _found(topics.about(findings), reading)
        reading.notes.clear()  # they lead back to the reading, which would outlive its article
        sure = (calibrated(f, article.today) for f in findings)
        return claims_from(article, [f for f in sure if f.certainty >= self._least])


def build_extractor(
    pipeline: str = DEFAULT_PIPELINE, gazetteer: Gazetteer | None = None, least: float = STATED
) -> Extractor:
    """An extractor over the reference data and the named spaCy pipeline, of what is at least so sure."""
    return Extractor(Reader(gazetteer or load_gazetteer(), load_pipeline(pipeline)), least)


def claims_from(article: Article, findings: Iterable[Finding], agent: str | None = None) -> tuple[Claim, ...]:
    """The findings as claims of their article, in the order of the text, each once."""
    ordered = sorted(
        findings, key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.payload.type, repr(f.payload))
    )
    return tuple(dict.fromkeys(Claim(article.iri, _key(f), f, agent) for f in ordered))


def _found(finder: Finder, reading: Reading) -> list[Finding]:
    """What a finder finds; one that fails on a text costs its own kind of fact, is logged, and leaves the others theirs."""
    try:
        return list(finder(reading))
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ):
        _LOG.exception(
            "%s: the finder of %s failed", reading.article.file, finder.__module__.rpartition(".")[2]
        )
        return []


def _key(found: Finding) -> str:
    """A short hash of what is said and where: the same finding has the same key on every run."""
    evidence = ",".join(f"{e.start}-{e.end}" for e in found.evidence)
    return hashlib.sha256(f"{found.payload!r}|{evidence}".encode()).hexdigest()[:12]
