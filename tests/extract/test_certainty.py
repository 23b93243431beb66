"""A certainty of 0.9 or more is a promise: at least 95 % of such facts are right. `test_figures` holds it against gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.graph.article import read_articles
from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Meeting, Membership, Status, Summit
from summitry.graph.extract import build_extractor
from summitry.graph.extract.certainty import MEASURED, SURE, calibrated

CHAD = Entity(EntityKind.STATE, "Chad", "state/chad", "Chad")
UNION = Entity(EntityKind.ORGANISATION, "African Union", "organisation/african-union", "AU")
WORDS = (Evidence(0, 4, "Chad"),)


@pytest.mark.parametrize("rule", MEASURED)
def test_only_rules_that_keep_the_promise_are_sure(rule: str) -> None:
    right, found = MEASURED[rule]
    given = calibrated(Finding(Membership(CHAD, UNION), WORDS, 0.99, rule)).certainty
    assert right <= found
    assert given < SURE or (right / found >= 0.95 and found >= 8)


def test_a_rule_without_counts_is_never_sure() -> None:
    assert calibrated(Finding(Membership(CHAD, UNION), WORDS, 0.99, "membership.new")).certainty < SURE
    assert calibrated(Finding(Membership(CHAD, UNION), WORDS, 0.5, "membership.new")).certainty == 0.5


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The African Union summit in Addis Ababa on June 27 was attended by Chad's president.", True),
        ("The African Union summit in Addis Ababa was attended by Chad's president.", False),
        ("The African Union summit in Lusaka was attended by Macky Sall and Paul Kagame.", True),
        ("It was the fifth in the series of Caspian summits.", False),
        ("Many spoke of the Paris summit.", False),
    ],
)
def test_what_is_wrong_every_second_time_is_not_stated(text: str, stated: bool, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"---\npublished: 2022-06-28\n---\n\n{text}")
    (article,) = read_articles([path])
    assert any(isinstance(c.payload, Summit) for c in build_extractor().claims(article)) is stated


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad's president will not attend the African Union summit in Lusaka.", Status.PLANNED),
        ("Macky Sall spoke at the African Union summit in Lusaka.", Status.OCCURRED),
        (
            "Macky Sall spoke at the African Union summit. Paul Kagame will attend the summit later.",
            Status.ONGOING,
        ),
        ("Many spoke of the Paris summit.", None),
    ],
)
def test_an_article_without_a_day_may_tell_of_undated_summits(
    text: str, status: Status | None, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text)
    (article,) = read_articles([path])
    told = [c.payload.status for c in build_extractor().claims(article) if isinstance(c.payload, Summit)]
    assert told == ([status] if status else [])


def test_an_event_at_no_known_time_is_less_certain() -> None:
    told = [Meeting((CHAD, UNION), None, day, Status.OCCURRED) for day in ("2022-06-28", None)]
    dated, undated = (calibrated(Finding(meeting, WORDS, 0.9, "meeting.meet")).certainty for meeting in told)
    assert undated < dated
