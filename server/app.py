"""The Flask application: every blueprint registered over one service."""

from __future__ import annotations

from flask import Flask, Response, request

from summitry.server import failures, sparql
from summitry.server.service import Service

METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS"


def create_app(service: Service) -> Flask:
    """An application that answers from the service; it holds no state of its own."""
    app = Flask(__name__)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config["MAX_CONTENT_LENGTH"] = service.settings.limits.upload_bytes
    failures.register(app)
    app.register_blueprint(sparql.blueprint(service))
    app.after_request(add_headers)
    return app


def add_headers(response: Response) -> Response:
    """What every answer carries: caches and browsers of other origins are told what they may do."""
    for name in ("Accept", "Accept-Encoding", "Origin"):
        response.vary.add(name)
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = "ETag, Link, Location, Retry-After"
    headers["X-Content-Type-Options"] = "nosniff"
    if request.method == "OPTIONS":
        allowed = headers.get("Allow", METHODS)
        headers["Access-Control-Allow-Methods"] = allowed
        headers["Access-Control-Allow-Headers"] = "Accept, Authorization, Content-Type, If-None-Match"
        headers["Access-Control-Max-Age"] = "86400"
    return response
