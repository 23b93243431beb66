"""Reports -> memberships, borders, treaties, relations: what lasts. The reference data count first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from summitry.graph.claims import Border, Entity, Membership, Relation, Treaty
from summitry.graph.facts import Fact, Resource, SlotValue
from summitry.graph.fusion.known import Known, Node
from summitry.graph.fusion.naming import fact_key, tail
from summitry.graph.fusion.reports import Report
from summitry.graph.fusion.shaping import Shortcut, ask, best, fact, resource, standing_text
from summitry.graph.fusion.truth import Question, digits
from summitry.graph.fusion.words import treaty_key

_PAIRED = ("ally", "strategic_partner", "kin")
_SHORTCUTS = {
    "ally": "allyOf",
    "strategic_partner": "strategicPartnerOf",
    "kin": "kinOf",
    "recognises": "recognises",
    "does_not_recognise": "doesNotRecognise",
}
_RELATION_WORDS = {
    "ally": "allied with",
    "strategic_partner": "strategic partner of",
    "kin": "kin of",
    "recognises": "recognises",
    "does_not_recognise": "does not recognise",
}


def fuse_memberships(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The membership of one member in one organisation."""
    claimed = [payload for report in reports if isinstance(payload := report.payload, Membership)]
    member = best((payload.member for payload in claimed), known)
    organisation = best((payload.organisation for payload in claimed), known)
    key = fact_key("membership", tail(member.key), tail(organisation.key))
    node = known.node(key)
    status = ask(
        "membershipStatus",
        reports,
        lambda report: report.payload.status,  # type: ignore[union-attr]
        standing_text(node, "membershipStatus"),
    )
    yield fact(
        key,
        "membership",
        _label(node, f"{member.name} in {organisation.name} ({status.accepted})"),
        reports,
        [("member", member), ("organisation", organisation), ("membershipStatus", status.accepted)],
        (status,),
        membership_shortcuts(member.key, organisation.key, str(status.accepted), known),
    )


def membership_shortcuts(member: str, organisation: str, status: str, known: Known) -> list[Shortcut]:
    """The plain triples that a membership of this status stands for."""
    if status == "former":
        return [(member, "formerMemberOf", organisation)]
    if status != "member":
        return []
    node = known.node(organisation)
    alliance = [(member, "inAlliance", organisation)] if node is not None and node.kind == "Alliance" else []
    return [(member, "memberOf", organisation), *alliance]


def _label(node: Node | None, label: str) -> str:
    return label if node is None else node.label


def fuse_borders(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """The border of two states."""
    sides: dict[str, list[Entity]] = {}
    for report in reports:
        payload = report.told(Border)
        for side in (payload.a, payload.b):
            sides.setdefault(side.key, []).append(side)
    a, b = (best(sides[key], known) for key in sorted(sides))
    key = fact_key("border", tail(a.key), tail(b.key))
    node = known.node(key)
    standing = standing_text(node, "lengthKm")
    length = ask(
        Question("lengthKm", precision=digits), reports, _kilometres, Decimal(standing) if standing else None
    )
    yield fact(
        key,
        "border",
        _label(node, f"Border of {a.name} and {b.name}"),
        reports,
        [("borderOf", a), ("borderOf", b), ("lengthKm", length.accepted)],
        (length,),
        [(a.key, "borders", b.key)],
    )


def _kilometres(report: Report) -> Decimal | None:
    payload = report.told(Border)
    if payload.length_km is None:
        return None
    return Decimal(f"{Decimal(repr(float(payload.length_km))).normalize():f}")


def _outside(a: SlotValue, b: SlotValue) -> bool:
    """True for equals, and for a signature without ratification."""
    return a == b or {a, b} == {"signed", "not_ratified"}


def fuse_treaties(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """How one party stands to one treaty."""
    claimed = [payload for report in reports if isinstance(payload := report.payload, Treaty)]
    party = best((payload.party for payload in claimed), known)
    name = min(payload.treaty for payload in claimed)
    slug = treaty_key(name)
    treaty = resource(f"treaty/{slug}", known) or Resource(
        f"treaty/{slug}", "Treaty", name.removeprefix("the ")
    )
    key = fact_key("treaty-participation", tail(party.key), slug)
    node = known.node(key)
    status = ask(
        Question("treatyStatus", agree=_outside, precision=lambda value: value == "signed"),
        reports,
        lambda report: report.payload.status,  # type: ignore[union-attr]
        standing_text(node, "treatyStatus"),
    )
    yield fact(
        key,
        "treaty",
        _label(node, f"{party.name} and the {treaty.label} ({str(status.accepted).replace('_', ' ')})"),
        reports,
        [("party", party), ("treaty", treaty), ("treatyStatus", status.accepted)],
        (status,),
    )


def fuse_relations(reports: Sequence[Report], known: Known) -> Iterator[Fact]:
    """One kind of tie between two parties, or whether one recognises the other."""
    groups: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        payload = report.told(Relation)
        ends = (payload.a.key, payload.b.key)
        if payload.kind in _PAIRED:
            ends = (min(ends), max(ends))
        groups.setdefault(ends, []).append(report)
    for ends in sorted(groups):
        yield _relation(groups[ends], known)


def _relation(reports: Sequence[Report], known: Known) -> Fact:
    claimed = [payload for report in reports if isinstance(payload := report.payload, Relation)]
    kind = ask("relationKind", reports, lambda report: getattr(report.payload, "kind", None))
    source, target = _direction(reports, known)
    # "son" is said of the one the relation starts from; the other way round it would mean the reverse.
    along = [r for r in reports if getattr(r.payload, "a", source).key == source.key]
    detail = ask("detail", along, lambda report: getattr(report.payload, "detail", None))
    named = str(kind.accepted)
    group = "recognition" if named in ("recognises", "does_not_recognise") else claimed[0].kind
    ends = sorted((source, target), key=lambda end: end.key) if named in _PAIRED else [source, target]
    return fact(
        fact_key("relation", *(tail(end.key) for end in ends), group),
        "relation",
        f"{source.name} {_RELATION_WORDS[named]} {target.name}",
        reports,
        [
            ("relationFrom", source),
            ("relationTo", target),
            ("relationKind", named),
            ("detail", detail.accepted),
        ],
        (kind, detail),
        [(ends[0].key, _SHORTCUTS[named], ends[1].key)],
    )


def _direction(reports: Sequence[Report], known: Known) -> tuple[Entity, Entity]:
    """From whom to whom, as most reports have it; those with a detail count first."""
    told = [r for r in reports if getattr(r.payload, "detail", None)] or list(reports)
    first = ask("relationFrom", told, lambda report: getattr(report.payload, "a", None)).accepted
    assert isinstance(first, Entity)
    ends: dict[str, list[Entity]] = {}
    for report in reports:
        payload = report.told(Relation)
        for end in (payload.a, payload.b):
            ends.setdefault(end.key, []).append(end)
    other = next((key for key in sorted(ends) if key != first.key), first.key)
    return best(ends[first.key], known), best(ends[other], known)
