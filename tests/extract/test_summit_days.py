"""The day of a summit, and days told beside it that are not its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Summit

Told = Callable[..., list[Summit]]

OPENED = "The summit opens on Thursday."
DAYS = {
    "came before": (
        f"Macky Sall arrived in Lusaka on Monday to attend the SADC summit. {OPENED}",
        [("2022-06-30", Status.PLANNED)],
    ),
    "came before, where": (
        f"Macky Sall flew on Monday to Lusaka, where he is representing his country at the SADC summit. {OPENED}",
        [("2022-06-30", Status.PLANNED)],
    ),
    "came, nothing else said": ("Macky Sall travels to Lusaka on Thursday to attend the SADC summit.", [("2022-06-30", Status.PLANNED)]),
    "spoken of last week": (
        "Macky Sall set out his aims for the coming SADC summit in Lusaka in an interview last week.",
        [(None, Status.PLANNED)],
    ),
    "at first": (
        "The SADC summit will be held in Lusaka in August. The summit was originally scheduled for May but was put off.",
        [("2022-08", Status.PLANNED)],
    ),
    "fixed": ("The SADC summit is scheduled for August in Lusaka.", [("2022-08", Status.PLANNED)]),
    "to be held": ("Water is one of the topics of the SADC summit to be held in Lusaka tomorrow.", [("2022-06-29", Status.PLANNED)]),
    "of another event": (
        "The SADC summit in Lusaka rivals the Expo, a fair that will take place in October.",
        [(None, Status.ONGOING)],
    ),
    "of what a guest said": (
        "The SADC summit opens in Lusaka on Thursday. Macky Sall, the first on the summit's list of guests, said on Monday that he would come.",
        [("2022-06-30", Status.PLANNED)],
    ),
    "of somebody there": (
        "The guards, led by Macky Sall, which took power on May 3, will be at the SADC summit in Lusaka.",
        [(None, Status.PLANNED)],
    ),
    "of what was done": (
        "Macky Sall will brief the SADC summit in Lusaka on what he saw when he led a mission there on May 3.",
        [(None, Status.PLANNED)],
    ),
    "before it": (
        "Macky Sall meets Paul Kagame in Kigali on Thursday to prepare for the SADC summit in Lusaka.",
        [(None, Status.PLANNED)],
    ),
    "before it, and its own": (
        "Macky Sall met Paul Kagame in Kigali on Monday to prepare for the SADC summit in Lusaka in August.",
        [("2022-08", Status.PLANNED)],
    ),
    "invited to it": ("Macky Sall invited Paul Kagame to the SADC summit in Lusaka in August.", [("2022-08", Status.PLANNED)]),
    "called": ("SADC has called an emergency summit for tomorrow in Lusaka.", [("2022-06-29", Status.PLANNED)]),
    "begun": ("The SADC summit, which opened in Lusaka on Monday, will discuss trade.", [("2022-06-27", Status.ONGOING)]),
    "due to meet": ("SADC leaders are due to meet in Lusaka on Thursday.", [("2022-06-30", Status.PLANNED)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS.values(), ids=DAYS)
def test_day_of_a_summit(told: Told, text: str, expected: list[tuple[str | None, Status]]) -> None:
    assert [(s.date, s.status) for s in told(text, Summit)] == expected


PLACES = {
    "joined there": "Macky Sall on Monday joined other SADC leaders in Lusaka for a summit.",
    "was there": "Macky Sall was in Lusaka on Monday to attend the SADC summit.",
    "meeting there": "Meeting in Lusaka on Monday, SADC leaders agreed to open a bank.",
    "set to host": "Lusaka is set to host the SADC summit on Thursday.",
    "due there": "The SADC summit is due to open in Lusaka on Thursday.",
    "due, off": "The SADC summit due in Lusaka on Thursday was called off.",
    "outside": "Macky Sall attended the SADC summit outside Lusaka on Monday.",
    "behind its days": "The SADC summit, scheduled on July 4 and 5 in Lusaka, will discuss trade.",
    "called there": "The plan was made at a SADC summit called by Macky Sall in Lusaka on Monday.",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_place_of_a_summit(told: Told, text: str) -> None:
    assert [s.place and s.place.name for s in told(text, Summit)] == ["Lusaka"]


def test_a_summit_elsewhere_has_no_share_in_the_leads_day(told: Told) -> None:
    text = (
        "JEDDAH — The Arab League summit ended in Jeddah on Monday.\n\n"
        "Its guest flew on to Bali, where the G20 leaders are meeting."
    )
    assert {s.name_or_org: s.date for s in told(text, Summit)} == {
        "Arab League Summit": "2022-06-27",
        "G20 Summit": "2022-06",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premier is in Lomé, where she is attending the ECOWAS summit.", ("Lomé", "2022-06", Status.ONGOING)),
        ("Five leaders have confirmed that they will come to the ECOWAS summit, which opens in Lomé today.", ("Lomé", "2022-06-28", Status.PLANNED)),
        ("Five leaders came for the ECOWAS summit, which opens in Lomé today.", ("Lomé", "2022-06-28", Status.ONGOING)),
        ("He had warned of it before the ECOWAS summit in Lomé in 2015.", ("Lomé", "2015", Status.OCCURRED)),
        ("Farmers demand aid at next week's economic summit in Lomé.", ("Lomé", "2022-07", Status.PLANNED)),
        ("ECOWAS leaders met for a three-day summit in Lomé that ended on Monday.", ("Lomé", "2022-06-25", Status.OCCURRED)),
        ("ECOWAS chose him on Monday, the second day of its summit in Lomé.", ("Lomé", "2022-06-26", Status.OCCURRED)),
        ("Macky Sall will skip the meeting of leaders of ECOWAS to be held in Lomé next week, an aide said on Monday.", ("Lomé", "2022-07", Status.PLANNED)),
        ("Mali gave way ahead of the ECOWAS summit in Lomé last month.", ("Lomé", "2022-05", Status.OCCURRED)),
        ("More leaders pull out of the ECOWAS summit in Lomé.", ("Lomé", None, Status.PLANNED)),
        ("The ECOWAS summit was scheduled for July 4 in Lomé but had to be cancelled.", ("Lomé", "2022-07-04", Status.CANCELLED)),
        ("Mali broke with its neighbours, suspending ties over their inviting rebels to the ECOWAS summit in Lomé on July 4.", ("Lomé", "2022-07-04", Status.PLANNED)),
        ("Leaders start gathering in Lomé on Wednesday for the ECOWAS summit due to open on Thursday.", ("Lomé", "2022-06-30", Status.PLANNED)),
        ("Macky Sall will come to the ECOWAS leaders' meeting in Togo. The meeting will be held in Lomé on July 4.", ("Lomé", "2022-07-04", Status.PLANNED)),
        ("The ECOWAS summit in Lomé will be the first since 2019.", ("Lomé", None, Status.PLANNED)),
        ("The ECOWAS summit in Lomé will be the largest since the bloc was founded in 1975.", ("Lomé", None, Status.PLANNED)),
        ("The ECOWAS summit in Lomé will speak of a boycott called in March.", ("Lomé", None, Status.PLANNED)),
        ("The ECOWAS summit is to be held in Lomé on Thursday.", ("Lomé", "2022-06-30", Status.PLANNED)),
        ("The sanctions on Mali fell at the summit of the heads of state of the ECOWAS countries in Lomé on Monday.", ("Lomé", "2022-06-27", Status.OCCURRED)),
        ("Togo's president will not attend the ECOWAS summit in Lomé on Thursday.", ("Lomé", "2022-06-30", Status.PLANNED)),
        ("Nobody from Mali attended the ECOWAS summit in Lomé on Monday.", ("Lomé", "2022-06-27", Status.OCCURRED)),
        ("More ECOWAS summit guests are pulling out. The summit is to open in Lomé on Thursday.", ("Lomé", "2022-06-30", Status.PLANNED)),
        ("The ECOWAS summit opened in Lomé on Monday. The ECOWAS leaders had met over a dinner on Sunday.", ("Lomé", "2022-06-27", Status.OCCURRED)),
    ],
)  # fmt: skip
def test_when_and_where_it_is(told: Told, text: str, expected: tuple[str, str | None, Status]) -> None:
    (summit,) = told(text, Summit)
    assert (summit.place and summit.place.name, summit.date, summit.status) == expected


EDITIONS = {
    "each with its day": (
        "The SADC summit opens in Lusaka on Thursday. Earlier summits were held in Harare, on May 3, 2018, and in Windhoek, on June 5, 2019.",
        {("Lusaka", "2022-06-30"), ("Harare", "2018-05-03"), ("Windhoek", "2019-06-05")},
    ),
    "no places": ("The SADC summit opens in Lusaka on Thursday. Two summits were held in 2019.", {("Lusaka", "2022-06-30")}),
    "in a row": (
        "The next SADC summit is due in Lusaka in August. The first SADC summit was held in Harare in 2015, the second in Windhoek in 2016 and the third in Luanda in 2017.",
        {("Lusaka", "2022-08"), ("Harare", "2015"), ("Windhoek", "2016"), ("Luanda", "2017")},
    ),
    "the one before": (
        "The SADC summit opens in Lusaka on Thursday. Paul Kagame and Macky Sall took part in the previous summit.",
        {("Lusaka", "2022-06-30")},
    ),
    "one to come": (
        "Macky Sall and Paul Kagame last met in March at the SADC summit. Kenya could join at the summit in Lusaka.",
        {(None, "2022-03")},
    ),
    "one of old": (
        "Macky Sall arrived in Lusaka on Monday to attend the SADC summit. Zambia had joined at the SADC summit in Harare in 2015. "
        "Paul Kagame also attended the summit.",
        {("Lusaka", "2022-06-27"), ("Harare", "2015")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EDITIONS.values(), ids=EDITIONS)
def test_editions_of_a_summit(told: Told, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s.place and s.place.name, s.date) for s in told(text, Summit)} == expected
