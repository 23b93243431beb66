"""Reports -> bases, military actions, arms supplies and warrants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.graph.claims import ArmsSupply, Base, MilitaryAction, Warrant
from summitry.graph.facts import Fact, SlotValue
from summitry.graph.fusion.events import cluster
from summitry.graph.fusion.known import Known, Node
from summitry.graph.fusion.moment import told_since
from summitry.graph.fusion.naming import dated, fact_key, tail
from summitry.graph.fusion.reports import Report, connected
from summitry.graph.fusion.shaping import apart, ask, best, fact, name_of
from summitry.graph.fusion.sightings import Event, Sighting
from summitry.graph.fusion.truth import Question, digits, when_question
from summitry.graph.fusion.when import span
from summitry.graph.fusion.words import site_key, weapon_words


def fuse_bases(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The bases of one operator in one host: by site, else by unit; what names neither joins the only one."""
    marked: list[Report] = []
    bare: list[Report] = []
    for report in reports:
        (marked if _marks(report) else bare).append(report)
    groups = [sorted(group, key=lambda r: r.iri) for group in connected(marked, _marks)]
    nodes = _standing_bases(reports[0], known)
    if bare and len(groups) == 1:
        groups[0].extend(bare)
    elif bare:
        groups.append(bare)
    yield from apart((_base(group, _same_base(group, nodes), known), "") for group in groups)


def _marks(report: Report) -> list[str]:
    payload = report.told(Base)
    marks = [f"site {site_key(payload.name_or_place)}"] if payload.name_or_place else []
    return marks + ([f"unit {site_key(payload.unit)}"] if payload.unit else [])


def _standing_bases(report: Report, known: Known) -> list[Node]:
    payload = report.told(Base)
    if payload.operator is None or payload.host is None:
        return []
    own = known.pointing("operatedBy", payload.operator.key)
    return [node for node in own if payload.host.key in node.all("host")]


def _same_base(reports: Sequence[Report], nodes: Sequence[Node]) -> Node | None:
    marks = {mark for report in reports for mark in _marks(report)}
    for node in nodes:
        sites = {f"site {site_key(name)}" for name in node.all("siteName")}
        if marks & (sites | {f"unit {site_key(name)}" for name in node.all("unit")}):
            return node
    return None


def _base(reports: Sequence[Report], node: Node | None, known: Known) -> Fact:
    claimed = [payload for report in reports if isinstance(payload := report.payload, Base)]
    operator = next(iter([best([p.operator], known) for p in claimed if p.operator]), None)
    host = next(iter([best([p.host], known) for p in claimed if p.host]), None)
    site = ask("siteName", reports, lambda r: getattr(r.payload, "name_or_place", None))
    unit = ask("unit", reports, lambda r: getattr(r.payload, "unit", None))
    personnel = ask(
        Question("personnel", precision=digits), reports, lambda r: getattr(r.payload, "personnel", None)
    )
    mark = site_key(str(site.accepted)) if site.accepted else str(unit.accepted or "")
    what = f"{site.accepted} base" if site.accepted else str(unit.accepted or "base")
    shortcuts = []
    key = (
        node.key
        if node
        else fact_key("base", *(tail(party.key) for party in (operator, host) if party), mark)
    )
    if operator is not None:
        shortcuts.append((operator.key, "operates", key))
    if operator is not None and host is not None:
        shortcuts.append((operator.key, "operatesBaseIn", host.key))
    slots: list[tuple[str, SlotValue | None]] = [("operatedBy", operator), ("host", host)]
    slots += [("siteName", site.accepted), ("unit", unit.accepted), ("personnel", personnel.accepted)]
    label = f"{name_of(operator)}: {what}{f' in {host.name}' if host else ''}"
    return fact(
        key, "base", node.label if node else label, reports, slots, (site, unit, personnel), shortcuts
    )


def fuse_actions(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The military actions of one actor against one target, by their days."""
    found = [
        Sighting(report, span(getattr(report.payload, "date", None), None), None, None) for report in reports
    ]
    yield from apart((_action(event, known), "") for event in cluster(found, moving=False))


def _action(event: Event, known: Known) -> Fact:
    claimed = [payload for report in event.reports if isinstance(payload := report.payload, MilitaryAction)]
    actor, target = best((p.actor for p in claimed), known), best((p.target for p in claimed), known)
    start = ask(when_question("startDate"), event.reports, lambda r: getattr(r.payload, "date", None))
    return fact(
        fact_key(
            "action",
            tail(actor.key),
            tail(target.key),
            start.accepted,
            told_since(event.reports, start.accepted),
        ),
        "military_action",
        dated(f"{actor.name} against {target.name}", start.accepted),
        event.reports,
        [("actor", actor), ("target", target), ("startDate", start.accepted)],
        (start,),
    )


def fuse_warrants(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The warrants of one issuer for one person, by their days."""
    found = [
        Sighting(report, span(getattr(report.payload, "date", None), None), None, None) for report in reports
    ]
    yield from apart((_warrant(event, known), "") for event in cluster(found))


def _warrant(event: Event, known: Known) -> Fact:
    claimed = [payload for report in event.reports if isinstance(payload := report.payload, Warrant)]
    issuer, wanted = best((p.issuer for p in claimed), known), best((p.person for p in claimed), known)
    start = ask(when_question("startDate"), event.reports, lambda r: getattr(r.payload, "date", None))
    return fact(
        fact_key("warrant", tail(issuer.key), tail(wanted.key), start.accepted),
        "warrant",
        dated(f"Warrant of the {issuer.name} for {wanted.name}", start.accepted),
        event.reports,
        [("issuer", issuer), ("wanted", wanted), ("startDate", start.accepted)],
        (start,),
    )


def fuse_arms(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """What one supplier delivers to one recipient, by the system."""
    groups = connected(reports, lambda report: weapon_words(getattr(report.payload, "system", "")))
    yield from apart((_supply(group, known), "") for group in groups)


def _supply(reports: Sequence[Report], known: Known) -> Fact:
    claimed = [payload for report in reports if isinstance(payload := report.payload, ArmsSupply)]
    supplier = best((p.supplier for p in claimed), known)
    recipient = best((p.recipient for p in claimed), known)
    named = Question("system", agree=lambda a, b: bool(weapon_words(str(a)) & weapon_words(str(b))))
    system = ask(named, reports, lambda report: getattr(report.payload, "system", None))
    return fact(
        fact_key(
            "arms",
            tail(supplier.key),
            tail(recipient.key),
            "-".join(sorted(weapon_words(str(system.accepted)))),
        ),
        "arms_supply",
        f"{supplier.name} supplies {recipient.name} with {system.accepted}",
        reports,
        [("supplier", supplier), ("recipient", recipient), ("system", system.accepted)],
        (system,),
    )
