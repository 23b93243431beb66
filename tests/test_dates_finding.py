"""Time expressions in text: which are found, where, of what kind, and what is none."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.graph.dates import Bound, Point, Relation, TimeExpression, TimeKind, Unit, find_times

PIECES = re.split(
    r"\|",
    "on June 28, 2022|on Tuesday|4-5 February|the end of|last|Monday|in August|2014|three days after"
    "|two-day|yesterday|between|and|to|-|since March|the 28th|,|(|)|May|the summer of|ago|1|the|. |\n",
)


def only(text: str) -> TimeExpression:
    (expression,) = find_times(text)
    return expression


# (text, the words found, first point, last point)
CALENDAR = [
    ("He came on June 28, 2022, by train.", "June 28, 2022", Point(2022, 6, 28), None),
    ("He came on 28 June by train.", "28 June", Point(None, 6, 28), None),
    ("He came on the 28th of June.", "28th of June", Point(None, 6, 28), None),
    ("He came on October 16th 2023.", "October 16th 2023", Point(2023, 10, 16), None),
    ("The war began on Feb. 24.", "Feb. 24", Point(None, 2, 24), None),
    ("the 12th of May, 2017", "12th of May, 2017", Point(2017, 5, 12), None),
    ("dated 24/02/2022", "24/02/2022", Point(2022, 2, 24), None),
    ("dated 2/24/2022", "2/24/2022", Point(2022, 2, 24), None),
    ("dated 08.02.2020", "08.02.2020", Point(2020, 2, 8), None),
    ("dated 05/06/2022", "05/06/2022", Point(2022), None),  # either order: the year alone is certain
    ("dated 2022-02-24T10:00", "2022-02-24", Point(2022, 2, 24), None),
    ("on Tuesday, June 28", "Tuesday, June 28", Point(None, 6, 28), None),
    ("on Tuesday (June 28)", "Tuesday (June 28", Point(None, 6, 28), None),
    ("opens this Sunday, February 9 in", "this Sunday, February 9", Point(None, 2, 9), None),
    ("Tue, Jun 28", "Tue, Jun 28", Point(None, 6, 28), None),
    ("4-5 February", "4-5 February", Point(None, 2, 4), Point(None, 2, 5)),
    ("February 4-5", "February 4-5", Point(None, 2, 4), Point(None, 2, 5)),
    ("Sept. 5–6, 2023", "Sept. 5–6, 2023", Point(2023, 9, 5), Point(2023, 9, 6)),
    ("on 19 and 20 November", "19 and 20 November", Point(None, 11, 19), Point(None, 11, 20)),
    ("between 5 and 7 July", "5 and 7 July", Point(None, 7, 5), Point(None, 7, 7)),
    ("June 30 to July 2, 2023", "June 30 to July 2, 2023", Point(2023, 6, 30), Point(2023, 7, 2)),
    (
        "from 30 December to 2 January 2020",
        "30 December to 2 January 2020",
        Point(2019, 12, 30),
        Point(2020, 1, 2),
    ),
    ("in June 2021", "June 2021", Point(2021, 6), None),
    ("in early February", "early February", Point(None, 2), None),
    ("late June 2019", "late June 2019", Point(2019, 6), None),
    ("at the end of February", "the end of February", Point(None, 2), None),
    ("in the last week of June", "the last week of June", Point(None, 6), None),
    ("mid-June", "mid-June", Point(None, 6), None),
    ("since March", "March", Point(None, 3), None),
    ("the August summit", "August", Point(None, 8), None),
    ("in Sept he left", "Sept", Point(None, 9), None),
    ("June-August 2021", "June-August 2021", Point(2021, 6), Point(2021, 8)),
    ("between June and August 2021", "June and August 2021", Point(2021, 6), Point(2021, 8)),
    ("between December and February 2021", "December and February 2021", Point(2020, 12), Point(2021, 2)),
    ("in 2014", "2014", Point(2014), None),
    ("the 2014 annexation", "2014", Point(2014), None),
    ("in the summer of 2019", "the summer of 2019", Point(2019), None),
    ("mid-2019", "mid-2019", Point(2019), None),
    ("the war of 2014-2016", "2014-2016", Point(2014), Point(2016)),
    ("between 2014 and 2016", "2014 and 2016", Point(2014), Point(2016)),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), CALENDAR)
def test_calendar_words(text: str, words: str, first: Point, last: Point | None) -> None:
    found = only(text)
    assert (found.text, found.first, found.last) == (words, first, last)


# (text, kind, weekday, to_weekday, unit, shift, count, relation)
DISTANT = [
    ("on Tuesday", TimeKind.WEEKDAY, 1, None, None, None, None, None),
    ("last Tuesday", TimeKind.WEEKDAY, 1, None, None, -1, None, None),
    ("next Friday evening", TimeKind.WEEKDAY, 4, None, None, 1, None, None),
    ("Tuesday last week", TimeKind.WEEKDAY, 1, None, Unit.WEEK, -1, None, None),
    ("last week on Thursday", TimeKind.WEEKDAY, 3, None, Unit.WEEK, -1, None, None),
    ("from Monday to Wednesday", TimeKind.WEEKDAY, 0, 2, None, None, None, None),
    ("on Thursday and Friday", TimeKind.WEEKDAY, 3, 4, None, None, None, None),
    ("yesterday", TimeKind.NEAR, None, None, Unit.DAY, -1, None, None),
    ("tomorrow morning", TimeKind.NEAR, None, None, Unit.DAY, 1, None, None),
    ("the day before yesterday", TimeKind.NEAR, None, None, Unit.DAY, -2, None, None),
    ("this morning", TimeKind.NEAR, None, None, Unit.DAY, 0, None, None),
    ("last night", TimeKind.NEAR, None, None, Unit.DAY, -1, None, None),
    ("next week", TimeKind.PERIOD, None, None, Unit.WEEK, 1, None, None),
    ("earlier this month", TimeKind.PERIOD, None, None, Unit.MONTH, 0, None, None),
    ("by the end of next year", TimeKind.PERIOD, None, None, Unit.YEAR, 1, None, None),
    ("over the weekend", TimeKind.PERIOD, None, None, Unit.WEEKEND, None, None, None),
    ("is set for the autumn", TimeKind.PERIOD, None, None, Unit.SEASON, 0, None, None),
    ("three days ago", TimeKind.OFFSET, None, None, Unit.DAY, None, 3, Relation.AGO),
    ("two weeks later", TimeKind.OFFSET, None, None, Unit.WEEK, None, 2, Relation.LATER),
    ("three days after he met", TimeKind.OFFSET, None, None, Unit.DAY, None, 3, Relation.AFTER),
    ("days after he told", TimeKind.OFFSET, None, None, Unit.DAY, None, None, Relation.AFTER),
    ("a day before the summit", TimeKind.OFFSET, None, None, Unit.DAY, None, 1, Relation.BEFORE),
    ("A day before, he left", TimeKind.OFFSET, None, None, Unit.DAY, None, 1, Relation.EARLIER),
    ("the following day", TimeKind.OFFSET, None, None, Unit.DAY, None, 1, Relation.LATER),
    ("the previous evening", TimeKind.OFFSET, None, None, Unit.DAY, None, 1, Relation.EARLIER),
    ("the same day", TimeKind.OFFSET, None, None, Unit.DAY, None, 0, Relation.LATER),
    ("on the eve of the talks", TimeKind.OFFSET, None, None, Unit.DAY, None, 1, Relation.BEFORE),
    ("the day after the talks", TimeKind.OFFSET, None, None, Unit.DAY, None, 1, Relation.AFTER),
    ("in three days' time", TimeKind.OFFSET, None, None, Unit.DAY, None, 3, Relation.AHEAD),
    ("a two-day visit", TimeKind.DURATION, None, None, Unit.DAY, None, 2, None),
    ("for three days", TimeKind.DURATION, None, None, Unit.DAY, None, 3, None),
    ("a week-long tour", TimeKind.DURATION, None, None, Unit.WEEK, None, 1, None),
    ("on the 28th, he left", TimeKind.ORDINAL, None, None, None, None, None, None),
    ("in September last year", TimeKind.MONTH, None, None, Unit.YEAR, -1, None, None),
    ("last March", TimeKind.MONTH, None, None, None, -1, None, None),
]


@pytest.mark.parametrize(("text", "kind", "weekday", "to", "unit", "shift", "count", "relation"), DISTANT)
def test_words_of_distance(
    text: str,
    kind: TimeKind,
    weekday: int | None,
    to: int | None,
    unit: Unit | None,
    shift: int | None,
    count: int | None,
    relation: Relation | None,
) -> None:
    found = only(text)
    assert (found.kind, found.weekday, found.to_weekday) == (kind, weekday, to)
    assert (found.unit, found.shift, found.count, found.relation) == (unit, shift, count, relation)


BOUNDS = [
    ("since March", Bound.SINCE),
    ("until March 2024", Bound.UNTIL),
    ("through September 9", Bound.UNTIL),
    ("by 2030", Bound.BY),
    ("before June 28", Bound.BEFORE),
    ("ahead of Tuesday", Bound.BEFORE),
    ("after the 28 June", Bound.AFTER),
    ("between February 2020 and May 2022", Bound.BETWEEN),
    ("from Monday", Bound.FROM),
    ("for two weeks", Bound.FOR),
    ("on Tuesday", Bound.AT),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_prepositions_tell_how_the_time_stands_to_the_event(text: str, bound: Bound) -> None:
    assert only(text).bound is bound


NOT_TIMES = [
    "Theresa May and Merkel met.",
    "He may march with 5 people.",
    "Black Friday and the Sunday Times",
    "USA Today said so.",
    "They meet every Monday.",
    "a 4-year-old girl",
    "a border of 1,357 kilometers",
    "the 201st division and the 14th summit",
    "Resolution 2231 of the council",
    "in 2000 troops",
    "in the 1990s",
    "a third meeting in two days",
    "the coming days",
    "over the past year",
    "August Macke painted.",
    "24/7 and 9/11",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_only_looks_like_time(text: str) -> None:
    assert find_times(text) == ()


def test_two_days_joined_by_and_stay_two() -> None:
    assert [e.text for e in find_times("on April 27 and May 26")] == ["April 27", "May 26"]


def test_only_the_span_asked_for_is_searched() -> None:
    text = "On Monday he came; on Tuesday he left."
    (found,) = find_times(text, 18)
    assert (found.text, text[found.start : found.end]) == ("Tuesday", "Tuesday")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("three days after it", 3),
        ("two weeks ago", -14),
        ("nearly two weeks ago", None),
        ("a month ago", None),
    ],
)
def test_signed_days(text: str, days: int | None) -> None:
    assert only(text).days == days


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=25), st.sampled_from([" ", ""])
)
def test_expressions_lie_in_the_text_in_order_and_apart(parts: list[str], between: str) -> None:
    text = between.join(parts)
    end = 0
    for found in find_times(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end


LONG = 500_000


@pytest.mark.parametrize(
    "unit", ["(", "the ", "June ", "1 ", "in the ", "two-", "last ", "2014-", "Monday ", "day ", "a", " "]
)
def test_long_texts_take_time_in_proportion(unit: str) -> None:
    started = time.process_time()
    find_times(unit * (LONG // len(unit)))
    assert time.process_time() - started < 20  # a second or two; quadratic would take hours
