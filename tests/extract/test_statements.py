"""Statements: the words, and who speaks them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Statement

Told = Callable[..., list[Statement]]
CASES = {
    "behind": ('"We shall build the bridge together," Vladimir Putin said.', "Vladimir Putin"),
    "before": ('Vladimir Putin said: "We shall build the bridge together."', "Vladimir Putin"),
    "inverted": ('"We shall build the bridge together," said Vladimir Putin.', "Vladimir Putin"),
    "told by": (
        '"We shall build the bridge together," Emomali Rahmon was told by Vladimir Putin.',
        "Vladimir Putin",
    ),
    "according": (
        'According to Vladimir Putin, the plan will serve "the people of both our countries".',
        "Vladimir Putin",
    ),
    "alone": (
        'Vladimir Putin said the work was done. "We shall build the bridge together."',
        "Vladimir Putin",
    ),
    "goes on": (
        'Vladimir Putin praised it. "We shall start this summer," he said. "We shall build the bridge together."',
        "Vladimir Putin",
    ),
    "named inside": (
        'Vladimir Putin blamed the weather. "Emomali Rahmon merely did what he could," he told journalists.',
        "Vladimir Putin",
    ),
    "nobody": ('"We shall build the bridge together," the statement read.', None),
    "three words": ('Vladimir Putin said that his country is "counting the planks".', "Vladimir Putin"),
}


@pytest.mark.parametrize("name", CASES)
def test_statement(name: str, told: Told) -> None:
    text, speaker = CASES[name]
    found = told(text, Statement)
    assert found
    assert {s.speaker and s.speaker.name for s in found} == {speaker}


def test_scare_quotes_are_no_statement(told: Told) -> None:
    assert told('The so-called "republic" has no friends, and its "army" has no boots.', Statement) == []


def test_words_are_exact(told: Told) -> None:
    (statement,) = told("“It is  a bridge, isn’t it?” Vladimir Putin asked.", Statement)
    assert statement.quote == "It is  a bridge, isn’t it?"
