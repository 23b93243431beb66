"""The addresses that programs use, described for them: OpenAPI 3.1.

https://spec.openapis.org/oas/v3.1.1
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from summitry.graph.export import FORMATS, LAYERS, PATCHES
from summitry.graph.questions import Parameter, ParameterType, Question
from summitry.server.downloads import OFFERED
from summitry.server.listing import suggestions
from summitry.server.negotiation import GRAPHS, HTML, JSON, TABLES

Json = dict[str, Any]

_JSON = "application/json"
_TEXT: Json = {"schema": {"type": "string"}}
_ROWS: Json = {"schema": {"type": "object", "required": ["head"]}}
_SUFFIXES = [format.suffix for format in OFFERED]


def describe(questions: Mapping[str, Question], root: str) -> Json:
    """The OpenAPI 3.1 description of the server."""
    themes = sorted({tag for each in questions.values() for tag in each.tags})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Summitry",
            "version": version("summitry"),
            "summary": "Questions about international relations, answered with their sources.",
            "description": _INTRODUCTION,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": root.rstrip("/")}],
        "tags": [{"name": tag, "description": f"Saved queries: {tag}"} for tag in themes] + _TAGS,
        "paths": {
            f"/queries/{question.name}": {"get": _operation(question)} for question in questions.values()
        }
        | _PATHS,
        "components": {"schemas": {"Problem": _PROBLEM}, "responses": {"Problem": _REFUSAL}},
    }


_INTRODUCTION = (
    "Each saved query is an address of its own. Parameters are typed as a person would type them: names in any common "
    "spelling, dates as YYYY-MM-DD, YYYY-MM or YYYY. A name that may mean several is answered with the candidates. "
    "A suffix such as .csv or .xlsx, or format=, chooses the format; limit and offset choose a part of the rows. "
    "Answers carry an ETag, so asking again costs nothing while the graph stays as it is."
)
_TAGS: list[Json] = [
    {"name": "graph", "description": "Queries of your own, single things, proofs, and the whole graph"},
    {"name": "server", "description": "The saved queries as a list, and the server itself"},
]
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
        "line": {"type": "integer", "description": "Where SPARQL text cannot be read."},
        "column": {"type": "integer"},
    },
}
_REFUSAL: Json = {
    "description": "The request cannot be answered as it stands, or not now.",
    "content": {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
        "text/html": _TEXT,
    },
}
_PROBLEM_REF: Json = {"$ref": "#/components/responses/Problem"}


def _get(name: str, tag: str, summary: str, content: Json, parameters: list[Json], *codes: str) -> Json:
    return {
        "operationId": name,
        "tags": [tag],
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The answer.", "content": content},
            **{code: _PROBLEM_REF for code in codes},
        },
    }


def _text_parameter(name: str, description: str, example: str, required: bool = False) -> Json:
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": description,
        "schema": {"type": "string"},
        "example": example,
    }


def _choice_parameter(name: str, description: str, choices: Iterable[str]) -> Json:
    found = _text_parameter(name, description, next(iter(choices)))
    return found | {"schema": {"type": "string", "enum": list(choices)}}


def _count(name: str, least: int, description: str) -> Json:
    schema = {"type": "integer", "minimum": least, "maximum": 100_000 if name == "limit" else 100_000_000}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


_SPARQL_CONTENT: Json = (
    {format.media_type: _ROWS if format is JSON else _TEXT for format in TABLES}
    | {format.media_type: _TEXT for format in GRAPHS if format.media_type != "application/ld+json"}
    | {"application/ld+json": {"schema": {}}, "text/html": _TEXT, _JSON: {"schema": {}}}
)
_WRITTEN = (*FORMATS, *PATCHES)
_EXPORTS: Json = {
    media_type: _TEXT
    for media_type in (
        "text/turtle",
        "text/plain",
        "application/trig",
        "application/n-triples",
        "application/n-quads",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "application/rdf-patch",
        "application/sparql-update",
    )
} | {"application/ld+json": {"schema": {}}, _JSON: {"schema": {}}}
_QUERY = _text_parameter("query", "A SPARQL 1.1 query", "SELECT * { ?s sy:memberOf ?o } LIMIT 10")
_LISTED: Json = {
    _JSON: {"schema": {"type": "array", "items": {"type": "object", "required": ["name", "parameters"]}}},
    "text/turtle": _TEXT,
    "text/html": _TEXT,
}
_FOUND: Json = {
    _JSON: {"schema": {"type": "array", "items": {"type": "object", "required": ["label", "kind", "iri"]}}},
    "text/html": _TEXT,
}
_PATHS: Json = {
    "/sparql": {
        "get": _get(
            "sparql",
            "graph",
            "Ask a SPARQL query of your own",
            _SPARQL_CONTENT,
            [_QUERY],
            "400",
            "406",
            "503",
        ),
    },
    "/search": {
        "get": _get(
            "search",
            "graph",
            "Find entities by name",
            _FOUND,
            [
                _text_parameter("q", "A name or the beginning of one", "Rakhmon"),
                _text_parameter("kinds", "Kinds that count, with commas between them", "person,state"),
            ],
            "400",
            "503",
        )
    },
    "/explain": {
        "get": _get(
            "explain",
            "graph",
            "Why a triple holds: a proof down to sentences of articles",
            {_JSON: {"schema": {}}, "text/turtle": _TEXT, "text/plain": _TEXT, "text/html": _TEXT},
            [
                _text_parameter("s", "The subject: a name or an IRI", "Russia", True),
                _text_parameter("p", "The property", "sy:hasMilitaryPresenceIn", True),
                _text_parameter("o", "The object: a name, an IRI or a quoted text", "Tajikistan", True),
            ],
            "400",
            "404",
            "503",
        )
    },
    "/export": {
        "get": _get(
            "export",
            "graph",
            "The whole graph, one layer, or what has changed in it; the same bytes for the same graph",
            _EXPORTS,
            [
                _choice_parameter("format", "The format; patch and update also tell what went", _WRITTEN),
                _choice_parameter("layer", "The layer; all where none is given", LAYERS),
                _text_parameter(
                    "since",
                    "Only what changed since a day, a time (UTC) or a change of the log",
                    "2022-06-29",
                ),
            ],
            "400",
            "404",
            "406",
            "503",
        )
    },
    "/queries": {
        "get": _get("queries", "server", "All saved queries with their parameters", _LISTED, [], "400")
    },
    "/openapi.json": {
        "get": _get("openapi", "server", "This description", {_JSON: {"schema": {"type": "object"}}}, [])
    },
    "/health": {
        "get": _get(
            "health",
            "server",
            "Whether the server answers",
            {_JSON: {"schema": {"type": "object"}}},
            [],
            "503",
        )
    },
}


def _operation(question: Question) -> Json:
    wish = {
        "name": "format",
        "in": "query",
        "description": "The format of the answer; without it the Accept header decides.",
        "schema": {"type": "string", "enum": _SUFFIXES},
    }
    content = {
        format.media_type: _ROWS if format is JSON else _TEXT for format in OFFERED if format is not HTML
    }
    return {
        "operationId": question.name,
        "summary": question.summary,
        "description": f"{question.asks}\n\n{question.description}".strip(),
        "tags": list(question.tags),
        "parameters": [
            *(_parameter(parameter) for parameter in question.parameters),
            wish,
            _count("limit", 1, "At most so many rows; the answer tells the number of all in X-Total-Count."),
            _count("offset", 0, "The number of rows to leave out first."),
        ],
        "responses": {
            "200": {
                "description": f"Rows of {', '.join(question.columns)}.",
                "headers": {
                    "ETag": {"schema": {"type": "string"}},
                    "X-Total-Count": {"schema": {"type": "integer"}},
                },
                "content": content | {_JSON: _ROWS, "text/html": _TEXT},
            },
            "304": {"description": "The client has this answer already."},
            "400": _PROBLEM_REF,
            "503": _PROBLEM_REF,
        },
    }


def _parameter(parameter: Parameter) -> Json:
    schema: Json = {"type": "integer" if parameter.type == ParameterType.INTEGER else "string"}
    if parameter.type == ParameterType.INTEGER:
        schema |= {"minimum": -(10**18) + 1, "maximum": 10**18 - 1}
    if parameter.type == ParameterType.DATE:
        schema["pattern"] = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = _typed(parameter, parameter.default)
    found: Json = {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "allowEmptyValue": True,  # a form sends what was left blank
        "description": parameter.description,
        "schema": schema,
        "example": _typed(parameter, parameter.example),
    }
    if parameter.type == ParameterType.IRI:
        found["x-suggestions"] = suggestions(parameter)
    return found


def _typed(parameter: Parameter, text: str) -> str | int:
    return int(text) if parameter.type == ParameterType.INTEGER else text
