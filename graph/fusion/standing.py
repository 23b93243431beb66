"""Facts that the reference data alone know -> the plain triples that hold because of them."""

from __future__ import annotations

from summitry.graph.fusion.known import Known, Node
from summitry.graph.fusion.lasting import membership_shortcuts
from summitry.graph.fusion.shaping import Shortcut

READ = (
    "member", "organisation", "membershipStatus", "borderOf", "holder", "officeOf", "former", "endDate",
    "operatedBy", "host",
)  # fmt: skip
"""The properties that decide."""


def standing_shortcuts(node: Node, known: Known) -> list[Shortcut]:
    """The plain triples of one node of the reference data; none for what is over."""
    match node.kind:
        case "Membership":
            member, organisation, status = (
                node.one(name) for name in ("member", "organisation", "membershipStatus")
            )
            if member and organisation and status:
                return membership_shortcuts(member, organisation, status, known)
        case "Border":
            ends = sorted(node.all("borderOf"))
            return [(ends[0], "borders", ends[1])] if len(ends) == 2 else []
        case "Tenure" if node.one("former") != "true" and node.one("endDate") is None:
            holder = node.one("holder")
            return [(holder, "holdsOfficeIn", of) for of in node.all("officeOf")] if holder else []
        case "MilitaryBase" | "Deployment" if node.one("endDate") is None:
            operator, host = node.one("operatedBy"), node.one("host")
            shortcuts = [(operator, "operates", node.key)] if operator else []
            if operator and host:
                name = "operatesBaseIn" if node.kind == "MilitaryBase" else "hasMilitaryPresenceIn"
                shortcuts.append((operator, name, host))
            return shortcuts
    return []
