"""Organisations, their bodies and their members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summitry.graph.names import fold, slug
from summitry.graph.reference.nodes import Node, concept, dated, ref, spelled
from summitry.graph.reference.sources import Sources, listed
from summitry.graph.reference.states import Atlas

CLASSES = {
    "alliance": "sy:Alliance",
    "armed": "org:Organization",
    "court": "sy:Court",
    "forum": "sy:Forum",
    "ngo": "org:Organization",
    "organisation": "sy:IntergovernmentalOrganization",
    "union": "sy:Union",
}
# What the factbook writes in brackets behind an organisation, where it is no full membership; None: not worth a node.
STANDINGS = {
    "associate": None, "associate observer": None, "associate member": "observer", "candidate": "applicant",
    "candidates": "applicant", "accession candidate": "applicant", "correspondent": None, "cooperating state": None,
    "dialogue member": None, "dialogue partner": None, "enhanced engagement": None, "national committees": None,
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


def membership_nodes(sources: Sources, states: Atlas, organisations: dict[str, str]) -> Iterator[Node]:
    """One node for each tie of a state to an organisation; the hand-kept table replaces the factbook's lists."""
    kept = sources.editors("members")
    by_hand = {row["organisation"] for row in kept} | {"UN"}
    names = {f"state/{slug(row['name'])}": row["name"] for row in states.rows}
    for row in kept:
        for member in listed(row["members"]):
            organisation = organisations[_loose(row["organisation"])]
            yield _membership(
                states.key(member),
                organisation,
                row["organisation"],
                row["status"],
                names,
                (row["start"], row["end"]),
            )
    for row in states.rows:
        if row["standing"] in ("member", "observer"):
            key = f"state/{slug(row['name'])}"
            yield _membership(key, organisation_key("UN"), "UN", row["standing"], names, (None, None))
    seen: set[tuple[str, str]] = set()
    codes = {row["factbook"]: row["name"] for row in sources.editors("organisations") if row["factbook"]}
    for page, fields in sources.factbook().items():
        state = states.by_page.get(page)
        for code, status in (
            _ties(fields.get("International organization participation", "")) if state else ()
        ):
            name = codes.get(code)
            if state and name and name not in by_hand and (name, state) not in seen:
                seen.add((name, state))
                yield _membership(state, organisation_key(name), name, status, names, (None, None))


def _membership(
    state: str,
    organisation: str,
    name: str,
    status: str,
    names: dict[str, str],
    dates: tuple[str | None, str | None],
) -> Node:
    member, group = state.partition("/")[2], organisation.partition("/")[2]
    return Node(
        f"id/membership/{member}-{group}",
        ("sy:Membership",),
        f"{names[state]} in {name} ({status})",
        (
            ("sy:member", ref(state)),
            ("sy:organisation", ref(organisation)),
            ("sy:membershipStatus", concept("membership-status", status)),
            *dated(*dates),
        ),
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
