"""Words that every match of a pattern must hold: a sentence without any of them need not be searched.

A finder tries dozens of patterns on a sentence, most of which begin with any list of names and so are tried at every place;
looking for a word takes a hundredth of the time. The words are read off the pattern by Python's own parser of patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]  # the only parser of patterns; a test knows if it changes
from typing import Any

_LEAST = 3  # letters that make a word worth looking for
_MOST = 4096  # patterns that are known at a time
Words = frozenset[str]
_KNOWN: dict[int, tuple[re.Pattern[str], Words, Words]] = {}


def landmarks(pattern: re.Pattern[str]) -> Words:
    """The words one of which stands in whatever the pattern matches; empty where there are none such."""
    return _known(pattern)[1]


def marks(pattern: re.Pattern[str]) -> Words:
    """Of each landmark its longest word: a sentence without them has no view with the landmark, however words are left out."""
    return _known(pattern)[2]


def _known(pattern: re.Pattern[str]) -> tuple[re.Pattern[str], Words, Words]:
    """A pattern with its landmarks; found by identity, as hashing a pattern reads all of it each time."""
    found = _KNOWN.get(id(pattern))
    if found is None:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        plain = not pattern.flags & (re.IGNORECASE | re.VERBOSE)
        words = (_of(_parser.parse(pattern.pattern)) if plain else None) or frozenset()
        found = _KNOWN[id(pattern)] = (
            pattern,
            words,
            frozenset(max(word.split(), key=len) for word in words),
        )
    return found


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
