"""The words of a text, cut once: those of any piece of it without another cut, where the piece begins and ends between words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


class Tokens:
    """The words of `text[start:end]` as the pipeline cuts them."""

    def __init__(self, nlp: Language, text: str, start: int, end: int) -> None:
        self._nlp = nlp
        self._text = text
        self._spans = list(self._cut(start, end))
        self._starts = [first for first, _ in self._spans]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the words of a piece, white space left out."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        whole = (first == 0 or self._spans[first - 1][1] <= start) and (
            last == 0 or self._spans[last - 1][1] <= end
        )
        return self._spans[first:last] if whole else list(self._cut(start, end))

    def _cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for token in self._nlp.make_doc(self._text[start:end]):
            if not token.is_space:
                yield start + token.idx, start + token.idx + len(token.text)
