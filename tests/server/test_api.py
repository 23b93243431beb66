"""/openapi.json and /api: true to what the server does, which schemathesis finds out by trying."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

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
from served import WORLD, serve, world
from serving import serving

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
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("api"), empty=False) as server:
        quads = parse(WORLD.read_bytes(), RdfFormat.TRIG)
        assert server.update(data("INSERT", quads)).status == 204
        yield server.url


def test_schemathesis_finds_nothing_that_the_description_does_not_say(address: str) -> None:
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json")
    tried = []

    cases = st.one_of(*(schema.as_strategy(generation_mode=mode) for mode in GenerationMode))

    @BOUNDED
    @given(cases)
    def call(case: schemathesis.Case) -> None:
        tried.append(case.operation.path)
        case.call_and_validate(checks=CHECKS)

    call()
    assert len(set(tried)) > 20
