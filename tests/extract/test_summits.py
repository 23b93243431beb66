"""Summits: whose, where, when, who came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status, Summit

Told = Callable[..., list[Summit]]
CASES = {
    "held": ("The NATO summit was held in Madrid on Monday.", ("NATO Summit", "Madrid", "2022-06-27", Status.OCCURRED)),
    "planned": ("The next BRICS summit will take place in Durban in August.", ("BRICS Summit", "Durban", "2022-08", Status.PLANNED)),
    "gathered": ("EU leaders gathered in Brussels on Thursday.", ("EU Summit", "Brussels", "2022-06-23", Status.OCCURRED)),
    "a day before": (
        "He met her in Madrid on Monday, a day before the NATO summit.",
        ("NATO Summit", "Madrid", "2022-06-28", Status.PLANNED),
    ),
    "club": ("The chancellor spoke at the G20 in Osaka in 2019.", ("G20 Summit", "Osaka", "2019", Status.OCCURRED)),
    "their": ("The presidents of the CSTO opened their summit in Minsk on Monday.", ("CSTO Summit", "Minsk", "2022-06-27", Status.OCCURRED)),
    "leaders of members": ("Leaders of NATO countries met in Madrid on Monday.", ("NATO Summit", "Madrid", "2022-06-27", Status.OCCURRED)),
    "council": ("The CSTO Collective Security Council met in Moscow on Monday.", ("CSTO Summit", "Moscow", "2022-06-27", Status.OCCURRED)),
    "heads of state": (
        "A meeting of the SCO heads of state was held in Samarkand on Monday.",
        ("SCO Summit", "Samarkand", "2022-06-27", Status.OCCURRED),
    ),
    "scheduled for": ("The NATO summit is scheduled for June 29-30 in Madrid.", ("NATO Summit", "Madrid", "2022-06-29", Status.PLANNED)),
    "of a year": ("At the 2008 NATO summit in Bucharest, the plan failed.", ("NATO Summit", "Bucharest", "2008", Status.OCCURRED)),
    "was to be held": ("The SAARC summit, which was to be held in Islamabad, has been called off.", ("SAARC Summit", "Islamabad", None, Status.CANCELLED)),
    "whose leaders": (
        "West African leaders will hold a summit on July 3 in Accra.",
        ("ECOWAS Summit", "Accra", "2022-07-03", Status.PLANNED),
    ),
    "failed at": ("The leaders of ECOWAS failed to stop him at their summit in Accra on 26 June.", ("ECOWAS Summit", "Accra", "2022-06-26", Status.OCCURRED)),
    "of three states": (
        "A summit of Russia, Turkey and Iran was held in Tehran on Monday.",
        ("Russia-Turkey-Iran summit", "Tehran", "2022-06-27", Status.OCCURRED),
    ),
    "of three states, by number": (
        "The Fourth Tripartite Summit of Russia, Turkey and Iran was held in Tehran on Monday.",
        ("4th Russia-Turkey-Iran summit", "Tehran", "2022-06-27", Status.OCCURRED),
    ),
    "with a state": ("The EU-Ukraine summit was held in Kyiv on Monday.", ("EU-Ukraine Summit", "Kyiv", "2022-06-27", Status.OCCURRED)),
    "state first": ("A Russia-EU summit takes place in Brussels on Thursday.", ("Russia-EU Summit", "Brussels", "2022-06-30", Status.PLANNED)),
    "council's other name": ("An emergency EU summit was held in Brussels on Monday.", ("EU Summit", "Brussels", "2022-06-27", Status.OCCURRED)),
    "own name": ("The Adriatic Charter summit was held in Podgorica on Monday.", ("Adriatic Charter Summit", "Podgorica", "2022-06-27", Status.OCCURRED)),
    "of presidents": (
        "A summit of the presidents of Russia, Turkey and Iran was held in Tehran on Monday.",
        ("Russia-Turkey-Iran summit", "Tehran", "2022-06-27", Status.OCCURRED),
    ),
    "meeting in passing": (
        "NATO heads of state and government, meeting in Madrid on Monday, agreed to help.",
        ("NATO Summit", "Madrid", "2022-06-27", Status.OCCURRED),
    ),
    "who met": ("Leaders of the Mercosur bloc, who met in Montevideo on Monday, failed to agree.", ("Mercosur Summit", "Montevideo", "2022-06-27", Status.OCCURRED)),
    "headline": ("ASEAN-US summit in Las Vegas called off over virus fears", ("ASEAN-US Summit", "Las Vegas", None, Status.CANCELLED)),
    "two sightings": (
        "The NATO summit was held in Madrid on Monday. At the summit, the Finns applauded.",
        ("NATO Summit", "Madrid", "2022-06-27", Status.OCCURRED),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_summit(name: str, told: Told) -> None:
    text, expected = CASES[name]
    rows = [(s.name_or_org, s.place and s.place.name, s.date, s.status) for s in told(text, Summit)]
    assert rows == [expected]


def test_summits_in_a_row(told: Told) -> None:
    text = "Joe Biden flies to Brussels on Monday for NATO and EU summits."
    assert {s.name_or_org for s in told(text, Summit)} == {"NATO Summit", "EU Summit"}


@pytest.mark.parametrize(
    "text",
    [
        "Hoteliers took part in the Hospitality Summit in Dubai on Monday.",
        "The idea of a summit of all the Arab states has been floated in Tunis.",
    ],
)
def test_no_summit(text: str, told: Told) -> None:
    assert told(text, Summit) == []


def test_the_summit_of_a_place_is_that_of_its_organisation(told: Told) -> None:
    text = (
        "The Arab League summit was held in Jeddah on Monday. Volodymyr Zelensky addressed the Jeddah summit."
    )
    (summit,) = told(text, Summit)
    assert (summit.name_or_org, summit.date) == ("Arab League Summit", "2022-06-27")


def test_a_summit_is_no_meeting_of_those_who_attend(told: Told) -> None:
    text = (
        "The presidents of Brazil, Argentina and Uruguay met in Montevideo on Monday for the Mercosur summit."
    )
    assert told(text, Meeting) == []


def test_summit_of_two(told: Told) -> None:
    assert told("Before the summit with Donald Trump, he flew home.", Summit) == []


def test_a_summit_of_two_takes_no_organisation_named_nearby(told: Told) -> None:
    text = "Narendra Modi and Vladimir Putin held the India-Russia summit in Delhi on Monday. They had met at the BRICS summit in Durban."
    assert {s.name_or_org for s in told(text, Summit)} == {"BRICS Summit"}


def test_days_of_one_summit_are_one_summit(told: Told) -> None:
    text = "The NATO summit opened in Madrid on Monday. The NATO summit ended in Madrid on Tuesday."
    assert len(told(text, Summit)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The next SCO summit will be hosted by Kyrgyzstan in 2024.", "Kyrgyzstan"),
        ("The African Union summit that was held in Lusaka in 2001 chose a new name.", "Lusaka"),
    ],
)
def test_place_of_a_summit(text: str, place: str, told: Told) -> None:
    assert [s.place and s.place.name for s in told(text, Summit)] == [place]


LEAD = "CHICAGO — Leaders of NATO agreed on Monday to leave by the end of the year.\n\n"


def test_the_summit_of_the_lead_has_its_day_and_place(told: Told) -> None:
    (summit,) = told(f"{LEAD}At the NATO summit, Joe Biden thanked Olaf Scholz.", Summit)
    assert (summit.date, summit.place and summit.place.name) == ("2022-06-27", "Chicago")


def test_another_summit_has_not(told: Told) -> None:
    text = f"{LEAD}The Afghans were told.\n\nThe ASEAN summit was attended by Joe Biden."
    assert {s.name_or_org: s.date for s in told(text, Summit)} == {
        "NATO Summit": "2022-06-27",
        "ASEAN Summit": None,
    }


def test_title_of_a_preposition(told: Told) -> None:
    text = "On the margins of the NATO summit\n\nNATO held its summit in Madrid on Monday."
    assert [s.name_or_org for s in told(text, Summit)] == ["NATO Summit"]


TOGETHER = {
    "agreed": ("NATO leaders agreed on Monday to send more troops to Poland.", "NATO Summit"),
    "deliberations": ("ECOWAS leaders began deliberations on Monday on the coup in Guinea.", "ECOWAS Summit"),
    "heads": ("The 40th meeting of the heads of government of the Caribbean Community was held in Bridgetown on Monday.", "40th CARICOM Summit"),
    "just its members": ("The leaders of Japan, India, Australia and the United States met in Tokyo on Monday.", "Quad Summit"),
    "unlisted": ("The chancellor attended the summit of the G15 in Tehran on Monday.", "G15 Summit"),
}  # fmt: skip

TOGETHER |= {
    # what leaders did in a town, however it is said
    "agreed there": ("EU leaders agreed in Lisbon on Monday to open a fund.", "EU Summit"),
    "deal": ("Leaders of the African Union clinched a deal in Lusaka on Monday after all-night talks.", "African Union Summit"),
    "days of talks": ("SADC heads of state began two days of talks in Gaborone on Monday.", "SADC Summit"),
    "closed doors": ("Mercosur leaders met behind closed doors in Asunción on Monday.", "Mercosur Summit"),
    "at a sitting": ("ECOWAS leaders lifted the sanctions at a meeting in Lomé on Monday.", "ECOWAS Summit"),
    "their members": ("The leaders of the SCO's member states met in Tashkent on Monday.", "SCO Summit"),
    "of a region": ("Caribbean leaders gathered in Kingston on Monday.", "CARICOM Summit"),
    "region's deed": ("Central Asian presidents agreed in Astana on Monday to build a railway.", "Central Asian Summit"),
    "authority": ("The Authority of Heads of State and Government of ECOWAS met in Abuja on Monday.", "ECOWAS Summit"),
    "club": ("The premier attended the SCO in Tashkent on Monday.", "SCO Summit"),
    "club's meeting": ("The premier called for calm at the G20 meeting in Delhi on Monday.", "G20 Summit"),
    "meeting of a club": ("The premier flew to Tokyo on Monday for a meeting of the Quad.", "Quad Summit"),
    "from afar": ("The presidents of Mercosur met by videoconference on Monday.", "Mercosur Summit"),
    "online": ("The leaders of the Quad met online on Monday.", "Quad Summit"),
    "on a day": ("EU leaders met on Monday to discuss the floods.", "EU Summit"),
    "rulers": ("The annual meeting of the rulers of the GCC opened in Muscat on Monday.", "GCC Summit"),
    "of a region's heads": ("The third meeting of the heads of state of Central Asia was held in Osh on Monday.", "Central Asian Summit"),
    "who held it": ("The BRICS countries held their first leaders' meeting on Monday.", "BRICS Summit"),
    "assembly": ("IGAD heads of state held an assembly in Kampala on Monday.", "IGAD Summit"),
    "its number": ("The premier called for calm at COP27 in Cairo on Monday.", "COP27"),
    "council": ("The premier attended the European Council in Brussels on Monday.", "EU Summit"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_who_comes_together(name: str, told: Told) -> None:
    text, series = TOGETHER[name]
    (summit,) = told(text, Summit)
    assert (summit.name_or_org, summit.date) == (series, "2022-06-27")
    assert summit.status in (Status.OCCURRED, Status.ONGOING)


@pytest.mark.parametrize(
    "text",
    [
        "Foreign ministers of ASEAN agreed on Monday to meet again.",
        "The EU defence ministers' meeting ended on Monday.",
        "BRICS ambassadors met in Pretoria on Monday.",
        "EU leaders condemned the bombing in Tripoli on Monday.",
        "The NATO youth summit was held in Oslo on Monday.",
        "Kenya wants to host the next ECOWAS summit in Nairobi.",
        "Emmanuel Macron has attended every G20 summit since 2017.",
        "The party held its summit in Oslo on Monday.",
    ],
)
def test_none_of_leaders(text: str, told: Told) -> None:
    assert told(text, Summit) == []


@pytest.mark.parametrize(
    "text",
    [
        "He hopes to meet the premier at the SAARC summit in Kathmandu next month.",
        "India ruled out talks on the sidelines of next month's SAARC summit in Kathmandu.",
        "If the two meet at next month's SAARC summit in Kathmandu, they will talk of trade.",
    ],
)
def test_the_scene_of_what_may_not_be_is_held(text: str, told: Told) -> None:
    (summit,) = told(text, Summit, "2001-12-20")
    assert (summit.date, summit.status, summit.attendees) == ("2002-01", Status.PLANNED, ())


def test_a_day_within_the_month_that_is_told_first(told: Told) -> None:
    (summit,) = told(
        "He will attend the BIMSTEC summit early next month in Bangkok on April 3-4.", Summit, "2025-03-24"
    )
    assert summit.date == "2025-04-03"


def test_on_the_way_back_from_a_summit(told: Told) -> None:
    found = told("On his way back from the NATO summit in Madrid, he stopped in Oslo on Monday.", Summit)
    assert [summit.date for summit in found] == [None]


def test_summits_of_two_organisations(told: Told) -> None:
    found = told(
        "Macky Sall will attend the summits of ECOWAS and the African Union in Lusaka on Thursday.", Summit
    )
    assert {(s.name_or_org, s.date) for s in found} == {
        ("ECOWAS Summit", "2022-06-30"),
        ("African Union Summit", "2022-06-30"),
    }


def test_a_summit_that_is_off_is_the_one_that_was_planned(told: Told) -> None:
    text = "The SADC summit, set for August in Lusaka, has been cancelled. Togo had decided not to join the summit in August."
    (summit,) = told(text, Summit)
    assert (summit.status, [e.name for e in summit.absentees]) == (Status.CANCELLED, ["Togo"])
