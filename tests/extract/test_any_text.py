"""Any text can be read: no finder raises, and every fact's words stand where it says they do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.graph.article import Article, read_articles
from summitry.graph.errors import UnreadableInput
from summitry.graph.extract import Extractor
from summitry.graph.extract.extractor import FINDERS

WORDS = (
    "Russia China Taiwan Kosovo NATO the EU Putin Xi Jinping President Minister of and , . ; : — ( ) \" “ ” ’s it its which who has "
    "not never signed ratified recognised joined left met visited a base troops 7,000 allies border 1,300 km on Monday in June 2022 "
    "treaty Rome Statute warrant ICC sold missiles to invaded Ukraine Black Sea Fleet at Sevastopol his son two leaders ⟦S0⟧ ⟪T⟫ 1 \n\n"
).split(" ")  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=200)


def article(folder: Path, text: str) -> Article | None:
    """The text as an article, where it has anything to read."""
    path = folder / "any.txt"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    try:
        return next(iter(read_articles([path], date(2022, 6, 28))), None)
    except UnreadableInput:
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SENTENCES | ANYTHING)
def test_any_text_is_read(text: str, extractor: Extractor, tmp_path: Path) -> None:
    found = article(tmp_path, text)
    if found is None:
        return
    reading = extractor.read(found)
    for finder in FINDERS:
        list(finder(reading))  # the extractor itself would only log what a finder raises
    for claim in extractor.claims(found):
        assert claim.finding.evidence
        for evidence in claim.finding.evidence:
            assert 0 <= evidence.start < evidence.end <= len(found.text)
            assert found.text[evidence.start : evidence.end] == evidence.exact


@pytest.mark.parametrize("text", ["(" * 5000, "“" * 3000, "a" * 20000, "Russia, " * 1500, "it " * 3000])
def test_monotony_is_read_quickly(text: str, extractor: Extractor, tmp_path: Path) -> None:
    found = article(tmp_path, text)
    assert found is None or len(extractor.claims(found)) < 50
