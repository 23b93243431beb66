"""Which letters can stand for one sound across romanisations.

A word becomes a row of slots. A slot holds the sounds that its letters may mean: "ch" is that of the French
"Chavkat", the German "Chamenei" or the English "Charles". The empty string among them marks letters that
another spelling may leave out. Two words sound alike if one reading of each gives the same sounds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summitry.graph.names.folding import plain

# Letters with a mark that tells the sound, before the marks are dropped.
MARKED = str.maketrans(
    {
        "š": "sh", "ş": "sh", "ș": "sh", "č": "tch", "ć": "tch", "ž": "zh", "ż": "zh", "ğ": "g", "ä": "e",
        "ö": "o", "ü": "u", "ñ": "ny", "ń": "n", "ř": "r", "ţ": "ts", "ț": "ts", "ě": "e", "ý": "y", "ÿ": "y",
        "ł": "l",
    }
)  # fmt: skip
OPTIONAL = ""
VOWELS = "aeiouy"
# Longest first. X is the sound of "ship", C "chip", J "jam" or "measure", H "loch"; A, I and U are vowels.
GRAPHEMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("schtsch", ("XC",)), ("shch", ("XC",)), ("chtch", ("XC",)), ("tsch", ("C",)), ("dsch", ("J",)),
    ("tch", ("C",)), ("dzh", ("J",)), ("sch", ("X", "J")), ("oui", ("U",)), ("sh", ("X",)),
    ("sz", ("X",)), ("ch", ("X", "C", "H")), ("cz", ("C",)), ("kh", ("H",)), ("zh", ("J",)),
    ("dj", ("J",)), ("gh", ("G", OPTIONAL)), ("ph", ("F",)), ("th", ("T",)), ("dh", ("D",)),
    ("ts", ("TS",)), ("tz", ("TS",)), ("ck", ("K",)), ("qu", ("K",)), ("gue", ("GA", "GI")),
    ("gui", ("GI",)), ("ff", ("F", "V")), ("ou", ("U",)), ("oo", ("U",)),
    ("ee", ("I", "AA", "AI", "II")), ("ei", ("A", "I")), ("ey", ("A", "I")), ("ai", ("A", "I")),
    ("ay", ("A", "I")), ("aj", ("A", "I")), ("ej", ("A", "I")), ("x", ("KS", "H")), ("q", ("K", "G")),
    ("k", ("K",)), ("c", ("K", "S", "C")), ("ç", ("C", "S")), ("j", ("J", "I")), ("w", ("V",)),
    ("v", ("V",)), ("f", ("F",)), ("s", ("S", "X")), ("z", ("Z",)), ("h", ("H",)), ("g", ("G",)),
    ("b", ("B",)), ("d", ("D",)), ("l", ("L",)), ("m", ("M",)), ("n", ("N",)), ("p", ("P",)),
    ("r", ("R",)), ("t", ("T",)), ("a", ("A",)), ("e", ("A", "I")), ("i", ("I",)), ("y", ("I",)),
    ("o", ("A", "U")), ("u", ("U",)),
)  # fmt: skip
Slot = tuple[str, ...]
_BY_FIRST = {  # the graphemes in their order, by the letter they begin with
    first: tuple(pair for pair in GRAPHEMES if pair[0].startswith(first))
    for first in {g[0] for g, _ in GRAPHEMES}
}


@lru_cache(maxsize=65536)
def slots(word: str) -> tuple[Slot, ...]:
    """The word's letters as sounds, doubled letters as one."""
    text = re.sub(r"([^\W\d_])\1+", _single, plain(word.lower().translate(MARKED)))
    text = re.sub(r"[^a-zç]", "", text)
    found: list[Slot] = []
    i = 0
    while i < len(text):
        letters, sounds = next((g, s) for g, s in _BY_FIRST[text[i]] if text.startswith(g, i))
        found.append(_in_place(text, i, letters, sounds))
        i += len(letters)
    return tuple(found)


def _single(match: re.Match[str]) -> str:
    """Double consonants as one; double vowels stay, they are sounds of their own."""
    return match[0] if match[1] in "aeou" and len(match[0]) == 2 else match[1]


def _in_place(text: str, i: int, letters: str, sounds: Slot) -> Slot:
    """The sounds of letters where they stand: glides, mute endings and German S before a vowel."""
    before, after = text[i - 1 : i] or " ", text[i + len(letters) : i + len(letters) + 1] or " "
    if letters == "s" and after in VOWELS and before in VOWELS + "lmnr ":
        return (*sounds, "Z")
    if letters in ("y", "i", "j") and (before in VOWELS or after in VOWELS + "j"):
        return (*sounds, OPTIONAL)
    if (
        letters == "e"
        and before not in VOWELS + " "
        and (after == " " or (text.endswith("er") and i == len(text) - 2))
    ):
        return (*sounds, OPTIONAL)
    if letters == "h" and before in VOWELS and after in VOWELS + " ":
        return (*sounds, OPTIONAL)
    return sounds


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """True if two words can be spellings of one name. Both must have letters."""
    one, two = slots(a), slots(b)
    return bool(one and two) and bool(_meet(one, two))


def _meet(one: tuple[Slot, ...], two: tuple[Slot, ...]) -> bool:
    """Walks both rows at once; a state is how far each is read and the sounds by which one is ahead."""
    states = {(0, 0, "")}
    seen: set[tuple[int, int, str]] = set()
    while states:
        i, j, ahead = state = states.pop()
        if state in seen:
            continue
        seen.add(state)
        if i == len(one) and j == len(two) and not ahead:
            return True
        if i < len(one):
            states |= {(i + 1, j, left) for sound in one[i] if (left := _lead(ahead + sound)) is not None}
        if j < len(two):
            states |= {(i, j + 1, left) for sound in two[j] if (left := _follow(ahead, sound)) is not None}
    return False


def _lead(ahead: str) -> str | None:
    """The first word runs ahead by some sounds, never by many."""
    return ahead if len(ahead) <= 3 else None


def _follow(ahead: str, sound: str) -> str | None:
    """The second word catches up."""
    return ahead[len(sound) :] if ahead.startswith(sound) else None


def skeleton(word: str) -> str:
    """The consonants that no romanisation changes: words that sound alike have the same."""
    return "".join(c for sound in slots(word) for c in sound[0].replace("F", "V") if c in "TDPBMNLRV")
