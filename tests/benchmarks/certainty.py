"""Counts, for each class of findings, how many of its facts gold finds right: the table of graph/extract/certainty.py.

    python tests/benchmarks/certainty.py tests/development/tuning/gold tests/gold:tests/corpus

Each argument is a folder of gold, with `:` and the folder of its articles where that is not its parent. With --check the
promise is held against the gold instead: of the facts given 0.9 or more, at least 95 % are right.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from summitry.graph.article import Article
from summitry.graph.evaluation import Tally, evaluate
from summitry.graph.extract import build_extractor
from summitry.graph.extract.certainty import STATED, class_of
from summitry.graph.jsonl import Fact, fact_of

_CLASS = "class"


def count(folders: list[tuple[Path, Path]], *, count_all: bool) -> tuple[dict[str, tuple[int, int]], Tally]:
    """Class -> right, found, also of what is too uncertain to be stated where `count_all`; and the tally of the sure ones."""
    extractor = build_extractor(least=0.0 if count_all else STATED)
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    sure = Tally()

    def read(article: Article) -> list[Fact]:
        claims = extractor.claims(article)
        found.update(class_of(claim.finding, article.today) for claim in claims)
        return [
            fact_of(claim, article.file) | {_CLASS: class_of(claim.finding, article.today)}
            for claim in claims
        ]

    for gold, articles in folders:
        report = evaluate(gold, articles, read)
        wrong.update(error.fact[_CLASS] for error in report.errors if error.kind == "wrong")
        sure += report.sure
    return {name: (found[name] - wrong[name], found[name]) for name in sorted(found)}, sure


def _folders(argument: str) -> tuple[Path, Path]:
    gold, _, articles = argument.partition(":")
    return Path(gold), Path(articles) if articles else Path(gold).parent


def main(arguments: list[str]) -> int:
    """Prints the table, or whether the promise is kept."""
    check = "--check" in arguments
    counts, sure = count([_folders(each) for each in arguments if each != "--check"], count_all=not check)
    if check:
        print(f"{sure.found} facts of 0.9 or more, {sure.precision:.3f} of them right")
        return int(sure.precision < 0.95)
    for name, (right, all_) in counts.items():
        print(f'    "{name}": ({right}, {all_}),')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
