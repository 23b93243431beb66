"""The sample corpus and the development set: every gold fact stands on words of its article."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from summitry.graph.article import Article, read_articles
from summitry.graph.claims import PAYLOADS, Status

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "articles"
SETS = {  # articles, gold
    "corpus": (HERE / "corpus", HERE / "gold"),
    "tuning": (HERE / "development" / "tuning", HERE / "development" / "tuning" / "gold"),
    "holdout": (HERE / "development" / "holdout", HERE / "development" / "holdout" / "gold"),
}
FLOORS = {"corpus": 18, "tuning": 24, "holdout": 24}
SLOTS = {p.type: {f.name for f in dataclasses.fields(p)} for p in PAYLOADS}
SLOTS["summit"].remove("organisation")  # the JSON form of a summit has one key for series and organisation
SLOTS["topic"].remove("participants")
NOTES = {"type", "core", "evidence", "as_written", "alt_type", "role_alt"}
ENUMS = {
    ("membership", "status"): {"member", "former", "applicant", "acceding", "suspended", "observer"},
    ("treaty", "status"): {"ratified", "signed", "not_ratified", "withdrew"},
    ("relation", "kind"): {"ally", "strategic_partner", "kin", "recognises", "does_not_recognise"},
    **{(event, "status"): {s.value for s in Status} for event in ("visit", "meeting", "summit")},
}
DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?)")


def articles(folder: Path) -> dict[str, Article]:
    found = {}
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        read = list(read_articles([path]))
        names = [path.stem] if len(read) == 1 else [f"{path.stem}-{n}" for n, _ in enumerate(read, 1)]
        found.update(zip(names, read, strict=True))
    return found


def gold(folder: Path) -> dict[str, dict[str, Any]]:
    return {p.stem: json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))}


LOADED = {name: (articles(texts), gold(facts)) for name, (texts, facts) in SETS.items()}
DOCUMENTS = [
    pytest.param(texts[stem], facts[stem], id=f"{name}/{stem}")
    for name, (texts, facts) in LOADED.items()
    for stem in sorted(texts.keys() & facts.keys())
]


@pytest.mark.parametrize("name", SETS)
def test_each_article_has_its_gold_and_there_are_enough(name: str) -> None:
    texts, facts = LOADED[name]
    assert texts.keys() == facts.keys()
    assert len(texts) >= FLOORS[name]
    assert all(content["id"] == stem for stem, content in facts.items())


@pytest.mark.parametrize(("article", "content"), DOCUMENTS)
def test_evidence_is_what_stands_at_its_offsets(article: Article, content: dict[str, Any]) -> None:
    for fact in content["facts"]:
        words = fact["evidence"]
        assert words["exact"].strip()
        assert article.text[words["start"] : words["end"]] == words["exact"]


@pytest.mark.parametrize(("article", "content"), DOCUMENTS)
def test_gold_facts_have_the_keys_and_values_of_their_type(article: Article, content: dict[str, Any]) -> None:
    for fact in content["facts"]:
        assert fact.keys() - NOTES == SLOTS[fact["type"]]
        assert isinstance(fact["core"], bool)
        for slot in ("date", "end"):
            assert fact.get(slot) is None or DATE.fullmatch(fact[slot]), fact
        for slot in ("status", "kind"):
            assert slot not in fact or fact[slot] in ENUMS[fact["type"], slot], fact
        if fact["type"] == "meeting":
            assert len(fact["participants"]) >= 2
        if fact["type"] == "statement":
            assert fact["quote"] == fact["evidence"]["exact"]


@pytest.mark.parametrize(("article", "content"), DOCUMENTS)
def test_no_gold_fact_is_given_twice(article: Article, content: dict[str, Any]) -> None:
    seen = Counter(
        json.dumps({k: v for k, v in f.items() if k != "evidence"}, sort_keys=True) for f in content["facts"]
    )
    assert not [fact for fact, times in seen.items() if times > 1]


@pytest.mark.parametrize(("article", "content"), DOCUMENTS)
def test_names_as_written_stand_in_the_text(article: Article, content: dict[str, Any]) -> None:
    for fact in content["facts"]:
        for written in fact.get("as_written", {}).values():
            assert written in article.text


@pytest.mark.parametrize("name", SETS)
def test_every_type_of_fact_occurs(name: str) -> None:
    types = Counter(f["type"] for content in LOADED[name][1].values() for f in content["facts"])
    assert types.keys() == SLOTS.keys()


@pytest.mark.parametrize("half", ["tuning", "holdout"])
def test_the_development_set_spans_the_years(half: str) -> None:
    years = {stem[:4] for stem in LOADED[half][0]}
    assert {"2009", "2023"} <= years and len(years) >= 11


def test_the_halves_and_the_corpus_tell_of_different_days() -> None:
    stems = [stem for texts, _ in LOADED.values() for stem in texts]
    assert len(set(stems)) == len(stems)


def runs(text: str, length: int = 12) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not beside this repository")
def test_no_sentence_is_copied_from_the_shared_articles() -> None:
    theirs = set().union(*(runs(p.read_text("utf-8")) for p in SHARED.iterdir()))
    assert theirs
    for texts, _ in LOADED.values():
        for stem, article in texts.items():
            assert not runs(article.text) & theirs, stem


def test_the_corpus_comes_in_every_format_with_and_without_front_matter() -> None:
    folder = SETS["corpus"][0]
    assert {".txt", ".md", ".html", ".jsonl"} <= {p.suffix for p in folder.iterdir()}
    fenced = [p.read_text("utf-8").startswith("---\n") for p in folder.glob("*.txt")]
    assert any(fenced) and not all(fenced)


def test_the_corpus_contradicts_itself() -> None:
    facts = [f for content in LOADED["corpus"][1].values() for f in content["facts"]]
    lengths = {
        f["length_km"]
        for f in facts
        if f["type"] == "border" and {f["a"], f["b"]} == {"Tajikistan", "Afghanistan"}
    }
    onward = {
        f["date"]
        for f in facts
        if f["type"] == "visit" and (f["visitor"], f["state"]) == ("Vladimir Putin", "Turkmenistan")
    }
    assert len(lengths) >= 2 and len(onward) >= 2


@pytest.mark.parametrize("name", SETS)
def test_publication_dates_are_found_in_the_text(name: str) -> None:
    texts, facts = LOADED[name]
    wanted = {stem: content["published"] for stem, content in facts.items()}
    found = {stem: str(a.published) if a.published else None for stem, a in texts.items()}
    assert not {stem: day for stem, day in found.items() if day not in (None, wanted[stem])}
    assert sum(found[s] == wanted[s] for s in wanted) >= 0.8 * len(wanted)


def test_offsets_follow_their_words_when_a_text_is_edited(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    shutil.copytree(SETS["tuning"][0], folder)
    command = [sys.executable, HERE / "development" / "offsets.py", folder, folder / "gold"]
    subprocess.run(command, check=True)
    name = "2018-caspian-aktau"
    before = (SETS["tuning"][1] / f"{name}.json").read_text("utf-8")
    assert (folder / "gold" / f"{name}.json").read_text("utf-8") == before
    text = folder / f"{name}.txt"
    text.write_text("Update\n\n" + text.read_text("utf-8"), encoding="utf-8")
    subprocess.run(command, check=True)
    moved = json.loads((folder / "gold" / f"{name}.json").read_text("utf-8"))["facts"]
    for old, new in zip(json.loads(before)["facts"], moved, strict=True):
        assert new["evidence"]["start"] == old["evidence"]["start"] + len("Update\n\n")
    text.write_text("Nothing of it is left.", encoding="utf-8")
    lost = subprocess.run(command, capture_output=True, text=True)
    assert lost.returncode == 1 and name in lost.stderr
