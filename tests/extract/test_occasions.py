"""Meetings told aside: at what occasion somebody urged or agreed, and partners that parsers hang on another noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status

Told = Callable[..., list[Meeting]]
MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"
PAIR = {"Emmanuel Macron", "Olaf Scholz"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} met for the first time with {SCHOLZ} in Rome on Monday.",
        f"{MACRON} met one-on-one with {SCHOLZ} in Rome on Monday.",
        f"{MACRON} and {SCHOLZ} met face to face in Rome on Monday.",
        f"{MACRON} and {SCHOLZ} met each other in Rome on Monday.",
        f"{MACRON} held bilateral talks on migration with {SCHOLZ} in Rome on Monday.",
        f"{MACRON} met {SCHOLZ} in Italy's Rome on Monday.",
        f"A two-hour meeting in Rome on Monday between {MACRON} and {SCHOLZ} led to nothing.",
        f"The talks, held in Rome on Monday between {MACRON} and {SCHOLZ}, were short.",
        f"A meeting in Rome on Monday brought together {MACRON} and {SCHOLZ}.",
        f"Following talks with {SCHOLZ} in Rome on Monday, {MACRON} announced a loan.",
        f"{MACRON} and {SCHOLZ} agreed to cut tariffs during talks in Rome on Monday.",
        f"{MACRON} agreed to cut tariffs at a meeting with {SCHOLZ} in Rome on Monday.",
        f"{MACRON} urged {SCHOLZ} to cut tariffs at a meeting in Rome on Monday.",
        f"{MACRON} thanked {SCHOLZ} for the grain at their meeting in Rome on Monday.",
        f"{MACRON} said prices would fall after meeting {SCHOLZ} in Rome on Monday.",
        f"The offer was made by {MACRON} during a meeting with {SCHOLZ} in Rome on Monday.",
        f"{MACRON} used talks with {SCHOLZ} in Rome on Monday to press for peace.",
        f"{MACRON} made the remarks in Rome on Monday after a meeting with {SCHOLZ}.",
        f"{MACRON} met {SCHOLZ} behind closed doors in Rome on Monday.",
        f"{MACRON} on the sidelines of a forum in Rome on Monday met with {SCHOLZ}.",
        f"In the course of a meeting in Rome on Monday, {MACRON} and {SCHOLZ} exchanged views.",
        f"Delegations led by {MACRON} and {SCHOLZ} met in Rome on Monday.",
        f"A French delegation headed by President Emmanuel Macron met {SCHOLZ} in Rome on Monday.",
        f"{MACRON} wants peace. After talks with {SCHOLZ} in Rome on Monday, he said time was short.",
        f"{MACRON} wants peace. His call came at a meeting with {SCHOLZ} in Rome on Monday.",
        f"{MACRON} began a visit to Rome on Monday with talks with {SCHOLZ}.",
        f"{MACRON} had a series of meetings in Rome on Monday, including with {SCHOLZ}.",
        f"{MACRON} has promised {SCHOLZ} more gas. The pair held talks in Rome on Monday.",
        f"{MACRON} has promised {SCHOLZ} more gas. They held talks in Rome on Monday.",
        f"{MACRON} has promised {SCHOLZ} more gas. Their talks in Rome on Monday were short.",
    ],
)
def test_meeting_told_aside(text: str, told: Told) -> None:
    (found,) = told(text, Meeting)
    place = found.place.name if found.place else None
    assert ({p.name for p in found.participants}, place, found.date, found.status) == (
        PAIR,
        "Rome",
        "2022-06-27",
        Status.OCCURRED,
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} informed {SCHOLZ} of the decision by phone on Monday.",
        f"{MACRON} received a telephone call on Monday from {SCHOLZ}.",
        f"{MACRON} was on the phone with {SCHOLZ} on Monday.",
    ],
)
def test_call_told_aside(text: str, told: Told) -> None:
    (found,) = told(text, Meeting)
    assert ({p.name for p in found.participants}, found.place, found.date) == (PAIR, None, "2022-06-27")


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} hopes to meet {SCHOLZ} in Rome.",
        f"{MACRON} and {SCHOLZ} joined calls for a truce on Monday.",
        f"{MACRON} and {SCHOLZ} signed a letter on Monday.",
        f"{MACRON} was hoping for a meeting with {SCHOLZ}.",
        f"{MACRON} said he was ready for talks with {SCHOLZ}.",
        f"{MACRON} tried to arrange a meeting with {SCHOLZ}.",
        f"{MACRON} denied having met {SCHOLZ} in Rome.",
        "Will Emmanuel Macron meet Olaf Scholz in Rome?",
        f"{MACRON} urged {SCHOLZ} to raise the matter at a meeting in Rome.",
        f"{MACRON} spoke about the dispute with {SCHOLZ}.",
    ],
)
def test_what_is_no_meeting(text: str, told: Told) -> None:
    assert told(text, Meeting) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} dropped plans to meet {SCHOLZ}.",
        f"{MACRON} withdrew from talks with {SCHOLZ}.",
        f"A meeting between {MACRON} and {SCHOLZ} was to have taken place in Rome.",
    ],
)
def test_what_came_to_nothing(text: str, told: Told) -> None:
    assert [m.status for m in told(text, Meeting)] == [Status.CANCELLED]


@pytest.mark.parametrize(
    "text",
    [
        "Polish officials met Kenyan officials in Rome on Monday.",
        "Polish diplomats held talks with Kenyan diplomats in Rome on Monday.",
        "Polish officials met with their Kenyan counterparts in Rome on Monday.",
    ],
)
def test_officials_of_one_state_meet_those_of_another(text: str, told: Told) -> None:
    assert [{p.name for p in m.participants} for m in told(text, Meeting)] == [{"Poland", "Kenya"}]


def test_journey_to_meet(told: Told) -> None:
    (found,) = told(f"{MACRON} travelled to Rome to meet {SCHOLZ} on Monday.", Meeting)
    assert (found.date, found.place and found.place.name) == ("2022-06-27", "Rome")


def test_a_call_has_no_place(told: Told) -> None:
    text = f"{MACRON} met Mario Draghi in Rome on Monday after a phone call with {SCHOLZ}."
    assert [m.place for m in told(text, Meeting) if "Olaf Scholz" in {p.name for p in m.participants}] == [
        None
    ]


def test_three_at_one_table(told: Told) -> None:
    (found,) = told(f"{MACRON} met {SCHOLZ} and Mario Draghi in Rome on Monday for three-way talks.", Meeting)
    assert {p.name for p in found.participants} == PAIR | {"Mario Draghi"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MACRON} received a telephone call on Monday from {SCHOLZ}.", [("", "2022-06-27")]),
        (
            f"{MACRON} and {SCHOLZ} had a phone call. The two had met in Rome in March.",
            [("", None), ("Rome", "2022-03")],
        ),
        (
            f"In a call, {MACRON} informed {SCHOLZ} on the outcome of his meeting in Rome with the Polish side.",
            [("", None)],
        ),
        (f"{MACRON} received {SCHOLZ} at Palm House, Warsaw.", [("Warsaw", None)]),
        (f"{MACRON} met {SCHOLZ} at the Presidential Villa, Warsaw, on Monday.", [("Warsaw", "2022-06-27")]),
        (f"{MACRON} landed in Berlin on Monday. A meeting with {SCHOLZ} is also on the agenda.", [("", None)]),
        (f"{MACRON} landed in Berlin on Monday. On his schedule is a meeting with {SCHOLZ}.", [("", None)]),
        (f"{MACRON} landed in Berlin on Monday. He would also call on {SCHOLZ}.", [("", None)]),
        (f"{MACRON} landed in Berlin on Monday. He would call on {SCHOLZ} if asked.", []),
        (f"{MACRON} and {SCHOLZ} launch new chapter in Poland-Lithuania ties.", []),
        ("On Monday Ms Gray said she was keen on the dialogue between Serbia and Kosovo.", []),
        ("Serbia and Kosovo held talks in Rome on Monday.", [("Rome", "2022-06-27")]),
    ],
)  # fmt: skip
def test_where_those_who_call_and_meet_are(
    text: str, expected: list[tuple[str, str | None]], told: Told
) -> None:
    found = [((m.place.name if m.place else ""), m.date) for m in told(text, Meeting)]
    assert sorted(found, key=str) == sorted(expected, key=str)
