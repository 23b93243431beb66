"""Article -> claims by way of a language model: asked piece by piece, believed only where the text bears it out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from summitry.graph.article import Article
from summitry.graph.claims import Claim, Finding
from summitry.graph.extract.extractor import Extractor, build_extractor, claims_from
from summitry.graph.extract.llm.answers import proposal, read_answer
from summitry.graph.extract.llm.chat import Chat, Truncated
from summitry.graph.extract.llm.naming import Namer
from summitry.graph.extract.llm.payloads import Judge, Unbelieved
from summitry.graph.extract.llm.prompt import Piece, ask, split
from summitry.graph.extract.llm.schema import answer_schema
from summitry.graph.extract.llm.settings import ModelSettings
from summitry.graph.extract.merging import merge
from summitry.graph.pipeline import DEFAULT_PIPELINE

_LOG = logging.getLogger(__name__)


class ModelExtractor:
    """Extraction by a model; the rules' reading of the article tells whom names stand for."""

    def __init__(self, chat: Chat, rules: Extractor) -> None:
        self._chat = chat
        self._rules = rules
        self.name = chat.settings.agent

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """What the model finds stated and the text bears out, in the order of the text; the model is their agent."""
        reading = self._rules.read(article)
        judge = Judge(reading, Namer(reading), self._chat.settings.certainty)
        findings = [found for piece in split(article) for found in self._findings(article, piece, judge)]
        merged = [_capped(f, judge.certainty) for f in merge(findings, article.today)]
        return claims_from(article, merged, self.name)

    def _findings(self, article: Article, piece: Piece, judge: Judge) -> Iterator[Finding]:
        start, end = piece.blocks[0].start, piece.blocks[-1].end
        for fact in self._facts(article, piece):
            proposed = proposal(fact)
            if isinstance(proposed, str):
                _LOG.info("%s: left out: %s", article.file, proposed)
                continue
            try:
                yield judge.finding(proposed, start, end)
            except Unbelieved as error:
                _LOG.info("%s: left out a %s: %s", article.file, proposed["type"], error)

    def _facts(self, article: Article, piece: Piece) -> list[Any]:
        """What the model says of a piece; of its halves, where the answer would be too long."""
        try:
            return self._chat.ask(lambda: self._body(article, piece), read_answer)
        except Truncated:
            halves = piece.halves()
            if not halves:
                _LOG.warning("%s: the model has too little room for one paragraph", article.file)
            return [fact for half in halves for fact in self._facts(article, half)]

    def _body(self, article: Article, piece: Piece) -> dict[str, Any]:
        schema = "response_format" not in self._chat.dropped
        form = {"name": "facts", "strict": True, "schema": answer_schema()}
        return {
            "messages": ask(article, piece, schema),
            "temperature": 0,
            "response_format": {"type": "json_schema", "json_schema": form},
        }


def _capped(found: Finding, certainty: float) -> Finding:
    """A fact told twice is no surer for it: the model's share of right facts was measured over whole answers."""
    if found.certainty == certainty:
        return found
    return Finding(found.payload, found.evidence, certainty, found.rule, found.attribution)


def build_model_extractor(settings: ModelSettings, pipeline: str = DEFAULT_PIPELINE) -> ModelExtractor:
    """An extractor over a model's endpoint, the reference data and the named spaCy pipeline."""
    return ModelExtractor(Chat(settings), build_extractor(pipeline))
