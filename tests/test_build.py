"""graph/build: articles in and out of a store, which always holds just what the rest of them supports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from newsroom import CSTO, RUSSIA, TAJIKISTAN, person, visit
from pyoxigraph import Literal, NamedNode, Quad
from sparql_server import serving
from workshop import ENTRY, IRIS, RUMOUR, TRIP, WORLD, Desk, ask, written

from summitry.graph.article import Article
from summitry.graph.build import Builder, Layers, articles, status
from summitry.graph.build.ledger import graph_name
from summitry.graph.claims import Claim, Membership, Office, Statement
from summitry.graph.errors import StoreError, UnknownName
from summitry.graph.store import EmbeddedStore, open_store
from summitry.graph.vocabulary import SY


@pytest.fixture
def desk() -> Desk:
    return Desk()


# Articles in


def test_an_article_once_read_changes_nothing_when_read_again(desk: Desk) -> None:
    assert desk.take(TRIP, RUMOUR) == ["added", "added"]
    before, index = desk.exported(), desk.index()
    assert desk.take(TRIP, RUMOUR) == ["unchanged", "unchanged"]
    assert (desk.exported(), desk.index()) == (before, index)


def test_two_articles_make_one_visit_with_both_behind_it(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR)
    found = ask(desk, "SELECT ?v (COUNT(?a) AS ?n) { ?v a sy:Visit ; sy:reportedIn ?a } GROUP BY ?v")
    assert found == [[IRIS.entity("visit/vladimir-putin-tajikistan-2022-06-28").value, "2"]]
    visited = "SELECT ?who { ?who sy:visited <id/state/tajikistan> }"
    assert ask(desk, visited) == [[PUTIN_IRI]]


PUTIN_IRI = IRIS.entity("person/vladimir-putin").value


def test_a_changed_article_replaces_what_it_said(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR)
    corrected = written("trip", visit("2021-05-08"), published="2022-06-29")
    assert desk.take(corrected) == ["changed"]
    fresh = Desk()
    fresh.take(corrected, RUMOUR)
    assert (desk.exported(), desk.index()) == (fresh.exported(), fresh.index())


def test_what_only_a_removed_article_supported_goes_with_it(desk: Desk) -> None:
    desk.take(RUMOUR)
    before, index = desk.exported(), desk.index()
    desk.take(TRIP, ENTRY)
    assert desk.builder.remove("trip.txt") == TRIP[0].iri
    desk.builder.remove("https://example.org/entry")
    assert (desk.exported(), desk.index()) == (before, index)


def test_an_emptied_store_is_as_a_new_one(desk: Desk) -> None:
    desk.builder.prepare()
    before, index = desk.exported(), desk.index()
    desk.take(TRIP, RUMOUR, ENTRY)
    for article, _ in (TRIP, RUMOUR, ENTRY):
        desk.builder.remove(article.iri)
    assert (desk.exported(), desk.index()) == (before, index)


def test_one_article_twice_in_one_run_counts_once(desk: Desk) -> None:
    old = written("trip", visit("2021-05-08"))
    claims = [old[1], TRIP[1]]
    steps = desk.builder.ingest([old[0], TRIP[0]], lambda article: claims[article.digest == TRIP[0].digest])
    fresh = Desk()
    fresh.take(TRIP)
    assert desk.exported() == fresh.exported()
    assert [step.outcome for step in steps][-1] in ("added", "changed")


def test_articles_are_named_by_iri_url_file_or_the_end_of_one(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR)
    for name in (TRIP[0].iri, "https://example.org/trip", "trip.txt", "trip", TRIP[0].iri[-16:]):
        assert desk.builder.find(name) == TRIP[0].iri
    with pytest.raises(UnknownName, match=r"no article is called 'none'.*lists them"):
        desk.builder.find("none")
    again = written("other/trip", visit("2019-06-15"))
    desk.take((replace(again[0], file="sub/trip"), again[1]))
    with pytest.raises(UnknownName, match="several articles are called 'trip'"):
        desk.builder.find("trip")


# What goes wrong


def test_an_article_that_cannot_be_read_is_left_out_and_told(desk: Desk) -> None:
    def extract(article: Article) -> Iterable[Claim]:
        if article.iri == RUMOUR[0].iri:
            raise ValueError("too odd")
        return TRIP[1]

    seen: list[str] = []
    steps = desk.builder.ingest(
        [RUMOUR[0], TRIP[0]], extract, progress=lambda step: seen.append(step.outcome)
    )
    assert {step.article.iri: step.outcome for step in steps} == {
        TRIP[0].iri: "added",
        RUMOUR[0].iri: "failed",
    }
    assert sorted(seen) == ["added", "failed"]
    assert [str(step.error) for step in steps if step.error] == ["too odd"]
    fresh = Desk()
    fresh.take(TRIP)
    assert desk.exported() == fresh.exported()


class Failing(EmbeddedStore):
    """A store that refuses to be written to when told to."""

    broken = False

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        if self.broken:
            raise StoreError("disk full")
        super().change(added, removed)


def test_a_store_that_cannot_be_written_to_stays_as_it_was() -> None:
    store = Failing()
    desk = Desk(store)
    desk.take(RUMOUR)
    before, index = desk.exported(), desk.index()
    store.broken = True
    with pytest.raises(StoreError, match="disk full"):
        desk.take(TRIP)
    with pytest.raises(StoreError):
        desk.builder.remove("rumour")
    assert (desk.exported(), desk.index()) == (before, index)
    store.broken = False
    assert desk.take(TRIP) == ["added"]
    fresh = Desk()
    fresh.take(TRIP, RUMOUR)
    assert desk.exported() == fresh.exported()


# Facts beside the reference data


def test_no_triple_stands_in_two_layers(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR, ENTRY)
    layers = [IRIS.graph(layer).value for layer in ("reference", "facts", "inferred", "about")]
    triples = [quad.triple for layer in layers for quad in desk.store.quads(graph=layer)]
    assert len(triples) == len(set(triples))


def test_claims_join_the_nodes_of_the_reference_data(desk: Desk) -> None:
    desk.take(RUMOUR, ENTRY)
    disputed = (
        "SELECT ?v ?a { <id/border/afghanistan-tajikistan> sy:hasValue [ sy:value ?v ; sy:accepted ?a ] }"
    )
    assert ask(desk, disputed) == [["1200", "false"], ["1357", "true"]]
    length = "SELECT ?km { <id/border/afghanistan-tajikistan> sy:lengthKm ?km }"
    assert ask(desk, length) == [["1357"]]
    tenure = "SELECT ?t { ?t sy:holder <id/person/vladimir-putin> ; sy:reportedIn ?a }"
    assert ask(desk, tenure) == [[IRIS.entity("tenure/vladimir-putin-president-russia-2012").value]]


def test_plain_triples_of_the_reference_data_outlive_articles(desk: Desk) -> None:
    members = "SELECT ?m { ?m sy:memberOf <id/organisation/csto> }"
    desk.take(written("one", Membership(RUSSIA, CSTO), Membership(TAJIKISTAN, CSTO)))
    russia, tajikistan = (IRIS.entity(f"state/{name}").value for name in ("russia", "tajikistan"))
    assert ask(desk, members) == [[russia], [tajikistan]]
    desk.builder.remove("one")
    assert ask(desk, members) == [[russia]]


def test_people_are_bound_and_parted_as_articles_come_and_go(desk: Desk) -> None:
    one, other = person("Abdufattoh Sharifzoda"), person("Abdufattokh Sharifzoda")
    speech = written("speech", Statement(one, "No documents will be signed"))
    desk.take(speech, written("first", Office(one, "spokesperson", TAJIKISTAN)))
    before = desk.exported()
    desk.take(written("second", Office(other, "spokesperson", TAJIKISTAN)))
    speakers = "SELECT ?p ?l { ?s a sy:Statement ; sy:speaker ?p . ?p rdfs:label ?l }"
    assert ask(desk, speakers) == [[IRIS.entity(other.key).value, one.name]]
    also = f"SELECT ?n {{ <id/{other.key}> skos:altLabel ?n }}"
    assert ask(desk, also) == [[other.name]]
    desk.builder.remove("second")
    assert desk.exported() == before


def test_new_spellings_become_other_names_as_long_as_somebody_uses_them(desk: Desk) -> None:
    spelt = replace(RUSSIA, written="Rossiya")
    also = "SELECT ?n { <id/state/russia> skos:altLabel ?n }"
    desk.take(written("one", Membership(spelt, CSTO)), written("two", Membership(spelt, CSTO)))
    assert ask(desk, also) == [["Rossiya"]]
    desk.builder.remove("one")
    assert ask(desk, also) == [["Rossiya"]]
    desk.builder.remove("two")
    assert ask(desk, also) == []


# The layers


def test_newer_reference_data_are_loaded_and_facts_fused_anew(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR, ENTRY)
    newer = Layers(WORLD.ontology, (WORLD.reference[0].replace(b"1357", b"1344"),))
    assert not Builder(desk.store, layers=WORLD).prepare()
    assert Builder(desk.store, layers=newer).prepare()
    fresh = Builder(EmbeddedStore(), layers=newer)
    claims = {article.iri: own for article, own in (TRIP, RUMOUR, ENTRY)}
    fresh.ingest((article for article, _ in (TRIP, RUMOUR, ENTRY)), lambda article: claims[article.iri])
    again = Desk(fresh.store)
    assert (desk.exported(), desk.index()) == (again.exported(), again.index())
    assert b"1344" in desk.exported()


def test_a_rebuild_gives_the_same_graph(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR, ENTRY)
    before, index = desk.exported(), desk.index()
    assert desk.builder.rebuild() == 3
    assert (desk.exported(), desk.index()) == (before, index)


def test_a_rebuild_mends_what_was_spoilt(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR, ENTRY)
    before = desk.exported()
    desk.store.update(f"CLEAR GRAPH <{IRIS.graph('facts').value}> ; CLEAR GRAPH <{graph_name(IRIS).value}>")
    desk.builder.rebuild()
    assert desk.exported() == before


def test_curated_triples_are_never_touched(desk: Desk) -> None:
    desk.take(TRIP)
    mine = Quad(NamedNode("http://example.org/mine"), SY.detail, Literal("x"))
    desk.store.change([mine])
    desk.take(RUMOUR)
    desk.builder.remove("trip")
    desk.builder.rebuild()
    assert desk.store.has(mine)


def test_a_data_set_may_have_a_base_of_its_own() -> None:
    base = "https://graph.example.org/"
    store = EmbeddedStore(base=base)
    Builder(store, layers=WORLD).prepare()
    assert store.has(
        Quad(NamedNode(f"{base}id/state/russia"), SY.memberOf, NamedNode(f"{base}id/organisation/csto"),
             NamedNode(f"{base}graph/facts"))
    )  # fmt: skip


# What is there


def test_status_counts_and_articles_lists(desk: Desk, tmp_path: Path) -> None:
    desk = Desk(EmbeddedStore(tmp_path))
    desk.take(TRIP, RUMOUR)
    found = status(desk.store)
    assert (found.articles, found.claims, found.facts) == (2, 4, 3)
    assert found.layers["facts"] and found.layers["claims"] and not found.layers["curated"]
    assert found.versions == WORLD.versions() and found.size and found.size > 1000
    assert sum(found.layers.values()) <= desk.store.count()
    first, second = articles(desk.store)
    assert (first.label, first.published, first.claims) == ("trip", date(2022, 6, 29), 2)
    assert (second.file, second.url) == ("rumour.txt", "https://example.org/rumour")


@pytest.mark.slow
def test_a_server_is_built_on_like_a_folder(desk: Desk) -> None:
    with serving() as server:
        remote = Desk(open_store(server.url))
        for each in (desk, remote):
            each.take(TRIP, RUMOUR)
            each.take(ENTRY)
            each.builder.remove("rumour")
        assert remote.exported() == desk.exported()
        assert remote.index() == desk.index()
        assert status(remote.store).layers == status(desk.store).layers
