"""graph/build: whatever comes and goes, the store is as if only what stays had ever come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ARTICLES, PAYLOADS
from workshop import lived_through, written

from summitry.graph.build.records import read_claim, write_claim
from summitry.graph.claims import Claim, Evidence, Finding, Payload


@settings(deadline=None)
@given(PAYLOADS)
def test_records_lose_nothing(payload: Payload) -> None:
    finding = Finding(payload, (Evidence(3, 5, "ab"), Evidence(9, 9, "")), 0.75, "rule", "the Kremlin")
    claim = Claim("https://w3id.org/summitry/id/article/00", "k", finding)
    assert read_claim(claim.article, write_claim(claim)) == claim


OPERATIONS = st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=6)


@settings(max_examples=12, deadline=None)
@given(ARTICLES, OPERATIONS)
def test_any_history_leaves_what_a_fresh_build_would(
    drafts: list[tuple[list[Payload], str | None, str | None]], operations: list[tuple[int, bool]]
) -> None:
    """`operations` put a draft in under one of four names, or take that name's article out."""
    articles = [
        lambda name, own=own, day=day, paper=paper: written(name, *own, published=day, publisher=paper)
        for own, day, paper in drafts
    ]
    desk, fresh = lived_through(articles, 4, operations)
    assert desk.exported() == fresh.exported()
    assert desk.index() == fresh.index()
    assert desk.others() == fresh.others()
