"""Where the cities and states of the reference data lie, and where that is on the map of the world."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.graph.vocabulary import SITE

# Equal Earth (https://doi.org/10.1080/13658816.2018.1504949), as d3-geo drew the outlines with it.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_POINT = re.compile(r"(?:<[^>]*>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the earth; `outline` names the state's shape on the map, if the place is a state."""

    east: float
    north: float
    outline: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """The map as it was drawn: its size, and how degrees become units of it."""

    width: float
    height: float
    east: float
    scale: float
    x: float
    y: float

    def point(self, place: Place) -> tuple[float, float]:
        """Where the place is on the map."""
        turned = math.radians((place.east - self.east + 180) % 360 - 180)
        angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(place.north)))
        square = angle * angle
        six = square**3
        slope = _A1 + 3 * _A2 * square + six * (7 * _A3 + 9 * _A4 * square)
        across = 2 / math.sqrt(3) * turned * math.cos(angle) / slope
        up = angle * (_A1 + _A2 * square + six * (_A3 + _A4 * square))
        return self.x + self.scale * across, self.y - self.scale * up


@cache
def world() -> World:
    """The map in server/static."""
    told = json.loads(files("summitry.server").joinpath("static/world.json").read_text("utf-8"))
    return World(**{name: told[name] for name in ("width", "height", "east", "scale", "x", "y")})


@cache
def places() -> Mapping[str, Place]:
    """Every place that is known, by the key of its thing: "city/dushanbe-tajikistan"."""
    found = {}
    for line in files("summitry.server").joinpath("pages/places.tsv").read_text("utf-8").splitlines():
        key, east, north, *outline = line.split("\t")
        found[key] = Place(float(east), float(north), *outline)
    return found


def place_of(text: str, base: str = SITE) -> Place | None:
    """The place of a thing by its IRI, or of a point written as WKT."""
    for own in {f"{base}id/", f"{SITE}id/"}:
        if text.startswith(own):
            return places().get(text.removeprefix(own))
    if point := _POINT.fullmatch(text.strip()):
        east, north = map(float, point.groups())
        return Place(east, north) if abs(east) <= 180 and abs(north) <= 90 else None
    return None
