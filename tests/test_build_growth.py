"""graph/build: one more article costs what it touches, not what the store holds; and extending equals fusing anew."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from benchmarks.fusion import fill, layers_of, reported
from benchmarks.synthetic import Press
from benchmarks.synthetic import written as articles_of
from newsroom import AFGHANISTAN, CHINA, CSTO, PUTIN, RUSSIA, TAJIKISTAN, person, visit
from pyoxigraph import NamedNode, Quad
from workshop import WORLD, Desk, Written, written

from summitry.graph.build import Builder, Layers
from summitry.graph.build import desk as desks
from summitry.graph.build.drafts import exchange
from summitry.graph.build.ledger import graph_name
from summitry.graph.claims import Base, Border, Membership, Office, Payload, Relation, Treaty
from summitry.graph.export import export
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import SY

LASTING: list[Payload] = [
    Office(PUTIN, "president", RUSSIA),
    Office(PUTIN, "president", RUSSIA, former=True),
    Office(person("Ali Nazarov"), "adviser", TAJIKISTAN),
    Office(person("Ali Nazarov"), "adviser", None),
    Membership(RUSSIA, CSTO),
    Membership(TAJIKISTAN, CSTO),
    Membership(TAJIKISTAN, CSTO, "former"),
    Border(TAJIKISTAN, AFGHANISTAN, 1200.0),
    Border(TAJIKISTAN, AFGHANISTAN, 1357.0),
    Border(AFGHANISTAN, TAJIKISTAN, None),
    Border(RUSSIA, CHINA, 4209.5),
    Treaty(RUSSIA, "Rome Statute", "signed"),
    Treaty(RUSSIA, "the Rome Statute", "withdrew"),
    Relation(RUSSIA, CHINA, "strategic_partner"),
    Relation(CHINA, RUSSIA, "strategic_partner"),
    Relation(RUSSIA, CHINA, "ally", "old"),
    Base(RUSSIA, TAJIKISTAN, "Kant", "201st", 7000),
    Base(RUSSIA, TAJIKISTAN, None, "201st", None),
]


@pytest.mark.parametrize("seed", range(3))
def test_facts_that_are_extended_are_as_if_fused_anew(seed: int) -> None:
    chance = random.Random(seed)
    papers = ["Tribune", "Herald", "Post", None]
    given = [
        written(
            f"article-{number:02}",
            *chance.choices(LASTING, [9, 1, 6, 1, 9, 5, 1, 5, 3, 2, 6, 5, 1, 6, 2, 1, 4, 2], k=4),
            published=chance.choice(["2021-03-04", "2022-06-29", "2023-01-09", None]),
            publisher=chance.choice(papers),
        )
        for number in range(24)
    ]
    one_by_one, at_once = Desk(), Desk()
    for each in given:
        one_by_one.take(each)
    at_once.take(*reversed(given))
    assert one_by_one.exported() == at_once.exported()
    assert one_by_one.index() == at_once.index()


def test_more_of_the_same_is_not_fused_again(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    desk.take(*(written(f"a{number}", Office(PUTIN, "president", RUSSIA)) for number in range(5)))
    read = count_claims(monkeypatch)
    desk.take(written("more", Office(PUTIN, "president", RUSSIA)))
    assert read() == 0
    desk.take(written("other", Office(PUTIN, "president", RUSSIA, former=True)))
    assert read() >= 5


def test_visits_of_other_years_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    days = [f"{year}-06-28" for year in range(2010, 2022)]
    desk.take(*(written(day, visit(day), published=day) for day in days))
    read = count_claims(monkeypatch)
    desk.take(written("more", visit("2015-06-28"), published="2015-06-29"))
    assert read() == 1
    desk.take(written("undated", visit(None)))  # nobody knows when, and it tries none of them
    assert read() == 0
    desk.take(written("more still", visit("2015-06-28"), published="2015-06-29"))
    assert read() == 2
    desk.take(written("yearless", visit("--06-28")))
    assert read() == 1  # the other of no known time


def count_claims(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many stored claims were read since this was last asked."""
    seen: list[NamedNode] = []
    plain = desks.read_claim

    def counting(article: str, line: str):  # type: ignore[no-untyped-def]
        seen.append(NamedNode(article))
        return plain(article, line)

    monkeypatch.setattr(desks, "read_claim", counting)

    def told() -> int:
        count = len(seen)
        seen.clear()
        return count

    return told


def test_everything_at_once_is_as_article_by_article() -> None:
    press, articles = reported(40, 0)
    at_once, one_by_one = EmbeddedStore(), EmbeddedStore()
    fill(at_once, press, articles)
    claims = {article.iri: own for article, own in articles}
    random.Random(1).shuffle(articles)
    builder = Builder(one_by_one, layers=layers_of(press))
    builder.ingest((article for article, _ in articles), lambda article: claims[article.iri])
    assert everything(at_once) == everything(one_by_one)
    assert not Builder(at_once, layers=layers_of(press)).prepare()


def everything(store: EmbeddedStore) -> tuple[bytes, set[Quad]]:
    """What a store exports, and the machinery's own rows."""
    output = io.BytesIO()
    export(store, output, format="nquads")
    return output.getvalue(), set(store.quads(graph=graph_name(store.iris).value))


class Counting(EmbeddedStore):
    """A store that counts what is read from it."""

    asked = 0

    def quads(self, *given, **named):  # type: ignore[no-untyped-def]
        for quad in super().quads(*given, **named):
            Counting.asked += 1
            yield quad


def work(size: int) -> float:
    """How many quads are read, on average, to work out one more article in a store of so many."""
    press = Press(3, states=20, happenings=size // 6)
    given: list[Written] = list(articles_of(press.corpus(size + 20)))
    builder = Builder(Counting(), layers=Layers(WORLD.ontology, (press.turtle(),)))
    builder.prepare()
    first = desks.Desk(builder.store, builder.known)
    exchange(first, (), given[:size])
    added, removed = first.change()
    builder.store.change(added, removed)
    Counting.asked = 0
    for each in given[size:]:
        desk = desks.Desk(builder.store, builder.known)
        exchange(desk, (), [each])
        gain: tuple[set[Quad], set[Quad]] = desk.change()
        assert any(quad.predicate == SY.claims for quad in gain[0])
    return Counting.asked / 20


@pytest.mark.slow
def test_one_more_article_costs_no_more_in_a_store_eight_times_as_large() -> None:
    assert work(800) <= 2 * work(100)
