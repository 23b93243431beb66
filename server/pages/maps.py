"""Rows with places -> a map of the part of the world they lie in."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from summitry.server.pages.links import Links
from summitry.server.pages.pictures import WIDTH, Ground, Picture, Row, Spot, href, shown
from summitry.server.pages.places import Place, place_of, world

HEIGHT = 470.0
CLOSEST = 5.0  # how far outlines are enlarged at most
SPOTS = 300
_AROUND = 70.0  # units of the map kept free around the outermost places
_LETTER, _LINE = 7.4, 16.0  # what a label takes


@dataclass(slots=True)
class _Gathered:
    """What the rows tell of one place."""

    label: str
    href: str | None
    told: Counter[str] = field(default_factory=Counter)
    rows: int = 0


def draw_map(parts: dict[str, str], rows: list[Row], links: Links) -> Picture | None:
    """The places in a column, each once, larger where more rows name it; None where no place is known."""
    gathered: dict[Place, _Gathered] = {}
    lost = 0
    for row in rows:
        column, found = _where(parts, row, links)
        if found is None:
            lost += 1
            continue
        spot = gathered.setdefault(found, _Gathered(shown(row, column, links), href(row, column, links)))
        spot.rows += 1
        label = shown(row, parts["label"], links) if "label" in parts else ""
        if label and label != spot.label:
            spot.told[label] += 1
    if not gathered:
        return None
    ground = _frame(list(gathered))
    note = f"{lost} without a known place are left out" if lost else ""
    spots = _spots(dict(sorted(gathered.items(), key=lambda item: -item[1].rows)[:SPOTS]), ground)
    return Picture("map", HEIGHT, spots=spots, ground=ground, note=note)


def _where(parts: dict[str, str], row: Row, links: Links) -> tuple[str, Place | None]:
    """The place that a row names, in the column of places or else in another."""
    for part in ("place", "else"):
        column = parts.get(part, "")
        if found := place_of(row.get(f"{column}_iri") or row.get(column) or "", links.base):
            return column, found
    return parts["place"], None


def _frame(found: list[Place]) -> Ground:
    """How the world is moved and scaled so that the places fill the picture, and not more than is good."""
    points = [world().point(place) for place in found]
    left, right = min(x for x, _ in points) - _AROUND, max(x for x, _ in points) + _AROUND
    top, bottom = min(y for _, y in points) - _AROUND, max(y for _, y in points) + _AROUND
    scale = min(WIDTH / (right - left), HEIGHT / (bottom - top), CLOSEST)
    scale = max(scale, WIDTH / world().width)
    wide, high = WIDTH / scale, HEIGHT / scale
    x = min(max((left + right - wide) / 2, 0), max(world().width - wide, 0))
    y = min(max((top + bottom - high) / 2, 0), max(world().height - high, 0))
    outlines = tuple(sorted({place.outline for place in found if place.outline}))
    return Ground(round(-x * scale, 1), round(-y * scale, 1), round(scale, 4), outlines)


def _spots(gathered: dict[Place, _Gathered], ground: Ground) -> tuple[Spot, ...]:
    """The places, the most told first, with labels where they do not cover each other."""
    most = max(each.rows for each in gathered.values())
    at = {place: _scaled(place, ground) for place in gathered}
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in at.values()]  # a label must not cover a spot either
    spots = []
    for place, each in gathered.items():
        x, y = at[place]
        size = 4 + 6 * math.sqrt(each.rows / most) if most > 1 else 6.0
        anchor = "end" if x > WIDTH * 0.75 else "start"
        start = x + size + 1 if anchor == "start" else x - size - 1 - len(each.label) * _LETTER
        box = (start, y - _LINE / 2, start + len(each.label) * _LETTER, y + _LINE / 2)
        others = [other for other in taken if other[:2] != (x - 5, y - 5)]
        named = bool(each.label) and not any(_overlap(box, other) for other in others)
        taken += [box] if named else []
        told = ", ".join(label for label, _ in each.told.most_common(6))
        told += " …" if len(each.told) > 6 else ""
        title = f"{each.label} ({each.rows})" + (f": {told}" if told else "")
        spots.append(
            Spot(each.label, title, each.href, round(x, 1), round(y, 1), round(size, 1), anchor, named)
        )
    return tuple(spots)


def _scaled(place: Place, ground: Ground) -> tuple[float, float]:
    x, y = world().point(place)
    return x * ground.scale + ground.x, y * ground.scale + ground.y


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
