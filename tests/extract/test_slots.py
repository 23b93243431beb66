"""The slots of events: the day, the city and the status that belong to each, however the sentence puts them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status, Summit, Visit

Told = Callable[..., list[Visit | Meeting | Summit]]
HE, SHE = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"
OCCURRED, PLANNED, CANCELLED = Status.OCCURRED, Status.PLANNED, Status.CANCELLED

VISITS = {  # published on Tuesday, 28 June 2022
    "told on another day": (
        f"{HE} said on Monday he would travel to Rome on Thursday.",
        ("Rome", "2022-06-30", PLANNED),
    ),
    "ahead of": (
        f"{HE} was speaking on Monday ahead of a visit to Rome on Thursday.",
        ("Rome", "2022-06-30", PLANNED),
    ),
    "eve": (
        f"On the eve of his visit to Rome on Thursday, {HE} called for peace.",
        ("Rome", "2022-06-30", PLANNED),
    ),
    "planned for": (
        f"{HE}'s visit to Rome, planned for 5 July, will be short.",
        ("Rome", "2022-07-05", PLANNED),
    ),
    "cancelled, planned for": (
        f"{HE} postponed his trip to Rome, which had been planned for Thursday.",
        ("Rome", "2022-06-30", CANCELLED),
    ),
    "cancelled, coming": (
        f"{HE} has cancelled his visit to Rome on Thursday.",
        ("Rome", "2022-06-30", CANCELLED),
    ),
    "cancelled, past": (f"{HE} had been due to visit Rome on Monday.", ("Rome", "2022-06-27", CANCELLED)),
    "day after": (
        f"{HE} met {SHE} in Paris on Monday, a day after visiting Rome.",
        ("Rome", "2022-06-26", OCCURRED),
    ),
    "days after": (
        f"{HE} met {SHE} in Paris on Monday, two days after a visit to Rome.",
        ("Rome", "2022-06-25", OCCURRED),
    ),
    "day before": (
        f"{HE} met {SHE} in Paris on Sunday, the day before he flew to Rome.",
        ("Rome", "2022-06-27", OCCURRED),
    ),
    "beginning": (
        f"{HE} is to pay a two-day visit to Rome beginning Thursday.",
        ("Rome", "2022-06-30", PLANNED),
    ),
    "the last time": (f"The last time {HE} visited Rome was in 2019.", ("Rome", "2019", OCCURRED)),
    "upon": (f"Upon arriving in Rome on Sunday, {HE} called for peace.", ("Rome", "2022-06-26", OCCURRED)),
    "no longer": (f"{HE} will no longer travel to Rome on 12 July.", ("Rome", "2022-07-12", CANCELLED)),
    "not as planned": (
        f"{HE} will not travel to Rome on Thursday as planned.",
        ("Rome", "2022-06-30", CANCELLED),
    ),
    "plans scrapped": (
        f"{HE} has scrapped plans to visit Rome on 12 July.",
        ("Rome", "2022-07-12", CANCELLED),
    ),
    "stops, days first": (
        f"On Saturday {HE} was in Athens, on Sunday in Rome and on Monday in Madrid.",
        ("Rome", "2022-06-26", OCCURRED),
    ),
    "stops of a tour": (
        f"{HE}'s tour will take him to Athens on Thursday and to Rome on Friday.",
        ("Rome", "2022-07-01", PLANNED),
    ),
}


@pytest.mark.parametrize("name", VISITS)
def test_visit(name: str, told: Told) -> None:
    text, expected = VISITS[name]
    visits = [v for v in told(text, Visit) if isinstance(v, Visit) and v.visitor.name == "Emmanuel Macron"]
    assert expected in [(v.city.name if v.city else None, v.date, v.status) for v in visits]


MEETINGS = {
    "since then": (
        f"{HE} and {SHE} have not met since November 2021, when they held talks in Rome.",
        ("Rome", "2021-11", OCCURRED),
    ),
    "called off": (
        f"{HE}'s meeting with {SHE} in Rome, planned for Thursday, was cancelled.",
        ("Rome", "2022-06-30", CANCELLED),
    ),
    "fell through": (
        f"{HE} and {SHE} were due to meet in Rome on Monday but the talks were cancelled.",
        ("Rome", "2022-06-27", CANCELLED),
    ),
    "came for": (
        f"{HE} arrived in Rome on Monday for a meeting with {SHE} on Wednesday.",
        ("Rome", "2022-06-29", PLANNED),
    ),
    "there, in a state": (
        f"{HE} is in Athens. On Wednesday he flies to Italy. There he will be received by {SHE} on Thursday.",
        ("Italy", "2022-06-30", PLANNED),
    ),
    "same day, after a day to come": (
        f"{HE} was in Rome on Monday, will be in Athens on Thursday. In the afternoon he received {SHE}.",
        (None, "2022-06-27", OCCURRED),
    ),
    "there": (f"{HE} arrived in Rome on Monday. There he met {SHE}.", ("Rome", "2022-06-27", OCCURRED)),
    "day before": (
        f"{HE} spoke on Monday. He had met {SHE} the day before in Rome.",
        ("Rome", "2022-06-26", OCCURRED),
    ),
}


@pytest.mark.parametrize("name", MEETINGS)
def test_meeting(name: str, told: Told) -> None:
    text, expected = MEETINGS[name]
    found = [m for m in told(text, Meeting) if isinstance(m, Meeting)]
    assert expected in [(m.place.name if m.place else None, m.date, m.status) for m in found]


SUMMITS = {
    "year in its name": (f"At the 2021 NATO summit in Brussels {HE} called for peace.", "2021"),
    "eve": (f"On the eve of the NATO summit in Madrid, {HE} called for peace on Tuesday.", "2022-06-29"),
}


@pytest.mark.parametrize("name", SUMMITS)
def test_summit(name: str, told: Told) -> None:
    text, day = SUMMITS[name]
    assert day in [s.date for s in told(text, Summit) if isinstance(s, Summit)]


@pytest.mark.parametrize(
    "text", [f"{HE} denied that he had met {SHE}.", f"{HE} called for a meeting with {SHE}."]
)
def test_never_took_place(text: str, told: Told) -> None:
    assert told(text, Meeting) == []
