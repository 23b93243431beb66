"""People named together become one mark; long sentences stay fast."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.graph.article import read_articles
from summitry.graph.claims import Summit
from summitry.graph.extract import Extractor
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.together import together

Told = Callable[..., list[Summit]]


def test_lists_become_marks(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text(
        "Germany's Olaf Scholz, Joe Biden of the United States and Japan attended.\n", encoding="utf-8"
    )
    (article,) = read_articles([path])
    (sentence,) = templates(extractor.read(article))
    marked = together(sentence)
    assert marked.text == "⟪0⟫ attended."
    assert [e.name for e in marked.people("⟪0⟫")] == ["Olaf Scholz", "Joe Biden", "Japan"]


@pytest.mark.parametrize(
    "words", [" also too both all", ", the host,", " and Joe Biden", " (", " did not, who was not"]
)
def test_long_sentences_take_no_longer(words: str, told: Told) -> None:
    """Patterns with several optional parts must not try every way to share out a long run of words."""
    begun = time.process_time()
    told(f"The NATO summit was held in Madrid on Monday. Joe Biden{words * 200} attended.", Summit)
    assert time.process_time() - begun < 20


def test_a_fronted_name_is_no_part_of_a_list(told: Told) -> None:
    text = "In the absence of Olaf Scholz, Joe Biden represented them at the NATO summit in Madrid."
    (summit,) = told(text, Summit)
    assert [e.name for e in summit.absentees] == ["Olaf Scholz"]
    assert [e.name for e in summit.attendees] == ["Joe Biden"]
