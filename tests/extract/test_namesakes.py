"""Places of one name: which of them an article means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Visit

Told = Callable[..., list[Visit]]

CASES = {
    "state beside it": ("Imran Khan flew to Hyderabad, India, on Monday.", ("India", "Hyderabad")),
    "demonym before it": ("Emmanuel Macron flew to the Lebanese city of Tripoli on Monday.", ("Lebanon", "Tripoli")),
    "capital": ("Barack Obama visited Tripoli on Monday.", ("Libya", "Tripoli")),
    "state named": (
        "Oscar Arias is President of Costa Rica. Manuel Zelaya flew to San Jose on Monday.",
        ("Costa Rica", "San José"),
    ),
    "neither named": ("Emmanuel Macron flew to San Jose on Monday.", ("Costa Rica", "San José")),
    "state of its city": (
        "Xi Jinping's aides were in Brazzaville. Xi Jinping will visit Congo on Monday.",
        ("Republic of the Congo", None),
    ),
    "larger namesake": (
        "Canada's Prime Minister Justin Trudeau spoke. Emmanuel Macron arrived in London on Monday.",
        ("United Kingdom", "London"),
    ),
    "no state behind the comma": (
        "Emmanuel Macron arrived in Moscow, US President Barack Obama said on Monday.",
        ("Russia", "Moscow"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_place_is_the_one_that_the_article_means(name: str, told: Told) -> None:
    text, expected = CASES[name]
    (visit,) = told(text, Visit)
    assert (visit.state and visit.state.name, visit.city and visit.city.name) == expected
