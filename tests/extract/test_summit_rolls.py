"""Summits: whose they are, and who was there, where more is told of beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Summit

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

PRESENT |= {
    "address to it": (f"{LEAD}In his address to the summit in Riyadh, King Salman called for calm.", {"Salman of Saudi Arabia"}),
    "its session": (f"{LEAD}King Salman told the opening session that he was glad.", {"Salman of Saudi Arabia"}),
    "in the chair": (f"{LEAD}It is held under the chairmanship of King Salman.", {"Salman of Saudi Arabia"}),
    "by video": (f"{LEAD}Emir Tamim bin Hamad Al Thani spoke by video link from Doha.", {"Tamim bin Hamad Al Thani"}),
    "told there": ("Emmanuel Macron told Andrzej Duda at the NATO summit in Oslo that it was late.", {"Emmanuel Macron", "Andrzej Duda"}),
    "of those away": (
        "The NATO summit opened in Oslo on Monday despite the absence of several leaders, including Emmanuel Macron and Andrzej Duda.",
        set(),
    ),
    "only its place": (
        "A regional summit was held in Luanda on Monday, attended by João Lourenço and Félix Tshisekedi.",
        {"João Lourenço", "Félix Tshisekedi"},
    ),
}  # fmt: skip
AWAY = {
    "skipped it": "Emmanuel Macron opened the NATO summit in Oslo on Monday but Andrzej Duda skipped it.",
    "without him": "Emmanuel Macron opened the NATO summit in Oslo on Monday without Andrzej Duda.",
    "boycotted": "Emmanuel Macron opened the NATO summit in Oslo on Monday, which Andrzej Duda boycotted.",
    "missing": "The NATO summit opened in Oslo on Monday. Missing from the summit was Andrzej Duda.",
    "absence": "The NATO summit opened in Oslo on Monday. Andrzej Duda's absence was noted.",
    "sent a minister": "The NATO summit opened in Oslo on Monday. Andrzej Duda sent his foreign minister instead.",
    "represented": "Andrzej Duda was represented at the NATO summit in Oslo on Monday by his foreign minister.",
    "not expected": "Andrzej Duda is not expected to attend the NATO summit in Oslo on Thursday.",
    "trip": "Andrzej Duda cancelled his trip to the NATO summit in Oslo on Thursday.",
    "among them": "The NATO summit opened in Oslo on Monday. Among the absentees is Andrzej Duda.",
    "dropped out": "The NATO summit opened in Oslo on Monday. Andrzej Duda dropped out after he fell ill.",
    "failed": "Andrzej Duda failed to show up at the NATO summit in Oslo on Monday.",
}


@pytest.mark.parametrize("text", AWAY.values(), ids=AWAY)
def test_who_stays_away(told: Told, text: str) -> None:
    (summit,) = told(text, Summit)
    assert [a.name for a in summit.absentees] == ["Andrzej Duda"]
    assert "Andrzej Duda" not in {a.name for a in summit.attendees}
    assert summit.status is not Status.CANCELLED


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_whose_summit_it_is(told: Told, text: str, expected: set[str]) -> None:
    assert {s.name_or_org for s in told(text, Summit)} == expected


@pytest.mark.parametrize(("text", "expected"), PRESENT.values(), ids=PRESENT)
def test_who_was_there(told: Told, text: str, expected: set[str]) -> None:
    assert {a.name for s in told(text, Summit) for a in s.attendees} == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}Nor did King Hamad of Bahrain or Emir Tamim bin Hamad Al Thani take part.",
        f"{LEAD}Talk was of King Hamad of Bahrain and Emir Tamim bin Hamad Al Thani, who in the end will not attend.",
    ],
)
def test_those_who_stay_away(text: str, told: Told) -> None:
    gone = {e.name for summit in told(text, Summit) for e in summit.absentees}
    assert gone == {"Hamad bin Isa Al Khalifa", "Tamim bin Hamad Al Thani"}


def test_whoever_is_not_invited_is_not_there(told: Told) -> None:
    (summit,) = told("Zambia has not invited Chad to the SADC summit in Lusaka on July 3.", Summit)
    assert ([a.name for a in summit.absentees], summit.status) == (["Chad"], Status.PLANNED)


def test_whoever_sends_another_is_not_there(told: Told) -> None:
    text = f"{LEAD}Delegated by King Hamad of Bahrain, Emir Tamim bin Hamad Al Thani attended."
    assert {e.name for summit in told(text, Summit) for e in summit.attendees} == {"Tamim bin Hamad Al Thani"}


def test_who_attended_the_meeting_of_others(told: Told) -> None:
    text = f"{LEAD}Emir Tamim bin Hamad Al Thani was in attendance for the first meeting of the Arab League."
    assert {e.name for summit in told(text, Summit) for e in summit.attendees} == set()


def test_a_summit_with_the_participation_of_leaders(told: Told) -> None:
    text = "A summit with the participation of the presidents of Kenya, Peru and Togo will take place in Lima on May 31."
    (summit,) = told(text, Summit)
    assert (summit.name_or_org, summit.status) == ("Kenya-Peru-Togo summit", Status.PLANNED)
