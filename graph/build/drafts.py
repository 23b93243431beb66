"""One change of a store, worked out on a desk: articles that leave and enter, or a decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad

from summitry.graph.article import Article
from summitry.graph.build.desk import Desk
from summitry.graph.build.people import resolve_people
from summitry.graph.build.traffic import credit, enter, leave
from summitry.graph.build.weaving import describe_touched, fuse_touched
from summitry.graph.claims import Claim
from summitry.graph.fusion import Decision

Written = tuple[Article, tuple[Claim, ...]]


def exchange(desk: Desk, leaving: Iterable[str], entering: Sequence[Written]) -> None:
    """Takes articles out and puts others in, with all that follows for the facts."""
    for article in leaving:
        leave(desk, article)
    new = [node for article, claims in entering for node in enter(desk, article, claims)]
    resolve_people(desk)
    for node in new:
        desk.place(node)
    _finish(desk)


def revise(desk: Desk, decision: Decision, come: set[Quad], gone: set[Quad]) -> None:
    """Writes a decision in the place of another, with all that follows for the facts."""
    desk.added |= come - gone
    desk.removed |= gone - come
    if decision.of_people:
        desk.people.update((*decision.one, *decision.other))
        resolve_people(desk)
    else:
        for node in map(NamedNode, (*decision.one, *decision.other)):
            if desk.holds(node):
                desk.unplace(node)
                desk.place(node)
    _finish(desk)


def _finish(desk: Desk) -> None:
    fuse_touched(desk)
    describe_touched(desk)
    credit(desk)
