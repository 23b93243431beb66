"""Evaluation: what matches, how facts are counted, and agreement with the scorer of the contract."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summitry.graph.errors import UnknownName, UnreadableInput
from summitry.graph.evaluation import Report, Tally, evaluate, load_gold, render, score

HERE = Path(__file__).parent
TUNING = HERE / "development" / "tuning"
SCORER = HERE.parents[1] / "shared" / "tools" / "score.py"

Fact = dict[str, Any]


def count(gold: list[Fact], found: list[Fact]) -> Tally:
    return score({"a": gold}, {"a": found}).all["overall"]


VISIT: Fact = {
    "type": "visit", "visitor": "Li Keqiang", "state": "Russia", "city": "Sochi", "date": "2017-11-29",
    "end": None, "status": "occurred",
}  # fmt: skip
MEETING: Fact = {
    "type": "meeting", "participants": ["Li Keqiang", "Vladimir Putin"], "place": "Moscow", "date": "2017-11",
    "status": "occurred",
}  # fmt: skip
SUMMIT: Fact = {
    "type": "summit", "name_or_org": "BRICS Summit", "place": "Sochi", "date": None,
    "attendees": ["Xi Jinping"], "absentees": [], "status": "occurred",
}  # fmt: skip
OFFICE: Fact = {
    "type": "office", "person": "Sergey Lavrov", "role": "foreign minister", "of": "Russia", "former": False
}  # fmt: skip
BASE: Fact = {
    "type": "base", "operator": "Russia", "host": "Kyrgyzstan", "name_or_place": "Kant", "unit": None,
    "personnel": None,
}  # fmt: skip
BORDER: Fact = {"type": "border", "a": "Tajikistan", "b": "Afghanistan", "length_km": 1357}
MEMBER: Fact = {"type": "membership", "member": "Tajikistan", "organisation": "CSTO", "status": "member"}
TREATY: Fact = {"type": "treaty", "party": "Russia", "treaty": "Rome Statute", "status": "not_ratified"}
ARMS: Fact = {"type": "arms_supply", "supplier": "Russia", "recipient": "Turkey", "system": "S-400"}
ALLY: Fact = {"type": "relation", "a": "Russia", "b": "Belarus", "kind": "ally", "detail": None}
RECOGNISES: Fact = {"type": "relation", "a": "Israel", "b": "Kosovo", "kind": "recognises", "detail": None}
ATTACK: Fact = {"type": "military_action", "actor": "Russia", "target": "Ukraine", "date": "--02-24"}
WARRANT: Fact = {"type": "warrant", "issuer": "ICC", "person": "Vladimir Putin", "date": "2023-03"}
QUOTE: Fact = {"type": "statement", "speaker": "A B", "quote": "We are allies,"}
TOPIC: Fact = {"type": "topic", "event": "meeting", "topic": "situation in Afghanistan"}


@pytest.mark.parametrize(
    ("gold", "change", "right"),
    [
        (VISIT, {"city": "Moscow"}, False),
        (VISIT, {"city": None}, True),
        (VISIT, {"state": None}, True),
        (VISIT, {"state": None, "city": None}, False),
        (VISIT, {"status": "ongoing"}, True),
        (VISIT, {"status": "planned"}, False),
        (VISIT, {"date": "2017"}, True),
        (VISIT, {"date": "--11-29"}, True),
        (VISIT, {"date": "--11-28"}, False),
        (VISIT, {"date": None}, False),
        (VISIT, {"visitor": "Keqiang"}, True),
        (VISIT, {"visitor": "Li Peng"}, False),
        (MEETING, {"participants": ["Li Keqiang", "Vladimir Putin", "Yang Jiechi"]}, True),
        (MEETING, {"participants": ["Xi Jinping", "Vladimir Putin"]}, False),
        (MEETING, {"place": "Russia", "date": "2017-11-29"}, True),
        (MEETING, {"place": "Sochi"}, False),
        (MEETING, {"place": None}, True),
        (SUMMIT, {"name_or_org": "14th BRICS summit"}, True),
        (SUMMIT, {"name_or_org": "BRICS"}, True),
        (SUMMIT, {"name_or_org": "SCO Summit", "place": None}, False),
        (SUMMIT, {"name_or_org": None}, True),
        (OFFICE, {"role": "minister of foreign affairs"}, True),
        (OFFICE, {"role": "defence minister"}, False),
        (OFFICE, {"of": "Russian Federation"}, True),
        (OFFICE, {"of": "Kremlin"}, True),
        (OFFICE, {"former": True}, False),
        (OFFICE, {"person": "Lavrov"}, True),
        (BASE, {"name_or_place": "Kant air base"}, True),
        (BASE, {"name_or_place": "Manas"}, False),
        (BASE, {"name_or_place": None}, True),
        (BASE, {"name_or_place": None, "host": "Tajikistan"}, False),
        (BASE, {"operator": "United States"}, False),
        (BORDER, {"a": "Afghanistan", "b": "Tajikistan", "length_km": "1,350"}, True),
        (BORDER, {"length_km": 1200}, False),
        (BORDER, {"length_km": None}, True),
        (MEMBER, {"organisation": "Collective Security Treaty Organization"}, True),
        (MEMBER, {"status": "observer"}, False),
        (TREATY, {"treaty": "Rome Statute of the International Criminal Court"}, True),
        (TREATY, {"status": "ratified"}, False),
        (ARMS, {"system": "S-400 missile systems"}, True),
        (ARMS, {"supplier": "Turkey", "recipient": "Russia"}, False),
        (ALLY, {"a": "Belarus", "b": "Russia"}, True),
        (RECOGNISES, {"a": "Kosovo", "b": "Israel"}, False),
        (ATTACK, {"date": "2022-02-24"}, True),
        (ATTACK, {"date": "2022-02"}, True),
        (ATTACK, {"target": "Georgia"}, False),
        (WARRANT, {"issuer": "International Criminal Court"}, True),
        (WARRANT, {"date": "2022-03"}, False),
        (QUOTE, {"quote": "“We  are allies.”"}, True),
        (QUOTE, {"quote": "We are"}, False),
        (TOPIC, {"topic": "Afghanistan"}, True),
        (TOPIC, {"topic": "trade"}, False),
    ],
)
def test_a_finding_matches_what_the_gold_says(gold: Fact, change: Fact, right: bool) -> None:
    assert count([gold], [{**gold, **change}]).right == right


def test_open_gold_slots_are_satisfied_by_anything() -> None:
    assert count([{**VISIT, "date": None}], [VISIT]).right == 1
    assert count([{**OFFICE, "of": None}], [OFFICE]).right == 1


def test_states_stand_for_the_people_who_hold_office_in_them() -> None:
    leaders = [{**OFFICE, "person": "Vladimir Putin", "role": "president"}]
    leaders.append({**leaders[0], "person": "Li Keqiang", "of": "China"})
    assert count([MEETING, *leaders], [{**MEETING, "participants": ["China", "Russia"]}]).right == 1


def test_a_surname_that_two_people_bear_means_neither() -> None:
    brothers = [{**OFFICE, "person": f"{name} Castro", "of": "Cuba"} for name in ("Fidel", "Raúl")]
    assert count(brothers, [{**brothers[1], "person": "Castro"}]).right == 0
    assert count(brothers, [{**brothers[1], "person": "Raul Castro"}]).right == 1


def test_a_spelling_of_the_text_counts_as_the_name() -> None:
    gold = {**OFFICE, "person": "Emomali Rahmon", "as_written": {"Emomali Rahmon": "Imomali Rakhmonov"}}
    assert count([gold], [{**gold, "person": "Imomali Rakhmonov"}]).right == 1


def test_a_capital_may_stand_for_its_state_but_is_no_other_place() -> None:
    assert count([ALLY], [{**ALLY, "a": "Moscow"}]).right == 1
    assert count([{**VISIT, "city": None}], [{**VISIT, "state": "Moscow", "city": None}]).right == 1
    assert count([VISIT], [{**VISIT, "state": None, "city": "Moscow"}]).right == 0


def test_each_gold_fact_is_matched_once() -> None:
    assert count([VISIT], [VISIT, VISIT]) == Tally(right=1, wrong=1)
    apart = {**VISIT, "date": None}
    assert count([apart, VISIT], [VISIT, {**VISIT, "date": "2015"}]) == Tally(right=2)


def test_a_match_with_a_marginal_fact_is_neither_right_nor_wrong_in_core() -> None:
    report = score({"a": [{**ALLY, "core": False}, {**ARMS, "core": True}]}, {"a": [ALLY, ARMS, QUOTE]})
    assert report.core["overall"] == Tally(right=1)
    assert report.all["overall"] == Tally(right=2, wrong=1)
    assert report.all["facts"] == Tally(right=2)


def test_a_summit_may_be_found_as_a_meeting_where_the_gold_allows_it() -> None:
    talks = {**MEETING, "alt_type": "summit"}
    found = {**SUMMIT, "place": "Moscow", "date": "2017-11", "attendees": MEETING["participants"]}
    assert count([talks], [found]).right == 1
    assert count([MEETING], [found]).right == 0
    summit = {**SUMMIT, "alt_type": "meeting", "attendees": ["Xi Jinping", "Narendra Modi"]}
    assert count([summit], [{**MEETING, "place": "Sochi", "participants": summit["attendees"]}]).right == 1


def test_attendance_is_counted_in_matched_summits() -> None:
    gold = {**SUMMIT, "attendees": ["Xi Jinping", "Narendra Modi"], "absentees": ["Vladimir Putin"]}
    found = {**SUMMIT, "attendees": ["Xi Jinping", "Joe Biden"], "absentees": ["Putin"]}
    assert score({"a": [gold]}, {"a": [found]}).attendance == Tally(right=2, wrong=1, missed=1)


def test_errors_are_listed_with_their_article() -> None:
    report = score({"a": [VISIT], "b": [ALLY]}, {"b": [ALLY, ARMS]})
    assert [(e.article, e.kind, e.fact["type"]) for e in report.errors] == [
        ("a", "missed", "visit"),
        ("b", "wrong", "arms_supply"),
    ]
    text = render(report, errors=True)
    assert "CORE" in text and "arms_supply" in text and '"system": "S-400"' in text


def test_gold_against_itself_is_perfect_and_nothing_found_is_no_error() -> None:
    gold = load_gold(TUNING / "gold")
    perfect = score(gold, gold)
    assert {t.f1 for t in perfect.all.values()} == {1.0} and not perfect.errors
    nothing = score(gold, {})
    assert nothing.all["overall"].f1 == nothing.all["overall"].precision == 0.0
    assert not any(t.wrong for t in nothing.all.values())


def test_facts_of_another_article_are_wrong() -> None:
    gold = load_gold(TUNING / "gold")
    moved = dict(zip(gold, [*list(gold.values())[1:], next(iter(gold.values()))], strict=True))
    assert score(gold, moved).all["overall"].f1 < 0.1


# ---- reading


def write(folder: Path, name: str, content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, encoding="utf-8")


def test_articles_are_found_by_the_names_of_the_gold(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    write(tmp_path, "one.txt", "Minsk and Moscow are allies.\n")
    lines = [json.dumps({"text": f"Text {n}."}) for n in (1, 2)]
    write(tmp_path, "many.jsonl", "\n".join(lines))
    for name in ("one", "many-2"):
        write(gold, f"{name}.json", {"id": name, "published": None, "facts": [ALLY]})
    report = evaluate(gold, tmp_path, lambda article: [ALLY] if article.text == "Text 2." else [])
    assert report.all["relation"] == Tally(right=1, missed=1)
    assert [e.article for e in report.errors] == ["one"]


def test_gold_without_its_article_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "lost.json", {"facts": [ALLY]})
    with pytest.raises(UnknownName, match="lost"):
        evaluate(tmp_path, HERE / "corpus", lambda article: [])


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"id": "x"}', '{"facts": [{"type": "handshake"}]}'],
    ids=["json", "list", "none", "type"],
)
def test_broken_gold_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    write(tmp_path, "broken.json", content)
    with pytest.raises(UnreadableInput, match=r"broken\.json"):
        load_gold(tmp_path)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no gold"):
        load_gold(tmp_path)


# ---- agreement with the scorer of the contract


def spoil(gold: dict[str, list[Fact]], seed: int) -> dict[str, list[Fact]]:
    """Predictions as a middling extractor makes them: facts left out, doubled, with slots of other facts."""
    chance = random.Random(seed)
    values: dict[tuple[str, str], list[Any]] = {}
    for fact in (f for facts in gold.values() for f in facts):
        for slot, value in fact.items():
            values.setdefault((fact["type"], slot), []).append(value)
    found: dict[str, list[Fact]] = {}
    for name, facts in gold.items():
        found[name] = []
        for fact in (f for f in facts if chance.random() > 0.2):
            skip = ("core", "evidence", "as_written", "alt_type", "role_alt")
            spoilt = {k: copy.deepcopy(v) for k, v in fact.items() if k not in skip}
            if chance.random() < 0.3:
                slot = chance.choice([k for k in spoilt if k != "type"])
                spoilt[slot] = chance.choice(values[fact["type"], slot])
            if spoilt.get("date") and chance.random() < 0.2:
                spoilt["date"] = chance.choice([spoilt["date"][:4], None])
            found[name] += [spoilt] * (2 if chance.random() < 0.05 else 1)
    return found


@pytest.mark.skipif(not SCORER.exists(), reason="the contract's scorer is not beside this repository")
@pytest.mark.parametrize("half", ["tuning", "holdout"])
def test_the_numbers_agree_with_those_of_the_contracts_scorer(half: str, tmp_path: Path) -> None:
    folder = HERE / "development" / half / "gold"
    gold = {name: [dict(f) for f in facts] for name, facts in load_gold(folder).items()}
    found = spoil(gold, seed=7)
    write(tmp_path, "found.json", found)
    command = [sys.executable, SCORER, folder, tmp_path / "found.json", "--json", tmp_path / "scores.json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    theirs = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    ours: Report = score(gold, found)
    assert 0.4 < ours.core["overall"].f1 < 0.95
    for mine, other in ((ours.all, theirs["all"]), (ours.core, theirs["core"])):
        for name, tally in mine.items():
            wanted = other[{"overall": "OVERALL", "facts": "facts (no statement/topic)"}.get(name, name)]
            assert tally.precision == pytest.approx(wanted["precision"], abs=0.01)
            assert tally.recall == pytest.approx(wanted["recall"], abs=0.01)
            assert tally.f1 == pytest.approx(wanted["f1"], abs=0.01)
