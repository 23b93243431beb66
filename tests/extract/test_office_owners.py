"""Whose a post is, or that it is no state's, where its words do not say: spokesmen, bodies, firms, provinces, strongmen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, set[Held]]] = {
    "a president's spokesman": (
        "2018-07-09",
        "Presidential spokesman Kim Eui-kyeom said on Monday that Moon Jae-in will go to India.",
        {("Kim Eui-kyeom", "spokesperson", "South Korea", False)},
    ),
    "of a province": ("2022-11-02", "Sindh Chief Minister Murad Ali Shah came back to Pakistan.", set()),
    "of a firm": (
        "2018-07-09",
        "Helix Motors Vice Chairman Kim Bo-ra spoke in South Korea.",
        set(),
    ),
    "of a movement": ("2022-06-25", "PLO Secretary-General Hussein al-Sheikh spoke in Palestine.", set()),
    "of a body": ("2023-04-10", "Supreme National Security Council leader Ali Shamkhani left Iran.", set()),
    "a strongman who heads nothing": (
        "2020-07-10",
        "The eastern strongman Khalifa Haftar lost Libya.",
        set(),
    ),
    "a strongman who is president": (
        "2016-07-10",
        "Chadian strongman Idriss Deby spoke.",
        {("Idriss Déby", "president", "Chad", False)},
    ),
    "not yet": ("2020-08-17", "Lazarus Chakwera was elected as incoming chairperson of SADC.", set()),
    "in a few days": (
        "2022-05-22",
        "Australia's incoming prime minister, Anthony Albanese, will fly to Tokyo.",
        {("Anthony Albanese", "prime minister", "Australia", False)},
    ),
    "then, of two who are met": (
        "2017-08-17",
        "She saw the king first, and then Defence Minister Raul Jungmann of Brazil.",
        {("Raul Jungmann", "defence minister", "Brazil", False)},
    ),
    "then, of the past": (
        "2022-01-27",
        "She met then Defence Minister Raul Jungmann of Brazil.",
        {("Raul Jungmann", "defence minister", "Brazil", True)},
    ),
    "what others call a secretary of state": (
        "2012-10-25",
        "Secretary of State Hillary Clinton met her Ruritanian and Algerian counterparts. Clinton spoke to her Algerian "
        "counterpart, Mourad Tahar.",
        {
            ("Hillary Clinton", "secretary of state", "United States", False),
            ("Mourad Tahar", "foreign minister", "Algeria", False),
        },
    ),
    "a top diplomat": (
        "2021-04-10",
        "US top diplomat Blinken came to Abuja.",
        {("Antony Blinken", "secretary of state", "United States", False)},
    ),
    "two portfolios": (
        "2017-06-10",
        "Minister of Foreign Affairs and European Integration of Montenegro Srdan Darmanovic spoke.",
        {("Srđan Darmanović", "foreign minister", "Montenegro", False)},
    ),
    "a verb of many": (
        "2015-07-19",
        "ECOWAS met. On hand to greet President Buhari are Chairman of Helix Motors, Ada Obi, and others.",
        {("Muhammadu Buhari", "president", "Nigeria", False)},
    ),
    "while in a state": (
        "2018-08-19",
        "While in Jamaica, Tsai Ing-wen dined with Governor-General Patrick Allen.",
        {("Patrick Allen", "governor", "Jamaica", False)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_office(name: str, posts: Callable[..., set[tuple[str, str, str, bool]]]) -> None:
    published, text, expected = CASES[name]
    assert posts(text, published) == expected
