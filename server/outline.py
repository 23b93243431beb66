"""The outline of a query: its tokens, which bracket closes which, and edits to its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summitry.server.scan import CLOSING, FORMS, OPENING, VOLATILE, Token, scan, unescape


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the text, from one token to another, and what stands there instead."""

    first: int
    last: int  # the last token replaced; one less than `first` inserts before it
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A scanned query."""

    text: str
    tokens: Sequence[Token]
    partners: Mapping[int, int]  # opening bracket -> closing, and back
    words: frozenset[str]  # keywords and functions, in capitals
    depth: int  # brackets open at once

    @property
    def volatile(self) -> bool:
        """Whether asking again may rightly give another answer."""
        return bool(self.words & VOLATILE)

    def find(self, *words: str) -> Iterator[int]:
        """Where a keyword stands."""
        return (place for place, token in enumerate(self.tokens) if token.is_word(*words))

    def mark(self, place: int) -> str:
        """The mark at a place, empty where something else or nothing is."""
        inside = 0 <= place < len(self.tokens) and self.tokens[place].kind == "mark"
        return self.tokens[place].text if inside else ""

    def kind(self, place: int) -> str:
        """The kind of token at a place, empty where there is none."""
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""

    def text_of(self, place: int) -> str:
        """The text of the token at a place, empty where there is none."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def piece(self, first: int, last: int) -> str:
        """The text from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    @property
    def prologue(self) -> str:
        """The text before the form of the query is named."""
        start = next(self.find(*FORMS), None)
        return "" if start is None else self.text[: self.tokens[start].start]

    def edit(self, edits: Iterable[Edit]) -> Outline:
        """The outline of the text with the edits made; edits do not overlap."""
        return read_outline(self.edited(edits))

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text with the edits made."""
        pieces, place = [], 0
        for edit in sorted(edits, key=lambda each: (each.first, each.last)):
            start = self.tokens[edit.first].start
            pieces += [self.text[place:start], edit.text]
            place = self.tokens[edit.last].end if edit.last >= edit.first else start
        return " ".join((*pieces, self.text[place:]))


def read_outline(text: str) -> Outline:
    """The outline of a query, whether or not it is well formed."""
    text = unescape(text)
    tokens = scan(text)
    partners: dict[int, int] = {}
    stack: list[int] = []
    words = set()
    deepest = 0
    for place, token in enumerate(tokens):
        if token.kind == "word":
            words.add(token.text.upper())
        elif token.kind == "mark" and (token.text in OPENING or token.text == "<<("):
            stack.append(place)
            deepest = max(deepest, len(stack))
        elif token.kind == "mark" and stack and (token.text in CLOSING or token.text == ")>>"):
            partners[place] = stack.pop()
            partners[partners[place]] = place
    return Outline(text, tokens, partners, frozenset(words), deepest)
