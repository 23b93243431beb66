"""A model that is down, busy, silent, confused or refuses is asked again or named plainly."""

from __future__ import annotations

import json

import pytest

from summitry.graph.article import Article
from summitry.graph.errors import BadParameter, ConfigurationError, ModelError, ModelUnavailable
from summitry.graph.extract import Extractor
from summitry.graph.extract.llm import ModelExtractor, ModelSettings, settings_from
from summitry.graph.extract.llm.chat import Chat
from tests.extract.llm.guest import base, visit
from tests.extract.llm.model_server import Model, Reply, fails, proposes, says, serving


def test_malformed_json_is_asked_for_again(
    reader: ModelExtractor, model: Model, article: Article, naps: list[float]
) -> None:
    model.replies = [says('{"facts": [{"type": "vis'), says("I cannot help."), proposes(visit())]
    assert len(reader.claims(article)) == 1
    assert naps == [1.0, 2.0]


def test_a_model_that_never_answers_in_json_is_an_error(
    reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [says('["no object"]')]
    with pytest.raises(ModelUnavailable, match=r"stand-in at http.* asked 3 times in vain: .*\"facts\""):
        reader.claims(article)
    assert len(model.asked) == 3


def test_a_fenced_answer_is_read(reader: ModelExtractor, model: Model, article: Article) -> None:
    model.replies = [says(f"Here you are:\n```json\n{json.dumps({'facts': [base()]})}\n```\n")]
    assert len(reader.claims(article)) == 1


def test_a_busy_or_broken_server_is_asked_again_after_a_pause(
    reader: ModelExtractor, model: Model, article: Article, naps: list[float]
) -> None:
    model.replies = [fails(429, "slow down", Retry_After="7"), fails(500, "oops"), proposes(visit())]
    assert len(reader.claims(article)) == 1
    assert naps == [7.0, 2.0]


@pytest.mark.parametrize("reply", [Reply(b"", delay=0.9), Reply(b"{}" * 50, drip=0.03)])
def test_a_silent_or_dripping_server_is_given_up(
    reply: Reply, reader: ModelExtractor, model: Model, article: Article, naps: list[float]
) -> None:
    model.replies = [reply, proposes(visit())]
    assert len(reader.claims(article)) == 1
    assert naps == [1.0]


def test_a_server_that_is_down_is_named(extractor: Extractor, article: Article) -> None:
    with serving() as gone:
        url = gone.url
    naps: list[float] = []
    down = ModelExtractor(Chat(ModelSettings(url, "m", retries=1), naps.append), extractor)
    for _ in range(3):
        with pytest.raises(ModelUnavailable, match=r"127\.0\.0\.1.*refused"):
            down.claims(article)
    with pytest.raises(ModelUnavailable, match="asked once"):
        down.claims(article)
    assert naps == [1.0] * 3


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (fails(401, "bad key"), "SUMMITRY_LLM_KEY"),
        (fails(404, "no model"), "SUMMITRY_LLM_MODEL"),
        (fails(400, "too long"), "400: too long"),
        (fails(302, Location="http://127.0.0.1:9/v1/elsewhere"), "SUMMITRY_LLM_URL"),
    ],
)
def test_a_refusal_is_told_at_once_and_without_the_key(
    reply: Reply, words: str, reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [reply]
    with pytest.raises(ModelError) as caught:
        reader.claims(article)
    assert words in str(caught.value) and "s3cret" not in str(caught.value)
    assert len(model.asked) == 1


def test_parameters_that_an_endpoint_does_not_know_are_left_out(
    reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [
        fails(400, "response_format is not supported"), fails(400, "temperature must be 1"), proposes(visit()),
    ]  # fmt: skip
    assert len(reader.claims(article)) == 1
    assert "response_format" not in model.asked[2] and "temperature" not in model.asked[2]
    assert '"additionalProperties":false' in model.asked[2]["messages"][0]["content"]


def test_an_answer_cut_short_makes_for_smaller_questions(
    reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [says('{"facts": [', ended="length"), proposes(visit()), proposes(base())]
    assert [claim.type for claim in reader.claims(article)] == ["visit", "base"]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"SUMMITRY_LLM_URL": ""}, ConfigurationError),
        ({"SUMMITRY_LLM_MODEL": ""}, ConfigurationError),
        ({"SUMMITRY_LLM_URL": "file:///etc/passwd"}, BadParameter),
        ({"SUMMITRY_LLM_TIMEOUT": "soon"}, BadParameter),
        ({"SUMMITRY_LLM_RETRIES": "-1"}, BadParameter),
    ],
)
def test_wrong_settings_are_refused(changes: dict[str, str], error: type[Exception]) -> None:
    given = {"SUMMITRY_LLM_URL": "http://127.0.0.1:1/v1", "SUMMITRY_LLM_MODEL": "m"}
    assert settings_from(given).url == "http://127.0.0.1:1/v1/chat/completions"
    assert "k3y" not in repr(settings_from(given | {"SUMMITRY_LLM_KEY": "k3y"}))
    with pytest.raises(error, match="SUMMITRY_LLM"):
        settings_from(given | changes)
