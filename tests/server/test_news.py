"""Pages that tell of the graph itself: disputes, changes, the check, and how light they come."""

from __future__ import annotations

import gzip
import time

import pytest
from flask.testing import FlaskClient
from served import BASE, InProcess, serve, world
from test_pages import PAGE, outline

from summitry.server.app import create_app
from summitry.server.pages.checks import Checks
from summitry.server.pages.diagrams import draw_classes, tree
from summitry.server.pages.terms import read_ontology

HISTORY = f"""
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sy: <{BASE}ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<{BASE}graph/history> {{
  <urn:change:1> a sy:Change ; prov:startedAtTime "2026-11-22T07:00:00Z"^^xsd:dateTime ; rdfs:label "1 article read" ;
    sy:entered <{BASE}id/article/aaaaaaaaaaaaaaaa> .
  <urn:change:2> a sy:Change ; prov:startedAtTime "2026-11-22T08:00:00Z"^^xsd:dateTime ; rdfs:label "1 removed" ;
    sy:left <{BASE}id/article/9999999999999999> .
  <urn:part:1> prov:wasGeneratedBy <urn:change:1> ; sy:revises <{BASE}id/visit/vladimir-putin-turkmenistan-2022-06-29> ;
    sy:outcome "changed" ; rdfs:label "Putin in Turkmenistan" ; rdfs:comment "start date: 29 July 2022 added" ;
    sy:newlyDisputed sy:startDate .
  <urn:part:2> prov:wasGeneratedBy <urn:change:2> ; sy:revises <{BASE}id/visit/gone> ; sy:outcome "removed" ;
    rdfs:label "<b>Gone</b>" .
  <urn:part:3> prov:wasGeneratedBy <urn:change:1> ; sy:revises <{BASE}id/visit/putin-june> ; sy:outcome "added" ;
    sy:formerly <{BASE}id/visit/putin-2022> ; rdfs:label "Putin in Turkmenistan, June" .
  <urn:part:4> prov:wasGeneratedBy <urn:change:2> ; sy:outcome "added" ; sy:formerly <{BASE}id/visit/putin-june> ;
    sy:revises <{BASE}id/visit/vladimir-putin-turkmenistan-2022-06-29> ; rdfs:label "Putin in Turkmenistan" .
  <urn:part:5> prov:wasGeneratedBy <urn:change:2> ; sy:outcome "added" ; sy:formerly <{BASE}id/visit/ring> ;
    sy:revises <{BASE}id/visit/other-ring> ; rdfs:label "Nothing" .
  <urn:part:6> prov:wasGeneratedBy <urn:change:2> ; sy:outcome "added" ; sy:formerly <{BASE}id/visit/other-ring> ;
    sy:revises <{BASE}id/visit/ring> ; rdfs:label "Nothing" .
}}
"""


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return serve(world(HISTORY))


def test_disputes_say_who_says_what_and_why_one_is_believed(client: FlaskClient) -> None:
    text = client.get("/contradictions", headers=PAGE).text
    outline(text)
    dispute = text.partition("Vladimir Putin in Turkmenistan")[2].partition("</section>")[0]
    assert dispute.index("29 June 2022") < dispute.index("29 July 2022"), "the accepted one first"
    assert "a slip of the month" in dispute and 'href="/page/article/' in dispute


def test_changes_are_told_the_newest_first(client: FlaskClient) -> None:
    text = client.get("/changes", headers=PAGE).text
    outline(text)
    assert text.index("1 removed") < text.index("1 article read")
    assert "start date: 29 July 2022 added" in text and "disputed</span> start date" in text
    assert "&lt;b&gt;Gone&lt;/b&gt;" in text and "/page/visit/gone" not in text, "what is gone has no page"
    assert "There are no earlier changes." in client.get("/changes?page=2", headers=PAGE).text
    assert client.get("/changes?page=none", headers=PAGE).status_code == 400


def test_what_an_event_was_called_leads_to_what_it_is_called_now(client: FlaskClient) -> None:
    now = "visit/vladimir-putin-turkmenistan-2022-06-29"
    for old in ("visit/putin-2022", "visit/putin-june"):
        for address, target in ((f"/page/{old}", f"/page/{now}"), (f"/data/{old}.ttl", f"/data/{now}.ttl")):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["Location"]) == (301, target)
            assert answer.headers["Cache-Control"] == "no-cache"
            assert client.get(target, headers=PAGE).status_code == 200
    for unknown in ("visit/gone", "visit/ring", "visit/never"):
        assert client.get(f"/page/{unknown}", headers=PAGE).status_code == 404


def test_a_graph_without_history_says_so() -> None:
    assert "No change has been recorded yet." in serve(world()).get("/changes", headers=PAGE).text


def test_the_check_is_worked_out_beside_and_then_kept() -> None:
    service = InProcess(world(f"<{BASE}graph/facts> {{ <urn:x> a <{BASE}ontology#Vist> }}"))
    checks = Checks(service)  # type: ignore[arg-type]
    deadline = time.monotonic() + 60
    while (report := checks.report()) is None and time.monotonic() < deadline:
        time.sleep(0.1)
    assert report is not None and report.problem is None
    assert any("no term sy:Vist" in each.message for each in report.violations)
    assert checks.report() is report
    service.version = "2"
    assert checks.report() is None, "a changed graph is checked anew"


def test_every_class_of_the_ontology_has_its_place_and_its_picture() -> None:
    ontology = read_ontology()
    walked = [term.name for term, _ in tree(ontology)]
    assert sorted(walked) == sorted({*walked}) and len(walked) == len(ontology.chapters[0].terms)
    visit = draw_classes(ontology)[f"{BASE}ontology#Visit"]
    names = {arrow.name: arrow for arrow in visit.arrows}
    assert not names["visitor"].inherited and names["startDate"].inherited
    assert names["visitor"].y < names["startDate"].y < visit.height


@pytest.mark.parametrize("address", ["/", "/static/editor.js", "/static/summitry.css", "/terms.json"])
def test_pages_and_files_come_compressed_to_who_takes_it(address: str) -> None:
    client = create_app(InProcess(world())).test_client()  # type: ignore[arg-type]
    plain = client.get(address, headers=PAGE)
    assert "Content-Encoding" not in plain.headers
    small = client.get(address, headers={**PAGE, "Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip" and gzip.decompress(small.data) == plain.data
    assert int(small.headers["Content-Length"]) == len(small.data) < len(plain.data) / 2
    if address.startswith("/static"):
        again = {"Accept-Encoding": "gzip", "If-None-Match": small.headers["ETag"]}
        assert client.get(address, headers=again).status_code == 304
