"""Offices that verbs and appositions give, and those that pass from one to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Office

Told = Callable[..., list[Office]]
Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, Held]] = {
    "the predecessor of a name": (
        "2022-05-01",
        "German Chancellor Olaf Scholz spoke. Scholz's predecessor Angela Merkel kept silent.",
        ("Angela Merkel", "chancellor", "Germany", True),
    ),
    "his predecessor": (
        "2021-02-01",
        "Niger's president, Ousmane Issaka, was sworn in; his predecessor, Abdou Tandja, looked on.",
        ("Abdou Tandja", "president", "Niger", True),
    ),
    "takes over": (
        "2022-09-20",
        "Kenya's president William Ruto took over from Uhuru Kenyatta.",
        ("Uhuru Kenyatta", "president", "Kenya", True),
    ),
    "a second post": (
        "2015-05-01",
        "Isabel de Saint Malo, Panama's vice president and foreign minister at once, was waiting.",
        ("Isabel de Saint Malo", "foreign minister", "Panama", False),
    ),
    "a relative clause": (
        "2022-12-01",
        "Poland's Defence Minister Mariusz Blaszczak, who is also a deputy prime minister, waited on the quay.",
        ("Mariusz Błaszczak", "deputy prime minister", "Poland", False),
    ),
    "at the time": (
        "2017-12-01",
        "He went to Tunisia in 2013, when Erdogan was prime minister.",
        ("Recep Tayyip Erdoğan", "prime minister", "Turkey", True),
    ),
    "until a year": (
        "2011-06-01",
        "Thabo Mbeki, his country's president until 2008, mediates.",
        ("Thabo Mbeki", "president", "South Africa", True),
    ),
    "a deputy": (
        "2022-05-01",
        "The Kremlin's deputy chief of staff Ivan Petrenkov slipped into Chisinau.",
        ("Ivan Petrenkov", "deputy chief of staff", "Russia", False),
    ),
    "ministers of a movement": (
        "2022-05-01",
        "The Taliban's acting foreign minister, Amir Khan Muttaqi, met his plane.",
        ("Amir Khan Muttaqi", "foreign minister", "Afghanistan", False),
    ),
    "chiefs of staff": (
        "2017-12-26",
        "The chiefs of general staff of three countries - Turkey's Hulusi Akar, Sudan's Omer Adawi and Qatar's "
        "Ghanim al-Shaheen - met.",
        ("Omer Adawi", "chief of general staff", "Sudan", False),
    ),
    "resigned as": (
        "2022-11-01",
        "Liz Truss resigned as British prime minister in October.",
        ("Liz Truss", "prime minister", "United Kingdom", True),
    ),
    "served as": (
        "2011-11-01",
        "Thabo Mbeki, who served as president of South Africa for nine years, spoke.",
        ("Thabo Mbeki", "president", "South Africa", True),
    ),
    "who heads an organisation": (
        "2022-05-01",
        "Jens Stoltenberg, who leads NATO, spoke.",
        ("Jens Stoltenberg", "secretary general", "NATO", False),
    ),
    "who runs a ministry": (
        "2022-05-01",
        "The Foreign Ministry, led by Hakan Ostberg of Sweden, spoke. Swedish Foreign Minister Hakan Ostberg agreed.",
        ("Hakan Ostberg", "foreign minister", "Sweden", False),
    ),
    "the staff of an organisation's head": (
        "2016-11-01",
        "UN Secretary-General Ban Ki-moon regrets it, his deputy spokesman Farhan Haq said.",
        ("Farhan Haq", "deputy spokesperson", "UN", False),
    ),
    "elected": (
        "2023-05-11",
        "Rashid Karimdin was elected president of Malawi on Tuesday.",
        ("Rashid Karimdin", "president", "Malawi", False),
    ),
    "took office": (
        "2023-05-11",
        "Viktor Sarkov took office as Fiji's defence minister on Monday.",
        ("Viktor Sarkov", "defence minister", "Fiji", False),
    ),
    "took over": (
        "2023-05-11",
        "Viktor Sarkov took over as prime minister of Laos.",
        ("Viktor Sarkov", "prime minister", "Laos", False),
    ),
    "was until a year": (
        "2023-05-11",
        "Jorge Barrantes, who was foreign minister of Chad until 2015, said trade would grow.",
        ("Jorge Barrantes", "foreign minister", "Chad", True),
    ),
    "from year to year": (
        "2023-05-11",
        "Idris Oyelana, defence minister of Gambia from 2005 to 2015, said trade would grow.",
        ("Idris Oyelana", "defence minister", "Gambia", True),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_post_is_read(name: str, posts: Callable[..., set[tuple[str, str, str, bool]]]) -> None:
    published, text, expected = CASES[name]
    assert expected in posts(text, published)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "French President Emmanuel Macron said Ukraine must win, spokesman Adam Ostin said in Ukraine.",
            "Emmanuel Macron",
        ),
        (
            "Foreign ministers Ann Weller and Bo Stern met in Oslo with Russian President Vladimir Putin.",
            "Vladimir Putin",
        ),
        ("The Chinese foreign minister, Wang Yi, replaced nobody as prime minister.", "Wang Yi"),
    ],
)
def test_whose_post_is_left_open(text: str, person: str, told: Told) -> None:
    assert {o.person.name for o in told(text, Office)} <= {person, "Adam Ostin"}
    assert not any(o.of is not None and o.of.name == "Ukraine" for o in told(text, Office))


@pytest.mark.parametrize(
    "text",
    ["Viktor Sarkov lost the race for president of Ecuador.", "Nobody was sworn in as president of Nepal."],
)
def test_a_post_that_is_sought_or_given_names_nobody(text: str, told: Told) -> None:
    assert not told(text, Office)
