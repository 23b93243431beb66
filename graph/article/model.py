"""What reading yields: an article with its text as read, and the blocks of it that are worth reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

BASE = "https://w3id.org/summitry/"


class BlockKind(StrEnum):
    """What a block is to its article."""

    HEADLINE = "headline"  # the article's own title
    SUBHEADING = "subheading"  # a line without a full stop: a standfirst, a crosshead, another story's title
    PARAGRAPH = "paragraph"
    CAPTION = "caption"  # the words under a picture


@dataclass(frozen=True, slots=True)
class Block:
    """A piece worth reading, `article.text[start:end]`; it may start within a line and span several."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of its article beside the text; None where it says nothing."""

    url: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as read, before anything is chosen from it.

    `regions` are the spans in which blocks may lie: all but the front matter, or what an HTML page shows as
    its article. `wrapped` says that a single line break does not end a paragraph (Markdown).
    """

    file: str
    text: str
    metadata: Metadata
    regions: tuple[tuple[int, int], ...]
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Every offset, here and in what is found later, refers to `text`.

    `dateline` is the day before an agency's first sentence, "--09-28" in "MOSCOW, Sept 28 (Reuters) -", and
    `place` the place there, as written: where "here" is.
    """

    iri: str
    file: str
    text: str
    title: str | None
    url: str | None
    published: date | None
    publisher: str | None
    language: str | None
    blocks: tuple[Block, ...]
    digest: str
    dateline: str | None = None
    place: str | None = None

    @property
    def today(self) -> str | None:
        """The day that the text is told on, ISO 8601: that of publication, else the dateline's, "--09-28" without a year."""
        return self.published.isoformat() if self.published else self.dateline
