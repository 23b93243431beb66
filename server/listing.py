"""The saved queries as a plain list, for programs that want no more than their names, parameters and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summitry.graph.questions import Parameter, ParameterType, Question

Json = dict[str, Any]


def list_questions(questions: Mapping[str, Question]) -> list[Json]:
    """Each saved query as plain JSON."""
    return [
        {
            "name": question.name,
            "url": f"/queries/{question.name}",
            "summary": question.summary,
            "asks": question.asks,
            "description": question.description,
            "tags": list(question.tags),
            "columns": list(question.columns),
            "parameters": [_plain(parameter) for parameter in question.parameters],
        }
        for question in questions.values()
    ]


def _plain(parameter: Parameter) -> Json:
    found: Json = {
        "name": parameter.name,
        "type": str(parameter.type),
        "description": parameter.description,
        "example": parameter.example,
    }
    if parameter.default is not None:
        found["default"] = parameter.default
    if parameter.choices:
        found["choices"] = list(parameter.choices)
    if parameter.kinds:
        found["kinds"] = list(parameter.kinds)
    if parameter.type == ParameterType.IRI:
        found["suggestions"] = suggestions(parameter)
    return found


def suggestions(parameter: Parameter) -> str:
    """Where to ask for the entities of the graph whose names begin so."""
    return f"/search?format=json&kinds={','.join(parameter.kinds)}&q="
