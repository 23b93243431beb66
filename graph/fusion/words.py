"""Names as texts have them -> what tells two apart: of summits, treaties, quotes, weapons, sites."""

from __future__ import annotations

import hashlib
import re

from summitry.graph.names import fold, slug

_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_ORDINAL_WORDS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GENERIC = frozenset(
    ["the", "of", "a", "an", "annual", "leaders", "heads", "state", "government", "summit", "meeting",
     "conference", "forum", "session", "extraordinary", "informal", "online", "virtual", "countries",
     "nations", "group"]
)  # fmt: skip
_WEAPON = frozenset(
    ["the", "a", "an", "new", "mobile", "missile", "missiles", "rocket", "rockets", "system", "systems",
     "air", "defence", "defense", "launcher", "launchers", "multiple", "complex", "complexes", "tank",
     "tanks", "aircraft", "jet", "jets", "fighter", "fighters", "drone", "drones", "and", "of"]
)  # fmt: skip


def edition_of(name: str) -> int | None:
    """The number of a summit in its series: "14th BRICS Summit" is 14."""
    if found := _ORDINAL.search(name):
        return int(found[1])
    words = fold(name).split()
    return next((_ORDINAL_WORDS.index(word) + 1 for word in words if word in _ORDINAL_WORDS), None)


def series_name(name: str) -> str:
    """The name without its edition and year: "14th BRICS Summit 2022" is "BRICS Summit"."""
    bare = _YEAR.sub(" ", _ORDINAL.sub(" ", name))
    words = [word for word in bare.split() if fold(word) not in _ORDINAL_WORDS]
    if words and words[0].casefold() == "the":
        words = words[1:]
    return " ".join(words).strip(" ,-") or name


def series_of(name: str) -> str:
    """What is left of a summit's name when everything generic is gone: "caspian", "brics"."""
    words = [word for word in fold(series_name(name)).split() if word not in _GENERIC]
    return slug(" ".join(words)) or slug(name) or "summit"


def treaty_key(name: str) -> str:
    """The key of a treaty's name: "the Rome Statute" -> "rome-statute"."""
    return slug(re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)) or "treaty"


def weapon_words(name: str) -> frozenset[str]:
    """The words that tell an arms system apart: "Iskander-M missile system" -> iskander, m."""
    words = frozenset(fold(name).split())
    return (words - _WEAPON) or words


def quote_key(quote: str) -> str:
    """A hash of the words of a quote, whatever its marks, commas and capitals."""
    words = re.sub(r"[^\w ]", "", fold(quote))
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def site_key(name: str) -> str:
    """The key of a site's name: "the Kant air base" -> "kant"."""
    generic = {
        "the",
        "military",
        "air",
        "naval",
        "army",
        "base",
        "bases",
        "airbase",
        "airfield",
        "site",
        "camp",
    }
    words = [word for word in fold(name).split() if word not in generic]
    return slug(" ".join(words)) or slug(name)
