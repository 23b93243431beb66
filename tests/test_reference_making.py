"""How the reference data are made: hand-kept tables, the spellings that are worth keeping, the same files from the same sources."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from summitry.graph.errors import ConfigurationError
from summitry.graph.reference.__main__ import generate
from summitry.graph.reference.index import build
from summitry.graph.reference.sources import Sources, listed
from summitry.graph.reference.spellings import demonyms, readable

FOLDER = Path(str(files("summitry.ontology").joinpath("reference"))).resolve()


def test_known_bases_stand_abroad_and_rest_on_something() -> None:
    rows = Sources(FOLDER / "sources").editors("bases")
    assert len(rows) >= 300
    names = Counter(name for row in rows for name in (row["name"], *listed(row["aliases"])))
    assert [name for name, count in names.items() if count > 1] == []
    for row in rows:
        assert row["basis"], row["name"]
        assert row["place"] not in listed(row["operators"]), row["name"]


def test_a_base_in_an_unknown_land_is_refused() -> None:
    base = {"name": "Camp X", "place": "Nowhere", "operators": "Russia", "aliases": ""}
    with pytest.raises(KeyError, match="Nowhere"):
        build((), (), [base])


@pytest.mark.parametrize(
    "name",
    ["bases", "bodies", "leaders", "members", "organisations", "people", "places", "treaties", "words"],
)
def test_the_hand_kept_tables_are_sorted_and_unique(name: str) -> None:
    rows = [tuple(row.values()) for row in Sources(FOLDER / "sources").editors(name)]
    assert len(rows) == len(set(rows))
    firsts = [row[0] for row in rows]
    assert firsts == sorted(firsts)


@pytest.mark.slow
def test_the_generator_reproduces_the_files() -> None:
    for path, text in generate(FOLDER):
        assert path.read_text(encoding="utf-8") == text, path.name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Tadschikistan", True),
        ("Таджикистан", True),
        ("tadjikistan", False),
        ("TJK", False),
        ("塔吉克", False),
    ],
)
def test_spellings_worth_keeping(name: str, wanted: bool) -> None:
    assert readable(name) is wanted


def test_forms_of_demonyms() -> None:
    assert demonyms(["Tajik", "Dane/Danes", "Swiss="]) == ["Tajik", "Tajiks", "Dane", "Danes", "Swiss"]


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="in the repository"):
        next(generate(tmp_path))
