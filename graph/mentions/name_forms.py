"""A person's name -> the short forms that take it up: surnames, "bin Salman", family names that stand first."""

from __future__ import annotations

import re
import unicodedata

from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.model import Mention

# peoples whose family name stands first
_FAMILY_FIRST = frozenset(
    "state/china state/taiwan state/north-korea state/south-korea state/vietnam state/hong-kong state/cambodia".split()
)
_FAMILY_NAMES = frozenset(
    "xi li wang zhang chen yang hu wen liu zhu zhou wu zhao xu sun ma he lin guo kim moon park lee yoon ban hwang choe choi "
    "ri pak nguyen tran le pham truong vo tsai ma lai hun qin dong zeng jiang deng mao han ding cai bo song shi kang chung".split()
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PATRONYMS = frozenset({"bin", "ibn", "ben", "bint"})
PARTICLES = frozenset("al bin ibn ben von van der den de del della da dos el ould abu".split())


def numbered(name: str) -> bool:
    """ "Frederik X", "Elizabeth II": a whole name all the same; not "Marcos Jr"."""
    return parts(name)[-1].isupper()


def bare_name(mention: Mention) -> str:
    """The name inside a mention, without post or honorific."""
    offset = mention.start
    return (
        mention.text[mention.name_start - offset : mention.name_end - offset]
        if mention.name_start >= 0
        else mention.text
    )


def fold(name: str) -> str:
    """Lower case without diacritics or marks: the form in which short names are compared."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("ə", "e")
    )
    return re.sub(r"[^a-z]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()).strip()


def short_forms(entry: Entry) -> set[str]:
    """The folded surnames of a known person, one for each spelling on record."""
    return {form for name in entry.names for form in short_of(name, entry.state)} | {
        fold(s) for s in entry.surnames
    }


def short_of(name: str, state: str | None) -> set[str]:
    """The folded short forms of one spelling; `state` tells where the family name stands."""
    words = [p for p in parts(name) if p.lower() not in SUFFIXES]
    if not words:
        return set()
    if len(words) == 1:
        return {fold(words[0])}
    forms = {fold(words[-1])}
    if words[-2].lower() in PARTICLES:
        forms.add(fold(" ".join(words[-2:])))
    if state in _FAMILY_FIRST or (state is None and fold(words[0]) in _FAMILY_NAMES and len(words) in (2, 3)):
        forms = {fold(words[0])}
    forms |= {
        fold(f"{part} {words[k + 1]}") for k, part in enumerate(words[:-1]) if part.lower() in _PATRONYMS
    }
    last = words[-1]
    if "-" in last and last.split("-")[0].lower() in ("al", "el"):
        forms.add(fold(last.split("-", 1)[1]))
    return {f for f in forms if len(f) > 1}


def parts(name: str) -> list[str]:
    """The words of a name."""
    return [p for p in re.split(r"\s+", name.strip()) if p]
