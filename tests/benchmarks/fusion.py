"""How well fusion does on a made-up press, and what one more article costs as the graph grows.

    python tests/benchmarks/fusion.py scores [--articles 600] [--seeds 5]
    python tests/benchmarks/fusion.py scale [--sizes 1000 10000 100000]

`scores`: pairwise F1 of events and of people, and the share of wrong values not accepted, beside that of a majority vote
which is told who tells of what. `scale`: a store on disk is filled with so many articles' claims; then articles come
one at a time, and the processor time of working one out is printed (median and mean), and with reasoning and writing (median). So many
states as in the world make news, some far more than others; the more articles, the more there is that happens.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.scoring import score
from benchmarks.synthetic import Press, invent, written

from summitry.graph.build import Builder, Layers, shipped
from summitry.graph.build.desk import Desk
from summitry.graph.build.drafts import Written, exchange
from summitry.graph.store import EmbeddedStore

STATES = 150
CHUNK = 1000


def scores(articles: int, seeds: int) -> None:
    """Prints the scores of several corpora."""
    print("seed  events  people  rejected  by majority vote  wrong answers")
    for seed in range(1, seeds + 1):
        found = score(invent(seed, articles))
        print(
            f"{seed:4}  {found.events:6.3f}  {found.people:6.3f}  {found.rejected:8.3f}  {found.voted:16.3f}"
            f"  {found.wrong:13}"
        )


def scale(sizes: list[int], more: int) -> None:
    """Prints what one more article costs in stores of several sizes."""
    print("articles  worked out, median   mean                 with reasoning, median", flush=True)
    first: tuple[float, ...] = ()
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(Path(folder) / "store", size, more)
        first = first or found
        cells = (f"{each * 1000:8.1f} ms x{each / one:4.2f}" for each, one in zip(found, first, strict=True))
        print(f"{size:8}  {'    '.join(cells)}", flush=True)


def measure(folder: Path, size: int, more: int) -> tuple[float, float, float]:
    """The seconds that one more article takes: to work out (median, mean), and altogether (median)."""
    press = Press(7, states=STATES, happenings=max(10, size // 6), described=0.03)
    articles = list(written(press.corpus(size + more)))
    builder = Builder(EmbeddedStore(folder), layers=Layers(shipped().ontology, (press.turtle(),)))
    fill(builder, articles[:size])
    drafts, wholes = [], []
    for article, claims in articles[size:]:
        began = time.process_time()
        desk = Desk(builder.store, builder.known)
        exchange(desk, (), [(article, claims)])
        desk.change()
        drafts.append(time.process_time() - began)
        began = time.process_time()
        builder.ingest([article], lambda _, own=claims: own)  # type: ignore[misc]
        wholes.append(time.process_time() - began)
    return statistics.median(drafts), statistics.mean(drafts), statistics.median(wholes)


def fill(builder: Builder, articles: list[Written]) -> None:
    """Puts articles into a store by the thousand, then works out what follows, once."""
    builder.prepare()
    rest = iter(articles)
    while some := list(islice(rest, CHUNK)):
        desk = Desk(builder.store, builder.known)
        exchange(desk, (), some)
        builder.store.change(*desk.change())
    builder.reasoner.rebuild()
    builder.store.flush()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = parser.add_subparsers(dest="part", required=True)
    quality = parts.add_parser("scores")
    quality.add_argument("--articles", type=int, default=600)
    quality.add_argument("--seeds", type=int, default=5)
    growth = parts.add_parser("scale")
    growth.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    growth.add_argument("--more", type=int, default=31, help="articles that come one at a time")
    given = parser.parse_args()
    if given.part == "scores":
        scores(given.articles, given.seeds)
    else:
        scale(given.sizes, given.more)


if __name__ == "__main__":
    main()
