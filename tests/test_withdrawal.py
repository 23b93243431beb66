"""What would fall without an article: the dry run tells what the removal then does."""

from __future__ import annotations

import json

import pytest
from newsroom import CSTO, RUSSIA, TAJIKISTAN, meeting, visit
from pyoxigraph import RdfFormat, Triple, parse
from workshop import ENTRY, IRIS, RUMOUR, TRIP, Desk, written

from summitry.graph.build import render_withdrawal, withdrawal
from summitry.graph.build.withdrawal import render_fate
from summitry.graph.claims import Base, Membership
from summitry.graph.errors import UnknownName
from summitry.graph.vocabulary import SY

BASE = written("base", Base(RUSSIA, TAJIKISTAN, "Dushanbe", None, 7000), Membership(RUSSIA, CSTO))
ECHO = written("echo", meeting("2022-06-28"), published="2022-06-30")


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.take(TRIP, RUMOUR, ENTRY, BASE, ECHO)
    return desk


def layers(desk: Desk) -> set[tuple[str, ...]]:
    """The triples of the two layers that withdrawals speak of."""
    return {
        tuple(map(str, quad.triple))
        for name in ("facts", "inferred")
        for quad in desk.store.quads(graph=IRIS.graph(name).value)
    }


@pytest.mark.parametrize("name", ["trip", "rumour", "entry", "base", "echo"])
def test_what_is_told_is_what_then_happens(desk: Desk, name: str) -> None:
    before = layers(desk)
    told = withdrawal(desk.builder, f"{name}.txt")
    assert layers(desk) == before, "a dry run writes nothing"
    desk.builder.remove(f"{name}.txt")
    assert {tuple(map(str, triple)) for triple in told.triples} == before - layers(desk)


def test_inferences_fall_with_the_fact_beneath_them(desk: Desk) -> None:
    told = withdrawal(desk.builder, "base.txt")
    assert "Russia has military presence in Tajikistan" in told.inferred
    assert "Russia operates base in Tajikistan" in told.statements
    assert any("Russia" in label for _, label in told.facts)
    assert not any("met" in sentence for sentence in (*told.statements, *told.inferred))


def test_what_others_support_stays(desk: Desk) -> None:
    alone = Desk()
    alone.take(written("one", visit("2022-06-28")), written("two", visit("2022-06-28")))
    told = withdrawal(alone.builder, "two.txt")
    assert (told.facts, told.statements, told.inferred) == ((), (), ())
    assert "nothing would fall" in render_withdrawal(told)


def test_a_fact_that_would_say_something_else_is_told_with_both_values() -> None:
    desk = Desk()
    for_longer = Base(RUSSIA, TAJIKISTAN, "Dushanbe", None, 9000)
    desk.take(
        written("a", BASE_OF_7000, published="2022-01-01"),
        written("b", BASE_OF_7000, published="2022-01-02"),
        written("c", for_longer, published="2022-01-03"),
    )
    told = withdrawal(desk.builder, "a.txt"), withdrawal(desk.builder, "b.txt")
    assert all(not each.facts for each in told)
    desk.builder.remove("a.txt")
    (revised,) = withdrawal(desk.builder, "c.txt").revised
    assert (revised.property, revised.before, revised.after) == ("personnel", "“9000”", "“7000”")


BASE_OF_7000 = Base(RUSSIA, TAJIKISTAN, "Dushanbe", None, 7000)


def test_as_text_json_and_turtle(desk: Desk) -> None:
    told = withdrawal(desk.builder, "base.txt")
    assert "  No longer following" in render_withdrawal(told)
    assert json.loads(render_withdrawal(told, "json"))["article"] == told.article
    assert "sy:hasMilitaryPresenceIn" in render_withdrawal(told, "turtle")


def test_the_fate_of_one_fact_is_told_in_every_format(desk: Desk) -> None:
    lost = withdrawal(desk.builder, "base.txt")
    falls, stands = (
        Triple(IRIS.entity("state/russia"), SY.operatesBaseIn, IRIS.entity(f"state/{name}"))
        for name in ("tajikistan", "china")
    )
    assert falls in lost.triples
    assert render_fate(lost, falls, "it") == f"it: would fall without {lost.article}"
    assert render_fate(lost, stands, "it") == f"it: would stand without {lost.article}"
    assert json.loads(render_fate(lost, falls, "it", "json")) == {
        "article": lost.article,
        "sentence": "it",
        "falls": True,
    }
    assert [quad.triple for quad in parse(render_fate(lost, falls, "it", "turtle"), RdfFormat.TURTLE)] == [
        falls
    ]
    assert not list(parse(render_fate(lost, stands, "it", "turtle"), RdfFormat.TURTLE))


def test_an_unknown_article_is_named(desk: Desk) -> None:
    with pytest.raises(UnknownName, match="no article is called 'gazette'"):
        withdrawal(desk.builder, "gazette")
