"""Whom "he" stands for: the one told of, none of those named beside him, and rather a guest than his host."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Visit

Told = Callable[..., list[Meeting]]
MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"
CASES = {
    "the one told of": (
        f"{MACRON} arrived in Berlin on Monday. He will meet Polish President Andrzej Duda.",
        "Andrzej Duda; Emmanuel Macron",
    ),
    "none of those beside": (
        f"{SCHOLZ} embraced {MACRON} on Monday. On Thursday he will be received by President Andrzej Duda and dine with Scholz.",
        "Andrzej Duda; Emmanuel Macron",
    ),
    "the guest goes on": (
        f"{MACRON} landed in Berlin. {SCHOLZ} will receive him on Thursday. In Warsaw he will meet President Andrzej Duda.",
        "Andrzej Duda; Emmanuel Macron",
    ),
    "not his own": (
        f"{SCHOLZ} thanked {MACRON}. He will be received by President Frank-Walter Steinmeier on Thursday.",
        "Emmanuel Macron; Frank-Walter Steinmeier",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_he(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert expected in ["; ".join(sorted(p.name for p in m.participants)) for m in told(text, Meeting)]


def test_he_meets_nobody_of_those_named_with_him(told: Told) -> None:
    text = f"{SCHOLZ} spoke on Monday. {MACRON} listened. He will meet Macron on Thursday."
    assert all(len({p.name for p in m.participants}) == 2 for m in told(text, Meeting))
    assert {"Emmanuel Macron", "Olaf Scholz"} in [
        {p.name for p in m.participants} for m in told(text, Meeting)
    ]


def test_whose_trip_a_clause_tells_of(told: Told) -> None:
    text = f"{SCHOLZ}'s trip came a day after a visit by {MACRON} to Rome, in which he met Polish President Andrzej Duda."
    found = ["; ".join(sorted(p.name for p in m.participants)) for m in told(text, Meeting)]
    assert found == ["Andrzej Duda; Emmanuel Macron"]


def test_the_latter(told: Callable[..., list[Visit]]) -> None:
    text = f"{SCHOLZ} received {MACRON} in Berlin on Monday, as part of the latter's visit to Germany."
    assert [v.visitor.name for v in told(text, Visit)] == ["Emmanuel Macron"]


FORETOLD = {
    "named behind": (
        f"{MACRON} met {SCHOLZ} in Rome. Before he flew on to Lima, Scholz rested.",
        ["Olaf Scholz"],
    ),
    "at home": (f"{MACRON} rested. When he arrived in Berlin, {SCHOLZ} smiled.", ["Emmanuel Macron"]),
    "another him": (f"{MACRON} rested. After he landed in Lima, {SCHOLZ} rang him up.", ["Emmanuel Macron"]),
}


@pytest.mark.parametrize("name", FORETOLD)
def test_he_may_be_named_behind(name: str, told: Callable[..., list[Visit]]) -> None:
    text, expected = FORETOLD[name]
    assert [v.visitor.name for v in told(text, Visit) if v.city and v.city.name != "Rome"] == expected


def test_she_is_a_woman(told: Told) -> None:
    text = "Danish Prime Minister Mette Frederiksen landed in Rome. Painter Karl Amber, who drew Piet Moor, will see her."
    assert ["Karl Amber", "Mette Frederiksen"] in [
        sorted(p.name for p in m.participants) for m in told(text, Meeting)
    ]
