"""Organisations, their bodies and their members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summitry.graph.names import fold, slug
from summitry.graph.reference.nodes import Node, concept, dated, ref, spelled
from summitry.graph.reference.sources import Sources, listed
from summitry.graph.reference.states import Atlas

CLASSES = {
    "alliance": "sy:Alliance",
    "armed": "org:Organization",
    "court": "sy:Court",
    "forum": "sy:Forum",
    "mission": "org:Organization",
    "ngo": "org:Organization",
    "organisation": "sy:IntergovernmentalOrganization",
    "union": "sy:Union",
}
# What the factbook writes in brackets where it is no plain membership -> status; None: not worth a node.
STANDINGS = {
    "associate": None, "associate observer": None, "associate member": "observer", "candidate": "applicant",
    "candidates": "applicant", "accession candidate": "applicant", "correspondent": None,
    "cooperating state": None,
    "dialogue member": None, "dialogue partner": None, "enhanced engagement": None,
    "national committees": None,
    "ngos": None, "nonregional member": "member", "nonregional members": "member", "observer": "observer",
    "partner": None, "partners": None, "pending member": "acceding", "sectoral dialogue partner": None,
    "signatory": None, "subbureau": None, "subscriber": None, "suspended": "suspended",
    "temporarily suspended": "suspended", "de facto member": "member", "chinese taipei": "member",
    "permanent": "member", "temporary": "member", "regional": "member", "2024": "member",
}  # fmt: skip


def organisation_key(name: str) -> str:
    """The key of the organisation with this canonical name."""
    return f"organisation/{slug(name.replace('+', ' plus'))}"


def organisation_keys(sources: Sources) -> dict[str, str]:
    """Folded name or alias of every organisation and body -> key."""
    keys: dict[str, str] = {}
    for row in sources.editors("organisations"):
        for name in [row["name"], *listed(row["acronyms"]), *listed(row["aliases"])]:
            keys.setdefault(_loose(name), organisation_key(row["name"]))
    for row in sources.editors("bodies"):
        keys.setdefault(_loose(row["name"]), f"body/{slug(row['name'])}")
    return keys


def _loose(name: str) -> str:
    return fold(name.replace("+", " plus"))


def organisation_nodes(sources: Sources) -> Iterator[Node]:
    """One node for each organisation."""
    for row in sources.editors("organisations"):
        aliases = [name for name in listed(row["acronyms"]) + listed(row["aliases"]) if name != row["name"]]
        yield Node(
            f"id/{organisation_key(row['name'])}",
            (CLASSES[row["kind"]],),
            row["name"],
            (*spelled("skos:altLabel", aliases), *spelled("skos:hiddenLabel", listed(row["metonyms"]))),
        )


def body_nodes(sources: Sources, states: Atlas, organisations: dict[str, str]) -> Iterator[Node]:
    """One node for each parliament, ministry, council or staff."""
    for row in sources.editors("bodies"):
        owner = organisations.get(_loose(row["of"])) or states.key(row["of"])
        aliases = listed(row["acronyms"]) + listed(row["aliases"])
        properties = (*spelled("skos:altLabel", aliases), ("sy:bodyOf", ref(owner)))
        yield Node(f"id/body/{slug(row['name'])}", ("sy:Body",), row["name"], properties)


@dataclass(frozen=True, slots=True)
class Tie:
    """One state's standing in one organisation, named as in the tables."""

    state: str
    organisation: str
    status: str
    source: str = "editors"
    start: str = ""
    end: str = ""


def membership_nodes(sources: Sources, states: Atlas) -> Iterator[Node]:
    """One node for each tie of a state to an organisation."""
    names = {f"state/{slug(row['name'])}": row["name"] for row in states.rows}
    edited = list(_edited(sources, states))
    by_hand = {tie.organisation for tie in edited}
    listings = (tie for tie in _listed(sources, states) if tie.organisation not in by_hand)
    unique = {(tie.state, tie.organisation): tie for tie in (*listings, *edited)}
    return (_membership(tie, names[tie.state]) for tie in unique.values())


def _edited(sources: Sources, states: Atlas) -> Iterator[Tie]:
    """The hand-kept table, which replaces the factbook's list of an organisation; the UN has the states'."""
    for row in sources.editors("members"):
        for member in listed(row["members"]):
            yield Tie(
                states.key(member), row["organisation"], row["status"], "editors", row["start"], row["end"]
            )
    for row in states.rows:
        if row["standing"] in ("member", "observer"):
            yield Tie(f"state/{slug(row['name'])}", "UN", row["standing"])


def _listed(sources: Sources, states: Atlas) -> Iterator[Tie]:
    """The factbook's lists, by state."""
    codes = {row["factbook"]: row["name"] for row in sources.editors("organisations") if row["factbook"]}
    for page, fields in sources.factbook().items():
        state = states.by_page.get(page)
        ties = _ties(fields.get("International organization participation", ""))
        for code, status in ties if state else ():
            if state and code in codes:
                yield Tie(state, codes[code], status, "factbook")


def _membership(tie: Tie, state: str) -> Node:
    group = organisation_key(tie.organisation)
    return Node(
        f"id/membership/{tie.state.partition('/')[2]}-{group.partition('/')[2]}",
        ("sy:Membership",),
        f"{state} in {tie.organisation} ({tie.status})",
        (
            ("sy:member", ref(tie.state)),
            ("sy:organisation", ref(group)),
            ("sy:membershipStatus", concept("membership-status", tie.status)),
            *dated(tie.start, tie.end),
        ),
        (tie.source,),
    )


def _ties(text: str) -> Iterable[tuple[str, str]]:
    """The factbook's list as (code, status): "NAM (observer)" -> ("NAM", "observer")."""
    for part in re.split(r",\s*(?![^()]*\))", text):
        found = re.fullmatch(r"\s*([^(]+?)\s*(?:\((.*)\))?\s*", part)
        if found is None:
            continue
        note = (found[2] or "").lower()
        status = "member" if not note else STANDINGS.get(note, "observer" if "observer" in note else None)
        if status:
            yield (
                {"G- 9": "G-9", "ICCT": "ICCt", "Commonwealth of Nations": "C"}.get(found[1], found[1]),
                status,
            )
