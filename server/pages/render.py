"""A template and its values -> a page, with the headers that keep hostile text from ever running."""

from __future__ import annotations

from flask import Response, render_template

# No script and no style but our own files, nothing from elsewhere, no plug-ins, no framing.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def render(template: str, code: int = 200, /, **values: object) -> Response:
    """The page."""
    response = Response(render_template(template, **values), code, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-cache"
    return response
