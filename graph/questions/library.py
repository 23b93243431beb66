"""Folders of `.rq` files -> the saved queries by name; ours first, then a user's own."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from summitry.graph.errors import ConfigurationError, UnknownName
from summitry.graph.questions.header import read_question
from summitry.graph.questions.model import Question


def load_questions(*folders: Path) -> dict[str, Question]:
    """Every saved query by name: the product's, then those of the folders; no two may share a name."""
    found: dict[str, Question] = {}
    places: list[Traversable | Path] = [resources.files("summitry.queries"), *folders]
    for place in places:
        if not place.is_dir():
            raise ConfigurationError(f"{place} is not a folder of saved queries")
        for file in sorted(place.iterdir(), key=lambda each: each.name):
            if not file.name.endswith(".rq"):
                continue
            question = _read(file)
            if question.name in found:
                raise ConfigurationError(f"{file}: there is a saved query {question.name} already")
            found[question.name] = question
    return found


def _read(file: Traversable | Path) -> Question:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file}: not readable as UTF-8 text ({error})") from error
    return read_question(file.name.removesuffix(".rq"), text)


def pick(questions: Mapping[str, Question], name: str) -> Question:
    """The saved query of that name."""
    if name in questions:
        return questions[name]
    close = difflib.get_close_matches(name, questions, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}? " if close else ""
    raise UnknownName(f"no saved query {name!r}; {hint}there are {', '.join(sorted(questions))}")
