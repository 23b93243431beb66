"""A draft -> its blocks, and what stands in its margins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .boilerplate import Role, is_caption, role
from .datelines import read_dateline
from .lines import Piece, pieces
from .model import Block, BlockKind, Draft
from .repeats import repeated

_SENTENCE_END = re.compile(r"[.!?:;…][”’\"»)\]\s]*$|[.!?][”’\"»)]{0,2}\s+[”“‘\"(]?[A-Z]")
_ENDS_OPEN = re.compile(r"[?!”’\"»)]$")
_PROSE = 80  # characters from which a line that ends as a sentence does is certainly running text
_CREDITS = re.compile(
    r"\s*\(\s*(?:Reporting|Writing|Additional reporting|Editing|Compiled|With inputs?)\b[^()]{0,300}\)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen of a draft; `margins` are the spans of furniture, where dates and names stand."""

    blocks: tuple[Block, ...]
    margins: tuple[tuple[int, int], ...]


def choose(draft: Draft) -> Choice:
    """The draft's blocks in order, without furniture, lists of other stories, comments and repeats."""
    found = list(pieces(draft))
    roles = [role(piece.text) for piece in found]
    end = _end_of_article(found, roles)
    again = repeated(found[:end])
    kept, margins = [], []
    hidden = False
    for index, piece in enumerate(found[:end]):
        if roles[index] in (Role.RELATED, Role.COMMENTS):
            hidden = True
        elif hidden and _is_prose(piece, roles[index]):
            hidden = False
        if roles[index] is Role.FURNITURE and not hidden:
            margins.append((piece.start, piece.end))
        elif roles[index] is Role.TEXT and not hidden and index not in again:
            kept.append(piece)
    return Choice(_blocks(draft, kept), tuple(margins))


def _end_of_article(found: Sequence[Piece], roles: Sequence[Role]) -> int:
    """The index at which lists of other stories or comments begin that run to the end.

    Such a heading may also stand over a box within the article, or in a menu above it. It ends the article
    unless the text goes on after it: two paragraphs in a row, where a list has a headline between any two.
    """
    runs = _prose_runs(found, roles)
    for index, what in enumerate(roles):
        before = runs[0] < index if runs else False
        if what is Role.RELATED and before and not any(run > index for run in runs):
            return index
        if what is Role.COMMENTS and before:
            return index
    return len(found)


def _prose_runs(found: Sequence[Piece], roles: Sequence[Role]) -> list[int]:
    """The indices at which two paragraphs in a row begin, and that of the very first paragraph."""
    prose = [_is_prose(piece, what) for piece, what in zip(found, roles, strict=True)]
    runs = [i for i in range(len(prose) - 1) if prose[i] and prose[i + 1]]
    first = next((i for i, yes in enumerate(prose) if yes), None)
    return sorted({*runs, first}) if first is not None else runs


def _is_prose(piece: Piece, what: Role) -> bool:
    text = piece.text
    cut_off = text.endswith(("…", "...", "[…]", "[...]"))
    return (
        what is Role.TEXT
        and len(text) >= _PROSE
        and not cut_off
        and bool(_SENTENCE_END.search(text[-_PROSE:]))
    )


def _blocks(draft: Draft, kept: Sequence[Piece]) -> tuple[Block, ...]:
    headline = _headline(draft, kept)
    blocks = []
    listed = False  # behind "Here are the states that …:", where each line is an entry
    for index, piece in enumerate(kept):
        kind = BlockKind.HEADLINE if index == headline else _kind(piece.text)
        start, end = _trimmed(piece, kind)
        if kind is BlockKind.SUBHEADING and len(piece.text.split()) <= 2 and not listed:
            continue  # "World", "Energy Talks": menus and crossheads that state nothing
        listed = piece.text.endswith(":") or (listed and kind is BlockKind.SUBHEADING)
        blocks.append(Block(kind, start, end))
    return tuple(blocks)


def _kind(text: str) -> BlockKind:
    if is_caption(text):
        return BlockKind.CAPTION
    if _SENTENCE_END.search(text) or len(text.split()) > 30:
        return BlockKind.PARAGRAPH
    quoted = text[-1] in '”"' and len(text.split()) > 15
    return BlockKind.PARAGRAPH if quoted else BlockKind.SUBHEADING


def _headline(draft: Draft, kept: Sequence[Piece]) -> int | None:
    """The piece that is the title, or else the first that could be one, before any paragraph."""
    title = (draft.metadata.title or "").casefold()
    for index, piece in enumerate(kept):
        if title and _plain(piece.text) == title:
            return index
    for index, piece in enumerate(kept):
        exclaims = _ENDS_OPEN.search(piece.text) and not _SENTENCE_END.search(piece.text[:-1])
        like = _kind(piece.text) is BlockKind.SUBHEADING or exclaims
        if not like or len(piece.text) > 220:
            return None
        if len(piece.text.split()) >= 3:
            return index
    return None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _trimmed(piece: Piece, kind: BlockKind) -> tuple[int, int]:
    """The piece's span without a dateline before it and without the reporters' names after it."""
    start, end = piece.start, piece.end
    if kind is BlockKind.PARAGRAPH:
        dateline = read_dateline(piece.text)
        start += dateline.end if dateline else 0
        credits_at = _CREDITS.search(piece.text, max(len(piece.text) - 320, 0))
        if credits_at and credits_at.start() > start - piece.start:
            end = piece.start + credits_at.start()
    return start, end
