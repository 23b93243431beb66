"""A service in this process over a small graph, for tests of what pages say, not of how they are served."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from flask import Blueprint, Flask
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat

from summitry.graph.questions import load_questions
from summitry.graph.store import EmbeddedStore
from summitry.server import entities, failures, saved
from summitry.server.answers import Answer
from summitry.server.auth import Keys
from summitry.server.engine import Job
from summitry.server.pages import views
from summitry.server.service import Service
from summitry.server.settings import Settings

WORLD = Path(__file__).parents[1] / "queries" / "world.trig"
BASE = "https://w3id.org/summitry/"


class InProcess:
    """Answers like the service, without its processes."""

    version = "1"

    def __init__(self, store: EmbeddedStore) -> None:
        self.settings = Settings()
        self.store = store

    def query(self, job: Job, *_: Any, **__: Any) -> Answer:
        answer = self.store.query(job.text, base=job.base)
        form = cast(Any, answer.form)
        return Answer(form, answer.serialize(job.format(form)))


def world(*more: str) -> EmbeddedStore:
    """The tiny world of the golden rows, and more of it in TriG."""
    store = EmbeddedStore()
    store.load(WORLD.read_bytes(), RdfFormat.TRIG)
    for text in more:
        store.load(text.encode(), RdfFormat.TRIG)
    return store


def serve(store: EmbeddedStore, *more: Callable[[Service, Keys], Blueprint]) -> FlaskClient:
    """A client of the pages and saved queries over the store, and of rooms that need keys."""
    service, questions = cast(Service, InProcess(store)), load_questions()
    app = Flask("summitry.server")
    failures.register(app)
    for room in (saved, entities, views):
        app.register_blueprint(room.blueprint(service, questions))
    for make in more:
        app.register_blueprint(make(service, Keys(None)))
    return app.test_client()
