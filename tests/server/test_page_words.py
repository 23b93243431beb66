"""Small words of pages: dates, links, names of columns, sentences around what is quoted."""

from __future__ import annotations

import pytest
from served import BASE

from summitry.server.pages.articles import Paragraph, Span, Stretch, cut
from summitry.server.pages.links import Links, day, is_date, short, spaced, ticked
from summitry.server.pages.passages import sentence


@pytest.mark.parametrize(
    "text,shown",
    [
        ("2022-06-28", "28 June 2022"),
        ("2022-06", "June 2022"),
        ("2022", "2022"),
        ("--06-28", "28 June, year unknown"),
        ("--06", "June, year unknown"),
        ("7000 men", "7000 men"),
        ("2022-13", "2022-13"),
        ("", ""),
    ],
)
def test_dates_read_as_people_write_them(text: str, shown: str) -> None:
    assert day(text) == shown


def test_small_words() -> None:
    links = Links(BASE)
    assert links.href(f"{BASE}id/visit/a b?c#d") == "/page/visit/a%20b%3Fc%23d"
    assert links.href("javascript:alert(1)") is None and links.href("mailto:a@b") is None
    assert links.href(f"{BASE}ontology#Visit") == "/ontology#Visit"
    assert short(f"{BASE}ontology#Visit") == "sy:Visit" and short("urn:x") == "urn:x"
    assert (spaced("length_km"), spaced("lengthKm"), spaced("not-ratified")) == (
        "length km",
        "length km",
        "not ratified",
    )
    assert str(ticked("a `b` <i>")) == "a <code>b</code> &lt;i&gt;" and str(ticked("a `b")) == "a `b"
    assert is_date("2022") and not is_date("12")


@pytest.mark.parametrize(
    "text,exact,whole",
    [
        ("One came. Two met Mr. Three on Monday. Four left.", "met", "Two met Mr. Three on Monday."),
        ("He left on Feb. 24. “We met,” he said. It rained.", "met", "“We met,” he said."),
        ("A headline\nThe U.S. president met him", "met", "The U.S. president met him"),
        ("Did they meet? They did. So it is.", "They did.", "They did."),
        ("met", "met", "met"),
    ],
)
def test_words_stand_in_their_sentence(text: str, exact: str, whole: str) -> None:
    before, _, after = text.partition(exact)
    assert "".join(sentence(before, exact, after)) == whole


def test_a_text_is_cut_where_passages_begin_and_end() -> None:
    text = "One two three.\n\nFour five."
    spans = (Span(4, 13, 1), Span(8, 20, 2), Span(90, 99, 3))
    first = [("One ", ()), ("two ", (1,)), ("three", (1, 2)), (".", (2,))]
    second = [("Four", (2,)), (" five.", ())]
    assert pieces(cut(text, spans)) == [first, second]
    assert pieces(cut(text, spans, (Stretch("paragraph", 16, 26),))) == [second]
    assert pieces(cut(text, spans, (Stretch("headline", 4, 8),))) == [[("two ", (1,))]]


def pieces(paragraphs: tuple[Paragraph, ...]) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(part.text, part.claims) for part in paragraph.fragments] for paragraph in paragraphs]
