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
    "where, with its land": (
        f"{MACRON} flew on Monday to Naples, Italy, where he met {SCHOLZ}.",
        (PAIR, "Naples", "2022-06-27", Status.OCCURRED),
    ),
    "guest": (f"{MACRON} was {SCHOLZ}'s guest in Rome on Monday.", (PAIR, "Rome", "2022-06-27", Status.OCCURRED)),
    "with him": (f"{MACRON} will be in Rome with {SCHOLZ} on Thursday.", (PAIR, "Rome", "2022-06-30", Status.PLANNED)),
    "expects": (f"{SCHOLZ} expects {MACRON} in Rome on Thursday.", (PAIR, "Rome", "2022-06-30", Status.PLANNED)),
    "signed": (
        f"{MACRON} signed a treaty with {SCHOLZ} in Rome on Monday.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "signed by": (
        f"A treaty was signed in Rome by {MACRON} and {SCHOLZ} on Monday.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "embraced": (f"{MACRON} and {SCHOLZ} embraced in Rome on Monday.", (PAIR, "Rome", "2022-06-27", Status.OCCURRED)),
    "handed": (
        f"{MACRON} handed the keys to {SCHOLZ} in Rome on Monday.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "next to": (
        f"Standing next to {SCHOLZ} in Rome on Monday, {MACRON} spoke of gas.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "fronted": (
        f"Received by {SCHOLZ} in Rome on Monday, {MACRON} called for peace.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "in order to": (
        f"{MACRON} was in Rome on Monday to see {SCHOLZ}.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "went to see": (
        f"{MACRON} went to see {SCHOLZ} in Rome on 29 July.",
        (PAIR, "Rome", "2021-07-29", Status.OCCURRED),
    ),
    "days of talks": (f"{MACRON} wrapped up two days of talks with {SCHOLZ} in Rome.", (PAIR, "Rome", None, Status.OCCURRED)),
    "dinner for": (
        f"{MACRON} gave a dinner in honour of {SCHOLZ} in Rome on Monday.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "between, after the verb": (
        f"A meeting was held in Rome on Monday between {MACRON} and {SCHOLZ}.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "was to have met": (f"{MACRON} was to have met {SCHOLZ} in Rome.", (PAIR, "Rome", None, Status.CANCELLED)),
    "due at": (f"{MACRON} is due at the palace for talks with {SCHOLZ}.", (PAIR, None, None, Status.PLANNED)),
    "but called off": (
        f"{MACRON} was due to meet {SCHOLZ} in Rome, but the German called off the appointment.",
        (PAIR, "Rome", None, Status.CANCELLED),
    ),
    "is to begin": (f"Talks between {MACRON} and {SCHOLZ} are to begin in Rome.", (PAIR, "Rome", None, Status.PLANNED)),
    "awaits him there": (f"{MACRON} flies to Rome, where {SCHOLZ} is awaiting him on Thursday.", (PAIR, "Rome", "2022-06-30", Status.PLANNED)),
    "expected by": (f"{MACRON} flies to Rome, where he is expected on Thursday by {SCHOLZ}.", (PAIR, "Rome", "2022-06-30", Status.PLANNED)),
    "flanked": (f"{MACRON}, flanked by {SCHOLZ}, spoke of gas.", (PAIR, None, None, Status.OCCURRED)),
    "hours with": (f"{MACRON} was with {SCHOLZ} for two hours on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "chat": (f"{MACRON} had a chat with {SCHOLZ} on Monday.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "face-to-face": (f"{MACRON}'s face-to-face with {SCHOLZ} took place in Rome.", (PAIR, "Rome", None, Status.OCCURRED)),
    "X and Y's": (
        "Emmanuel Macron and Olaf Scholz's meeting in Rome on Monday was short.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "stops to see": (f"{MACRON} will stop in Rome to see {SCHOLZ}.", (PAIR, "Rome", None, Status.PLANNED)),
    "said after talks": (f"{MACRON} promised help on Monday after talks with {SCHOLZ}.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "told there": (f"{MACRON} went to Rome, where he asked {SCHOLZ} for help.", (PAIR, "Rome", None, Status.OCCURRED)),
    "and be received": (
        f"On Thursday, in Rome, {MACRON} will have talks with Mario Draghi and be received by {SCHOLZ}.",
        (PAIR, "Rome", "2022-06-30", Status.PLANNED),
    ),
    "agreed here": (f"{MACRON} and {SCHOLZ} agreed here on Monday to help.", (PAIR, None, "2022-06-27", Status.OCCURRED)),
    "bare day": (f"{MACRON} met {SCHOLZ} Monday in Rome.", (PAIR, "Rome", "2022-06-27", Status.OCCURRED)),
    "day before the verb": (
        f"{MACRON} on Monday hosted {SCHOLZ} for talks in Rome.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "bare day before the verb": (
        f"{MACRON} Monday received {SCHOLZ} in Rome.",
        (PAIR, "Rome", "2022-06-27", Status.OCCURRED),
    ),
    "pulled out": (f"{MACRON} pulled out of a meeting with {SCHOLZ}.", (PAIR, None, None, Status.CANCELLED)),
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
        f"{MACRON} said he was ready to meet {SCHOLZ}.",
        f"{MACRON} warned that a meeting with {SCHOLZ} was out of the question.",
        f"There are no plans for {MACRON} to meet {SCHOLZ}.",
        f"{MACRON} and {SCHOLZ} signed separate decrees on Monday.",
        f"{MACRON} expects {SCHOLZ} to resign.",
        f"{MACRON} gave his support to {SCHOLZ} on Monday.",
        f"{MACRON} presented a plan to {SCHOLZ}.",
        f"{MACRON} told reporters that {SCHOLZ} was wrong.",
        f"{MACRON} and {SCHOLZ} have shared little since.",
        f"{MACRON} and {SCHOLZ} exchanged letters on Monday.",
        f"{MACRON} said that trade talks with China would begin soon.",
        f"{MACRON} will meet {SCHOLZ} if the strike ends.",
        f"{MACRON}'s call on {SCHOLZ} to act went unheard.",
        f"The treaty was signed by {MACRON} and {SCHOLZ}.",
        f"The idea of a meeting with {SCHOLZ} pleases {MACRON}.",
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


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # those of one state receive, and come, together
        (f"{MACRON} and Foreign Minister Catherine Colonna received {SCHOLZ}.", {"Emmanuel Macron", "Catherine Colonna", "Olaf Scholz"}),
        (f"{MACRON} was to have sat down with {SCHOLZ} and Mario Draghi.", {"Emmanuel Macron", "Olaf Scholz", "Mario Draghi"}),
        (f"Mario Draghi brought together {MACRON} and {SCHOLZ}.", {"Emmanuel Macron", "Olaf Scholz", "Mario Draghi"}),
        (f"{MACRON} spoke with {SCHOLZ} but not with Mario Draghi.", {"Emmanuel Macron", "Olaf Scholz"}),
    ],
)  # fmt: skip
def test_who_sits_at_one_table(text: str, people: set[str], told: Told) -> None:
    (meeting,) = told(text, Meeting)
    assert {p.name for p in meeting.participants} == people


def test_a_minister_announces_his_leaders_meeting(told: Told) -> None:
    text = f"{MACRON} flew to Rome. A meeting with {SCHOLZ} is planned there, Foreign Minister Catherine Colonna said."
    assert all("Catherine Colonna" not in {p.name for p in m.participants} for m in told(text, Meeting))


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} and Mario Draghi had each called on {SCHOLZ}.",
        f"{SCHOLZ} held bilaterals with his counterparts from France (Emmanuel Macron) and Italy (Mario Draghi).",
    ],
)
def test_apart(text: str, told: Told) -> None:
    pairs = {frozenset(p.name for p in m.participants) for m in told(text, Meeting)}
    assert pairs == {PAIR, frozenset({"Olaf Scholz", "Mario Draghi"})}


def test_a_day_before_the_second_meeting_is_not_the_first_ones(told: Told) -> None:
    text = f"{MACRON} will have talks with {SCHOLZ}, and on Thursday a meeting with Mario Draghi."
    assert {
        len(m.participants): m.date
        for m in told(text, Meeting)
        if "Olaf Scholz" in {p.name for p in m.participants}
    } == {2: None}


def test_a_name_in_ed_tells_no_past(told: Told) -> None:
    (meeting,) = told(f"On Thursday Mohammed bin Salman will meet {SCHOLZ}.", Meeting)
    assert meeting.date == "2022-06-30"


def test_what_is_discussed_gives_no_place(told: Told) -> None:
    text = f"{MACRON} and {SCHOLZ} discussed on Monday the war and the peace talks in Astana."
    assert [m.place for m in told(text, Meeting)] == [None]


def test_the_place_of_the_second_of_two_is_that_of_both(told: Told) -> None:
    text = f"{MACRON} and {SCHOLZ}, who are currently in Rome, sat down for talks."
    assert [m.place and m.place.name for m in told(text, Meeting)] == ["Rome"]


def test_a_sentence_of_long_ago_takes_no_day_from_the_lead(told: Told) -> None:
    text = (
        f"{MACRON} met Mario Draghi on Monday.\n\n"
        "On June 2, it was said that at the end of a telephone conversation between Emmanuel Macron and Olaf Scholz all had been agreed."
    )
    assert {m.date for m in told(text, Meeting) if "Olaf Scholz" in {p.name for p in m.participants}} == {
        None
    }


def test_a_coming_meeting_has_no_day_of_the_past(told: Told) -> None:
    text = f"Mario Draghi held talks on Monday to prepare an upcoming meeting between {MACRON} and {SCHOLZ}."
    assert [(m.date, m.status) for m in told(text, Meeting)] == [(None, Status.PLANNED)]


def test_a_day_is_taken_up_from_the_paragraph_before(told: Told) -> None:
    text = (
        "Hakan Fidan met Annalena Baerbock on May 8 in Rome.\n\nOn May 9, Fidan met Hanke Bruins Slot.\n\n"
        "Then, Fidan met Antonio Tajani."
    )
    days = {m.participants[1].name: m.date for m in told(text, Meeting, "2023-05-11")}
    assert days["Antonio Tajani"] == "2023-05-09"


def test_who_plays_host_meets_the_guest(told: Told) -> None:
    (meeting,) = told("Hakan Fidan played host to Annalena Baerbock at the ministry.", Meeting, "2023-05-11")
    assert {p.name for p in meeting.participants} == {"Hakan Fidan", "Annalena Baerbock"}


@pytest.mark.parametrize(
    "text",
    [
        f"It is not planned to organise a phone call between {MACRON} and {SCHOLZ}.",
        f"A meeting between {MACRON} and {SCHOLZ} is being discussed.",
        f"The date of {MACRON}'s phone call with {SCHOLZ} is being negotiated.",
    ],
)
def test_what_is_not_settled_is_no_meeting(text: str, told: Told) -> None:
    assert told(text, Meeting) == []


def test_talks_since_which_nothing_was_done(told: Told) -> None:
    (meeting,) = told(f"They have not spoken since {MACRON}'s talks with {SCHOLZ} in Rome.", Meeting)
    assert meeting.status is Status.OCCURRED
