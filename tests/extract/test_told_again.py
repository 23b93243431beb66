"""One event told twice in an article, and the earlier ones that a sentence only calls to mind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Visit, Warrant

Told = Callable[..., list]


def seen(found: list[Visit]) -> list[tuple[str, str, str | None, Status]]:
    return [
        (v.visitor.name, v.city.name if v.city else v.state.name if v.state else "", v.date, v.status)
        for v in found
    ]


def test_told_twice(told: Told) -> None:
    text = (
        "French President Emmanuel Macron will travel to Poland on Thursday, his office said.\n\n"
        "During his visit to Warsaw Macron will lay a wreath."
    )
    assert seen(told(text, Visit)) == [("Emmanuel Macron", "Warsaw", "2022-06-30", Status.PLANNED)]


def test_one_stay(told: Told) -> None:
    text = (
        "French President Emmanuel Macron arrived in Warsaw on Saturday.\n\n"
        "On Monday Macron was received by Polish President Andrzej Duda in Warsaw."
    )
    assert seen(told(text, Visit)) == [("Emmanuel Macron", "Warsaw", "2022-06-25", Status.OCCURRED)]


def test_came_and_will(told: Told) -> None:
    text = "French President Emmanuel Macron came to Warsaw. On his visit to Warsaw Emmanuel Macron will lay a wreath."
    assert seen(told(text, Visit)) == [("Emmanuel Macron", "Warsaw", None, Status.ONGOING)]


def test_a_plan_told_of_somebody_who_has_come_is_no_second_visit(told: Told) -> None:
    text = """Pakistani Prime Minister Shehbaz Sharif landed in Beijing on Monday.

Before departing for China, Sharif said that he would raise the railway."""
    assert seen(told(text, Visit)) == [("Shehbaz Sharif", "Beijing", "2022-06-27", Status.OCCURRED)]


def test_another_town_of_the_state_is_a_stop_of_its_own(told: Told) -> None:
    text = """Mongolian President Khaltmaagiin Battulga arrived in New Delhi on Monday.

Battulga will also travel to Agra."""
    assert [v.city.name for v in told(text, Visit) if v.city] == ["New Delhi", "Agra"]


def test_sightings_that_get_their_day_from_the_story_are_joined(told: Told) -> None:
    text = (
        "Kenyan President William Ruto on Monday arrived in Berlin ahead of a three-day visit to Germany, "
        "during which he will be received by Chancellor Olaf Scholz."
    )
    assert len(told(text, Visit)) == 1


BEFORE = {
    "a verb": (
        "Emmanuel Macron became the first French leader to travel to Havana since François Hollande in 2015.",
        {("Emmanuel Macron", None), ("François Hollande", "2015")},
    ),
    "no year": (
        "Boris Johnson was the first British prime minister to visit Cuba since Tony Blair.",
        {("Boris Johnson", None), ("Tony Blair", None)},
    ),
    "no predecessor": (
        "Boris Johnson has visited Cuba twice since Tony Blair left office in 2007.",
        {("Boris Johnson", None)},
    ),
}


@pytest.mark.parametrize("case", BEFORE)
def test_who_came_before_is_told_too(told: Told, case: str) -> None:
    text, wanted = BEFORE[case]
    assert {(v.visitor.name, v.date) for v in told(text, Visit)} == wanted


ISSUED = {
    "issued": ("The ICC issued a warrant for Omar al-Bashir in March 2009.", "2009-03"),
    "long issued": (
        "On Monday the ministers refused to honour the arrest warrant issued by the ICC for Vladimir Putin.",
        None,
    ),
    "dated where it stands": (
        "Leaders spoke on Monday of the warrant issued by the ICC for Muammar Gaddafi on 27 June 2011.",
        "2011-06-27",
    ),
}


@pytest.mark.parametrize("case", ISSUED)
def test_a_warrant_has_the_day_of_its_issue_alone(told: Told, case: str) -> None:
    text, day = ISSUED[case]
    assert [w.date for w in told(text, Warrant)] == [day]
