"""Pieces -> those that only repeat: second copies, and teasers of text that stands in full elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Piece

_SQUEEZE = re.compile(r"[\W_]+")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[\W{0,8}\])\W{0,3}$")
_TAIL = 16  # characters at the end of a piece that can show that it breaks off
_PROBE = 16  # squeezed characters that find a teaser's source
_LEAST = 32  # squeezed characters of a teaser that bears no sign of being cut off


def repeated(pieces: Sequence[Piece]) -> frozenset[int]:
    """The indices of pieces that only repeat: equal ones but the first, and each teaser of a fuller text."""
    squeezed = [_squeeze(piece.text) for piece in pieces]
    found: set[int] = set()
    first: dict[str, int] = {}
    for index, text in enumerate(squeezed):
        if text and first.setdefault(text, index) != index:
            found.add(index)
    starts: dict[str, list[int]] = {}
    for index, text in enumerate(squeezed):
        if len(text) >= _PROBE and index not in found:
            starts.setdefault(text[:_PROBE], []).append(index)
    for index, piece in enumerate(pieces):
        if index not in found and _is_teaser(piece, index, squeezed, starts):
            found.add(index)
    return frozenset(found)


def _squeeze(text: str) -> str:
    return _SQUEEZE.sub("", text).casefold()


def _is_teaser(piece: Piece, index: int, squeezed: list[str], starts: dict[str, list[int]]) -> bool:
    """Whether the piece breaks off, and another with those after it begins as it does and goes on."""
    # Only the end is searched: a megabyte of brackets would be gone through once for each of them.
    sign = _CUT_OFF.search(piece.text, max(0, len(piece.text) - _TAIL))
    cut_off = sign is not None
    if piece.text.rstrip()[-1:] in '.!?”"’' and not cut_off:
        return False
    words = _squeeze(_but_last_word(piece.text[: sign.start()])) if sign else squeezed[index]
    others = starts.get(words[:_PROBE], ()) if len(words) >= (_PROBE if cut_off else _LEAST) else ()
    # A few candidates only: a thousand paragraphs that begin alike must not cost a million comparisons.
    return any(_begins(squeezed, other, words) for other in others[:8] if other != index)


def _but_last_word(text: str) -> str:
    """The text up to its last word, which may be cut off."""
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    while end and text[end - 1].isalnum():
        end -= 1
    return text[:end]


def _begins(squeezed: list[str], start: int, words: str) -> bool:
    """Whether the pieces from `start` on, run together, begin with the words and go on after them."""
    at = 0
    for text in squeezed[start:]:
        if at >= len(words):
            return True
        if not words.startswith(text[: len(words) - at], at):
            return False
        if len(text) > len(words) - at:
            return True
        at += len(text)
    return False
