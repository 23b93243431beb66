"""Reports -> facts: block by block, each by the fuser of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from summitry.graph.claims import Claim, Summit, Visit
from summitry.graph.facts import Fact
from summitry.graph.fusion.blocks import block_keys, edition_key, kind_of
from summitry.graph.fusion.decisions import NONE, Decisions, Verdict
from summitry.graph.fusion.forces import fuse_actions, fuse_arms, fuse_bases, fuse_warrants
from summitry.graph.fusion.known import Known
from summitry.graph.fusion.lasting import fuse_borders, fuse_memberships, fuse_relations, fuse_treaties
from summitry.graph.fusion.meetings import fuse_meetings
from summitry.graph.fusion.offices import fuse_offices
from summitry.graph.fusion.reports import Context, Report, connected, in_order
from summitry.graph.fusion.resolve import Who, holders, renamed, resolve, who_is
from summitry.graph.fusion.seasons import ALWAYS, TIMED, scattered, whole
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
    pairs = [(report, keys[report.iri] if keys else keys_of(report, known)) for report in in_order(reports)]
    timeless = {whole(key) for _, keys in pairs for key in keys if key.endswith(f"@{ALWAYS}")}
    blocks = connected(
        [pair for pair in pairs if pair[1]],
        lambda pair: (*pair[1], *({whole(key) for key in pair[1]} & timeless)),
    )
    facts = [
        fact
        for block in blocks
        for fact in FUSERS[kind_of(block[0][1][0])]([report for report, _ in block], known)
    ]
    return tuple(sorted(facts, key=lambda fact: fact.key))


def keys_of(report: Report, known: Known) -> tuple[str, ...]:
    """The blocks of a report: those of what it says, month by month for events, and those that users have joined.

    Reports that share a block, directly or through others, are fused together. A report of an event of which nobody
    knows the time makes one of all months of its block.
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
