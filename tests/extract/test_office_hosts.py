"""Offices of those who receive guests, of rows of names before or behind a post, and of ministries that several states have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, set[Held]]] = {
    "hosts are of the state come to": (
        "2012-09-03",
        "Saakashvili was received at Bratislava airport by Deputy Foreign Minister Milan Kovac, Interior Minister Jozef Hora "
        "and Georgia's ambassador Zurab Lomidze.",
        {
            ("Milan Kovac", "deputy foreign minister", "Slovakia", False),
            ("Jozef Hora", "interior minister", "Slovakia", False),
            ("Zurab Lomidze", "ambassador", "Georgia", False),
        },
    ),
    "where they landed in the sentence before": (
        "2016-03-14",
        "President Kenyatta landed in Lilongwe on Monday. He was met at the steps by Deputy Defence Minister Chimwemwe Banda.",
        {
            ("Uhuru Kenyatta", "president", "Kenya", False),
            ("Chimwemwe Banda", "deputy defence minister", "Malawi", False),
        },
    ),
    "back at home": (
        "2019-07-08",
        "President Peter Mutharika returned from Niamey. He was welcomed by Deputy Defence Minister Chimwemwe Banda.",
        {
            ("Peter Mutharika", "president", "Malawi", False),
            ("Chimwemwe Banda", "deputy defence minister", "Malawi", False),
        },
    ),
    "names, then what they are": (
        "2018-10-11",
        "Alain Berset of Switzerland, Estonia's Kersti Kaljulaid and Salome Zourabichvili of Georgia are among the heads of "
        "state expected.",
        {
            ("Alain Berset", "president", "Switzerland", False),
            ("Kersti Kaljulaid", "president", "Estonia", False),
            ("Salome Zourabichvili", "president", "Georgia", False),
        },
    ),
    "states and names without commas": (
        "2019-11-29",
        "The presidents of Turkmenistan Gurbanguly Berdimuhamedow and Kazakhstan Kassym-Jomart Tokayev sent word.",
        {
            ("Gurbanguly Berdimuhamedow", "president", "Turkmenistan", False),
            ("Kassym-Jomart Tokayev", "president", "Kazakhstan", False),
        },
    ),
    "a Foreign Office that is not London's": (
        "2015-03-03",
        "Omani envoys came to Islamabad and Lahore. The Foreign Office spokesman, Tariq Mehmood, said Pakistan was glad.",
        {("Tariq Mehmood", "spokesperson", "Pakistan", False)},
    ),
    "a spokesman of those named before": (
        "2011-05-05",
        "NATO flew more raids. Karl Lind, a spokesman for the coalition, gave no number.",
        {("Karl Lind", "spokesperson", "NATO", False)},
    ),
    "what is quoted is no owner": (
        "2012-06-06",
        '"The Portuguese question is closed," the government spokeswoman, Claire Morel, said.',
        set(),
    ),
    "a parliamentary leader on record": (
        "2020-05-05",
        "Parliamentary leader Li Zhanshu and the opposition party's parliamentary leader Jan Smit met.",
        {("Li Zhanshu", "speaker", "China", False)},
    ),
    "a city has a deputy governor": (
        "2017-01-17",
        "They saw Khalid Amin, Deputy Governor of Sharjah, and Deputy Mayor of Vienna Maria Huber.",
        {
            ("Khalid Amin", "deputy governor", "Sharjah", False),
            ("Maria Huber", "deputy mayor", "Vienna", False),
        },
    ),
    "in what capacity": (
        "2022-05-25",
        "Macky Sall spoke in his capacity as chairman of the African Union.",
        {("Macky Sall", "chairman", "African Union", False)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_office(name: str, posts: Callable[..., set[Held]]) -> None:
    published, text, expected = CASES[name]
    assert posts(text, published) == expected
