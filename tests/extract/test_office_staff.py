"""Offices of staff, envoys and chairs: whose they are by the words behind the post, and posts that go together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, set[Held]]] = {
    "an adviser for something to the president": (
        "2017-04-10",
        "Zambian President Edgar Lungu will travel. The Special Assistant for Press and Public Relations to the President, "
        "Amos Chanda, announced the trip.",
        {
            ("Edgar Lungu", "president", "Zambia", False),
            ("Amos Chanda", "adviser", "Zambia", False),
        },
    ),
    "a spokesman at a ministry": (
        "2021-02-02",
        "Egypt was told first. Nils Berg, a spokesman at Norway's foreign ministry, confirmed the call.",
        {("Nils Berg", "spokesperson", "Norway", False)},
    ),
    "a minister's spokesman": (
        "2014-05-06",
        "The Libyan defence minister spokesman Omar Najjar gave no figures.",
        {("Omar Najjar", "spokesperson", "Libya", False)},
    ),
    "a party's spokesman is no state's": (
        "2019-06-01",
        "Finnish President Sauli Niinisto spoke. Centre Party spokeswoman Liisa Korhonen did not.",
        {("Sauli Niinistö", "president", "Finland", False)},
    ),
    "a mediator is of those who send him": (
        "2015-09-20",
        "The ECOWAS mediator for Burkina Faso, Macky Sall, arrived with the AU special envoy for Burkina Faso Edem Kodjo.",
        {
            ("Macky Sall", "mediator", "ECOWAS", False),
            ("Edem Kodjo", "special envoy", "African Union", False),
        },
    ),
    "a chair of an organisation and a head of state are one": (
        "2018-08-17",
        "The Chairman of the SADC Council and President of Namibia, Hage Geingob, opened the meeting.",
        {
            ("Hage Geingob", "chairman", "SADC", False),
            ("Hage Geingob", "president", "Namibia", False),
        },
    ),
    "the head of a ruling council": (
        "2018-05-18",
        "Libya's Presidency Council head Fayez al-Sarraj called on the head of Russia's Security Council, Nikolai Patrushev.",
        {
            ("Fayez al-Sarraj", "chairman", "Libya", False),
            ("Nikolai Patrushev", "security council secretary", "Russia", False),
        },
    ),
    "a post at a committee of parliament": (
        "2020-10-10",
        "Elena Popa, head of the parliament's energy committee, spoke to Moldovan President Igor Dodon.",
        {("Igor Dodon", "president", "Moldova", False)},
    ),
    "no word between a post and its state": (
        "2018-03-15",
        "President Turkmenistan Gurbanguly Berdimuhamedow and Foreign Minister Israel Katz sent letters.",
        {
            ("Gurbanguly Berdimuhamedow", "president", "Turkmenistan", False),
            ("Israel Katz", "foreign minister", "Israel", False),
        },
    ),
    "a dateline is nobody's state": (
        "2017-11-12",
        "MANILA, Philippines President Trump landed on Sunday.",
        {("Donald Trump", "president", "United States", False)},
    ),
    "an assistant secretary for lands": (
        "2019-09-02",
        "The Assistant Secretary of State for East Asian and Pacific Affairs David Stilwell flew to Tokyo.",
        {("David Stilwell", "assistant secretary of state", "United States", False)},
    ),
    "an adjective, and where an ambassador is": (
        "2013-10-10",
        "Hungary's outspoken and Serbia's combative ambassador to Geneva, Zoran Ilic, left the hall.",
        {("Zoran Ilic", "ambassador", "Serbia", False)},
    ),
    "what else somebody is to the same person": (
        "2019-11-20",
        "Sri Lankan President Gotabaya Rajapaksa spoke. Rajapaksa's predecessor and rival Maithripala Sirisena stayed away.",
        {
            ("Gotabaya Rajapaksa", "president", "Sri Lanka", False),
            ("Maithripala Sirisena", "president", "Sri Lanka", True),
        },
    ),
    "who was it then": (
        "2019-02-02",
        "It recalled Evo Morales, and then president of Ecuador, Rafael Correa.",
        {("Rafael Correa", "president", "Ecuador", True)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_office(name: str, posts: Callable[..., set[Held]]) -> None:
    published, text, expected = CASES[name]
    assert posts(text, published) == expected
