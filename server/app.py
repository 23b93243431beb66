"""The Flask application: every blueprint registered over one service."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, request

from summitry.graph.questions import Question, load_questions
from summitry.server import description, entities, exports, failures, graphs, metrics, saved, sparql
from summitry.server.auth import Keys
from summitry.server.compression import compress
from summitry.server.pages import ingest, views
from summitry.server.results import SAME
from summitry.server.service import Service

METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS"


def create_app(
    service: Service, questions: Mapping[str, Question] | None = None, meter: metrics.Meter | None = None
) -> Flask:
    """An application that answers from the service; it holds no state of its own but counters."""
    questions = load_questions() if questions is None else questions
    keys, meter = Keys(service.settings.token_file), meter or metrics.Meter()
    app = Flask(__name__)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config["MAX_CONTENT_LENGTH"] = service.settings.limits.upload_bytes
    failures.register(app)
    app.register_blueprint(sparql.blueprint(service, keys))
    app.register_blueprint(graphs.blueprint(service, keys))
    app.register_blueprint(description.blueprint(service))
    app.register_blueprint(exports.blueprint(service))
    app.register_blueprint(metrics.blueprint(service, meter))
    app.register_blueprint(saved.blueprint(service, questions))
    app.register_blueprint(entities.blueprint(service, questions))
    app.register_blueprint(views.blueprint(service, questions))
    app.register_blueprint(ingest.blueprint(service, keys))
    metrics.measure(app, meter)
    app.after_request(add_headers)
    app.after_request(compress)
    return app


def add_headers(response: Response) -> Response:
    """The response with what every answer carries."""
    headers = response.headers
    for name, value in SAME.items():
        headers[name] = value
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = headers.get("Allow", METHODS)
        headers["Access-Control-Allow-Headers"] = "Accept, Authorization, Content-Type, If-None-Match"
        headers["Access-Control-Max-Age"] = "86400"
    return response
