"""What a person gave for a parameter -> a SPARQL term of its type, or a complaint with an example."""

from __future__ import annotations

import calendar
import re
from datetime import date

from summitry.graph.errors import BadParameter, UsageError
from summitry.graph.questions.model import Parameter, ParameterType
from summitry.graph.questions.resolver import Resolver
from summitry.graph.questions.terms import iri, literal

_LONGEST = 2000
_EXPECTED = {
    ParameterType.IRI: "a name or an IRI",
    ParameterType.TEXT: "text",
    ParameterType.DATE: "a date (YYYY-MM-DD, YYYY-MM or YYYY)",
    ParameterType.INTEGER: "a whole number",
}


def term(parameter: Parameter, text: str, resolver: Resolver) -> str:
    """The SPARQL term that the text stands for."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        raise _bad(parameter, text)
    try:
        match parameter.type:
            case ParameterType.IRI:
                return iri(resolver.resolve(text, parameter.kinds))
            case ParameterType.TEXT:
                return literal(text)
            case ParameterType.DATE:
                return literal(_day(parameter, text), "date")
            case ParameterType.INTEGER:
                return _integer(parameter, text)
            case ParameterType.CHOICE:
                return literal(_choice(parameter, text))
    except BadParameter:
        raise
    except UsageError as error:
        raise BadParameter(parameter.name, f"{error} (example: {parameter.example})") from error


def _bad(parameter: Parameter, text: str) -> BadParameter:
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    expected = _EXPECTED.get(parameter.type) or f"one of {', '.join(parameter.choices)}"
    return BadParameter(parameter.name, f"{shown!r} is not {expected}; example: {parameter.example}")


def _day(parameter: Parameter, text: str) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text, re.ASCII)
    if match is None:
        raise _bad(parameter, text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        month = month if month is not None else (12 if parameter.last else 1)
        day = day if day is not None else (calendar.monthrange(year, month)[1] if parameter.last else 1)
        return date(year, month, day).isoformat()
    except (ValueError, calendar.IllegalMonthError) as error:
        raise _bad(parameter, text) from error


def _integer(parameter: Parameter, text: str) -> str:
    if not re.fullmatch(r"[+-]?\d{1,18}", text, re.ASCII):
        raise _bad(parameter, text)
    return literal(str(int(text)), "integer")


def _choice(parameter: Parameter, text: str) -> str:
    for choice in parameter.choices:
        if choice.casefold() == text.casefold():
            return choice
    raise _bad(parameter, text)
