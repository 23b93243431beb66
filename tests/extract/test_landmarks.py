"""A pattern is never kept from a sentence that it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.graph.extract.landmarks import Held, Patterns, landmarks
from summitry.graph.extract.membership_phrases import PHRASES


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("joined by", {"joined by"}),
        ("(?:very )?large (?:bloc|club)", {"large "}),
        ("(?:a )?(?P<x>accession|admission) of", {"ccession", "dmission"}),
        (r"\w+(?:s| and)", set()),
        ("(?:member)?", set()),
        ("(?:member){1,3}", {"member"}),
        ("(?i:member)", set()),
        ("(?!member)of all", {"of all"}),
    ],
)
def test_landmarks(pattern: str, words: set[str]) -> None:
    assert landmarks(re.compile(pattern)) == words


def test_most_phrases_have_one() -> None:
    assert sum(bool(landmarks(pattern)) for pattern, _, _ in PHRASES) > 0.9 * len(PHRASES)
    assert landmarks(re.compile("member", re.I)) == frozenset()


PATTERNS = Patterns(pattern for pattern, _, _ in PHRASES)


@given(data=st.data(), number=st.integers(0, len(PHRASES) - 1))
@settings(max_examples=60, deadline=None)
def test_what_matches_is_tried(data: st.DataObject, number: int) -> None:
    pattern = PHRASES[number][0]
    held = Held(data.draw(st.from_regex(pattern)))
    assert held.may_match(pattern)
    assert number in PATTERNS.likely(held)


def test_what_has_no_landmark_is_not_tried() -> None:
    held = Held("Nobody has come.")
    assert not held.may_match(re.compile("joined by"))
    assert Patterns([re.compile("joined by"), re.compile("(?:member)?"), re.compile("has c")]).likely(
        held
    ) == [1, 2]
