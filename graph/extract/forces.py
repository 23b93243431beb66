"""Armed forces that are called by names of their own: whose each is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.reading import Reading

_FORCES = {
    "united-states": r"(?:U\.?S\.? |US )?Marines(?! Corps)|(?:U\.?S\.? )?Marine Corps|CENTCOM|Centcom|AFRICOM|Africom|EUCOM|SOUTHCOM|INDOPACOM|Central Command|Africa Command|European Command|Southern Command|"
    r"Green Berets|Navy SEALs|(?:Fifth|5th|Sixth|6th|Seventh|7th|Third|Fourth) Fleet|Eighth Army|V Corps|82nd Airborne|101st Airborne|National Guardsmen|GIs?",
    "united-kingdom": r"Royal Navy|Royal Marines|RAF|Royal Air Force|British Army|Gurkhas?|SAS|Royal Engineers|Household Cavalry|Desert Rats",
    "germany": r"Bundeswehr|Luftwaffe", "france": r"Foreign Legion|Barkhane|Operation Sabre|Force Sabre|Charles de Gaulle",
    "russia": r"Black Sea Fleet|Northern Fleet|Baltic Fleet|Pacific Fleet|Aerospace Forces|VKS|Wagner(?: Group)?|Spetsnaz", "china": r"PLA|People's Liberation Army|PLA Navy",
    "japan": r"Self-Defen[cs]e Forces?|SDF|Maritime Self-Defen[cs]e Force", "israel": r"IDF|Israel Defen[cs]e Forces", "spain": r"Guardia Civil",
    "turkey": r"Mehmetcik", "australia": r"ADF|RAAF", "new-zealand": r"NZDF", "pakistan": r"Frontier Corps", "iran": r"Revolutionary Guards?|IRGC|Quds Force",
    "south-korea": r"ROK", "saudi-arabia": r"Royal Saudi Air Force", "bahrain": r"Bahrain Defen[cs]e Force",
}  # fmt: skip
_NAMES = tuple(
    (re.compile(rf"(?<![\w-])(?:{names})(?!\w)"), f"state/{state}") for state, names in _FORCES.items()
)


def forces(reading: Reading, text: str) -> Iterator[Entity]:
    """The states whose forces some words call by name."""
    for pattern, key in _NAMES:
        if pattern.search(text):
            entry = reading.gazetteer.entity(key)
            yield Entity(EntityKind.STATE, entry.name, entry.key, entry.name)
