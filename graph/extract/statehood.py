"""Which states' existence, or which government of theirs, is in question, and what ties to them say of it."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.graph.claims import Entity

CHINA, TAIWAN = "state/china", "state/taiwan"
# diplomatic relations with these are recognition: their statehood, or which government is theirs, is the question
DISPUTED = frozenset(
    f"{kind}/{name}"
    for name in "taiwan kosovo palestine israel northern-cyprus abkhazia south-ossetia transnistria western-sahara somaliland "
    "nagorno-karabakh artsakh donetsk luhansk".split()
    for kind in ("state", "region")
)


def ties(a: Entity, b: Entity) -> Iterator[tuple[Entity, Entity, str]]:
    """Diplomatic relations mean recognition where that is the question of one side."""
    if b.key in DISPUTED or (b.key == CHINA and a.key != TAIWAN):
        yield a, b, "recognises"
    elif a.key in DISPUTED or (a.key == CHINA and b.key != TAIWAN):
        yield b, a, "recognises"


def broken(a: Entity, b: Entity) -> Iterator[tuple[Entity, Entity, str]]:
    """Ties that are cut mean that one is no longer recognised where that is Taiwan."""
    if b.key == TAIWAN and a.key not in (TAIWAN, CHINA):
        yield a, b, "does_not_recognise"
