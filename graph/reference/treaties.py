"""Treaties and their parties."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.graph.names import slug
from summitry.graph.reference.nodes import Node, concept, dated, ref, spelled
from summitry.graph.reference.sources import Sources, listed
from summitry.graph.reference.states import Atlas

COURT, STATUTE = "ICC", "Rome Statute"  # the court's members are the statute's parties: one list serves both


def treaty_nodes(sources: Sources) -> Iterator[Node]:
    """One node for each treaty."""
    for row in sources.editors("treaties"):
        aliases = listed(row["acronyms"]) + listed(row["aliases"])
        yield Node(
            f"id/treaty/{slug(row['name'])}",
            ("sy:Treaty",),
            row["name"],
            (*spelled("skos:altLabel", aliases),),
        )


def party_nodes(sources: Sources, states: Atlas) -> Iterator[Node]:
    """One node for each tie of a state to a treaty, as far as the sources list them."""
    names = {f"state/{slug(row['name'])}": row["name"] for row in states.rows}
    for row in sources.editors("treaty-parties"):
        for party in listed(row["parties"]):
            yield _tie(states.key(party), row["treaty"], row["status"], row["start"], names)
    for row in sources.editors("members"):
        for member in (
            listed(row["members"]) if (row["organisation"], row["status"]) == (COURT, "member") else ()
        ):
            yield _tie(states.key(member), STATUTE, "ratified", "", names)


def _tie(state: str, treaty: str, status: str, start: str, names: dict[str, str]) -> Node:
    return Node(
        f"id/treaty-participation/{state.removeprefix('state/')}-{slug(treaty)}",
        ("sy:TreatyParticipation",),
        f"{names[state]} and the {treaty} ({status.replace('_', ' ')})",
        (
            ("sy:party", ref(state)),
            ("sy:treaty", ref(f"treaty/{slug(treaty)}")),
            ("sy:treatyStatus", concept("treaty-status", status)),
            *dated(start, None),
        ),
    )
