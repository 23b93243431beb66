"""How a surface in a text may differ from a spelling on record: accents, hyphens, dots, added capitals."""

from __future__ import annotations

from summitry.graph.names import bare, is_acronym, plain


def fits(surface: str, spelling: str) -> bool:
    """True if the surface's capitals allow it to be the spelling, given that both fold alike.

    Every word that is capitalised on record must be so in the text ("turkey" is no state, "MOSCOW" and
    "Mohammed Bin Salman" will do); an acronym must be met in its capitals ("us" is not the United States).
    """
    if is_acronym(spelling):
        return bare(surface) == bare(spelling)
    pairs = zip(_words(surface), _words(spelling), strict=False)
    return all(not known[0].isupper() or met[0].isupper() for met, known in pairs)


def variants(surface: str) -> tuple[str, ...]:
    """The surface as it is, and without an article before it."""
    head, _, tail = surface.partition(" ")
    return (surface, tail) if tail and head.lower() == "the" else (surface,)


def _words(text: str) -> list[str]:
    return plain(text).replace("-", " ").replace("'", "").replace(".", "").split()
