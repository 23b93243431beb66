"""A sentence without its trimmings: what a pattern is matched against beside the sentence itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summitry.graph.article import read_articles
from summitry.graph.extract import Extractor
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template

TRIMMED = {
    "an adverb": ("Chile has also formally joined the pact.", "⟦S0⟧ has joined the pact."),
    "a time": ("Chile joined the pact on Monday.", "⟦S0⟧ joined the pact."),
    "brackets": ("Chile (a member of old) joined the pact.", "⟦S0⟧ joined the pact."),
    "a clause": ("Chile, which had long held out, joined the pact.", "⟦S0⟧ joined the pact."),
    "an apposition": ("Chile, the last to hold out, joined the pact.", "⟦S0⟧ joined the pact."),
    "a report": ("Chile said that it was leaving the pact.", "⟦S0⟧ was leaving the pact."),
}


def views(extractor: Extractor, tmp_path: Path, text: str) -> tuple[Template, ...]:
    """The readings of the text's last sentence."""
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles([path])
    return templates(extractor.read(article))[-1].views


@pytest.mark.parametrize("name", TRIMMED)
def test_trimmings_are_left_out(name: str, extractor: Extractor, tmp_path: Path) -> None:
    text, trimmed = TRIMMED[name]
    assert trimmed in [view.text for view in views(extractor, tmp_path, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile has not joined the pact.",
        "Chile, Peru and Cuba joined the pact.",
        "Chile never joined the pact.",
    ],
)
def test_what_changes_the_sense_stays(text: str, extractor: Extractor, tmp_path: Path) -> None:
    words = [view.text for view in views(extractor, tmp_path, text)]
    assert all("not" in w or "never" in w or "⟦S2⟧" in w for w in words)


def test_it_is_the_state_that_the_sentence_before_told_of(extractor: Extractor, tmp_path: Path) -> None:
    found = views(extractor, tmp_path, "Chile belongs to the United Nations. It left the pact with Peru.")[-1]
    assert found.text == "⟦S1⟧ left the pact with ⟦S0⟧."
    assert [s.name for s in found.states("⟦S1⟧")] == ["Chile"]


def test_a_trimmed_match_leads_back_to_the_words_of_the_article(extractor: Extractor, tmp_path: Path) -> None:
    text = "Chile, which had long held out, joined the pact."
    whole = views(extractor, tmp_path, text)[1]
    match = re.search(r"⟦S0⟧ joined", whole.text)
    assert match is not None
    evidence = whole.evidence(match)
    assert evidence.exact == text[evidence.start : evidence.end] == "Chile, which had long held out, joined"
