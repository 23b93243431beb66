"""The bases abroad that the reference data know by name, as texts call them."""

from __future__ import annotations

import re
from functools import lru_cache

from summitry.graph.claims import Entity
from summitry.graph.gazetteer import BaseEntry, Gazetteer
from summitry.graph.mentions.reading import Reading

_SORT = re.compile(
    r" (?:(?:[Aa]ir|[Nn]aval|[Mm]ilitary) ?)?(?:[Bb]ase|[Ff]ield|[Ss]tation|[Aa]irfield|[Aa]irbase)$"
)


@lru_cache(maxsize=1)
def named(gazetteer: Gazetteer) -> re.Pattern[str]:
    """The pattern of their names."""
    names = sorted(map(re.escape, gazetteer.bases()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])(?!'s)")


def host_of(reading: Reading, base: BaseEntry) -> Entity:
    """The state, or the territory, that a base stands in."""
    entry = reading.gazetteer.entity(base.host)
    return Entity(entry.kind, entry.name, entry.key, entry.name)


def known(reading: Reading, name: str) -> BaseEntry | None:
    """The base called so, with or without "Air Base" behind its name."""
    bases = reading.gazetteer.bases()
    return bases.get(name) or bases.get(_SORT.sub("", name))
