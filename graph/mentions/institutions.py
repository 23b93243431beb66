"""The words that the names of ministries, armies, parliaments and other bodies of a state end in."""

from __future__ import annotations

from summitry.graph.mentions.roles import CHAMBERS, DIETS
from summitry.graph.mentions.units import Unit, UnitKind

OFFICE = frozenset("foreign external home ministry defence defense interior government army military navy parliament parliamentary "
                    "state department council cabinet palace house senate finance justice trade energy policy security affairs "
                    "presidency information political economic personal close long-time party regional".split()) | {"foreign office", "presidential office", "presidential palace"}  # fmt: skip
POSSESSIVES = ("'s", "’s", "ʼs", "'", "’")
INSTITUTIONS = (
    OFFICE
    | CHAMBERS
    | frozenset(
        "air force forces armed fleet guard guards revolutionary police court supreme sovereign commission committee agency service "
        "directorate staff general command troops land naval coast ground central bank people's national federal high intelligence "
        "presidential cabinet ministers general's ombudsman joint border strategic transitional ruling legislative authority "
        "secretariat corps brigade division fleet and".split()
    )
)


def is_institution(unit: Unit) -> bool:
    """Whether a unit may be a word, or the whole, of the name of such a body."""
    words = unit.low.split()
    return (
        unit.kind in (UnitKind.WORD, UnitKind.NAME, UnitKind.BODY)
        and bool(words)
        and words[-1] in INSTITUTIONS
    )


def is_diet(unit: Unit) -> bool:
    """ "Riigikogu", "Seimas": the parliament of a state, whatever its name."""
    state = unit.entries[0].state if unit.kind is UnitKind.BODY and unit.entries else None
    named = bool(set(unit.low.split()) & DIETS) or "federation council" in unit.low
    return bool(state) and str(state).startswith("state/") and named
