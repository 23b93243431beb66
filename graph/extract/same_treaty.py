"""Whether two findings tell of one treaty, and which of them tells more."""

from __future__ import annotations

import re

from summitry.graph.claims import Finding, Treaty
from summitry.graph.extract.instruments import PACTS

# what became of a treaty in the end: who signed it and left has left it
RANK = {"signed": 0, "not_ratified": 1, "ratified": 1, "withdrew": 2}
_BACK = re.compile(r"\bre-?(?:join|enter|accede|ratif)|\breturn")
_DETAIL = re.compile(r"[^\W\d_]{4,}")


def told_as(finding: Finding) -> str:
    """The status that a finding gives to a treaty."""
    return finding.payload.status if isinstance(finding.payload, Treaty) else ""


def comes_back(finding: Finding) -> bool:
    """Whether a party that had left a treaty is back in it: "rejoined it"."""
    return told_as(finding) == "ratified" and _BACK.search(finding.evidence[0].exact) is not None


def replaces(other: Finding, finding: Finding) -> bool:
    """Whether another finding tells the same party more, or the same by name, of the same treaty."""
    mine, its = finding.payload, other.payload
    if other is finding or not (isinstance(mine, Treaty) and isinstance(its, Treaty)):
        return False
    (name, _, partner), (other_name, _, other_partner) = (
        mine.treaty.partition(" with "),
        its.treaty.partition(" with "),
    )
    if mine.party.key != its.party.key:
        return False
    same = other_partner in ("", partner) and other_name != name
    bare = " " not in name and same and re.search(rf"\b{re.escape(name)}\b", other_name.lower()) is not None
    if bare and its.status == mine.status:
        return True  # "an agreement", told elsewhere with what it is on
    if name != other_name:
        return False
    return RANK[its.status] > RANK[mine.status] or (
        its.status == mine.status and other.rule != "treaty.unnamed"
    )


def apart(a: str, b: str) -> bool:
    """Whether two treaties without a name are on different things: both say on what, and share no word of it."""
    one, two = (set(_DETAIL.findall(name.partition(" with ")[0].lower())) - PACTS for name in (a, b))
    return bool(one) and bool(two) and not one & two
