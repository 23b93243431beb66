"""Arithmetic on partial ISO dates, and distances counted from them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.graph.dates import (
    Point,
    Precision,
    bounds,
    end_of,
    find_times,
    last_day,
    precision,
    shift_days,
    shifted,
)
from summitry.graph.dates.partial import common, iso, parse

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("2022-06-28", Precision.DAY),
        ("--06-28", Precision.DAY),
        ("--02-29", Precision.DAY),
        ("2022-06", Precision.MONTH),
        ("--06", Precision.MONTH),
        ("2022", Precision.YEAR),
    ],
)
def test_partial_dates_are_read_and_written(text: str, exact: Precision) -> None:
    assert iso(parse(text)) == text
    assert precision(text) is exact


@pytest.mark.parametrize(
    "text", ["", "22", "2022-13", "2022-02-30", "--06-31", "--13", "28 June", "2022-6-28", "-06-28"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


def test_days_that_do_not_exist_are_none() -> None:
    assert iso(Point(2021, 2, 29)) is None
    assert iso(Point(None, 2, 29)) == "--02-29"
    assert iso(Point(None, None, 5)) is None


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("2022-06-28", 3, "2022-07-01"),
        ("2022-06-28", -28, "2022-05-31"),
        ("--06-28", 3, "--07-01"),
        ("--01-01", -1, "--12-31"),
        ("--02-28", 1, None),  # the 29th or the first of March
        ("--03-01", -1, None),
        ("--02-27", 1, "--02-28"),
        ("2022-06", 1, None),
        ("9999-12-31", 1, None),
    ],
)
def test_days_are_counted(text: str, days: int, expected: str | None) -> None:
    assert shift_days(text, days) == expected


@given(DAYS, st.integers(-5000, 5000))
def test_full_days_are_counted_as_the_calendar_does(day: date, days: int) -> None:
    assert shift_days(day.isoformat(), days) == (day + timedelta(days)).isoformat()


@example(date(2001, 1, 1), -307)  # back to the end of a leap year's February
@given(DAYS, st.integers(-400, 400))
def test_days_without_a_year_agree_with_every_year(day: date, days: int) -> None:
    moved = shift_days(f"--{day:%m-%d}", days)
    assert moved is None or (day + timedelta(days)).isoformat().endswith(moved[1:])


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2022-06-28", 2, "2022-06-29"),
        ("--06-30", 3, "--07-02"),
        ("2022-06-28", 1, None),
        ("2022-06", 2, None),
        (None, 2, None),
    ],
)
def test_the_last_day_of_a_visit(start: str | None, days: int, end: str | None) -> None:
    assert end_of(start, days) == end


def test_a_two_day_visit_ends_on_the_next_day() -> None:
    (duration,) = find_times("a two-day visit")
    assert last_day("2022-06-28", duration) == "2022-06-29"
    (length,) = find_times("a two-month tour")
    assert last_day("2022-06-28", length) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-02", (2022, 2, 1), (2022, 2, 28)),
        ("2022", (2022, 1, 1), (2022, 12, 31)),
        ("2022-06-28", (2022, 6, 28), (2022, 6, 28)),
    ],
)
def test_bounds(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert bounds(text) == (date(*first), date(*last))
    assert bounds("--06-28") is None


@given(DAYS, st.integers(0, 500))
def test_what_is_common_holds_both_ends(first: date, days: int) -> None:
    last = first + timedelta(days)
    text = common(first, last)
    if text is None:
        assert first.year != last.year
    else:
        low, high = bounds(text) or (date.max, date.min)
        assert low <= first <= last <= high


# (words, the day they count from, the day they mean): what a finder does with "three days after he met"
COUNTED = [
    ("three days after it", "2022-06-25", "2022-06-28"),
    ("three days before it", "--06-28", "--06-25"),
    ("the day after the talks", "2022-12-31", "2023-01-01"),
    ("on the eve of the talks", "2022-03-01", "2022-02-28"),
    ("the same day", "2022-06-28", "2022-06-28"),
    ("two weeks after it", "2022-06-01", "2022-06"),
    ("two weeks after it", "2022-06-15", None),  # late June or early July… of one year
    ("a month after it", "2018-05-11", "2018-06"),
    ("a year before it", "2018-05-11", "2017"),
    ("days after it", "2022-06-25", None),
    ("nearly three days after it", "2022-06-10", "2022-06"),
]


@pytest.mark.parametrize(("words", "base", "expected"), COUNTED)
def test_distances_are_as_exact_as_their_unit(words: str, base: str, expected: str | None) -> None:
    (expression,) = find_times(words)
    value = shifted(base, expression).start
    assert value == expected or (expected is None and value == "2022")
