"""A block of text -> words with offsets; the finest grain that mentions are matched on."""

from __future__ import annotations

import re
from dataclasses import dataclass

# U.S. and U.K. are one word; a possessive 's is a word of its own; hyphens and apostrophes split nothing inside a name.
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:St|Mt|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|Prof|Hon|Rt|Amb|Rev|Fr|Ven|Brig|Cdre|Cmdr|Cdr|Cpl|Engr|Eng|Ing|Lic|Smt|Jr|Sr|Feb|Jan|Aug|Sept|Oct|Nov|Dec)\."
    r"|[’'ʼ]s\b"
    r"|[^\W_ʼ]+(?:[’'ʼ`](?!s\b)[^\W\d_ʼ]+)*"
    r"|[^\w\s]|_|ʼ"
)
# "Prime MinisterFumio Kishida", "talks betweenChilean President": a post or a small word run into the name behind it
_RUN_IN = re.compile(
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Ss]pokes(?:man|woman|person)|[Cc]ounterpart|[Ll]eader|[Aa]mbassador"
    r"|[Bb]etween|[Ww]ith|and|by|from|that|met)(?=[A-ZÀ-Þ][a-zß-ÿ]+$)"
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
    return [word for m in _WORD.finditer(text, start, stop) for word in _apart(m, start)]


def _apart(found: re.Match[str], start: int) -> list[Word]:
    """A word found; two where a space was lost before a name."""
    first, end = found.span()
    gap = first == start or found.string[first - 1].isspace()
    run_in = _RUN_IN.match(found.group())
    if run_in is None:
        return [Word(found.group(), first, end, gap)]
    at = first + run_in.end()
    return [Word(run_in.group(), first, at, gap), Word(found.string[at:end], at, end, True)]
