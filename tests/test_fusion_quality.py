"""graph/fusion on made-up corpora: how many events and people it finds, and how many wrong values it refuses.

The whole of it is `python tests/benchmarks/fusion.py scores`; this is a small share, whose floors are those that the
project promises.
"""

from __future__ import annotations

import pytest
from benchmarks.scoring import Scores, pairwise, score
from benchmarks.synthetic import invent


@pytest.fixture(scope="module")
def scores() -> list[Scores]:
    return [score(invent(seed, 300)) for seed in range(1, 6)]


def test_events_and_people_are_found(scores: list[Scores]) -> None:
    assert sum(each.events for each in scores) / len(scores) >= 0.95
    assert sum(each.people for each in scores) / len(scores) >= 0.98
    assert min(each.events for each in scores) >= 0.9


def test_more_wrong_values_are_refused_than_by_majority_vote(scores: list[Scores]) -> None:
    wrong = sum(each.wrong for each in scores)
    ours = sum(each.rejected * each.wrong for each in scores) / wrong
    voted = sum(each.voted * each.wrong for each in scores) / wrong
    assert wrong > 150
    assert ours > voted


def test_corpora_are_the_same_each_time() -> None:
    one, other = invent(4, 60), invent(4, 60)
    assert one.claims == other.claims and one.contexts == other.contexts
    assert invent(5, 60).claims != one.claims


def test_pairs_are_counted_as_they_should() -> None:
    truth = {"a": 1, "b": 1, "c": 1, "d": 2}
    assert pairwise({"a": "x", "b": "x", "c": "y", "d": "y"}, truth) == (0.5, 1 / 3, 0.4)
    assert pairwise(truth, truth)[2] == 1.0
