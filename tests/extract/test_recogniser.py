"""The recogniser is asked at once where a passage may name somebody, later where a finder wants a time, else never."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import entity_type, is_dated

GRAPH = Path(__file__).parents[2] / "graph"
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Macron flew to Warsaw on Tuesday, where he met Duda.", False),  # every name is known
        ("On Tuesday the prime minister of Poland flew to Paris.", False),  # capitals, but of nobody's name
        ("Macron flew to Warsaw with Odile Bernardin, a banker.", True),
    ],
)
def test_only_a_passage_that_may_name_somebody_is_read_at_once(read: Read, text: str, asked: bool) -> None:
    (passage,) = read(text).passages
    assert passage.doc.has_annotation("ENT_IOB") is asked


def test_a_name_that_only_the_recogniser_sees_is_somebody(read: Read) -> None:
    reading = read("The guests of Macron in Warsaw were led by Odile Bernardin, a banker.")
    people = [m for m in reading.passages[0].mention_at.values() if m.kind is MentionKind.PERSON]
    assert "Odile Bernardin" in [m.text for m in people]


def test_a_time_is_asked_for_where_it_is_wanted(read: Read) -> None:
    (passage,) = read("The president flew to Warsaw on Tuesday and praised the king.").passages
    words = {t.text: t for t in passage.doc}
    assert is_dated(words["Tuesday"])
    assert not is_dated(words["praised"])
    assert entity_type(words["Tuesday"]) == "DATE"


def test_nobody_else_looks_up_what_the_recogniser_may_not_have_read_yet() -> None:
    files = {p.name for p in GRAPH.rglob("*.py") if ".ent_type" in p.read_text(encoding="utf-8")}
    assert files == {"recogniser.py"}
