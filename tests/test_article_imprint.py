"""What a text itself says of its publication: day, dateline, place, publisher; and what must not count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.graph.article import Article, read_articles
from summitry.graph.article.datelines import dateline_alone, read_dateline
from summitry.graph.article.imprint import full_date

SHARED = Path(__file__).parents[2] / "shared" / "articles"
TEXT = "The presidents of Ghana and Togo opened talks in Accra on Tuesday about the crisis, a minister said."
HEAD = "Leaders open talks in Accra"


def read(folder: Path, *lines: str) -> Article:
    path = folder / "a.txt"
    path.write_text("\n\n".join(lines), "utf-8")
    return next(read_articles([path]))


DAY = date(2019, 10, 5)
DATED = [
    "Last modified: October 5, 2019",
    "Ama Mensah / October 5, 2019",
    "Published on 5 October 2019 at 14h",
    "Updated: 2019-10-05 10:32",
    "2019-10-05 10:32",
    "Saturday, October 5th, 2019",
    "Posted on Oct. 5, 2019 by admin",
    "5.10.2019 | Accra",
    "13:45, 05 Oct 2019",
    "- The Daily News, 5 October 2019, with agencies",
    "Listen · Share · As of: 05.10.2019, 18:12",
    "Status: 05.10.2019, 16:05 - Translated from the German",
]


@pytest.mark.parametrize("line", DATED)
@pytest.mark.parametrize("top", [True, False])
def test_a_date_line_dates_the_article(tmp_path: Path, line: str, top: bool) -> None:
    lines = (HEAD, line, TEXT) if top else (HEAD, TEXT, line)
    article = read(tmp_path, *lines)
    assert article.published == DAY
    assert len(article.blocks) == 2


UNDATED = [
    "© 2015 Daily News",
    "© October 5, 2015 Daily News",
    "Copyright (c) 2015. Daily News, Inc.",
    "1 month ago newsadmin Comments Off on Leaders open talks in Accra",
    "3 days ago",
    "Updated: 02/03/2019",
    "Updated: 31 June 2019",
    "Written by 12:00 am General",
    "Tuesday, 10:30",
]


@pytest.mark.parametrize("line", UNDATED)
def test_what_is_no_date_does_not_count(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, HEAD, line, TEXT).published is None


def test_publication_counts_before_a_change(tmp_path: Path) -> None:
    article = read(tmp_path, HEAD, "Updated: 7 October 2019", "First published: 5 October 2019", TEXT)
    assert article.published == DAY


def test_days_of_other_stories_do_not_count(tmp_path: Path) -> None:
    other = (
        "Related Posts",
        "Chad's president flies to Paris",
        "Ama Mensah / November 28, 2023",
        "Read More",
    )
    assert read(tmp_path, HEAD, TEXT, TEXT.replace("Accra", "Lomé"), *other).published is None


def test_days_within_the_text_do_not_count(tmp_path: Path) -> None:
    assert (
        read(tmp_path, HEAD, TEXT, "They first met on October 5, 2015, at a summit in Lomé.").published
        is None
    )


def test_numbers_in_either_order_are_read_by_the_weekdays_of_the_text(tmp_path: Path) -> None:
    text = "The king landed on Wednesday evening, and on Thursday the president received him at the palace."
    assert read(tmp_path, HEAD, "05/10/2017", text).published == date(2017, 10, 5)


# (paragraph's opening, published, dateline, place, publisher)
DATELINES = [
    ("ACCRA, July 4 (Reuters) - ", None, "--07-04", "ACCRA", "Reuters"),
    ("HAMBURG, July 7. /TASS/. ", None, "--07-07", "HAMBURG", "TASS"),
    ("BEIJING, Feb. 4, 2022 -- ", date(2022, 2, 4), "--02-04", "BEIJING", None),
    ("ADDIS ABABA, 15 July 2018 — ", date(2018, 7, 15), "--07-15", "ADDIS ABABA", None),
    ("New Delhi, Feb 17: ", None, "--02-17", "New Delhi", None),
    ("Baku, Azerbaijan, June 13. /Trend/ ", None, "--06-13", "Baku, Azerbaijan", "Trend"),
    ("The Hague, July 4, 2011 (XYZ) - ", date(2011, 7, 4), "--07-04", "The Hague", "XYZ"),
    ("DUSHANBE -- ", None, None, "DUSHANBE", None),
    ("(AFP) - ", None, None, None, "AFP"),
    ("", None, None, None, None),
]


@pytest.mark.parametrize(("opening", "published", "dateline", "place", "publisher"), DATELINES)
def test_datelines_are_taken_apart(
    tmp_path: Path,
    opening: str,
    published: date | None,
    dateline: str | None,
    place: str | None,
    publisher: str | None,
) -> None:
    article = read(tmp_path, HEAD, opening + TEXT)
    assert (article.published, article.dateline) == (published, dateline)
    assert (article.place, article.publisher) == (place, publisher)
    block = article.blocks[-1]
    assert article.text[block.start : block.end] == TEXT


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("ACCRA (Daily News) — 5 October 2019. The", "ACCRA", "5 October 2019"),
        ("Accra, Oct 5 (Daily News) The", "Accra", "Oct 5"),
        ("Accra / Lome, 5 October (DaNe).- The", "Accra / Lome", "5 October"),
        ("Accra October 5/2019/DANE/ The", "Accra", "October 5, 2019"),
        ("Accra /DANE/ October 5/2019 The", "Accra", "October 5, 2019"),
        (
            "Daily News, ACCRA, Ghana, Sat. October 5, 2019: The",
            "Daily News, ACCRA, Ghana",
            "October 5, 2019",
        ),
    ],
)
def test_datelines_of_many_papers(line: str, place: str, day: str) -> None:
    found = read_dateline(f"{line} presidents met.")
    assert found is not None and (found.place, found.day) == (place, day)


def test_a_dateline_may_be_a_line_of_its_own(tmp_path: Path) -> None:
    article = read(tmp_path, HEAD, "ACCRA, Ghana, October 5 Newswire", TEXT)
    assert (article.dateline, article.place) == ("--10-05", "ACCRA, Ghana")
    assert read(tmp_path, HEAD, "Sat 5 Oct 2019, ACCRA, Ghana.", TEXT).published == DAY
    assert read(tmp_path, HEAD, "GHANA, October 5 -", "ACCRA — " + TEXT).dateline == "--10-05"
    assert dateline_alone("Monday, October 5") is None


@pytest.mark.parametrize(
    "text",
    [
        "Putin: We will talk to them.",
        "On June 28, Putin left.",
        "Tuesday: The talks go on.",
        "U.S. President - the",
        "Barack Obama, January 20, 2009, took the oath",
        "Accra October 5, 2019 saw the",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Source: Accra News Agency", "Accra News Agency"),
        ("(Source: AP)", "AP"),
        ("By Ama Mensah - AFP", "AFP"),
        ("By Ama Mensah", None),
        ("Photo Credit: TASS", None),
    ],
)
def test_the_publisher_is_told_by_clear_lines_only(tmp_path: Path, line: str, publisher: str | None) -> None:
    assert read(tmp_path, HEAD, line, TEXT).publisher == publisher


@given(st.text(max_size=200))
def test_no_text_breaks_the_readers_of_dates(text: str) -> None:
    full_date(text)
    line = read_dateline(text)
    assert line is None or 0 < line.end <= len(text)


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_every_day_is_read_as_written(day: date, form: str) -> None:
    assert full_date(f"Published: {day.strftime(form)} by the desk") == day


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample articles are not beside the repository")
def test_the_sample_articles_are_dated_where_they_say_it() -> None:
    days = {Path(a.file).name[:3]: a.published for a in read_articles([SHARED])}
    assert days == {
        "000": None,
        "001": None,
        "002": None,
        "003": date(2022, 6, 29),
        "004": date(2023, 10, 16),
    }
