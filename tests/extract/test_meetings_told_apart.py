"""Meetings whose people, day and place stand apart: over sentences, around a saying, in what hangs elsewhere for parsers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status

Told = Callable[..., list[Meeting]]
Row = tuple[frozenset[str], str | None, str | None, Status]
MACRON, SCHOLZ, DRAGHI = (
    "French President Emmanuel Macron",
    "German Chancellor Olaf Scholz",
    "Italian Prime Minister Mario Draghi",
)
TWO, OTHER = frozenset({"Emmanuel Macron", "Olaf Scholz"}), frozenset({"Emmanuel Macron", "Mario Draghi"})
DONE, PLAN = Status.OCCURRED, Status.PLANNED


def _rows(meetings: list[Meeting]) -> set[Row]:
    return {
        (frozenset(p.name for p in m.participants), m.place.name if m.place else None, m.date, m.status)
        for m in meetings
    }


CASES: dict[str, tuple[str, set[Row]]] = {
    "a call, the office said": (
        f"{MACRON} also blamed {DRAGHI} for the delay, in a phone call with {SCHOLZ} on Monday, his office said.",
        {(TWO, None, "2022-06-27", DONE)},
    ),
    "in their first talks": (
        f"{MACRON} will meet {SCHOLZ} in Oslo on Thursday, his office said on Monday, in their first talks this year.",
        {(TWO, "Oslo", "2022-06-30", PLAN)},
    ),
    "discussed with him means": (
        f"{MACRON} on Monday discussed with {SCHOLZ} efforts to end the strike.",
        {(TWO, None, "2022-06-27", DONE)},
    ),
    "received at his office": (
        f"{MACRON} on Monday received at his office in Paris {SCHOLZ}, who brought a letter.",
        {(TWO, "Paris", "2022-06-27", DONE)},
    ),
    "received on a day": (
        f"{MACRON} received here on Monday evening {SCHOLZ} and his delegation.",
        {(TWO, None, "2022-06-27", DONE)},
    ),
    "talks were held with": (
        f"{MACRON} paid a visit to Oslo on Monday. During the visit, talks were held with {SCHOLZ}.",
        {(TWO, "Oslo", "2022-06-27", DONE)},
    ),
    "a visit with somebody": (
        f"In a visit with {SCHOLZ} on Monday, {MACRON} asked for more time.",
        {(TWO, None, "2022-06-27", DONE)},
    ),
    "recalled": (
        f"{MACRON} recalled a telephone conversation with {SCHOLZ} on Sunday.",
        {(TWO, None, "2022-06-26", DONE)},
    ),
    "their last meeting": (
        f"Building on their last meeting in Oslo in May 2022, {MACRON} and {SCHOLZ} will visit a school.",
        {(TWO, "Oslo", "2022-05", DONE)},
    ),
    "who came on another day": (
        f"{MACRON} and {DRAGHI} met in Oslo on Monday.\n\n{MACRON}, who arrived on Sunday at the head of a delegation, "
        f"also called on {SCHOLZ}.\n\nLater in the day he dined with Sanna Marin.",
        {
            (OTHER, "Oslo", "2022-06-27", DONE),
            (TWO, None, "2022-06-27", DONE),
            (frozenset({"Emmanuel Macron", "Sanna Marin"}), "Oslo", "2022-06-27", DONE),
        },
    ),
    "followed talks": (
        f"{MACRON} met with {SCHOLZ}, an aide said.\n\nThe meeting in Oslo followed talks between {MACRON} and {DRAGHI}.",
        {(TWO, "Oslo", None, DONE), (OTHER, None, None, DONE)},
    ),
    "opened in talks": (
        f"{MACRON} opened a new round of peace efforts in Oslo in talks with {SCHOLZ} on the plan.",
        {(TWO, "Oslo", None, DONE)},
    ),
    "counterparts of two states": (
        f"{MACRON} also met his German and Italian counterparts. {SCHOLZ} and {DRAGHI} spoke little.",
        {(TWO, None, None, DONE), (OTHER, None, None, DONE)},
    ),
    "will co-chair": (
        f"{MACRON} and {SCHOLZ} will co-chair a session of the commission in Oslo on Thursday.",
        {(TWO, "Oslo", "2022-06-30", PLAN)},
    ),
    "those he met were": (
        f"{MACRON} came to Oslo on Monday. Among the leaders he met were {SCHOLZ} and {DRAGHI}.",
        {(TWO, "Oslo", "2022-06-27", DONE), (OTHER, "Oslo", "2022-06-27", DONE)},
    ),
    "among others": (
        f"{MACRON} met, among others, {SCHOLZ} and {DRAGHI}.",
        {(TWO, None, None, DONE), (OTHER, None, None, DONE)},
    ),
    "interlocutors": (
        f"Among the interlocutors of {MACRON} in Oslo on Monday were {SCHOLZ} and {DRAGHI}.",
        {(TWO, "Oslo", "2022-06-27", DONE), (OTHER, "Oslo", "2022-06-27", DONE)},
    ),
    "the two last met": (
        f"{MACRON} praised {SCHOLZ}. The two last met in Oslo in May.",
        {(TWO, "Oslo", "2022-05", DONE)},
    ),
    "the last time they met": (
        f"{MACRON} praised {SCHOLZ}. The last time the two met was in Oslo in May.",
        {(TWO, "Oslo", "2022-05", DONE)},
    ),
    "since talks elsewhere": (
        f"{MACRON} and {SCHOLZ} met on Monday, their first meeting since talks in Oslo in May.",
        {(TWO, None, "2022-06-27", DONE), (TWO, "Oslo", "2022-05", DONE)},
    ),
    "first talks since a year": (
        f"{MACRON} and {SCHOLZ} held their first talks since 2019 in Oslo on Monday.",
        {(TWO, "Oslo", "2022-06-27", DONE)},
    ),
    "after another's day": (
        f"{MACRON} will see {SCHOLZ} on Thursday after a day of talks with bankers tomorrow.",
        {(TWO, None, "2022-06-30", PLAN)},
    ),
    "talks due to end": (
        f"{MACRON} and {SCHOLZ} began talks in Oslo. Aides were hopeful about the talks, scheduled to end on Friday.",
        {(TWO, "Oslo", None, DONE)},
    ),
    "proposed that they meet": (
        f"{MACRON} proposed in a letter to {SCHOLZ} that they meet to discuss gas.",
        set(),
    ),
    "by one and on another day by another": (
        f"{MACRON} was received on Sunday by {SCHOLZ} and on Monday by {DRAGHI}.",
        {(TWO, None, "2022-06-26", DONE), (OTHER, None, "2022-06-27", DONE)},
    ),
    "courtesy visit": (
        f"{MACRON} paid a courtesy visit on {SCHOLZ} on Monday.",
        {(TWO, None, "2022-06-27", DONE)},
    ),
    "follow those with": (
        f"{MACRON}'s talks with {SCHOLZ} in Oslo on Monday follow those he held with {DRAGHI} on Sunday.",
        {(TWO, "Oslo", "2022-06-27", DONE), (OTHER, None, "2022-06-26", DONE)},
    ),
    "followed by a dinner": (
        f"Talks between {MACRON} and {SCHOLZ} were followed by a dinner attended also by {DRAGHI}.",
        {(TWO | OTHER, None, None, DONE)},
    ),
    "a day of last year": (
        f"{MACRON} and {SCHOLZ} met in Oslo on October 13 last year.",
        {(TWO, "Oslo", "2021-10-13", DONE)},
    ),
    "vowed not to": (
        f"{MACRON} and {SCHOLZ} vowed not to impose tariffs at a meeting earlier this month.",
        {(TWO, None, "2022-06", DONE)},
    ),
    "their first summit": (
        f"During their first summit on Monday, {MACRON} and {SCHOLZ} agreed on gas.",
        {(TWO, None, "2022-06-27", DONE)},
    ),
    "one by one beside a meeting of three": (
        f"{MACRON}, {SCHOLZ} and {DRAGHI} met in Oslo. {MACRON} also sat down with his German and Italian counterparts separately.",
        {(TWO | OTHER, "Oslo", None, DONE), (TWO, None, None, DONE), (OTHER, None, None, DONE)},
    ),
    "the previous meeting": (
        f"{MACRON} and {SCHOLZ} met in Oslo on Monday. The previous meeting took place in Bergen on May 3.",
        {(TWO, "Oslo", "2022-06-27", DONE), (TWO, "Bergen", "2022-05-03", DONE)},
    ),
    "on the day of something else": (
        f"{MACRON} met {DRAGHI} on Monday.\n\n{MACRON} recalled a telephone talk with {SCHOLZ} on the day he was elected.",
        {(OTHER, None, "2022-06-27", DONE), (TWO, None, None, DONE)},
    ),
    "the news and what was long before": (
        f"{MACRON} met with {SCHOLZ}, an aide said. In May 2019 {MACRON} had met {SCHOLZ} in Oslo.",
        {(TWO, None, None, DONE), (TWO, "Oslo", "2019-05", DONE)},
    ),
    "a town of a region": (
        f"{MACRON} went by train to the Siberian town of Tomsk and met {SCHOLZ}.",
        {(TWO, "Tomsk", None, DONE)},
    ),
    "the two leaders after a quotation": (
        f"{MACRON} will hold talks with {SCHOLZ} in Oslo on Thursday.\n\nSo it was reported. Nothing else is known. The plan was "
        "made in haste. It may change.\n\nThe two leaders last met in Bergen in May.",
        {(TWO, "Oslo", "2022-06-30", PLAN), (TWO, "Bergen", "2022-05", DONE)},
    ),
    "a plan beside a meeting of last year": (
        f"{MACRON} will go to Norway for a meeting with {SCHOLZ}.\n\nThe two leaders met in Oslo last August.",
        {(TWO, "Norway", None, PLAN), (TWO, "Oslo", "2021-08", DONE)},
    ),
    "two, and later three": (
        f"{MACRON} and {SCHOLZ} met in Oslo on Monday.\n\nDuring the trilateral meeting, {MACRON}, {SCHOLZ} and {DRAGHI} will discuss gas.",
        {
            (TWO, "Oslo", "2022-06-27", DONE),
            (TWO | OTHER, None, None, PLAN),
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_meetings_told_apart(told: Told, name: str) -> None:
    text, rows = CASES[name]
    assert _rows(told(text, Meeting)) == rows
