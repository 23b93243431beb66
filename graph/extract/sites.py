"""Foreign bases that are known by name: in which state each stands, and whose it is or was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.reading import Reading


@dataclass(frozen=True, slots=True)
class Site:
    """A base: the keys of the state it stands in, and of those that use it."""

    host: str
    operators: tuple[str, ...]


@cache
def sites() -> dict[str, Site]:
    """The bases of sites.txt, by each of their names."""
    found: dict[str, Site] = {}
    for line in Path(__file__).with_name("sites.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            host, _, rest = line.partition(": ")
            for group in rest.split("; "):
                names, _, users = group.rstrip(")").partition(" (")
                site = Site(f"state/{host}", tuple(f"state/{u}" for u in users.split(",")))
                found |= dict.fromkeys(names.split("="), site)
    return found


@cache
def named() -> re.Pattern[str]:
    """The pattern of their names."""
    rows = sorted(map(re.escape, sites()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(rows)})(?![\w-])(?!'s)")


def host_of(reading: Reading, site: Site) -> Entity | None:
    """The state, or the territory, that a base stands in."""
    for kind, key in (
        (EntityKind.STATE, site.host),
        (EntityKind.REGION, site.host.replace("state/", "region/")),
    ):
        entry = reading.gazetteer.find(key)
        if entry is not None:
            return Entity(kind, entry.name, entry.key, entry.name)
    return None


def known(name: str) -> Site | None:
    """The base called so, with or without "Air Base" behind its name."""
    plain = re.sub(
        r" (?:(?:[Aa]ir|[Nn]aval|[Mm]ilitary) ?)?(?:[Bb]ase|[Ff]ield|[Ss]tation|[Aa]irfield|[Aa]irbase)$",
        "",
        name,
    )
    return sites().get(name) or sites().get(plain)
