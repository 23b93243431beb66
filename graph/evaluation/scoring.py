"""Gold files and articles -> each finding set against a gold fact, at most one to one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from summitry.graph.article import Article, read_articles
from summitry.graph.errors import UnknownName, UnreadableInput

from .matching import Judge, in_both, told_otherwise
from .names import Fact, Names
from .report import SURE, TALK, TYPES, Error, Report, Tally, total

Extract = Callable[[Article], Iterable[Fact]]
"""An article -> its facts as JSON: the keys of contract types, names canonical."""

Pairs = dict[int, int]  # index of a gold fact -> index of the finding that matches it
_EXTENSIONS = (".txt", ".md", ".html", ".json", ".jsonl")
_LIKE = {"summit": "meeting", "meeting": "summit"}  # events whose type may be a matter of taste


def evaluate(gold_folder: Path, articles_folder: Path, extract: Extract) -> Report:
    """How well `extract` reads the articles that have a gold file.

    `NAME.json` is the gold of the article in `NAME.txt` (or .md, .html, .json), `NAME-2.json` that of the
    second article in `NAME.jsonl`.
    """
    gold = load_gold(gold_folder)
    articles = dict(_articles(articles_folder, gold))
    if missing := sorted(gold.keys() - articles.keys()):
        raise UnknownName(f"no article in {articles_folder} for the gold of {', '.join(missing)}")
    return score(gold, {name: list(extract(articles[name])) for name in gold})


def load_gold(folder: Path) -> dict[str, list[Fact]]:
    """The gold facts of a folder by the name of their article."""
    gold: dict[str, list[Fact]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text("utf-8"))
            gold[path.stem] = content["facts"]
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise UnreadableInput(str(path), f'is not a gold file, an object with "facts": {error}') from None
        for fact in gold[path.stem]:
            if fact.get("type") not in TYPES:
                raise UnreadableInput(str(path), f"unknown type of fact {fact.get('type')!r}")
    if not gold:
        raise UnreadableInput(str(folder), "holds no gold files (*.json)")
    return gold


def _articles(folder: Path, gold: Mapping[str, object]) -> Iterator[tuple[str, Article]]:
    for path in sorted(folder.iterdir()):
        if path.suffix == ".jsonl":
            for number, article in enumerate(read_articles([path]), 1):
                yield f"{path.stem}-{number}", article
        elif path.suffix in _EXTENSIONS and path.stem in gold:
            yield path.stem, next(iter(read_articles([path])))


def score(gold: Mapping[str, Sequence[Fact]], found: Mapping[str, Sequence[Fact]]) -> Report:
    """Findings by article set against gold facts by article; articles without gold are left out."""
    names = Names(gold)
    every: Counter[tuple[str, str]] = Counter()
    core: Counter[tuple[str, str]] = Counter()
    errors: list[Error] = []
    attendance, sure = Tally(), Tally()
    for doc, facts in gold.items():
        findings = [f for f in found.get(doc, ()) if f.get("type") in TYPES]
        judge = Judge(names, doc, facts, findings)
        pairs = _match(judge)
        attendance += _attendance(judge, pairs)
        for i, fact in enumerate(facts):
            outcome = "right" if i in pairs else "missed"
            every[fact["type"], outcome] += 1
            core[fact["type"], outcome] += fact.get("core", True)
            if i not in pairs:
                errors.append(Error(doc, "missed", fact))
        certain = [j for j, f in enumerate(findings) if f.get("certainty", 0) >= SURE]
        right = sum(j in pairs.values() for j in certain)
        sure += Tally(right, len(certain) - right)
        for finding in (f for j, f in enumerate(findings) if j not in pairs.values()):
            every[finding["type"], "wrong"] += 1
            core[finding["type"], "wrong"] += 1
            errors.append(Error(doc, "wrong", finding))
    return Report(
        _tallies(every, TYPES),
        _tallies(core, [t for t in TYPES if t not in TALK]),
        attendance,
        tuple(errors),
        sure,
    )


def _tallies(counts: Counter[tuple[str, str]], types: Iterable[str]) -> dict[str, Tally]:
    seen = {t for t, _ in counts}
    return total(
        {t: Tally(counts[t, "right"], counts[t, "wrong"], counts[t, "missed"]) for t in types if t in seen}
    )


def _match(judge: Judge) -> Pairs:
    pairs: Pairs = {}
    for type in TYPES:
        rows = [i for i, g in enumerate(judge.gold) if g["type"] == type]
        columns = [j for j, f in enumerate(judge.found) if f["type"] == type]
        pairs |= _assign(rows, columns, judge)
    for i, gold in enumerate(judge.gold):
        other = gold.get("alt_type")
        if i not in pairs and other and other == _LIKE.get(gold["type"]):
            taken = set(pairs.values())
            for j, found in enumerate(judge.found):
                if j not in taken and found["type"] == other and told_otherwise(judge, gold, found):
                    pairs[i] = j
                    break
    return pairs


def _assign(rows: list[int], columns: list[int], judge: Judge) -> Pairs:
    """As many gold facts as possible, core ones first, each with a finding of its own (augmenting paths)."""
    choices = {i: [j for j in columns if judge.agrees(judge.gold[i], judge.found[j])] for i in rows}
    holder: Pairs = {}  # finding -> gold fact

    def place(row: int, tried: set[int]) -> bool:
        for column in choices[row]:
            if column not in tried:
                tried.add(column)
                if column not in holder or place(holder[column], tried):
                    holder[column] = row
                    return True
        return False

    for row in sorted(rows, key=lambda i: not judge.gold[i].get("core", True)):
        place(row, set())
    return {row: column for column, row in holder.items()}


def _attendance(judge: Judge, pairs: Pairs) -> Tally:
    seen = Tally()
    for i, j in pairs.items():
        gold, found = judge.gold[i], judge.found[j]
        if gold["type"] != "summit":
            continue
        for slot in ("attendees", "absentees"):
            names = gold.get(slot) or []
            others = found.get(slot) or (found.get("participants") if slot == "attendees" else None) or []
            if names:
                hits = len(in_both(judge, names, others))
                seen += Tally(hits, len(others) - hits, len(names) - hits)
    return seen
