"""Units -> the entities that posts belong to and names stand for."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.units import Unit, UnitKind

_OF_KINDS = (
    UnitKind.STATE,
    UnitKind.DEMONYM,
    UnitKind.ORGANISATION,
    UnitKind.METONYM,
    UnitKind.BODY,
    UnitKind.REGION,
)

_LANDS = frozenset("countries states nations republics".split())
_ADORNED = 4  # units between "of" and "the Baltic countries of"


def entity_of(unit: Unit) -> Entity | None:
    """The entity that a unit of the gazetteer stands for: the state for a demonym or a seat of power."""
    if not unit.entries:
        return None
    entry = unit.entries[0]
    written = unit.text
    if unit.kind is UnitKind.METONYM and entry.state and entry.state != entry.key:
        return Entity(EntityKind.STATE, entry.state_name, entry.state, written)
    return entry_entity(entry, written)


def entry_entity(entry: Entry, written: str) -> Entity:
    """The gazetteer's entry as an entity of a finding."""
    return Entity(entry.kind, entry.name, entry.key, written)


def capital_owner(unit: Unit) -> Entity | None:
    """The state of a city that is named for it: "Washington's special representative"."""
    entry = unit.entries[0] if unit.entries else None
    if entry is None or not entry.state:
        return None
    return Entity(EntityKind.STATE, entry.state_name, entry.state, unit.text)


def seat(unit: Unit) -> Entity | None:
    """The city or region that a unit names: the only ones that mayors and governors belong to."""
    if unit.kind not in (UnitKind.CITY, UnitKind.REGION) or not unit.entries:
        return None
    return entry_entity(unit.entries[0], unit.text)


def holder(unit: Unit) -> Entity | None:
    """Whom a post belongs to: the state behind a state's body, else the unit's own entity; a body of an organisation has
    posts of its own ("president of the European Council").
    """
    if unit.kind not in _OF_KINDS or not unit.entries:
        return None
    entry = unit.entries[0]
    if unit.kind is UnitKind.BODY and entry.state and entry.state.startswith("state/"):
        return Entity(EntityKind.STATE, entry.state_name, entry.state, unit.text)
    return entity_of(unit)


def past_lands(units: Sequence[Unit], k: int) -> int:
    """ "ministers of the Baltic countries of Latvia and Estonia": the unit behind such words; k where there are none."""
    for j in range(k, min(k + _ADORNED, len(units) - 1)):
        if units[j].low in _LANDS and units[j + 1].low == "of":
            return j + 2
        if units[j].kind not in (UnitKind.WORD, UnitKind.REGION, UnitKind.NAME):
            break
    return k
