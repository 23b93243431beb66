"""A saved query and values -> the query with its parameters bound -> rows."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from summitry.graph.errors import UnknownName
from summitry.graph.questions.library import pick
from summitry.graph.questions.model import Parameter, Question
from summitry.graph.questions.names import Resolver
from summitry.graph.questions.table import Table
from summitry.graph.questions.tokens import replace
from summitry.graph.questions.values import term


def bind(question: Question, values: Mapping[str, str], resolver: Resolver) -> str:
    """The query with each value, given or default, in its parameter's place; the others stay variables."""
    parameters = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in parameters:
            raise UnknownName(_unknown(question, name))
    terms = {
        parameter.token: term(parameter, text, resolver)
        for parameter in parameters.values()
        if (text := _given(parameter, values)) is not None
    }
    return replace(question.query, terms.get)


def _given(parameter: Parameter, values: Mapping[str, str]) -> str | None:
    text = values.get(parameter.name, "").strip()
    return text or parameter.default


def _unknown(question: Question, name: str) -> str:
    names = [parameter.name for parameter in question.parameters]
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"; did you mean {close[0]}?" if close else ""
    return f"{question.name} takes {', '.join(names) or 'no parameters'}; not {name!r}{hint}"


def run(questions: Mapping[str, Question], name: str, values: Mapping[str, str], resolver: Resolver) -> Table:
    """The rows that the saved query of that name gives for the values."""
    return resolver.ask(bind(pick(questions, name), values, resolver))
