"""Names beside posts: which words are a name, whose it is, and who cannot hold the post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Office

Told = Callable[..., list[Office]]

CASES: dict[str, tuple[str, set[tuple[str, str, str]]]] = {
    "middle names": (
        "Zambia's President, Edgar Chagwa Lungu, spoke on Monday.",
        {("Edgar Lungu", "president", "Zambia")},
    ),
    "more given names": (
        "Portuguese Prime Minister Antonio Luis Santos da Costa spoke on Monday.",
        {("António Costa", "prime minister", "Portugal")},
    ),
    "a surname that is a people": (
        "Slovenian President Danilo Turk visited Croatia on Monday.",
        {("Danilo Türk", "president", "Slovenia")},
    ),
    "a word before a post": (
        "Subsequently, the French president went home.",
        {("Emmanuel Macron", "president", "France")},
    ),
    "an agency before a post": (
        "According to officials quoted by the Associated Press, the crown prince is due in Rome on Monday.",
        set(),
    ),
    "no people of a continent": ("Latin American leaders Fidel Castro and Hugo Chavez spoke on Monday.", set()),
    "a prince by his given name": (
        "Saudi Crown Prince Mohammed bin Salman left. Prince Mohammed, the leader of Saudi Arabia, will be back.",
        {
            ("Mohammed bin Salman", "crown prince", "Saudi Arabia"),
        },
    ),
    "no queen": (
        "King Felipe VI spoke on Monday. The King and Queen of Spain will be back.",
        {("Felipe VI", "king", "Spain")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_names_beside_posts(name: str, told: Told) -> None:
    text, expected = CASES[name]
    found = {(o.person.name, o.role, o.of.name if o.of else "") for o in told(text, Office)}
    assert found == expected
