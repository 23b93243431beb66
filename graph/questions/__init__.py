"""Saved queries: files of SPARQL with a header -> questions a person can ask -> rows.

model      the frozen shapes
tokens     SPARQL text -> tokens, as far as binding needs
terms      values -> SPARQL terms in text
table      answers as plain rows
resolver   a name as typed -> entities
header     the `#+` lines -> a Question
library    folders -> questions by name
values     what was given for a parameter -> a term
typed      a term as a person types it -> a term
run        bind and ask
slices     a query -> the same for some of its rows
sheets     rows -> lines of JSON, workbooks
examples   saved queries -> their descriptions for query editors
"""

from __future__ import annotations

from summitry.graph.questions.library import load_questions, pick
from summitry.graph.questions.model import Chart, Parameter, ParameterType, Question
from summitry.graph.questions.resolver import Candidate, Resolver, search
from summitry.graph.questions.run import bind, resolver_of, run
from summitry.graph.questions.table import Ask, Cell, Table, from_answer, from_json

__all__ = [
    "Ask",
    "Candidate",
    "Cell",
    "Chart",
    "Parameter",
    "ParameterType",
    "Question",
    "Resolver",
    "Table",
    "bind",
    "from_answer",
    "from_json",
    "load_questions",
    "pick",
    "resolver_of",
    "run",
    "search",
]
