"""All facts worked out at once from the stored claims: what `rebuild` does, and newer reference data ask for.

It takes the steps of one more article, each of them for all articles before the next: who is who, where each claim
belongs, the facts, the names. So every block is fused once, where articles one by one would fuse it with each of its
reports. Every write here may be the last of a process; the caller marks the store as unfinished until all is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from summitry.graph.build.desk import Desk
from summitry.graph.build.drafts import Written
from summitry.graph.build.ledger import STANDS, VERSION, graph_name
from summitry.graph.build.people import note_holders, resolve_people
from summitry.graph.build.traffic import note
from summitry.graph.build.weaving import describe_touched, enter_facts
from summitry.graph.fusion import Decisions, Known, Report, fuse
from summitry.graph.store import GraphStore

Item = TypeVar("Item")
ROOM = 1_000
"""Articles, or facts, that are written at a time: all at once would take gigabytes."""


def fuse_anew(
    store: GraphStore,
    known: Known,
    decided: Decisions,
    stored: Sequence[Written],
    progress: Callable[[int], None] | None = None,
) -> None:
    """Fills the index and the facts, of which only what the reference data give is there."""
    _empty_index(store)
    _write(_people(Desk(store, known, decided), stored))
    reports: list[Report] = []
    blocks: dict[str, tuple[str, ...]] = {}
    spelt: dict[str, set[str]] = {}
    for some in _chunks(stored):
        desk = Desk(store, known, decided)
        reports += _claims(desk, some)
        blocks |= desk.blocks
        for key, texts in desk.spelt.items():
            spelt.setdefault(key, set()).update(texts)
        _write(desk)
        if progress is not None:
            progress(len(some))
    for facts in _chunks(fuse(reports, known, blocks)):
        desk = Desk(store, known, decided)
        enter_facts(desk, facts)
        _write(desk)
    desk = Desk(store, known, decided)
    desk.spelt = spelt
    describe_touched(desk)
    _write(desk)


def _empty_index(store: GraphStore) -> None:
    """Leaves of the index what the layers put there."""
    rows = store.quads(graph=graph_name(store.iris).value)
    old = [row for row in rows if row.predicate not in (STANDS, VERSION)]
    for some in _chunks(old, 100 * ROOM):
        store.change((), some)


def _people(desk: Desk, stored: Iterable[Written]) -> Desk:
    for article, claims in stored:
        note_holders(desk, article.iri, claims)
    resolve_people(desk)
    return desk


def _claims(desk: Desk, some: Iterable[Written]) -> list[Report]:
    """Enters the claims where they belong; gives them in their context, their people resolved."""
    nodes = [node for article, claims in some for node in note(desk, article, claims)]
    return [desk.place(node) for node in nodes]


def _write(desk: Desk) -> None:
    desk.store.change(*desk.change())


def _chunks(items: Iterable[Item], room: int = ROOM) -> Iterator[list[Item]]:
    rest = iter(items)
    while some := list(islice(rest, room)):
        yield some
