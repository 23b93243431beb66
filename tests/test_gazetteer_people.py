"""The gazetteer's people: posts by exact role, state and day; names in any spelling."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.graph.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def holders(gazetteer: Gazetteer, state: str, role: str, on: str | date | None) -> list[str]:
    """Who held a post."""
    return [tenure.person.removeprefix("person/") for tenure in gazetteer.leaders(f"state/{state}", role, on)]


@pytest.mark.parametrize(
    ("state", "role", "on", "expected"),
    [
        ("russia", "president", "2010-01-01", ["dmitry-medvedev"]),
        ("russia", "president", "2022-06-28", ["vladimir-putin"]),
        ("russia", "president", date(2007, 2, 1), ["vladimir-putin"]),
        ("russia", "prime minister", "2010", ["vladimir-putin"]),
        ("turkmenistan", "president", "2022-06-29", ["serdar-berdimuhamedow"]),
        ("turkmenistan", "president", "2021", ["gurbanguly-berdimuhamedow"]),
        ("turkmenistan", "president", "2022-03", ["gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"]),
        ("turkmenistan", "speaker", "2022-06-29", ["gurbanguly-berdimuhamedow"]),
        ("united-states", "foreign minister", "2014-05-01", ["john-kerry"]),
        ("united-kingdom", "foreign secretary", "2022-01", ["liz-truss"]),
        ("germany", "chancellor", "2022-03-01", ["olaf-scholz"]),
        ("germany", "president", "2022-03-01", ["frank-walter-steinmeier"]),
        ("germany", "prime minister", "2022-03-01", []),
        ("iran", "supreme leader", "2020", ["ali-khamenei"]),
        ("russia", "president", "1890", []),
        ("iran", "chancellor", None, []),
    ],
)
def test_posts_by_exact_role_and_day(
    gazetteer: Gazetteer, state: str, role: str, on: str | date | None, expected: list[str]
) -> None:
    assert holders(gazetteer, state, role, on) == expected


G20 = """
argentina australia brazil canada china france germany india indonesia italy japan mexico russia saudi-arabia
south-africa south-korea turkey united-kingdom united-states
"""


@pytest.mark.parametrize("state", G20.split())
@pytest.mark.parametrize("year", range(2005, 2026))
def test_heads_of_the_g20_are_known_since_2005(gazetteer: Gazetteer, state: str, year: int) -> None:
    roles = ("president", "prime minister", "chancellor", "king", "queen")
    assert any(holders(gazetteer, state, role, f"{year}-07-15") for role in roles)


def test_a_person_has_posts(gazetteer: Gazetteer) -> None:
    putin = "person/vladimir-putin"
    assert [tenure.role for tenure in gazetteer.tenures(putin)] == [
        "president",
        "prime minister",
        "president",
    ]
    tenure = gazetteer.current(putin, "2010-05-01")
    assert tenure is not None and tenure.role == "prime minister"
    today = gazetteer.current(putin)
    assert today is not None and today.key == "tenure/vladimir-putin-president-russia-2012"
    assert gazetteer.in_office(putin, "2022") and not gazetteer.in_office(putin, "1995")
    assert gazetteer.current("person/barack-obama") is None
    assert putin in {t.person for t in gazetteer.tenures_of("state/russia")}


def test_people_by_name(gazetteer: Gazetteer) -> None:
    assert [e.key for e in gazetteer.person("Vladimir Poutine")] == ["person/vladimir-putin"]
    assert gazetteer.person("Putin") == ()
    assert [e.key for e in gazetteer.surname("Putin")] == ["person/vladimir-putin"]
    assert len(gazetteer.surname("Berdimuhamedow")) == 2
    assert gazetteer.surname("putin") == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Schawkat Mirsijojew", "shavkat-mirziyoyev"),
        ("Gourbangouly Berdymoukhamedov", "gurbanguly-berdimuhamedow"),
        ("Serdar Berdimuchamedow", "serdar-berdimuhamedow"),
        ("Aljaksandr Lukaschenka", "alexander-lukashenko"),
        ("Kassim-Schomart Tokajew", "kassym-jomart-tokayev"),
        ("Maria Sacharowa", "maria-zakharova"),
    ],
)
def test_unlisted_spellings_find_the_person(gazetteer: Gazetteer, name: str, key: str) -> None:
    assert gazetteer.person(name) == ()
    assert [entry.key for entry in gazetteer.similar(name)] == [f"person/{key}"]


def test_strangers_find_nobody(gazetteer: Gazetteer) -> None:
    for name in ("Jan Novotny", "Ilham Aliyeva", "Vladimir Medinskaya", "Li Qianglong", "Putin"):
        assert gazetteer.similar(name) == (), name


def test_women_and_men(gazetteer: Gazetteer) -> None:
    assert gazetteer.female("person/angela-merkel") is True
    assert gazetteer.female("person/vladimir-putin") is False
    assert gazetteer.female("person/somebody", "Olga Petrova") is True
    assert gazetteer.female("person/somebody", "Pavel Petrov") is False
    assert gazetteer.female("person/somebody", "Quincy Lee") is None
    assert gazetteer.female("person/somebody") is None
