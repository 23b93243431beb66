"""Visits and meetings that a sentence takes for granted, as the rest of the article tells of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status, Visit

Told = Callable[..., list]

MEETINGS = {
    "a headline's talks": (
        "# Premier in Paris for talks with Macron\n\n"
        "German Chancellor Olaf Scholz will meet French President Emmanuel Macron in Paris on Thursday.",
        [("2022-06-30", Status.PLANNED)],
    ),
    "a headline's present": (
        "# Scholz meets Macron\n\nGerman Chancellor Olaf Scholz will meet French President Emmanuel Macron on Thursday.",
        [("2022-06-30", Status.PLANNED)],
    ),
    "a headline's present of what has been": (
        "# Scholz meets Macron\n\nGerman Chancellor Olaf Scholz met French President Emmanuel Macron on Monday.",
        [("2022-06-27", Status.OCCURRED)],
    ),
}
VISITS = {
    "welcomed and to come": (
        "The envoy praised German Chancellor Olaf Scholz's visit to France. Scholz will pay a visit to Paris.",
        [("Paris", None, Status.PLANNED)],
    ),
    "ahead of what has been": (
        "Ahead of Chancellor Olaf Scholz's arrival in France, streets were closed. Scholz arrived in Paris.",
        [("Paris", None, Status.OCCURRED)],
    ),
    "paid": (
        "German Chancellor Olaf Scholz paid a visit to Paris in 2019. Scholz will travel to Paris on Thursday.",
        [("Paris", "2019", Status.OCCURRED), ("Paris", "2022-06-30", Status.PLANNED)],
    ),
    "days to come": (
        "Officials released the programme of German Chancellor Olaf Scholz's journey to France on July 28-29.",
        [(None, "2022-07-28", Status.PLANNED)],
    ),
}


@pytest.mark.parametrize("case", MEETINGS)
def test_a_meeting_is_as_the_others_tell(told: Told, case: str) -> None:
    text, rows = MEETINGS[case]
    assert [(m.date, m.status) for m in told(text, Meeting)] == rows


@pytest.mark.parametrize("case", VISITS)
def test_a_visit_is_as_the_others_tell(told: Told, case: str) -> None:
    text, rows = VISITS[case]
    assert [(v.city and v.city.name, v.date, v.status) for v in told(text, Visit)] == rows
