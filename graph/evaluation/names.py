"""When two names mean the same: folded spellings, known aliases, and a surname that only one person bears."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Fact = Mapping[str, Any]  # a fact as JSON: the keys of its type, as `extract --format jsonl` prints them

PEOPLE = ("person", "visitor", "speaker")
GROUPS = ("participants", "attendees", "absentees")

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ə": "a", "æ": "ae", "ß": "ss"})
_TITLE = re.compile(
    r"(?:the|mr|mrs|ms|dr|sir|president|premier|prime minister|chancellor|king|imam|general|admiral"
    r"|foreign minister|secretary general) (?=.)"
)
_FORMER = re.compile(r"(?:the|former|ex|acting|then|new|current) (?=.)")


@cache
def tables() -> dict[str, Any]:
    """The alias table that ships beside this module."""
    table: dict[str, Any] = json.loads(files(__package__).joinpath("aliases.json").read_text("utf-8"))
    return table


def plain(text: str) -> str:
    """The letters and digits of a text in lower case, without marks, words apart by one space."""
    bare = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(
        re.sub(r"[^a-z0-9]+", " ", bare.replace("’", "'").replace("'s ", " ").replace(".", "")).split()
    )


def fold(name: str) -> str:
    """A name without case, marks, punctuation and leading titles."""
    folded = plain(name)
    while title := _TITLE.match(folded):
        folded = folded[title.end() :]
    return folded


def role(name: str | None) -> str:
    """The common word for a post: "press secretary" and "spokeswoman" are both "spokesperson"."""
    folded = plain((name or "").replace("-", " "))
    while prefix := _FORMER.match(folded):
        folded = folded[prefix.end() :]
    return _roles().get(folded, folded)


@cache
def _roles() -> dict[str, str]:
    return {plain(word): plain(group[0]) for group in tables()["roles"] for word in group}


class Aliases:
    """Spellings joined into groups; `key` gives the same word for every spelling of a group."""

    def __init__(self, groups: Iterable[Sequence[str]], without: frozenset[str] = frozenset()) -> None:
        self._keys: dict[str, str] = {}
        for group in groups:
            self._join([f for f in map(fold, group) if f and f not in without])

    def _join(self, names: list[str]) -> None:
        if not names:
            return
        first = next((self._keys[n] for n in names if n in self._keys), names[0])
        merged = {self._keys.get(n, n) for n in names} | {first}
        for name, key in self._keys.items():
            if key in merged:
                self._keys[name] = first
        self._keys.update(dict.fromkeys([*names, *merged], first))

    def key(self, name: str | None) -> str:
        """The group's word; "" for no name."""
        folded = fold(name or "")
        return self._keys.get(folded, folded)

    def spellings(self, key: str) -> list[str]:
        """Every folded spelling of a group."""
        return [n for n, k in self._keys.items() if k == key] or [key]


class Names:
    """The names of a set of gold facts, as actors (a capital may stand for its state) and as places."""

    def __init__(self, gold: Mapping[str, Sequence[Fact]]) -> None:
        spelt = [
            [*pair] for facts in gold.values() for f in facts for pair in (f.get("as_written") or {}).items()
        ]
        groups = [*tables()["names"], *spelt]
        self.actors = Aliases(groups)
        self.places = Aliases(groups, without=frozenset(map(fold, tables()["metonyms"])))
        self.seats = {self.places.key(c): self.places.key(s) for c, s in tables()["seats"].items()}
        self._surnames = {doc: self._count_surnames(facts) for doc, facts in gold.items()}

    def _count_surnames(self, facts: Iterable[Fact]) -> dict[str, int]:
        people = {self.actors.key(name) for fact in facts for name in _people(fact)} - {""}
        last = [p.rsplit(" ", 1)[-1] for p in people]
        return {surname: last.count(surname) for surname in last}

    def same(self, doc: str, one: str | None, other: str | None) -> bool:
        """Whether two names mean the same actor; a bare surname will do where only one person has it."""
        a, b = self.actors.key(one), self.actors.key(other)
        if not a or not b:
            return False
        return a == b or self._shortened(doc, fold(one or ""), fold(other or ""))

    def _shortened(self, doc: str, one: str, other: str) -> bool:
        short, long = sorted((one.split(), other.split()), key=len)
        if len(short) == len(long) or short[-1] != long[-1] or not set(short) <= set(long):
            return False
        return len(short[-1]) > 2 and (len(short) > 1 or self._surnames.get(doc, {}).get(short[0], 0) <= 1)

    def place(self, *names: str | None) -> set[str]:
        """The places named."""
        return {self.places.key(name) for name in names if name}

    def near(self, one: set[str], other: set[str]) -> bool:
        """Whether two sets of places agree: a seat of power lies in its state; no place contradicts none."""
        if not one or not other:
            return True
        return bool(one & other or self._around(one) & other or one & self._around(other))

    def _around(self, places: set[str]) -> set[str]:
        return places | {self.seats[p] for p in places if p in self.seats}

    def within(self, one: str | None, other: str | None) -> bool:
        """Whether a form of one name stands as whole words in the other: BRICS in "14th BRICS summit"."""
        a, b = fold(one or ""), fold(other or "")
        return any(
            len(form) > 1 and f" {form} " in f" {text} "
            for name, text in ((a, b), (b, a))
            for form in self.actors.spellings(self.actors.key(name))
        )


def _people(fact: Fact) -> Iterator[str]:
    yield from (fact[k] for k in PEOPLE if fact.get(k))
    for group in GROUPS:
        yield from fact.get(group) or ()
