"""Reports of one quote -> statements, by speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.graph.claims import Entity, Statement
from summitry.graph.facts import Fact
from summitry.graph.fusion.known import Known
from summitry.graph.fusion.naming import fact_key, shortened, tail
from summitry.graph.fusion.reports import Report
from summitry.graph.fusion.shaping import best, fact
from summitry.graph.fusion.words import quote_key


def fuse_statements(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The same words, once for each who spoke them; a quote of nobody is of the only speaker there is."""
    groups: dict[str, list[Report]] = {}
    for report in reports:
        payload = report.told(Statement)
        groups.setdefault(payload.speaker.key if payload.speaker else "", []).append(report)
    loose = groups.pop("", [])
    if len(groups) == 1:
        next(iter(groups.values())).extend(loose)
    elif loose:
        groups[""] = loose
    for speaker in sorted(groups):
        yield _statement(groups[speaker], known)


def _statement(reports: Sequence[Report], known: Known) -> Fact:
    claimed = [payload for report in reports if isinstance(payload := report.payload, Statement)]
    speakers: list[Entity] = [payload.speaker for payload in claimed if payload.speaker is not None]
    speaker = best(speakers, known) if speakers else None
    quote = min(payload.quote for payload in claimed)
    days = [report.context.published for report in reports if report.context.published is not None]
    return fact(
        fact_key("statement", tail(speaker.key) if speaker else "", quote_key(quote)[:8]),
        "statement",
        f"{speaker.name if speaker else 'Unnamed'}: “{shortened(quote)}”",
        reports,
        [
            ("speaker", speaker),
            ("quotation", quote),
            # Whoever printed it first, the words were spoken by then.
            ("startDate", min(days).isoformat() if days else None),
        ],
    )
