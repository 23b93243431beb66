"""Who came to a summit and who stayed away, told in whatever sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Summit

Told = Callable[..., list[Summit]]


def test_absentees(told: Told) -> None:
    (summit,) = told("Vladimir Putin skipped the G20 summit in Bali.", Summit)
    assert [a.name for a in summit.absentees] == ["Vladimir Putin"]
    assert summit.attendees == ()


PRESENT = {
    "list before": ("Joe Biden, Olaf Scholz and Emmanuel Macron attended the meeting.", "Joe Biden; Olaf Scholz; Emmanuel Macron"),
    "list after": ("Taking part are Joe Biden and Olaf Scholz.", "Joe Biden; Olaf Scholz"),
    "owners": ("Also present were Germany's Olaf Scholz and Joe Biden of the United States.", "Olaf Scholz; Joe Biden"),
    "those present": ("Those present at the two-day meeting were Joe Biden and Olaf Scholz.", "Joe Biden; Olaf Scholz"),
    "in attendance": ("In attendance were Joe Biden and Olaf Scholz.", "Joe Biden; Olaf Scholz"),
    "taking part in": ("Taking part in the talks in Madrid are Joe Biden and Olaf Scholz.", "Joe Biden; Olaf Scholz"),
    "aside": ("Joe Biden, who arrived late, will also take part.", "Joe Biden"),
    "as did": ("Joe Biden addressed the meeting, as did Olaf Scholz.", "Joe Biden; Olaf Scholz"),
    "sidelines": ("On the sidelines, Joe Biden met Olaf Scholz.", "Joe Biden; Olaf Scholz"),
    "came": ("Joe Biden landed in Madrid late on Monday.", "Joe Biden"),
    "proxy": ("The country was represented by Olaf Scholz.", "Olaf Scholz"),
}  # fmt: skip


ABSENT = {
    "did not come": "Olaf Scholz did not travel to Madrid.",
    "neither": "Neither Olaf Scholz nor anybody else will come, but Olaf Scholz will not attend either.",
    "home": "Olaf Scholz, ill with a cold, stays at home.",
    "not invited": "Olaf Scholz had not been invited.",
    "unable": "Olaf Scholz is unable to attend.",
    "without": "The leaders met without Olaf Scholz.",
    "missing": "Olaf Scholz was absent.",
}


def _names(found: list[Summit], role: str) -> str:
    (summit,) = found
    return "; ".join(sorted(e.name for e in getattr(summit, role)))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Olaf Scholz has no plans to attend the NATO summit in Madrid on Thursday.", Status.PLANNED),
        ("Olaf Scholz will not travel to Madrid to attend the NATO summit on Thursday.", Status.PLANNED),
        ("Olaf Scholz did not travel to Madrid to attend the NATO summit on June 27.", Status.OCCURRED),
        ("Olaf Scholz left without attending the NATO summit in Madrid on Monday.", Status.OCCURRED),
    ],
)
def test_whoever_does_not_come_for_it_is_away(text: str, status: Status, told: Told) -> None:
    (summit,) = told(text, Summit)
    assert ([e.name for e in summit.absentees], summit.attendees, summit.status) == (
        ["Olaf Scholz"],
        (),
        status,
    )


@pytest.mark.parametrize("name", PRESENT)
def test_attendees_are_told_in_other_sentences(name: str, told: Told) -> None:
    text, people = PRESENT[name]
    found = told(f"The NATO summit was held in Madrid on Monday. {text}", Summit)
    assert _names(found, "attendees") == "; ".join(sorted(people.split("; ")))


@pytest.mark.parametrize("name", ABSENT)
def test_absentees_are_told_in_other_sentences(name: str, told: Told) -> None:
    found = told(f"The NATO summit was held in Madrid on Monday. {ABSENT[name]}", Summit)
    assert (_names(found, "attendees"), _names(found, "absentees")) == ("", "Olaf Scholz")


def test_somebody_sent_instead(told: Told) -> None:
    found = told(
        "The NATO summit was held in Madrid on Monday. Olaf Scholz sent Annalena Baerbock instead.", Summit
    )
    assert (_names(found, "attendees"), _names(found, "absentees")) == ("Annalena Baerbock", "Olaf Scholz")


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden attended a funeral in Paris.",
        "Joe Biden landed in Tokyo late on Monday.",
        "Joe Biden may attend the meeting.",
        "Joe Biden would attend if he were asked.",
    ],
)
def test_presence_elsewhere_or_supposed_is_none(text: str, told: Told) -> None:
    found = told(f"The NATO summit was held in Madrid on Monday. {text}", Summit)
    assert (_names(found, "attendees"), _names(found, "absentees")) == ("", "")


def test_who_says_that_he_stays_away(told: Told) -> None:
    text = "The NATO summit was held in Madrid on Monday. Turkey's Recep Tayyip Erdogan and Hungary's Viktor Orban attended. "
    away = "Andrzej Duda, Olaf Scholz and Mark Rutte have confirmed they will not come to the summit."
    found = told(text + away, Summit)
    assert _names(found, "attendees") == "Recep Tayyip Erdoğan; Viktor Orbán"
    assert _names(found, "absentees") == "Andrzej Duda; Mark Rutte; Olaf Scholz"


def test_who_was_received_in_another_month_is_no_guest(told: Told) -> None:
    text = "The NATO summit will be held in Madrid on Monday. Spain has hosted Olaf Scholz and Andrzej Duda in recent months."
    assert _names(told(text, Summit), "attendees") == ""
