"""Which pieces of a page become blocks: text and headlines, no furniture, lists, comments or repeats."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.graph.article import BlockKind, read_articles
from summitry.graph.article.blocks import choose
from summitry.graph.article.boilerplate import Role, furniture, role
from summitry.graph.article.model import Draft, Metadata
from tests.blocks_of_text import ONE, THREE, TWO, kept, page, words

SHARED = Path(__file__).parents[2] / "shared" / "articles"


def test_headline_standfirst_and_paragraphs_are_told_apart() -> None:
    text = page("Leaders open talks in Accra", "Mediators wait for word in Abuja as hopes rise", ONE, TWO)
    assert [kind for kind, _ in kept(text)] == ["headline", "subheading", "paragraph", "paragraph"]


# Lines that pages put around articles; the wordings are those of many sites, the names are invented.
FURNITURE = [
    "MAIN MENU",
    "NEXT NEWS",
    "Home » World » Leaders open talks",
    "• Read also: Togo closes its border",
    "Read More: the border stays closed",
    "Also read: what the talks are about",
    "Photo Credit: Daily Pictures",
    "Photo: Getty",
    "Written by 12:00 am General",
    "By Ama Mensah",
    "By Ama Mensah and Kofi Boateng, Daily News",
    "Ama Mensah / October 16, 2023",
    "News Desk | Accra | Updated: 16-06-2021 17:27 IST",
    "1 month ago newsadmin Comments Off on Leaders open talks in Accra",
    "Tuesday, January 18, 2011",
    "2019-10-05 10:32",
    "2016-09-05 14:29 Daily Editor: Ama Mensah Download our App",
    "Politics - Published on 08.02.2020 at 19h04 by the editorial staff",
    "Last modified: June 29, 2022",
    "© 2015 Daily News",
    "Copyright (c) 2015. Daily News, Inc. Reprinted with the permission of the owner, 12 Long Road, Accra.",
    "All rights reserved.",
    "Share this:",
    "Share on Facebook Tweet",
    "Follow us on Twitter",
    "Subscribe to our newsletter",
    "We use cookies to give you the best experience on our site.",
    "Tags: Ghana, Togo, West Africa",
    "Filed under: Politics",
    "(Reporting by Ama Mensah; Editing by Kofi Boateng)",
    "-ANI",
    "--IANS",
    "Source: Daily News Agency",
    "(Source: AP)",
    "3 min read",
    "12 Comments",
    "https://example.org/talks",
    "* * *",
    "((((((",
    "HTML Image as link",
    "Advertisement",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_dropped_wherever_it_stands(line: str) -> None:
    assert words(page("Leaders open talks in Accra", line, ONE, TWO)) == [
        "Leaders open talks in Accra",
        ONE,
        TWO,
    ]
    assert words(page("Leaders open talks in Accra", ONE, TWO, line)) == [
        "Leaders open talks in Accra",
        ONE,
        TWO,
    ]


# Sentences and headlines that begin as furniture does, or hold a date, yet are text.
TEXT = [
    "By Friday the two sides had agreed on all but one point.",
    "Share prices fell after the summit",
    "Search for missing plane continues off Vietnam",
    "Print media were kept out of the hall during the talks.",
    "Read by nobody, the treaty was signed all the same.",
    "Follow-up talks will be held in Lomé, both ministers said.",
    "Subscribers of the state network could not watch the speech.",
    "More than 20 leaders come to Accra for climate talks",
    "The presidents met on June 28, 2022, in Accra.",
    "Putin visits Tajikistan on 28 June",
    "Source of the Nile: Egypt and Ethiopia talk again",
    "Terms of the deal were not disclosed by either side.",
    "Published in May, the report blames both governments.",
    "Created by a treaty of 1994, the court sits in Arusha.",
    "Related talks were held in Geneva last month.",
    "Comments by the minister angered his neighbours, officials said.",
    "From Accra he will fly to Lagos.",
    "Home affairs ministers meet in Luxembourg",
    "Next week the leaders will meet again in Lomé.",
    "Image of unity hides old quarrels at the summit",
]


@pytest.mark.parametrize("line", TEXT)
def test_text_that_resembles_furniture_is_kept(line: str) -> None:
    assert role(line) is Role.TEXT


@pytest.mark.parametrize(
    "heading", ["Related posts", "RELATED NEWS", "You may also like", "Most popular in 24h"]
)
def test_a_list_of_other_stories_ends_the_article(heading: str) -> None:
    stories = [
        "President of Chad flies to Paris for talks",
        "Ama Mensah / May 3, 2019 The president of Chad will…",
    ]
    assert words(page(ONE, TWO, heading, *stories, "Read More", stories[0])) == [ONE, TWO]


def test_a_box_of_other_stories_does_not_end_the_article() -> None:
    text = page(
        "Leaders open talks in Accra", ONE, "Related articles", "Chad's president flies to Paris", TWO, THREE
    )
    assert words(text) == ["Leaders open talks in Accra", ONE, TWO, THREE]


def test_what_readers_write_is_not_read() -> None:
    assert words(page(ONE, TWO, "12 Comments", TWO.replace("We", "You"), THREE)) == [ONE, TWO]


def test_the_second_copy_is_dropped() -> None:
    assert words(page("Leaders open talks", ONE, "Leaders open talks", ONE.replace("'", "’"), TWO)) == [
        "Leaders open talks",
        ONE,
        TWO,
    ]


def test_a_teaser_gives_way_to_the_text_it_is_cut_from() -> None:
    teaser = (ONE + TWO)[: len(ONE) + 30] + "…"
    assert words(page("Leaders open talks in Accra", teaser, ONE, TWO)) == [
        "Leaders open talks in Accra",
        ONE,
        TWO,
    ]


def test_a_cut_off_text_without_its_full_copy_is_kept() -> None:
    assert words(page("Leaders open talks in Accra", ONE[:80] + "…", TWO))[1] == ONE[:80] + "…"


DATELINES = [
    "ACCRA, July 4 (Reuters) - ",
    "HAMBURG, July 7. /TASS/. ",
    "DUSHANBE -- ",
    "New Delhi, Feb 17: ",
    "ADDIS ABABA, 15 July 2018 — ",
    "BEIJING, Feb. 4, 2022 -- ",
    "9 Nov, Beijing: ",
    "(AFP) - ",
    "BAKU, Azerbaijan, June 13. ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_paragraph_begins_after_its_dateline(dateline: str) -> None:
    assert words(page("Leaders open talks in Accra", dateline + ONE, TWO)) == [
        "Leaders open talks in Accra",
        ONE,
        TWO,
    ]


def test_the_reporters_after_a_paragraph_are_left_out() -> None:
    assert words(f"{ONE} (Reporting by Ama Mensah; Editing by K. Boateng)") == [ONE]


def test_captions_are_told_apart() -> None:
    caption = "The presidents of Ghana and Togo shake hands in Accra. (Kofi Boateng/Pool Photo via AP)"
    assert ("caption", caption) in kept(page("Leaders open talks in Accra", caption, ONE))


def test_every_pattern_of_furniture_compiles() -> None:
    assert all(pattern.pattern for pattern in furniture().values())


LONG = 1_000_000
MONSTERS = [
    "(" * LONG,
    "A" * LONG,
    "Aa " * (LONG // 3),
    " " * LONG + "x",
    "One met another in Cairo on Monday. " * (LONG // 36),
    "Related posts\n\n" * (LONG // 15),
    "\n".join(
        f"President {n} met another one in Cairo on a fine day that lasted …" for n in range(LONG // 65)
    ),
    "NEXT NEWS" * (LONG // 9),
]


@pytest.mark.parametrize("text", MONSTERS, ids=lambda text: repr(text[:12]))
def test_a_megabyte_takes_seconds(text: str) -> None:
    started = time.process_time()
    blocks = choose(Draft("x", text, Metadata(), ((0, len(text)),))).blocks
    assert time.process_time() - started < 20  # linear takes a second or two; quadratic would take hours
    assert all(b.end - b.start <= 10_000 for b in blocks)


LINES = st.sampled_from(
    [*FURNITURE, *TEXT, ONE, TWO, THREE, "Related posts", "Comments", "", "   ", ONE[:60] + "…"]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=12), st.sampled_from(["\n", "\n\n", ""]))
def test_blocks_are_in_order_apart_and_free_of_white_space(lines: Sequence[str], between: str) -> None:
    text = between.join(lines)
    end = 0
    for block in choose(Draft("x", text, Metadata(), ((0, len(text)),))).blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample articles are not beside the repository")
def test_the_sample_articles_give_their_text_once() -> None:
    counts = {}
    for article in read_articles([SHARED]):
        texts = [article.text[b.start : b.end] for b in article.blocks]
        assert len(set(texts)) == len(texts)
        assert article.blocks[0].kind is BlockKind.HEADLINE
        counts[Path(article.file).name[:3]] = len(texts)
    assert counts == {"000": 14, "001": 13, "002": 13, "003": 16, "004": 9}
