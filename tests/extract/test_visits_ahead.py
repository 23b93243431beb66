"""Visits to come, put off or called off: who is to go where, and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Visit

Told = Callable[..., list[Visit]]


def _row(visit: Visit) -> tuple[str, str | None, str | None, str | None, Status]:
    state, city = visit.state.name if visit.state else None, visit.city.name if visit.city else None
    return visit.visitor.name, state, city, visit.date, visit.status


CASES = {
    "due": (
        "French President Emmanuel Macron is due in Warsaw on Thursday.",
        ("Emmanuel Macron", "Poland", "Warsaw", "2022-06-30", Status.PLANNED),
    ),
    "timetable": (
        "From Berlin, French President Emmanuel Macron travels to Rome for talks starting on Thursday.",
        ("Emmanuel Macron", "Italy", "Rome", "2022-06-30", Status.PLANNED),
    ),
    "cancelled": (
        "French President Emmanuel Macron has called off his trip to Poland.",
        ("Emmanuel Macron", "Poland", None, None, Status.CANCELLED),
    ),
    "expects": (
        "On Thursday German Chancellor Olaf Scholz expects French President Emmanuel Macron in Berlin.",
        ("Emmanuel Macron", "Germany", "Berlin", "2022-06-30", Status.PLANNED),
    ),
    "arranged": (
        "French President Emmanuel Macron scrapped a visit to Nairobi that had been planned for Thursday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-30", Status.CANCELLED),
    ),
    "by year's end": (
        "French President Emmanuel Macron plans to fly to Kenya before the end of the year.",
        ("Emmanuel Macron", "Kenya", None, "2022", Status.PLANNED),
    ),
    "timetable of a weekday": (
        "French President Emmanuel Macron continues on Friday to Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-07-01", Status.PLANNED),
    ),
    "host to": (
        "Polish President Andrzej Duda is to be host to French President Emmanuel Macron from July 4.",
        ("Emmanuel Macron", "Poland", None, "2022-07-04", Status.PLANNED),
    ),
    "ends": (
        "French President Emmanuel Macron will finish in Nairobi on July 4.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-07-04", Status.PLANNED),
    ),
    "includes": (
        "French President Emmanuel Macron is expected in October on a tour that includes Nairobi and Rome.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-10", Status.PLANNED),
    ),
    "begins with": (
        "French President Emmanuel Macron's tour is to open with a stop in Naples, Italy, on Thursday.",
        ("Emmanuel Macron", "Italy", "Naples", "2022-06-30", Status.PLANNED),
    ),
    "last stop": (
        "French President Emmanuel Macron travels to Rome on Thursday, and then to Nairobi, where he will address "
        "parliament on July 4.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-07-04", Status.PLANNED),
    ),
    "prepared": (
        "The two sides have made preparations for French President Emmanuel Macron's visit to Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "put off to": (
        "French President Emmanuel Macron's visit to Kenya was postponed to July 2022.",
        ("Emmanuel Macron", "Kenya", None, "2022-07", Status.PLANNED),
    ),
    "were going to": (
        "French President Emmanuel Macron was going to travel to Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "after visiting": (
        "After visiting Kenya, French President Emmanuel Macron will head to Rwanda.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "plans on": (
        "French President Emmanuel Macron plans on visiting Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "a year in a name": (
        "While in Kenya, French President Emmanuel Macron will also visit regions affected by the 2012 Cyclone Evan.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "scheduled with stops": (
        "French President Emmanuel Macron has scheduled a trip with stops in Kenya and at a summit in Rwanda.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "will be the first": (
        "French President Emmanuel Macron will be the first European official to visit Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "will be visiting": (
        "French President Emmanuel Macron will be visiting Kenya from 7 to 11 July.",
        ("Emmanuel Macron", "Kenya", None, "2022-07-07", Status.PLANNED),
    ),
    "still to come": (
        "French President Emmanuel Macron landed in Doha on Monday, opening a tour which includes Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.PLANNED),
    ),
    "was expected": (
        "French President Emmanuel Macron was expected to travel to Kenya on Monday, his office said.",
        ("Emmanuel Macron", "Kenya", None, "2022-06-27", Status.PLANNED),
    ),
    "had planned": (
        "French President Emmanuel Macron, who had planned to fly to Kenya on Friday, will stay at home.",
        ("Emmanuel Macron", "Kenya", None, "2022-07-01", Status.CANCELLED),
    ),
    "neither": (
        "French President Emmanuel Macron will travel neither to Kenya nor to Rwanda.",
        ("Emmanuel Macron", "Kenya", None, None, Status.CANCELLED),
    ),
    "due to travel on": (
        "French President Emmanuel Macron had been due to travel on to Kenya on Wednesday.",
        ("Emmanuel Macron", "Kenya", None, "2022-06-29", Status.CANCELLED),
    ),
    "is to address": (
        "On Friday French President Emmanuel Macron is to address students in Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-07-01", Status.PLANNED),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_visit_ahead(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert expected in [_row(v) for v in told(text, Visit)]


def test_headline_that_cancels(told: Told) -> None:
    text = "French President Cancels Trip To Kenya\n\nFrench President Emmanuel Macron has cancelled a trip to Kenya."
    assert {v.status for v in told(text, Visit)} == {Status.CANCELLED}


def test_headline_ahead(told: Told) -> None:
    text = "French President to Visit Kenya\n\nFrench President Emmanuel Macron spoke of his plans on Monday."
    assert {v.status for v in told(text, Visit)} == {Status.PLANNED}
