"""Rows that tie two things -> a network: who is tied to many stands in the middle."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from summitry.server.pages.links import Links
from summitry.server.pages.pictures import WIDTH, Edge, Node, Picture, Row, href, shown

NODES = 40
HEIGHT = 560.0
_ROUNDS = 220
_EDGE_X, _EDGE_Y = 130.0, 34.0  # room for labels at the border

Point = tuple[float, float]
Pair = tuple[str, str]


def draw_network(
    parts: dict[str, str], rows: list[Row], links: Links, core: str = "", least: int = 2, note: str = ""
) -> Picture | None:
    """The ties among those who have most of them; `core` is the label of the one whose network it is."""
    weights: Counter[Pair] = Counter()
    said: dict[Pair, list[str]] = {}
    hrefs: dict[str, str | None] = {}
    for row in rows:
        ends = [shown(row, parts[side], links) for side in ("from", "to")]
        for side, name in zip(("from", "to"), ends, strict=True):
            hrefs.setdefault(name, href(row, parts[side], links))
        if all(ends) and ends[0] != ends[1]:
            pair = (min(ends), max(ends))
            weights[pair] += _weight(row, parts)
            said.setdefault(pair, []).append(row[parts["say"]] or "" if "say" in parts else "")
    degree: Counter[str] = Counter()
    for pair, weight in weights.items():
        degree.update(dict.fromkeys(pair, weight))
    names = sorted(name for name, _ in degree.most_common(NODES))
    if core and core in degree and core not in names:
        names = sorted([*names[: NODES - 1], core])
    if len(names) < least:
        return None
    kept = {pair: weight for pair, weight in weights.items() if set(pair) <= set(names)}
    points = spread(names, kept, core)
    nodes = _nodes(names, points, degree, hrefs, core)
    left = len(degree) - len(names)
    return Picture(
        "network",
        HEIGHT,
        nodes=nodes,
        edges=_edges(names, points, kept, said),
        note=note or (f"{left} with fewer ties are left out" if left else ""),
    )


def _weight(row: Row, parts: dict[str, str]) -> int:
    text = row[parts["weight"]] if "weight" in parts else None
    return int(text) if text and text.isdigit() else 1


def _nodes(
    names: list[str],
    points: Mapping[str, Point],
    degree: Counter[str],
    hrefs: Mapping[str, str | None],
    core: str,
) -> tuple[Node, ...]:
    most = max(degree.values())
    return tuple(
        Node(
            name,
            hrefs[name],
            *points[name],
            "end" if points[name][0] < WIDTH / 2 else "start",
            round(4 + 5 * math.sqrt(degree[name] / most), 1),
            name == core,
        )
        for name in names
    )


def _edges(
    names: list[str], points: Mapping[str, Point], weights: Mapping[Pair, int], said: Mapping[Pair, list[str]]
) -> tuple[Edge, ...]:
    most = max(weights.values())
    place = {name: number for number, name in enumerate(names)}
    edges = []
    for (a, b), weight in sorted(weights.items()):
        words = ", ".join(filter(None, said[a, b])) or str(weight)
        ends = (place[a], place[b])
        edges.append(
            Edge(ends, *points[a], *points[b], round(1 + 4 * weight / most, 1), f"{a} and {b}: {words}")
        )
    return tuple(edges)


def spread(names: list[str], weights: Iterable[Pair], core: str = "") -> dict[str, Point]:
    """Places such that the tied are near and the others apart; the same names and ties give the same places.

    After Fruchterman and Reingold (https://doi.org/10.1002/spe.4380211102), from a circle as the start.
    """
    count = len(names)
    turns = [2 * math.pi * place / count for place in range(count)]
    spots = [(math.cos(turn), math.sin(turn)) for turn in turns]
    number = {name: place for place, name in enumerate(names)}
    ties = sorted((number[a], number[b]) for a, b in weights)
    fixed = number.get(core)
    if fixed is not None:
        spots[fixed] = (0.0, 0.0)
    length = 1.6 / math.sqrt(count)
    for turn in range(_ROUNDS):
        moves = _moves(spots, ties, length)
        most = 0.25 * (1 - turn / _ROUNDS) + 0.002
        for place, (dx, dy) in enumerate(moves):
            if place != fixed:
                far = math.hypot(dx, dy) or 1.0
                step = min(far, most) / far
                spots[place] = (spots[place][0] + dx * step, spots[place][1] + dy * step)
    return dict(zip(names, _fit(spots), strict=True))


def _moves(spots: list[Point], ties: list[tuple[int, int]], length: float) -> list[tuple[float, float]]:
    moves = [[-0.25 * x, -0.35 * y] for x, y in spots]  # a little towards the middle
    for i, (x, y) in enumerate(spots):
        for j in range(i):
            dx, dy = (
                x - spots[j][0],
                (y - spots[j][1]) * 1.3 or 1e-3,
            )  # labels are wide: more room up and down
            if (far := dx * dx + dy * dy) > 9 * length * length:  # strangers far off leave each other alone
                continue
            push = length * length / (far + 1e-6)
            for place, sign in ((i, 1), (j, -1)):
                moves[place][0] += sign * dx * push
                moves[place][1] += sign * dy * push
    for i, j in ties:
        dx, dy = spots[i][0] - spots[j][0], spots[i][1] - spots[j][1]
        pull = math.hypot(dx, dy) / length * 0.5
        for place, sign in ((i, -1), (j, 1)):
            moves[place][0] += sign * dx * pull
            moves[place][1] += sign * dy * pull
    return [(dx, dy) for dx, dy in moves]


def _fit(spots: list[Point]) -> list[Point]:
    """The places stretched over the picture."""
    found = []
    sides = ((0, _EDGE_X, WIDTH - _EDGE_X), (1, _EDGE_Y, HEIGHT - _EDGE_Y))
    for axis, low, high in sides:
        values = [spot[axis] for spot in spots]
        least, most = min(values), max(values)
        span = (most - least) or 1.0
        found.append([round(low + (value - least) / span * (high - low), 1) for value in values])
    return list(zip(*found, strict=True))
