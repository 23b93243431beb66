"""Reports -> facts: block by block, each by the fuser of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from summitry.graph.claims import Claim, Summit, Visit
from summitry.graph.facts import Fact
from summitry.graph.fusion.blocks import block_keys, edition_key, kind_of
from summitry.graph.fusion.decisions import NONE, Decisions, Verdict
from summitry.graph.fusion.forces import fuse_actions, fuse_arms, fuse_bases, fuse_warrants
from summitry.graph.fusion.groups import Groups
from summitry.graph.fusion.known import Known
from summitry.graph.fusion.lasting import fuse_borders, fuse_memberships, fuse_relations, fuse_treaties
from summitry.graph.fusion.meetings import fuse_meetings
from summitry.graph.fusion.offices import fuse_offices
from summitry.graph.fusion.reports import Context, Report, in_order
from summitry.graph.fusion.resolve import Who, holders, renamed, resolve, who_is
from summitry.graph.fusion.seasons import TIMED, places_of, scattered, sought_by
from summitry.graph.fusion.statements import fuse_statements
from summitry.graph.fusion.summits import fuse_summits
from summitry.graph.fusion.visits import fuse_visits

Fuser = Callable[[Sequence[Report], Known], Iterator[Fact]]

FUSERS: dict[str, Fuser] = {
    "visit": fuse_visits,
    "meeting": fuse_meetings,
    "summit": fuse_summits,
    "office": fuse_offices,
    "membership": fuse_memberships,
    "base": fuse_bases,
    "border": fuse_borders,
    "treaty": fuse_treaties,
    "warrant": fuse_warrants,
    "action": fuse_actions,
    "arms": fuse_arms,
    "relation": fuse_relations,
    "statement": fuse_statements,
}
"""Who fuses which kind of block (see `blocks`)."""


def fuse(
    reports: Iterable[Report], known: Known, keys: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Fact, ...]:
    """The facts that the reports support, in the order of their keys, whatever the order of the reports.

    `keys` are the blocks of each claim, by its IRI, where the caller has worked them out.
    """
    own = {report.iri: report for report in reports}
    blocks = {iri: keys[iri] if keys else keys_of(report, known) for iri, report in own.items()}
    groups = Groups(_Gathered(own, blocks))
    found = {groups.group(iri) for iri in own if blocks[iri]}
    return fuse_groups(([own[iri] for iri in group] for group in found), known)


def fuse_groups(groups: Iterable[Iterable[Report]], known: Known) -> tuple[Fact, ...]:
    """The facts that reports support which were put in groups (see `groups`), in the order of their keys."""
    facts: list[Fact] = []
    for group in groups:
        reports = in_order(group)
        kind = kind_of(block_keys(reports[0].payload, known)[0])
        facts += FUSERS[kind](reports, known)
    return tuple(sorted(facts, key=lambda fact: fact.key))


class _Gathered:
    """`Claims` in memory."""

    def __init__(self, reports: Mapping[str, Report], blocks: Mapping[str, tuple[str, ...]]) -> None:
        self._reports, self._blocks = reports, blocks
        self._holding: dict[str, list[str]] = {}
        self._lying: dict[str, list[str]] = {}
        self._seeking: dict[str, list[str]] = {}
        for iri, keys in blocks.items():
            for key in keys:
                self._holding.setdefault(key, []).append(iri)
            for place in places_of(reports[iri], keys):
                self._lying.setdefault(place, []).append(iri)
            for place in chain.from_iterable(sought_by(reports[iri], keys)):
                self._seeking.setdefault(place, []).append(iri)

    def keys(self, claim: str) -> tuple[str, ...]:
        return self._blocks[claim]

    def holding(self, key: str) -> list[str]:
        return self._holding.get(key, [])

    def places(self, claim: str) -> tuple[str, ...]:
        return places_of(self._reports[claim], self._blocks[claim])

    def lying(self, place: str) -> Iterator[str]:
        return iter(self._lying.get(place, []))

    def sought(self, claim: str) -> tuple[frozenset[str], ...]:
        return sought_by(self._reports[claim], self._blocks[claim])

    def seeking(self, place: str) -> list[str]:
        return self._seeking.get(place, [])


def keys_of(report: Report, known: Known) -> tuple[str, ...]:
    """The blocks of a report: those of what it says, month by month for events, and those that users have joined.

    Reports that share a block, directly or through others, are fused together; of those of no known time, see `groups`.
    """
    own = block_keys(report.payload, known)
    if own and isinstance(report.payload, TIMED):
        edition = edition_key(report.payload) if isinstance(report.payload, Summit) else ()
        own = (*scattered(own, report), *edition)
    joined = (f"decided/{mark.decision}" for mark in report.marks if mark.verdict is Verdict.SAME)
    return (*own, *joined) if own else ()


def fuse_claims(
    claims: Iterable[Claim], contexts: Mapping[str, Context], known: Known, decided: Decisions = NONE
) -> tuple[Fact, ...]:
    """The facts of whole articles, their people resolved; `contexts` by the IRI of the article."""
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(claim.article, []).append(claim)
    found = {article: [holder for _, holder in holders(some, known)] for article, some in own.items()}
    who = resolve((holder for some in found.values() for holder in some), known, decided)
    reports = []
    for article, some in own.items():
        serves = {holder.key: holder.serves for holder in found[article]}
        alias = partial(_alias, who, serves)
        reports += [report_of(renamed(claim, alias), contexts[article], decided) for claim in some]
    return fuse(reports, known)


def _alias(who: Who, serves: Mapping[str, str], key: str) -> str | None:
    return who_is(who, key, serves.get(key, ""))


def report_of(claim: Claim, context: Context, decided: Decisions = NONE) -> Report:
    """A claim in its context, with what users have decided about it."""
    return Report(claim, context, decided.marks.get(f"{claim.article}/claim/{claim.key}", ()))


def dates_of(claims: Iterable[Claim]) -> tuple[tuple[str, bool], ...]:
    """The dates of an article's events, each with whether it took place: `Context.dates`."""
    found: set[tuple[str, bool]] = set()
    for claim in claims:
        payload = claim.payload
        date = getattr(payload, "date", None)
        if date is not None:
            found.add((date, getattr(payload, "status", "occurred") in ("occurred", "ongoing")))
        if isinstance(payload, Visit) and payload.end is not None:
            found.add((payload.end, payload.status in ("occurred", "ongoing")))
    return tuple(sorted(found))
