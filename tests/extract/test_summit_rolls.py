"""Summits: whose they are, and who was there, where more is told of beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Summit

Told = Callable[..., list[Summit]]

LEAD = "The GCC summit opens in Riyadh on Thursday. "
MINISTERS = "Foreign ministers Faisal bin Farhan and Sameh Shoukry"
NAMES = {
    "ministers": ("NATO foreign ministers will meet in Oslo on Thursday.", set()),
    "leaders": ("NATO leaders will meet in Oslo on Thursday.", {"NATO Summit"}),
    "topic": (
        "The Ohrid summit begins on Thursday. The summit has one task: the revival of CEFTA and of the EU talks.",
        {"Ohrid summit"},
    ),
    "in a list": ("The contact group (Russia-OSCE) will meet in Minsk before the summit.", set()),
}
PRESENT = {
    "wished well": ("Emmanuel Macron congratulated Andrzej Duda at the NATO summit.", {"Emmanuel Macron", "Andrzej Duda"}),
    "for it": ("Emmanuel Macron is joining Andrzej Duda for the NATO summit in Oslo.", {"Emmanuel Macron", "Andrzej Duda"}),
    "prepared": (f"{LEAD}On Monday, {MINISTERS} attended talks ahead of the summit.", set()),
    "its members": (f"{LEAD}The GCC is a union grouping Bahrain, Qatar and Oman.", set()),
    "came": (f"{LEAD}It is attended by King Salman and by Oman.", {"Salman of Saudi Arabia", "Oman"}),
    # a state whose own people are named is no guest
    "his state": (f"{LEAD}It is attended by Emir Tamim bin Hamad Al Thani, Qatar and Oman.", {"Tamim bin Hamad Al Thani", "Oman"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_whose_summit_it_is(told: Told, text: str, expected: set[str]) -> None:
    assert {s.name_or_org for s in told(text, Summit)} == expected


@pytest.mark.parametrize(("text", "expected"), PRESENT.values(), ids=PRESENT)
def test_who_was_there(told: Told, text: str, expected: set[str]) -> None:
    assert {a.name for s in told(text, Summit) for a in s.attendees} == expected
