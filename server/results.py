"""An answer of the engine -> an HTTP response."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Request, Response
from werkzeug.exceptions import NotAcceptable

from summitry.server.engine import Form, Job
from summitry.server.negotiation import GRAPHS, TABLES, Choice, Format, negotiate
from summitry.server.protocol import Call
from summitry.server.service import Answer

OFFERED: Mapping[Form, tuple[Format, ...]] = {"select": TABLES, "ask": TABLES, "graph": GRAPHS}
Choices = Mapping[Form, Choice | None]


def choose_formats(accept: str | None, wishes: tuple[str, ...]) -> Choices:
    """For each form a query may have, the format the client would take."""
    return {form: negotiate(accept, wishes, offered) for form, offered in OFFERED.items()}


def make_job(call: Call, choices: Choices) -> Job:
    """The query with the formats chosen for it."""
    names = {form: choice.format.name if choice else "" for form, choice in choices.items()}
    if not any(names.values()):
        raise refuse("select")
    return Job(
        call.text,
        call.base,
        call.default_graphs,
        call.named_graphs,
        select=names["select"],
        ask=names["ask"],
        graph=names["graph"],
    )


def refuse(form: Form) -> NotAcceptable:
    """Says which formats would do."""
    names = ", ".join(format.media_type for format in OFFERED[form])
    return NotAcceptable(f"this answer can be had as {names}, or as one of these through format=")


def respond(request: Request, answer: Answer, choices: Choices) -> Response:
    """The answer under the media type the client named."""
    choice = choices[answer.form]
    assert choice is not None, "the engine refuses forms without a format"
    return Response(answer.body, content_type=choice.content_type)
