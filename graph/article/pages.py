"""An HTML page -> a draft: the page's visible text, with the parts that trafilatura takes for the article.

What trafilatura returns is a text of its own making, to which no offset of the page belongs. So the page's
visible text is what an article is read from, and trafilatura's paragraphs are looked up in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from summitry.graph.errors import UnreadableInput

from .decoding import decode_page
from .model import Draft, Metadata

_HIDDEN = {
    "script",
    "style",
    "head",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
    "button",
}
_BREAKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br caption center dd details dialog div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section
        summary table tbody td tfoot th thead title tr ul video""",
    )
)
_SPACE = re.compile(r"\s+")
# A deeper search takes the year of a copyright notice for a date.
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
_WINDOW = (
    50_000  # characters within which the next paragraph is looked up, so that one not found costs little
)


def read_page(data: bytes, where: str) -> Draft:
    """The page as a draft, or a refusal where it shows no text."""
    # Not above: trafilatura takes half a second to load, and few inputs are pages.
    import trafilatura

    source = decode_page(data, where)
    tree = trafilatura.load_html(source) if "<" in source else None
    if tree is None:
        raise UnreadableInput(where, "is not an HTML page" if source.strip() else "is empty")
    text, headings = _visible(tree)
    if not text:
        raise UnreadableInput(where, "is an HTML page without text")
    found: Any = trafilatura.bare_extraction(
        source,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    chosen = _aligned(text, (found.text or "").split("\n")) if found else []
    metadata = _metadata(found) if found else Metadata()
    regions = (
        tuple(sorted({*chosen, *(h for h in headings if _is_title(text, h, metadata))}))
        if chosen
        else ((0, len(text)),)
    )
    return Draft(where, text, metadata, _disjoint(regions))


def _visible(tree: Any) -> tuple[str, list[tuple[int, int]]]:
    """The text that a reader of the page sees, one line for each block, and the spans of its h1 headings."""
    lines: list[str] = []
    headings: list[tuple[int, int]] = []
    parts: list[str] = []
    at = 0
    for tag, text in _walk(tree):
        if tag is None:
            parts.append(text)
            continue
        line = _SPACE.sub(" ", "".join(parts)).strip()
        parts = []
        if line:
            lines.append(line)
            if tag == "/h1":
                headings.append((at, at + len(line)))
            at += len(line) + 1
    rest = _SPACE.sub(" ", "".join(parts)).strip()
    return "\n".join([*lines, rest] if rest else lines), headings


def _walk(tree: Any) -> Iterator[tuple[str | None, str]]:
    """(None, text) for text, (tag, "") at the start and ("/tag", "") at the end of a block; no recursion."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, done = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if done:
            if tag in _BREAKS:
                yield f"/{tag}", ""
            if node.tail and node is not tree:
                yield None, node.tail
            continue
        stack.append((node, True))
        if not tag or tag in _HIDDEN:
            continue
        if tag in _BREAKS:
            yield tag, ""
        if node.text:
            yield None, node.text
        stack.extend((child, False) for child in reversed(node))


def _aligned(text: str, paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Where trafilatura's paragraphs stand in the visible text; white space counts for nothing."""
    offsets = [i for i, c in enumerate(text) if not c.isspace()]
    solid = "".join(text.split())
    spans: list[tuple[int, int]] = []
    at = 0
    for paragraph in paragraphs:
        words = "".join(paragraph.split()).removeprefix("-")
        start = solid.find(words, at, at + _WINDOW if spans else len(solid)) if words else -1
        if start < 0:
            continue  # changed by trafilatura, or out of order: its neighbours are found all the same
        at = start + len(words)
        spans.append(_whole_lines(text, offsets[start], offsets[at - 1] + 1))
    return spans


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _disjoint(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _is_title(text: str, span: tuple[int, int], metadata: Metadata) -> bool:
    return bool(metadata.title) and text[span[0] : span[1]].casefold() in (metadata.title or "").casefold()


def _metadata(found: Any) -> Metadata:
    return Metadata(
        url=found.url or None,
        title=found.title or None,
        published=date.fromisoformat(found.date) if found.date else None,
        publisher=found.sitename or None,
        language=found.language or None,
    )
