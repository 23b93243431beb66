"""One extractor for all tests of finders: loading the pipeline takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.graph.article import Article, read_articles
from summitry.graph.claims import Office, Payload
from summitry.graph.extract import Extractor, build_extractor
from summitry.graph.mentions.reading import Reading


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor over the reference data, of all that finders find, however sure."""
    return build_extractor(least=0.0)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Article]:
    """A short text as the article of a day."""

    def write(text: str, published: str = "2022-06-28") -> Article:
        path = tmp_path / "text.md"
        path.write_text(f"---\npublished: {published}\n---\n\n{text}\n", encoding="utf-8")
        (article,) = read_articles([path])
        assert str(article.published) == published
        return article

    return write


@pytest.fixture
def read(extractor: Extractor, written: Callable[..., Article]) -> Callable[..., Reading]:
    """A short text read: its mentions, and whom they stand for."""
    return lambda text, *published: extractor.read(written(text, *published))


@pytest.fixture
def told(extractor: Extractor, written: Callable[..., Article]) -> Callable[..., list[Payload]]:
    """What a short text states, as payloads of one type."""

    def tell(text: str, kind: type[Payload], *published: str) -> list[Payload]:
        claims = extractor.claims(written(text, *published))
        return [c.payload for c in claims if isinstance(c.payload, kind)]

    return tell


@pytest.fixture
def posts(told: Callable[..., list[Payload]]) -> Callable[..., set[tuple[str, str, str, bool]]]:
    """The posts that a short text tells of: whose, which, of what, and whether no more."""

    def tell(text: str, *published: str) -> set[tuple[str, str, str, bool]]:
        found = [p for p in told(text, Office, *published) if isinstance(p, Office)]
        return {(o.person.name, o.role, o.of.name if o.of else "", o.former) for o in found}

    return tell
