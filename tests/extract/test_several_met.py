"""Meetings of one with several: each alone, or all at one table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting

Told = Callable[..., list[Meeting]]

MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"
DUDA, SUNAK = "Polish President Andrzej Duda", "British Prime Minister Rishi Sunak"
M, S, D = "Emmanuel Macron", "Olaf Scholz", "Andrzej Duda"

CASES = {
    # parsers join the second name to the verb above
    "behind a comma": (
        f"{MACRON} is due to meet {SCHOLZ}, and {DUDA} in Rome on Thursday.",
        [{M, S}, {M, D}],
    ),
    "of many": (
        f"{DUDA} met European leaders, including {MACRON} and {SCHOLZ}.",
        [{D, M}, {D, S}],
    ),
    "talks of three": (f"{MACRON} held talks with {SCHOLZ} and {DUDA} in Rome.", [{M, S, D}]),
    "trilateral": (f"{MACRON} met {SCHOLZ} and {DUDA} for a trilateral session in Rome.", [{M, S, D}]),
    "separate": (f"{MACRON} held separate talks with {SCHOLZ} and {DUDA} in Rome.", [{M, S}, {M, D}]),
    "one by one": (f"{MACRON} met {SCHOLZ} and {DUDA} in Rome.", [{M, S}, {M, D}]),
    "of one state": (
        f"{SCHOLZ} held talks with {MACRON} and French Prime Minister Élisabeth Borne in Paris.",
        [{S, M}, {S, "Élisabeth Borne"}],
    ),
    # the second name begins a clause of its own
    "who speaks": (f"{MACRON} met {SCHOLZ}, and {DUDA} spoke of gas.", [{M, S}]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_guests_are_met_alone_or_together(told: Told, text: str, expected: list[set[str]]) -> None:
    found = [{p.name for p in meeting.participants} for meeting in told(text, Meeting)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


OTHERS = {
    "present": (f"{DUDA} was also present at the meeting between {MACRON} and {SCHOLZ}.", [{M, S, D}]),
    "participation": (
        f"A meeting between {MACRON} and {SCHOLZ} was held in Rome with the participation of {DUDA}.",
        [{M, S, D}],
    ),
    "picture": (f"{MACRON} shared a picture with {SCHOLZ} in Rome.", []),
    "table": (f"{MACRON} shared a table with {SCHOLZ} in Rome.", [{M, S}]),
    "own minister": (f"French Foreign Minister Catherine Colonna joined {MACRON} in Rome.", []),
    "joined another": (f"{SCHOLZ} joined {MACRON} in Rome on Monday.", [{M, S}]),
    "wished at a summit": (f"{MACRON} congratulated {SCHOLZ} at the NATO summit.", []),
}


@pytest.mark.parametrize(("text", "expected"), OTHERS.values(), ids=OTHERS)
def test_who_else_was_there(told: Told, text: str, expected: list[set[str]]) -> None:
    found = [{p.name for p in meeting.participants} for meeting in told(text, Meeting)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


PLACES = {
    "described city": (
        "Emmanuel Macron flew to Warsaw, the capital of Poland, where he met Andrzej Duda.",
        "Warsaw",
    ),
    "topic": (
        "Emmanuel Macron met Andrzej Duda. The war in Syria was the topic of the Macron-Duda talks.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_where_they_met(told: Told, text: str, expected: str | None) -> None:
    assert {m.place and m.place.name for m in told(text, Meeting)} == {expected}
