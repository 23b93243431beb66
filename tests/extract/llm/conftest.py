"""A model that answers as a test says, and the extractor over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.graph.article import Article, read_articles
from summitry.graph.extract import Extractor
from summitry.graph.extract.llm import ModelExtractor, settings_from
from summitry.graph.extract.llm.chat import Chat
from summitry.graph.extract.llm.naming import Namer
from summitry.graph.extract.llm.payloads import Judge
from tests.extract.llm.guest import TEXT
from tests.extract.llm.model_server import Model, serving


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Article:
    path = tmp_path_factory.mktemp("llm") / "guest.md"
    path.write_text(f"---\npublished: 2022-06-29\n---\n\n{TEXT}", encoding="utf-8")
    (article,) = read_articles([path])
    return article


@pytest.fixture(scope="module")
def judge(extractor: Extractor, article: Article) -> Judge:
    reading = extractor.read(article)
    return Judge(reading, Namer(reading), 0.7)


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as model:
        yield model


@pytest.fixture
def naps() -> list[float]:
    return []


@pytest.fixture
def reader(model: Model, extractor: Extractor, naps: list[float]) -> ModelExtractor:
    given = settings_from(
        {"SUMMITRY_LLM_URL": model.url, "SUMMITRY_LLM_MODEL": "stand-in", "SUMMITRY_LLM_KEY": "s3cret"}
        | {"SUMMITRY_LLM_TIMEOUT": "0.5", "SUMMITRY_LLM_RETRIES": "2"}
    )
    return ModelExtractor(Chat(given, naps.append), extractor)
