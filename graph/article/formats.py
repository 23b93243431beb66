"""Text with optional front matter, JSON and JSON Lines -> drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from summitry.graph.errors import UnreadableInput

from .decoding import decode
from .model import Draft, Metadata

Problem = Callable[[UnreadableInput], None]

_FENCE = re.compile(r"\ufeff?---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(.*)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ]\d{2}:?\d{2})")
FRONT_MATTER_LIMIT = 20_000


def read_text(data: bytes, where: str, *, wrapped: bool = False) -> Draft:
    """A text file; front matter stays in the text, but holds no blocks."""
    text = decode(data, where)
    if not text.strip("\ufeff \n\t"):
        raise UnreadableInput(where, "is empty")
    pairs, body = _front_matter(text)
    regions = ((body, len(text)),)
    if not text[body:].strip():
        raise UnreadableInput(where, "holds front matter but no text")
    return Draft(where, text, _metadata(pairs, where), regions, wrapped)


def read_json(data: bytes, where: str) -> Iterator[Draft]:
    """One article, or a list of them."""
    text = decode(data, where)
    if not text.strip("\ufeff \n\t"):
        raise UnreadableInput(where, "is empty")
    value = _loaded(text, where)
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _article(item, where, f"{where}: item {number}")
    else:
        yield _article(value, where, where)


def read_lines(data: bytes, where: str, on_problem: Problem) -> Iterator[Draft]:
    """One article a line; a broken line is a problem of its own and does not stop the rest."""
    if not data.strip():
        raise UnreadableInput(where, "is empty")
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            yield _article(_loaded(_line(line, place), place), where, place)
        except UnreadableInput as problem:
            on_problem(problem)


def _line(line: bytes, place: str) -> str:
    try:
        return decode(line, place)
    except UnreadableInput as problem:
        raise UnreadableInput(place, problem.problem) from None  # the line's number is that of the file


def _loaded(text: str, place: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        spot = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise UnreadableInput(place, f"is not valid JSON: {error.msg} at {spot}") from None
    except RecursionError:
        raise UnreadableInput(place, "is not an article: JSON nested too deeply") from None


def _article(value: Any, where: str, place: str) -> Draft:
    if not isinstance(value, dict):
        raise UnreadableInput(
            place, f"is not an article: a JSON object was expected, not {_json_type(value)}"
        )
    text = value.get("text")
    if not isinstance(text, str):
        found = "there is none" if text is None else f"it is {_json_type(text)}"
        raise UnreadableInput(place, f'is not an article: a string "text" was expected, {found}')
    if not text.strip():
        raise UnreadableInput(place, 'has an empty "text"')
    _refuse_surrogates(text, place)
    return Draft(where, text, _metadata(value, place), ((0, len(text)),))


def _refuse_surrogates(text: str, place: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnreadableInput(place, 'has half a character (a lone surrogate) in "text"') from None


def _json_type(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return kinds.get(type(value), "a number")


def _front_matter(text: str) -> tuple[dict[str, Any], int]:
    opened = _FENCE.match(text)
    if not opened:
        return {}, 0
    closed = _CLOSE.search(text, opened.end(), FRONT_MATTER_LIMIT)
    if not closed:
        return {}, 0
    pairs: dict[str, Any] = {}
    for line in text[opened.end() : closed.start()].splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _PAIR.fullmatch(line)
        if pair:
            pairs[pair.group(1).lower()] = pair.group(2).strip().strip("\"'") or None
        elif not pairs:
            return {}, 0  # two rulers around ordinary text, not front matter
    return (pairs, closed.end()) if pairs else ({}, 0)


def _metadata(pairs: dict[str, Any], place: str) -> Metadata:
    return Metadata(
        url=_string(pairs, "url", place),
        title=_string(pairs, "title", place),
        published=_day(pairs.get("published") or pairs.get("date"), place),
        publisher=_string(pairs, "publisher", place),
        language=_string(pairs, "language", place),
    )


def _string(pairs: dict[str, Any], key: str, place: str) -> str | None:
    value = pairs.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableInput(place, f'"{key}" must be a string, not {_json_type(value)}')
    _refuse_surrogates(value, place)
    return " ".join(value.split()) or None


def _day(value: Any, place: str) -> date | None:
    if value is None or value == "":
        return None
    day = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(day.group()) if day else _refuse_day(value, place)
    except ValueError:
        return _refuse_day(value, place)


def _refuse_day(value: Any, place: str) -> date:
    raise UnreadableInput(place, f'"published" must be a date as 2022-06-28, not {value!r:.60}')
