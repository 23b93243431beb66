"""A draft's text -> pieces: its lines without white space around them, some joined, some parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .model import Draft


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of the text that is judged as a whole; `gap` says that an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool = True


# Also the zero-width characters, byte order marks and object replacements that pages leave around text.
_EDGE = " \t\n\r\f\v\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\ufffc\x1c-\x1f\x85"
_SPACE = re.compile(f"[{_EDGE}]*")
_SOLID = re.compile(f"[^{_EDGE}](?:[^\n]*[^{_EDGE}])?")
_MARKUP = re.compile(r"(?:#{1,6}|>+|[*+-]|\d{1,3}\.)[ \t]+")
MOST = 10_000  # characters of one piece: no parser should meet a line of a megabyte

_ENDS = '.!?:;…”"’»)'
_OPEN = frozenset(
    "and or of the a an to in on at by for from with that which who his her its their as into".split()
)
_SHORTEST = 5  # words of a line that may break off
_ENOUGH = 3  # broken lines that tell of a fixed width
_NARROW, _WIDE = 50, 110  # the bounds of such a width
_RAGGED = 18  # by how much its lines fall short of it

# "…was signed.The two leaders…": a page's paragraphs that lost the break between them.
# Not "U.S.", "St.Petersburg", nor the sites "Trend.Az", "Gazeta.Ru"; a sentence goes on after its first word.
_GLUED = re.compile(
    r"(?<=[a-z\d)”’\"]{3})[.!?][”’]?(?P<quote>\")?"
    r"(?=[“‘]?[A-Z][a-z]*[ ,’'][A-Za-z\d“\"])(?!(?:Az|Ru|Ge|Kz|Uz|Ua|Kg|Tj|Tm|Md|Eu|Tv|Net|Com|Org|Info)\b)"
)
# "NEXT NEWSRussian president…", "Read moreThe minister…": a menu's words grown onto the text that follows.
_MENU = (
    r"read more|read also|see also|also read|related posts?|related articles?|advertisement|next article"
    r"|previous article|next post|previous post|next story|share this|share on|main menu|skip to content"
    r"|loading|image caption|photo credit|continue reading|click here|sign up|subscribe|follow us"
)
_GROWN = re.compile(
    r"(?:(?:(?:[A-Z]{2,15}[ &/|]{1,3}){0,4}[A-Z]{3,15}|(?i:" + _MENU + r"))(?=[A-Z][a-z]{2,}[ ,’'.]))"
)
_SENTENCE_END = re.compile(r"[.!?][”’\")]?\s")


def pieces(draft: Draft) -> Iterator[Piece]:
    """Every piece of the draft's regions, in order."""
    for start, end in draft.regions:
        for piece in _joined(draft, start, end):
            yield from _parted(draft.text, piece)


def _joined(draft: Draft, start: int, end: int) -> Iterator[Piece]:
    """The lines of a region, those joined that a fixed line width has wrapped."""
    for run in _runs(draft, start, end):
        if len(run) > 1 and (draft.wrapped or _is_wrapped(run)):
            yield from _paragraphs(draft, run)
        else:
            yield from _continued(draft, run)


def _continued(draft: Draft, run: list[Piece]) -> Iterator[Piece]:
    """The lines of a run, those joined of which one breaks off and the next goes on: also at the width of others that do."""
    broken = [_breaks_off(before.text, line.text) for before, line in pairwise(run)]
    width = max(len(line.text) for line in run)
    narrow = sum(broken) >= _ENOUGH and _NARROW <= width <= _WIDE
    first = run[0]
    for (before, line), breaks in zip(pairwise(run), broken, strict=True):
        full = narrow and len(before.text) >= width - _RAGGED and before.text[-1] not in _ENDS
        if not (breaks or full):
            yield _span(draft.text, first, before)
            first = line
    yield _span(draft.text, first, run[-1])


def _breaks_off(line: str, following: str) -> bool:
    """ "Prime Minister A and", "the two leaders" before a word in lower case: no line ends so of itself."""
    words = line.split()
    if len(words) < _SHORTEST or line[-1] in _ENDS:
        return False
    goes_on = following.split()[0]
    return words[-1] in _OPEN or (goes_on.isalpha() and goes_on[0].islower() and goes_on != "by")


def _paragraphs(draft: Draft, run: list[Piece]) -> Iterator[Piece]:
    first = run[0]
    for before, line in pairwise(run):
        if draft.wrapped and (_starts_item(draft.text, line) or _is_heading(draft.text, before)):
            yield _span(draft.text, first, before)
            first = line
    yield _span(draft.text, first, run[-1])


def _span(text: str, first: Piece, last: Piece) -> Piece:
    return Piece(first.start, last.end, text[first.start : last.end], first.gap)


def _starts_item(text: str, line: Piece) -> bool:
    return bool(_MARKUP.match(text, _line_start(text, line)))


def _is_heading(text: str, line: Piece) -> bool:
    return text.startswith("#", _line_start(text, line))


def _line_start(text: str, line: Piece) -> int:
    return text.rfind("\n", 0, line.start) + 1


def _runs(draft: Draft, start: int, end: int) -> Iterator[list[Piece]]:
    """Lines that follow each other without an empty line."""
    run: list[Piece] = []
    gap = True
    for line in _lines(draft, start, end):
        if line is None:
            gap = True
            continue
        if gap and run:
            yield run
            run = []
        run.append(Piece(line[0], line[1], draft.text[line[0] : line[1]], gap))
        gap = False
    if run:
        yield run


def _lines(draft: Draft, start: int, end: int) -> Iterator[tuple[int, int] | None]:
    """The span of each line without the white space around it; None for an empty one."""
    text = draft.text
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        left = _match_end(_SPACE, text, start, stop)
        if draft.wrapped:
            left = _match_end(_SPACE, text, _match_end(_MARKUP, text, left, stop), stop)
        solid = _SOLID.match(text, left, stop)
        yield solid.span() if solid else None
        start = stop + 1


def _match_end(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    found = pattern.match(text, start, stop)
    return found.end() if found else start


def _is_wrapped(run: list[Piece]) -> bool:
    """Three lines or more of nearly one width, or lines that go on in lower case after an open end."""
    widths = [len(line.text) for line in run]
    widest = max(widths)
    ended = sum(line.text[-1] in '.!?…”"' for line in run[:-1])
    if len(run) >= 3 and 50 <= widest <= 100 and min(widths[:-1]) >= widest - 18 and ended * 2 < len(run):
        return True
    return widest <= 100 and all(
        line.text[0].islower() and before.text[-1] not in ".!?:…" for before, line in pairwise(run)
    )


def _parted(text: str, piece: Piece) -> Iterator[Piece]:
    """The pieces of a piece: menu words apart, glued sentences apart, nothing longer than `MOST`."""
    cuts = [piece.start]
    grown = _GROWN.match(text, piece.start, piece.end)
    if grown:
        cuts.append(grown.end())
    cuts += _breaks(text, piece)
    cuts.append(piece.end)
    for start, end in pairwise(cuts):
        for left, right in _short(text, start, end):
            yield Piece(left, right, text[left:right], piece.gap and left == piece.start)


def _breaks(text: str, piece: Piece) -> Iterator[int]:
    """Where glued sentences part; a straight quotation mark there closes if one is open, else it opens."""
    at, quotes = piece.start, 0
    for found in _GLUED.finditer(text, piece.start, piece.end):
        quotes += text.count('"', at, found.end())
        at = found.end()
        opens = found["quote"] and quotes % 2
        yield found.end() - 1 if opens else found.end()


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, or spans of at most `MOST` characters, cut after a sentence, else after a word."""
    while end - start > MOST:
        cut = _cut(text, start)
        yield start, start + len(text[start:cut].rstrip())
        start = _match_end(_SPACE, text, cut, end)
    if start < end:
        yield start, end


def _cut(text: str, start: int) -> int:
    cut = start
    for found in _SENTENCE_END.finditer(text, start + MOST // 2, start + MOST):
        cut = found.end()
    return cut if cut > start else max(text.rfind(" ", start + 1, start + MOST) + 1, 0) or start + MOST
