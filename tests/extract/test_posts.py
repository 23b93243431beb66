"""Posts by their words: the lexicon with its spellings, and ministers by their portfolios."""

from __future__ import annotations

import pytest

from summitry.graph.mentions.ministers import minister_at
from summitry.graph.mentions.roles import role_index
from summitry.graph.mentions.words import split_words


@pytest.mark.parametrize(
    ("text", "role", "plural"),
    [
        ("Defense Secretary", "defence minister", False),
        ("vice-president", "vice president", False),
        ("Secretary-General", "secretary general", False),
        ("heads of state", "president", True),
        ("ministers of foreign affairs", "foreign minister", True),
        ("national security advisor", "national security adviser", False),
    ],
)
def test_spellings_and_numbers_of_the_lexicon(text: str, role: str, plural: bool) -> None:
    words = tuple(word.text.lower() for word in split_words(text))
    found = [post for post in role_index()[words[0]] if post.words == words]
    assert [(post.role, post.plural) for post in found] == [(role, plural)]


@pytest.mark.parametrize(
    ("text", "role", "end"),
    [
        ("Trade and Industry Minister Vusi Dlamini", "trade minister", "Minister"),
        ("minister of Petroleum and Energy and head of the firm", "oil minister", "Energy"),
        (
            "Deputy Minister for Higher Education, Science and Technology",
            "deputy higher education minister",
            "Technology",
        ),
        ("Foreign Affairs and Trade Minister", "foreign minister", "Minister"),
        ("peace and security commissioner", "commissioner", "commissioner"),
        ("transport and energy ministers", "minister", "ministers"),
    ],
)
def test_ministers_of_any_portfolio(text: str, role: str, end: str) -> None:
    words = split_words(text)
    found = minister_at(words, 0)
    assert found is not None
    assert (found[1].role, words[found[0]].text) == (role, end)


@pytest.mark.parametrize(
    "text", ["trade talks", "the minister of the day", "trade secretary of a union", "Trade and Industry"]
)
def test_words_that_name_no_minister(text: str) -> None:
    assert minister_at(split_words(text), 0) is None
