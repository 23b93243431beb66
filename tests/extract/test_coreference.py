"""Whom a surname, a given name, "the leader" or "the two" stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.graph.article import read_articles
from summitry.graph.extract import Extractor

CASES = {
    "the head of state whose wife shares the name": (
        "2016-03-22",
        "US President Barack Obama landed with First Lady Michelle Obama. Later Obama spoke.",
        "Obama spoke",
        ["Barack Obama"],
    ),
    "Mrs tells": (
        "2016-03-22",
        "US President Barack Obama landed with First Lady Michelle Obama. Later Mrs Obama spoke.",
        "Mrs Obama",
        ["Michelle Obama"],
    ),
    "a post with a given name": (
        "2022-09-16",
        "Pakistan's Prime Minister Shehbaz Sharif was expected. Prime Minister Shehbaz came on Friday.",
        "Prime Minister Shehbaz came",
        ["Shehbaz Sharif"],
    ),
    "the leader of a state that a president does not lead": (
        "2019-04-25",
        "The leader of the DPRK came by train.",
        "leader of the DPRK",
        ["Kim Jong-un"],
    ),
    "both guests are not their host": (
        "2010-04-08",
        "Barack Obama and Dmitry Medvedev signed it. Czech President Vaclav Klaus received both guests.",
        "guests",
        ["Barack Obama", "Dmitry Medvedev"],
    ),
    "the three": (
        "2023-02-10",
        "Volodymyr Zelensky dined with Emmanuel Macron and Olaf Scholz. The three met before.",
        "three",
        ["Volodymyr Zelenskyy", "Emmanuel Macron", "Olaf Scholz"],
    ),
    "ministers of any portfolio": (
        "2018-08-04",
        "Indian foreign minister Sushma Swaraj received Uzbek foreign minister Abdulaziz Kamilov. The two ministers spoke.",
        "ministers spoke",
        ["Sushma Swaraj", "Abdulaziz Kamilov"],
    ),
    "both of them": (
        "2023-07-10",
        "A meeting of Kosovo Prime Minister Albin Kurti and Serbian President Aleksandar Vucic is possible when both of them agree.",
        "both",
        ["Albin Kurti", "Aleksandar Vučić"],
    ),
    "leaders of a region are not the last two": (
        "2023-02-10",
        "Emmanuel Macron met Olaf Scholz. A dozen African leaders stayed away.",
        "leaders",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_meant(name: str, extractor: Extractor, tmp_path: Path) -> None:
    published, text, phrase, expected = CASES[name]
    path = tmp_path / "text.md"
    path.write_text(f"---\npublished: {published}\n---\n\n{text}\n", encoding="utf-8")
    (article,) = read_articles([path])
    reading = extractor.read(article)
    at = article.text.index(phrase)
    found = [
        reading.entities(mention)
        for passage in reading.passages
        for mention in passage.mention_at.values()
        if mention.start < at + len(phrase) and mention.end > at
    ]
    assert [e.name for e in found[0]] == expected
