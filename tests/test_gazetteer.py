"""The gazetteer: every spelling to its entity, posts by exact role, state and date."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.graph.claims import EntityKind
from summitry.graph.errors import ConfigurationError, UnknownName
from summitry.graph.gazetteer import Gazetteer, load_gazetteer
from summitry.graph.gazetteer import loading as loading_module
from summitry.graph.gazetteer.periods import first, last, overlaps

HINTS = {"name", "acronym", "demonym_adjective", "demonym_noun", "metonym", "surname"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def keys(gazetteer: Gazetteer, surface: str) -> list[str]:
    """What a surface may stand for."""
    return [entry.key for entry in gazetteer.lookup(surface)]


# surface -> the entity it means first; the spellings of the five example articles are among them
FIRST = {
    "Emomali Rakhmon": "person/emomali-rahmon",
    "Emomali Rahmon": "person/emomali-rahmon",
    "Ashkhabad": "city/ashgabat-turkmenistan",
    "Gurbanguly Berdymukhamedov": "person/gurbanguly-berdimuhamedow",
    "Serdar Berdymukhamedov": "person/serdar-berdimuhamedow",
    "Ilham Aliev": "person/ilham-aliyev",
    "Alyaksandr Lukashenka": "person/alexander-lukashenko",
    "Aleksander Lukashenko": "person/alexander-lukashenko",
    "Qasym-Zhomart Toqaev": "person/kassym-jomart-tokayev",
    "Nikol Pachinian": "person/nikol-pashinyan",
    "Chavkat Mirzioev": "person/shavkat-mirziyoyev",
    "Sadyr Japarov": "person/sadyr-japarov",
    "Yury Ushakov": "person/yuri-ushakov",
    "Abdufattoh Sharifzoda": "person/abdufattoh-sharifzoda",
    "Ebrahim Raisi": "person/ebrahim-raisi",
    "Xi Jinping": "person/xi-jinping",
    "Tajikistan": "state/tajikistan",
    "USSR": "state/soviet-union",
    "Kant": "city/kant-kyrgyzstan",
    "St. Petersburg": "city/st-petersburg-russia",
    "Saint-Petersburg": "city/st-petersburg-russia",
    "CSTO": "organisation/csto",
    "ОДКБ": "organisation/csto",
    "Collective Security Treaty Organisation": "organisation/csto",
    "G-20": "organisation/g20",
    "International Criminal Court": "organisation/icc",
    "Nagorno-Karabakh": "state/nagorno-karabakh",
    "Nagorny Karabakh": "state/nagorno-karabakh",
    "Kiev": "city/kyiv-ukraine",
    "Nur-Sultan": "city/astana-kazakhstan",
    "Nur Sultan": "city/astana-kazakhstan",
    "Türkiye": "state/turkey",
    "Côte d'Ivoire": "state/ivory-coast",
    "Cote d’Ivoire": "state/ivory-coast",
    "Czechia": "state/czech-republic",
    "Burma": "state/myanmar",
    "Tadschikistan": "state/tajikistan",
    "U.S.": "state/united-states",
    "the United States": "state/united-states",
    "UK": "state/united-kingdom",
    "the White House": "state/united-states",
    "the Pentagon": "state/united-states",
    "Foggy Bottom": "state/united-states",
    "Downing Street": "state/united-kingdom",
    "Élysée": "state/france",
    "Elysee Palace": "state/france",
    "Blue House": "state/south-korea",
    "UN Security Council": "body/un-security-council",
    "State Duma": "body/state-duma",
    "Bundestag": "body/bundestag",
    "Crimea": "region/crimea",
    "Mohammed Bin Salman": "person/mohammed-bin-salman",
    "Recep Tayyip Erdogan": "person/recep-tayyip-erdogan",
    "Kim Jong Un": "person/kim-jong-un",
    "Volodymyr Zelensky": "person/volodymyr-zelensky",
    "MOSCOW": "city/moscow-russia",
}


@pytest.mark.parametrize(("surface", "key"), FIRST.items())
def test_a_spelling_means_its_entity(gazetteer: Gazetteer, surface: str, key: str) -> None:
    assert keys(gazetteer, surface)[0] == key


@pytest.mark.parametrize(
    "surface", ["us", "Us", "turkey", "who", "csto", "nice", "of", "a", "", "the", "Putin"]
)
def test_words_are_no_names(gazetteer: Gazetteer, surface: str) -> None:
    assert gazetteer.lookup(surface) == ()


@pytest.mark.parametrize("surface", ["Dominican", "Congolese", "Congo"])
def test_what_is_ambiguous_gives_every_reading(gazetteer: Gazetteer, surface: str) -> None:
    assert len(gazetteer.lookup(surface)) >= 2


@pytest.mark.parametrize(
    ("surface", "state"),
    [
        ("Tajik", "tajikistan"),
        ("Kazakhs", "kazakhstan"),
        ("Dutch", "netherlands"),
        ("Britons", "united-kingdom"),
        ("Kyrgyz", "kyrgyzstan"),
        ("Emirati", "united-arab-emirates"),
        ("Soviet", "soviet-union"),
    ],
)
def test_demonyms(gazetteer: Gazetteer, surface: str, state: str) -> None:
    entry = gazetteer.demonym(surface)
    assert entry is not None and entry.key == f"state/{state}"


@pytest.mark.parametrize("surface", ["Dominican", "Congolese", "Tajikistan", "Kremlin", "tajik"])
def test_demonyms_of_none_or_several(gazetteer: Gazetteer, surface: str) -> None:
    assert gazetteer.demonym(surface) is None


def test_hints_tell_how_a_spelling_is_used(gazetteer: Gazetteer) -> None:
    russia = gazetteer.entity("state/russia")
    assert "Kremlin" in russia.hinted("metonym")
    assert "Russian" in russia.hinted("demonym_adjective")
    assert "Russians" in russia.hinted("demonym_noun")
    assert "CSTO" in gazetteer.entity("organisation/csto").hinted("acronym")
    assert gazetteer.entity("person/xi-jinping").surnames == ("Xi",)
    assert gazetteer.entity("person/ursula-von-der-leyen").surnames == ("von der Leyen",)
    assert gazetteer.entity("person/emomali-rahmon").names[0] == "Emomali Rahmon"


def test_phrases_are_all_spellings(gazetteer: Gazetteer) -> None:
    phrases = list(gazetteer.phrases())
    assert len(phrases) >= 50_000
    assert {phrase.hint for phrase in phrases} == HINTS
    assert all(phrase.surface == phrase.surface.strip() != "" for phrase in phrases)
    assert {phrase.entry.key for phrase in phrases} == {entry.key for entry in gazetteer}


def test_every_spelling_finds_its_entry(gazetteer: Gazetteer) -> None:
    for phrase in gazetteer.phrases():
        found = gazetteer.surname if phrase.hint == "surname" else gazetteer.lookup
        assert phrase.entry in found(phrase.surface), phrase


def test_entries_are_one_object_each(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entity("state/russia")
    assert gazetteer.lookup("Russia") == (entry,)
    assert gazetteer.find("state/russia") is entry
    assert gazetteer.find("state/atlantis") is None
    with pytest.raises(UnknownName, match="atlantis"):
        gazetteer.entity("state/atlantis")


def test_kinds_and_states_of_entries(gazetteer: Gazetteer) -> None:
    assert {entry.kind for entry in gazetteer} == set(EntityKind)
    kant = gazetteer.entity("city/kant-kyrgyzstan")
    assert (kant.state, kant.state_name, kant.common) == ("state/kyrgyzstan", "Kyrgyzstan", False)
    assert gazetteer.entity("city/nice-france").common
    assert gazetteer.entity("state/france").state == "state/france"
    assert gazetteer.entity("person/dmitry-peskov").state == "state/russia"
    assert gazetteer.entity("person/antonio-guterres").state == "organisation/un"
    assert gazetteer.state_of("person/antonio-guterres") is None
    assert gazetteer.state_of("body/state-duma") == "state/russia"
    assert gazetteer.owner("body/european-council") == "organisation/eu"


def test_places_and_borders(gazetteer: Gazetteer) -> None:
    assert gazetteer.capital("state/tajikistan") == "city/dushanbe-tajikistan"
    assert gazetteer.capital("state/atlantis") is None
    assert gazetteer.border("state/afghanistan", "state/tajikistan") == 1357
    assert gazetteer.border("state/tajikistan", "state/afghanistan") == 1357
    assert gazetteer.border("state/tajikistan", "state/russia") is None
    assert gazetteer.neighbours("state/tajikistan") == (
        "state/afghanistan", "state/china", "state/kyrgyzstan", "state/uzbekistan",
    )  # fmt: skip


def test_bases_by_any_of_their_names(gazetteer: Gazetteer) -> None:
    base = gazetteer.bases()["Thule"]
    assert (base.name, base.host, base.operators) == (
        "Pituffik",
        "region/greenland",
        ("state/united-states",),
    )
    assert gazetteer.bases()["Pituffik"] == base


def test_what_had_members_once_is_a_club(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_club("organisation/g8")
    assert not gazetteer.is_club("organisation/icrc")


def test_members_by_day(gazetteer: Gazetteer) -> None:
    def names(on: str | None, status: str = "member") -> set[str]:
        ties = gazetteer.members("organisation/csto", on, status)
        return {tie.member.removeprefix("state/") for tie in ties}

    now = {"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}
    assert names(None) == now == names("2022-06-28")
    assert names("1995") == now | {"azerbaijan", "georgia", "uzbekistan"}
    assert names(None, "former") == {"azerbaijan", "georgia", "uzbekistan"}
    assert {tie.organisation for tie in gazetteer.memberships("state/tajikistan")} >= {"organisation/csto"}


def test_treaties(gazetteer: Gazetteer) -> None:
    rome = gazetteer.treaty("Rome Statute of the International Criminal Court")
    assert rome is not None and rome.name == rome.names[0] == "Rome Statute"
    assert gazetteer.treaty("the Rome Statute") == rome
    assert gazetteer.treaty("NPT") is not None
    assert gazetteer.treaty("npt") is None
    assert gazetteer.treaty("Treaty of Nowhere") is None
    assert len(gazetteer.treaties()) >= 70


def test_the_gazetteer_loads_fast() -> None:
    durations = []
    for _ in range(3):
        start = time.process_time()
        load_gazetteer()
        durations.append(time.process_time() - start)
    assert min(durations) < 0.3


def test_a_broken_index_is_a_configuration_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading_module, "Gazetteer", lambda index: index["nothing"])
    with pytest.raises(ConfigurationError, match="reference index"):
        load_gazetteer()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_date_lies_in_its_own_period(day: date, precision: int) -> None:
    text = day.isoformat()[:precision]
    assert first(text) <= day.isoformat() <= last(text)
    assert overlaps(day, text, text)
    assert overlaps(day, None, None)
