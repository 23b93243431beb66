"""Words that every match of a pattern must hold: a sentence without any of them need not be searched.

A finder tries dozens of patterns on a sentence, most of which begin with any list of names and so are tried at every place;
looking for a word takes a hundredth of the time. The words are read off the pattern by Python's own parser of patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from re import _parser  # type: ignore[attr-defined]  # the only parser of patterns; a test knows if it changes
from typing import Any

_LEAST = 3  # letters that make a word worth looking for
_MOST = 4096  # patterns that are known at a time
_OPENING = 5  # letters of a landmark by which it is looked up
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sought:
    """Words one of which must stand in a text: the first letters of the long ones, which are looked up at once, and the rest."""

    words: Words
    openings: frozenset[str]
    short: tuple[str, ...]

    @classmethod
    def of(cls, words: Words) -> Sought:
        long = {word for word in words if len(word) >= _OPENING}
        return cls(words, frozenset(word[:_OPENING] for word in long), tuple(words - long))


class Held:
    """Which landmarks a text holds: the letters it is made of are put into a set once, whatever the number of patterns."""

    __slots__ = ("_runs", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: frozenset[str] | None = None

    def may_match(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text has a landmark of the pattern, or the pattern has none."""
        sought = _sought(pattern)
        if not sought.words:
            return True
        opens = not sought.openings.isdisjoint(self.runs)
        return any(word in self._text for word in (sought.words if opens else sought.short))

    @property
    def runs(self) -> frozenset[str]:
        """Every run of letters as long as those by which landmarks are looked up."""
        if self._runs is None:
            last = len(self._text) - _OPENING
            self._runs = frozenset(self._text[i : i + _OPENING] for i in range(last + 1))
        return self._runs

    def holds(self, words: Iterable[str]) -> bool:
        return any(word in self._text for word in words)


_KNOWN: dict[int, tuple[re.Pattern[str], Sought]] = {}


def landmarks(pattern: re.Pattern[str]) -> Words:
    """The words one of which stands in whatever the pattern matches; empty where there are none such."""
    if pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return frozenset()
    return _of(_parser.parse(pattern.pattern)) or frozenset()


def _sought(pattern: re.Pattern[str]) -> Sought:
    """What a pattern's landmarks are looked up by; found by identity, as hashing a pattern reads all of it."""
    found = _KNOWN.get(id(pattern))
    if found is None:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        found = _KNOWN[id(pattern)] = (pattern, Sought.of(landmarks(pattern)))
    return found[1]


class Patterns:
    """Many patterns of one finder, of which a text is tried only on those that it may match."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._opening: dict[str, list[int]] = {}
        self._other: list[tuple[int, tuple[str, ...]]] = []  # those with short landmarks, or none
        for number, pattern in enumerate(patterns):
            sought = _sought(pattern)
            for opening in sought.openings:
                self._opening.setdefault(opening, []).append(number)
            if sought.short or not sought.words:
                self._other.append((number, sought.short))

    def likely(self, held: Held) -> list[int]:
        """The numbers of the patterns that a text may match, in order."""
        found = {n for run in self._opening.keys() & held.runs for n in self._opening[run]}
        found.update(n for n, words in self._other if not words or held.holds(words))
        return sorted(found)


def _of(parts: Iterable[tuple[Any, Any]]) -> Words | None:
    """The best words of parts that follow each other: any of them will do."""
    best: Words | None = None
    run = ""
    for operation, value in parts:
        if str(operation) == "LITERAL":
            run += chr(value)
            continue
        best, run = _better(_better(best, _word(run)), _inside(str(operation), value)), ""
    return _better(best, _word(run))


def _inside(operation: str, value: Any) -> Words | None:
    """The words of one part; None where it may be left out, or says nothing."""
    match operation:
        case "SUBPATTERN":
            return None if value[1] & re.IGNORECASE else _of(value[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _of(value[2]) if value[0] else None
        case "BRANCH":
            branches = [_of(branch) for branch in value[1]]
            found = [words for words in branches if words]
            return frozenset[str]().union(*found) if len(found) == len(branches) else None
    return None


def _word(run: str) -> Words | None:
    return frozenset({run}) if len(run.strip()) >= _LEAST else None


def _better(one: Words | None, other: Words | None) -> Words | None:
    """The rarer: long words rather than short ones, few rather than many."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda words: (min(map(len, words)), -len(words)))
