"""Who met whom, where the words for it are unusual: courtesies, purposes, titles, guests in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Meeting, Status

Told = Callable[..., list[Meeting]]
Row = tuple[set[str], str | None, str | None, Status]

NORDIC = "Norwegian Prime Minister Jonas Gahr Støre"
STORE, NIINISTO, RUTTE, MACRON = "Jonas Gahr Støre", "Sauli Niinistö", "Mark Rutte", "Emmanuel Macron"


def rows(found: list[Meeting]) -> list[Row]:
    return [
        ({p.name for p in m.participants}, m.place.name if m.place else None, m.date, m.status) for m in found
    ]


IN_A_ROW = {
    "days and places": (
        f"{NORDIC} will meet Finnish President Sauli Niinistö in Helsinki on Thursday, and Swedish Prime Minister "
        "Magdalena Andersson in Stockholm on Friday.",
        [
            ({STORE, NIINISTO}, "Helsinki", "2022-06-30", Status.PLANNED),
            ({STORE, "Magdalena Andersson"}, "Stockholm", "2022-07-01", Status.PLANNED),
        ],
    ),
    "the next day": (
        "French President Emmanuel Macron is to receive Polish President Andrzej Duda on Wednesday and Spanish Prime Minister "
        "Pedro Sánchez the next day.",
        [
            ({MACRON, "Andrzej Duda"}, None, "2022-06-29", Status.PLANNED),
            ({MACRON, "Pedro Sánchez"}, None, "2022-06-30", Status.PLANNED),
        ],
    ),
    "the last without a day": (
        "German Chancellor Olaf Scholz met Italian Prime Minister Mario Draghi in Rome in March, Greek Prime Minister Kyriakos "
        "Mitsotakis in Athens in April and then Portuguese Prime Minister António Costa in Lisbon.",
        [
            ({"Olaf Scholz", "Mario Draghi"}, "Rome", "2022-03", Status.OCCURRED),
            ({"Olaf Scholz", "Kyriakos Mitsotakis"}, "Athens", "2022-04", Status.OCCURRED),
            ({"Olaf Scholz", "António Costa"}, "Lisbon", None, Status.OCCURRED),
        ],
    ),
    "by a noun": (
        "In talks with Kenyan President Uhuru Kenyatta in Nairobi on Sunday and Ugandan President Yoweri Museveni in Kampala "
        "on Monday, Dutch Prime Minister Mark Rutte spoke of water.",
        [
            ({RUTTE, "Uhuru Kenyatta"}, "Nairobi", "2022-06-26", Status.OCCURRED),
            ({RUTTE, "Yoweri Museveni"}, "Kampala", "2022-06-27", Status.OCCURRED),
        ],
    ),
    # the second name begins a clause of its own
    "who speaks": (
        "French President Emmanuel Macron met Polish President Andrzej Duda in Warsaw on Monday, and Lithuanian President "
        "Gitanas Nausėda on Tuesday called for haste.",
        [({MACRON, "Andrzej Duda"}, "Warsaw", "2022-06-27", Status.OCCURRED)],
    ),
}


@pytest.mark.parametrize("name", IN_A_ROW)
def test_guests_in_a_row_have_days_of_their_own(name: str, told: Told) -> None:
    text, expected = IN_A_ROW[name]
    assert sorted(rows(told(text, Meeting)), key=str) == sorted(expected, key=str)


COURTESIES = {
    "a minor minister": "Finnish President Sauli Niinistö was welcomed by Kenyan Tourism Minister Alfred Mutua.",
    "of lower rank": "Finnish President Sauli Niinistö landed in Nairobi on Monday. He was greeted by Vice President William Ruto.",
    "his own ambassador": "The French ambassador to Kenya, Aline Kuster-Menager, welcomed French President Emmanuel Macron.",
    "with the crowd": "Kenyan President Uhuru Kenyatta was met by Finnish President Sauli Niinistö and hundreds of onlookers.",
    "on the tarmac": "Finnish President Sauli Niinistö was met with flowers and received on the tarmac by Dutch Prime Minister Mark Rutte.",
}


@pytest.mark.parametrize("name", COURTESIES)
def test_a_greeting_on_arrival_is_no_meeting(name: str, told: Told) -> None:
    assert told(COURTESIES[name], Meeting) == []


def test_a_ruler_who_receives_another_meets_him(told: Told) -> None:
    text = "Finnish President Sauli Niinistö landed in Nairobi. He was received by Kenyan President Uhuru Kenyatta."
    assert [people for people, *_ in rows(told(text, Meeting))] == [{NIINISTO, "Uhuru Kenyatta"}]


CLAUSES = {
    "quoted": (
        "“We agree,” Finnish President Sauli Niinistö was quoted by newspapers as saying at a meeting with Dutch Prime Minister "
        "Mark Rutte in Turku.",
        [({NIINISTO, RUTTE}, "Turku", None, Status.OCCURRED)],
    ),
    "given a welcome": (
        f"{NORDIC} will be given a military welcome in Helsinki on Thursday, followed by discussions with Finnish President "
        "Sauli Niinistö.",
        [({STORE, NIINISTO}, "Helsinki", "2022-06-30", Status.PLANNED)],
    ),
    "his office said": (
        f"{NORDIC} will travel to Finland in August, his office said on Monday, and hold talks with President Sauli Niinistö.",
        [({STORE, NIINISTO}, None, None, Status.PLANNED)],
    ),
    "there for talks": (
        f"{NORDIC} is in Helsinki for talks with Finnish President Sauli Niinistö.",
        [({STORE, NIINISTO}, "Helsinki", None, Status.ONGOING)],
    ),
    "side by side": (
        "Finnish President Sauli Niinistö and Swedish Prime Minister Magdalena Andersson were to dine alone, and then meet with "
        "Turkish President Recep Tayyip Erdoğan and NATO Secretary General Jens Stoltenberg.",
        [
            (
                {NIINISTO, "Magdalena Andersson", "Recep Tayyip Erdoğan", "Jens Stoltenberg"},
                None,
                None,
                Status.PLANNED,
            ),
        ],
    ),
    "day of leaving": (
        f"{NORDIC} set off on Monday to meet Finnish President Sauli Niinistö.",
        [({STORE, NIINISTO}, None, None, Status.PLANNED)],
    ),
    "on a trip": (
        f"{NORDIC} will meet Finnish President Sauli Niinistö on a trip to Turku on Thursday.",
        [({STORE, NIINISTO}, "Turku", "2022-06-30", Status.PLANNED)],
    ),
    "also": (
        f"In Helsinki on Thursday, {NORDIC} will meet President Sauli Niinistö. Støre will also see Prime Minister Sanna Marin.",
        [
            ({STORE, NIINISTO}, "Helsinki", "2022-06-30", Status.PLANNED),
            ({STORE, "Sanna Marin"}, "Helsinki", "2022-06-30", Status.PLANNED),
        ],
    ),
    "also, long ago": (
        f"In Helsinki on Thursday, {NORDIC} will meet President Sauli Niinistö. Støre also met Prime Minister Sanna Marin.",
        [
            ({STORE, NIINISTO}, "Helsinki", "2022-06-30", Status.PLANNED),
            ({STORE, "Sanna Marin"}, None, None, Status.OCCURRED),
        ],
    ),
    "on something with somebody": (
        f"{NORDIC} held discussions on fisheries, trade and energy cooperation with Finnish President Sauli Niinistö.",
        [({STORE, NIINISTO}, None, None, Status.OCCURRED)],
    ),
    "rung one by one": (
        "Finnish President Sauli Niinistö met Swedish Prime Minister Magdalena Andersson in May. Norwegian Prime Minister Jonas "
        "Gahr Støre rang the two leaders separately on Monday.",
        [
            ({NIINISTO, "Magdalena Andersson"}, None, "2022-05", Status.OCCURRED),
            ({STORE, NIINISTO}, None, "2022-06-27", Status.OCCURRED),
            ({STORE, "Magdalena Andersson"}, None, "2022-06-27", Status.OCCURRED),
        ],
    ),
    "no grounds": ("Oslo sees no reason for talks between Jonas Gahr Støre and Sauli Niinistö.", []),
    "those of then": (
        "The pact was signed in Oslo in May 1994 by the presidents of Finland and Poland.",
        [],
    ),
    "secretary": (
        "U.S. Secretary of State Antony Blinken will travel to Finland. The Secretary will meet President Sauli Niinistö, "
        "and Secretary Blinken will call on Foreign Minister Pekka Haavisto.",
        [
            ({"Antony Blinken", NIINISTO}, None, None, Status.PLANNED),
            ({"Antony Blinken", "Pekka Haavisto"}, None, None, Status.PLANNED),
        ],
    ),
}


@pytest.mark.parametrize("name", CLAUSES)
def test_who_met_in_clauses_of_other_shapes(name: str, told: Told) -> None:
    text, expected = CLAUSES[name]
    assert sorted(rows(told(text, Meeting)), key=str) == sorted(expected, key=str)
