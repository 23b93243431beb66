"""Whose a summit is: of a state and a region, of an organisation in brackets, of heads of state; not of guests' organisations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Summit

Told = Callable[..., list[Summit]]

NAMES = {
    "state and region": ("The Russia-Africa summit was held in Sochi on Monday.", {"Russia-Africa Summit"}),
    "demonyms": ("The Turkish-African summit was held in Istanbul on Monday.", {"Turkey-Africa Summit"}),
    "known by another name": ("The China-Arab summit was held in Jeddah on Monday.", {"China-Arab States Summit"}),
    "only near by": ("On his tour of Africa he will attend the NATO summit in Lisbon with Russia watching.", {"NATO Summit"}),
    "in brackets": (
        "He flies to Durban on Monday for a summit with the leaders of Brazil, Russia, India and China (BRICS).",
        {"BRICS Summit"},
    ),
    "region": ("A summit of Sahel and Saharan leaders opens in Tripoli on Monday.", {"CEN-SAD Summit"}),
    "heads of states": ("The plan passed at the SADC Heads of States Meeting in Lusaka in 2016.", {"SADC Summit"}),
    "region alone": ("The Western Balkans summit was held in Tirana on Monday.", {"Western Balkans Summit"}),
    "state and region of two words": ("The China-Central Asia summit was held in Xi'an on Monday.", {"China-Central Asia Summit"}),
    "of the UN": ("The UN climate summit was held in Glasgow on Monday.", {"Climate Summit"}),
    "guests in a row": ("Partners, including the EU, Canada and Japan, will attend the Nadi summit on Monday.", {"Nadi summit"}),
    "region of two parts": ("Latin American and Caribbean leaders gathered in Havana on Monday.", {"CELAC Summit"}),
    "taken for a verb": ("Macky Sall will not be represented at the ECOWAS leaders meeting in Lomé on Thursday.", {"ECOWAS Summit"}),
    "plural taken for a verb": ("Macky Sall was invited to the 40th and 41st ECOWAS summits due to be held in Lomé on Thursday.", {"40th ECOWAS Summit"}),
    "members named": ("The meeting of the presidents of Armenia, Belarus, Kazakhstan, Kyrgyzstan and Russia is to be held in Almaty on Thursday.", {"EAEU Summit"}),
    "process of a town": ("The ninth Berlin Process summit was held in Tirana on Monday.", {"9th Berlin Process Summit"}),
    "when it began": ("The Berlin Process summit was initiated in 2014 by Germany.", set()),
    "a club that gathers": ("The Visegrad Group gathered in Budapest on Monday.", {"Visegrad Group Summit"}),
    "one of them": ("Petr Pavel came to Budapest on Monday, where he met other leaders of the Visegrad Group.", {"Visegrad Group Summit"}),
    "members of a council": (
        "Xi Jinping attended the 22nd meeting of the Council of Heads of State of the Shanghai Cooperation Organization Member States on Monday.",
        {"22nd SCO Summit"},
    ),
    "curled": ("The 25th APEC Economic Leaders’ Meeting, held in Lima on Monday, was the largest.", {"APEC Summit"}),
    "of two leaders": ("The two leaders’ meeting in Lima on Monday was long.", set()),
    "a member's country": (
        "Zelensky attends a Nordic summit in Helsinki on Thursday. At the summit, he will meet Sauli Niinisto, whose country joined NATO.",
        {"Nordic Summit"},
    ),
    "assembly": ("The 40th session of the AU Assembly opened in Kigali on Monday.", {"40th African Union Summit"}),
    "guests": (
        "The SADC summit opens in Lusaka on Thursday. He will receive envoys from the European Union and the OSCE at the summit.",
        {"SADC Summit"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_whose_it_is(told: Told, text: str, expected: set[str]) -> None:
    assert {s.name_or_org for s in told(text, Summit)} == expected
