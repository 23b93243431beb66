"""/openapi.json and /api: true to what the server does, which schemathesis finds out by trying."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from pyoxigraph import RdfFormat, parse
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from served import BASE, WORLD, serve, world
from serving import Server, serving

from summitry.graph.questions import load_questions
from summitry.graph.store.changes import data

QUESTIONS = load_questions()
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
)
# A few tries for each of forty addresses: what goes wrong goes wrong for many of them.
BOUNDED = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return serve(world())


def test_openapi_describes_every_query(client: FlaskClient) -> None:
    document = client.get("/openapi.json").json
    assert document["openapi"].startswith("3.1")
    for question in QUESTIONS.values():
        operation = document["paths"][f"/queries/{question.name}"]["get"]
        named = [parameter["name"] for parameter in operation["parameters"]]
        assert named == [*(parameter.name for parameter in question.parameters), "format", "limit", "offset"]
        assert set(operation["responses"]) == {"200", "304", "400", "503"}
    identifiers = re.findall(r'"operationId": "([^"]+)"', json.dumps(document))
    assert len(identifiers) == len(set(identifiers)) == len(document["paths"])
    validate(document)


def test_the_examples_in_openapi_can_be_asked(client: FlaskClient) -> None:
    for path, item in client.get("/openapi.json").json["paths"].items():
        for parameter in item["get"]["parameters"] if path.startswith("/queries/") else ():
            if "example" in parameter:
                answer = client.get(path, query_string={parameter["name"]: parameter["example"]})
                # An example may name somebody whom this tiny graph does not know.
                assert answer.status_code == 200 or b"is called" in answer.data, (path, parameter)


def test_a_parameter_that_names_something_says_where_to_find_names(client: FlaskClient) -> None:
    document = client.get("/openapi.json").json
    visitor = document["paths"]["/queries/visits"]["get"]["parameters"][0]
    found = client.get(f"{visitor['x-suggestions']}Rakhm").json
    assert found[0]["label"] == "Emomali Rahmon"


def test_the_page_of_the_api_says_what_the_description_says(client: FlaskClient) -> None:
    page = client.get("/api").text
    for path, item in client.get("/openapi.json").json["paths"].items():
        assert f"GET {path}<" in page
        for parameter in item["get"]["parameters"]:
            assert f"<code>{parameter['name']}</code>" in page
    assert not re.search(r'(src|href)="https?://(?!localhost)', page)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("api"), empty=False) as server:
        quads = parse(WORLD.read_bytes(), RdfFormat.TRIG)
        assert server.update(data("INSERT", quads)).status == 204
        yield server


def test_schemathesis_finds_nothing_that_the_description_does_not_say(served: Server) -> None:
    schema = schemathesis.openapi.from_url(f"{served.url}/openapi.json")
    tried = []

    cases = st.one_of(*(schema.as_strategy(generation_mode=mode) for mode in GenerationMode))

    @BOUNDED
    @given(cases)
    def call(case: schemathesis.Case) -> None:
        tried.append(case.operation.path)
        case.call_and_validate(checks=CHECKS)

    call()
    assert len(set(tried)) > 20


EDITORS = """PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?example ?comment ?query WHERE {
  ?example a sh:SPARQLExecutable ; rdfs:label|rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query
} ORDER BY ?example"""
PREFIXES = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix"""


def test_query_editors_find_examples_and_prefixes_at_the_endpoint(served: Server) -> None:
    found = served.rows(EDITORS)
    assert {row["example"].rpartition("/")[2] for row in found} == set(QUESTIONS)
    assert {QUESTIONS["visits"].asks, QUESTIONS["visits"].query} < {row[n] for row in found for n in row}
    assert {"prefix": "sy", "namespace": f"{BASE}ontology#"} in served.rows(PREFIXES)
    assert served.rows(found[0]["query"]) is not None
    exported = served.http("GET", "/export.nq")
    assert exported.status == 200 and b"SPARQLExecutable" not in exported.body


def test_a_folder_of_queries_of_ones_own_is_served_like_ours(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    text = "#+ summary: Twice\n#+ asks: What is twice a number?\n#+ parameters:\n" + (
        "#+   number: {type: integer, description: a number, example: 3}\n"
        "SELECT (2 * ?_number_integer AS ?twice) {}\n"
    )
    (tmp_path / "mine" / "twice.rq").write_text(text)
    with serving(tmp_path, empty=False, queries=[str(tmp_path / "mine")]) as server:
        assert server.http("GET", "/queries/twice.csv?number=21").body.split() == [b"twice", b"42"]
        assert "/queries/twice" in server.http("GET", "/openapi.json").json()["paths"]
        assert "What is twice a number?" in {row["comment"] for row in server.rows(EDITORS)}
