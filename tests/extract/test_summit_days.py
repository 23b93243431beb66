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
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS.values(), ids=DAYS)
def test_day_of_a_summit(told: Told, text: str, expected: list[tuple[str | None, Status]]) -> None:
    assert [(s.date, s.status) for s in told(text, Summit)] == expected


def test_a_summit_elsewhere_has_no_share_in_the_leads_day(told: Told) -> None:
    text = (
        "JEDDAH — The Arab League summit ended in Jeddah on Monday.\n\n"
        "Its guest flew on to Bali, where the G20 leaders are meeting."
    )
    assert {s.name_or_org: s.date for s in told(text, Summit)} == {
        "Arab League Summit": "2022-06-27",
        "G20 Summit": None,
    }


EDITIONS = {
    "each with its day": (
        "The SADC summit opens in Lusaka on Thursday. Earlier summits were held in Harare, on May 3, 2018, and in Windhoek, on June 5, 2019.",
        {("Lusaka", "2022-06-30"), ("Harare", "2018-05-03"), ("Windhoek", "2019-06-05")},
    ),
    "no places": ("The SADC summit opens in Lusaka on Thursday. Two summits were held in 2019.", {("Lusaka", "2022-06-30")}),
    "one of old": (
        "Macky Sall arrived in Lusaka on Monday to attend the SADC summit. Zambia had joined at the SADC summit in Harare in 2015. "
        "Paul Kagame also attended the summit.",
        {("Lusaka", "2022-06-27"), ("Harare", "2015")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EDITIONS.values(), ids=EDITIONS)
def test_editions_of_a_summit(told: Told, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s.place and s.place.name, s.date) for s in told(text, Summit)} == expected
