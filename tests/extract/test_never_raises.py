"""Whatever the text, reading it raises nothing, no finder fails in silence, and evidence is what the text has there."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.graph.article import read_articles
from summitry.graph.errors import UnreadableInput
from summitry.graph.extract import Extractor

# Words that finders react to, in any order, between any characters at all: more telling than noise alone.
_WORDS = """Vladimir Putin|Xi Jinping|Emomali Rahmon|Angela Merkel|Russian President|the Tajik leader|his counterpart|he|they|
the two leaders|foreign ministers of|the presidents of|Russia|Tajikistan|France|Germany|Chad|Chinese|Kremlin|Moscow|Dushanbe|
Geneva|NATO|the African Union|ASEAN|the CSTO|Crimea|met|meets with|held talks with|arrived in|will visit|visited|was received by|
hosted|called off|summit|the 14th BRICS summit|in|on Tuesday|on 28 June 2022|last week|in 2019|said|told reporters|according to|
that|which|who|and|,|;|:|.|?|“|”|"|'s|(|)|[|]|—|not|would|if|member of|joined|left|suspended from|a military base in|
some 7,000 troops|border|1,357 km|ratified|signed|the Rome Statute|the Paris Agreement|warrant for|International Criminal Court|
invaded|bombed|supplies|S-400 missiles|recognises|ally of|strategic partner|former|to|of|the|a""".replace(
    "\n", ""
).split("|")
_TEXT = st.lists(
    st.sampled_from(_WORDS) | st.sampled_from(["\n", "\n\n"]) | st.text(max_size=8), max_size=60
).map(" ".join)


@given(text=_TEXT | st.text(max_size=300))
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_text_makes_it_raise_or_misquote(
    text: str,
    extractor: Extractor,
    tmp_path_factory: pytest.TempPathFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    caplog.clear()
    try:
        articles = list(read_articles([path]))
    except UnreadableInput:
        return
    with caplog.at_level(logging.ERROR):
        for article in articles:
            for claim in extractor.claims(article):
                assert claim.finding.evidence
                assert 0 < claim.finding.certainty < 1
                for evidence in claim.finding.evidence:
                    assert evidence.exact == article.text[evidence.start : evidence.end] != ""
    assert not caplog.records


@pytest.mark.parametrize(
    "unit",
    ["[", "“", "(", "Xi met Putin in Moscow, ", "Vladimir Putin and Xi Jinping, ", "“No.” ", "of the "],
)
def test_endless_repetition_does_not_hang(unit: str, extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text((unit * 20_000)[:20_000], encoding="utf-8")
    for article in read_articles([path]):
        claims = extractor.claims(article)
        assert all(e.exact == article.text[e.start : e.end] for c in claims for e in c.finding.evidence)


def test_a_million_brackets_do_not_hang(extractor: Extractor, tmp_path: Path) -> None:
    path: Path = tmp_path / "brackets.txt"
    path.write_text("[" * 1_000_000, encoding="utf-8")
    (article,) = read_articles([path])
    assert extractor.claims(article) == ()
