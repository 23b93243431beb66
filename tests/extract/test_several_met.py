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
    "two hosts, one by one": (f"{MACRON} and {SCHOLZ} held separate talks with {DUDA}.", [{M, D}, {S, D}]),
    "behind their states": (
        f"{DUDA} met with his counterparts from France, {M}; Germany, {S}; and Finland, Sauli Niinistö.",
        [{D, M}, {D, S}, {D, "Sauli Niinistö"}],
    ),
    "a string of meetings": (
        f"{MACRON} held a string of meetings with {SCHOLZ} and {DUDA}.",
        [{M, S}, {M, D}],
    ),
    "hosted together": (f"{MACRON} will host {SCHOLZ} and {DUDA} in Paris.", [{M, S, D}]),
    "one in each city": (
        f"{DUDA} travelled to Paris and Berlin for talks with {MACRON} and {SCHOLZ}.",
        [{D, M}, {D, S}],
    ),
    "each behind his state": (
        "Duda last held talks with France's Macron and Germany's Scholz in Rome.",
        [{D, M, S}],
    ),
    "and then": (
        f"Duda's trip suggests an effort to repair ties ahead of Duda's planned meetings with the German leader, {S}, and then {MACRON}.",
        [{D, M}, {D, S}],
    ),
    "in separate calls": (
        f"In separate phone calls, {MACRON} and {SCHOLZ} briefed {DUDA}.",
        [{M, D}, {S, D}],
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
    "opened the day": (
        f"{MACRON} began the day with a three-way meeting with the participation of {SCHOLZ} and {DUDA}.",
        [{M, S, D}],
    ),
    "wives": (
        f"{MACRON} and First Lady Jane Gray received {SCHOLZ} and his wife, Ann Hill, in Paris.",
        [{M, S}],
    ),
    "stood in line": (f"{MACRON} met {SCHOLZ}. {DUDA} was at the palace to welcome {SCHOLZ}.", [{M, S}]),
    "in order to discuss": (
        f"{MACRON} and {SCHOLZ} were in Warsaw to meet with {DUDA} to discuss gas.",
        [{M, S, D}],
    ),
    "expected to discuss": (
        f"{MACRON} met {SCHOLZ} behind closed doors. The two leaders are expected to discuss gas.",
        [{M, S}],
    ),
    "met for meetings": (f"{MACRON} and {SCHOLZ} met with {DUDA} for bilateral meetings.", [{M, S, D}]),
    "of three and of two of them": (
        f"{DUDA} met his French and German counterparts on Monday.\n\n"
        f"The meeting between {DUDA}, {MACRON} and {SCHOLZ} took place on the sidelines of a forum in Rome.",
        [{M, S, D}],
    ),
    "spoke on a day": (f"{MACRON} and {SCHOLZ} spoke on Monday.", [{M, S}]),
    "spoke of something": (f"{MACRON} and {SCHOLZ} spoke on Monday about gas.", []),
    "of a body": (f"{MACRON} and {SCHOLZ} will attend a meeting of the European Council on Thursday.", []),
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
