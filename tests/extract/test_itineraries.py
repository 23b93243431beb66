"""Journeys of several stops, guests named in passing, and days that events take from their story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status, Visit

Told = Callable[..., list]


def stops(found: list[Visit]) -> list[tuple[str, str | None]]:
    return [(v.city.name if v.city else v.state.name if v.state else "", v.date) for v in found]


STOPS = {
    "each its day": (
        "French President Emmanuel Macron will fly to Tajikistan on Wednesday and to Moldova the day after.",
        [("Tajikistan", "2022-06-29"), ("Moldova", "2022-06-30")],
    ),
    "without prepositions": (
        "French President Emmanuel Macron will travel to Poland on June 29, Ukraine on June 30 and Moldova on July 1.",
        [("Poland", "2022-06-29"), ("Ukraine", "2022-06-30"), ("Moldova", "2022-07-01")],
    ),
    "stays": (
        "US President Joe Biden will be in Warsaw on Wednesday and in Kyiv on Thursday.",
        [("Warsaw", "2022-06-29"), ("Kyiv", "2022-06-30")],
    ),
    "when": (
        "For Russian President Vladimir Putin it was the first trip abroad since January 2020, when he went to Israel.",
        [("Israel", "2020-01")],
    ),
    "seat": ("NATO chief Jens Stoltenberg was at the White House on Monday.", [("Washington", "2022-06-27")]),
    "plane": (
        "Russian President Vladimir Putin's plane touched down in Managua on Monday night.",
        [("Managua", "2022-06-27")],
    ),
    "fronted time": (
        "The talks went on. On Thursday Russian President Vladimir Putin flies to Baku.",
        [("Baku", "2022-06-30")],
    ),
    "a tour's first day": (
        "French President Emmanuel Macron will visit Poland, Ukraine and Moldova on a six-day trip from July 2.",
        [("Poland", "2022-07-02"), ("Ukraine", "2022-07"), ("Moldova", "2022-07")],
    ),
    "a day each": (
        "French President Emmanuel Macron will visit Poland and Moldova on July 2-3.",
        [("Poland", "2022-07-02"), ("Moldova", "2022-07-03")],
    ),
    "nobody knows when it ends": (
        "French President Emmanuel Macron will begin a tour of Poland and Moldova on July 2.",
        [("Poland", "2022-07-02"), ("Moldova", None)],
    ),
    "there": (
        "Indian Prime Minister Narendra Modi left Kathmandu on Monday; US President Joe Biden goes there on Friday.",
        [("Kathmandu", "2022-06-27"), ("Kathmandu", "2022-07-01")],
    ),
}


@pytest.mark.parametrize("name", STOPS)
def test_stops(name: str, told: Told) -> None:
    text, expected = STOPS[name]
    assert stops(told(text, Visit)) == expected


def test_later_stops_of_a_journey_just_begun_lie_ahead(told: Told) -> None:
    text = (
        "French President Emmanuel Macron left on Monday on a five-day tour of Poland, Ukraine and Moldova."
    )
    statuses = [v.status for v in told(text, Visit)]
    assert statuses == [Status.OCCURRED, Status.PLANNED, Status.PLANNED]
    (first, *_) = told(text.replace("on Monday", "in 2014"), Visit)
    assert first.status is Status.OCCURRED


def test_a_visiting_leader_is_where_his_host_is(told: Told) -> None:
    text = "HANOI, June 28 - President Nguyen Xuan Phuc held talks with visiting US President Joe Biden on Monday."
    (visit,) = told(text, Visit)
    assert (visit.visitor.name, visit.city and visit.city.name) == ("Joe Biden", "Hanoi")


def test_what_has_happened_is_no_plan(told: Told) -> None:
    text = (
        "Three days before leaving, Russian President Vladimir Putin had received "
        "Belarusian President Alexander Lukashenko in Moscow."
    )
    (meeting,) = told(text, Meeting)
    assert (meeting.date, meeting.status) == (None, Status.OCCURRED)


def test_a_meeting_was_on_the_day_of_its_place(told: Told) -> None:
    text = (
        "French President Emmanuel Macron visited Warsaw on Monday.\n\n"
        "Poland's economy is growing, statistics show.\n\n"
        "In Warsaw, Macron met Polish President Andrzej Duda."
    )
    (meeting,) = told(text, Meeting)
    assert meeting.date == "2022-06-27"


@pytest.mark.parametrize(
    "text",
    [
        "French President Emmanuel Macron was in Warsaw on Monday. He had met German Chancellor Olaf Scholz before.",
        "French President Emmanuel Macron was in Warsaw on Monday. He often met German Chancellor Olaf Scholz.",
    ],
)
def test_what_lies_further_back_keeps_no_day(text: str, told: Told) -> None:
    assert [m.date for m in told(text, Meeting)] == [None]


def test_visit_of_a_plant_in_a_town(told: Told) -> None:
    (visit,) = told("French President Emmanuel Macron visited a factory in Minsk on Monday.", Visit)
    assert visit.city is not None and visit.city.name == "Minsk"
