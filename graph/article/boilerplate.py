"""A piece -> its role: text worth reading, or page furniture; judged by its own words alone.

The words are in furniture.txt. Every pattern is anchored and bounded, so that a line costs time in proportion
to its length.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from pathlib import Path

from summitry.graph.errors import ConfigurationError

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


class Role(Enum):
    """What a piece is to its page."""

    TEXT = auto()
    FURNITURE = auto()  # never worth reading
    RELATED = auto()  # heads a list of other stories
    COMMENTS = auto()  # heads what readers wrote, or the page's foot


SECTIONS = ("opening", "label", "line", "related", "comments")
_FURTHEST = 400  # characters of a piece that are looked at; furniture shows itself at the start or is short
_LABEL = 120  # the longest piece that a label can make furniture
_MARKS = " :»›>•*#-–—|.…·▪■►▶\n"
_BYLINE = re.compile(
    r"(?:by|from|text|author|editor|correspondent|reporter)\s*:?\s+[\w’'.-]+(?:[ ,/|&-]+[\w’'.-]+){0,9}$",
    re.I,
)
_NAME_WORDS = {
    "and",
    "de",
    "in",
    "of",
    "for",
    "at",
    "al",
    "the",
    "with",
    "von",
    "van",
    "correspondent",
    "staff",
}
_AGENCY = re.compile(r"[-–—/(\[]{1,3}\s?[A-Z][\w./& -]{1,30}[)\]/]?\.?$")
_WHEN = re.compile(
    rf"(?:{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{MONTH}\.?[\s,-]*(?:\d{{4}})?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"|(?:\d+|an?|one)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?)",
    re.I,
)
_CLOCK = re.compile(
    r"\b(?:by|on|at|in|published|updated|posted|modified|created|last|first|date|time|gmt|utc"
    r"|ist|est|edt|[ap]\.?m\.?|local)\b"
    r"|[^\w\s]|\d+",
    re.I,
)
_STAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T,|]+\d{1,2}:\d{2}")
_PUBLISHED = re.compile(
    rf"\b(?:published|posted|updated|modified|uploaded|as\sof|status|dated?|issued|filed)\s*(?:on|at|:)?\s*{_WHEN.pattern}",
    re.I,
)
_CERTAIN = re.compile(r"\d{4}|\bago\b|\d{1,2}:\d{2}")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|to|says?|said|mee?ts?|visits?|arrives?|talks?|summit)\b", re.I
)
_CAPTION = re.compile(
    r"(?:\((?:AP|AFP|EPA|Reuters|Getty|Xinhua|File|Photo|Image)\b[^)]{0,80}\)"
    r"|\([^()]{0,80}(?:photo|via AP|pool|getty|reuters|afp)[^()]{0,40}\)"
    r"|\[?(?:File |Handout )?(?:photo|image|picture)\s*[:/|].{0,80}"
    r"|[/|—–-]\s?(?:AFP|AP|REUTERS|Reuters|Getty Images?|EPA|TASS|Xinhua|VNA|AA)\b.{0,60}"
    r"|(?:image|photo) credit.{0,60}|©.{2,80})\W{0,3}$",
    re.I,
)
_CRUMBS = re.compile(r"\s[»›>|]\s|\s/\s")


def role(text: str) -> Role:
    """What a piece is to its page, as far as its own words tell."""
    head = text[:_FURTHEST].replace("\n", " ").replace("\xa0", " ")
    if not any(map(str.isalpha, head)) and not any(map(str.isalpha, text)):
        return Role.FURNITURE
    words = head.strip(_MARKS) if len(text) <= 240 else ""
    known = furniture()
    if words and known["related"].fullmatch(words):
        return Role.RELATED
    if words and known["comments"].fullmatch(words):
        return Role.COMMENTS
    if known["opening"].match(head.lstrip(_MARKS)) or (words and known["line"].fullmatch(words)):
        return Role.FURNITURE
    if len(text) <= _LABEL and text[-1] not in '.!?”"' and known["label"].match(words):
        return Role.FURNITURE
    return Role.FURNITURE if len(text) < _FURTHEST and _is_margin(head) else Role.TEXT


@cache
def furniture() -> dict[str, re.Pattern[str]]:
    """The patterns of furniture.txt, those of a section as one."""
    found: dict[str, list[str]] = {section: [] for section in SECTIONS}
    section = ""
    file = Path(__file__).with_name("furniture.txt")
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("[") and line.endswith("]") and line[1:-1] in found:
            section = line[1:-1]
        elif line and not line.startswith("# ") and not line.startswith("#  "):
            if not section:
                raise ConfigurationError(f"{file.name}:{number}: a pattern before the first section")
            found[section].append(_compiled(line, f"{file.name}:{number}"))
    return {
        name: re.compile("|".join(f"(?:{line})" for line in lines), re.I) for name, lines in found.items()
    }


def _compiled(line: str, place: str) -> str:
    try:
        re.compile(line)
    except re.error as error:
        raise ConfigurationError(f"{place}: {line!r} is not a regular expression: {error}") from None
    return line


def is_caption(text: str) -> bool:
    """Whether the piece ends as the words under a picture do: in the photographer's or the agency's name."""
    return len(text) < 600 and bool(_CAPTION.search(text[-160:]))


def _is_margin(text: str) -> bool:
    words = text.split()
    if len(words) <= 12 and _BYLINE.match(text) and text[-1] not in '.!?”"' and _are_names(words[1:]):
        return True
    if len(words) <= 4 and _AGENCY.match(text):
        return True
    if len(words) <= 12 and len(_CRUMBS.findall(text)) >= 2:
        return True
    if len(words) <= 20 and text[-1] not in ".!?" and (_STAMP.match(text) or _PUBLISHED.search(text)):
        return True
    return _is_dated(text, words)


def _are_names(words: list[str]) -> bool:
    """Whether every word could be of a name: capitals or digits first, or a small word of a byline."""
    return all(w[0].isupper() or not w[0].isalpha() or w.lower() in _NAME_WORDS for w in words)


def _is_dated(text: str, words: list[str]) -> bool:
    """A line of little but a date: "NAME / October 16, 2023", "1 month ago NAME", "Politics | 2019-02-17"."""
    if len(words) > 22 or text[-1] in '”"?!' or not _WHEN.search(text):
        return False
    rest = _CLOCK.sub(" ", _WHEN.sub(" ", text)).split()
    if _VERB.search(" ".join(rest)):
        return False
    most = 6 if _CRUMBS.search(text) or text[0] in "-–—" else 4
    return len(rest) <= (most if _CERTAIN.search(text) and text[-1] != "." else 1)
