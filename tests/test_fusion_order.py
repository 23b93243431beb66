"""graph/fusion: properties of any articles, above all that the order of reading never matters."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import golden_claims
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ARTICLES
from newsroom import (
    WORLD,
    Press,
    slot,
    values,
)

from summitry.graph.claims import (
    Payload,
    Topic,
)
from summitry.graph.fusion import fuse_claims
from summitry.graph.triples import fact_quads
from summitry.graph.vocabulary import Iris

SHARED = Path(__file__).parents[2] / "shared" / "gold"
OWN = Path(__file__).parent / "gold"


def _press(articles: Sequence[tuple[list[Payload], str | None, str | None]]) -> Press:
    press = Press()
    for payloads, published, publisher in articles:
        press.article(*payloads, published=published, publisher=publisher)
    return press


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(
    articles: list[tuple[list[Payload], str | None, str | None]], chance: random.Random
) -> None:
    press = _press(articles)
    before = press.facts()
    chance.shuffle(press.claims)
    assert press.facts() == before


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_every_claim_is_told_once_and_every_fact_can_be_written(
    articles: list[tuple[list[Payload], str | None, str | None]],
) -> None:
    press = _press(articles)
    facts = press.facts()
    assert len({fact.key for fact in facts}) == len(facts)
    told = [claim for fact in facts for claim in fact.claims]
    assert len(told) == len(set(told))
    expected = {f"{c.article}/claim/{c.key}" for c in press.claims if not isinstance(c.payload, Topic)}
    assert expected <= set(told)
    for fact in facts:
        assert list(fact_quads(fact, Iris()))
        for name in {value.property for value in fact.values}:
            assert sum(value.accepted for value in values(fact, name)) == 1


# The events of real articles, from gold facts


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five shared articles are not beside the repository")
def test_the_five_shared_articles_come_to_one_world() -> None:
    claims, contexts = [], {}
    for path in sorted(SHARED.glob("*.json")):
        claims += list(golden_claims.claims(path))
        context = golden_claims.context(path)
        contexts[context.article] = context
    facts = {fact.key: fact for fact in fuse_claims(claims, contexts, WORLD)}
    trip = facts["visit/vladimir-putin-tajikistan-2022-06-28"]
    assert len(trip.articles) == 4 and slot(trip, "eventStatus") == "occurred"
    onward = facts["visit/vladimir-putin-turkmenistan-2022-06-29"]
    assert len(onward.articles) == 4
    assert [v.value for v in values(onward, "startDate") if v.disputed] == ["2022-06-29", "--07-29"]
    border = facts["border/afghanistan-tajikistan"]
    assert [v.value for v in values(border, "lengthKm") if v.disputed] == [1357, 1200]
    disputed = {fact.key for fact in facts.values() if any(value.disputed for value in fact.values)}
    assert len(disputed) == 3  # the summit at the end of the onward trip has its date


def test_the_sample_dispatches_agree_on_the_trip() -> None:
    claims, contexts = [], {}
    for path in sorted(OWN.glob("*.json")):
        claims += list(golden_claims.claims(path))
        context = golden_claims.context(path)
        contexts[context.article] = context
    facts = fuse_claims(claims, contexts, WORLD)
    trips = [fact for fact in facts if fact.key.startswith("visit/vladimir-putin-tajikistan-2022")]
    assert [slot(fact, "startDate") for fact in trips] == ["2022-06-28"]
    assert len(trips[0].articles) >= 3
