"""A saved query and values -> the query with its parameters bound -> the answer."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from summitry.graph.errors import BadParameter
from summitry.graph.questions.library import load_questions, pick
from summitry.graph.questions.model import Parameter, Question
from summitry.graph.questions.resolver import Lookup, Resolver
from summitry.graph.questions.table import from_answer
from summitry.graph.questions.tokens import replace
from summitry.graph.questions.values import term
from summitry.graph.store import Answer, GraphStore


def bind(question: Question, values: Mapping[str, str], resolver: Resolver) -> str:
    """The query with each value, given or default, in its parameter's place; the others stay variables."""
    parameters = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in parameters:
            raise BadParameter(name, _unknown(question, name))
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
    return f"not known; {question.name} takes {', '.join(names) or 'no parameters'}{hint}"


def resolver_of(store: GraphStore, lookup: Lookup | None = None) -> Resolver:
    """Finds entities in the store, then among the keys that `lookup` (a gazetteer's) gives."""
    return Resolver(lambda query: from_answer(store.query(query)), store.iris.base, lookup)


def run(
    store: GraphStore,
    name: str,
    values: Mapping[str, str],
    questions: Mapping[str, Question] | None = None,
    lookup: Lookup | None = None,
) -> Answer:
    """The store's answer to the saved query of that name with the values."""
    question = pick(load_questions() if questions is None else questions, name)
    return store.query(bind(question, values, resolver_of(store, lookup)))
