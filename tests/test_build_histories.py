"""graph/build: whatever comes and goes, the store is as if only what stays had ever come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ARTICLES, PAYLOADS
from workshop import Desk, Written, written

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
    desk, kept = Desk(), dict[str, Written]()
    waiting = [(number % 4, True) for number in range(len(drafts))] + operations
    for turn, (place, enters) in enumerate(waiting):
        name = f"article-{place}"
        if enters:
            payloads, published, publisher = drafts[turn % len(drafts)]
            kept[name] = written(name, *payloads, published=published, publisher=publisher)
            desk.take(kept[name])
        elif name in kept:
            desk.builder.remove(kept.pop(name)[0].iri)
    fresh = Desk()
    fresh.take(*(kept[name] for name in sorted(kept)))
    fresh.builder.prepare()
    assert desk.exported() == fresh.exported()
    assert desk.index() == fresh.index()
    assert desk.others() == fresh.others()
