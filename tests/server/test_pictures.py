"""Pictures: which suit a table, where things stand in them, and that the choice stays in the link."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from served import BASE, serve, world
from test_pages import PAGE, outline

from summitry.graph.questions import Cell, Table, from_json
from summitry.server import sparql
from summitry.server.pages.choices import choose
from summitry.server.pages.links import Links
from summitry.server.pages.maps import draw_map
from summitry.server.pages.networks import draw_network, spread
from summitry.server.pages.pictures import WIDTH
from summitry.server.pages.samples import SAMPLES, Sample
from summitry.server.pages.timelines import draw_timeline

LINKS = Links(BASE)
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return serve(world(), sparql.blueprint)


def table(**columns: list[Cell | None]) -> Table:
    return Table(tuple(columns), tuple(zip(*columns.values(), strict=True)))


def names(*texts: str) -> list[Cell | None]:
    return [Cell(text) for text in texts]


def dates(*texts: str) -> list[Cell | None]:
    return [Cell(text, datatype=XSD + "date") for text in texts]


def numbers(*values: int) -> list[Cell | None]:
    return [Cell(str(value), datatype=XSD + "integer") for value in values]


def cities(*keys: str) -> list[Cell | None]:
    return [Cell(f"{BASE}id/city/{key}", "iri") for key in keys]


@pytest.mark.parametrize(
    "columns,views",
    [
        ({"who": names("A", "B")}, ["table"]),
        ({"who": names("A", "B"), "whom": names("C", "D")}, ["table", "network"]),
        ({"who": names("A", "B"), "day": dates("2022-01-01", "2022-01-03")}, ["table", "timeline"]),
        ({"who": names("A", "B"), "many": numbers(1, 2)}, ["table", "bar"]),
        ({"month": names("2022-01", "2022-02"), "many": numbers(1, 2)}, ["table", "bar"]),
        ({"city": cities("dushanbe-tajikistan", "moscow-russia")}, ["table", "map"]),
        ({"city": cities("nowhere", "nowhere-else")}, ["table"]),
        ({"who": [], "whom": []}, ["table"]),
        ({"many": numbers(1, 2), "more": numbers(3, 4)}, ["table"]),
    ],
)
def test_the_views_on_offer_suit_the_columns(columns: dict[str, list[Cell | None]], views: list[str]) -> None:
    found = choose("", table(**columns), LINKS)
    assert [view for view, _ in found.offered] == views
    assert found.chosen == "table" and found.picture is None
    for view in views[1:]:
        chosen = choose(view, table(**columns), LINKS)
        assert chosen.chosen == view and chosen.picture is not None and chosen.picture.kind == view


def test_a_wish_that_does_not_suit_falls_back_to_the_table() -> None:
    assert choose("map", table(who=names("A", "B")), LINKS).chosen == "table"


def test_names_of_places_are_looked_up_for_a_map() -> None:
    there = {"Dushanbe": f"{BASE}id/city/dushanbe-tajikistan"}
    found = choose("map", table(place=names("Dushanbe", "Atlantis")), LINKS, lookup=lambda asked: there)
    assert found.picture is not None and [spot.label for spot in found.picture.spots] == ["Dushanbe"]
    assert found.picture.note == "1 without a known place are left out"


def test_a_map_shows_each_place_once_and_the_part_of_the_world_they_lie_in() -> None:
    rows = [{"city": f"{BASE}id/city/{key}", "who": who} for key, who in CALLS]
    found = draw_map({"place": "city", "label": "who"}, rows, LINKS)
    assert found is not None and found.ground is not None and found.ground.scale > 1
    titles = [spot.title for spot in found.spots]
    assert titles[0] == "dushanbe tajikistan (2): Putin, Lavrov" and len(titles) == 2
    assert all(0 <= spot.x <= WIDTH and 0 <= spot.y <= found.height for spot in found.spots)
    dushanbe, ashgabat = found.spots
    assert ashgabat.x < dushanbe.x, "Ashgabat lies west of Dushanbe"


CALLS = (
    ("dushanbe-tajikistan", "Putin"),
    ("ashgabat-turkmenistan", "Putin"),
    ("dushanbe-tajikistan", "Lavrov"),
)


def test_where_no_city_is_known_the_state_stands_in() -> None:
    rows = [{"city": "", "state": f"{BASE}id/state/tajikistan"}]
    found = draw_map({"place": "city", "else": "state"}, rows, LINKS)
    assert found is not None and found.ground is not None and found.ground.outlines == ("TJK",)


def test_a_network_draws_the_tied_near_and_the_same_each_time() -> None:
    rows = [{"a": a, "b": b} for a, b in ("AB", "BC", "CA", "DE")]
    found = draw_network({"from": "a", "to": "b"}, rows, LINKS, core="B")
    again = draw_network({"from": "a", "to": "b"}, rows, LINKS, core="B")
    assert found is not None and found == again
    spots = {node.label: (node.x, node.y) for node in found.nodes}
    assert [node.label for node in found.nodes if node.core] == ["B"]
    apart = lambda a, b: sum((p - q) ** 2 for p, q in zip(spots[a], spots[b], strict=True))  # noqa: E731
    assert apart("A", "B") < apart("A", "D")
    assert all(0 < x < WIDTH and 0 < y < found.height for x, y in spots.values())


def test_a_star_of_forty_is_laid_out_in_a_blink(benchmark_seconds: float = 2.0) -> None:
    import time

    many = [f"n{number}" for number in range(40)]
    before = time.perf_counter()
    spots = spread(many, [("n0", name) for name in many[1:]])
    assert time.perf_counter() - before < benchmark_seconds
    assert len(set(spots.values())) == 40


def test_a_timeline_says_what_it_leaves_out() -> None:
    days = [f"2022-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 7)]
    rows = [{"day": day, "who": "A"} for day in [*days, None, "--06-28"]]
    found = draw_timeline({"start": "day", "label": "who"}, rows, LINKS)
    assert found is not None and len(found.marks) == 60
    assert found.note == "2 without a year are left out; 12 earlier ones are left out"
    assert [mark.x for mark in found.marks] == sorted(mark.x for mark in found.marks)


@pytest.mark.parametrize("view", ["map", "timeline", "network", "table"])
def test_the_choice_of_a_view_stays_in_the_links(client: FlaskClient, view: str) -> None:
    page = client.get(f"/queries/visits?visitor=Putin&view={view}", headers=PAGE).text
    assert f'view={view}" aria-current="true"' in page
    assert f'<a href="/queries/visits?visitor=Putin&amp;view={view}" data-copy>' in page
    assert f'<input type="hidden" name="view" value="{view}">' in page
    assert ('data-kind="' in page) == (view != "table")
    outline(page)


def test_an_unknown_view_is_refused(client: FlaskClient) -> None:
    assert client.get("/queries/visits?view=hologram", headers=PAGE).status_code == 400


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_every_query_to_begin_with_is_answered(client: FlaskClient, sample: Sample) -> None:
    page = client.get("/sparql?" + urlencode({"query": sample.query, "view": sample.view}), headers=PAGE)
    assert page.status_code == 200, page.text
    assert "data-message" not in page.text
    outline(page.text)


def test_an_error_is_shown_at_its_place(client: FlaskClient) -> None:
    page = client.get("/sparql?" + urlencode({"query": "SELECT ?s WHERE {\n  ?s ?p !o\n}"}), headers=PAGE)
    assert page.status_code == 400
    assert 'data-line="2"' in page.text and "Line 2" in page.text
    excerpt = re.search(r'<pre class="excerpt">([^<]*)</pre>', page.text)
    assert excerpt and excerpt[1].splitlines()[0] == "  ?s ?p !o"


def test_the_editor_is_told_every_term(client: FlaskClient) -> None:
    told = client.get("/terms.json").json
    terms = {term["name"]: term for term in told["terms"]}
    assert terms["sy:visitor"]["kind"] == "property" and terms["sy:Visit"]["definition"]
    assert "rdfs:label" in terms and len(terms) > 150
    assert ["sy", f"{BASE}ontology#"] in told["prefixes"]


def test_results_of_other_queries_come_as_tables(client: FlaskClient) -> None:
    rows = client.get("/sparql?" + urlencode({"query": "SELECT ?s { ?s a <urn:none> }"}), headers=PAGE).text
    assert "<strong>0 rows</strong>" in rows and "No rows." in rows
    truth = client.get("/sparql?" + urlencode({"query": "ASK { ?s ?p ?o }"}), headers=PAGE).text
    assert '<p class="verdict" role="status">Yes.</p>' in truth
    assert from_json(b'{"head": {"vars": ["a"]}, "results": {"bindings": [{}]}}').rows == ((None,),)
