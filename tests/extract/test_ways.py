"""Where visits lead: airports, lists behind "such as", gatherings called by their city, ways on and ways back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Visit

Told = Callable[..., list[Visit]]
Row = tuple[str, str | None, str | None]

M, S = "Emmanuel Macron", "Olaf Scholz"
CASES: dict[str, tuple[str, set[Row]]] = {
    "received at an airport": (
        f"{M} was welcomed at Lima International Airport by Peruvian President Pedro Castillo on Sunday.",
        {("Peru", "Lima", "2022-06-26")},
    ),
    "landed at an airport": (f"{M} landed at Kigali International Airport.", {("Rwanda", "Kigali", None)}),
    "an airport near": (
        f"{M} stepped off a plane at Benito Juarez International Airport near Mexico City.",
        {("Mexico", "Mexico City", None)},
    ),
    "the airport's town": (
        f"{M} was received at the airport of Ezeiza by Argentine President Alberto Fernandez.",
        {("Argentina", None, None)},
    ),
    "such as": (
        f"{M} has visited African states such as Kenya, Ghana and Gabon.",
        {("Kenya", None, None), ("Ghana", None, None), ("Gabon", None, None)},
    ),
    "both": (
        f"Laos and Nepal were glad that {M} had travelled to the two countries in May.",
        {("Laos", None, "2022-05"), ("Nepal", None, "2022-05")},
    ),
    "the fair of a city": (f"{M} plans to visit the Milan Expo in July.", {("Italy", "Milan", "2022-07")}),
    "from one to another": (
        f"{M} flew from Bolivia to Lima on Sunday.",
        {("Bolivia", None, "2022-06-26"), ("Peru", "Lima", "2022-06-26")},
    ),
    "comes from": (f"{M} comes from Amiens and has relatives from Chile.", set()),
    "leads those who go": (
        f"{M} led a team of experts to Mongolia in March.",
        {("Mongolia", None, "2022-03")},
    ),
    "leads a party": (f"{M} led his party to victory in March.", set()),
    "on the way": (f"{M} held talks on Sunday on his way to Oslo.", {("Norway", "Oslo", "2022-06")}),
    "twice": (
        f"{M} visited Lima in 2017 and 2019.",
        {("Peru", "Lima", "2017"), ("Peru", "Lima", "2019")},
    ),
    "twice in months": (
        f"{M} visited Lima in March 2017 and again in May 2019.",
        {("Peru", "Lima", "2017-03"), ("Peru", "Lima", "2019-05")},
    ),
    "once": (f"{M} visited Lima in 2017 and in 2019 signed a treaty.", {("Peru", "Lima", "2017")}),
    "made his way": (f"{M} made his way to Oslo on Sunday.", {("Norway", "Oslo", "2022-06-26")}),
    "boarded a plane": (f"{M} boarded a plane for Oslo on Monday.", {("Norway", "Oslo", "2022-06-27")}),
    "en route": (
        f"{M} stopped in Lima on Monday en route to Chad.",
        {("Peru", "Lima", "2022-06-27"), ("Chad", None, "2022-06")},
    ),
    "came back": (f"{M} came back from Oslo on Sunday.", {("Norway", "Oslo", "2022-06-26")}),
    "flew out": (f"{M} flew out of Oslo on Sunday.", {("Norway", "Oslo", "2022-06-26")}),
    "set off": (f"{M} set off for Oslo on Friday.", {("Norway", "Oslo", "2022-06-24")}),
    "several stops": (
        f"{M} will make stops in Oslo and Lima.",
        {("Norway", "Oslo", None), ("Peru", "Lima", None)},
    ),
    "on the way up": (f"Prices were on their way to a record, {M} said.", set()),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_where_visits_lead(told: Told, text: str, expected: set[Row]) -> None:
    found = {(v.state.name, v.city.name if v.city else None, v.date) for v in told(text, Visit) if v.state}
    assert found == expected


def test_what_came_then(told: Told) -> None:
    text = f"It was the first trip since 2016, when {S} travelled to Laos before going to Nepal for a forum."
    assert {v.status for v in told(text, Visit)} == {Status.OCCURRED}
