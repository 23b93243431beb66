"""Summits: whose, where, when, who came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Summit

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


def test_absentees(told: Told) -> None:
    (summit,) = told("Vladimir Putin skipped the G20 summit in Bali.", Summit)
    assert [a.name for a in summit.absentees] == ["Vladimir Putin"]
    assert summit.attendees == ()


def test_summit_of_two(told: Told) -> None:
    assert told("Before the summit with Donald Trump, he flew home.", Summit) == []
