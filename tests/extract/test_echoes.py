"""Meetings that a later sentence takes up without names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status

Told = Callable[..., list[Meeting]]
MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"


def _rows(found: list[Meeting]) -> list[tuple[str | None, str | None, Status]]:
    return [(m.place.name if m.place else None, m.date, m.status) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MACRON} met {SCHOLZ} in Rome. The talks took place on Monday.", ("Rome", "2022-06-27", Status.OCCURRED)),
        (f"{MACRON} has met {SCHOLZ}, it was said. The meeting was held in Rome on Monday.", ("Rome", "2022-06-27", Status.OCCURRED)),
        (f"{MACRON} will meet {SCHOLZ} on Thursday. The two-hour meeting takes place in Rome.", ("Rome", "2022-06-30", Status.PLANNED)),
        (f"{MACRON} was to meet {SCHOLZ} in Rome. The meeting has been cancelled.", ("Rome", None, Status.CANCELLED)),
        # other meetings
        (f"{MACRON} met {SCHOLZ} in Rome. The ministerial meeting took place on Monday.", ("Rome", None, Status.OCCURRED)),
        (f"{MACRON} met {SCHOLZ} in Rome. The meeting of the committee was held on Monday.", ("Rome", None, Status.OCCURRED)),
    ],
)  # fmt: skip
def test_meeting_taken_up(text: str, expected: tuple[str | None, str | None, Status], told: Told) -> None:
    assert _rows(told(text, Meeting)) == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{MACRON} visited Rome on Monday. Macron held talks with {SCHOLZ}.", "Rome"),
        (f"Mario Draghi met {SCHOLZ} in Rome on Monday. He also met {MACRON}.", "Rome"),
        (f"{MACRON} met {SCHOLZ} on Monday at the start of a visit to Rome.", "Rome"),
        # by telephone, and where two places are told of one day
        (f"{MACRON} visited Rome on Monday. Macron spoke by phone with {SCHOLZ}.", None),
        (
            f"{MACRON} visited Rome on Monday. {SCHOLZ} visited Oslo on Monday. The two discussed gas on Monday.",
            None,
        ),
    ],
)
def test_place_taken_over(text: str, place: str | None, told: Told) -> None:
    found = [m for m in told(text, Meeting) if "Olaf Scholz" in {p.name for p in m.participants}]
    assert {m.place.name if m.place else None for m in found} == {place}
