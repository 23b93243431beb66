"""What the views ask: the only door to the graph and the processes that hold it."""

from __future__ import annotations

import io
import json
import threading
from dataclasses import dataclass

import pyoxigraph as ox

from summitry.server.engine import Form, Job, evaluate, read_error
from summitry.server.settings import Settings


@dataclass(frozen=True, slots=True)
class Answer:
    """The form a query had and its answer, as the job asked for it."""

    form: Form
    body: bytes


class Service:
    """Answers queries and takes updates."""

    def __init__(self, settings: Settings, store: ox.Store) -> None:
        self.settings = settings
        self._store = store
        self._lock = threading.Lock()
        self._generation = 0

    @property
    def version(self) -> str:
        """Changes with every change of the graph."""
        return str(self._generation)

    def query(self, job: Job) -> Answer:
        """The answer to a query."""
        sink = io.BytesIO()
        form = evaluate(self._store, job, sink)
        return Answer(form, sink.getvalue())

    def rows(self, text: str, base: str | None = None) -> list[dict[str, str]]:
        """The solutions of a SELECT as plain text: a page wants labels, not terms; an unbound variable is left out."""
        found = json.loads(self.query(Job(text, base)).body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]

    def update(self, text: str, base: str | None = None) -> None:
        """Applies an update as a whole, or raises and changes nothing."""
        with self._lock:
            try:
                self._store.update(text, base_iri=base)
            except SyntaxError as error:
                raise read_error(error) from None
            self._generation += 1
