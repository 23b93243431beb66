"""Which foreign spellings of a name are worth keeping, and the forms of demonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from summitry.graph.names import fold

READABLE = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏА-ЯЁІЇЄҐ][A-Za-zÀ-ÖØ-öø-ÿĀ-ɏəƏА-яЁёІіЇїЄєҐґ'’ʻ. -]{3,}\Z")


def readable(name: str) -> bool:
    """True for a capitalised name in Latin or Cyrillic letters that is neither a code nor shouted."""
    return bool(READABLE.match(name)) and not name.isupper() and "  " not in name


def alike(name: str, known: Iterable[str], least: float = 0.6) -> bool:
    """True if the name resembles one of the known names: a borrowed form rather than a translation."""
    folded = fold(name)
    return any(SequenceMatcher(None, folded, fold(other)).ratio() >= least for other in known)


def demonyms(cells: Iterable[str]) -> list[str]:
    """Singular and plural of demonym nouns: "Tajik" has "Tajiks"; "Dane/Danes" both; "Swiss=" one form."""
    forms: list[str] = []
    for cell in cells:
        if cell.endswith("="):
            forms.append(cell[:-1])
        elif "/" in cell:
            forms.extend(cell.split("/"))
        else:
            forms.extend((cell, cell + "s"))
    return list(dict.fromkeys(forms))
