"""Time expressions -> dates where they stand: against the day of the text and the verb beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.graph.article import read_articles
from summitry.graph.dates import (
    Anchor,
    Precision,
    Tense,
    Timeline,
    find_times,
    guess_tense,
    precision,
    read_timeline,
    resolve,
)

SHARED = Path(__file__).parents[2] / "shared" / "articles"
WEDNESDAY = date(2022, 6, 29)
PAST, FUTURE, UNKNOWN, PRESENT = Tense.PAST, Tense.FUTURE, Tense.UNKNOWN, Tense.PRESENT


def read(text: str, published: date | None = WEDNESDAY, dateline: str | None = None) -> Timeline:
    return read_timeline(text, [(0, len(text))], published, dateline)


def starts(text: str, published: date | None = WEDNESDAY, dateline: str | None = None) -> list[str | None]:
    return [t.value.start for t in read(text, published, dateline).times]


# (words, tense, start, end) on Wednesday, June 29, 2022
RESOLVED = [
    ("June 28, 2019", UNKNOWN, "2019-06-28", None),
    ("June 28", PAST, "2022-06-28", None),
    ("June 30", PAST, "2022-06-30", None),  # in another time zone
    ("July 28", FUTURE, "2022-07-28", None),
    ("June 28", FUTURE, "2022-06-28", None),  # the page is a day late
    ("May 9", FUTURE, "2023-05-09", None),
    ("May 9", PAST, "2022-05-09", None),
    ("December 30", PAST, "2021-12-30", None),
    ("July 28", PAST, "2022-07-28", None),  # "was invited for July 28"
    ("July 3", UNKNOWN, "2022-07-03", None),
    ("4-5 February", PAST, "2022-02-04", "2022-02-05"),
    ("June 30 to July 2", FUTURE, "2022-06-30", "2022-07-02"),
    ("December 30 to January 2", PAST, "2021-12-30", "2022-01-02"),
    ("Tuesday, June 28", FUTURE, "2022-06-28", None),
    ("Friday, June 28", PAST, "2022-06-28", None),  # no such day near: the year is the verb's
    ("February 30", PAST, None, None),
    ("in August", PAST, "2021-08", None),
    ("in August", FUTURE, "2022-08", None),
    ("in June", PAST, "2022-06", None),
    ("since March", PAST, "2022-03", None),
    ("late June", PAST, "2022-06", None),
    ("last June", PAST, "2021-06", None),
    ("last March", PAST, "2022-03", None),
    ("next March", FUTURE, "2023-03", None),
    ("in September last year", PAST, "2021-09", None),
    ("in 2014", PAST, "2014", None),
    ("between February 2020 and May 2022", PAST, "2020-02", "2022-05"),
    ("on Tuesday", PAST, "2022-06-28", None),
    ("on Wednesday", PAST, "2022-06-29", None),
    ("on Thursday", PAST, "2022-06-23", None),
    ("on Thursday", PRESENT, "2022-06-23", None),
    ("on Wednesday", FUTURE, "2022-06-29", None),
    ("on Tuesday", FUTURE, "2022-07-05", None),
    ("Sunday", UNKNOWN, "2022-06-26", None),
    ("Friday", UNKNOWN, "2022-07-01", None),
    ("last Wednesday", PAST, "2022-06-22", None),
    ("next Friday", FUTURE, "2022-07-08", None),
    ("next Monday", FUTURE, "2022-07-04", None),
    ("this Friday", FUTURE, "2022-07-01", None),
    ("this Tuesday", PAST, "2022-06-28", None),
    ("Tuesday last week", PAST, "2022-06-21", None),
    ("from Monday to Wednesday", FUTURE, "2022-07-04", "2022-07-06"),
    ("from Sunday to Tuesday", PAST, "2022-06-26", "2022-06-28"),
    ("from Monday to Thursday", PAST, "2022-06-20", "2022-06-23"),
    ("Thursday and Friday", FUTURE, "2022-06-30", "2022-07-01"),
    ("yesterday", PAST, "2022-06-28", None),
    ("tonight", FUTURE, "2022-06-29", None),
    ("the day after tomorrow", FUTURE, "2022-07-01", None),
    ("last week", PAST, "2022-06", None),
    ("next week", FUTURE, "2022-07", None),
    ("this week", FUTURE, "2022", None),  # in June or July
    ("over the weekend", PAST, "2022-06", None),
    ("last month", PAST, "2022-05", None),
    ("earlier this month", PAST, "2022-06", None),
    ("next year", FUTURE, "2023", None),
    ("last summer", PAST, None, None),
    ("three days ago", PAST, "2022-06-26", None),
    ("a week ago", PAST, "2022-06", None),
    ("two months ago", PAST, "2022-04", None),
    ("two years ago", PAST, "2020", None),
    ("in three days' time", FUTURE, "2022-07-02", None),
    ("three days after it", PAST, None, None),  # the caller knows what it counts from
    ("a two-day visit", PAST, None, None),
    ("on the 28th, he", PAST, "2022-06-28", None),
    ("on the 3rd, he", FUTURE, "2022-07-03", None),
]


@pytest.mark.parametrize(("words", "tense", "start", "end"), RESOLVED)
def test_expressions_against_the_day_of_publication(
    words: str, tense: Tense, start: str | None, end: str | None
) -> None:
    (expression,) = find_times(words)
    value = resolve(expression, Anchor(published=WEDNESDAY), tense)
    assert (value.start, value.end) == (start, end)


# (words, start, symbolic) in a text without a day
UNDATED = [
    ("June 28", "--06-28", None),
    ("4-5 February", "--02-04", None),
    ("at the end of February", "--02", None),
    ("June 2021", "2021-06", None),
    ("on Tuesday", None, "tuesday"),
    ("yesterday", None, "today-1"),
    ("tomorrow", None, "today+1"),
    ("last week", None, "week-1"),
    ("this month", None, "month"),
    ("three days ago", None, None),
]


@pytest.mark.parametrize(("words", "start", "symbolic"), UNDATED)
def test_expressions_without_a_day_stay_partial(words: str, start: str | None, symbolic: str | None) -> None:
    (expression,) = find_times(words)
    value = resolve(expression, Anchor())
    assert (value.start, value.symbolic) == (start, symbolic)


def test_weeks_have_bounds() -> None:
    (expression,) = find_times("last week")
    value = resolve(expression, Anchor(published=WEDNESDAY), PAST)
    assert (value.earliest, value.latest) == (date(2022, 6, 20), date(2022, 6, 26))


# (text, published, dateline, starts): what the words around an expression decide
STORIES = [
    # A page dated on Monday, a text told on Thursday.
    (
        "He is in Bishkek on Thursday, agencies said on Thursday. Then, on Friday, he will join a summit.",
        (2023, 10, 16),
        None,
        ["2023-10-12", "2023-10-12", "2023-10-13"],
    ),
    ("He arrived on Tuesday. On Wednesday he will leave.", (2022, 7, 2), None, ["2022-06-28", "2022-06-29"]),
    ("He flies in on Friday for talks.", (2022, 6, 29), None, ["2022-07-01"]),
    ("A summit is to open in Rome on Friday.", (2022, 6, 29), None, ["2022-07-01"]),
    ("He will be received on Friday.", (2022, 6, 29), None, ["2022-07-01"]),
    ("On May 3 he came. The following day he flew on. Two days later he left.", (2022, 6, 29), None, None),
    (
        "He met one in June 2021 in Rome, another in Delhi in December, a third in February.",
        None,
        None,
        None,
    ),
    (
        "He took office in 2012 and, in May 2013, fell ill; he has been at home since March.",
        (2022, 6, 29),
        None,
        None,
    ),
    ("Last year he was in Rome, and in June he attended a summit.", (2022, 6, 29), None, ["2021", "2021-06"]),
    ("He met him on Monday, June 27. On Tuesday he left. On Friday he will return.", None, None, None),
    ("Leaders met on Tuesday. They will meet again on Thursday.", None, "--06-16", ["--06-16", "--06-18"]),
    ("Leaders met yesterday and will meet tomorrow.", None, "--09-28", ["--09-27", "--09-29"]),
    (
        "Leaders met on Tuesday and will meet on Thursday.",
        (2009, 6, 18),
        "--06-17",
        ["2009-06-16", "2009-06-18"],
    ),
    ("A day earlier, he had been in London.", (2022, 6, 29), None, ["2022-06-28"]),
    ("On May 3 he landed; he left on the 5th.", (2022, 6, 29), None, ["2022-05-03", "2022-05-05"]),
    ("They agreed to broker a summit in April.", (2023, 3, 18), None, ["2023-04"]),
    (
        "She was there in October 2010 and is expected again in July.",
        (2012, 6, 3),
        None,
        ["2010-10", "2012-07"],
    ),
    ("It was told on July 4, 2011 that they had met on June 30.", None, None, ["2011-07-04", "2011-06-30"]),
]
EXPECTED = {
    5: ["2022-05-03", "2022-05-04", "2022-05-06"],
    6: ["2021-06", "2021-12", "2022-02"],
    7: ["2012", "2013-05", "2022-03"],
    9: ["--06-27", "--06-28", "--07-01"],
}


@pytest.mark.parametrize("number", range(len(STORIES)))
def test_expressions_where_they_stand(number: int) -> None:
    text, published, dateline, expected = STORIES[number]
    day = date(*published) if published else None
    assert starts(text, day, dateline) == (expected or EXPECTED[number])


def test_the_caller_may_tell_the_tense() -> None:
    text = "talks on Friday"
    told = read_timeline(text, [(0, len(text))], WEDNESDAY, tense_of=lambda expression: PAST)
    assert told.times[0].value.start == "2022-06-24"


def test_times_within_a_span() -> None:
    text = "He came on Monday. He left on Tuesday."
    assert [t.expression.text for t in read(text).within(18, len(text))] == ["Tuesday"]


TENSES = [
    ("He will visit Rome on [Friday].", FUTURE),
    ("He is expected in Rome on [Friday].", FUTURE),
    ("He is to meet her on [Friday].", FUTURE),
    ("He goes on [Friday] to Rome.", FUTURE),
    ("On [Friday] he will go to Rome.", FUTURE),
    ("He said he would come on [Friday].", FUTURE),
    ("He will be received on [Friday].", FUTURE),
    ("He arrived on [Friday].", PAST),
    ("He said on [Friday] that he will come.", PAST),
    ("The palace announced on [Friday].", PAST),
    ("On [Friday] he flew to Rome.", PAST),
    ("He came, and on [Friday] left.", PAST),
    ("It will open. He came on [Friday].", PAST),
    ("He came on [Friday]. He will go.", PAST),
    ("He is in Rome on [Friday].", PRESENT),
    ("Talks on [Friday].", UNKNOWN),
    ("[Friday]", UNKNOWN),
]


@pytest.mark.parametrize(("marked", "tense"), TENSES)
def test_the_tense_is_that_of_the_nearest_verb(marked: str, tense: Tense) -> None:
    text = marked.replace("[", "").replace("]", "")
    (expression,) = (e for e in find_times(text) if e.text == "Friday")
    assert guess_tense(text, expression) is tense


DAYS = st.one_of(st.none(), st.dates())
WORDS = st.lists(
    st.sampled_from([words for words, *_ in RESOLVED] + ["he said", ". ", "will", "\n\n"]), max_size=12
)


@example([], date.min, "--12-31")
@example([], date.max, "--01-01")
@given(WORDS, DAYS, st.sampled_from([None, "--02-29", "--12-31", "--01-01"]))
def test_no_text_and_no_day_breaks_the_timeline(
    words: list[str], day: date | None, dateline: str | None
) -> None:
    for dated in read(" ".join(words), day, dateline).times:
        value = dated.value
        assert value.precision is precision(value.start)
        assert value.start is not None or (value.end is None and value.precision is Precision.NONE)


@given(st.text(max_size=200), DAYS)
def test_any_text_can_be_read(text: str, day: date | None) -> None:
    read(text, day)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample articles are not beside the repository")
def test_the_sample_articles_have_the_days_of_their_gold() -> None:
    found = {}
    for article in read_articles([SHARED]):
        spans = [(b.start, b.end) for b in article.blocks]
        times = read_timeline(article.text, spans, article.published, article.dateline).times
        found[Path(article.file).name[:3]] = {t.value.start for t in times}
    assert {"--02-04", "2021-06", "2021-12", "2022-02", "--02"} <= found["000"]
    assert {"--02", "--02-24"} <= found["001"]
    assert {"--06-28", "--07-29", "--02"} <= found["002"]
    assert {"2022-06-28", "2022-06-29", "2022-02-24", "2022-06"} <= found["003"]
    assert {"2023-10-12", "2023-10-13", "2023-03", "2023-08", "2023-09", "2022-02"} <= found["004"]
