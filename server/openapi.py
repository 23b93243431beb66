"""The saved queries described for programs: OpenAPI 3.1, a plain list, SPARQL examples after SIB's standard.

https://spec.openapis.org/oas/v3.1.1, https://github.com/sib-swiss/sparql-examples
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from summitry.graph.questions import Parameter, ParameterType, Question
from summitry.graph.questions.terms import iri, literal

Json = dict[str, Any]

_FORMATS = {
    "application/sparql-results+json": {"type": "object", "required": ["head", "results"]},
    "application/sparql-results+xml": {"type": "string"},
    "text/csv": {"type": "string"},
    "text/tab-separated-values": {"type": "string"},
    "text/turtle": {"type": "string"},
    "text/html": {"type": "string"},
}
_SUFFIXES = ["json", "xml", "csv", "tsv", "ttl", "rq", "html"]


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
    return found


def describe(questions: Mapping[str, Question], root: str) -> Json:
    """The OpenAPI 3.1 description of the saved queries."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Summitry",
            "version": version("summitry"),
            "summary": "Questions about international relations, answered with their sources.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": root.rstrip("/")}],
        "tags": [{"name": tag} for tag in sorted({tag for each in questions.values() for tag in each.tags})],
        "paths": {"/queries": _overview()}
        | {f"/queries/{question.name}": {"get": _operation(question)} for question in questions.values()},
        "components": {"schemas": {"Problem": _PROBLEM}, "responses": {"Problem": _REFUSAL}},
    }


_PROBLEM: Json = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string", "description": "The parameter whose value is wrong."},
    },
}
_REFUSAL: Json = {
    "description": "The request cannot be answered as it stands, or not now.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def _overview() -> Json:
    content = {"application/json": {"schema": {"type": "array", "items": {"type": "object"}}}}
    return {
        "get": {
            "operationId": "queries",
            "summary": "All saved queries with their parameters",
            "responses": {"200": {"description": "The list.", "content": content}},
        }
    }


def _operation(question: Question) -> Json:
    wish = {
        "name": "format",
        "in": "query",
        "description": "The format of the answer; without it the Accept header decides.",
        "schema": {"type": "string", "enum": _SUFFIXES},
    }
    return {
        "operationId": question.name,
        "summary": question.summary,
        "description": f"{question.asks}\n\n{question.description}".strip(),
        "tags": list(question.tags),
        "parameters": [*(_parameter(parameter) for parameter in question.parameters), wish],
        "responses": {
            "200": {
                "description": f"Rows of {', '.join(question.columns)}.",
                "content": {name: {"schema": schema} for name, schema in _FORMATS.items()},
            },
            "400": {"$ref": "#/components/responses/Problem"},
            "503": {"$ref": "#/components/responses/Problem"},
        },
    }


def _parameter(parameter: Parameter) -> Json:
    schema: Json = {"type": "integer" if parameter.type == ParameterType.INTEGER else "string"}
    if parameter.type == ParameterType.DATE:
        schema["pattern"] = r"^\d{4}(-\d{2}(-\d{2})?)?$"
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = _typed(parameter, parameter.default)
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": parameter.description,
        "schema": schema,
        "example": _typed(parameter, parameter.example),
    }


def _typed(parameter: Parameter, text: str) -> str | int:
    return int(text) if parameter.type == ParameterType.INTEGER else text


def listing(questions: Mapping[str, Question], root: str) -> str:
    """The saved queries as `sh:SPARQLExecutable`s, in Turtle, for editors that look for examples."""
    blocks = [
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix schema: <https://schema.org/> .",
        "@prefix sh: <http://www.w3.org/ns/shacl#> .",
    ]
    for question in questions.values():
        keywords = ", ".join(literal(tag) for tag in question.tags)
        lines = [f"{iri(root + 'queries/' + question.name)} a sh:SPARQLExecutable, sh:SPARQLSelectExecutable"]
        lines += [
            f"    rdfs:label {literal(question.summary)}@en",
            f"    rdfs:comment {literal(question.asks)}@en",
        ]
        lines += [f"    schema:target {iri(root + 'sparql')}"]
        lines += [f"    schema:keywords {keywords}"] if keywords else []
        lines += [f"    sh:select {literal(question.query)}"]
        blocks.append(" ;\n".join(lines) + " .")
    return "\n\n".join(blocks) + "\n"
