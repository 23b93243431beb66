"""How well fusion does on a made-up press, and what one more article costs as the graph grows.

    python tests/benchmarks/fusion.py scores [--articles 600] [--seeds 5]
    python tests/benchmarks/fusion.py scale [--sizes 1000 10000 100000]

`scores`: pairwise F1 of events and of people, and the share of wrong values not accepted, beside that of a majority vote
which is told who tells of what. `scale`: a store on disk is filled with so many articles' claims; then articles come one at a time, from claims to
inferences, history and disk. The clock, the processor's time and the quads read and written are printed, each with its
ratio to the first row. So many states as in the world make news, some far more than others; the
more articles, the more there is that happens.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, RdfFormat, serialize

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.scoring import score
from benchmarks.synthetic import Press, invent, written

from summitry.graph.build import Builder, Layers, shipped
from summitry.graph.build.anew import fuse_anew
from summitry.graph.build.drafts import Written
from summitry.graph.fusion import NONE
from summitry.graph.store import EmbeddedStore
from summitry.graph.triples import article_quads, claim_quads

STATES = 150
DAILY = 4
"""Happenings in a day, each of which makes about six articles: 100,000 articles are of eleven years."""
CHUNK = 1000
WARM = 5
"""Articles after which a builder has read what every article asks of the reference data."""


def scores(articles: int, seeds: int) -> None:
    """Prints the scores of several corpora."""
    print("seed  events  people  rejected  by majority vote  wrong answers")
    for seed in range(1, seeds + 1):
        found = score(invent(seed, articles))
        print(
            f"{seed:4}  {found.events:6.3f}  {found.people:6.3f}  {found.rejected:8.3f}  {found.voted:16.3f}"
            f"  {found.wrong:13}"
        )


@dataclass(slots=True)
class Cost:
    """What articles cost that came one at a time."""

    seconds: list[float] = field(default_factory=list)  # on the clock
    busy: list[float] = field(default_factory=list)  # of the processor
    read: list[int] = field(default_factory=list)  # quads
    written: list[int] = field(default_factory=list)

    def figures(self) -> tuple[float, ...]:
        """What is printed: median, mean and ninth of ten, in milliseconds on the clock and of the processor, and in quads
        read; the median of the quads written.
        """
        clock, processor = ([1000 * each for each in some] for some in (self.seconds, self.busy))
        return (*_spread(clock), *_spread(processor), *_spread(self.read), statistics.median(self.written))


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    return statistics.median(values), statistics.mean(values), sorted(values)[int(len(values) * 0.9)]


class Counting(EmbeddedStore):
    """A store that counts the quads read from it and written to it, when told to."""

    counting = False
    read = 0
    written = 0

    def quads(self, *given: Any, **named: Any) -> Iterator[Quad]:
        """The quads that match."""
        found = super().quads(*given, **named)
        return self._counted(found) if self.counting else found

    def _counted(self, quads: Iterator[Quad]) -> Iterator[Quad]:
        for quad in quads:
            self.read += 1
            yield quad

    def has(self, quad: Quad) -> bool:
        """True if the quad is there."""
        self.read += 1
        return super().has(quad)

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        """Takes out, then puts in."""
        come, gone = list(added), list(removed)
        self.written += len(come) + len(gone)
        super().change(come, gone)


def scale(sizes: list[int], more: int, folder: Path | None) -> None:
    """Prints what one more article costs in stores of several sizes."""
    print("median, mean and ninth of ten; each with its ratio to the first row")
    print(f"articles      quads  set up |{'clock':>16}{'processor':>44}{'quads read':>45}{'written':>38}")
    first: tuple[float, ...] = ()
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            began = time.perf_counter()
            press, articles = reported(size, 2 * more + WARM)
            store = Counting(Path(place) / "store")
            fill(store, press, articles[:size])
            row = f"{size:8} {store.count():10} {time.perf_counter() - began:5.0f} s |"
            builder = Builder(store, layers=layers_of(press), clock=datetime.now)
            found = measure(builder, articles[size:], more).figures()
            del builder
            store.close()
        first = first or found
        units = (*["ms"] * 6, *["  "] * 4)
        cells = (f"{a:6.0f} {unit} x{a / b:4.2f}" for a, b, unit in zip(found, first, units, strict=True))
        print(row, " ".join(cells), flush=True)


def reported(size: int, more: int) -> tuple[Press, list[Written]]:
    """So many articles, and more that are to come one at a time."""
    happenings = size // 6
    press = Press(7, states=STATES, happenings=happenings, described=0.03, days=max(30, happenings // DAILY))
    return press, list(written(press.corpus(size + more)))


def layers_of(press: Press) -> Layers:
    """The ontology, and the reference data of the press's world."""
    return Layers(shipped().ontology, (press.turtle(),))


def fill(store: EmbeddedStore, press: Press, articles: list[Written]) -> None:
    """Puts into an empty store what articles state, and what follows from all of it at once, as `rebuild` does.

    That this is what taking them in one by one gives, a test says. What is worked out is worked out in memory, where
    that takes a third of the time.
    """
    for start in range(0, len(articles), CHUNK):
        parts = (
            claim_quads(claim, store.iris)
            for _, claims in articles[start : start + CHUNK]
            for claim in claims
        )
        lines = serialize((quad for part in parts for quad in part), format=RdfFormat.N_QUADS)
        store.load(lines or b"", RdfFormat.N_QUADS)
    scratch = EmbeddedStore()
    builder = Builder(scratch, layers=layers_of(press))
    builder.prepare()
    for article, _ in articles:
        scratch.change(article_quads(article, store.iris))
    fuse_anew(scratch, builder.known, NONE, articles)
    builder.reasoner.rebuild()
    with tempfile.TemporaryFile() as dump:
        scratch.engine.dump(dump, RdfFormat.N_QUADS)
        scratch.close()
        dump.seek(0)
        store.engine.bulk_load(dump, RdfFormat.N_QUADS)
    store.engine.optimize()
    store.flush()


def measure(builder: Builder, articles: list[Written], more: int) -> Cost:
    """What one more article takes, from its claims to the store: some to warm up, some timed, some counted."""
    cost, store = Cost(), builder.store
    assert isinstance(store, Counting)
    for number, (article, claims) in enumerate(articles):
        store.counting = number >= WARM + more
        store.read = store.written = 0
        clock, processor = time.perf_counter(), time.thread_time()
        builder.ingest([article], lambda _, own=claims: own)  # type: ignore[misc]
        if store.counting:
            cost.read.append(store.read)
            cost.written.append(store.written)
        elif number >= WARM:
            cost.seconds.append(time.perf_counter() - clock)
            cost.busy.append(time.thread_time() - processor)
    return cost


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
    growth.add_argument("--more", type=int, default=60, help="articles that are timed, and counted")
    growth.add_argument("--folder", type=Path, help="where stores are made; 100,000 articles take 8 GB")
    given = parser.parse_args()
    if given.part == "scores":
        scores(given.articles, given.seeds)
    else:
        scale(given.sizes, given.more, given.folder)


if __name__ == "__main__":
    main()
