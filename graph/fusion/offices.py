"""Reports of one person in one role -> tenures; those of the reference data where the time fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.graph.claims import Office
from summitry.graph.facts import Fact
from summitry.graph.fusion.known import Known, Node
from summitry.graph.fusion.moment import anchor
from summitry.graph.fusion.naming import fact_key, tail
from summitry.graph.fusion.reports import Report, newest
from summitry.graph.fusion.shaping import ask, best, fact
from summitry.graph.fusion.truth import Settled
from summitry.graph.fusion.when import Span, days, level, read
from summitry.graph.names import slug


def fuse_offices(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The tenures of one person in one role, by what the office is of."""
    groups: dict[str, list[Report]] = {}
    for report in reports:
        payload = report.told(Office)
        groups.setdefault(payload.of.key if payload.of else "", []).append(report)
    loose = groups.pop("", [])
    if len(groups) == 1:  # an office of nobody in particular is the only one there is
        next(iter(groups.values())).extend(loose)
    elif loose:
        groups[""] = loose
    for of in sorted(groups):
        yield from _by_tenure(groups[of], of, known)


def _by_tenure(reports: Sequence[Report], of: str, known: Known) -> Iterator[Fact]:
    payload = reports[0].told(Office)
    tenures = [
        node
        for node in known.pointing("holder", payload.person.key)
        if slug(payload.role) in map(slug, node.all("role")) and (not of or of in node.all("officeOf"))
    ]
    groups: dict[str, list[Report]] = {}
    for report in reports:
        node = _tenure(report, tenures)
        groups.setdefault(node.key if node else "", []).append(report)
    nodes = {node.key: node for node in tenures}
    for key in sorted(groups):
        yield _office(groups[key], nodes.get(key), known)


def _tenure(report: Report, tenures: Sequence[Node]) -> Node | None:
    """The tenure that a report means: of a former holder the last one ended, else that of its time."""
    payload = report.told(Office)
    here = anchor(report.context)
    if len(tenures) < 2:
        return tenures[0] if tenures else None
    ordered = sorted(tenures, key=lambda node: (_start(node), node.key))
    if here is None or here.yearless:
        ended = [node for node in ordered if node.one("endDate")]
        return (ended or ordered)[-1] if payload.former else ordered[-1]
    if payload.former:
        past = [node for node in ordered if (end := node.one("endDate")) and _before(end, here)]
        return past[-1] if past else ordered[-1]
    begun = [node for node in ordered if not _before_start(node, here)]
    return begun[-1] if begun else ordered[0]


def _start(node: Node) -> str:
    return node.one("startDate") or ""


def _before(end: str, here: Span) -> bool:
    a, b = level(Span(read(end)), here)
    return a.days()[0] <= b.days()[1]


def _before_start(node: Node, here: Span) -> bool:
    start = node.one("startDate")
    return start is not None and here.days()[1] < days(read(start))[0]


def _office(reports: Sequence[Report], node: Node | None, known: Known) -> Fact:
    claimed = [payload for report in reports if isinstance(payload := report.payload, Office)]
    person = best((payload.person for payload in claimed), known)
    owners = [payload.of for payload in claimed if payload.of is not None]
    of = best(owners, known) if owners else None
    role = claimed[0].role
    former = _former(reports, node)
    name = fact_key("tenure", tail(person.key), role, tail(of.key) if of else "")
    held = not former.accepted and of is not None
    return fact(
        node.key if node else name,
        "office",
        node.label
        if node
        else f"{person.name}, {'former ' if former.accepted else ''}{role}{f' of {of.name}' if of else ''}",
        reports,
        [("holder", person), ("role", role), ("officeOf", of), ("former", former.accepted)],
        (former,),
        [(person.key, "holdsOfficeIn", of.key)] if held and of else (),
    )


def _former(reports: Sequence[Report], node: Node | None) -> Settled:
    """Whether the office is given up: as the reference data have it, else the newest dated articles.

    That an older article says otherwise is no dispute: it was true then.
    """

    def given_up(report: Report) -> bool:
        return report.told(Office).former

    if node is not None and node.one("former") is not None:
        standing = node.one("former") == "true"
        ended = [report for report in reports if given_up(report) or not standing]
        return ask("former", ended, given_up, standing)
    if len({given_up(report) for report in reports}) == 1:
        return ask("former", reports, given_up)
    last = newest(reports)
    recent = [report for report in reports if (report.context.published or last) == last]
    return ask("former", recent or reports, given_up)
