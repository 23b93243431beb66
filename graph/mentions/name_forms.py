"""A person's name -> the short forms that take it up: surnames, "bin Salman", family names that stand first."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.model import Mention
from summitry.graph.mentions.roles import HONORIFICS
from summitry.graph.names import same_surname

# peoples whose family name stands first
_FAMILY_FIRST = frozenset(
    "state/china state/taiwan state/north-korea state/south-korea state/vietnam state/hong-kong state/cambodia".split()
)
FAMILY_NAMES = frozenset(
    "xi li wang zhang chen yang hu wen liu zhu zhou wu zhao xu sun ma he lin guo kim moon park lee yoon ban hwang choe choi "
    "ri pak nguyen tran le pham truong vo tsai ma lai hun qin dong zeng jiang deng mao han ding cai bo song shi kang chung".split()
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
PATRONYMS = frozenset({"bin", "ibn", "ben", "bint"})
_ALIKE, _HARDLY = 0.75, 0.65  # of letters, where a name may be anybody's and where the post tells
_NICKNAME = re.compile(r"\s[\"“‘«'][^\s\"”’»']+[\"”’»']\s")
_INITIALS = re.compile(r"^(?:(?:[A-Z]|[A-Z][a-z](?=\.))(?:\. ?| ))+(?=[^\W\d_][\w'’-]{2,}$)")
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")  # "Cho Hyun-dong": a given name that stands last
PARTICLES = frozenset("al bin ibn ben von van der den de del della da dos el ould abu".split())


def numbered(name: str) -> bool:
    """ "Frederik X", "Elizabeth II": a whole name all the same; not "Marcos Jr"."""
    return parts(name)[-1].isupper()


def surname_only(name: str) -> bool:
    """Whether a name is one word, or "Al Thani": nobody's whole name. "Frederik X" is one."""
    words = [part for part in parts(name) if part.lower() not in SUFFIXES]
    if len(words) == 2 and words[0].lower() in ("al", "el", "bin", "ibn"):
        return True
    return len(words) < 2 and not numbered(name)


def without_initials(name: str) -> str:
    """ "E D Mnangagwa", "J. Biden", "Kh.Battulga": the surname behind initials; any other name as it is."""
    return _INITIALS.sub("", name)


def given_name(name: str) -> str:
    """The folded given name at the head of a name, its titles left out; "" where there is but one word."""
    words = [word for word in name.split() if word.lower() not in HONORIFICS]
    return fold(words[0]) if len(words) > 1 else ""


def misspelt(name: str, known: str) -> bool:
    """Whether a name is that of the holder of the one post that is stated, spelt otherwise: the surname tells, or two words of
    which one ends a name ("Ali Reza Karimi" is no "Ali Reza Avari").
    """
    mine, theirs = fold(name).split(), fold(known).split()
    if len(mine) < 2 or len(theirs) < 2:
        return False
    shared = set(mine) & set(theirs)
    if len(shared) > 1 and shared & {mine[-1], theirs[-1]}:
        return True
    return nearly(mine[-1], theirs[-1], _HARDLY) or same_surname(name, known)


def near_given(name: str, known: str) -> bool:
    """Whether two names of one surname begin with one given name, but for a letter or two: "Rodirgo", "Volodymir"."""
    return nearly(given_name(name), given_name(known))


def nearly(a: str, b: str, alike: float = _ALIKE) -> bool:
    """Whether two words are one but for some letters of five or more."""
    if a == b or min(len(a), len(b)) < 5:
        return a == b
    return a[:2] == b[:2] and SequenceMatcher(None, a, b).ratio() > alike


def bare_name(mention: Mention) -> str:
    """The name inside a mention, without post, honorific or a nickname in quotation marks."""
    offset = mention.start
    name = (
        mention.text[mention.name_start - offset : mention.name_end - offset]
        if mention.name_start >= 0
        else mention.text
    )
    words = _NICKNAME.sub(" ", name).split(" ")
    while len(words) > 2 and words[0].lower() in HONORIFICS:
        words.pop(0)
    return " ".join(words)


def fold(name: str) -> str:
    """Lower case without diacritics or marks: the form in which short names are compared."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("ə", "e")
    )
    return re.sub(r"[^a-z]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()).strip()


def short_forms(entry: Entry) -> set[str]:
    """The folded surnames of a known person, one for each spelling on record; the first of two as well."""
    surnames = {fold(s) for s in entry.surnames}
    firsts = {s.split()[0] for s in surnames if " " in s and s.split()[0] not in PARTICLES}
    return {form for name in entry.names for form in short_of(name, entry.state)} | surnames | firsts


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
    korean = len(words) == 2 and _TWO_SYLLABLES.fullmatch(words[1]) is not None
    if (
        korean
        or state in _FAMILY_FIRST
        or (state is None and fold(words[0]) in FAMILY_NAMES and len(words) in (2, 3))
    ):
        forms = {fold(words[0])}
    forms |= {
        fold(f"{part} {words[k + 1]}") for k, part in enumerate(words[:-1]) if part.lower() in PATRONYMS
    }
    last = words[-1]
    if "-" in last and last.split("-")[0].lower() in ("al", "el"):
        forms.add(fold(last.split("-", 1)[1]))
    return {f for f in forms if len(f) > 1}


def parts(name: str) -> list[str]:
    """The words of a name."""
    return [p for p in re.split(r"\s+", name.strip()) if p]
