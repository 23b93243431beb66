"""When journeys begin and end: told again without their place, by their last day, by the day somebody came home."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.graph.article import read_articles
from summitry.graph.claims import Meeting, Status, Visit
from summitry.graph.extract import Extractor

Told = Callable[..., list]


RUTO = "Kenyan President William Ruto"

VISITS = {  # text -> the first and the last day of the visits, the latest told first day last
    "a trip from Sunday": (
        f"{RUTO} will visit Peru in July. During his four-day trip from July 10, he plans to meet Dina Boluarte.",
        [("2022-07-10", None)],
    ),
    "a trip from one day to another": (
        f"{RUTO} will travel to Peru in July, the ministry said. Ruto's trip from July 10 to 12 will be his first.",
        [("2022-07-10", "2022-07-12")],
    ),
    "a visit that takes place": (
        f"{RUTO} is to visit Peru. The visit will take place on July 10-12, his office said.",
        [("2022-07-10", "2022-07-12")],
    ),
    "a trip that is set": (
        f"{RUTO} plans to visit Peru. The trip is set for July 10.",
        [("2022-07-10", None)],
    ),
    "begins and ends": (
        f"{RUTO} is to visit Peru soon. The visit begins on July 10 and ends on July 12.",
        [("2022-07-10", "2022-07-12")],
    ),
    "left, and stayed from": (
        f"{RUTO} left Lima on 24 June. During his stay from 22 to 24 June the president saw Dina Boluarte.",
        [("2022-06-22", "2022-06-24")],
    ),
    "came to an end": (
        f"The visit of {RUTO} to Peru came to an end on 24 June.",
        [(None, "2022-06-24")],
    ),
    "home again": (
        f"{RUTO} returned home on 24 June after a three-day visit to Peru.",
        [(None, "2022-06-24")],
    ),
    "the second day": (
        f"{RUTO} saw Dina Boluarte on the second day of his visit to Peru on 24 June.",
        [("2022-06-23", None)],
    ),
    "the last day": (
        f"{RUTO} met Dina Boluarte on 24 June, the last day of his visit to Peru.",
        [(None, "2022-06-24")],
    ),
    "one day for both": (
        f"{RUTO} was in Chile on 26 June. He visited Peru and met Dina Boluarte on 24 June before 25 June's vote.",
        [("2022-06-26", None), ("2022-06-24", None)],
    ),
    "not the day of the announcement": (
        f"{RUTO} is to visit Peru. The visit was announced on 20 June by his office.",
        [(None, None)],
    ),
    "another trip": (
        f"{RUTO} is to visit Peru. The last visit took place on 20 June 2019.",
        [(None, None)],
    ),
    "recalled that on a day": (
        f"Let it be recalled that in May 2020 {RUTO} arrived in Peru for an official visit.",
        [("2020-05", None)],
    ),
    "left his own country": (
        f"{RUTO} left the country on 27 June for a visit to Peru. He should be back in the country on 1 July.",
        [("2022-06-27", None)],
    ),
    "came into his own country": (
        f"{RUTO} flew into the country on 27 June after a three-day visit to Peru.",
        [(None, "2022-06-27")],
    ),
    "years of what is remembered": (
        f"{RUTO} went to Lima to remember the victims of the 1932-1933 famine.",
        [(None, None)],
    ),
}


@pytest.mark.parametrize("name", VISITS)
def test_the_days_of_a_visit(name: str, told: Told) -> None:
    text, expected = VISITS[name]
    assert [(v.date, v.end) for v in told(text, Visit)] == expected


STATUSES = {
    "flew on, told later": (
        f"{RUTO} met Gabriel Boric in Santiago on 20 June before flying to Peru.",
        Status.OCCURRED,
    ),
    "will fly on": (
        f"{RUTO} will meet Gabriel Boric in Santiago on 20 July before flying to Peru.",
        Status.PLANNED,
    ),
    "was supposed to": (
        f"{RUTO} was supposed to visit Peru this week but cancelled the trip.",
        Status.CANCELLED,
    ),
    "scheduled, and postponed": (
        f"The visit of {RUTO} to Peru was scheduled for 27 June, but the president postponed it because of the storm.",
        Status.CANCELLED,
    ),
    "was supposed to have come": (
        f"{RUTO} was supposed to have come to Peru in June.",
        Status.CANCELLED,
    ),
}


@pytest.mark.parametrize("name", STATUSES)
def test_whether_a_visit_took_place(name: str, told: Told) -> None:
    text, expected = STATUSES[name]
    assert [v.status for v in told(text, Visit) if v.state and v.state.name == "Peru"] == [expected]


def test_what_follows_planned_talks_leaves_them_planned(told: Told) -> None:
    text = f"{RUTO} and Dina Boluarte will meet in Lima on 10 July. After the talks, Ruto and Boluarte will sign a pact."
    assert [(m.date, m.status) for m in told(text, Meeting)] == [("2022-07-10", Status.PLANNED)]


def test_a_meeting_long_past_is_not_the_one_to_come(told: Told) -> None:
    text = f"{RUTO} will meet Dina Boluarte in Lima. He was in Peru last week and met Boluarte on 20 June."
    assert sorted((m.date or "", m.status.value) for m in told(text, Meeting)) == [
        ("", "planned"),
        ("2022-06-20", "occurred"),
    ]


MEETINGS = {  # text -> the days of the meetings
    "since another day": (
        f"{RUTO} and Dina Boluarte are meeting for the first time since their dam was inaugurated on 29 May 2015.",
        [None],
    ),
    "what the story came after": (
        f"{RUTO} flew to Chile on 27 June.\n\nThe trip came after Ruto and Dina Boluarte held talks.",
        [None],
    ),
    "also met": (
        f"{RUTO} held talks with officials in Lima on 27 June.\n\nTrade is growing.\n\nRuto was also received by Dina Boluarte.",
        ["2022-06-27"],
    ),
    "before the meeting": (
        f"{RUTO} met Gabriel Boric in Lima on 27 June. Before the meeting, he had held talks with Dina Boluarte.",
        ["2022-06-27", "2022-06-27"],
    ),
    "earlier": (
        f"{RUTO} met Gabriel Boric in Lima on 27 June. Earlier, Ruto had met Dina Boluarte.",
        ["2022-06-27", "2022-06-27"],
    ),
    "as planned": (
        f"{RUTO} will meet Dina Boluarte in Lima, as planned on 1 July.",
        ["2022-07-01"],
    ),
    "which is set": (
        f"{RUTO} will meet Dina Boluarte this week.\n\nHis office was silent about the meeting, which is set to take place on 30 June in Lima.",
        ["2022-06-30"],
    ),
    "on the day of something else": (
        f"{RUTO} met Gabriel Boric in Lima on 27 June. Ruto had received Dina Boluarte in Lima on the day the war began.",
        ["2022-06-27", None],
    ),
    "of another day than the lead": (
        f"Ruto meets Boluarte\n\nWelcoming leaders, {RUTO} received Dina Boluarte of Peru.\n\nOn 24 June, Ruto saw a film.",
        [None],
    ),
    "left, and had met": (
        f"{RUTO} left Lima on 27 June.\n\nTrade is growing.\n\nMany were there.\n\nRuto was received by Dina Boluarte.",
        [None],
    ),
}


@pytest.mark.parametrize("name", MEETINGS)
def test_the_days_of_meetings(name: str, told: Told) -> None:
    text, expected = MEETINGS[name]
    assert [m.date for m in told(text, Meeting)] == expected


def test_a_weekday_that_nobody_can_tell_is_no_other_day(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"{RUTO} met Dina Boluarte in Lima on Tuesday. Ruto had visited Peru on 1 August.\n")
    (article,) = read_articles([path])
    meetings = [c.payload for c in extractor.claims(article) if isinstance(c.payload, Meeting)]
    assert [m.date for m in meetings] == [None]


def test_a_tour_of_a_region_first_begins_nowhere_named(told: Told) -> None:
    text = f"{RUTO} embarked on 27 June on a tour of Europe, Chile and Peru."
    found = told(text, Visit)
    assert [v.date for v in found if v.state and v.state.name == "Chile"] == [None]
    assert {v.status for v in found} == {Status.PLANNED}
