"""Visits: where journeys come from and go on to, who goes along, and what is left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Visit

Told = Callable[..., list[Visit]]

CASES = {
    "left for": (
        "German Chancellor Olaf Scholz left Hanoi for Singapore.",
        ("Olaf Scholz", "Vietnam", None, Status.OCCURRED),
    ),
    "flew in from": (
        "German Chancellor Olaf Scholz flew in from Hanoi. He spoke in Singapore.",
        ("Olaf Scholz", "Vietnam", None, Status.OCCURRED),
    ),
    "off to": (
        "On July 5 German Chancellor Olaf Scholz is off to Hanoi.",
        ("Olaf Scholz", "Vietnam", "2022-07-05", Status.PLANNED),
    ),
    "back from": (
        "German Chancellor Olaf Scholz is back from Hanoi.",
        ("Olaf Scholz", "Vietnam", None, Status.OCCURRED),
    ),
    "sent": (
        "Berlin sent Foreign Minister Annalena Baerbock to Hanoi in May.",
        ("Annalena Baerbock", "Vietnam", "2022-05", Status.OCCURRED),
    ),
    "spent a weekday": (
        "German Chancellor Olaf Scholz, who spent Thursday in Hanoi, spoke.",
        ("Olaf Scholz", "Vietnam", "2022-06-23", Status.OCCURRED),
    ),
    "a head of state visited": (
        "Kenya's President William Ruto, whom Olaf Scholz visited in May, spoke.",
        ("Olaf Scholz", "Kenya", "2022-05", Status.OCCURRED),
    ),
    "a visit paid to a state": (
        "German Chancellor Olaf Scholz paid Vietnam a visit in May.",
        ("Olaf Scholz", "Vietnam", "2022-05", Status.OCCURRED),
    ),
    "a fortnight ago": (
        "German Chancellor Olaf Scholz was in Hanoi a fortnight ago.",
        ("Olaf Scholz", "Vietnam", "2022-06", Status.OCCURRED),
    ),
    "a delegation": (
        "The delegation led by Foreign Minister Annalena Baerbock arrived in Hanoi on Monday.",
        ("Annalena Baerbock", "Vietnam", "2022-06-27", Status.OCCURRED),
    ),
    "accompanied by": (
        "German Chancellor Olaf Scholz, accompanied by Foreign Minister Annalena Baerbock, flew to Hanoi on Monday.",
        ("Annalena Baerbock", "Vietnam", "2022-06-27", Status.OCCURRED),
    ),
    "stops of an itinerary": (
        "Olaf Scholz's itinerary includes a stop in Hanoi.",
        ("Olaf Scholz", "Vietnam", None, Status.ONGOING),
    ),
    "along with": (
        "German Chancellor Olaf Scholz flew to Hanoi with his foreign minister, Annalena Baerbock.",
        ("Annalena Baerbock", "Vietnam", None, Status.OCCURRED),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_leg_of_a_journey(name: str, told: Told) -> None:
    text, expected = CASES[name]
    rows = {(v.visitor.name, v.state.name if v.state else None, v.date, v.status) for v in told(text, Visit)}
    assert expected in rows


@pytest.mark.parametrize(
    "text",
    [
        "German Chancellor Olaf Scholz flies to Hanoi if a date is found.",
        "German Chancellor Olaf Scholz would travel neither to Hanoi nor to Singapore.",
        "German Chancellor Olaf Scholz ought to visit Hanoi.",
    ],
)
def test_what_is_left_open(text: str, told: Told) -> None:
    assert not told(text, Visit)


def test_who_does_the_same(told: Told) -> None:
    text = "German Chancellor Olaf Scholz went to Hanoi in May, as did French President Emmanuel Macron."
    assert {(v.visitor.name, v.date) for v in told(text, Visit)} == {
        ("Olaf Scholz", "2022-05"),
        ("Emmanuel Macron", "2022-05"),
    }


def test_a_visit_returned(told: Told) -> None:
    text = (
        "German Chancellor Olaf Scholz arrived in Warsaw on Monday.\n\n"
        "Polish Prime Minister Mateusz Morawiecki will return the visit in August."
    )
    (back,) = [v for v in told(text, Visit) if v.visitor.name == "Mateusz Morawiecki"]
    assert (back.state and back.state.name, back.date, back.status) == ("Germany", "2022-08", Status.PLANNED)


def test_his_highness(told: Told) -> None:
    text = (
        "The Emir of Qatar, Sheikh Tamim bin Hamad Al Thani, spoke on Sunday. "
        "His Highness arrived in Paris on Monday."
    )
    assert [v.visitor.name for v in told(text, Visit)] == ["Tamim bin Hamad Al Thani"]
