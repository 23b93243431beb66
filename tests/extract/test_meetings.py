"""Meetings: who met whom, where, when, and whether they did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status

Told = Callable[..., list[Meeting]]
MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"


def _row(meeting: Meeting) -> tuple[frozenset[str], str | None, str | None, Status]:
    place = meeting.place.name if meeting.place else None
    return frozenset(p.name for p in meeting.participants), place, meeting.date, meeting.status


PAIR = frozenset({"Emmanuel Macron", "Olaf Scholz"})
CASES = {
    "met": (f"{MACRON} met {SCHOLZ} in Rome on Monday.", (PAIR, "Rome", "2022-06-27", Status.OCCURRED)),
    "talks": (f"{MACRON} and {SCHOLZ} held talks in Rome on Monday.", (PAIR, "Rome", "2022-06-27", Status.OCCURRED)),
    "received": (f"{MACRON} was received by {SCHOLZ} on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "sees": (f"{MACRON} is billed to see {SCHOLZ} on Thursday.", (PAIR, None, "2022-06-30", Status.PLANNED)),
    "called on": (f"{MACRON} called on {SCHOLZ} on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "discussed": (f"{MACRON} discussed gas with {SCHOLZ} on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "breakfast": (f"{MACRON} had breakfast with {SCHOLZ} on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "phoned": (f"{MACRON} phoned {SCHOLZ} on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "where": (
        f"{MACRON} flew to Rome on Monday, where he met {SCHOLZ}.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "cancelled": (f"{MACRON} has called off a meeting with {SCHOLZ}.", (PAIR, None, None, Status.CANCELLED)),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_meeting(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert expected in [_row(m) for m in told(text, Meeting)]


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} called on {SCHOLZ} to send tanks.",
        f"{MACRON} has not met {SCHOLZ} this year.",
        f"{MACRON} would meet {SCHOLZ} only if gas flowed.",
        f"{MACRON} and {SCHOLZ} spoke for moderation.",
        f"{MACRON} sees {SCHOLZ} as a friend.",
    ],
)
def test_no_meeting(text: str, told: Told) -> None:
    assert told(text, Meeting) == []


def test_offset(told: Told) -> None:
    text = f"{MACRON} arrived in Rome today. The trip comes three days after he met {SCHOLZ} in Berlin."
    assert (PAIR, "Berlin", "2022-06-25", Status.OCCURRED) in [_row(m) for m in told(text, Meeting)]


def test_one_by_one(told: Told) -> None:
    text = f"Pope Francis received {MACRON} and {SCHOLZ} on Monday."
    assert all(len(m.participants) == 2 for m in told(text, Meeting))
