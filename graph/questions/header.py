"""The `#+` lines of YAML at the top of a saved query -> a Question; what is unknown or missing is refused."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from summitry.graph.errors import ConfigurationError
from summitry.graph.questions.model import RESERVED, Chart, Parameter, ParameterType, Question
from summitry.graph.questions.resolver import KINDS
from summitry.graph.questions.tokens import columns, variables

_TOKEN = re.compile(rf"_(?P<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)*)_(?:{'|'.join(ParameterType)})")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one in C is six times as fast
_KEYS = ("summary", "asks", "description", "tags", "parameters", "chart", "proof")
_PARAMETER_KEYS = ("type", "description", "example", "default", "choices", "kinds", "last")
_CHARTS = ("bar", "map", "network", "timeline")


def read_question(name: str, text: str) -> Question:
    """The saved query that a file of that name (without .rq) holds."""
    return _Header(name, text).question()


class _Header:
    """One file being read; every complaint names it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def fail(self, problem: str) -> NoReturn:
        raise ConfigurationError(f"{self.name}.rq: {problem}")

    def question(self) -> Question:
        if not _NAME.fullmatch(self.name):
            self.fail("the file's name must be lower-case words joined by hyphens")
        header = self.mapping(self.yaml(), "the header", _KEYS)
        for key in ("summary", "asks"):
            if not isinstance(header.get(key), str):
                self.fail(f"the header needs `{key}`, a line of text")
        found = columns(self.text)
        parameters = self.mapping(header.get("parameters", {}), "parameters", None)
        question = Question(
            self.name,
            header["summary"].strip(),
            header["asks"].strip(),
            str(header.get("description", "")).strip(),
            self.texts(header.get("tags", []), "tags"),
            tuple(self.parameter(key, value) for key, value in parameters.items()),
            found,
            self.text,
            self.chart(header.get("chart"), found),
            self.proof(header.get("proof"), found),
        )
        self.compare(question)
        return question

    def yaml(self) -> object:
        lines = [line[2:].removeprefix(" ") for line in self.text.splitlines() if line.startswith("#+")]
        if not lines:
            self.fail("no header: the first lines must be YAML, each after `#+`")
        try:
            # Every value stays text: otherwise YAML reads a parameter named `on` as the word true.
            return yaml.load("\n".join(lines), Loader=_LOADER)
        except yaml.YAMLError as error:
            self.fail(f"the header is not YAML: {' '.join(str(error).split())}")

    def mapping(self, value: object, what: str, keys: tuple[str, ...] | None) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.fail(f"{what} must be a mapping, not {type(value).__name__}")
        for key in value:
            if keys is not None and key not in keys:
                self.fail(f"{what} takes {', '.join(keys)}; not {key!r}")
        return {str(key): item for key, item in value.items()}

    def texts(self, value: object, what: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{what} must be a list of words")
        return tuple(value)

    def flag(self, value: object, what: str) -> bool:
        if value not in ("true", "false"):
            self.fail(f"{what} must be true or false")
        return value == "true"

    def parameter(self, name: str, value: object) -> Parameter:
        what = f"parameter {name}"
        if name in RESERVED:
            self.fail(f"{what}: an address says other things with {', '.join(RESERVED)}; take another name")
        keys = self.mapping(value, what, _PARAMETER_KEYS)
        if keys.get("type") not in list(ParameterType):
            self.fail(f"{what}: `type` must be one of {', '.join(ParameterType)}")
        if "description" not in keys or "example" not in keys:
            self.fail(f"{what} needs a description and an example")
        parameter = Parameter(
            name,
            ParameterType(keys["type"]),
            str(keys["description"]).strip(),
            str(keys["example"]),
            str(keys["default"]) if keys.get("default") else None,
            self.texts(keys.get("choices", []), f"{what}: choices"),
            self.texts(keys.get("kinds", []), f"{what}: kinds"),
            self.flag(keys.get("last", "false"), f"{what}: last"),
        )
        if (parameter.type == ParameterType.CHOICE) != bool(parameter.choices):
            self.fail(f"{what}: `choices` belong to the type choice, and that type needs them")
        for kind in parameter.kinds:
            if kind not in KINDS:
                self.fail(f"{what}: kinds are {', '.join(KINDS)}; not {kind!r}")
        return parameter

    def chart(self, value: object, found: tuple[str, ...]) -> Chart | None:
        if value is None:
            return None
        keys = self.mapping(value, "chart", None)
        if keys.get("kind") not in _CHARTS:
            self.fail(f"chart: `kind` must be one of {', '.join(_CHARTS)}")
        parts = tuple((key, str(item)) for key, item in keys.items() if key != "kind")
        for part, column in parts:
            if column not in found:
                self.fail(f"chart: {part} names the column {column!r}; the query gives {', '.join(found)}")
        return Chart(keys["kind"], parts)

    def proof(self, value: object, found: tuple[str, ...]) -> tuple[str, str, str] | None:
        if value is None:
            return None
        words = self.texts(value, "proof")
        if len(words) != 3 or not {f"{words[0]}_iri", f"{words[2]}_iri"} <= set(found):
            self.fail(
                "proof must be a column, a property and a column, and both columns need one for their IRIs"
            )
        return words[0], words[1], words[2]

    def compare(self, question: Question) -> None:
        """What the header declares and what the query uses must be the same."""
        used = {name for name in variables(question.query) if _TOKEN.fullmatch(name)}
        declared = {parameter.token for parameter in question.parameters}
        for token in sorted(used - declared):
            self.fail(f"the query uses ?{token}, which the header does not declare")
        for token in sorted(declared - used):
            self.fail(f"the header declares ?{token}, which the query does not use")
