"""How a surface in a text may differ from a spelling on record: accents, hyphens, dots, and capitals in one direction."""

from __future__ import annotations

from summitry.graph.names import fold, plain


def fits(surface: str, spelling: str, hint: str) -> bool:
    """True if the surface's capitals allow it to be the spelling, given that both fold alike.

    Every word that is capitalised on record must be so in the text ("turkey" is no state, "MOSCOW" and "Mohammed Bin
    Salman" will do); an acronym must be met in its capitals ("us" is not the United States).
    """
    if hint == "acronym":
        return _bare(surface) == _bare(spelling)
    pairs = zip(_words(surface), _words(spelling), strict=False)
    return all(not known[0].isupper() or met[0].isupper() for met, known in pairs)


def _bare(text: str) -> str:
    return text.replace(".", "").replace("-", "").replace(" ", "")


def _words(text: str) -> list[str]:
    return plain(text).replace("-", " ").replace("'", "").replace(".", "").split()


def variants(surface: str) -> tuple[str, ...]:
    """The folded forms under which a surface is looked up: as it is, and without an article before it."""
    folded = fold(surface)
    return (folded, folded[4:]) if folded.startswith("the ") else (folded,)
