"""Reference data and the map -> server/pages/places.tsv: where each city and state lies. `make assets` runs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from summitry.graph.names import slug
from summitry.graph.reference.cities import city_key
from summitry.graph.reference.sources import Sources, cities
from summitry.graph.reference.states import atlas

HERE = Path(__file__).parent
Spot = tuple[float, float]


def main() -> None:
    """Writes the table: key, degrees east, degrees north, and for a state its three letters on the map."""
    folder = Path(str(files("summitry.ontology").joinpath("reference"))).resolve()
    sources = Sources(folder / "sources")
    centres = json.loads((HERE.parent / "static" / "world.json").read_text())["centres"]
    towns = dict(_towns(sources, (folder / "cities.ttl").read_text("utf-8")))
    found = [(key, *spot, "") for key, spot in towns.items()]
    found += _states((folder / "states.ttl").read_text("utf-8"), centres, towns)
    lines = [f"{key}\t{east:g}\t{north:g}\t{code}".rstrip() for key, east, north, code in sorted(found)]
    (HERE.parent / "pages" / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _towns(sources: Sources, turtle: str) -> Iterator[tuple[str, Spot]]:
    """The cities of the reference data with their places at GeoNames; the largest of a name is meant."""
    states = atlas(sources)
    lands = sources.editors("territories")
    owners = {row["iso2"]: states.key(row["state"]) for row in lands} | dict(states.by_iso)
    spots: dict[str, Spot] = {}
    for name_of in (lambda city: [city["name"]], lambda city: city["alternatenames"]):
        for city in sorted(cities(0), key=lambda city: (-city["population"], city["geonameid"])):
            if state := owners.get(city["countrycode"]):
                spot = (round(city["longitude"], 2), round(city["latitude"], 2))
                for name in filter(slug, name_of(city)):
                    spots.setdefault(city_key(name, state), spot)
    for row in sources.editors("places"):
        state = states.key(row["state"])
        same = spots.get(city_key(row["geoname"], state)) if row["geoname"] else None
        if same:
            spots[city_key(row["name"], state)] = same
    for key in re.findall(r"^<id/(city/[^>]+)> a ", turtle, re.MULTILINE):
        if key in spots:
            yield key, spots[key]


def _states(
    turtle: str, centres: dict[str, list[float]], towns: dict[str, Spot]
) -> Iterator[tuple[str, float, float, str]]:
    """The states in the middle of their outline; those that the map lacks where their capital is."""
    for node in turtle.split("\n\n"):
        if head := re.match(r"<id/(state/[^>]+)> a sy:State", node):
            code = next(iter(re.findall(r'sy:isoCode "([A-Z]{3})"', node)), "")
            capital = next(iter(re.findall(r"sy:capital <id/(city/[^>]+)>", node)), "")
            if code in centres:
                east, north = centres[code]
                yield head[1], east, north, code
            elif capital in towns:
                yield head[1], *towns[capital], ""


if __name__ == "__main__":
    main()
