"""Visits paid: who went where, and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Status, Visit

Told = Callable[..., list[Visit]]


def _row(visit: Visit) -> tuple[str, str | None, str | None, str | None, Status]:
    state, city = visit.state.name if visit.state else None, visit.city.name if visit.city else None
    return visit.visitor.name, state, city, visit.date, visit.status


CASES = {
    "direct": (
        "Russian President Vladimir Putin visited China on Monday.",
        ("Vladimir Putin", "China", None, "2022-06-27", Status.OCCURRED),
    ),
    "relative": (
        "Putin praised Tajikistan, which French President Emmanuel Macron visited in May.",
        ("Emmanuel Macron", "Tajikistan", None, "2022-05", Status.OCCURRED),
    ),
    "spoke": (
        "French President Emmanuel Macron said in Warsaw on Monday that talks would go on.",
        ("Emmanuel Macron", "Poland", "Warsaw", "2022-06-27", Status.OCCURRED),
    ),
    "seat": (
        "French President Emmanuel Macron arrived at the White House on Monday.",
        ("Emmanuel Macron", "United States", "Washington", "2022-06-27", Status.OCCURRED),
    ),
    "left": (
        "French President Emmanuel Macron left the Polish capital on Monday after a two-day visit.",
        ("Emmanuel Macron", "Poland", "Warsaw", "2022-06-26", Status.OCCURRED),
    ),
    "stepped off": (
        "French President Emmanuel Macron stepped off his plane in Nairobi on Monday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-27", Status.OCCURRED),
    ),
    "passed through": (
        "French President Emmanuel Macron passed through Fiji on Sunday.",
        ("Emmanuel Macron", "Fiji", None, "2022-06-26", Status.OCCURRED),
    ),
    "flown": (
        "French President Emmanuel Macron was flown to Nairobi on Monday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-27", Status.OCCURRED),
    ),
    "left for": (
        "French President Emmanuel Macron left for Kenya on Monday.",
        ("Emmanuel Macron", "Kenya", None, "2022-06-27", Status.ONGOING),
    ),
    "been to": (
        "French President Emmanuel Macron had been to Nairobi in May.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-05", Status.OCCURRED),
    ),
    "beside": (
        "French President Emmanuel Macron, in Nairobi for talks, goes to Rome on Thursday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", None, Status.ONGOING),
    ),
    "on his way": (
        "French President Emmanuel Macron, already on his way to Kenya, said that talks would go on.",
        ("Emmanuel Macron", "Kenya", None, None, Status.ONGOING),
    ),
    "begun": (
        "French President Emmanuel Macron began his tour on Sunday in Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "received at home": (
        "Polish President Andrzej Duda received French President Emmanuel Macron on Monday.",
        ("Emmanuel Macron", "Poland", None, "2022-06-27", Status.OCCURRED),
    ),
    "met abroad": (
        "In Nairobi on Sunday French President Emmanuel Macron conferred with Kenyan President William Ruto.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "came too": (
        "WARSAW, June 27 — Polish President Andrzej Duda opened the fair. French President Emmanuel Macron came in May.",
        ("Emmanuel Macron", "Poland", "Warsaw", "2022-05", Status.OCCURRED),
    ),
    "cleft": (
        "It was in June 2009 that French President Emmanuel Macron last went to Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2009-06", Status.OCCURRED),
    ),
    "taken by a thing": (
        "French President Emmanuel Macron spoke of the mediation that took him to Nairobi in January.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-01", Status.OCCURRED),
    ),
    "went along": (
        "German Chancellor Olaf Scholz flew to Nairobi on Monday, together with French President Emmanuel Macron.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-27", Status.OCCURRED),
    ),
    "on his way, too": (
        "French President Emmanuel Macron was in Rome on Monday on his way to Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06", Status.ONGOING),
    ),
    "chosen": (
        "French President Emmanuel Macron had chosen Nairobi for his first trip in 2017.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2017", Status.OCCURRED),
    ),
    "first to": (
        "French President Emmanuel Macron was the first European leader to visit Kenya, in June 2009.",
        ("Emmanuel Macron", "Kenya", None, "2009-06", Status.OCCURRED),
    ),
    "opened in person": (
        "French President Emmanuel Macron opened a liaison office in Nairobi on Monday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-27", Status.OCCURRED),
    ),
    "at a site": (
        "French President Emmanuel Macron laid a wreath at the memorial in Nairobi on Monday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-27", Status.OCCURRED),
    ),
    "back from": (
        "French President Emmanuel Macron has just returned from Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", None, Status.OCCURRED),
    ),
    "left in the morning": (
        "French President Emmanuel Macron left Rome on Monday morning for Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-27", Status.ONGOING),
    ),
    "last to": (
        "Emmanuel Macron was the last French president to visit Kenya in June 2009.",
        ("Emmanuel Macron", "Kenya", None, "2009-06", Status.OCCURRED),
    ),
    "the last was": (
        "The last French president to visit Kenya was Nicolas Sarkozy in June 2009.",
        ("Nicolas Sarkozy", "Kenya", None, "2009-06", Status.OCCURRED),
    ),
    "since a year": (
        "French President Emmanuel Macron is the first European leader to visit Kenya since 2010.",
        ("Emmanuel Macron", "Kenya", None, None, Status.OCCURRED),
    ),
    "enabled": (
        "The amnesty enabled French President Emmanuel Macron to visit Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.OCCURRED),
    ),
    "before ending": (
        "French President Emmanuel Macron met Olaf Scholz before ending his visit to Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.OCCURRED),
    ),
    "was among": (
        "French President Emmanuel Macron was among the leaders to arrive in Nairobi on Sunday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "in a common word": (
        "French President Emmanuel Macron was welcomed on arrival in Male on Monday.",
        ("Emmanuel Macron", "Maldives", "Malé", "2022-06-27", Status.OCCURRED),
    ),
    "his of what follows": (
        "Olaf Scholz spoke on Monday. During his recent visit to Kenya, French President Emmanuel Macron said so.",
        ("Emmanuel Macron", "Kenya", None, None, Status.OCCURRED),
    ),
    "Delhi": (
        "NEW DELHI (PTI): French President Emmanuel Macron arrived here on Monday.",
        ("Emmanuel Macron", "India", "New Delhi", "2022-06-27", Status.OCCURRED),
    ),
    "troops at a base": (
        "French President Emmanuel Macron, on a visit to soldiers at a camp outside Nairobi, called for calm.",
        ("Emmanuel Macron", "Kenya", "Nairobi", None, Status.OCCURRED),
    ),
    "called in": (
        "When French President Emmanuel Macron called in at Nairobi on Sunday, nobody knew.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "on his return": (
        "French President Emmanuel Macron told reporters on his return from Kenya on Monday that he was content.",
        ("Emmanuel Macron", "Kenya", None, None, Status.OCCURRED),
    ),
    "months later": (
        "In April 2021 they spoke by telephone. Two months later, French President Emmanuel Macron flew to Nairobi.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2021-06", Status.OCCURRED),
    ),
    "where he arrived": (
        "French President Emmanuel Macron's visit to Kenya is his first. He arrived on Sunday.",
        ("Emmanuel Macron", "Kenya", None, "2022-06-26", Status.OCCURRED),
    ),
    "wrapped up": (
        "French President Emmanuel Macron wrapped up a three-day visit to Kenya on Monday with a call for peace.",
        ("Emmanuel Macron", "Kenya", None, "2022-06-25", Status.OCCURRED),
    ),
    "used a visit": (
        "French President Emmanuel Macron used a visit to Kenya on Sunday to announce aid.",
        ("Emmanuel Macron", "Kenya", None, "2022-06-26", Status.OCCURRED),
    ),
    "forced to land": (
        "French President Emmanuel Macron was forced to land in Nairobi on Sunday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "with another who is dated": (
        "French President Emmanuel Macron flew to Kenya on Sunday. He went to Kenya together with Olaf Scholz.",
        ("Olaf Scholz", "Kenya", None, "2022-06-26", Status.OCCURRED),
    ),
    "behind a clause": (
        "French President Emmanuel Macron visited Rwanda, where he met nurses, and Kenya.",
        ("Emmanuel Macron", "Kenya", None, None, Status.OCCURRED),
    ),
    "during a stopover": (
        "French President Emmanuel Macron met farmers in Nairobi during a stopover on Sunday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "a tour that began in": (
        "It was the last stop of French President Emmanuel Macron's tour, which began in Nairobi on Sunday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "the city": (
        "Nairobi is at peace again. French President Emmanuel Macron visited the city on Sunday.",
        ("Emmanuel Macron", "Kenya", "Nairobi", "2022-06-26", Status.OCCURRED),
    ),
    "following a visit": (
        "This is Emmanuel Macron's sixth trip abroad, following a visit to Kenya in October 2017.",
        ("Emmanuel Macron", "Kenya", None, "2017-10", Status.OCCURRED),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_visit(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert expected in [_row(v) for v in told(text, Visit)]


@pytest.mark.parametrize(
    "text",
    [
        "French President Emmanuel Macron praised Poland's gifts to EU missions in Mali and Kosovo.",
        "French President Emmanuel Macron said on Monday that he may visit Poland.",
        "Neither Emmanuel Macron nor German Chancellor Olaf Scholz travelled to Egypt.",
        "French President Emmanuel Macron returned to Paris on Monday.",
        "Russian President Vladimir Putin has not been invited to Poland.",
        "French President Emmanuel Macron opened an inquiry into the attack in Warsaw on Monday.",
        "If French President Emmanuel Macron visits Poland, farmers will protest.",
        "French President Emmanuel Macron hopes to visit Poland soon.",
        "Polish President Andrzej Duda hopes that French President Emmanuel Macron will visit Warsaw.",
        "Polish President Andrzej Duda looked forward to welcoming French President Emmanuel Macron in Warsaw.",
        "French President Emmanuel Macron was asked about a visit to Poland.",
        "French President Emmanuel Macron will address the forum in Warsaw by video link.",
        "French President Emmanuel Macron reached out to Poland.",
        "French President Emmanuel Macron has probably gone to Poland.",
        "It is not known when French President Emmanuel Macron entered Poland.",
        "French President Emmanuel Macron came under fire in Poland.",
        "French President Emmanuel Macron remains popular in Poland.",
        "French President Emmanuel Macron denied reports that he planned to visit Poland.",
        "French President Emmanuel Macron returned the painting to Poland.",
        "WARSAW, June 27 — Neither French President Emmanuel Macron nor German Chancellor Olaf Scholz came.",
    ],
)
def test_no_visit(text: str, told: Told) -> None:
    assert told(text, Visit) == []


def test_foreign_trips(told: Told) -> None:
    text = (
        "Russian President Vladimir Putin made only two foreign trips last year. "
        "He met US President Joe Biden in Geneva in June 2021, then Indian Prime Minister Narendra Modi "
        "in New Delhi in December 2021."
    )
    rows = [_row(v) for v in told(text, Visit)]
    assert ("Vladimir Putin", "Switzerland", "Geneva", "2021-06", Status.OCCURRED) in rows
    assert ("Vladimir Putin", "India", "New Delhi", "2021-12", Status.OCCURRED) in rows
