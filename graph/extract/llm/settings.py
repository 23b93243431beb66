"""Address, model and key of a language model, from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from summitry.graph.errors import BadParameter, ConfigurationError

_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How a model is asked. `url` is that of chat completions; `timeout` bounds one answer, in seconds.

    `certainty` is what its facts are given; it says what share of them is right, as far as anybody has measured it
    (`summitry evaluate --extractor llm`). The key is left out of every message.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    retries: int = 4
    certainty: float = 0.7

    @property
    def agent(self) -> str:
        """The name under which its claims go."""
        return self.model


def settings_from(environ: Mapping[str, str]) -> ModelSettings:
    """The settings in SUMMITRY_LLM_URL, _MODEL, _KEY, _TIMEOUT, _RETRIES and _CERTAINTY; an error says what is missing."""
    missing = [name for name in ("SUMMITRY_LLM_URL", "SUMMITRY_LLM_MODEL") if not environ.get(name)]
    if missing:
        raise ConfigurationError(
            f"--extractor llm needs {' and '.join(missing)}; for example "
            "SUMMITRY_LLM_URL=http://127.0.0.1:11434/v1 SUMMITRY_LLM_MODEL=llama3.1"
        )
    return ModelSettings(
        url=_address(environ["SUMMITRY_LLM_URL"]),
        model=environ["SUMMITRY_LLM_MODEL"],
        key=environ.get("SUMMITRY_LLM_KEY") or None,
        timeout=_number(environ, "SUMMITRY_LLM_TIMEOUT", 120, 0.1, 3600),
        retries=int(_number(environ, "SUMMITRY_LLM_RETRIES", 4, 0, 20)),
        certainty=_number(environ, "SUMMITRY_LLM_CERTAINTY", 0.7, 0, 1),
    )


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadParameter(
            "SUMMITRY_LLM_URL", f"{url!r} is not an http(s) address such as https://api.example.org/v1"
        )
    bare = url.rstrip("/")
    return bare if bare.endswith(_PATH) else bare + _PATH


def _number(environ: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    text = environ.get(name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        raise BadParameter(name, f"{text!r} is not a number") from None
    if not least <= value <= most:
        raise BadParameter(name, f"{text} is not between {least:g} and {most:g}")
    return value
