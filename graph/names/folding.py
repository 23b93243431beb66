"""Accents, case and marks away, so that spellings compare."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark, and the many apostrophes and dashes.
LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
        "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
        "ħ": "h", "Ħ": "H",
        "ŋ": "ng", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'", "‐": "-",
        "‑": "-", "–": "-", "—": "-",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The text without accents: "São Tomé" -> "Sao Tome"; other scripts stay as they are."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def slug(name: str) -> str:
    """The last part of an entity's key: "Côte d'Ivoire" -> "cote-divoire"."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "")).strip("-")


def fold(text: str) -> str:
    """The text as spellings are compared: no accents, dots or apostrophes, hyphens as spaces, lower case."""
    folded = plain(text).replace(".", "").replace("'", "").replace("-", " ").lower()
    return " ".join(folded.split())


def bare(text: str) -> str:
    """The text without dots, hyphens and spaces: "U.S." -> "US"."""
    return text.replace(".", "").replace("-", "").replace(" ", "")


def is_acronym(name: str) -> bool:
    """True for "CSTO", "U.S.", "G20", "ОДКБ": capitals and digits only, and few of them."""
    letters = bare(name).replace("+", "")
    return len(letters) <= 7 and letters.isalnum() and letters.isupper() and " " not in name
