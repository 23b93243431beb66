"""HTML pages -> articles: the visible text with offsets, the article's own part of it, metadata."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.graph.article import Article, BlockKind, read_articles

ONE = "The president of Kenya received the prime minister of Ethiopia in Nairobi on Monday, an official said."
TWO = "They will meet again in Addis Ababa next month, according to the ministry, which gave no details."
BODY = f"<h1>Talks in Nairobi</h1><p>{ONE}</p><p>{TWO}</p>"


def read(folder: Path, html: str | bytes) -> Article:
    path = folder / "page.html"
    path.write_bytes(html.encode() if isinstance(html, str) else html)
    return next(read_articles([path]))


def texts(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks]


def test_menus_scripts_and_sidebars_are_not_read(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"""<html><head><title>Talks in Nairobi | Daily</title><script>var a = "Xi met Abe"</script></head>
        <body>
        <nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>
        <article>{BODY}</article>
        <aside><h3>Most read</h3><ul><li><a href="/x">Macron flies to Berlin for talks</a></li></ul></aside>
        <footer>Copyright 2015 Daily. All rights reserved.</footer></body></html>""",
    )
    assert texts(article) == ["Talks in Nairobi", ONE, TWO]
    assert article.blocks[0].kind is BlockKind.HEADLINE
    assert "Xi met Abe" not in article.text
    assert "Home\nWorld" in article.text


def test_inline_tags_and_entities_do_not_part_words(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"<html><body><p>A <b>king</b>&nbsp;met <i>the</i>\n queen &amp; left.</p><p>{ONE}</p></body></html>",
    )
    assert texts(article)[0] == "A king met the queen & left."


def test_line_breaks_part_paragraphs(tmp_path: Path) -> None:
    assert texts(read(tmp_path, f"<html><body><div>{ONE}<br><br>{TWO}</div></body></html>")) == [ONE, TWO]


METADATA = [
    ('<meta name="date" content="2018-02-03">', date(2018, 2, 3)),
    ('<meta property="article:published_time" content="2018-02-03T10:00:00Z">', date(2018, 2, 3)),
    ("", None),
]


@pytest.mark.parametrize(("meta", "published"), METADATA)
def test_the_day_comes_from_metadata(tmp_path: Path, meta: str, published: date | None) -> None:
    head = (
        f'<head>{meta}<link rel="canonical" href="https://e.org/talks"><title>Talks in Nairobi</title></head>'
    )
    article = read(tmp_path, f"<html>{head}<body>{BODY}<p>© 2015 Daily News</p></body></html>")
    assert article.published == published
    assert article.url == "https://e.org/talks"
    assert article.title == "Talks in Nairobi"


def test_a_date_line_serves_where_metadata_has_none(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"<html><body><h1>Talks</h1><div class='date'>Posted on 3 May 2019</div>{BODY}</body></html>",
    )
    assert article.published == date(2019, 5, 3)


@pytest.mark.parametrize(
    ("declared", "codec"), [("windows-1251", "cp1251"), ("utf-8", "utf-8"), ("iso-8859-5", "iso8859-5")]
)
def test_the_declared_encoding_is_used(tmp_path: Path, declared: str, codec: str) -> None:
    html = f'<html><head><meta charset="{declared}"></head><body><p>Путин met a king.</p></body></html>'
    assert texts(read(tmp_path, html.encode(codec))) == ["Путин met a king."]


def test_an_undeclared_encoding_is_read_as_browsers_do(tmp_path: Path) -> None:
    html = "<html><body><p>Mr Peña met the king of Jordan in Asunción.</p></body></html>"
    assert texts(read(tmp_path, html.encode("cp1252"))) == ["Mr Peña met the king of Jordan in Asunción."]


def test_a_page_too_short_to_choose_from_is_read_whole(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "<html><body><p>Modi met Abe in Tokyo.</p></body></html>")) == [
        "Modi met Abe in Tokyo."
    ]


MONSTERS = ["<" * 1_000_000, "<div>" * 100_000, f"<p>{'(' * 1_000_000}</p>", f"<p>{ONE}</p>" * 3000]


@pytest.mark.parametrize("html", MONSTERS, ids=lambda html: repr(html[:8]))
def test_monstrous_pages_end(tmp_path: Path, html: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(html)
    started = time.process_time()
    list(read_articles([path], on_problem=lambda problem: None))
    assert time.process_time() - started < 30


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "<br>", "<h1>", "</h1>", "<!--", "-->", "<script>", "&amp;", "&#0;", "<![CDATA["]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(TAGS, st.text(max_size=20), st.sampled_from([ONE, TWO])), max_size=12))
def test_blocks_lie_in_the_text_of_any_page(tmp_path: Path, parts: list[str]) -> None:
    path = tmp_path / "page.html"
    path.write_text("".join(parts), "utf-8", "replace")
    for article in read_articles([path], on_problem=lambda problem: None):
        assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)
