"""How fast articles are read, beside the bare spaCy pipeline on the same texts, cores and run.

    python tests/benchmarks/extraction.py                the ratio; floor 0.6
    python tests/benchmarks/extraction.py --long         does time grow with the length alone, and memory stay below 1 GB?
    python tests/benchmarks/extraction.py --hostile      a megabyte of brackets, of one sentence, of names

Figures are CPU seconds; trust ratios, not seconds. Every part prints one line of JSON and the exit code says whether it holds.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path

from summitry.graph.article import Article, read_articles
from summitry.graph.extract import Extractor, build_extractor
from summitry.graph.pipeline import load_pipeline

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/corpus", "tests/development/tuning", "tests/development/holdout")
RATIO, GROWTH, MEMORY = (
    0.6,
    1.35,
    1024,
)  # floor; ceilings: seconds a letter at four times the length, megabytes
HOSTILE = {
    "brackets": "[",
    "quotation marks": "“",
    "one sentence": "Xi met Putin in Moscow, ",
    "names": "Vladimir Putin and Xi Jinping, ",
    "quotations": "“No.” ",
    "lines": "President Xi\n",
}


def sample() -> list[Article]:
    """The articles of the repository."""
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).iterdir()) if path.is_file()]
    return list(read_articles([path for path in files if path.name != "README.md"]))


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(extractor: Extractor, articles: list[Article], rounds: int) -> dict[str, float]:
    """Our seconds and those of the pipeline alone, the best of some rounds each, taken in turns."""
    nlp = load_pipeline()
    texts = ["\n\n".join(a.text[b.start : b.end] for b in a.blocks) for a in articles]
    both = [
        (seconds(lambda: list(nlp.pipe(texts))), seconds(lambda: read(extractor, articles)))
        for _ in range(rounds)
    ]
    bare, ours = min(one for one, _ in both), min(other for _, other in both)
    words = sum(len(text.split()) for text in texts)
    return {
        "words": words,
        "bare": bare,
        "ours": ours,
        "ratio": bare / ours,
        "words_per_second": words / ours,
    }


def read(extractor: Extractor, articles: Iterable[Article]) -> int:
    """Reads articles; gives the number of facts."""
    return sum(len(extractor.claims(article)) for article in articles)


def stretched(articles: list[Article], length: int) -> Article:
    """One article of about this many letters, made of the paragraphs of others."""
    parts: list[str] = []
    size = 0
    for number, (article, block) in enumerate(cycle((a, b) for a in articles for b in a.blocks)):
        # A number keeps it from being taken for a repeat.
        parts.append(f"{article.text[block.start : block.end]} That was note {number}.")
        size += len(parts[-1]) + 2
        if size >= length:
            return written("\n\n".join(parts))
    raise ValueError("no articles")


def written(text: str) -> Article:
    """A text as an article."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(text, encoding="utf-8")
        (article,) = read_articles([path])
        return article


def grow(extractor: Extractor, articles: list[Article], length: int) -> dict[str, float]:
    """CPU microseconds a letter at a quarter of the length and at the whole of it, and the memory of this process."""
    figures: dict[str, float] = {}
    for part, name in ((4, "quarter"), (1, "whole")):
        article = stretched(articles, length // part)
        figures[name] = 1e6 * seconds(lambda article=article: extractor.claims(article)) / len(article.text)  # type: ignore[misc]
    figures["growth"] = figures["whole"] / figures["quarter"]
    figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def torment(extractor: Extractor, length: int) -> dict[str, float]:
    """The CPU seconds that each hostile text takes, reading included."""

    def work(unit: str) -> int:
        return len(extractor.claims(written((unit * (length // len(unit) + 1))[:length])))

    return {name: seconds(lambda unit=unit: work(unit)) for name, unit in HOSTILE.items()}  # type: ignore[misc]


def main() -> int:
    """Measures what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--length", type=int, default=1_000_000, help="letters of the long texts")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    extractor, articles = build_extractor(), sample()
    read(extractor, articles[:2])
    if given.hostile:
        figures = torment(extractor, given.length)
        holds = True
    elif given.long:
        figures = grow(extractor, articles, given.length)
        holds = figures["growth"] <= GROWTH and figures["megabytes"] < MEMORY
    else:
        figures = compare(extractor, articles, given.rounds)
        holds = figures["ratio"] >= RATIO
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())
