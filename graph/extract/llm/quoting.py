"""Quotes found in the text: what a model gives as the article's words must be the article's words."""

from __future__ import annotations

import re
from functools import lru_cache

from summitry.graph.claims import Evidence

_LEAST, _MOST = 8, 3000  # characters of a passage
# White space, quotation marks and dashes are copied loosely by models; the evidence is always what the text has.
_ALIKE = ("\"“”„«»", "'’‘ʼ`", "-–—‑")  # fmt: skip


def find_quote(text: str, quote: str, start: int = 0, end: int | None = None) -> Evidence | None:
    """The passage that a quote copies, sought in `text[start:end]`; None where the text has no such words."""
    stop = len(text) if end is None else end
    words = quote.strip()
    if not _LEAST <= len(words) <= _MOST:
        return None
    at = text.find(words, start, stop)
    if at >= 0:
        return Evidence(at, at + len(words), words)
    found = _pattern(words).search(text, start, stop)
    return Evidence(found.start(), found.end(), found.group()) if found else None


def occurrences(text: str, words: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where whole words stand in `text[start:end]`, white space and quotation marks aside."""
    if not words.strip():
        return []
    pattern = re.compile(rf"(?<!\w){_loose(words)}(?!\w)")
    stop = len(text) if end is None else end
    return [found.span() for found in pattern.finditer(text, start, stop)]


@lru_cache(maxsize=256)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(_loose(words))


def _loose(words: str) -> str:
    return r"\s+".join("".join(map(_letter, word)) for word in words.split())


def _letter(letter: str) -> str:
    return next((f"[{re.escape(alike)}]" for alike in _ALIKE if letter in alike), re.escape(letter))
