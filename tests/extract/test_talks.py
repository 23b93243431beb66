"""Meetings by nouns and by phone, by pronouns and groups; and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status

Told = Callable[..., list[Meeting]]


def row(found: Meeting) -> tuple[set[str], str | None, str | None, Status]:
    place = found.place.name if found.place else None
    return {p.name for p in found.participants}, place, found.date, found.status


MACRON_SCHOLZ = {"Emmanuel Macron", "Olaf Scholz"}
CASES = {
    "phone": (
        "French President Emmanuel Macron told German Chancellor Olaf Scholz by telephone on Monday that he agreed.",
        (MACRON_SCHOLZ, None, "2022-06-27", Status.OCCURRED),
    ),
    "in a call": (
        "French President Emmanuel Macron said in a phone call with German Chancellor Olaf Scholz on Monday that he agreed.",
        (MACRON_SCHOLZ, None, "2022-06-27", Status.OCCURRED),
    ),
    "planned": (
        "French President Emmanuel Macron has a meeting lined up with German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, None, None, Status.PLANNED),
    ),
    "two of them": (
        "French President Emmanuel Macron praised German Chancellor Olaf Scholz when the two met in Warsaw on Monday.",
        (MACRON_SCHOLZ, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "they": (
        "French President Emmanuel Macron told German Chancellor Olaf Scholz so when they met in Warsaw on Monday.",
        (MACRON_SCHOLZ, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "discussed": (
        "French President Emmanuel Macron and German Chancellor Olaf Scholz discussed trade on Monday.",
        (MACRON_SCHOLZ, None, "2022-06-27", Status.OCCURRED),
    ),
    "said after": (
        "French President Emmanuel Macron spoke on Monday after meeting German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, None, "2022-06-27", Status.OCCURRED),
    ),
    "in a hotel": (
        "French President Emmanuel Macron met German Chancellor Olaf Scholz at a hotel in Warsaw on Monday.",
        (MACRON_SCHOLZ, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "hyphen": (
        "Emmanuel Macron greeted Olaf Scholz. Reporters were kept from the Macron-Scholz talks in Warsaw on Monday.",
        (MACRON_SCHOLZ, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "at talks": (
        "French President Emmanuel Macron and German Chancellor Olaf Scholz finished the text at talks in Warsaw on Monday.",
        (MACRON_SCHOLZ, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "told by one of them": (
        "French President Emmanuel Macron said that trade was discussed during talks with German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, None, None, Status.OCCURRED),
    ),
    "condolences by phone": (
        "French President Emmanuel Macron offered his condolences to German Chancellor Olaf Scholz in a call on Monday.",
        (MACRON_SCHOLZ, None, "2022-06-27", Status.OCCURRED),
    ),
    "during a trip that fell through": (
        "French President Emmanuel Macron cancelled a trip to Warsaw, where he was scheduled to meet German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, "Warsaw", None, Status.CANCELLED),
    ),
    "followed": (
        "The summit will follow a meeting between French President Emmanuel Macron and German Chancellor Olaf Scholz in May 2022.",
        (MACRON_SCHOLZ, None, "2022-05", Status.OCCURRED),
    ),
    "officials of two states": (
        "Polish and Kenyan officials met in Warsaw on Monday.",
        ({"Poland", "Kenya"}, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "representatives from two states": (
        "Representatives from Poland and Kenya held talks in Warsaw on Monday.",
        ({"Poland", "Kenya"}, "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "skipped": (
        "French President Emmanuel Macron will skip talks with German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, None, None, Status.CANCELLED),
    ),
    "agreed by phone": (
        "French President Emmanuel Macron and German Chancellor Olaf Scholz agreed on aid during a phone call on Monday.",
        (MACRON_SCHOLZ, None, "2022-06-27", Status.OCCURRED),
    ),
    "a trip cancelled to meet": (
        "French President Emmanuel Macron cancelled a trip to Warsaw to meet German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, None, None, Status.CANCELLED),
    ),
    "chaired by two": (
        "The commission will be chaired by French President Emmanuel Macron and German Chancellor Olaf Scholz.",
        (MACRON_SCHOLZ, None, None, Status.PLANNED),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_meeting(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert expected in [row(m) for m in told(text, Meeting)]


@pytest.mark.parametrize(
    "text",
    [
        "French President Emmanuel Macron welcomed German Chancellor Olaf Scholz as he arrived at the airport.",
        "In Warsaw French President Emmanuel Macron was to have met German Chancellor Olaf Scholz.",
        "French President Emmanuel Macron praised Foreign Minister Catherine Colonna; both discussed the budget.",
    ],
)
def test_no_meeting(text: str, told: Told) -> None:
    assert told(text, Meeting) == []


AGAIN = {
    "one place": (
        "met in Warsaw on March 3 and May 5.",
        {("2022-03-03", "Warsaw"), ("2022-05-05", "Warsaw")},
    ),
    "two places": (
        "met in Warsaw on March 3, 2022 and in Riga on May 5, 2022.",
        {("2022-03-03", "Warsaw"), ("2022-05-05", "Riga")},
    ),
    "two days": ("met in Warsaw on March 3 and 4.", {("2022-03-03", "Warsaw")}),
    "something else": ("met in Warsaw on March 3 and on May 5 flew to Riga.", {("2022-03-03", "Warsaw")}),
}


@pytest.mark.parametrize("case", AGAIN)
def test_who_met_on_two_days_met_twice(told: Told, case: str) -> None:
    words, wanted = AGAIN[case]
    found = told(f"French President Emmanuel Macron and German Chancellor Olaf Scholz {words}", Meeting)
    assert {(m.date, m.place and m.place.name) for m in found} == wanted


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Macron will inspect the guard in Warsaw, followed by talks with Chancellor Olaf Scholz.",
            Status.PLANNED,
        ),
        (
            "Macron met Andrzej Duda in Warsaw, followed by talks with Chancellor Olaf Scholz.",
            Status.OCCURRED,
        ),
    ],
)  # fmt: skip
def test_what_follows_is_held_by_whom_the_clause_tells_of(told: Told, text: str, status: Status) -> None:
    found = told(f"French President Emmanuel {text}", Meeting)
    assert [m.status for m in found if {p.name for p in m.participants} == MACRON_SCHOLZ] == [status]


def test_what_follows_a_noun_is_nobodys(told: Told) -> None:
    text = "The speech, followed by talks with Chancellor Olaf Scholz, was praised by French President Emmanuel Macron."
    assert told(text, Meeting) == []
