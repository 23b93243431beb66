"""Every command of the interface on the sample graph, and every kind of bad input: one clear line, the right exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import rdflib

from summitry.server.cli import summitry
from tests.conftest import CORPUS, run

COMMANDS = (
    "ingest", "extract", "query", "queries", "run", "export", "explain", "check", "articles", "remove", "serve", "token",
    "status", "evaluate",
)  # fmt: skip
TEXT = "MOSCOW, June 28, 2022 - Russian President Vladimir Putin arrived in Tajikistan on Tuesday.\n"


@pytest.fixture
def copy(sample_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_store, tmp_path / "copy"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert command in summitry.commands
    assert len(result.stdout) > 80


def test_extract_prints_one_fact_a_line(article: Path) -> None:
    result = run("extract", str(article))
    facts = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"office", "visit"} <= {fact["type"] for fact in facts}
    for fact in facts:
        assert fact["file"] == str(article)
        for evidence in fact["evidence"]:
            assert TEXT[evidence["start"] : evidence["end"]] == evidence["exact"]


@pytest.mark.parametrize(("form", "sign"), [("turtle", "@prefix sy:"), ("html", "<mark")])
def test_extract_speaks_other_formats(article: Path, form: str, sign: str) -> None:
    result = run("extract", str(article), "--format", form)
    assert result.exit_code == 0
    assert sign in result.stdout


def test_evidence_of_the_sample_is_in_its_texts() -> None:
    result = run("extract", str(CORPUS))
    texts: dict[str, str] = {}
    facts = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(facts) > 150
    for fact in facts:
        path = Path(fact["file"])
        if path.suffix in (".txt", ".md"):
            text = texts.setdefault(fact["file"], path.read_text("utf-8"))
            assert all(text[e["start"] : e["end"]] == e["exact"] for e in fact["evidence"])


def test_members_of_an_alliance(sample_store: Path) -> None:
    result = run("run", "members", "-p", "organisation=CSTO", "--format", "json", store=sample_store)
    rows = json.loads(result.stdout)["results"]["bindings"]
    members = {row["member"]["value"] for row in rows if row["status"]["value"] == "member"}
    assert members == {"Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"}


def test_query_knows_our_prefixes(sample_store: Path) -> None:
    text = 'SELECT ?state WHERE { ?state sy:memberOf ?o . ?o rdfs:label "CSTO"@en }'
    result = run("query", text, "--format", "csv", store=sample_store)
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) == 7


def test_query_from_a_file_and_from_standard_input(sample_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "ask.rq"
    path.write_text("ASK { ?s a sy:State }", "utf-8")
    assert run("query", "-f", str(path), store=sample_store).stdout == "yes\n"
    assert run("query", "-f", "-", store=sample_store, stdin="ASK { ?s a sy:State }").stdout == "yes\n"


def test_export_is_turtle_and_the_same_twice(sample_store: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.ttl", tmp_path / "b.ttl"
    for path in (first, second):
        assert run("export", "--layer", "facts", "-o", str(path), store=sample_store).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert len(rdflib.Graph().parse(first)) > 1000


def test_ingesting_again_changes_nothing(copy: Path) -> None:
    before = run("export", "--layer", "facts", store=copy).stdout
    result = run("ingest", str(CORPUS), store=copy)
    assert result.exit_code == 0
    assert "unchanged" in result.stderr
    assert run("export", "--layer", "facts", store=copy).stdout == before


def test_an_article_comes_and_goes_without_a_trace(copy: Path, article: Path) -> None:
    before = run("export", "--layer", "facts", store=copy).stdout
    assert run("ingest", str(article), store=copy).exit_code == 0
    assert run("export", "--layer", "facts", store=copy).stdout != before
    assert run("remove", "news.txt", store=copy).exit_code == 0
    assert run("export", "--layer", "facts", store=copy).stdout == before


def test_status_articles_and_check(sample_store: Path) -> None:
    assert "articles" in run("status", store=sample_store).stdout
    assert len(run("articles", store=sample_store).stdout.splitlines()) == 20
    assert run("check", store=sample_store).exit_code in (0, 1)


def test_explain_tells_what_falls_without_an_article(sample_store: Path) -> None:
    fact = ("Barack Obama", "sy:visited", "Cuba")
    result = run("explain", "--without", "2016-03-21-havana.md", *fact, store=sample_store)
    assert result.exit_code == 0 and "Barack Obama visited Cuba: would fall without" in result.stdout
    whole = run("explain", "--without", "2016-03-21-havana.md", "--format", "json", store=sample_store)
    assert "Barack Obama visited Cuba" in json.loads(whole.stdout)["statements"]
    assert run("explain", "Russia", store=sample_store).exit_code == 2


def test_explain_ends_in_what_articles_say(sample_store: Path) -> None:
    result = run("explain", "Russia", "sy:hasMilitaryPresenceIn", "Kyrgyzstan", store=sample_store)
    assert result.exit_code == 0, result.stderr
    assert "Kant" in result.stdout


def test_a_new_token_comes_with_its_line() -> None:
    result = run("token", "new", "--scope", "read,write", "--label", "newsroom")
    assert "read,write newsroom" in result.stdout


# ------------------------------------------------------------------ bad input


def bad_inputs(tmp_path: Path) -> dict[str, tuple[list[str], int, str]]:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"text": "A plain text, long enough to read."}\n{"text": \n', "utf-8")
    odd = tmp_path / "table.xls"
    odd.write_text("x", "utf-8")
    return {
        "missing file": (["ingest", str(tmp_path / "nowhere.txt")], 2, "nowhere.txt"),
        "binary file": (["ingest", str(binary)], 2, "picture.txt"),
        "broken line": (["ingest", str(broken)], 1, "broken.jsonl:2"),
        "unknown extension": (["ingest", str(odd)], 2, "table.xls"),
        "unknown export format": (["export", "--format", "word"], 2, "turtle"),
        "SPARQL syntax": (["query", "SELECT ?s WHERE { ?s ?p "], 2, "line 1"),
        "unknown saved query": (["run", "vists"], 2, "did you mean visits"),
        "unknown parameter": (["run", "visits", "-p", "visitr=Putin"], 2, "did you mean visitor"),
        "wrong parameter type": (["run", "visits", "-p", "since=soon"], 2, "since"),
        "unknown entity": (["run", "visits", "-p", "visitor=Nobody Atall"], 2, "Nobody Atall"),
        "no such article": (["remove", "nothing-here"], 2, "summitry articles"),
        "no such prefix": (["explain", "Russia", "foo:bar", "China"], 2, "foo"),
        "neither query nor file": (["query"], 2, "give a query"),
        "a saved query asked as SPARQL": (["query", "visits"], 2, "summitry run visits"),
    }


@pytest.mark.parametrize("case", [
    "missing file", "binary file", "broken line", "unknown extension", "unknown export format", "SPARQL syntax",
    "unknown saved query", "unknown parameter", "wrong parameter type", "unknown entity", "no such article", "no such prefix",
    "neither query nor file", "a saved query asked as SPARQL",
])  # fmt: skip
def test_bad_input_gets_one_clear_line_and_loses_nothing(case: str, copy: Path, tmp_path: Path) -> None:
    arguments, code, words = bad_inputs(tmp_path)[case]
    before = run("status", store=copy).stdout.splitlines()[1:7]
    result = run(*arguments, store=copy)
    assert result.exit_code == code, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    if case not in ("broken line",):
        assert run("status", store=copy).stdout.splitlines()[1:7] == before


def test_a_store_that_is_not_there() -> None:
    result = run("status", store=Path("/nonexistent/store"))
    assert result.exit_code == 3
    assert "summitry ingest" in result.stderr


def test_an_endpoint_that_does_not_answer() -> None:
    result = run("query", "ASK { }", "--endpoint", "http://127.0.0.1:9/sparql")
    assert result.exit_code == 3
    assert "127.0.0.1:9" in result.stderr


def test_two_processes_read_what_one_reads(sample_store: Path, tmp_path: Path) -> None:
    result = run("ingest", str(CORPUS), "--jobs", "2", store=tmp_path / "store")
    assert result.exit_code == 0, result.stderr
    facts = run("export", "--layer", "facts", store=tmp_path / "store").stdout
    assert facts == run("export", "--layer", "facts", store=sample_store).stdout


def test_a_cluster_that_does_not_answer(article: Path, tmp_path: Path) -> None:
    result = run("ingest", str(article), "--cluster", "tcp://127.0.0.1:9", store=tmp_path / "store")
    assert result.exit_code in (2, 3)
    assert "cluster" in result.stderr


def test_a_parameter_written_as_an_option_is_told_how_to_be_given() -> None:
    result = run("run", "visits", "--visitor", "Putin")
    assert result.exit_code == 2
    assert "-p visitor=VALUE" in result.stderr


def test_a_misspelt_option_of_run_is_told_the_right_one() -> None:
    result = run("run", "visits", "--formt", "csv")
    assert result.exit_code == 2
    assert "--format" in result.stderr
    assert "=VALUE" not in result.stderr
