"""`summitry log`, `resolve` and `rebuild` on the sample graph."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import rdflib

from tests.conftest import run


@pytest.fixture
def copy(sample_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_store, tmp_path / "copy"))


def test_log_tells_what_an_ingest_did(copy: Path, tmp_path: Path) -> None:
    article = tmp_path / "news.txt"
    article.write_text(
        "MOSCOW, June 28, 2022 - Russian President Vladimir Putin arrived in Uzbekistan on Tuesday.\n",
        "utf-8",
    )
    assert run("ingest", str(article), store=copy).exit_code == 0
    told = run("log", "--limit", "1", store=copy).stdout
    assert "1 article read; facts: " in told.splitlines()[0]
    assert "  + Vladimir Putin in Uzbekistan, 28 June 2022" in told.splitlines()
    (row,) = run("log", "--limit", "1", "--format", "json", store=copy).stdout.splitlines()
    assert len(json.loads(row)["entered"]) == 1
    turtle = run("log", "--about", "putin in uzbekistan", "--format", "turtle", store=copy).stdout
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) >= 10
    none = run("log", "--about", "no such thing", store=copy)
    assert (none.exit_code, none.stdout) == (0, "")
    assert "no such change" in none.stderr


def test_resolve_lists_pairs_and_keeps_decisions(copy: Path) -> None:
    before = run("export", "--layer", "facts", store=copy).stdout
    listed = run("resolve", "--format", "json", store=copy)
    pairs = [json.loads(line) for line in listed.stdout.splitlines()]
    pair = min(pairs, key=lambda each: each["joined"])  # two that may be one, else one that may be two
    ends, word = (pair["one"], pair["other"]), "different" if pair["joined"] else "same"
    decided = run("resolve", *ends, f"--{word}", "--by", "Ada", store=copy)
    assert decided.exit_code == 0, decided.stderr
    after = [json.loads(line) for line in run("resolve", "--format", "json", store=copy).stdout.splitlines()]
    assert all((each["one"], each["other"]) != ends for each in after)
    joined = run("export", "--layer", "facts", store=copy).stdout
    assert joined != before
    key, verdict, _, by, _ = run("resolve", "--decided", store=copy).stdout.rstrip("\n").split("\t")
    assert (verdict, by) == (word, "Ada") and f"decided {key}" in decided.stderr
    assert run("rebuild", store=copy).exit_code == 0
    assert run("export", "--layer", "facts", store=copy).stdout == joined
    assert run("resolve", "--undo", key, store=copy).exit_code == 0
    assert run("export", "--layer", "facts", store=copy).stdout == before
    assert "no longer decided" in run("log", "--limit", "1", store=copy).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("person/vladimir-putin", "--same"), "give two, and --same or --different"),
        (("--different",), "say of which two"),
        (("person/vladimir-putin", "person/vladimir-putin", "--same"), "the same thing already"),
        (("person/vladimir-putin", "person/xi-jinping", "--same"), "the reference data know both"),
        (("person/vladimir-putin", "visit/nothing-2020", "--same"), "there is no person or event"),
        (("--undo", "beef"), "there is no decision 'beef'"),
        (("Nobody Atall", "Xi Jinping", "--same"), "Nobody Atall"),
    ],
)
def test_resolve_refuses_what_cannot_be_decided(
    arguments: tuple[str, ...], words: str, sample_store: Path
) -> None:
    result = run("resolve", *arguments, store=sample_store)
    assert result.exit_code == 2
    assert words in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["log", "resolve", "rebuild"])
def test_commands_have_help_with_an_example(command: str) -> None:
    assert "Example" in run(command, "--help").stdout


def test_who_held_an_office_and_who_was_a_member_on_a_day(sample_store: Path) -> None:
    def names(*arguments: str) -> set[str]:
        found = run("run", *arguments, "--format", "json", store=sample_store)
        rows = json.loads(found.stdout)["results"]["bindings"]
        return {row[key]["value"] for row in rows for key in ("person", "member") if key in row}

    president = ("offices", "-p", "of=Kazakhstan", "-p", "role=president")
    assert "Nursultan Nazarbayev" in names(*president, "-p", "on=2015-06-01")
    assert "Kassym-Jomart Tokayev" not in names(*president, "-p", "on=2015-06-01")
    assert "Kassym-Jomart Tokayev" in names(*president, "-p", "on=2022-06-01")
    assert "Nursultan Nazarbayev" not in names(*president, "-p", "on=2022-06-01")
    csto = ("members", "-p", "organisation=CSTO", "-p", "status=member")
    assert {"Armenia", "Russia", "Tajikistan"} <= names(*csto, "-p", "on=2010-01-01")
