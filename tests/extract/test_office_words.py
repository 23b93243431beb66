"""Offices whose state is told by the words around: "Oman's delegate X", "the kingdom's envoy", "of landlocked Bolivia"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, set[Held]]] = {
    "what is said of a state before its name": (
        "2021-09-30",
        "Luis Arce, president of landlocked and gas-rich Bolivia, did not come.",
        {("Luis Arce", "president", "Bolivia", False)},
    ),
    "a deputy before the adjective of a state": (
        "2021-09-30",
        "Deputy Omani Trade Minister Said Harib called on Vice Chinese Premier Lu Anping.",
        {
            ("Said Harib", "deputy trade minister", "Oman", False),
            ("Lu Anping", "deputy prime minister", "China", False),
        },
    ),
    "trade representatives and undersecretaries": (
        "2021-09-30",
        "Deputy U.S. Trade Representative Ann Whitlow heard Philippine Finance Undersecretary Jose Ibarra out.",
        {
            ("Ann Whitlow", "deputy trade representative", "United States", False),
            ("Jose Ibarra", "finance undersecretary", "Philippines", False),
        },
    ),
    "central banks called after their states": (
        "2021-09-30",
        "Bank of Thailand Governor Somchai Rattan wrote to the governor of the Reserve Bank of Fiji, Seru Tabua.",
        {
            ("Somchai Rattan", "central bank governor", "Thailand", False),
            ("Seru Tabua", "central bank governor", "Fiji", False),
        },
    ),
    "leaders before somebody else's name": (
        "2021-09-30",
        "U.S. Trade Secretary Ann Whitlow is in Accra. After talks with Ghanaian leaders, Whitlow spoke of a good day.",
        {("Ann Whitlow", "trade secretary", "United States", False)},
    ),
    "deputies of directors": (
        "2021-09-30",
        "Oleg Sidorov, deputy director of Zavod, was told of Peru. Ivan Petrov, deputy director of the World Bank, wrote to Anna Berg, an assistant director of the International Monetary Fund.",
        {
            ("Ivan Petrov", "deputy director", "World Bank", False),
            ("Anna Berg", "assistant director", "IMF", False),
        },
    ),
    "words before a name": (
        "2014-04-04",
        "Kuwait was host. Qatar's representative Hassan Qasim, deputy finance minister, spoke last.",
        {("Hassan Qasim", "deputy finance minister", "Qatar", False)},
    ),
    "a land named before": (
        "2010-02-11",
        "Nepali monks protested, and the country's ambassador to Japan, Ganesh Thapa, apologised.",
        {("Ganesh Thapa", "ambassador", "Nepal", False)},
    ),
    "an ambassador of one state to another": (
        "2011-03-13",
        "Ambassador of Cuba to Angola, Pedro Soto, and the ambassador of Laos in Hanoi Kham Vong were invited.",
        {("Pedro Soto", "ambassador", "Cuba", False), ("Kham Vong", "ambassador", "Laos", False)},
    ),
    "at the United Nations, with others of the state": (
        "2010-01-20",
        "Defence Secretary Robert Gates, Permanent Representative to the United Nations Jane Doe and National Security "
        "Adviser James Jones flew in.",
        {
            ("Robert Gates", "defence minister", "United States", False),
            ("Jane Doe", "permanent representative", "United States", False),
            ("James Jones", "national security adviser", "United States", False),
        },
    ),
    "what somebody used to be": (
        "2020-02-20",
        "Miroslav Lajcak used to be foreign minister of Slovakia. He used to serve as a minister.",
        {("Miroslav Lajčák", "foreign minister", "Slovakia", True)},
    ),
    "a president and his staff": (
        "2020-09-09",
        "French President Emmanuel Macron's diplomatic adviser Emmanuel Bonne and Viktor Orban's spokesman, Zoltan Kovacs, met.",
        {
            ("Emmanuel Macron", "president", "France", False),
            ("Emmanuel Bonne", "adviser", "France", False),
            ("Zoltan Kovacs", "spokesperson", "Hungary", False),
        },
    ),
    "a secretary of a ministry": (
        "2016-08-08",
        "Kenya's permanent secretary James Ndegwa spoke.",
        {("James Ndegwa", "permanent secretary", "Kenya", False)},
    ),
    "a foreign minister by another name": (
        "2023-02-21",
        "South Africa's Minister of International Relations and Cooperation, Naledi Pandor, wrote.",
        {("Naledi Pandor", "foreign minister", "South Africa", False)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_office(name: str, posts: Callable[..., set[Held]]) -> None:
    published, text, expected = CASES[name]
    assert posts(text, published) == expected
