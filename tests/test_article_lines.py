"""Which lines of a text are one piece: wrapped ones joined, glued ones parted."""

from __future__ import annotations

import pytest

from tests.blocks_of_text import ONE, THREE, TWO, page, words

# Text that begins within a line, after a word of a menu or a sentence that lost its break.
GLUED = [
    ("NEXT NEWSLeaders open talks in Accra", ["Leaders open talks in Accra"]),
    ("READ MORELeaders open talks in Accra", ["Leaders open talks in Accra"]),
    ("Read moreLeaders open talks in Accra", ["Leaders open talks in Accra"]),
    (ONE + THREE, [ONE, THREE]),
    (ONE + TWO, [ONE, TWO]),
    ("The agency Trend.Az said that he left.", ["The agency Trend.Az said that he left."]),
    (
        "The U.S. president met him at the U.N. in New York.",
        ["The U.S. president met him at the U.N. in New York."],
    ),
    ("He came from St.Petersburg to Moscow for talks.", ["He came from St.Petersburg to Moscow for talks."]),
]


@pytest.mark.parametrize(("text", "expected"), GLUED)
def test_glued_text_is_parted(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "The foreign ministers of two states met in Vienna on Monday for",
        "talks on the future of a treaty, which both",
    ]
    text = page("Ministers meet in Vienna", "\n".join([*lines, "of them signed long ago."]))
    assert len(words(text)) == 2


def test_lines_of_a_list_are_not_joined() -> None:
    assert words(f"{ONE}\n{TWO}\n{THREE}") == [ONE, TWO, THREE]


def test_lines_that_break_off_go_on_in_the_next() -> None:
    lines = [
        "The presidents of Ghana and Togo on Wednesday opened talks here and",
        "Burkina Faso sent a minister.",
        "Both leaders",
        "want peace.",
        "In a separate meeting at the palace the two foreign ministers",
        "agreed on the opening of a border post.",
        "Ghana wins the cup",
        "by Ama Mensah",
    ]
    first, short, second = "\n".join(lines[:2]), lines[3], "\n".join(lines[4:6])
    assert words("\n".join(lines)) == [first, short, second, "Ghana wins the cup"]
