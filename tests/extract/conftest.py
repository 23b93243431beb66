"""One extractor for all tests of finders: loading the pipeline takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.graph.article import read_articles
from summitry.graph.claims import Payload
from summitry.graph.extract import Extractor, build_extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor over the reference data, of all that finders find, however sure."""
    return build_extractor(least=0.0)


@pytest.fixture
def told(extractor: Extractor, tmp_path: Path) -> Callable[..., list[Payload]]:
    """What a short text states, as payloads of one type."""

    def read(text: str, kind: type[Payload], published: str = "2022-06-28") -> list[Payload]:
        path = tmp_path / "text.md"
        path.write_text(f"---\npublished: {published}\n---\n\n{text}\n", encoding="utf-8")
        (article,) = read_articles([path])
        assert str(article.published) == published
        return [c.payload for c in extractor.claims(article) if isinstance(c.payload, kind)]

    return read
