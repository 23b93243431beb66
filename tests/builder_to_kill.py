"""A process that builds a store and kills itself, as `kill -9` does, at the write it is told.

    python builder_to_kill.py FOLDER WRITE STEP

STEP is "ingest" (the articles of `corpus`), "rebuild", or "renew": to load newer reference data. Writes are counted
from 0; each is cut before it is made.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from newsroom import AFGHANISTAN, TAJIKISTAN, person, visit
from pyoxigraph import Quad
from workshop import WORLD, Written, written

from summitry.graph.article import Article
from summitry.graph.build import Builder, Layers
from summitry.graph.claims import Border, Claim, Office, Statement
from summitry.graph.store import EmbeddedStore

NEWER = Layers(WORLD.ontology, (WORLD.reference[0].replace(b"1357", b"1344"),))


def corpus() -> list[Written]:
    """Articles for two transactions, about people whose spellings are found to be one across them."""
    spellings = [person(name) for name in ("Abdufattoh Sharifzoda", "Abdufattokh Sharifzoda")]
    return [
        written(
            f"article-{number:02}",
            Office(spellings[number % 2], "spokesperson", TAJIKISTAN),
            Statement(spellings[number % 2], f"Number {number}"),
            visit(f"2022-{1 + number % 12:02}-{1 + number % 28:02}"),
            Border(TAJIKISTAN, AFGHANISTAN, 1200.0 + number),
        )
        for number in range(24)
    ]


class Mortal(EmbeddedStore):
    """A store whose process dies before a certain write."""

    left = -1

    def _count(self) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1

    def update(self, *given: Any, **named: Any) -> None:
        self._count()
        super().update(*given, **named)

    def load(self, *given: Any, **named: Any) -> None:
        self._count()
        super().load(*given, **named)

    def _guarded_extend(self, added: Iterable[Quad]) -> None:
        self._count()
        super()._guarded_extend(added)


def build(store: EmbeddedStore, step: str) -> None:
    """What the process was told to do."""
    builder = Builder(store, layers=NEWER if step == "renew" else WORLD)
    if step == "ingest":
        given = corpus()
        claims: dict[str, tuple[Claim, ...]] = {article.iri: own for article, own in given}

        def read(article: Article) -> tuple[Claim, ...]:
            return claims[article.iri]

        builder.ingest((replace(article) for article, _ in given), read)
    elif step == "rebuild":
        builder.rebuild()
    else:
        builder.prepare()


if __name__ == "__main__":
    mortal = Mortal(Path(sys.argv[1]))
    mortal.left = int(sys.argv[2])
    build(mortal, sys.argv[3])
    print(f"done with {int(sys.argv[2]) - mortal.left} writes")
