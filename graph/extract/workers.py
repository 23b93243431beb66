"""Extraction in one process or in several: each worker loads its pipeline once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from typing import Any

from summitry.graph.article import Article
from summitry.graph.claims import Claim
from summitry.graph.errors import ConfigurationError, StoreUnavailable
from summitry.graph.extract.extractor import Extractor, build_extractor
from summitry.graph.extract.llm import ModelExtractor, ModelSettings, build_model_extractor

Extract = Callable[[Article], tuple[Claim, ...]]
Mapper = Callable[[Callable[[Article], Any], Iterable[Article]], Iterable[Any]]


class Modelled:
    """Extraction by a language model, asked from wherever it is called; its settings travel to workers, the key too."""

    def __init__(self, settings: ModelSettings, pipeline: str) -> None:
        self.settings = settings
        self.pipeline = pipeline

    def __call__(self, article: Article) -> tuple[Claim, ...]:
        return _model_extractor(self.settings, self.pipeline).claims(article)


class Named:
    """Extraction by a named pipeline, loaded where it is first called: it travels to workers as its name alone."""

    def __init__(self, pipeline: str) -> None:
        self.pipeline = pipeline

    def __call__(self, article: Article) -> tuple[Claim, ...]:
        return _extractor(self.pipeline).claims(article)


@cache
def _extractor(pipeline: str) -> Extractor:
    extractor = build_extractor(pipeline)
    gc.freeze()  # it stays for good, and each look for garbage would walk through all that it knows
    return extractor


@cache
def _model_extractor(settings: ModelSettings, pipeline: str) -> ModelExtractor:
    return build_model_extractor(settings, pipeline)


@contextmanager
def extracting(extract: Extract, jobs: int) -> Iterator[tuple[Extract, Mapper]]:
    """What extracts, and how it is mapped over articles: in this process, or in `jobs` others."""
    if jobs == 1:
        yield extract, map
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield extract, pool.imap


@contextmanager
def clustered(extract: Extract, address: str) -> Iterator[tuple[Extract, Mapper]]:
    """What extracts on the workers of a Dask cluster, whose scheduler listens at `address` ("tcp://10.0.0.5:8786")."""
    try:
        from distributed import Client
    except ImportError:
        raise ConfigurationError("--cluster needs Dask; try: pip install 'summitry[cluster]'") from None
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise StoreUnavailable(f"no cluster answers at {address}: {error}") from None
    with client:

        def mapper(work: Callable[[Article], Any], articles: Iterable[Article]) -> Iterable[Any]:
            return (future.result() for future in client.map(work, list(articles), pure=False))

        yield extract, mapper
