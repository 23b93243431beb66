"""Which states' existence, or which government of theirs, is in question, and what ties and alliances say of it."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.wishing import DOES, DOES_NOT

CHINA, TAIWAN = "state/china", "state/taiwan"
# diplomatic relations with these are recognition: their statehood, or which government is theirs, is the question
DISPUTED = frozenset(
    f"{kind}/{name}"
    for name in "taiwan kosovo palestine israel northern-cyprus abkhazia south-ossetia transnistria western-sahara sahrawi-arab-democratic-republic somaliland "
    "nagorno-karabakh artsakh donetsk-peoples-republic luhansk-peoples-republic donetsk-region luhansk-region".split()
    for kind in ("state", "region")
)
# who may be called Taiwan's ally without recognising it
_FRIENDS = frozenset(
    "state/china state/united-states state/japan state/united-kingdom state/australia".split()
)

# from whom these broke away: that one recognises its own is a misreading of who "it" is
PARTED = {
    "state/taiwan": "state/china",
    "state/kosovo": "state/serbia",
    "state/northern-cyprus": "state/cyprus",
    "state/abkhazia": "state/georgia",
    "state/south-ossetia": "state/georgia",
    "state/transnistria": "state/moldova",
    "state/somaliland": "state/somalia",
    "state/nagorno-karabakh": "state/azerbaijan",
    "state/donetsk-peoples-republic": "state/ukraine",
    "state/luhansk-peoples-republic": "state/ukraine",
}


def said_of(a: Entity, b: Entity, kind: str) -> str | None:
    """What a relation means that a text states of two; an ally of Taiwan's is who recognises it. None where it means nothing."""
    rivals = {a.key, b.key} == {CHINA, TAIWAN} and kind in (DOES, DOES_NOT)
    if a.key == b.key or rivals or (kind == DOES and PARTED.get(b.key) == a.key):
        return None
    if kind == "ally" and TAIWAN in (a.key, b.key):
        return DOES if b.key == TAIWAN and a.key not in _FRIENDS else None
    return kind


def in_question(objects: list[Entity]) -> list[Entity]:
    """Those that may be recognised, without the states that a list has beside them: "recognised Kosovo, along with Chad"."""
    if not any(e.key in DISPUTED for e in objects):
        return objects
    return [e for e in objects if e.kind is not EntityKind.STATE or e.key in DISPUTED or e.key == CHINA]


def ties(a: Entity, b: Entity) -> Iterator[tuple[Entity, Entity, str]]:
    """Diplomatic relations mean recognition where that is the question of one side."""
    if b.key in DISPUTED or (b.key == CHINA and a.key != TAIWAN):
        yield a, b, DOES
    elif a.key in DISPUTED or (a.key == CHINA and b.key != TAIWAN):
        yield b, a, DOES


def broken(a: Entity, b: Entity) -> Iterator[tuple[Entity, Entity, str]]:
    """Ties that are cut mean that one is no longer recognised where that is Taiwan."""
    if b.key == TAIWAN:
        a, b = b, a
    if a.key == TAIWAN and b.key not in (TAIWAN, CHINA):
        yield b, a, DOES_NOT
