"""Labels and keys of facts, as a person would write them: "Vladimir Putin in Tajikistan, 28 June 2022"."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.graph.fusion.when import read
from summitry.graph.names import slug

_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
]  # fmt: skip


def day_words(text: str) -> str:
    """ "2022-06-28" -> "28 June 2022", "--06" -> "June"."""
    when = read(text)
    parts = (
        str(when.day) if when.day else "",
        _MONTHS[when.month - 1] if when.month else "",
        str(when.year) if when.year is not None else "",
    )
    return " ".join(part for part in parts if part)


def dated(label: str, start: object) -> str:
    """The label with its date, where there is one."""
    return f"{label}, {day_words(start)}" if isinstance(start, str) else label


def listed(names: Iterable[str], limit: int = 4) -> str:
    """ "A, B and C"; of more than `limit`, "A, B and 7 others"."""
    every = list(names)
    if len(every) > limit:
        every = [*every[: limit - 1], f"{len(every) - limit + 1} others"]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}" if every else ""


def ordinal(number: int) -> str:
    """14 -> "14th"."""
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def tail(key: str) -> str:
    """The last part of an entity's key: "vladimir-putin"."""
    return key.partition("/")[2].replace("/", "-")


def fact_key(kind: str, *parts: object) -> str:
    """The key of a fact: fact_key("border", "afghanistan", "tajikistan"); empty parts fall out."""
    words = [str(part).lstrip("-") for part in parts if part is not None and part != ""]
    return f"{kind}/{'-'.join(slug(word) for word in words)}"


def shortened(text: str, room: int = 80) -> str:
    """The text cut at a word, with an ellipsis."""
    if len(text) <= room:
        return text
    return text[:room].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
