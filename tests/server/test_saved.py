"""/queries: lists, formats, permalinks, refusals, and their description in OpenAPI."""

from __future__ import annotations

import csv
import io
import json

import pytest
from flask.testing import FlaskClient
from pyoxigraph import Literal, NamedNode, RdfFormat, Store
from served import BASE, serve, world

from summitry.graph.questions import load_questions

QUESTIONS = load_questions()
PAGE = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return serve(world())


def test_every_query_has_a_page_with_its_question_and_parameters(client: FlaskClient) -> None:
    for question in QUESTIONS.values():
        answer = client.get(f"/queries/{question.name}", headers=PAGE)
        assert answer.status_code == 200, question.name
        assert answer.content_type == "text/html; charset=utf-8"
        for parameter in question.parameters:
            assert f'name="{parameter.name}"' in answer.text


def test_the_list_names_every_query(client: FlaskClient) -> None:
    listed = client.get("/queries", headers={"Accept": "application/json"}).json
    assert [each["name"] for each in listed] == list(QUESTIONS)
    visits = next(each for each in listed if each["name"] == "visits")
    assert visits["parameters"][0]["kinds"] == ["person", "state", "organisation", "body"]
    page = client.get("/queries", headers=PAGE).text
    assert all(f'href="/queries/{name}"' in page for name in QUESTIONS)


@pytest.mark.parametrize(
    "address,accept,content_type",
    [
        ("/queries/members", "*/*", "application/sparql-results+json"),
        ("/queries/members", "application/json", "application/json"),
        ("/queries/members", "text/csv", "text/csv; charset=utf-8"),
        ("/queries/members.csv", "text/html", "text/csv; charset=utf-8"),
        ("/queries/members.tsv", "*/*", "text/tab-separated-values; charset=utf-8"),
        ("/queries/members.json", "*/*", "application/sparql-results+json"),
        ("/queries/members.xml", "*/*", "application/sparql-results+xml"),
        ("/queries/members.ttl", "*/*", "text/turtle; charset=utf-8"),
        ("/queries/members.rq", "*/*", "application/sparql-query; charset=utf-8"),
        ("/queries/members?format=csv", "text/html", "text/csv; charset=utf-8"),
        ("/queries/members", "text/html", "text/html; charset=utf-8"),
        ("/queries/members.html", "*/*", "text/html; charset=utf-8"),
        ("/queries.json", "*/*", "application/json"),
        ("/queries.ttl", "*/*", "text/turtle; charset=utf-8"),
    ],
)
def test_formats(client: FlaskClient, address: str, accept: str, content_type: str) -> None:
    answer = client.get(address, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (200, content_type)


def test_parameters_stand_in_the_address(client: FlaskClient) -> None:
    answer = client.get("/queries/members.csv?organisation=ОДКБ&status=member")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["member"] for row in rows] == ["Belarus", "Kyrgyzstan", "Russia", "Tajikistan"]
    assert rows[0]["member_iri"] == f"{BASE}id/state/belarus"


def test_an_answer_as_turtle_describes_the_facts_of_its_rows(client: FlaskClient) -> None:
    store = Store()
    store.load(client.get("/queries/bases.ttl?host=Tajikistan").data, RdfFormat.TURTLE)
    base = NamedNode(f"{BASE}id/base/russia-tajikistan-201st")
    found = next(store.quads_for_pattern(base, NamedNode(f"{BASE}ontology#personnel"), None))
    assert found.object == Literal(7000)


def test_the_answer_is_kept_by_its_tag(client: FlaskClient) -> None:
    first = client.get("/queries/bases.csv")
    again = client.get("/queries/bases.csv", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/queries/bases.csv?host=China", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    "address,status,words",
    [
        ("/queries/vists", 404, "did you mean visits?"),
        (
            "/queries/visits?since=soon",
            400,
            "'soon' is not a date (YYYY-MM-DD, YYYY-MM or YYYY); example: 2022-01-01",
        ),
        (
            "/queries/visits?visitr=Putin",
            400,
            "visits takes visitor, state, since, until, status; did you mean visitor",
        ),
        ("/queries/visits?visitor=Nobodywhatever", 400, "is called 'Nobodywhatever'"),
        ("/queries/visits?visitor=Berdymukhamedov", 400, "could be: Serdar Berdimuhamedow"),
        ("/queries/visits?status=planned&status=occurred", 400, "given 2 times"),
        ("/queries/visits.pdf", 400, "'pdf' is not one of json, xml, csv, tsv, jsonl, xlsx, ttl, rq, html"),
        ("/queries/visits?format=pdf", 400, "'pdf' is not one of"),
    ],
)
def test_refusals_are_problems_for_programs_and_pages_for_people(
    client: FlaskClient, address: str, status: int, words: str
) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert words in json.loads(answer.text)["detail"]
    page = client.get(address, headers=PAGE)
    assert page.status_code == status
    assert page.content_type.startswith("text/html")


def test_an_ambiguous_name_offers_its_candidates(client: FlaskClient) -> None:
    page = client.get("/queries/visits?visitor=Berdymukhamedov&since=2022", headers=PAGE).text
    target = "/queries/visits?visitor=https%3A%2F%2Fw3id.org%2Fsummitry%2Fid%2Fperson%2Fserdar-berdimuhamedow"
    assert f'href="{target}&amp;since=2022"' in page
    assert 'aria-invalid="true"' in page


def test_long_answers_come_in_pages() -> None:
    people = "\n".join(
        f"<{BASE}id/person/p{n:03}> a <{BASE}ontology#Person> ; <{BASE}ontology#met> <{BASE}id/person/q> .\n"
        f"<{BASE}id/meeting/m{n:03}> <{BASE}ontology#speaker> <{BASE}id/person/q> ; "
        f'<{BASE}ontology#quotation> "Words {n:03}" .'
        for n in range(250)
    )
    client = serve(world(f"<{BASE}graph/facts> {{ {people} }}"))
    last = client.get("/queries/statements?about=words+&page=3", headers=PAGE).text
    assert "page 3 of 3" in last
    assert "Words 249" in last and "Words 199" not in last
    assert 'rel="prev" href="/queries/statements?about=words+&amp;page=2"' in last.replace(
        "about=words+", "about=words+"
    )
    assert 'rel="next"' not in last
    assert client.get("/queries/statements?page=x", headers=PAGE).status_code == 400


def test_the_list_in_turtle_holds_executable_queries(client: FlaskClient) -> None:
    store = Store()
    store.load(client.get("/queries.ttl").data, RdfFormat.TURTLE)
    sh = "http://www.w3.org/ns/shacl#"
    found = list(store.quads_for_pattern(None, NamedNode(f"{sh}select"), None))
    assert len(found) == len(QUESTIONS)
    for quad in found:
        Store().query(quad.object.value)
    assert client.get("/.well-known/sparql-examples").data == client.get("/queries.ttl").data
