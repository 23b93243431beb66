"""A block of text -> words with offsets; the finest grain that mentions are matched on."""

from __future__ import annotations

import re
from dataclasses import dataclass

# U.S. and U.K. are one word; a possessive 's is a word of its own; hyphens and apostrophes split nothing inside a name.
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:St|Mt|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|Prof|Hon|Amb|Rev|Fr|Ven|Brig|Cdre|Cmdr|Cdr|Cpl|Engr|Eng|Ing|Lic|Smt|Jr|Sr|Feb|Jan|Aug|Sept|Oct|Nov|Dec)\."
    r"|[’'ʼ]s\b"
    r"|[^\W_ʼ]+(?:[’'ʼ`](?!s\b)[^\W\d_ʼ]+)*"
    r"|[^\w\s]|_|ʼ"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `start`/`end` are offsets into the article's text; `gap` tells whether white space precedes it."""

    text: str
    start: int
    end: int
    gap: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def alpha(self) -> bool:
        return self.text[0].isalpha()


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, with offsets into `text`."""
    stop = len(text) if end is None else end
    return [
        Word(m.group(), m.start(), m.end(), m.start() == start or text[m.start() - 1].isspace())
        for m in _WORD.finditer(text, start, stop)
    ]
