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
