"""A pattern is never kept from a sentence that it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.graph.extract.landmarks import landmarks
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


@given(data=st.data(), pattern=st.sampled_from([pattern for pattern, _, _ in PHRASES]))
@settings(max_examples=60, deadline=None)
def test_what_matches_holds_a_landmark(data: st.DataObject, pattern: re.Pattern[str]) -> None:
    text = data.draw(st.from_regex(pattern))
    assert not landmarks(pattern) or any(word in text for word in landmarks(pattern))
