"""The figures that extraction has reached, guarded: a change may raise these floors, never slip below them.

The held-out half is for reporting: rules are tuned on the other half, and nobody looks at its errors.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.graph.article import Article
from summitry.graph.evaluation import Tally, evaluate
from summitry.graph.extract import Extractor, build_extractor
from summitry.graph.jsonl import Fact, fact_of
from tests.conftest import ROOT

DEVELOPMENT = ROOT / "tests" / "development"
SETS = {  # name -> gold, articles, floor of precision and of F1 over the core facts
    "tuning": (DEVELOPMENT / "tuning" / "gold", DEVELOPMENT / "tuning", 0.94, 0.89),
    "holdout": (DEVELOPMENT / "holdout" / "gold", DEVELOPMENT / "holdout", 0.87, 0.77),
    "corpus": (ROOT / "tests" / "gold", ROOT / "tests" / "corpus", 0.91, 0.845),
}
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor()


def facts(extractor: Extractor, article: Article) -> list[Fact]:
    return [fact_of(claim, article.file) for claim in extractor.claims(article)]


@pytest.mark.parametrize("name", SETS)
def test_figures_hold(name: str, extractor: Extractor) -> None:
    gold, articles, precision, f1 = SETS[name]
    core = evaluate(gold, articles, lambda article: facts(extractor, article)).core["overall"]
    assert core.precision >= precision
    assert core.f1 >= f1


@pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the shared articles are not beside the repository"
)
def test_figures_hold_on_real_articles(extractor: Extractor) -> None:
    gold: Path = SHARED / "gold"
    report = evaluate(gold, SHARED / "articles", lambda article: facts(extractor, article))
    assert report.core["overall"].f1 >= 0.95
    assert report.all["overall"].f1 >= 0.85


def test_a_certainty_of_nine_tenths_keeps_its_promise(extractor: Extractor) -> None:
    sure, found = Tally(), 0
    for gold, articles, _, _ in SETS.values():
        report = evaluate(gold, articles, lambda article: facts(extractor, article))
        sure, found = sure + report.sure, found + report.all["overall"].found
    assert sure.precision >= 0.95
    assert sure.found >= 0.35 * found  # and not by daring nothing


def test_no_finder_fails_on_the_development_set(
    extractor: Extractor, caplog: pytest.LogCaptureFixture
) -> None:
    for gold, articles, _, _ in SETS.values():
        evaluate(gold, articles, lambda article: facts(extractor, article))
    assert not [record for record in caplog.records if "failed" in record.message]
