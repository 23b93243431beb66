"""graph/reasoning/ends: the other ends of a node, as a set would have them, read no further than asked."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from summitry.graph.reasoning.ends import FEW, Ends, shorter


class Shelf:
    """Stored ends, and how many were read."""

    def __init__(self, stored: list[int]) -> None:
        self.stored = stored
        self.read = 0

    def all(self) -> Iterator[int]:
        for each in self.stored:
            self.read += 1
            yield each

    def there(self, number: int) -> bool:
        self.read += 1
        return number in self.stored

    def ends(self) -> Ends:
        return Ends(self.all, self.there)


NUMBERS = st.integers(0, 2 * FEW)
STEPS = st.lists(st.tuples(st.sampled_from(["put", "take", "ask", "walk", "begin", "count"]), NUMBERS))


@given(st.lists(NUMBERS, max_size=3 * FEW), STEPS)
def test_they_are_what_a_set_would_be(stored: list[int], steps: list[tuple[str, int]]) -> None:
    ends, model = Shelf(stored).ends(), set(stored)
    for step, number in steps:
        if step == "put":
            ends.put(number)
            model.add(number)
        elif step == "take":
            ends.take(number)
            model.discard(number)
        elif step == "ask":
            assert (number in ends) == (number in model)
        elif step == "begin":
            assert next(iter(ends), None) in (model or {None})
        elif step == "count":
            assert len(ends) == len(model)
        else:
            walked = list(ends)
            assert set(walked) == model
            assert len(walked) == len(model)


@given(st.sets(NUMBERS), st.sets(NUMBERS), st.sets(NUMBERS))
def test_the_shorter_is_the_one_with_fewer(one: set[int], other: set[int], put: set[int]) -> None:
    mine, theirs = Shelf(sorted(one)).ends(), Shelf(sorted(other)).ends()
    for number in put:
        mine.put(number)
    assert shorter(mine, theirs) == (len(one | put) < len(other))
    assert shorter(one, other) == (len(one) < len(other))


def test_of_thousands_few_are_read() -> None:
    shelf = Shelf(list(range(10_000)))
    ends, few = shelf.ends(), Shelf([1, 2, 3]).ends()
    assert 9_999 in ends
    assert 10_000 not in ends
    assert 10_000 not in ends
    assert next(iter(ends)) == 0
    assert shorter(few, ends)
    assert not shorter(ends, few)
    assert shelf.read <= 3 * FEW
