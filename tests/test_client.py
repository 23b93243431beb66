"""The graph for Python programs: the same on a store of one's own and on an endpoint."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas
import pytest
import rdflib
from sparql_server import serving as serving_elsewhere
from workshop import ENTRY, RUMOUR, TRIP, WORLD, Desk

import summitry
from summitry.graph.client import Client, Rows, connect
from summitry.graph.errors import BadParameter, StoreUnavailable, UnknownName, UsageError
from summitry.graph.questions import load_questions
from summitry.graph.reasoning import render
from summitry.graph.store import open_store
from summitry.graph.store.changes import chunks, data
from tests.conftest import run
from tests.server.serving import serving

QUESTIONS = load_questions()
GIVEN = {
    "members": {"organisation": "CSTO", "status": "member"},
    "visits": {"visitor": "Putin", "since": date(2022, 1, 1)},
    "contradictions": {"subject": "Tajikistan"},
    "network": {"least": 1},
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of a store in a folder."""
    folder = tmp_path_factory.mktemp("client") / "store"
    store = open_store(folder)
    Desk(store).take(TRIP, RUMOUR, ENTRY)
    store.flush()
    store.close()
    with summitry.connect(folder, read_only=True) as client:
        yield client


@pytest.fixture(scope="module")
def distant(own: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of our own server over the same graph."""
    with serving(tmp_path_factory.mktemp("served"), empty=False) as server:
        for quads in chunks(own.store.quads(), 20_000):
            assert server.update(data("INSERT", quads)).status == 204
        with summitry.connect(server.url) as client:
            yield client


def plain(answer: Rows | bool | rdflib.Graph) -> object:
    if isinstance(answer, rdflib.Graph):
        return set(answer)
    return list(answer) if isinstance(answer, Rows) else answer


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s ?label { ?s a sy:Visit ; rdfs:label ?label } ORDER BY ?s",
        "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c FILTER(STRSTARTS(STR(?c), STR(sy:))) } GROUP BY ?c ORDER BY ?c",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a sy:Claim } } GROUP BY ?g ORDER BY ?g",
        "ASK { ?s sy:visitor ?o }",
        "ASK { ?s sy:visitor sy:Visit }",
        "CONSTRUCT { ?s sy:visitor ?o } { ?s sy:visitor ?o }",
    ],
)
def test_a_query_gives_the_same_on_both(own: Client, distant: Client, text: str) -> None:
    assert plain(own.query(text)) == plain(distant.query(text))
    assert plain(own.query(text)) not in ([], set())


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_saved_query_gives_the_same_on_both(own: Client, distant: Client, name: str) -> None:
    here = own.run(name, GIVEN.get(name, {}))
    assert here == distant.run(name, GIVEN.get(name, {}))
    assert here.columns == QUESTIONS[name].columns
    if name in GIVEN and name != "network":
        assert len(here)


def test_an_explanation_is_the_same_on_both(own: Client, distant: Client) -> None:
    told = [
        render(client.explain("Vladimir Putin", "sy:visited", "Tajikistan"), "text")
        for client in (own, distant)
    ]
    assert told[0] == told[1]
    assert "Putin" in told[0]
    (found,) = own.explain("Vladimir Putin", "sy:visited", "Tajikistan")
    assert found.citations()


@pytest.mark.parametrize("layer", ["facts", "claims", "curated", "all"])
def test_an_export_is_the_same_on_both(own: Client, distant: Client, layer: str, tmp_path: Path) -> None:
    here = own.export(layer=layer, format="trig")
    assert here == distant.export(layer=layer, format="trig")
    target = tmp_path / "graph.trig"
    assert own.export(target, layer=layer, format="trig") == b""
    assert target.read_bytes() == here
    assert distant.export(layer=layer, format="patch", since=target) == b"TX .\nTC .\n"


def test_rows_are_values_of_python(own: Client) -> None:
    found = own.run("visits", visitor="putin", state=None)
    assert isinstance(found[0]["sources"], int) and isinstance(found[0]["start"], date)
    assert found[0]["visitor_iri"] == own.entity("Putin", "person")
    assert [row["visitor"] for row in found[:1]] == found.column("visitor")[:1] == ["Vladimir Putin"]
    assert own.find("tajik", "state") == () and own.find("Tajikistan", "state")[0].label == "Tajikistan"


def test_rows_become_frames(own: Client) -> None:
    frame = own.run("borders", state="Tajikistan").to_pandas()
    assert frame["sources"].dtype == pandas.Int64Dtype()
    assert pandas.api.types.is_numeric_dtype(frame["length_km"])
    nothing = own.rows("SELECT ?s { ?s a sy:Nothing }").to_pandas()
    assert (list(nothing.columns), len(nothing)) == (["s"], 0)


def test_a_form_that_was_not_asked_for_is_refused(own: Client) -> None:
    assert own.ask("ASK { ?s a sy:Visit }")
    assert own.rows("SELECT * { ?s a sy:Visit }")
    assert len(own.graph("DESCRIBE ?s { ?s a sy:Visit }"))
    with pytest.raises(UsageError, match="this query gives the form ask, not select"):
        own.rows("ASK { ?s a sy:Visit }")


def test_what_is_wrong_is_said(own: Client, distant: Client, tmp_path: Path) -> None:
    for client in (own, distant):
        with pytest.raises(UnknownName, match="did you mean visits"):
            client.run("vists")
        with pytest.raises(BadParameter, match="example: 2022-01-01"):
            client.run("visits", since="soon")
        with pytest.raises(BadParameter, match="predicate"):
            client.explain("Russia", '"words"', "China")
    with pytest.raises(StoreUnavailable, match="there is no store"):
        connect(tmp_path / "nowhere")
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        connect("http://127.0.0.1:9").ask("ASK {}")


ARTICLE = "DUSHANBE, June 28, 2022 - Russian President Vladimir Putin arrived in Tajikistan on Tuesday.\n"


def test_articles_come_and_go_on_both(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(ARTICLE, "utf-8")
    with serving_elsewhere() as server:
        exports = []
        for where in (None, server.url):
            client = Client(open_store(where), QUESTIONS, WORLD)
            empty = client.export(layer="claims", format="nquads")
            (step,) = client.ingest(tmp_path)
            assert (step.outcome, step.claims > 0) == ("added", True)
            assert client.run("visits", visitor="Vladimir Putin").column("state") == ["Tajikistan"]
            exports.append(client.export(layer="facts"))
            client.remove("news.txt")
            assert client.export(layer="claims", format="nquads") == empty == b""
        assert exports[0] == exports[1]


def test_the_package_itself_loads_nothing_before_it_is_asked() -> None:
    code = (
        "import sys, summitry; assert 'summitry.graph' not in sys.modules; print(summitry.connect(None)); "
        "assert 'spacy' not in sys.modules"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout == "<summitry graph at memory>\n"
    with pytest.raises(AttributeError, match="no attribute 'conect'"):
        summitry.conect  # type: ignore[attr-defined]  # noqa: B018


def test_a_folder_of_queries_of_ones_own_can_be_run(tmp_path: Path) -> None:
    (tmp_path / "twice.rq").write_text(
        "#+ summary: Twice\n#+ asks: What is twice a number?\n#+ parameters:\n"
        "#+   number: {type: integer, description: a number, example: 3}\n"
        "SELECT (2 * ?_number_integer AS ?twice) {}\n"
    )
    assert connect(None, queries=[tmp_path]).run("twice", number=21)[0] == {"twice": 42}


def test_the_command_line_writes_lines_of_json_and_workbooks(own: Client) -> None:
    folder = Path(own.store.location)
    lines = run("run", "visits", "-p", "visitor=Putin", "--format", "jsonl", store=folder)
    found = [json.loads(line) for line in lines.stdout.splitlines()]
    assert [row["visitor"] for row in found] == own.run("visits", visitor="Putin").column("visitor")
    book = run("run", "visits", "-p", "visitor=Putin", "--format", "xlsx", store=folder)
    assert book.exit_code == 0 and book.stdout_bytes.startswith(b"PK")
    wrong = run("run", "visits", "-p", "since=soon", "--format", "xlsx", store=folder)
    assert (
        wrong.exit_code == 2 and "parameter since" in wrong.stderr and "example: 2022-01-01" in wrong.stderr
    )
