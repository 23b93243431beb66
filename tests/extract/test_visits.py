"""Visits: who went where, when, and whether they did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Visit

Told = Callable[..., list[Visit]]


def _row(visit: Visit) -> tuple[str, str | None, str | None, str | None, Status]:
    state, city = visit.state.name if visit.state else None, visit.city.name if visit.city else None
    return visit.visitor.name, state, city, visit.date, visit.status


CASES = {
    "direct": (
        "Russian President Vladimir Putin visited China on Monday.",
        ("Vladimir Putin", "China", None, "2022-06-27", Status.OCCURRED),
    ),
    "relative": (
        "Putin praised Tajikistan, which French President Emmanuel Macron visited in May.",
        ("Emmanuel Macron", "Tajikistan", None, "2022-05", Status.OCCURRED),
    ),
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
    "spoke": (
        "French President Emmanuel Macron said in Warsaw on Monday that talks would go on.",
        ("Emmanuel Macron", "Poland", "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "seat": (
        "French President Emmanuel Macron arrived at the White House on Monday.",
        ("Emmanuel Macron", "United States", "Washington", "2022-06-27", Status.OCCURRED),
    ),
    "left": (
        "French President Emmanuel Macron left the Polish capital on Monday after a two-day visit.",
        ("Emmanuel Macron", "Poland", "Warsaw", "2022-06-26", Status.OCCURRED),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_visit(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert expected in [_row(v) for v in told(text, Visit)]


@pytest.mark.parametrize(
    "text",
    [
        "French President Emmanuel Macron said on Monday that he may visit Poland.",
        "Neither Emmanuel Macron nor German Chancellor Olaf Scholz travelled to Egypt.",
        "French President Emmanuel Macron returned to Paris on Monday.",
        "Russian President Vladimir Putin has not been invited to Poland.",
        "If French President Emmanuel Macron visits Poland, farmers will protest.",
    ],
)
def test_no_visit(text: str, told: Told) -> None:
    assert told(text, Visit) == []


def test_told_twice(told: Told) -> None:
    text = (
        "French President Emmanuel Macron will travel to Poland on Thursday, his office said.\n\n"
        "During his visit to Warsaw Macron will lay a wreath."
    )
    (visit,) = told(text, Visit)
    assert _row(visit) == ("Emmanuel Macron", "Poland", "Warsaw", "2022-06-30", Status.PLANNED)


def test_foreign_trips(told: Told) -> None:
    text = (
        "Russian President Vladimir Putin made only two foreign trips last year. "
        "He met US President Joe Biden in Geneva in June 2021, then Indian Prime Minister Narendra Modi "
        "in New Delhi in December 2021."
    )
    rows = [_row(v) for v in told(text, Visit)]
    assert ("Vladimir Putin", "Switzerland", "Geneva", "2021-06", Status.OCCURRED) in rows
    assert ("Vladimir Putin", "India", "New Delhi", "2021-12", Status.OCCURRED) in rows
