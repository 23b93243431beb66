"""What has been and what is yet to come: the status of visits and meetings, and the day that is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status, Visit

Told = Callable[..., list]

MEETINGS = {
    "when they meet": (
        "French President Emmanuel Macron hopes to raise it with German Chancellor Olaf Scholz when they meet in Warsaw.",
        [("Warsaw", None, Status.PLANNED)],
    ),
    "when they met": (
        "French President Emmanuel Macron raised it with German Chancellor Olaf Scholz when they met in Warsaw.",
        [("Warsaw", None, Status.OCCURRED)],
    ),
    "arrived for it": (
        "French President Emmanuel Macron has arrived in Warsaw for talks with German Chancellor Olaf Scholz.",
        [("Warsaw", None, Status.PLANNED)],
    ),
    "arrived for it long ago": (
        "In 2019 French President Emmanuel Macron arrived in Warsaw for talks with Chancellor Olaf Scholz.",
        [("Warsaw", "2019", Status.ONGOING)],
    ),
    "one of many": (
        "German Chancellor Olaf Scholz spoke on Monday.\n\nIt was late.\n\nHe left.\n\n"
        "President Emmanuel Macron has been meeting leaders. He met Olaf Scholz in Warsaw.",
        [("Warsaw", None, Status.OCCURRED)],
    ),
    "a headline's president to meet": (
        "# French President to meet Scholz in Warsaw\n\nIt is early days.",
        [("Warsaw", None, Status.PLANNED)],
    ),
    "and later meet": (
        "On Thursday, French President Emmanuel Macron will tour the port and later meet German Chancellor Olaf Scholz.",
        [(None, "2022-06-30", Status.PLANNED)],
    ),
    "set for a day": (
        "French President Emmanuel Macron will host German Chancellor Olaf Scholz. In their talks, set for Thursday, "
        "the two leaders are expected to discuss trade.",
        [(None, "2022-06-30", Status.PLANNED)],
    ),
    "prepares to come at the end of the month": (
        "French President Emmanuel Macron prepares to visit Warsaw at the end of June for talks with Chancellor Olaf Scholz.",
        [("Warsaw", "2022-06", Status.PLANNED)],
    ),
    "on the programme": (
        "Talks between French President Emmanuel Macron and German Chancellor Olaf Scholz are on the programme.",
        [(None, None, Status.PLANNED)],
    ),
    "under consideration": (
        "A meeting of French President Emmanuel Macron with German Chancellor Olaf Scholz is under consideration.",
        [],
    ),
    "beside officials of a state": (
        "On Monday the French President, Emmanuel Macron, met Prime Minister Fumio Kishida and U.S. officials.",
        [(None, "2022-06-27", Status.OCCURRED)],
    ),
    "he who spoke after talks": (
        "French President Emmanuel Macron flew in on Sunday. Speaking after talks with President Andrzej Duda on Monday, he was brief.",
        [(None, "2022-06-27", Status.OCCURRED)],
    ),
    "talks scheduled": (
        "Talks between French President Emmanuel Macron and Chancellor Olaf Scholz, scheduled for Thursday, come at a bad time.",
        [(None, "2022-06-30", Status.PLANNED)],
    ),
    "they, of whom a paragraph stands between": (
        "French President Emmanuel Macron received German Chancellor Olaf Scholz on Monday.\n\nWine was served.\n\n"
        "They last met in Warsaw in March.",
        [(None, "2022-06-27", Status.OCCURRED), ("Warsaw", "2022-03", Status.OCCURRED)],
    ),
    "the two, not who came before": (
        "French President Emmanuel Macron held talks with Chancellor Olaf Scholz in Warsaw on Monday. The trip comes a week after "
        "Polish President Andrzej Duda visited Lyon. The two leaders will meet again in Riga in August.",
        [("Warsaw", "2022-06-27", Status.OCCURRED), ("Riga", "2022-08", Status.PLANNED)],
    ),
    "before and after": (
        "French President Emmanuel Macron spoke to the press before and after talks with German Chancellor Olaf Scholz.",
        [(None, None, Status.OCCURRED)],
    ),
    "while somewhere for days": (
        "While in Warsaw on 3-5 June, French President Emmanuel Macron met German Chancellor Olaf Scholz.",
        [("Warsaw", None, Status.OCCURRED)],
    ),
    "talks of several days": (
        "French President Emmanuel Macron held talks with German Chancellor Olaf Scholz on 3-5 June.",
        [(None, "2022-06-03", Status.OCCURRED)],
    ),
    "comes after": (
        "The move comes after a meeting between Emmanuel Macron and Olaf Scholz in Warsaw on Saturday.",
        [("Warsaw", "2022-06-25", Status.OCCURRED)],
    ),
    "the day before": (
        "French President Emmanuel Macron left on 24 June after meeting with Olaf Scholz the day before.",
        [(None, "2022-06-23", Status.OCCURRED)],
    ),
    "on the agenda": (
        "The agenda includes talks of French President Emmanuel Macron with German Chancellor Olaf Scholz.",
        [(None, None, Status.PLANNED)],
    ),
    "pushed back to": (
        "French President Emmanuel Macron's planned meeting with German Chancellor Olaf Scholz was pushed back to Thursday.",
        [(None, "2022-06-30", Status.PLANNED)],
    ),
}
VISITS = {
    "called off in the next sentence": (
        "French President Emmanuel Macron was to visit Poland on Friday. The trip has been cancelled.",
        [("Poland", "2022-07-01", Status.CANCELLED)],
    ),
    "called off by himself": (
        "French President Emmanuel Macron was to go to Poland and Latvia on Friday. He has called off the trip, his office said.",
        [("Poland", "2022-07-01", Status.CANCELLED), ("Latvia", "2022-07-01", Status.CANCELLED)],
    ),
    "plans for him": (
        "Plans for French President Emmanuel Macron to visit Poland have been scrapped.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "plans dropped": (
        "French President Emmanuel Macron dropped plans to visit Poland.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "no longer plans": (
        "French President Emmanuel Macron no longer plans to visit Poland.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "fell through": (
        "French President Emmanuel Macron's trip to Poland fell through.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "will not take place": (
        "French President Emmanuel Macron's planned visit to Poland will not take place.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "after all": (
        "French President Emmanuel Macron will not go to Poland after all.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "was due but": (
        "French President Emmanuel Macron was due in Poland on Friday but cancelled the trip.",
        [("Poland", "2022-07-01", Status.CANCELLED)],
    ),
    "a state cancels it": (
        "Poland called off a visit by French President Emmanuel Macron.",
        [("Poland", None, Status.CANCELLED)],
    ),
    "invitation accepted": (
        "French President Emmanuel Macron accepted an invitation to visit Poland in July.",
        [("Poland", "2022-07", Status.PLANNED)],
    ),
    "talks during a visit": (
        "French President Emmanuel Macron will hold talks in Warsaw on Friday during an official visit.",
        [("Poland", "2022-07-01", Status.PLANNED)],
    ),
    "then heads on": (
        "French President Emmanuel Macron will then head to Poland on Friday.",
        [("Poland", "2022-07-01", Status.PLANNED)],
    ),
    "slated": (
        "French President Emmanuel Macron's two-day Warsaw visit slated from Friday will go ahead.",
        [("Poland", "2022-07-01", Status.PLANNED)],
    ),
    "a visit with an aim": (
        "French President Emmanuel Macron's visit to Poland on Monday is aimed at trade.",
        [("Poland", "2022-06-27", Status.ONGOING)],
    ),
    "back there": (
        "French President Emmanuel Macron was back in Warsaw on Monday.",
        [("Poland", "2022-06-27", Status.OCCURRED)],
    ),
    "among those expected": (
        "Among those expected in Poland on Friday is French President Emmanuel Macron.",
        [("Poland", "2022-07-01", Status.PLANNED)],
    ),
    "when he arrives": (
        "French President Emmanuel Macron will be asked about it when he arrives in Poland.",
        [("Poland", None, Status.PLANNED)],
    ),
    "a headline's journey": (
        "# Macron travelling to Poland next week\n\nIt is early days.",
        [("Poland", "2022-07", Status.PLANNED)],
    ),
    "also taken there": (
        "French President Emmanuel Macron arrived in Rome on Monday on a tour that will also take him to Poland and Greece.",
        [
            ("Italy", "2022-06-27", Status.OCCURRED),
            ("Poland", None, Status.PLANNED),
            ("Greece", None, Status.PLANNED),
        ],
    ),
    "also taken there that month": (
        "French President Emmanuel Macron visited Rome in April on a tour that also took him to Poland and Greece.",
        [
            ("Italy", "2022-04", Status.OCCURRED),
            ("Poland", "2022-04", Status.OCCURRED),
            ("Greece", "2022-04", Status.OCCURRED),
        ],
    ),
    "pushed back": (
        "French President Emmanuel Macron was to arrive in Poland on 1 June 2022 but the visit was pushed back at his request.",
        [("Poland", "2022-06-01", Status.CANCELLED)],
    ),
    "pushed back against": (
        "While attending a forum in Poland, French President Emmanuel Macron pushed back against the plan.",
        [("Poland", None, Status.OCCURRED)],
    ),
    "to prepare for it": (
        "The French minister is in Warsaw to prepare for President Emmanuel Macron's visit to Poland.",
        [("Poland", None, Status.PLANNED)],
    ),
    "another visit's month": (
        "President Emmanuel Macron's visit to Poland comes a year after the Polish premier's November 2009 trip to Berlin.",
        [("Poland", "2022-06-28", Status.ONGOING)],
    ),
}


@pytest.mark.parametrize("case", MEETINGS)
def test_a_meeting_is_told_as_it_stands(told: Told, case: str) -> None:
    text, rows = MEETINGS[case]
    found = [(m.place and m.place.name, m.date, m.status) for m in told(text, Meeting)]
    assert found == rows


@pytest.mark.parametrize("case", VISITS)
def test_a_visit_is_told_as_it_stands(told: Told, case: str) -> None:
    text, rows = VISITS[case]
    found = [
        (v.state.name, v.date, v.status) for v in told(text, Visit) if v.visitor.name == "Emmanuel Macron"
    ]
    assert found == rows
