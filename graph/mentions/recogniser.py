"""What the pipeline's recogniser calls a word, asked for only where its answer can count.

It costs as much as tagging and parsing together, and names and places are known without it. So it reads at once the passages
with a name that nothing else knows, and any other when a finder first asks for a time in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Pipe

RECOGNISER = "ner"
_TIMES = ("DATE", "TIME")


def recognise(nlp: Language, docs: Iterable[tuple[Doc, bool]]) -> None:
    """Has those documents read that are marked; leaves with the others whom to ask."""
    recogniser = cast("Pipe", nlp.get_pipe(RECOGNISER))
    now = []
    for doc, marked in docs:
        if marked:
            now.append(doc)
        else:
            doc.user_data[RECOGNISER] = recogniser
    for _ in recogniser.pipe(now):
        pass


def entity_type(token: Token) -> str:
    """What the recogniser calls a word: "DATE", "ORDINAL", …; "" where it is nothing to it."""
    recogniser = token.doc.user_data.pop(RECOGNISER, None)
    if recogniser is not None:
        recogniser(token.doc)
    return token.ent_type_


def is_dated(token: Token) -> bool:
    """Whether a word belongs to what the recogniser calls a date or an hour."""
    return entity_type(token) in _TIMES
